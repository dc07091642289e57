#ifndef CGNUPLOT_H
#define CGNUPLOT_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What `gnuplot_run` returns for a process that was killed at the time limit.
#define GNUPLOT_TIMED_OUT 1000

/// Starts `executable` in `folder` without the user's settings, sends it `commands` and waits for its end.
///
/// What it printed comes into `message`, cut to `capacity` bytes with the closing zero. Returns its exit status,
/// 128 and the signal if one ended it, `GNUPLOT_TIMED_OUT` if it was killed after `limit` seconds, or -1 if it could not be started, and then the message says why.
int gnuplot_run(
    const char *executable, const char *folder, const char *commands, double limit, char *message, size_t capacity);

/// Whether any font of this machine draws the character. Cairo draws one that has none as large as the figure.
int gnuplot_can_draw(uint32_t character);

#ifdef __cplusplus
}
#endif

#endif
