#ifndef CGNUPLOT_H
#define CGNUPLOT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Starts `executable` in `folder` without the user's settings, sends it `commands` and waits for its end.
///
/// What it printed comes into `message`, cut to `capacity` bytes with the closing zero. Returns its exit status,
/// 128 and the signal if one ended it, or -1 if it could not be started, and then the message says why.
int gnuplot_run(
    const char *executable, const char *folder, const char *commands, char *message, size_t capacity);

/// Whether any font of this machine draws the character. Cairo draws one that has none as large as the figure.
int gnuplot_can_draw(uint32_t character);

#ifdef __cplusplus
}
#endif

#endif
