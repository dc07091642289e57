import Basics
import Drawings
import LessonKit
import Pictures

extension RegionsAndFlats {
    static let flatADrawing = Exercise<any RegionAnswers>(
        "Flat a drawing",
        hints: [
            "`map.labels` has the region of each pixel, row by row. Group the pixels by it.",
            "Sort what a region's pixels have of red, and take the one in the middle; the same for green and blue.",
            "Sample `3 * pixel + channel` of `proposal.samples`, and the same place in the result.",
        ],
        answer: """
            Up to one half of a region may be wrong if the other half agrees: the middle of the sorted values is then still one of \
            theirs. The mean moves with each wrong pixel, so one third of wrong ones already gives a colour that nobody proposed.
            """
    ) { answers in
        for index in 0..<3 {
            let test = SpoiledFlats(index: index)
            let place = "for face \(index + 1), of which 40 % of the pixels of each region were spoiled"
            let got = try answers.flatted(test.spoiled, in: test.map)
            try WrongAnswer.unless(
                got.samples.count == test.flats.samples.count,
                expected: "a picture of \(test.flats.samples.count) samples",
                got: "one of \(got.samples.count)", place)
            let difference = test.largestDifference(of: got)
            try WrongAnswer.unless(
                difference == 0, expected: "the flats again", got: "a region that is \(difference) levels off", place)
        }
    }
}

/// A drawn face in flat colours, and the same with two pixels in five of each region spoiled.
struct SpoiledFlats {
    let map: RegionMap
    let flats, spoiled: Picture

    init(index: Int) {
        let face = DrawnFaces(seed: 12, size: 96)[index]
        let map = RegionMap(of: face.lines)
        self.map = map
        var generator = SeededGenerator(seed: 12, stream: UInt64(index))
        var flats = face.color
        // Each region in the colour of its middle.
        let middles = map.middles
        for (pixel, label) in map.labels.enumerated() {
            for channel in 0..<3 {
                flats.samples[3 * pixel + channel] = face.color.samples[3 * middles[Int(label)] + channel]
            }
        }
        var spoiled = flats
        var seen = [Int](repeating: 0, count: map.count)
        for (pixel, label) in map.labels.enumerated() {
            seen[Int(label)] += 1
            guard [3, 0].contains(seen[Int(label)] % 5) else { continue }
            for channel in 0..<3 {
                spoiled.samples[3 * pixel + channel] = UInt8(truncatingIfNeeded: generator.next())
            }
        }
        (self.flats, self.spoiled) = (flats, spoiled)
    }

    /// The largest difference from the flats, in levels of 255.
    func largestDifference(of picture: Picture) -> Int {
        zip(picture.samples, flats.samples).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }
}
