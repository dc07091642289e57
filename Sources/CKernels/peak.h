// As many multiply-adds as the processor can do, on numbers that never leave its registers: what the other loops are
// measured against.

static float multiplyAdds(long rounds) {
    vector sums[16];
    UNROLLED for (long i = 0; i < 16; i++) sums[i] = (vector){} + (float)i;
    vector factor = (vector){} + 0.5f, term = (vector){} + 1.0f;
    for (long round = 0; round < rounds; round++) {
        UNROLLED for (long i = 0; i < 16; i++) sums[i] = sums[i] * factor + term;
        // The sums are taken to change here, so that the rounds are not worked out at once.
        UNROLLED for (long i = 0; i < 16; i++) __asm__ volatile("" : "+v"(sums[i]));
    }
    float total = 0;
    UNROLLED for (long i = 0; i < 16; i++) total += sums[i][0];
    return total;
}
