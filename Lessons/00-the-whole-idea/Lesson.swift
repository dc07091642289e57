import Foundation

/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers on every machine.
struct Random {
    var state: UInt64

    mutating func uniform(_ range: ClosedRange<Double> = 0...1) -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return range.lowerBound + (range.upperBound - range.lowerBound) * Double((bits ^ bits >> 31) >> 11) * 0x1p-53
    }

    mutating func normal() -> Double { sqrt(-2 * log(1 - uniform())) * cos(2 * .pi * uniform()) }
}

/// 12×12 pixels, row by row: 1 is ink, 0 is paper, and between them lies the probability of ink that a network gives.
typealias Eye = [Double]

func drawnEye(using random: inout Random) -> Eye {
    let (gazeX, gazeY) = (random.uniform(-1.7...1.7), random.uniform(-0.7...0.5))
    let (radius, opening) = (random.uniform(1.8...2.9), random.uniform(0.35...1))
    return (0..<144).map { pixel in
        let (x, y) = (Double(pixel % 12) - 5.5, Double(pixel / 12) - 6.5)
        let (upper, lower) = (-5.5 * opening * (1 - x * x / 36), 4 * (1 - x * x / 36))
        let isLid = abs(y - upper) < 0.9 || abs(y - lower) < 0.5 && abs(x) < 3
        let isIris = hypot(x - gazeX, 0.85 * (y - gazeY)) < radius && y > upper && y < lower
        let isGlint = hypot(x - gazeX + 0.4 * radius, y - gazeY + 0.4 * radius) < 0.75
        return isLid || isIris && !isGlint ? 1 : 0
    }
}

/// Prints rows of eyes, two characters a pixel.
func show(_ title: String, _ rows: ArraySlice<Eye>...) {
    let shades = ["  ", "░░", "▒▒", "▓▓", "██"]
    func line(_ pixels: ArraySlice<Double>) -> String { pixels.map { shades[Int(4 * $0 + 0.5)] }.joined() }
    print("\(title):")
    for eyes in rows {
        for row in 0..<12 { print(eyes.map { line($0[12 * row..<12 * row + 12]) }.joined(separator: "  ")) }
    }
}

/// How many pixels differ.
func difference(_ a: Eye, _ b: Eye) -> Double { zip(a, b).reduce(0) { $0 + (($1.0 > 0.5) == ($1.1 > 0.5) ? 0 : 1) } }

/// The steps of a computation in their order; each takes the gradient of its result back to what it was computed from.
final class Tape {
    fileprivate var steps: [() -> Void] = []

    /// Adds the gradient of a loss, the sum of all these numbers, to everything that they were computed from.
    func differentiate(_ terms: Vector...) {
        for term in terms { term.gradient = term.numbers.map { _ in 1 } }
        for step in steps.reversed() { step() }
        steps = []
    }
}

/// Numbers, and how fast the loss grows with each of them. What is computed from them is recorded on their tape.
final class Vector {
    var numbers, gradient: [Double]
    private let tape: Tape?
    private lazy var squares = numbers.map { _ in 0.0 }

    init(_ numbers: [Double], on tape: Tape? = nil) {
        (self.numbers, self.gradient, self.tape) = (numbers, numbers.map { _ in 0 }, tape)
    }

    func record(_ numbers: [Double], back: @escaping (_ gradient: [Double]) -> Void) -> Vector {
        let result = Vector(numbers, on: tape)
        tape?.steps.append { back(result.gradient) }
        return result
    }

    // An operation says what each number becomes, and the slope: how fast that changes with the number.
    static func + (a: Vector, b: Vector) -> Vector { join(a, b) { ($0 + $1, 1, 1) } }
    static func - (a: Vector, b: Vector) -> Vector { join(a, b) { ($0 - $1, 1, -1) } }
    static func * (a: Vector, b: Vector) -> Vector { join(a, b) { ($0 * $1, $1, $0) } }
    static func - (a: Vector, b: Double) -> Vector { a.map { ($0 - b, 1) } }
    static func * (a: Double, b: Vector) -> Vector { b.map { (a * $0, a) } }
    func exp() -> Vector { map { (Foundation.exp($0), Foundation.exp($0)) } }
    func tanh() -> Vector { map { (Foundation.tanh($0), 1 - pow(Foundation.tanh($0), 2)) } }
    func softplus() -> Vector { map { (log(1 + Foundation.exp($0)), 1 / (1 + Foundation.exp(-$0))) } }
    func sigmoid() -> Vector { map { (1 / (1 + Foundation.exp(-$0)), 0.25 / pow(cosh($0 / 2), 2)) } }

    private func map(_ f: (Double) -> (value: Double, slope: Double)) -> Vector {
        let results = numbers.map(f)
        return record(results.map(\.value)) { gradient in
            for (i, g) in gradient.enumerated() { self.gradient[i] += g * results[i].slope }
        }
    }

    private static func join(_ a: Vector, _ b: Vector, _ f: (Double, Double) -> (Double, Double, Double)) -> Vector {
        let results = zip(a.numbers, b.numbers).map(f)
        return a.record(results.map(\.0)) { gradient in
            for (i, g) in gradient.enumerated() {
                a.gradient[i] += g * results[i].1
                b.gradient[i] += g * results[i].2
            }
        }
    }

