import Basics
import Drawings
import Files
import Models
import Pictures
import TensorCore
import TestSupport
import Testing
import Training

@testable import FaceGeneration

/// Faces as lines and cut paper: what the network that makes up faces learns from, and what its answers become.
@Suite("Sketches of faces")
struct SketchTests {
    private static let sketches = FaceSketches(seed: 5, count: 40)

    /// Logits that say of a drawn face what it is.
    private static func logits(of index: Int) -> Tensor {
        let shares = sketches[index]
        return Tensor(shares.scalars.map { Float(8 * Double($0) - 4) }, shape: shares.shape)
    }

    private static func palette(of index: Int) -> FacePalette {
        FacePalette(of: sketches.drawn(at: index, size: 128))
    }

    @Test("A pixel's shares of parts sum to 1, and ink is between none and all")
    func shares() {
        let sketch = Self.sketches[0]
        let (parts, plane) = (FacePart.all.count, SketchVAE.side * SketchVAE.side)
        #expect(sketch.shape == [parts + 1, SketchVAE.side, SketchVAE.side])
        for place in 0..<plane {
            let sum = (0..<parts).reduce(Float(0)) { $0 + sketch.scalars[$1 * plane + place] }
            #expect(abs(sum - 1) < 1e-5)
            #expect((0...1.0001).contains(sketch.scalars[parts * plane + place]))
        }
    }

    @Test("A drawn face that was taken apart and put together again is like it was", arguments: [0, 3, 8])
    func roundTrip(index: Int) {
        let drawn = Self.sketches.drawn(at: index, size: 128)
        let again = SketchedFace(Self.logits(of: index), size: 128).painted(in: FacePalette(of: drawn))
        let own = again.signalToNoise(to: drawn.color)
        let other = again.signalToNoise(to: Self.sketches.drawn(at: index + 1, size: 128).color)
        #expect(own > 17 && own > other + 5, "\(own), \(other)")
    }

    @Test("A face smaller than its sketch is the same face, made small", arguments: [16, 24, 40])
    func small(size: Int) {
        let (logits, palette) = (Self.logits(of: 3), Self.palette(of: 3))
        let large = SketchedFace(logits, size: 128), small = SketchedFace(logits, size: size)
        let likeness = small.painted(in: palette).signalToNoise(
            to: large.painted(in: palette).resized(toWidth: size, height: size, .area))
        #expect(likeness > 22, "\(likeness)")
    }

    @Test("Specks go to what is around them, and one figure stands on the ground; features stay, however small")
    func islands() {
        let background = FacePart.all.firstIndex { $0.region == .background }!
        let skin = FacePart.all.firstIndex { $0.region == .skin && $0.tone == .base }!
        let hair = FacePart.all.firstIndex { $0.region == .hair && $0.tone == .base }!
        let iris = FacePart.all.firstIndex { $0.region == .iris && $0.tone == .base }!
        func logits(_ part: (_ x: Int, _ y: Int) -> Int) -> Tensor {
            var numbers = [Float](repeating: -6, count: (FacePart.all.count + 1) * 4096)
            for place in 0..<4096 { numbers[part(place % 64, place / 64) * 4096 + place] = 6 }
            return Tensor(numbers, shape: [FacePart.all.count + 1, 64, 64])
        }
        func isDisc(_ x: Int, _ y: Int) -> Bool { (x - 32) * (x - 32) + (y - 32) * (y - 32) < 400 }
        let clean = logits { x, y in (x, y) == (28, 30) ? iris : isDisc(x, y) ? skin : background }
        let specked = logits { x, y in
            switch (x, y) {
            case (28, 30): iris
            case (36, 36): hair
            case (4...6, 4...6): hair
            default: isDisc(x, y) ? skin : background
            }
        }
        let palette = Self.palette(of: 0)
        let faces = [clean, specked].map { SketchedFace($0, size: 64).painted(in: palette) }
        #expect(faces[0] == faces[1])
        let withoutIris = SketchedFace(logits { isDisc($0, $1) ? skin : background }, size: 64)
        #expect(withoutIris.painted(in: palette) != faces[0])
    }

