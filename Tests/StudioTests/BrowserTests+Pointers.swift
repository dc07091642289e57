import Foundation
import Testing

@testable import Studio

extension BrowserTests {
    private static func radii(_ dab: [String: Any]?) -> [Double] {
        let points = (dab?["points"] as? [NSNumber])?.map(\.doubleValue) ?? []
        return stride(from: 2, to: points.count, by: 3).map { points[$0] }
    }

    @Test("A pen that presses lightly draws thinner than one that presses hard; a mouse has one width")
    func pen() async throws {
        try await StudioPage.with { page in
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            let start = try await page.window(50, 60)
            let way = (0..<5).map { (x: start.x + 8 * $0, y: start.y + 20) }
            try await page.browser.drag(way, with: "pen", pressure: 0.1)
            try await page.ready()
            try await page.browser.drag(way.map { (x: $0.x, y: $0.y + 60) }, with: "pen", pressure: 0.9)
            try await page.ready()
            try await page.browser.drag(way.map { (x: $0.x, y: $0.y + 120) })
            try await page.ready()
            let dabs = try await page.keptDabs()
            #expect(dabs.count == 3)
            let (light, hard, mouse) = (
                Self.radii(dabs.first), Self.radii(dabs.dropFirst().first), Self.radii(dabs.last)
            )
            #expect(light.count > 2 && light.allSatisfy { $0 < 0.5 }, "\(light)")
            #expect(hard.count > 2 && hard.allSatisfy { $0 > 0.8 && $0 < 1 }, "\(hard)")
            #expect(mouse.count > 2 && mouse.allSatisfy { $0 == 1 }, "\(mouse)")
        }
    }

    @Test("A finger draws and taps; two fingers enlarge and pour nothing, whatever the tool")
    func touch() async throws {
        try await StudioPage.with { page in
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            let left = try await page.window(80, 120)
            try await page.browser.drag([left, (left.x + 10, left.y), (left.x + 30, left.y + 10)], with: "touch")
            try await page.ready()
            #expect(try await page.keptDabs().map { $0["kind"] as? String } == ["stroke"])
            let right = try await page.window(240, 120)
            for tool in ["bucket", "split", "pen"] {
                try await page.browser.click("[data-tool=\(tool)]")
                try await page.browser.drag(
                    [
                        [(left.x, left.y), (left.x, left.y), (left.x - 20, left.y), (left.x - 40, left.y)],
                        [(right.x, right.y), (right.x, right.y), (right.x + 20, right.y), (right.x + 40, right.y)],
                    ], with: "touch")
                try await page.ready()
                #expect(try await page.keptDabs().count == 1, "\(tool)")
                try await page.browser.click("#fit")
            }
            try await page.browser.click("[data-tool=bucket]")
            try await page.browser.drag([right], with: "touch")
            try await page.ready()
            #expect(try await page.keptDabs().map { $0["kind"] as? String } == ["stroke", "fill"])
        }
    }
}
