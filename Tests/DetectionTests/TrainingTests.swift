import Basics
@testable import Detection
import Pictures
import TensorCore
import TestSupport
import Testing

@Suite("Training cascades")
struct TrainingTests {
    /// Windows of noise, with or without a dark cross in the middle.
    private func windows(_ count: Int, withCross: Bool, seed: UInt64) -> [Picture] {
        (0..<count).map { index in
            var generator = SeededGenerator(seed: seed, stream: UInt64(index))
            let samples = (0..<18 * 18).map { pixel -> UInt8 in
                let (x, y) = (pixel % 18, pixel / 18)
                let isCross = withCross && ((6..<12).contains(x) || (6..<12).contains(y))
                return UInt8(generator.integer(in: isCross ? 0..<160 : 80..<256))
            }
            return Picture(width: 18, height: 18, format: .grey, samples: samples)
        }
    }

    private func trained(threads: Int) -> Cascade {
        let before = Threads.count
        defer { Threads.count = before }
        Threads.count = threads
        var trainer = CascadeTrainer(
            faces: windows(400, withCross: true, seed: 1), goals: StageGoals(maximumStumps: 20))
        var others = windows(1500, withCross: false, seed: 2)
        for _ in 0..<3 where !others.isEmpty {
            let outcome = trainer.addStage(against: others)
            #expect(outcome.hitRate >= 0.995 && outcome.falseAlarm <= 0.5)
            let judge = WindowClassifier(trainer.cascade)
            others.removeAll { !judge.accepts($0) }
        }
        return trainer.cascade
    }

    @Test("A small cascade tells windows apart that it never saw")
    func separates() {
        let judge = WindowClassifier(trained(threads: 2))
        let hits = windows(200, withCross: true, seed: 3).count { judge.accepts($0) }
        let alarms = windows(200, withCross: false, seed: 4).count { judge.accepts($0) }
        #expect(hits > 170, "\(hits) of 200 found")
        #expect(alarms < 30, "\(alarms) false alarms of 200")
    }

    @Test("Any number of threads trains the same cascade")
    func threads() {
        #expect(trained(threads: 1) == trained(threads: 3))
    }

    @Test("A cascade without stages takes everything for a face, and its mistakes avoid the faces")
    func mistakes() {
        var generator = SeededGenerator(seed: 5)
        let samples = (0..<60 * 50).map { _ in UInt8(generator.integer(in: 0..<256)) }
        let picture = Picture(width: 60, height: 50, format: .grey, samples: samples)
        let everywhere = Picture.Box(x: 0, y: 0, width: 60, height: 50)
        let cascade = Cascade(width: 24, height: 24)
        let all = cascade.mistakes(in: picture, faces: [], limit: 10, using: &generator)
        #expect(all.count == 10 && all.allSatisfy { $0.width == 24 && $0.height == 24 })
        let large = Cascade(width: 48, height: 48)
        #expect(large.mistakes(in: picture, faces: [everywhere], limit: 10, using: &generator).isEmpty)
    }

    @Test("Every pattern of a window, once")
    func patterns() {
        let patterns = BlockPattern.all(inWidth: 24, height: 24)
        #expect(patterns.count == 8464 && Set(patterns).count == 8464)
        #expect(patterns.allSatisfy { $0.fits(inWidth: 24, height: 24) })
    }

    @Test("The category of a pattern, computed by hand")
    func category() {
        // Cells of one pixel: those that are 5 or more count.
        let picture = Picture(width: 3, height: 3, format: .grey, samples: [5, 1, 9, 2, 5, 4, 8, 3, 6])
        let corners = BlockPattern(x: 0, y: 0, cellWidth: 1, cellHeight: 1).corners(stride: 4)
        let found = IntegralPicture(picture).sums.withUnsafeBufferPointer { sums in
            corners.withUnsafeBufferPointer { corners in
                Detection.category(at: sums.baseAddress!, corners.baseAddress!)
            }
        }
        #expect(found == 128 + 32 + 2 + 8)
    }
}
