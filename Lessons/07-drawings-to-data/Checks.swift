import LessonKit
import Pictures

/// An answer to each exercise.
protocol DrawingAnswers {
    func kernel(forLinesUpTo width: Int) throws -> Int
    func ink(of row: [Int], kernel: Int) throws -> [Int]
    func category(ofCells cells: [Int]) throws -> Int
    func overlap(_ first: Picture.Box, _ second: Picture.Box) throws -> Double
}

extension FromDrawingsToData {
    static var answers: any DrawingAnswers { YourAnswers() }

    static let exercises: [Exercise<any DrawingAnswers>] = [
        changeOneNumber, linesOfOneRow, patternByHand, howMuchOfAFace,
        Exercise(
            open: "Better lines",
            hints: [
                "Begin with `lineArt` of each channel by itself, and take the darkest of the three.",
                "Red beside teal is the test picture: what does your extraction make of it?",
                "To give nothing away, ink must not depend on how large a difference is, only on whether there is one.",
            ]),
    ]

    private static let changeOneNumber = Exercise<any DrawingAnswers>(
        "Change one number",
        hints: [
            "Look at the figure of the bars: where does each curve begin to fall?",
            "A kernel of k keeps lines of up to k - 1 pixels.",
            "A kernel has a middle, so k is odd.",
        ]
    ) { answers in
        for width in [1, 2, 3, 4, 18, 25] {
            // The same measure as the lesson's; wider than 12 is more than its picture holds.
            let expected = (width + 1) / 2 * 2 + 1
            let got = try answers.kernel(forLinesUpTo: width)
            try WrongAnswer.unless(got, equals: expected, "for lines of up to \(width) pixels")
        }
    }

    private static let linesOfOneRow = Exercise<any DrawingAnswers>(
        "Lines of one row",
        hints: [
            "For each place take the slice of the row that the kernel covers, cut at both ends.",
            "Its maximum less the level itself is the ink.",
            "`row[max(0, x - reach)...min(row.count - 1, x + reach)].max()`, with reach = kernel / 2.",
        ]
    ) { answers in
        let rows = [
            [255, 255, 0, 255, 255], [200, 200, 40, 40, 40, 40, 200], [10], [255, 250, 245, 240, 235, 230],
        ]
        for row in rows {
            for kernel in [1, 3, 5] {
                let picture = Picture(width: row.count, height: 1, format: .grey, samples: row.map { UInt8($0) })
                let expected = picture.lineArt(kernel: kernel, strength: 1).samples.map { 255 - Int($0) }
                let got = try answers.ink(of: row, kernel: kernel)
                try WrongAnswer.unless(got, equals: expected, "for \(row) with a kernel of \(kernel)")
            }
        }
    }

    private static let patternByHand = Exercise<any DrawingAnswers>(
        "A pattern by hand",
        hints: [
            "Compare each of the eight outer cells with the fifth one, the middle.",
            "Clockwise from the upper left corner: 128, 64, 32, 16, 8, 4, 2, 1.",
            "By rows the weights are 128, 64, 32; 1, none, 16; 2, 4, 8. Equal counts as lighter.",
        ]
    ) { answers in
        let cases: [([Int], Int)] = [
            ([9, 9, 9, 9, 1, 9, 9, 9, 9], 255), ([1, 1, 1, 1, 9, 1, 1, 1, 1], 0), ([5, 5, 5, 5, 5, 5, 5, 5, 5], 255),
            ([9, 1, 1, 1, 5, 1, 1, 1, 1], 128), ([1, 1, 1, 9, 5, 1, 1, 1, 1], 1), ([1, 9, 1, 1, 5, 9, 9, 1, 1], 82),
        ]
        for (cells, expected) in cases {
            let got = try answers.category(ofCells: cells)
            try WrongAnswer.unless(got, equals: expected, "for the cells \(cells)")
        }
    }

    private static let howMuchOfAFace = Exercise<any DrawingAnswers>(
        "How much of a face",
        hints: [
            "First the box that lies in both: the larger of the left sides, the smaller of the right ones.",
            "In either: both areas, less what is in both, which would count twice.",
            "Boxes that do not meet have nothing in common: 0, and not a negative area.",
        ]
    ) { answers in
        let boxes = [
            Picture.Box(x: 0, y: 0, width: 10, height: 10), Picture.Box(x: 5, y: 0, width: 10, height: 10),
            Picture.Box(x: 2, y: 3, width: 4, height: 20), Picture.Box(x: 40, y: 40, width: 3, height: 3),
        ]
        for first in boxes {
            for second in boxes {
                try WrongAnswer.unless(
                    try answers.overlap(first, second), is: first.overlap(with: second), "for \(first) and \(second)")
            }
        }
    }
}
