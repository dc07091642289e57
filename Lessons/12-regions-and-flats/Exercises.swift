import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/12-regions-and-flats/Exercises.swift); put your answer in place of what it
//: throws.

/// Your answers.
struct YourAnswers: RegionAnswers {
    //: **1. Change one number.** A ball of radius $r$ is where its middle is *more* than $r$ away from all ink. Its middle passes an opening of `width` pixels
    //: at most half of that away from both ends. What is the least radius, in whole pixels, that does not get through?

    func leastRadius(closing width: Int) throws -> Int { throw Unanswered() }

    //: **2. By hand.** Two basins meet at a pixel that is `opening / 2` away from the lines, and their middles are `half widths` away. Do they become one
    //: region, if gaps up to `widest` close and both must be more than `narrowing` times as wide as the opening?

    func joins(opening: Double, halfWidths: (Double, Double), widest: Double, narrowing: Double) throws -> Bool {
        throw Unanswered()
    }

    //: **3. The corner rule.** Paint steps across a corner from one pixel to another. `ink` is that of the pixel it goes to, `sides` are those of the two
    //: pixels that touch both, all in 0…1. How much ink should the step count, if a diagonal line of single pixels is to stop it, and the end of a line is not?

    func inkOfStep(to ink: Double, sides: (Double, Double)) throws -> Double { throw Unanswered() }

    //: **4. Write it yourself: the vote.** Give each pixel the median of what is proposed in its region. `labels` are numbers from 0. Of an even number of
    //: proposals take the upper one of the two in the middle. Then think: which share of a region may be wrong?

    func voted(_ proposals: [Double], labels: [Int]) throws -> [Double] { throw Unanswered() }
}

//: **5. Open: your own palette.** Choose five colours that go together, write them into a `.gpl` file, and colour a drawing of yours:
//: `swift run nurie color drawing.png --palette mine.gpl --output coloured.ora`. Open it in Krita or GIMP, and change one flat layer.
