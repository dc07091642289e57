import Figures
import Models
import TensorCore
import Training

/// The network's maps, from the line drawing down to the small ones and up again, and the skips across.
func unetDiagram(_ network: UNet, side: Int) -> Diagram {
    let rows = network.summary(input: [1, 4, side, side]).rows
    func map(_ layer: String) -> String {
        let shape = rows.first { $0.name == layer || $0.name == "\(layer).conv" }?.outputShape ?? []
        return "\(shape[1]) maps\n\(shape[2])×\(shape[3])"
    }
    let down = ["c0", "c2", "c4", "c6"]
    let up = ["dc1", "dc3", "dc5", "dc7"]
    var diagram = Diagram("Down, up, and across")
        .node("lines", "line, hint\n\(side)×\(side)", column: 0, row: 0, shape: .ellipse, color: .green)
        .node("picture", "picture\n\(side)×\(side)", column: 5, row: 0, shape: .ellipse, color: .orange)
        .node("c8", map("c8"), column: 2.5, row: 4)
    for (level, (before, after)) in zip(down, up).enumerated() {
        let step = 0.37 * Double(level)
        diagram = diagram.node(before, map(before), column: 0.85 + step, row: Double(level))
            .node(after, map(after), column: 4.15 - step, row: Double(level))
            .edge(before, after, "skip", color: .vermillion)
    }
    for (start, end) in zip(["lines"] + down, down + ["c8"]) { diagram = diagram.edge(start, end) }
    for (start, end) in zip(["c8"] + up.reversed(), up.reversed() + ["picture"]) {
        diagram = diagram.edge(start, end)
    }
    return diagram
}

/// One window of a convolution, and the number that comes of it.
func convolutionDiagram() -> Diagram {
    let map = Tensor((0..<36).map { [1, 1, 1, 0, 0, 1][$0 % 6] }, shape: [1, 1, 6, 6])
    let kernel = Tensor([1, 0, -1, 1, 0, -1, 1, 0, -1], shape: [1, 1, 3, 3])
    return Diagram("One convolution")
        .cells(
            "map", "a map", cells(of: map), marked: Diagram.Block(rows: 1..<4, columns: 2..<5), column: 0, row: 0
        )
        .cells("kernel", "a kernel, learnt", cells(of: kernel), column: 1, row: 0, color: .orange)
        .cells(
            "result", "the result", cells(of: map.convolved(with: kernel)),
            marked: Diagram.Block(rows: 1..<2, columns: 2..<3), column: 2, row: 0
        )
        .edge("map", "kernel", "times").edge("kernel", "result", "sum")
}

/// One number of a map, and the window that a transposed convolution adds it to.
func transposedConvolutionDiagram() -> Diagram {
    let map = Tensor([1, 0, 2, 0, 3, 0, 1, 0, 0], shape: [1, 1, 3, 3])
    let side: [Float] = [1, 2, 2, 1]
    let kernel = Tensor(side.flatMap { row in side.map { row * $0 } }, shape: [1, 1, 4, 4])
    return Diagram("One transposed convolution, of stride 2")
        .cells(
            "map", "a map", cells(of: map), marked: Diagram.Block(rows: 1..<2, columns: 1..<2), column: 0, row: 0
        )
        .cells("kernel", "a kernel, learnt", cells(of: kernel), column: 1, row: 0, color: .orange)
        .cells(
            "result", "the result, twice as large",
            cells(of: map.transposeConvolved(with: kernel, stride: 2, padding: 1)),
            marked: Diagram.Block(rows: 1..<5, columns: 1..<5), column: 2, row: 0
        )
        .edge("map", "kernel", "times").edge("kernel", "result", "added up")
}

/// The numbers of a map of one channel, row by row.
private func cells(of map: Tensor) -> [[String]] {
    let (height, width) = (map.shape[2], map.shape[3])
    return (0..<height).map { row in (0..<width).map { rounded(map[0, 0, row, $0]) } }
}
