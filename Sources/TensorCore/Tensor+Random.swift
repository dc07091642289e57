import Basics

extension Tensor {
    /// Numbers of the uniform distribution over the range.
    public init(uniformIn range: ClosedRange<Float>, shape: [Int], using generator: inout SeededGenerator) {
        self.init(shape: shape) { for index in $0.indices { $0[index] = generator.uniform(in: range) } }
    }

    /// Numbers of the normal distribution.
    public init(
        normalWithMean mean: Float = 0, deviation: Float = 1, shape: [Int], using generator: inout SeededGenerator
    ) {
        self.init(shape: shape) { for index in $0.indices { $0[index] = mean + deviation * generator.normal() } }
    }
}
