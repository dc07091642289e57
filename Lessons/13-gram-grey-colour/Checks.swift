import LessonKit
import Networks
import TensorCore

/// An answer to each exercise.
protocol GramAnswers {
    func gram(of rows: [[Double]]) throws -> [[Double]]
    func gradientOfHuber(at difference: Double, delta: Double) throws -> Double
    func recolored(drawn: [Double], photograph: [Double]) throws -> [Double]
    func styleLoss(of map: Tensor, like style: Tensor) throws -> Tensor
}

extension GramGreyColor {
    static var answers: any GramAnswers { YourAnswers() }

    static let exercises: [Exercise<any GramAnswers>] = [
        byHand, gradientOfHuber, recolored, styleLoss,
        Exercise(
            open: "Pixels that move alone",
            hints: [
                "`Canvas` makes a layer for each of 1, 2, 4 and 8: leave the 1.",
                "Compare the Gram distances of the tables with the ones on this page, and the pictures with the ones here.",
                "Every deep map has many pictures. Which of them do small steps of single pixels find first?",
            ],
            answer: """
                The losses get as low or lower, and the pictures get worse. Many pictures have nearly the same deep map. A step of \
                Adam moves every pixel by about the same amount, so the nearest of them is the start with a little noise of the right \
                kind. A low loss says that the features agree, not that the picture looks like one.
                """),
    ]

    private static let byHand = Exercise<any GramAnswers>(
        "By hand",
        hints: [
            "Entry (i, j) is a sum over places: channel i there times channel j there.",
            "Divide by channels times places, which is the number of all numbers.",
            "Two channels that are never active together have 0 between them.",
        ]
    ) { answers in
        let cases: [([[Double]], [[Double]])] = [
            ([[1, 0, 2, 0]], [[1.25]]),
            ([[1, 0], [0, 3]], [[0.25, 0], [0, 2.25]]),
            ([[1, 2, 3], [0, -1, 1]], [[14 / 6.0, 1 / 6.0], [1 / 6.0, 2 / 6.0]]),
        ]
        for (rows, expected) in cases {
            let got = try answers.gram(of: rows)
            try WrongAnswer.unless(
                got.map(\.count) == expected.map(\.count), expected: "a matrix \(expected.count)×\(expected.count)",
                got: "\(got)", "for \(rows)")
            for i in rows.indices {
                for j in rows.indices {
                    try WrongAnswer.unless(got[i][j], is: expected[i][j], "at (\(i), \(j)) for \(rows)")
                }
            }
        }
    }

    private static let gradientOfHuber = Exercise<any GramAnswers>(
        "The gradient of Huber's loss",
        hints: [
            "Take the two pieces one by one: ½ d², and δ (|d| − ½ δ).",
            "d inside, δ or −δ outside.",
            "It is d, clamped to −δ…δ.",
        ]
    ) { answers in
        for (difference, delta, expected) in [
            (0.3, 1.0, 0.3), (-0.3, 1, -0.3), (2, 1, 1), (-5, 1, -1), (0.3, 0.1, 0.1), (0, 0.1, 0),
        ] {
            try WrongAnswer.unless(
                try answers.gradientOfHuber(at: difference, delta: delta), is: expected,
                "at \(difference) for delta \(delta)")
        }
    }

    private static let recolored = Exercise<any GramAnswers>(
        "The brightness of one, the colours of the other",
        hints: [
            "You could go to YUV and back. But what do U and V do when red, green and blue all grow by the same?",
            "They stay, because they are scaled B − Y and R − Y. And Y grows by that too.",
            "Add Y of the drawing less Y of the photograph to each of the photograph's channels.",
        ]
    ) { answers in
        let cases: [([Double], [Double], [Double])] = [
            ([0, 0, 0], [1, 1, 1], [0, 0, 0]), ([1, 1, 1], [0.2, 0.4, 0.6], [0.837, 1.037, 1.237]),
            ([0.5, 0.25, 0.75], [0.5, 0.25, 0.75], [0.5, 0.25, 0.75]),
            ([1, 0, 0], [0, 1, 0], [-0.288, 0.712, -0.288]),
        ]
        for (drawn, photograph, expected) in cases {
            let got = try answers.recolored(drawn: drawn, photograph: photograph)
            try WrongAnswer.unless(got.count == 3, expected: "three numbers", got: "\(got.count)", "for \(drawn)")
            for (index, name) in ["red", "green", "blue"].enumerated() {
                try WrongAnswer.unless(
                    got[index], is: expected[index], "\(name) for drawn \(drawn), photograph \(photograph)")
            }
        }
    }
}
