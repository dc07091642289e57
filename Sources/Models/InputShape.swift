/// The shapes that a network takes: `[batch, channels, height, width]` with conditions.
public struct InputShape: Sendable, Equatable, CustomStringConvertible {
    public enum Sides: Sendable, Equatable {
        /// Height and width are positive multiples of a number.
        case multiples(of: Int)
        /// Height and width are both this number.
        case exactly(Int)
    }

    public let channels: Int
    public let sides: Sides

    public var description: String {
        switch sides {
        case .multiples(let unit):
            "[batch, \(channels), height, width], where height and width are multiples of \(unit)"
        case .exactly(let side): "[batch, \(channels), \(side), \(side)]"
        }
    }

    /// What is wrong with a shape; nil if nothing is.
    func problem(with shape: [Int]) -> String? {
        guard shape.count == 4, shape[0] > 0 else { return "has the shape \(shape), which is no batch of pictures" }
        guard shape[1] == channels else { return "has the shape \(shape), \(shape[1]) channels" }
        let fits = shape[2...].allSatisfy { length in
            switch sides {
            case .multiples(let unit): length > 0 && length % unit == 0
            case .exactly(let side): length == side
            }
        }
        return fits ? nil : "has the shape \(shape), height \(shape[2]) and width \(shape[3])"
    }
}
