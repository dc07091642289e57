import Foundation
import Pictures
import TestSupport
import Testing

@testable import Networks
@testable import Studio

/// The page as a user meets it, in a real browser.
@Suite(
    "The page in Chromium", .serialized,
    .enabled(if: WebDriver.programs != nil, "chromium and its driver are missing"))
struct BrowserTests {
    /// A page with a studio behind it.
    private struct Page {
        let studio: RunningStudio
        let browser: WebDriver
        let folder: TemporaryFolder

        /// Drops a file on the page, as from a folder's window.
        func drop(_ bytes: [UInt8], named name: String) async throws {
            try await browser.run(
                """
                const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
                const files = new DataTransfer();
                files.items.add(new File([bytes], arguments[1]));
                dispatchEvent(new DragEvent("drop", { dataTransfer: files, cancelable: true }));
                """, [Data(bytes).base64EncodedString(), name])
            try await ready()
        }

        func ready() async throws {
            try await browser.run("return new Promise((done) => setTimeout(done, 30))")
            try await browser.wait(until: "document.querySelector('#colour').dataset.state === 'ready'")
        }

        /// Where a place of a drawing of 320×240 pixels lies in the window, fitted as it is at first.
        func window(_ x: Double, _ y: Double) async throws -> (x: Int, y: Int) {
            let box = try await browser.run(
                "const b = document.querySelector('#stage').getBoundingClientRect(); return [b.left, b.top, b.width, b.height]"
            )
            guard let box = (box as? [NSNumber])?.map(\.doubleValue), box.count == 4 else {
                throw WebDriver.Failure(description: "no stage")
            }
            let scale = min((box[2] - 56) / 320, (box[3] - 56) / 240)
            return (
                Int(box[0] + (box[2] - scale * 320) / 2 + scale * x),
                Int(box[1] + (box[3] - scale * 240) / 2 + scale * y)
            )
        }

        /// The colour that is seen at a place of the drawing.
        func color(_ x: Double, _ y: Double) async throws -> [Int] {
            let place = try await window(x, y)
            let seen = try await browser.run(
                """
                return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
                  const canvas = document.querySelector("#stage");
                  const box = canvas.getBoundingClientRect();
                  const ratio = canvas.width / box.width;
                  const [x, y] = [(arguments[0] - box.left) * ratio, (arguments[1] - box.top) * ratio];
                  done([...canvas.getContext("2d").getImageData(x, y, 1, 1).data.slice(0, 3)]);
                })));
                """, [place.x, place.y])
            return (seen as? [NSNumber])?.map(\.intValue) ?? []
        }
    }

    private static func with(_ body: (Page) async throws -> Void) async throws {
        try await RunningStudio.with { studio in
            let folder = try TemporaryFolder()
            let browser = try await WebDriver(downloads: folder.path)
            do {
                try await browser.open(studio.service.address)
                try await browser.wait(until: "document.querySelector('#colour').dataset.state === 'empty'")
                try await body(Page(studio: studio, browser: browser, folder: folder))
            } catch {
                await browser.quit()
                throw error
            }
            await browser.quit()
        }
    }

    /// Two boxes, five times as large: lines are five pixels wide.
    private static let drawing = boxes.resized(toWidth: 320, height: 240, .nearest)

    private static func isNear(_ color: [Int], _ other: [Int]) -> Bool {
        color.count == 3 && zip(color, other).allSatisfy { abs($0 - $1) <= 6 }
    }

    private static let red = [0xC8, 0x40, 0x2F]

    @Test("Drop, dab, undo, redo, reload, download: a drawing is coloured and nothing is lost")
    func colouring() async throws {
        try await Self.with { page in
            try await page.drop(Self.drawing.encodedAsPNG(), named: "boxes.png")
            try await page.browser.click("[data-color='#c8402f']")
            try await page.browser.click("[name=finish][value=flat]")
            try await page.ready()
            let before = try await page.color(130, 190)
            let corner = try await page.window(50, 60)
            try await page.browser.drag([corner, (corner.x + 12, corner.y + 8), (corner.x + 30, corner.y + 10)])
            try await page.ready()
            #expect(Self.isNear(try await page.color(130, 190), Self.red))
            #expect(!Self.isNear(try await page.color(240, 190), Self.red))
            try await page.browser.click("#undo")
            try await page.ready()
            #expect(try await page.color(130, 190) == before)
            try await page.browser.click("#redo")
            try await page.ready()
            try await page.browser.reload()
            try await page.ready()
            #expect(Self.isNear(try await page.color(130, 190), Self.red))
            try await Self.checkDownload(page)
        }
    }

    private static func checkDownload(_ page: Page) async throws {
        try await page.browser.click("[data-save=ora]")
        let file = "\(page.folder.path)/boxes-coloured.ora"
        for _ in 0..<400 where !FileManager.default.fileExists(atPath: file) {
            try await Task.sleep(for: .milliseconds(20))
        }
        let archive = try ZipArchive(Array(try Data(contentsOf: URL(fileURLWithPath: file))), from: file)
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
        try await Self.with { page in
            try await page.drop(Self.drawing.encodedAsPNG(), named: "boxes.png")
            try await page.browser.run(
                "document.querySelector('#color').value = '#2f6b45'; document.querySelector('#stage').focus()")
            let (left, enter) = ("\u{E012}", "\u{E007}")
            try await page.browser.press(Array(repeating: left, count: 8) + [enter])
            try await page.ready()
            try await page.browser.run("document.querySelector('[name=finish][value=flat]').click()")
            try await page.ready()
            #expect(Self.isNear(try await page.color(40, 190), [0x2F, 0x6B, 0x45]))
            try await page.browser.press(["n", "\u{E017}"])
            try await page.ready()
            #expect(!Self.isNear(try await page.color(40, 190), [0x2F, 0x6B, 0x45]))
        }
    }
}
