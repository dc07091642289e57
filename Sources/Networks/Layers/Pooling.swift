import TensorCore

/// One number for each window of each channel; the windows lie side by side.
///
/// - Input `[batch, channels, height, width]`, output the same with height / size and width / size, rounded down.
public final class Pooling: Layer {
    public enum Kind: Sendable {
        /// The largest number of the window.
        case maximum
        /// The mean of the window. Gatys, Ecker and Bethge (2016) found that pictures which follow its gradient look
        /// better.
        case average
    }

    public let kind: Kind
    public let size: Int

    public init(_ kind: Kind, size: Int = 2) {
        self.kind = kind
        self.size = size
    }

    public func forward(_ x: Tensor, _ mode: Mode) -> Tensor {
        switch kind {
        case .maximum: x.maxPooled(size: size)
        case .average: x.averagePooled(size: size)
        }
    }
}
