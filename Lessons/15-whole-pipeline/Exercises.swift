import Foundation
import LessonKit
import Pictures

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/15-whole-pipeline/Exercises.swift); put your answer in place
//: of what it throws.

/// Your answers.
struct YourAnswers: PipelineAnswers {
    //: **1. Where the codes are.** The VAE's codes have 32 numbers, and samples are taken with a deviation of 0.7. How far from the middle does a code lie, as the root of the mean squared length? Give it for any deviation
    //: and any number of latents. Why is hardly any sample near the middle? (`swift run lesson-15 --answer 1` has our words.)

    func rootMeanSquaredLength(deviation: Double, latents: Int) throws -> Double { throw Unanswered() }

    //: **2. Set it in.** Make a picture of three of one size: the figure and what is behind it, both RGB, and the coverage, grey: 255 on the figure, 0 beside it and between on its border. The check sets a red disc with a soft border
    //: into a picture and looks at the figure, the ground and the rim.

    func setIn(_ figure: Picture, coverage: Picture, behind: Picture) throws -> Picture { throw Unanswered() }

    //: **3. Joints in a row.** A joint adds a squared error that has nothing to do with those of the others, and each
    //: by itself gives a PSNR. Which PSNR do all of them give together? Samples are in [0, 1].

    func signalToNoise(ofJoints decibels: [Double]) throws -> Double { throw Unanswered() }

    //: **4. Write it yourself.** The figure of a sheet, in a single row of pixels: `isPaper` says which have the
    //: paper's colour. Paper counts only if it is connected with one of the row's ends; everything else is figure.
    //: Give its range, or nil if there is none. Why can there be specks on a sheet, but not in a row?

    func figure(isPaper: [Bool]) throws -> Range<Int>? { throw Unanswered() }
}

//: **5. Open: a shadow.** Give the figures a shadow, or the colour of the evening: the coverage can be moved, blurred and darkened. Then the hard question: how would you measure whether it helps, without asking anybody?
