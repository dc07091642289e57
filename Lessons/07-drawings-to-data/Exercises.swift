import Foundation
import LessonKit
import Pictures

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/07-drawings-to-data/Exercises.swift); put your answer in place
//: of what it throws.

/// Your answers.
struct YourAnswers: DrawingAnswers {
    //: **1. Change one number.** Drawings of 2400 pixels have brush lines of up to 18 pixels. What is the smallest odd kernel that keeps them whole? What does it do to eyes, and what would you do first? (`--answer 1`)

    func kernel(forLinesUpTo width: Int) throws -> Int { throw Unanswered() }

    //: **2. Better lines.** The extraction sees grey only, so it finds no edge between a red and a teal of one brightness. Write one that does: line art of a colour picture, 255 for paper and 0
    //: for ink. The check extracts the lines of such an edge, of a flat colour, and of drawn faces, and compares with the true lines. (`lineArt(kernel:strength:)` is yours to use.)

    func lines(of picture: Picture) throws -> Picture { throw Unanswered() }

    //: **3. A pattern by hand.** `cells` has the sums of the nine cells, row by row from the top. Which category is it?
    //: The lesson's table of weights has 128 in the upper left corner and goes on clockwise.

    func category(ofCells cells: [Int]) throws -> Int { throw Unanswered() }

    //: **4. How much of a face.** Two boxes: give the area that lies in both as a share of the area that lies in
    //: either. It decides whether a face counts as found.

    func overlap(_ first: Picture.Box, _ second: Picture.Box) throws -> Double { throw Unanswered() }
}

//: **5. Open: lines that give less away.** Measure recall, precision, and the correlation with the hair's lightness, as this lesson does, for your lines of exercise 2, for Canny's edges (`Picture.edges(lower:upper:)`, which are
//: white on black: turn them round), and for a difference of two blurred pictures. Can you find one that gives less away?
