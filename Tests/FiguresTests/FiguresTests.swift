import Foundation
import Testing

@testable import Figures

@Suite struct GalleryTests {
    @Test(arguments: Gallery.figures.map(\.name)) func renders(name: String) throws {
        let folder = ProcessInfo.processInfo.environment["NURIE_GALLERY"] ?? "/tmp/figures/x"
        let figure = Gallery.figures.first { $0.name == name }!.figure
        try figure.write(to: folder, named: name)
    }

    @Test func rendersGrids() throws {
        let folder = ProcessInfo.processInfo.environment["NURIE_GALLERY"] ?? "/tmp/figures/x"
        try Gallery.panels.write(to: folder, named: "panels")
        try Gallery.grid.write(to: folder, named: "grid")
        try Gallery.largeGrid.write(to: folder, named: "large-grid")
    }
}