    /// RMSprop (Hinton 2012): against the gradient, in units of its own recent size.
    func learn(rate: Double) {
        for (i, g) in gradient.enumerated() {
            squares[i] += 0.01 * (g * g - squares[i])
            numbers[i] -= rate * g / (sqrt(squares[i]) + 1e-8)
            gradient[i] = 0
        }
    }
}

/// Each number that comes out is a weighted sum of all that went in, and a bias.
struct Layer {
    let rows: [Vector]
    let biases: Vector

    init(_ inputs: Int, _ outputs: Int, using random: inout Random) {
        rows = (0..<outputs).map { _ in Vector((0..<inputs).map { _ in random.normal() / sqrt(Double(inputs)) }) }
        biases = Vector([Double](repeating: 0, count: outputs))
    }

    func callAsFunction(_ x: Vector) -> Vector {
        let sums = zip(rows, biases.numbers).map { zip($0.numbers, x.numbers).reduce($1) { $0 + $1.0 * $1.1 } }
        return x.record(sums) { [rows, biases] gradient in
            biases.gradient.add(1, times: gradient)
            for (row, g) in zip(rows, gradient) {
                row.gradient.add(g, times: x.numbers)
                x.gradient.add(g, times: row.numbers)
            }
        }
    }
}

extension [Double] {
    mutating func add(_ factor: Double, times other: [Double]) { for i in indices { self[i] += factor * other[i] } }
    var sum: Double { reduce(0, +) }
    var mean: String { String(format: "%.1f", sum / Double(count)) }
}

/// A variational autoencoder (Kingma and Welling 2014): from the pixels to a few latents, and back.
struct Autoencoder {
    let encoder, mean, logVariance, decoder, output: Layer

    var parameters: [Vector] { [encoder, mean, logVariance, decoder, output].flatMap { $0.rows + [$0.biases] } }

    /// The logit of ink at each pixel.
    func decode(_ z: Vector) -> Vector { output(decoder(z).tanh()) }

    /// An eye through a drawn code z and back. In nats: −log p(x|z) of each pixel, KL[q(z|x)‖N(0, 1)] of each latent.
    func pass(_ x: Vector, using random: inout Random) -> (logits: Vector, cost: Vector, kl: Vector) {
        let h = encoder(x).tanh()
        let (mean, logVariance) = (mean(h), logVariance(h))
        let noise = Vector(mean.numbers.map { _ in random.normal() })
        let logits = decode(mean + (0.5 * logVariance).exp() * noise)
        return (logits, logits.softplus() - x * logits, 0.5 * (mean * mean + logVariance.exp() - logVariance - 1))
    }
}

@main struct TheWholeIdea {
    static func main() {
        var random = Random(state: 1)
        let eyes = (0..<2000).map { _ in drawnEye(using: &random) }
        let others = (0..<500).map { _ in drawnEye(using: &random) }
        show("Four of 2000 eyes", eyes[..<4])

        let network = Autoencoder(
            encoder: Layer(144, 48, using: &random), mean: Layer(48, 4, using: &random),
            logVariance: Layer(48, 4, using: &random), decoder: Layer(4, 48, using: &random),
            output: Layer(48, 144, using: &random))
        let tape = Tape()
        for step in 0...1500 {
            if [0, 15, 150, 1500].contains(step) {
                let passes = others.map { network.pass(Vector($0), using: &random) }
                let (cost, kl) = (passes.map(\.cost.numbers.sum).mean, passes.map(\.kl.numbers.sum).mean)
                print("step \(step): pixels \(cost) nats, KL \(kl) nats")
            }
            for _ in 0..<24 {
                let pass = network.pass(Vector(eyes[Int(random.uniform() * 2000)], on: tape), using: &random)
                tape.differentiate(pass.cost, pass.kl)
            }
            for numbers in network.parameters { numbers.learn(rate: 0.005 * (1 - Double(step) / 1500)) }
        }
        let meanEye = (0..<144).map { pixel in eyes.reduce(1) { $0 + $1[pixel] } / 2002 }
        let coins = others.map { zip($0, meanEye).reduce(0) { $0 - log($1.0 == 1 ? $1.1 : 1 - $1.1) } }
        print("mean picture: \(coins.mean) nats")
        let returned = others.map { network.pass(Vector($0), using: &random).logits.sigmoid().numbers }
        show("\nFour others, and what comes back through the code", others[..<4], returned[..<4])
        print("pixels wrong, of 144: \(zip(others, returned).map(difference).mean)")
        print("in the mean picture: \(others.map { difference($0, meanEye) }.mean)")

        let codes = (0..<200).map { _ in Vector((0..<4).map { _ in random.normal() }) }
        let samples = codes.map { network.decode($0).sigmoid().numbers }
        show("\nEight that nobody drew", samples[..<4], samples[4..<8])
        let noise = samples.map { _ in meanEye.map { random.uniform() < $0 ? 1.0 : 0 } }
        for (name, pictures) in [("made up", samples), ("drawn", others), ("noise", noise)] {
            let near = pictures.map { one in eyes.reduce(144) { min($0, difference($1, one)) } }.sorted()
            print("\(name): \(near.mean) pixels to the nearest, half \(near[near.count / 2]), all \(near.last ?? 0)")
        }
    }
}
