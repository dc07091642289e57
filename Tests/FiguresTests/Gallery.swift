import Foundation

import Pictures

@testable import Figures

/// A figure of every kind, as lessons would make them.
enum Gallery {
    static let figures: [(name: String, figure: Figure)] = [
        ("curves", curves), ("functions", functions), ("region", region), ("points", points),
        ("histogram", histogram), ("bars", bars), ("heatmap", heatMap), ("signed", signed), ("matrix", matrix),
        ("contours", contours), ("vectors", vectors), ("marks", marks), ("tiny-values", tinyValues),
        ("latent-map", latentMap),
        ("gaps", gaps), ("long-names", longNames), ("digits", digits),
    ]

    static var panels: Panels {
        Panels(
            "One Gaussian fitted to two modes",
            [
                Figure("Forward KL covers both", x: "x", y: "density")
                    .curve(over: -6...6, "p") { 0.2 * exp(-($0 - 2) * ($0 - 2)) + 0.2 * exp(-($0 + 2) * ($0 + 2)) }
                    .curve(over: -6...6, "q", line: .dashed) { 0.16 * exp(-$0 * $0 / 9) },
                Figure("Reverse KL picks one", x: "x", y: "density")
                    .curve(over: -6...6, "p") { 0.2 * exp(-($0 - 2) * ($0 - 2)) + 0.2 * exp(-($0 + 2) * ($0 + 2)) }
                    .curve(over: -6...6, "q", line: .dashed) { 0.4 * exp(-($0 - 2) * ($0 - 2)) },
                Figure("Distance in the plane", x: "μ", y: "σ")
                    .heatMap(x: -3...3, y: 0.5...3, "KL (nats)") { $0 * $0 + $1 },
                tinyValues,
            ], columns: 2)
    }

    static var graph: Diagram {
        Diagram("One step of the tape: loss = (w·x + b − y)²")
            .node("w", "w = 0.5", column: 0, row: 0, shape: .ellipse, color: .vermillion)
            .node("x", "x = 2", column: 0, row: 1, shape: .ellipse, color: .grey)
            .node("b", "b = 0.1", column: 0, row: 2, shape: .ellipse, color: .vermillion)
            .node("product", "×\n1.0", column: 1, row: 0.5)
            .node("sum", "+\n1.1", column: 2, row: 1)
            .node("loss", "squared error\n0.81", column: 3, row: 1, color: .green)
            .edge("w", "product").edge("x", "product", line: .dashed).edge("product", "sum").edge("b", "sum")
            .edge("product", "w", "−3.6", color: .vermillion)
            .edge("sum", "loss", "1.1").edge("loss", "sum", "∂ = −1.8", color: .vermillion)
            .cells(
                "map", "a map, a window marked", [["0", "1", "−12"], ["2", "3", "4.5"], ["0", "0", "7"]],
                marked: Diagram.Block(rows: 0..<2, columns: 1..<3), column: 2, row: 3, color: .orange
            )
            .edge("map", "loss", line: .dotted)
    }

    static var latentMap: Figure {
        Figure("A map of the latent plane", x: "z₁", y: "z₂")
            .picture(picture(28, seed: 3), x: -3...3, y: -3...3)
            .annotation("a face", at: (1.5, 2.4), pointingTo: (0.2, 0.3), color: .vermillion)
            .equalUnits()
    }

    static var gaps: Figure {
        let x = Array(0..<60)
        let y = x.map { (20..<24).contains($0) ? Double.nan : 40 * exp(-Double($0) / 9) - 0.4 }
        return Figure(
            "A loss that was lost for a while, and the title of which is much longer than any title ought to be in a figure",
            x: "epoch", y: "reconstruction error, sum over pixels (nats)"
        )
        .curve(x, y, "training").logarithmicY()
    }

    static var longNames: Figure {
        Figure("What each part adds", y: "saturation")
            .bars(
                [
                    "squared error", "with the adversary", "with hints everywhere", "adversary too strong by far",
                    "true pictures", "grey",
                ],
                [0.21, 0.36, 0.41, 0.78, 0.45, -0.05], errors: [0.02, 0.03, 0.03, 0.1, 0.01, 0.02],
                showingValues: true
            )
            .horizontalLine(at: 0.45, "as saturated as the true pictures", color: .vermillion)
    }

