import TestSupport
@testable import pipeline
import Testing

/// Protects that no result of the pipeline takes the place of another.
@Suite("Names of the user's pictures in the pipeline")
struct PipelineNamesTests {
    @Test("Pictures of one stem, of several folders and with dots have names of their own")
    func names() throws {
        let folder = try TemporaryFolder()
        let paths = try ["a/cat.png", "b/cat.png", "b/CAT.PNG", "a/page.01.png", "a/page.02.png"]
            .map { try folder.draw($0) }
        let expected = ["cat.png", "cat.png-2", "CAT.PNG-3", "page.01", "page.02"]
        #expect(try RealDrawing.open(paths, size: 64).map(\.name) == expected)
        #expect(try RealPhotograph.open(paths, size: 64).map(\.name) == expected)
    }
}
