/// How far each pixel is from the nearest line: a chamfer of 5 to a neighbour and 7 across a corner (Borgefors, *Distance
/// transformations in digital images*, 1986), up to a limit, beyond which it does not matter.
package struct LineDistance {
    /// Fifths of a pixel from the nearest line, row by row; 0 on lines.
    package let values: [UInt16]
    let limit: Int

    /// Fifths of a pixel between neighbours.
    package static let step = 5

    /// `isLine` says of each pixel, row by row, whether it is of a line.
    package init(width: Int, height: Int, limit: Int, isLine: (Int) -> Bool) {
        self.limit = limit
        values = [UInt16](unsafeUninitializedCapacity: width * height) { values, count in
            for index in 0..<width * height { values[index] = isLine(index) ? 0 : UInt16(limit) }
            func shorten(_ index: Int, _ neighbour: Int, by way: UInt16) {
                let total = values[neighbour] + way
                if total < values[index] { values[index] = total }
            }
            for y in 0..<height {
                for x in 0..<width {
                    let index = y * width + x
                    if values[index] == 0 { continue }
                    if x > 0 { shorten(index, index - 1, by: 5) }
                    guard y > 0 else { continue }
                    shorten(index, index - width, by: 5)
                    if x > 0 { shorten(index, index - width - 1, by: 7) }
                    if x < width - 1 { shorten(index, index - width + 1, by: 7) }
                }
            }
            for y in (0..<height).reversed() {
                for x in (0..<width).reversed() {
                    let index = y * width + x
                    if values[index] == 0 { continue }
                    if x < width - 1 { shorten(index, index + 1, by: 5) }
                    guard y < height - 1 else { continue }
                    shorten(index, index + width, by: 5)
                    if x > 0 { shorten(index, index + width - 1, by: 7) }
                    if x < width - 1 { shorten(index, index + width + 1, by: 7) }
                }
            }
            count = width * height
        }
    }
}
