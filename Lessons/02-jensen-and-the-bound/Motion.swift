import Figures
import LessonKit
import Training

/// EM on its way: a bound that touches the log-likelihood, then the step to its highest point, and again.
func climbInMotion(_ painters: TwoPainters, _ climb: [Double], over thetas: [Double], steps: Int) -> FiguresInMotion {
    let (start, end) = (climb[0], climb[climb.count - 1])
    let margin = 0.25 * abs(end - start)
    let visible = thetas.filter { (min(start, end) - 2 * margin...max(start, end) + margin).contains($0) }
    let (bottom, top) = (painters.logLikelihood(start), painters.logLikelihood(end))
    let likelihood = visible.map(painters.logLikelihood)
    func frame(_ step: Int, hasClimbed: Bool) -> Figure {
        let beliefs = painters.beliefs(climb[step])
        let theta = climb[hasClimbed ? step + 1 : step]
        let height = hasClimbed ? painters.bound(theta, beliefs) : painters.logLikelihood(theta)
        return Figure("EM, bound \(step + 1)", x: "θ", y: "nats")
            .yRange(bottom - 0.25 * (top - bottom)...top + 0.15 * (top - bottom)).legend(.below)
            .curve(visible, likelihood, "log p(data)", color: .black)
            .curve(visible, visible.map { painters.bound($0, beliefs) }, "bound", color: .blue)
            .points([theta], [height], hasClimbed ? "its highest point" : "where it touches", color: .vermillion)
    }
    return FiguresInMotion(
        (0..<steps).flatMap { [frame($0, hasClimbed: false), frame($0, hasClimbed: true)] }, hundredths: 70)
}
