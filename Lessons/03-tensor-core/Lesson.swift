import ArgumentParser
import LessonKit

@main
struct TensorCoreLesson: Lesson {
    static let card = LessonCard(
        3, "tensor-core", title: "The tensor core",
        idea: "all slopes of a loss in one walk backwards, by hand and then by the core",
        chapters: [
            "ATapeInAPage", "WhyBackwards", "StepsThatAreReallyTaken", "FourRulesInOneValley", "ANetworkFitsACurve",
            "HowTheCoreIsBuilt",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try tapeByHand(in: notebook)
        allPaths(in: notebook)
        byTheCore(in: notebook)
        ownOperation(in: notebook)
        try differences(in: notebook)
        gradientChecks(in: notebook)
        try valley(in: notebook)
        network(in: notebook)
        try curve(in: notebook)
        try spirals(in: notebook)
        flatTape(in: notebook)
        values(in: notebook)
        cost(in: notebook)
        threads(in: notebook)
    }
}

//: # 03 · The tensor core
//:
//: Training moves every number of a network a little against the slope of the loss. Lesson 01 measured slopes by a small step to either
//: side, which takes two evaluations of the loss for each number. The colorizer of lesson 08 has eighteen million numbers. This lesson
//: builds a tape, which finds all their slopes in *one* pass backwards: first by hand, in a page, and then with the core that all later
//: lessons use. With that we train our first two neural networks.
//:
//: > **Before you start.** You need derivatives and the chain rule. Lessons 01 and 02 are not needed. In a hurry, read "A tape in a page" and go on
//: > with "What a neural network is". The appendix at the end is for those who want to know how the core is built.
//:
//: > **Sources.** Baydin and others,
//: > [*Automatic differentiation in machine learning: a survey*](https://arxiv.org/abs/1502.05767) (2018). Kingma and
//: > Ba, [*Adam: a method for stochastic optimization*](https://arxiv.org/abs/1412.6980) (2014). Karpathy's
//: > [micrograd](https://github.com/karpathy/micrograd) does the same in about a hundred lines of Python, with objects that know their parents in place of a list.
//:
