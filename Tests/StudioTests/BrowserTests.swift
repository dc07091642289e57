import Foundation
import Pictures
import Testing

@testable import Networks
@testable import Studio

/// The page as a user meets it, in a real browser. One test after the other: each has a browser of its own.
@Suite(
    "The page in Chromium", .serialized,
    .enabled(if: WebDriver.programs != nil, "chromium and its driver are missing"))
struct BrowserTests {
    private static let red = [0xC8, 0x40, 0x2F]

    @Test("Drop, dab, undo, redo, reload, download: a drawing is coloured and nothing is lost")
    func colouring() async throws {
        try await StudioPage.with { page in
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            try await page.browser.click("[data-color='#c8402f']")
            try await page.browser.click("[name=finish][value=flat]")
            try await page.ready()
            let before = try await page.color(130, 190)
            let corner = try await page.window(50, 60)
            try await page.browser.drag([corner, (corner.x + 12, corner.y + 8), (corner.x + 30, corner.y + 10)])
            try await page.ready()
            #expect(isNear(try await page.color(130, 190), Self.red))
            #expect(!isNear(try await page.color(240, 190), Self.red))
            try await page.browser.click("#undo")
            try await page.ready()
            #expect(try await page.color(130, 190) == before)
            try await page.browser.click("#redo")
            try await page.ready()
            try await page.browser.reload()
            try await page.ready()
            #expect(isNear(try await page.color(130, 190), Self.red))
            try await Self.checkDownload(page)
        }
    }

    private static func checkDownload(_ page: StudioPage) async throws {
        try await page.browser.click("[data-save=ora]")
        let archive = try ZipArchive(try await page.download("boxes-coloured.ora"), from: "boxes-coloured.ora")
        func contents(_ name: String) throws -> [UInt8] {
            try archive.contents(of: try #require(archive.members.first { $0.name == name }))
        }
        let merged = try Picture(decoding: contents("mergedimage.png"), named: "merged")
        #expect((merged.width, merged.height) == (320, 240))
        #expect(isNear((0..<3).map { Int(merged[130, 190, $0]) }, red))
        let stack = String(decoding: try contents("stack.xml"), as: UTF8.self)
        #expect(stack.contains("name=\"Lines\"") && stack.contains("Flat #c8402f"))
    }

    @Test("By keys alone: a brush that the arrows move sets a dab, and takes it back")
    func keys() async throws {
        try await StudioPage.with { page in
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            try await page.browser.run(
                "document.querySelector('#color').value = '#2f6b45'; document.querySelector('#stage').focus()")
            let (left, enter) = ("\u{E012}", "\u{E007}")
            try await page.browser.press(Array(repeating: left, count: 8) + [enter])
            try await page.ready()
            try await page.browser.run("document.querySelector('[name=finish][value=flat]').click()")
            try await page.ready()
            #expect(isNear(try await page.color(40, 190), [0x2F, 0x6B, 0x45]))
            try await page.browser.press(["n", "\u{E017}"])
            try await page.ready()
            #expect(!isNear(try await page.color(40, 190), [0x2F, 0x6B, 0x45]))
        }
    }
}
