import Foundation

/// A number as people read it, with so many significant digits: `0.0231`, `12.4`, `1.2e-05`.
public func rounded(_ value: some BinaryFloatingPoint, digits: Int = 3) -> String {
    String(format: "%.\(digits)g", Double(value))
}
