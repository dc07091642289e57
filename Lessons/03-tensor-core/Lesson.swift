import ArgumentParser
import LessonKit

@main
struct TensorCoreLesson: Lesson {
    static let card = LessonCard(
        3, "tensor-core", title: "The tensor core",
        idea: "all slopes of a loss in one walk backwards, by hand and then by the core",
        chapters: [
            "ATapeInAPage", "WhyBackwards", "StepsThatAreReallyTaken", "WhatTheTapeCosts", "ANetworkFitsACurve",
        ])

    @OptionGroup var options: LessonOptions

    func teach(in notebook: Notebook) throws {
        try tapeByHand(in: notebook)
        allPaths(in: notebook)
        byTheCore(in: notebook)
        ownOperation(in: notebook)
        try differences(in: notebook)
        gradientChecks(in: notebook)
        flatTape(in: notebook)
        values(in: notebook)
        cost(in: notebook)
        threads(in: notebook)
        try valley(in: notebook)
        try curve(in: notebook)
        try spirals(in: notebook)
    }
}

//: # 03 · The tensor core
//:
//: To learn is to walk downhill: every number of a network is moved a little against the slope of the loss. Lesson 01 measured
//: slopes by trying a small step either way, which costs two evaluations for each number. The colorizer of lesson 08 has eighteen
//: million numbers. This lesson builds the machine that finds all their slopes in *one* walk backwards, first by hand in a page, then as the
//: core does it, and uses it for what all later lessons do: fit a network.
//:
