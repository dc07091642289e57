import Colorization
import FaceGeneration
import Figures
import Stylization
import Training

/// What the pipeline's stages are trained with. They are small enough to be trained one after another within minutes.
struct PipelinePlan {
    /// Makes up faces.
    let faces: SketchPlan
    /// Colours them small.
    let colors: ColorizerPlan
    /// Refines the colours at a larger size.
    let refinement: ColorizerPlan
    /// Makes photographs look drawn.
    let style: AnimePlan

    /// The plans for a scale; the second stage learns from the first one's weights, which will lie at a path.
    init(for scale: Scale, firstStage path: String) {
        faces = SketchPlan(for: scale)
        colors = .withEverything(for: scale)
        refinement = ColorizerPlan(secondStageFor: scale, after: path)
        style = .clean(for: scale)
    }
}

extension ColorizerPlan {
    /// The scale's plan, with a discriminator and hints.
    static func withEverything(for scale: Scale) -> ColorizerPlan {
        var plan = ColorizerPlan(for: scale)
        plan.error = .yuv
        plan.usesHints = true
        // A light adversarial loss: in so short a training a stronger one shows as a weave.
        plan.adversarialWeight = 0.003
        plan.recoloringChance = 0.3
        plan.usualChance = 0.75
        plan.paperShare = 0.6
        plan.hintReach = 0.5
        plan.tuningShare = 0.4
        plan.averageDecay = scale.choose(tiny: 0.9, quick: 0.998, full: 0.999)
        // Half of a quick run's time. With 2000 steps hints are obeyed worse: 0.078 for 0.065 in hinted areas.
        if scale == .quick { plan.steps = 3200 }
        return plan
    }
}

extension AnimePlan {
    /// The light generator, which begins with a filter's abstraction of its photographs: the recipe of the weights that come
    /// with Nurie (`Data/train-stylizer`), and at the quick scale a quarter of its steps.
    static func clean(for scale: Scale) -> AnimePlan {
        var plan = AnimePlan(for: scale, .light)
        plan.guide = .abstraction
        plan.pixelWeight = 2000
        plan.weights = [.content: 0.2, .style: 0.5, .adversarial: 100]
        plan.averageDecay = scale.choose(tiny: 0.5, quick: 0.99, full: 0.999)
        if scale == .quick {
            (plan.width, plan.batch, plan.scenes) = (24, 4, 200)
            (plan.sceneSize, plan.zoom) = (320, 3)
            (plan.initialSteps, plan.steps) = (700, 1000)
        }
        return plan
    }
}
