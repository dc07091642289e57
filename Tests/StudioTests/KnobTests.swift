import Foundation
import Pictures
import Testing

@testable import Lesson01
@testable import Studio

/// The knobs say what the lessons say.
@Suite("The lessons' knobs")
struct KnobTests {
    @Test("Fits on the knob's coarse grid end where lesson 01's do", arguments: [(-1.0, 3.0), (0.4, 0.4), (5, 1)])
    func fits(start: (mean: Double, deviation: Double)) {
        let own = DivergenceKnob.fits(
            to: Studio.Mixture(distance: 2), from: Studio.Gaussian(mean: start.mean, deviation: start.deviation))
        for (path, direction) in [(own.reverse, Lesson01.Direction.reverse), (own.forward, .forward)] {
            let end = Lesson01.fit(
                direction, to: Lesson01.Mixture(distance: 2),
                from: Lesson01.Gaussian(mean: start.mean, deviation: start.deviation)
            ).last
            #expect(abs(path.last.mean - end.mean) < 0.01, "\(direction): \(path.last.mean) and \(end.mean)")
            #expect(abs(path.last.deviation - end.deviation) < 0.01)
        }
    }

    @Test("What the knobs take from the lessons is the lessons' own files, no copies of them")
    func links() throws {
        let package = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardizedFileURL.path
        let folder = "\(package)/Sources/Studio/Knobs/OfTheLessons"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(!names.isEmpty)
        for name in names {
            let target = try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(name)")
            let file = URL(fileURLWithPath: "\(folder)/\(target)").standardizedFileURL.path
            #expect(file.hasPrefix("\(package)/Lessons/"), "\(name)")
            #expect(FileManager.default.fileExists(atPath: file), "\(name)")
        }
    }

    @Test("A narrow opening closes and a wide one does not, by turns of the knob")
    func regions() async throws {
        try await RunningStudio.with { studio in
            for (opening, isClosed) in [(0.0, true), (8, true), (40, false)] {
                let answer = try await studio.askJSON("knobs/regions", ["pen": 3, "opening": opening, "gap": 12])
                #expect(answer?.headers["nurie-info"]?.contains("\"isClosed\":\(isClosed)") == true, "\(opening)")
            }
        }
    }

    @Test("The bound touches where one stands, and its summit is no lower")
    func bound() async throws {
        try await RunningStudio.with { studio in
            let answer = try await studio.askJSON("knobs/bound", ["theta": 1.0])
            let found = try JSONSerialization.jsonObject(with: Data(answer?.body ?? [])) as? [String: Any] ?? [:]
            func numbers(_ name: String) -> [Double] { (found[name] as? [NSNumber])?.map(\.doubleValue) ?? [] }
            func number(_ name: String) -> Double { (found[name] as? NSNumber)?.doubleValue ?? .nan }
            let (likelihood, bound) = (numbers("likelihood"), numbers("bound"))
            #expect(likelihood.count == 161 && zip(likelihood, bound).allSatisfy { $0 - $1 > -1e-9 })
            #expect(abs(bound[90] - number("heightAtTouch")) < 1e-9, "θ = 1 is number 90")
            #expect(number("heightAtSummit") > number("heightAtTouch"))
        }
    }

