import Basics
import Foundation
import TensorCore

/// Points of a curve, with normal noise on their heights.
struct NoisyCurve {
    /// `[count, 1]` each.
    let x: Tensor
    let y: Tensor

    /// Evenly spaced points of −2...2.
    init(count: Int, noise: Float, using generator: inout SeededGenerator) {
        let places = (0..<count).map { -2 + 4 * Float($0) / Float(count - 1) }
        x = Tensor(places, shape: [count, 1])
        y = Tensor(places.map { Self.truth($0) + noise * generator.normal() }, shape: [count, 1])
    }

    static func truth(_ x: Float) -> Float { sin(3 * x) * exp(-x * x / 4) }

    /// Where the fit is looked at, `[201, 1]`, and what would be right there.
    static let grid = Tensor((0...200).map { -2 + Float($0) / 50 }, shape: [201, 1])
    static let truthOnGrid = Tensor(grid.scalars.map(truth), shape: grid.shape)
}

/// Points of two arms that wind round each other.
struct Spirals {
    /// `[count, 2]`: x and y.
    let points: Tensor
    /// 0 or 1 for each point.
    let arms: [Int]

    /// The arms as numbers that a network is to give, `[count, 1]`.
    var targets: Tensor { Tensor(arms.map(Float.init), shape: [arms.count, 1]) }

    init(perArm: Int, using generator: inout SeededGenerator) {
        arms = (0..<2 * perArm).map { $0 % 2 }
        let numbers = arms.flatMap { arm in
            // The root spreads the points evenly along the arm, which is longer outside.
            let part = generator.uniform().squareRoot()
            let angle = 4 * Float.pi * part + Float.pi * Float(arm)
            let radius = 0.2 + 2 * part
            return [radius * cos(angle) + 0.06 * generator.normal(), radius * sin(angle) + 0.06 * generator.normal()]
        }
        points = Tensor(numbers, shape: [arms.count, 2])
    }

    static let side = 100
    static let reach = 2.4

    /// The centres of 100 by 100 cells of the plane, row by row from below.
    static let grid: Tensor = {
        func centre(_ place: Int) -> Float { Float(reach * (2 * (Double(place) + 0.5) / Double(side) - 1)) }
        let numbers = (0..<side).flatMap { row in (0..<side).flatMap { [centre($0), centre(row)] } }
        return Tensor(numbers, shape: [side * side, 2])
    }()
}
