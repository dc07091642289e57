import Foundation
import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/11-from-128-to-512/Exercises.swift). Put your answer in place of what it throws.

/// Your answers.
struct YourAnswers: LargerDrawingAnswers {
    //: **1. One halving more.** Give the U-net a fifth level: one more convolution that halves, one of 3×3 after it, and on the way up one that doubles and one of 3×3. How many pixels to its
    //: farther side does it see then?

    func reachWithOneHalvingMore() throws -> Int { throw Unanswered() }

    //: **2. Any aspect ratio.** A drawing is to be coloured with `shorter` pixels in its shorter side. Which sides, both multiples of 16, does the padded picture have? Scaled sides are
    //: rounded to the nearest pixel before they are padded.

    func sides(of drawing: (width: Int, height: Int), shorter: Int) throws -> (width: Int, height: Int) {
        throw Unanswered()
    }

    //: **3. Lines that stay.** One row of a drawing, 1 paper and 0 ink, is made four times smaller. Widen each line by a pixel to both sides, then take the means of four. The row's length
    //: is a multiple of four.

    func shrunk(_ row: [Double]) throws -> [Double] { throw Unanswered() }

    //: **4. Tiles without seams.** Cut a row of pixels into tiles: for each the row's pixels that the network is `given`, margins included, and the row's pixels that are `kept`. The check colours a picture in your
    //: tiles with a U-net and looks for seams.

    func tiles(ofLength length: Int, tile: Int, margin: Int) throws -> [(given: Range<Int>, kept: Range<Int>)] {
        throw Unanswered()
    }
}

//: **5. Open: a third stage.** If a second stage makes 512 pixels of 128, why not 2048 of 512 with the same weights? Try it on a large drawn face. What fails, the colours or the lines, and what
//: would the second stage have to learn? (`swift run lesson-11 --answer 5` has our words.)
