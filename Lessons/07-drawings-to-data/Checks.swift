import Drawings
import LessonKit
import Pictures
import Training

/// An answer to each exercise.
protocol DrawingAnswers {
    func kernel(forLinesUpTo width: Int) throws -> Int
    func lines(of picture: Picture) throws -> Picture
    func category(ofCells cells: [Int]) throws -> Int
    func overlap(_ first: Picture.Box, _ second: Picture.Box) throws -> Double
}

extension FromDrawingsToData {
    static var answers: any DrawingAnswers { YourAnswers() }

    static let exercises: [Exercise<any DrawingAnswers>] = [
        changeOneNumber, betterLines, patternByHand, howMuchOfAFace,
        Exercise(
            open: "Lines that give less away",
            hints: [
                "Ink that gives nothing away must not depend on how large a difference is, only on whether there is one.",
                "So try a threshold. What does it do to recall where lines are pale?",
            ],
            answer: """
                A low threshold on the difference makes all ink equally black, so the ink on the hair tells less about its lightness. \
                The price is grain that passes the threshold and becomes black specks. A high one only moves the leak: lines on dark \
                hair are gone, and that tells as much.
                """),
    ]

    private static let changeOneNumber = Exercise<any DrawingAnswers>(
        "Change one number",
        hints: [
            "Look at the figure of the bars: where does each curve begin to fall?",
            "A kernel of k keeps lines of up to k - 1 pixels.",
            "A kernel has a middle, so k is odd.",
        ],
        answer: """
            A kernel of 19 fills eyes with ink: it reaches from the iris to the white of the eye, which is lighter. First make the drawing \
            smaller, to the size that the network sees. Its lines get narrower with it, and a kernel of 3 or 5 is wide enough.
            """
    ) { answers in
        for width in [1, 2, 3, 4, 18, 25] {
            // The same measure as the lesson's; wider than 12 is more than its picture holds.
            let expected = (width + 1) / 2 * 2 + 1
            let got = try answers.kernel(forLinesUpTo: width)
            try WrongAnswer.unless(got, equals: expected, "for lines of up to \(width) pixels")
        }
    }

    private static let betterLines = Exercise<any DrawingAnswers>(
        "Better lines",
        hints: [
            "Red beside teal: which of the three channels differ there?",
            "Take `lineArt` of each channel as a grey picture of its own.",
            "And of the three the darkest, pixel by pixel.",
        ]
    ) { answers in
        func picture(_ color: (Int) -> [UInt8]) -> Picture {
            Picture(width: 16, height: 16, format: .rgb, samples: (0..<256).flatMap { color($0 % 16) })
        }
        let (red, teal): ([UInt8], [UInt8]) = ([214, 84, 60], [40, 155, 150])
        func ink(_ picture: Picture) throws -> Int {
            let lines = try answers.lines(of: picture)
            try WrongAnswer.unless(
                lines.format == .grey && lines.width == picture.width && lines.height == picture.height,
                expected: "a grey picture of the same size", got: "\(lines.width)×\(lines.height), \(lines.format)",
                "for \(picture.width)×\(picture.height)")
            return lines.samples.map { 255 - Int($0) }.max() ?? 0
        }
        try WrongAnswer.unless(
            try ink(picture { _ in red }) < 10, expected: "paper", got: "ink", "for one flat red")
        try WrongAnswer.unless(
            try ink(picture { $0 < 8 ? red : teal }) > 100, expected: "ink", got: "next to none",
            "where red meets a teal of the same brightness")
        let faces = DrawnFaces(seed: 7, size: 192)
        let scores = try (0..<4).map { LineScore(try answers.lines(of: faces[$0].color), against: faces[$0].lines) }
        try WrongAnswer.unless(
            scores.mean.recall > 0.8, expected: "more of the true lines", got: rounded(scores.mean.recall),
            "of the ink of four faces")
        try WrongAnswer.unless(
            scores.mean.precision > 0.75, expected: "fewer lines that nobody drew",
            got: rounded(scores.mean.precision),
            "of your ink is true, for four faces")
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
