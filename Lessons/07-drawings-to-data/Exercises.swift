import LessonKit
import Pictures

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/07-drawings-to-data/Exercises.swift); put your answer in place
//: of what it throws.

/// Your answers.
struct YourAnswers: DrawingAnswers {
    //: **1. Change one number.** Drawings of 2400 pixels have brush lines of up to 18 pixels. Which is the smallest
    //: kernel that keeps them whole? Say what it does to eyes, and what you would do first.

    func kernel(forLinesUpTo width: Int) throws -> Int { throw Unanswered() }

    //: **2. Lines of one row.** Write the extraction for a single row of grey levels: the ink (0 to 255) of each
    //: pixel, with a kernel of `kernel` pixels.

    func ink(of row: [Int], kernel: Int) throws -> [Int] { throw Unanswered() }

    //: **3. A pattern by hand.** Here are the sums of the nine cells, row by row from the top. Which category is it?
    //: The lesson's table of weights has 128 in the upper left corner and goes on clockwise.

    func category(ofCells cells: [Int]) throws -> Int { throw Unanswered() }

    //: **4. How much of a face.** Two boxes: give the area that lies in both as a share of the area that lies in
    //: either. It decides whether a face counts as found.

    func overlap(_ first: Picture.Box, _ second: Picture.Box) throws -> Double { throw Unanswered() }
}

//: **5. Open: better lines.** The extraction sees grey only. Try the largest difference of the three channels instead
//: of the difference of the grey, or Canny's edges (`Picture.edges(lower:upper:)`), or a difference of two blurred
//: pictures. Measure recall, precision, and the correlation with the hair's lightness, as this lesson does. Can you
//: find one that gives less away?
