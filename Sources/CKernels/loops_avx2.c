#include <stddef.h>

#ifdef __x86_64__

// What Exponentials.h defines is compiled for these instructions too.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#include "CKernels.h"
#include "loops.h"
#pragma clang attribute pop

static const nurie_loops loops = LOOPS;

const nurie_loops *nurie_loops_avx2(void) {
    return __builtin_cpu_supports("avx2") ? &loops : NULL;
}

#else

#include "CKernels.h"

const nurie_loops *nurie_loops_avx2(void) { return NULL; }

#endif