    static var digits: Figure {
        let z = normals(3000, seed: 11)
        let w = normals(3000, seed: 12)
        return Figure("Digits in the latent plane", x: "z₁", y: "z₂")
            .points(
                z.enumerated().map { $1 * 0.4 + Double($0 % 10 % 4) },
                w.enumerated().map { $1 * 0.3 + Double($0 % 10 / 4) },
                classes: z.indices.map { $0 % 10 })
    }

    static func picture(_ size: Int, seed: UInt64) -> Picture {
        let random = noise(size * size * 3, seed: seed).map { UInt8($0 * 90) }
        var samples: [UInt8] = []
        for y in 0..<size {
            for x in 0..<size {
                let (dx, dy) = (Double(x) - Double(size) / 2, Double(y) - Double(size) / 2)
                let isInside = dx * dx + dy * dy < Double(size * size) / 6
                let index = (y * size + x) * 3
                for channel in 0..<3 {
                    samples.append(
                        isInside ? random[index + channel] &+ UInt8(channel) * 60 : 255 - random[index] / 8)
                }
            }
        }
        return Picture(width: size, height: size, format: .rgb, samples: samples)
    }

    static var grid: PictureGrid {
        PictureGrid(
            "Held-out faces after 2,000 steps",
            rows: (0..<3).map { row in (0..<4).map { picture(32, seed: UInt64(row * 4 + $0)) } },
            columnTitles: ["line", "coloured", "with hints (two dabs on hair and clothes)", "true"],
            rowTitles: ["short hair", "long hair with a very long description", "twin tails"])
    }

    static var largeGrid: PictureGrid {
        PictureGrid(
            "",
            rows: [(0..<8).map { picture(200, seed: UInt64($0)) }, (0..<5).map { picture(100, seed: UInt64($0)) }],
            columnTitles: (0..<8).map { "σ = 0.\($0)" })
    }