    @Test("In a fine sketch a strand is a line, and a blot in the hair is none")
    func blots() {
        let (side, plane) = (FineSketchVAE.side, FineSketchVAE.side * FineSketchVAE.side)
        let (hair, ink) = (Int(FacePart.base(of: .hair)), FacePart.all.count)
        var logits = [Float](repeating: -6, count: (FacePart.all.count + 1) * plane)
        for place in 0..<plane {
            logits[hair * plane + place] = 6
            let (x, y) = (place % side, place / side)
            let isBlot = (x - 96) * (x - 96) + (y - 64) * (y - 64) < 16
            if isBlot || (30..<32).contains(x) && (20..<100).contains(y) { logits[ink * plane + place] = 6 }
        }
        let lines = SketchedFace(Tensor(logits, shape: [FacePart.all.count + 1, side, side]), size: side).lines
        #expect(lines[31, 60, 0] < 64, "the strand stays: \(lines[31, 60, 0])")
        #expect(lines[96, 64, 0] > 250, "the blot goes: \(lines[96, 64, 0])")
    }

    @Test("The figure covers what is not ground, and dabs have the colours of their places")
    func coverageAndDabs() {
        let (face, palette) = (SketchedFace(Self.logits(of: 2), size: 128), Self.palette(of: 2))
        let regions = Self.sketches.drawn(at: 2, size: 128).regions
        let same = regions.samples.indices.count { (regions.samples[$0] == 0) == (face.coverage.samples[$0] < 128) }
        #expect(Double(same) > 0.97 * Double(regions.samples.count), "\(same)")
        let (dabs, lines) = (face.dabs(in: palette), face.lines)
        let dabbed = lines.samples.indices.filter { dabs.samples[4 * $0 + 3] == 255 && lines.samples[$0] == 255 }
        #expect(dabbed.count > 30)
        let scale = face.side / 128
        let right = dabbed.count { pixel in
            // A dab has the colour of the base tone, in lights and shades too.
            let region = face.regions[pixel / 128 * scale * face.side + pixel % 128 * scale]
            let base = palette.parts[Int(FacePart.base(of: region))]
            return (0..<3).allSatisfy { abs(Float(dabs.samples[4 * pixel + $0]) - base[$0]) <= 1 }
        }
        #expect(Double(right) > 0.9 * Double(dabbed.count), "\(right) of \(dabbed.count)")
    }

    @Test("A backdrop is seen where the ground is, and nowhere else")
    func backdrop() {
        let palette = Self.palette(of: 0)
        let face = SketchedFace(Self.logits(of: 0), size: 64)
        let flat = face.painted(in: palette)
        let red = Picture(width: 64, height: 64, format: .rgb, filledWith: [255, 0, 0])
        let before = face.painted(in: palette, before: red)
        let coverage = face.coverage
        for pixel in coverage.samples.indices {
            let color = Array(before.samples[3 * pixel..<3 * pixel + 3])
            switch coverage.samples[pixel] {
            case 0: #expect(color == [255, 0, 0])
            case 255: #expect(color == Array(flat.samples[3 * pixel..<3 * pixel + 3]))
            default: break
            }
        }
        #expect(coverage.samples.contains(0) && coverage.samples.contains(255))
    }