    private static let refused: [(knob: String, turns: [String])] = [
        (
            "divergence",
            [
                "{}", "[]", #"{"distance":1e9,"weightOfLeft":0.5,"startMean":0,"startDeviation":1}"#,
                #"{"distance":1,"weightOfLeft":0,"startMean":0,"startDeviation":1}"#,
                #"{"distance":1,"weightOfLeft":0.5,"startMean":0,"startDeviation":0}"#,
            ]
        ),
        ("bound", ["{}", #"{"theta":8.1}"#, #"{"theta":"1"}"#, #"{"theta":1e999}"#]),
        (
            "tape",
            [
                "{}", #"{"formula":"other","x":0,"y":0}"#, #"{"formula":"example","x":-2.1,"y":0}"#,
                #"{"formula":"neuron","x":0,"y":1e30}"#,
            ]
        ),
        ("plane", ["{}", #"{"x":5,"y":0}"#, #"{"x":0,"y":-1e20}"#, #"{"x":null,"y":0}"#]),
        ("regions", ["{}", #"{"pen":3,"opening":1e9,"gap":12}"#, #"{"pen":0,"opening":1,"gap":12}"#]),
    ]

    @Test("Turns that no knob of the page makes are refused in words", arguments: refused.indices)
    func refusals(place: Int) async throws {
        let (knob, turns) = Self.refused[place]
        try await RunningStudio.with { studio in
            for turn in turns {
                let answer = try await studio.ask("knobs/\(knob)", Array(turn.utf8))
                #expect(answer?.status == 400, "\(knob) \(turn)")
                #expect(answer?.text.contains("\"error\"") == true)
            }
        }
    }
}

/// Knob 03: numbers that flow backwards.
@Suite("The tape of knob 03")
struct TapeKnobTests {
    @Test("At the end of the walk the slopes are those of the formula")
    func slopes() {
        let (x, y) = (1.2, -0.7)
        let answer = TapeKnob.answer(TapeKnob.Request(formula: .example, x: x, y: y))
        let bend = 1 - tanh(x * y) * tanh(x * y)
        let end = answer.walk[answer.walk.count - 1]
        #expect(abs((end[0] ?? .nan) - (y * bend + exp(y))) < 1e-12)
        #expect(abs((end[1] ?? .nan) - (x * bend + x * exp(y))) < 1e-12)
        #expect(abs((answer.entries.last?.value ?? .nan) - (tanh(x * y) + x * exp(y))) < 1e-12)
    }

    @Test("A neuron's slopes are those of differences, and a number used twice gets both parts")
    func neuron() {
        func loss(_ x: Double, _ y: Double) -> Double { pow(tanh(0.8 * x + y) - 0.5, 2) }
        let answer = TapeKnob.answer(TapeKnob.Request(formula: .neuron, x: 0.6, y: -0.2))
        let end = answer.walk[answer.walk.count - 1]
        #expect(abs((end[0] ?? .nan) - (loss(0.6 + 1e-5, -0.2) - loss(0.6 - 1e-5, -0.2)) / 2e-5) < 1e-8)
        #expect(abs((end[1] ?? .nan) - (loss(0.6, -0.2 + 1e-5) - loss(0.6, -0.2 - 1e-5)) / 2e-5) < 1e-8)
        #expect(answer.entries.last?.inputs.count == 2)
    }

    @Test("Before the walk only the result has a slope; after each step one entry more has passed its own on")
    func walk() {
        for formula in TapeKnob.Formula.allCases {
            let answer = TapeKnob.answer(TapeKnob.Request(formula: formula, x: 0.5, y: 1))
            let count = answer.entries.count
            #expect(answer.walk.count == count + 1)
            #expect(answer.walk[0].compactMap(\.self) == [1])
            for steps in 1...count {
                // Who is visited next has all that it will ever get.
                let next = count - steps
                #expect(answer.walk[steps][next] == answer.walk[count][next])
            }
        }
    }
}

/// Knob 04: a plane that is learnt while it is looked at.
@Suite("The latent plane of knob 04")
struct LatentPlaneTests {
    @Test("It learns a little with each look, the same by small looks and by large")
    func steps() throws {
        let (small, large) = (try LatentPlane(), try LatentPlane())
        try large.learn(for: .milliseconds(100))
        while small.step < large.step { try small.learn(for: .zero) }
        #expect(small.step == large.step && small.step > 0)
        #expect(small.codes == large.codes)
        #expect(small.picture(at: (0.5, -1)) == large.picture(at: (0.5, -1)))
    }

    @Test("Signs that it never saw find their like")
    func classes() throws {
        let plane = try LatentPlane()
        while plane.step < LatentPlane.steps { try plane.learn(for: .seconds(60)) }
        let (codes, labels) = (plane.codes, plane.test.labels)
        func distance(_ a: Int, _ b: Int) -> Int {
            let (x, y) = (codes[a][0] - codes[b][0], codes[a][1] - codes[b][1])
            return x * x + y * y
        }
        let alike = codes.indices.count { own in
            let nearest = codes.indices.filter { $0 != own }.min { distance(own, $0) < distance(own, $1) } ?? own
            return labels[nearest] == labels[own]
        }
        // By chance it would be a tenth.
        #expect(Double(alike) / Double(codes.count) > 0.6, "\(alike) of \(codes.count)")
        try plane.learn(for: .seconds(1))
        #expect(plane.step == LatentPlane.steps)
    }

    @Test("Each turn is answered with a picture, the codes and how far it has learnt")
    func turns() async throws {
        try await RunningStudio.with { studio in
            var steps: [Int] = []
            for _ in 0..<2 {
                let answer = try await studio.askJSON("knobs/plane", ["x": 0.5, "y": -1.5])
                let found = try JSONSerialization.jsonObject(with: Data(answer?.body ?? [])) as? [String: Any] ?? [:]
                #expect((found["picture"] as? [NSNumber])?.count == 28 * 28)
                #expect((found["codes"] as? [[NSNumber]])?.count == (found["labels"] as? [NSNumber])?.count)
                steps.append((found["step"] as? NSNumber)?.intValue ?? -1)
            }
            #expect(steps[0] > 0 && steps[1] > steps[0])
        }
    }
}

/// Knobs 05 and 09: pictures that were kept.
@Suite("The kept pictures of knobs 05 and 09")
struct SnapshotTests {
    private struct Description: Decodable {
        var side, given: Int
        var values: [Double]
        var measured: [[String: Double]]
    }

    @Test(
        "A sheet has a row for each of its values, and all that the knob says of it",
        arguments: [
            ("sigma", 8, ["deviation", "distance", "divergence"]),
            ("adversary", 6, ["signalToNoise", "structuralSimilarity"]),
        ])
    func sheets(name: String, columns: Int, measures: [String]) throws {
        let files = try PageFiles()
        let description = try JSONDecoder().decode(
            Description.self, from: try #require(files["snapshots/\(name).json"]).bytes)
        let picture = try Picture(decoding: Array(try #require(files["snapshots/\(name).png"]).bytes), named: name)
        #expect(picture.width == columns * description.side)
        #expect(picture.height == (description.given + description.values.count) * description.side)
        #expect(description.values.count > 2 && description.values == description.values.sorted())
        #expect(description.measured.count == description.values.count)
        #expect(description.measured.allSatisfy { $0.keys.sorted() == measures })
    }
}
