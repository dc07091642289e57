import LessonKit

//: ## Exercises
//:
//: Each is a stub in [`Exercises.swift`](../../Lessons/15-whole-pipeline/Exercises.swift); put your answer in place
//: of what it throws.

/// Your answers.
struct YourAnswers: PipelineAnswers {
    //: **1. Change one number.** The VAE's codes have 32 numbers, and samples are taken with a deviation of 0.7. How
    //: far from the middle does a code lie on average, as the root of the mean squared length? Give it for any
    //: deviation and any number of latents. Then look for a sample of deviation 0.7 near the middle: why is there
    //: none?

    func rootMeanSquaredLength(deviation: Double, latents: Int) throws -> Double { throw Unanswered() }

    //: **2. Set it in.** One channel of one pixel: the figure's level, the level behind it, and the coverage, which
    //: is 1 on the figure, 0 beside it and between on its border.

    func level(front: Double, behind: Double, coverage: Double) throws -> Double { throw Unanswered() }

    //: **3. Joints in a row.** A joint adds a squared error that has nothing to do with those of the others, and each
    //: by itself gives a PSNR. Which PSNR do all of them give together? Samples are in [0, 1].

    func signalToNoise(ofJoints decibels: [Double]) throws -> Double { throw Unanswered() }

    //: **4. Write it yourself.** The figure of a sheet, in a single row of pixels: `isPaper` says which have the
    //: paper's colour. Paper counts only if it hangs together with one of the row's ends; everything else is figure.
    //: Give its range, or nil if there is none. Why can there be specks on a sheet, but not in a row?

    func figure(isPaper: [Bool]) throws -> Range<Int>? { throw Unanswered() }
}

//: **5. Open: a shadow.** The figures stand in front of their scenes and not in them. Give them a shadow, or the
//: colour of the evening, with what the rooms have: the coverage can be moved, blurred and darkened,
//: `Picture.meanColor` is quickly written. Then the hard question: how would you measure whether it helps, without
//: asking anybody?
