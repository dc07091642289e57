/// What a convolution's result looks at: at each stop, `taps` numbers of each channel, around the stop's own place.
struct Gather: Sendable {
    /// Where the numbers come from: `channels` planes of height × width.
    let channels: Int
    let height: Int
    let width: Int
    /// For each number of the kernel, how far from the stop's own place it looks.
    let taps: [(y: Int, x: Int)]
    /// How far apart two neighbouring stops look.
    let step: Int
    /// The stops.
    let rows: Int
    let columns: Int

    /// How many numbers a stop looks at.
    var depth: Int { channels * taps.count }
    var plane: Int { height * width }
    var stops: Int { rows * columns }
}

/// Where a product's numbers go: rows and columns of a plane, `step` apart from a corner on.
struct Lattice: Sendable {
    let y: Int
    let x: Int
    let step: Int
    let width: Int
    let plane: Int
}
