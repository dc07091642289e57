#include "CKernels.h"

#include "loops.h"

static const nurie_loops loops = LOOPS;

const nurie_loops *nurie_loops_plain(void) { return &loops; }
