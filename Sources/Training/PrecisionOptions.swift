import ArgumentParser
import TensorCore

extension ProductPrecision: ExpressibleByArgument {}

/// What a command computes products in.
public struct PrecisionOptions: ParsableArguments {
    @Option(
        help: """
            What products are computed in: float32, or bfloat16, which is coarser, and faster on some processors. Sums are \
            float32 in either.
            """)
    public var precision = ProductPrecision.float32

    public init() {}

    /// Runs the command's work in it.
    public func computing<Result>(_ body: () throws -> Result) rethrows -> Result {
        try precision.computing(body)
    }
}

extension ProductPrecision {
    /// Runs what was asked to be computed in it, and says so where the processor cannot.
    func computing<Result>(_ body: () throws -> Result) rethrows -> Result {
        if !isSupported {
            Console.warn("This processor does not multiply \(rawValue): products are computed in float32.")
        }
        return try TensorCore.computing(in: self, body)
    }
}

extension Setting {
    /// What the products of a training's steps are computed in.
    public static func precision(_ path: SettingPath<Plan, ProductPrecision>) -> Self {
        Setting.choice(
            "precision", path,
            "What products are computed in: float32, or bfloat16, which some processors are faster with."
        ).silent(about: ProductPrecision.float32.rawValue)
    }
}
