import Figures
import Foundation
import LessonKit
import Training

/// Two fits from one start on their way, side by side.
func walkingFits(_ reverse: Path, _ forward: Path, to target: Mixture, frames: Int) -> FiguresInMotion {
    let visible = grid.filter { abs($0) < 7 }
    func density(_ logDensity: (Double) -> Double) -> [Double] { visible.map { exp(logDensity($0)) } }
    func panel(_ name: String, _ path: Path, _ step: Int, _ color: Color) -> Figure {
        Figure("\(name), step \(step): \(rounded(path.divergences[step], digits: 2)) nats", x: "x", y: "density")
            .yRange(0...0.85).legend(.topRight)
            .region(visible, from: visible.map { _ in 0 }, to: density(target.logDensity), "p", color: .grey)
            .curve(visible, density(path.gaussians[step].logDensity), "q", color: color)
    }
    // Small steps at first, where much happens.
    let last = Double(reverse.gaussians.count - 1)
    let steps = (0..<frames).map { Int((last * pow(Double($0) / Double(max(frames - 1, 1)), 2.8)).rounded()) }
    return FiguresInMotion(
        steps.map { step in
            Panels(
                "", [panel("KL[q‖p]", reverse, step, .blue), panel("KL[p‖q]", forward, step, .vermillion)],
                size: (width: 800, height: 340))
        })
}
