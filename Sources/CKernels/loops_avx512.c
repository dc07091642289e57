#include <stddef.h>

#ifdef __x86_64__

#include <immintrin.h>

#define NURIE_AVX512
// What Exponentials.h defines is compiled for these instructions too.
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl"))), apply_to = function)
#include "CKernels.h"
#include "loops.h"
#pragma clang attribute pop

static const nurie_loops loops = LOOPS;

const nurie_loops *nurie_loops_avx512(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") ? &loops : NULL;
}

#else

#include "CKernels.h"

const nurie_loops *nurie_loops_avx512(void) { return NULL; }

#endif
