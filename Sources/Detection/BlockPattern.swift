/// A multi-block local binary pattern: 3×3 equal cells in a window, of which the eight outer ones are compared with the
/// one in the middle.
///
///     128  64  32         A cell at least as light as the middle one counts the number that stands in it;
///       1   ·  16         their sum, 0 to 255, is the pattern's category. An eye, dark between light cheeks,
///       2   4   8         falls into other categories than a flat piece of hair.
///
/// Only what is lighter counts, not how much: so a drawing in pale colours gives the same categories as one in dark
/// ones. (Liao, Zhu, Lei, Zhang and Li, "Learning multi-scale block local binary patterns for face recognition", 2007.)
public struct BlockPattern: Sendable, Hashable {
    /// The top left corner of the first cell, from the window's.
    public let x: Int
    public let y: Int
    /// Pixels of one cell.
    public let cellWidth: Int
    public let cellHeight: Int

    public init(x: Int, y: Int, cellWidth: Int, cellHeight: Int) {
        self.x = x
        self.y = y
        self.cellWidth = cellWidth
        self.cellHeight = cellHeight
    }

    /// Whether all nine cells lie within a window.
    public func fits(inWidth width: Int, height: Int) -> Bool {
        x >= 0 && y >= 0 && cellWidth > 0 && cellHeight > 0
            && x <= width - 3 * cellWidth && y <= height - 3 * cellHeight
    }

    /// Every pattern that fits into a window: 8464 of them in one of 24×24.
    public static func all(inWidth width: Int, height: Int) -> [BlockPattern] {
        var patterns: [BlockPattern] = []
        for y in 0..<height {
            for x in 0..<width {
                for cellHeight in 1...max(1, (height - y) / 3) {
                    for cellWidth in 1...max(1, (width - x) / 3) {
                        let pattern = BlockPattern(x: x, y: y, cellWidth: cellWidth, cellHeight: cellHeight)
                        if pattern.fits(inWidth: width, height: height) { patterns.append(pattern) }
                    }
                }
            }
        }
        return patterns
    }

    /// How many corners the cells have: 4 rows of 4.
    static let cornerCount = 16

    /// Where the cells' corners lie in an integral picture, from the window's place on, row by row.
    func corners(stride: Int) -> [Int32] {
        (0..<Self.cornerCount).map { corner in
            Int32((y + corner / 4 * cellHeight) * stride + x + corner % 4 * cellWidth)
        }
    }
}

/// The category of the pattern whose sixteen corners lie at `corners`, in the window at `window`.
@inline(__always)
func category(at window: UnsafePointer<UInt32>, _ corners: UnsafePointer<Int32>) -> Int {
    @inline(__always) func sum(_ corner: Int) -> UInt32 { window[Int(corners[corner])] }
    // Sums over two cells at a time would do as well, but corner by corner is what the processor likes best.
    let (a, b, c, d) = (sum(0), sum(1), sum(2), sum(3))
    let (e, f, g, h) = (sum(4), sum(5), sum(6), sum(7))
    let (i, j, k, l) = (sum(8), sum(9), sum(10), sum(11))
    let (m, n, o, p) = (sum(12), sum(13), sum(14), sum(15))
    let middle = f &- g &- j &+ k
    var category = 0
    if a &- b &- e &+ f >= middle { category |= 128 }
    if b &- c &- f &+ g >= middle { category |= 64 }
    if c &- d &- g &+ h >= middle { category |= 32 }
    if g &- h &- k &+ l >= middle { category |= 16 }
    if k &- l &- o &+ p >= middle { category |= 8 }
    if j &- k &- n &+ o >= middle { category |= 4 }
    if i &- j &- m &+ n >= middle { category |= 2 }
    if e &- f &- i &+ j >= middle { category |= 1 }
    return category
}
