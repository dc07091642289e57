/// The shapes that a network takes: `[batch, channels, height, width]` with conditions.
public struct InputShape: Sendable, Equatable, CustomStringConvertible {
    public enum Sides: Sendable, Equatable {
        /// Height and width are multiples of a number, and not smaller than another.
        case multiples(of: Int, atLeast: Int = 1)
        /// Height and width are both this number.
        case exactly(Int)
    }

    public let channels: Int
    public let sides: Sides

    public var description: String {
        switch sides {
        case .multiples(let unit, let least):
            "[batch, \(channels), height, width], where height and width are "
                + [unit > 1 ? "multiples of \(unit)" : nil, least > unit || unit == 1 ? "at least \(least)" : nil]
                .compactMap(\.self).joined(separator: " and ")
        case .exactly(let side): "[batch, \(channels), \(side), \(side)]"
        }
    }

    /// What is wrong with a shape; nil if nothing is.
    func problem(with shape: [Int]) -> String? {
        guard shape.count == 4, shape[0] > 0 else { return "has the shape \(shape), which is no batch of pictures" }
        guard shape[1] == channels else { return "has the shape \(shape), \(shape[1]) channels" }
        let fits = shape[2...].allSatisfy { length in
            switch sides {
            case .multiples(let unit, let least): length >= max(1, least) && length % unit == 0
            case .exactly(let side): length == side
            }
        }
        return fits ? nil : "has the shape \(shape), height \(shape[2]) and width \(shape[3])"
    }
}