    /// Pseudo-random numbers of [0, 1).
    static func noise(_ count: Int, seed: UInt64 = 1) -> [Double] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 11) * 0x1p-53
        }
    }

    static func normals(_ count: Int, seed: UInt64 = 1) -> [Double] {
        let a = noise(count, seed: seed)
        let b = noise(count, seed: seed &+ 99)
        return zip(a, b).map { sqrt(-2 * log(1 - $0)) * cos(2 * .pi * $1) }
    }

    static var curves: Figure {
        let steps = Array(stride(from: 0, to: 20_000, by: 10))
        let random = normals(steps.count)
        let losses = zip(steps, random).map { (0.004 + 0.12 * exp(-Double($0) / 2500)) * exp(0.35 * $1) }
        let rare = Array(stride(from: 0, to: 20_000, by: 500))
        let heldOut = rare.map { 0.009 + 0.12 * exp(-Double($0) / 2600) }
        return Figure("Training loss", x: "step", y: "squared error per pixel")
            .curve(steps, losses, "training", smoothing: 0.95)
            .curve(rare, heldOut, "held out")
            .logarithmicY()
    }

    static var functions: Figure {
        Figure("The logarithm is concave: its chord lies below it", x: "x", y: "log x")
            .curve(over: 0.2...6, "log x") { log($0) }
            .curve([1.0, 5], [0, log(5.0)], "chord", line: .dashed)
            .annotation("log of the mean", at: (2.2, 1.75), pointingTo: (3, log(3)))
            .annotation("mean of the logs", at: (4.1, 0.2), pointingTo: (3, log(5) / 2))
    }

    static var region: Figure {
        let x = Array(0...60)
        let mean = x.map { 2 + sin(Double($0) / 8) }
        return Figure("Mean and spread of five runs", x: "epoch", y: "KL divergence (nats)")
            .region(
                x, from: mean.map { $0 - 0.4 }, to: mean.map { $0 + 0.4 }, "one standard deviation", color: .blue
            )
            .curve(x, mean, "mean", color: .blue)
            .verticalLine(at: 25, "β reaches 1")
            .horizontalLine(at: 2.9, "target")
    }

    static var points: Figure {
        var x: [Double] = []
        var y: [Double] = []
        var classes: [Int] = []
        let a = normals(1200, seed: 5)
        let b = normals(1200, seed: 6)
        for index in 0..<1200 {
            let number = index % 6
            let angle = Double(number) / 6 * 2 * .pi
            x.append(2 * cos(angle) + 0.5 * a[index])
            y.append(2 * sin(angle) + 0.5 * b[index])
            classes.append(number)
        }
        return Figure("Latent means of the test pictures", x: "z₁", y: "z₂")
            .points(x, y, classes: classes, names: ["black", "brown", "blond", "red", "blue", "green"])
            .equalUnits()
    }

    static var histogram: Figure {
        Figure("Saturation of the coloured faces", x: "saturation", y: "pictures per unit of saturation")
            .histogram(normals(4000).map { 0.32 + 0.08 * $0 }, "squared error only", asDensity: true)
            .histogram(normals(4000, seed: 7).map { 0.52 + 0.11 * $0 }, "with the adversary", asDensity: true)
    }

    static var bars: Figure {
        Figure("Time of one training step", y: "milliseconds")
            .bars(
                ["forward", "backward", "optimiser", "data"], [41, 88.5, 9.2, 3.1], errors: [3, 7, 1, 0.5],
                "1 thread", showingValues: true
            )
            .bars(
                ["forward", "backward", "optimiser", "data"], [23, 47.5, 8.8, 3.0], errors: [2, 4, 1, 0.5],
                "2 threads", showingValues: true)
    }

    static var heatMap: Figure {
        Figure("Two modes, and the Gaussian that covers both", x: "x", y: "y")
            .heatMap(x: -4...4, y: -3...3, "density") { x, y in
                exp(-((x - 1.5) * (x - 1.5) + y * y)) + 0.7 * exp(-((x + 1.5) * (x + 1.5) + (y - 0.5) * (y - 0.5)))
            }
            .contours(x: -4...4, y: -3...3, "fitted Gaussian", levels: [0.1, 0.3, 0.6, 0.9], color: .white) { x, y in
                exp(-(x * x / 6 + y * y / 2))
            }
    }

    static var signed: Figure {
        Figure("One filter of the first layer", x: "column", y: "row")
            .heatMap(normals(49, seed: 3), columns: 7, "weight", colors: .diverging, rowsFromTop: true)
            .equalUnits().size(width: 520, height: 460)
    }

    static var matrix: Figure {
        Figure("Confusion of hair colours", x: "said", y: "true")
            .heatMap(
                [90, 6, 4, 3, 95, 2, 8, 12, 80], columns: 3, "% of pictures", rowsFromTop: true, showingValues: true
            )
            .xNames([("black", 1), ("brown", 2), ("blond", 3)]).yNames([("black", 3), ("brown", 2), ("blond", 1)])
            .equalUnits().size(width: 520, height: 460)
    }

    static var contours: Figure {
        Figure("Rosenbrock's valley and the path of Adam", x: "w₁", y: "w₂")
            .contours(x: -2...2, y: -1...3, levels: [1, 5, 20, 100, 400]) { x, y in
                (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x)
            }
            .curve(
                [-1.5, -1.2, -0.8, -0.3, 0.2, 0.6, 0.9, 1], [2.4, 1.4, 0.7, 0.1, 0.05, 0.35, 0.8, 1], "Adam",
                color: .vermillion
            )
            .points([1.0], [1.0], "minimum", color: .green)
    }

    static var vectors: Figure {
        let side = stride(from: -2.0, through: 2, by: 0.4)
        let grid = side.flatMap { y in side.map { (x: $0, y: y) } }
        return Figure("The gradient of a saddle", x: "x", y: "y")
            .vectors(grid.map(\.x), grid.map(\.y), grid.map { -$0.x }, grid.map(\.y), "−∇f")
            .equalUnits()
            .size(width: 560, height: 500)
    }

    static var marks: Figure {
        Figure("What a wrong learning rate does", x: "learning rate", y: "loss after 500 steps")
            .curve(
                [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2], [0.9, 0.7, 0.41, 0.2, 0.12, 0.16, 0.5, 2.3], "Adam"
            )
            .curve(
                [1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2], [1.0, 0.98, 0.93, 0.8, 0.6, 0.31, 0.22, 0.21],
                "SGD with momentum", line: .dashed
            )
            .annotation("too large", at: (4e-3, 1.8), pointingTo: (2.6e-2, 2.1))
            .verticalLine(at: 1e-3, "the default")
            .logarithmicX()
    }

    static var tinyValues: Figure {
        let x = Array(stride(from: 0, through: 400_000, by: 10_000))
        return Figure("Variance of the gradient", x: "step", y: "variance")
            .curve(x, x.map { 2.4e-5 * exp(-Double($0) / 1e5) }, "encoder")
            .curve(x, x.map { 1.1e-5 * exp(-Double($0) / 3e5) }, "decoder")
    }
}
