// As many multiply-adds as the processor can do, on numbers that never leave its registers: what the other loops are
// measured against.

static float multiplyAdds(long rounds) {
    vector sums[16];
    UNROLLED for (long i = 0; i < 16; i++) sums[i] = (vector){} + (float)i;
    // Of which both halves are the bfloat16 0.5.
    const float half = 0x1.007ep-1f;
    vector halves = (vector){} + half;
    for (long round = 0; round < rounds; round++) {
        UNROLLED for (long i = 0; i < 16; i++) sums[i] = multiplyAdd(sums[i], &half, halves);
        // The sums are taken to change here, so that the rounds are not worked out at once.
        UNROLLED for (long i = 0; i < 16; i++) __asm__ volatile("" : "+v"(sums[i]));
    }
    float total = 0;
    UNROLLED for (long i = 0; i < 16; i++) total += sums[i][0];
    return total;
}
