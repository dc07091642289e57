import Foundation
import LessonKit
import Pictures

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/12-regions-and-flats/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: RegionAnswers {
    //: **1. The least ball.** The middle of a ball of radius $r$ can be where all ink is *more* than $r$ away. In the middle of an opening of `width` pixels
    //: the ink on either side is half of that away. What is the least radius, in whole pixels, with which the ball does not get through?

    func leastRadius(closing width: Int) throws -> Int { throw Unanswered() }

    //: **2. Stay or join.** Two basins meet at a pixel that is `opening / 2` away from the lines, and their middles are `halfWidths` away. Do they become one
    //: region, if gaps up to `widest` close and both must be at least `narrowing` times as wide as the opening? What would go wrong without the second condition? (`swift run lesson-12 --answer 2` has our words.)

    func joins(opening: Double, halfWidths: (Double, Double), widest: Double, narrowing: Double) throws -> Bool {
        throw Unanswered()
    }

    //: **3. The corner rule.** Paint steps across a corner from one pixel to another. `ink` is that of the pixel it goes to, and `sides` are those of the two
    //: pixels that touch both, all from 0 to 1. How much ink should the step count, if a diagonal line of single pixels is to stop it, and the end of a line is not?

    func inkOfStep(to ink: Double, sides: (Double, Double)) throws -> Double { throw Unanswered() }

    //: **4. Flat a drawing.** Give each region of the map its median colour, channel by channel. The check spoils two fifths of the pixels of each region of three drawn faces with random
    //: colours, and your picture has to be the clean one again. How much of a region may be wrong, and why is the median better here than the mean? (`--answer 4`)

    func flatted(_ proposal: Picture, in map: RegionMap) throws -> Picture { throw Unanswered() }
}

//: **5. Open: your own palette.** Choose five colours that go together, write them into a `.gpl` file, and colour a drawing of yours:
//: `swift run nurie color drawing.png --palette mine.gpl --output coloured.ora`. Open it in Krita or GIMP, and change one flat layer.
