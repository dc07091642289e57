/// How exactly gradients are added up and sent.
public enum GradientPrecision: String, CaseIterable, Sendable {
    /// As they are.
    case float32
    /// Each micro-batch's gradient and each sum of the tree is rounded to 8 significant bits (bfloat16), wherever it is added;
    /// so half as many bytes are sent, and the sums still do not depend on the number of processes.
    case bfloat16

    /// Bytes of a number on its way.
    var width: Int { self == .float32 ? 4 : 2 }

    /// Rounds numbers to what can be sent.
    func round(_ numbers: UnsafeMutableBufferPointer<Float>) {
        guard self == .bfloat16 else { return }
        for index in numbers.indices {
            numbers[index] = Float(bitPattern: UInt32(Self.upperHalf(of: numbers[index])) << 16)
        }
    }

    /// The upper half of a number's bits, rounded to the nearest, and to the even one of two. What is no number stays so.
    static func upperHalf(of number: Float) -> UInt16 {
        let bits = number.bitPattern
        if number.isNaN { return UInt16(bits >> 16) | 0x40 }
        return UInt16((bits &+ 0x7FFF &+ (bits >> 16 & 1)) >> 16)
    }
}
