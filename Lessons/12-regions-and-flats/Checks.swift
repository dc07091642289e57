import LessonKit
import Pictures

/// An answer to each exercise.
protocol RegionAnswers {
    func leastRadius(closing width: Int) throws -> Int
    func joins(opening: Double, halfWidths: (Double, Double), widest: Double, narrowing: Double) throws -> Bool
    func inkOfStep(to ink: Double, sides: (Double, Double)) throws -> Double
    func flatted(_ proposal: Picture, in map: RegionMap) throws -> Picture
}

extension RegionsAndFlats {
    static var answers: any RegionAnswers { YourAnswers() }

    static let exercises: [Exercise<any RegionAnswers>] = [
        changeOneNumber, stayOrJoin, cornerRule, flatADrawing,
        Exercise(
            open: "Your own palette",
            hints: [
                "The first line of the file is `GIMP Palette`; then each colour is a line of red, green and blue, 0 to 255.",
                "Dabs stay what they are; everything else takes the nearest colour of the palette.",
                "Light colours for large areas, one dark, one strong: then look again.",
            ]),
    ]

    private static let changeOneNumber = Exercise<any RegionAnswers>(
        "The least ball",
        hints: [
            "In the middle of the opening, how far is the ink?",
            "Half the width. The ball is stopped if that is not more than its radius.",
            "Half the width, rounded up.",
        ]
    ) { answers in
        for (width, expected) in [(2, 1), (3, 2), (4, 2), (7, 4), (16, 8)] {
            try WrongAnswer.unless(
                try answers.leastRadius(closing: width), equals: expected, "for an opening of \(width) pixels")
        }
    }

    private static let stayOrJoin = Exercise<any RegionAnswers>(
        "Stay or join",
        hints: [
            "Two things must hold for an opening to stay closed.",
            "It is no wider than the widest gap, and the narrower of both basins is wide enough.",
            "They join if the opening is wider than `widest`, or the smaller width is less than `narrowing` openings.",
        ],
        answer: """
            A strand of hair with a waist would be cut there, because the opening at its waist is narrower than the widest gap. The \
            condition asks that both sides are clearly wider than the opening, and a strand is hardly wider than its own waist.
            """
    ) { answers in
        let cases: [(Double, (Double, Double), Bool)] = [
            (4, (20, 30), false), (12, (40, 40), true), (4, (3, 30), true), (4, (30, 4), true), (4, (5, 30), false),
        ]
        for (opening, halfWidths, expected) in cases {
            let got = try answers.joins(opening: opening, halfWidths: halfWidths, widest: 8, narrowing: 2.2)
            try WrongAnswer.unless(
                got, equals: expected, "for an opening of \(opening) between half widths of \(halfWidths)")
        }
    }

    private static let cornerRule = Exercise<any RegionAnswers>(
        "The corner rule",
        hints: [
            "On a diagonal line both pixels beside the step are black.",
            "At the end of a line only one of them is: paint may pass there.",
            "The lesser of the two sides, or the ink that is stepped on, whichever is more.",
        ]
    ) { answers in
        for (ink, sides, expected) in [
            (0.0, (1.0, 1.0), 1.0), (0, (1, 0), 0), (0.3, (0.1, 0.9), 0.3), (0.2, (0.6, 0.5), 0.5), (1, (0, 0), 1),
        ] {
            try WrongAnswer.unless(
                try answers.inkOfStep(to: ink, sides: sides), is: expected, "onto \(ink) between \(sides)")
        }
    }
}
