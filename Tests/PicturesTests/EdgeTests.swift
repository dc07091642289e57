import Foundation
import Testing

@testable import Pictures

/// Edges against OpenCV's (Reference/edges.py).
@Suite struct EdgeTests {
    private struct Reference: Decodable {
        struct Edges: Decodable {
            let lower, upper: Int
            let pixels: [Int]
        }

        let width, height: Int
        let rgb, grey: [UInt8]
        let edges: [Edges]
        let smoothed: [UInt8]
    }

    private let reference: Reference

    init() throws {
        let url = try #require(Bundle.module.url(forResource: "Reference/edges", withExtension: "json"))
        reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    }

    @Test("The same pixels are edges as in OpenCV, at every pair of thresholds")
    func edges() {
        let grey = Picture(width: reference.width, height: reference.height, format: .grey, samples: reference.grey)
        for expected in reference.edges {
            let found = grey.edges(lower: expected.lower, upper: expected.upper)
            #expect(found.samples.indices.filter { found.samples[$0] == 255 } == expected.pixels)
        }
    }

    @Test("Smoothed edges are those of AnimeGAN's script")
    func smoothed() {
        let picture = Picture(width: reference.width, height: reference.height, format: .rgb, samples: reference.rgb)
        let smoothed = picture.edgesSmoothed()
        let largest = zip(smoothed.samples, reference.smoothed).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect(largest == 0)
    }

    @Test(
        "Pictures of a pixel or a row have no edges, and nothing breaks", arguments: [(1, 1), (1, 9), (9, 1), (2, 2)])
    func small(_ width: Int, _ height: Int) {
        let picture = Picture(width: width, height: height, format: .rgb, filledWith: [9, 90, 200])
        #expect(picture.edgesSmoothed() == picture)
    }
}
