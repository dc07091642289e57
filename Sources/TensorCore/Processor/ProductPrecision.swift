/// How exactly the factors of products are taken: those of convolutions, transposed convolutions, linear layers and matrix
/// products, and of their gradients. Sums, and everything else, are Float32.
///
/// It is chosen for the time of a computation, ``computing(in:_:)``, and the gradient of a product has the precision that the
/// product had.
public enum ProductPrecision: String, CaseIterable, Sendable {
    /// As they are.
    case float32
    /// Rounded to 8 significant bits (bfloat16). Where the processor does not multiply such numbers, it is as float32.
    ///
    /// The results of few channels, depthwise convolutions and small matrix products stay as exact as they are.
    case bfloat16

    /// What products are computed in here and now.
    @TaskLocal public static var current = ProductPrecision.float32

    /// Whether this processor can do it.
    public var isSupported: Bool { self == .float32 || Kernels.bfloat16 != nil }
}

/// Runs `body`, whose products are computed in a precision, and gives what it gives.
///
/// Work that `body` hands to other threads on its own, and not as a task, is not part of it.
public func computing<Result>(in precision: ProductPrecision, _ body: () throws -> Result) rethrows -> Result {
    try ProductPrecision.$current.withValue(precision, operation: body)
}
