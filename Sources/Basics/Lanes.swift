/// Sixteen numbers, which loops treat at once. The compiler makes of them what the processor has: four vectors of SSE at
/// least.
package typealias Lanes = SIMD16<Float>