    @Test("Paper is white, and the way between two palettes begins at the one and ends at the other")
    func palettes() {
        let (one, other) = (Self.palette(of: 0), Self.palette(of: 1))
        let ground = FacePart.all.firstIndex { $0.region == .background }!
        #expect(one.onPaper.parts[ground] == [255, 255, 255])
        #expect(one.mixed(with: other, share: 0) == one)
        let end = one.mixed(with: other, share: 1)
        for (mixed, wanted) in zip(end.parts, other.parts) { #expect((mixed - wanted).max() < 0.01) }
    }

    @Test("Drawn eyes are told open or closed")
    func drawnEyes() {
        var generator = SeededGenerator(seed: 2)
        for (state, wanted) in [(Face.EyeState.open, Eye.open), (.closed, .closed)] {
            let eyes = (0..<12).flatMap { _ in
                var face = Face(using: &generator).centred
                face.eyes = state
                return FaceArtist().draw(face, size: FaceSketch.scale * SketchVAE.side).seenEyes
            }
            #expect(eyes.count { $0 == wanted } >= 20, "\(state): \(eyes)")
        }
    }

    @Test(
        "A closed eye is seen where lashes have less than skin, but not much less",
        arguments: [(-0.8, true), (-1.5, false)])
    func closedEyes(lash: Double, isSeen: Bool) throws {
        let (side, plane) = (SketchVAE.side, SketchVAE.side * SketchVAE.side)
        var logits = [Float](repeating: -9, count: (FacePart.all.count + 1) * plane)
        let (skin, lashes) = (Int(FacePart.base(of: .skin)), Int(FacePart.base(of: .lash)))
        for place in 0..<plane {
            logits[skin * plane + place] = 0
            let (x, y) = (place % side % (side / 2), place / side)
            if (10..<22).contains(x), (30..<33).contains(y) { logits[lashes * plane + place] = Float(lash) }
        }
        let face = SketchedFace(Tensor(logits, shape: [FacePart.all.count + 1, side, side]), size: 64)
        #expect(face.eyes == (isSeen ? [.closed, .closed] : [.missing, .missing]))
    }

    @Test("A training that was stopped and resumed gives the same weights, and these the same faces")
    func training() throws {
        try withTemporaryFolder { folder in
            func train(_ name: String, steps: Int, resuming: Bool = false) throws -> SketchTraining {
                var plan = SketchPlan(for: .tiny)
                plan.steps = 4
                let training = SketchTraining(
                    plan, folder: "\(folder)/\(name)", options: try RunOptions.parse(resuming ? ["--resume"] : []))
                _ = try training.run()
                return training
            }
            let (one, other) = (try train("one", steps: 4), try train("other", steps: 4))
            #expect(try Files.read(one.weightsPath) == Files.read(other.weightsPath))
            #expect(try Files.read(train("one", steps: 4, resuming: true).weightsPath) == Files.read(one.weightsPath))
            let sampler = try FaceSampler(weights: one.weightsPath)
            let seeds = [sampler.seed(0, of: 1), sampler.seed(1, of: 1)]
            let walk = sampler.walk(from: seeds[0], to: seeds[1], count: 3)
            let faces = sampler.faces(of: [seeds[0], walk[0], seeds[1], walk[2]], size: 32).map {
                $0.painted(in: seeds[0].palette)
            }
            #expect(faces[0].signalToNoise(to: faces[1]) > 30 && faces[2].signalToNoise(to: faces[3]) > 30)
            #expect(sampler.faces(of: [], size: 32).isEmpty)
            #expect(throws: FileError.self) { try FaceSampler(weights: "\(folder)/none.safetensors") }
        }
    }

    @Test("Faces that were learnt from are nearer to themselves than others: novelty tells copies")
    func novelty() {
        let pictures = (0..<12).map { Self.sketches.drawn(at: $0, size: 64).color }
        let (learnt, drawn) = (Array(pictures.prefix(6)), Array(pictures.suffix(6)))
        #expect(SampleEvaluation(samples: learnt, drawn: drawn, learnt: learnt).novelty == 0)
        let same = SampleEvaluation(samples: drawn, drawn: drawn, learnt: learnt)
        #expect(same.novelty == 1 && same.spread == 1 && same.sharpness == 1)
    }
}
