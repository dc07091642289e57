import Files
import Foundation
import Testing

@testable import Studio

extension BrowserTests {
    @Test("A palette of GIMP brings its colours; the saved work opens again with its dabs and its palette")
    func work() async throws {
        try await StudioPage.with { page in
            let palette = "\(page.folder.path)/sea.gpl"
            try Files.replace(palette, with: "GIMP Palette\nName: Sea\n#\n200  64  47 Buoy\n 10  90 160 Deep\n")
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            try await page.browser.choose(palette, in: "#palette-file")
            try await page.browser.wait(until: "document.querySelectorAll('#swatches button').length === 2")
            try await page.browser.click("[data-color='#0a5aa0']")
            try await page.browser.click("#keep-palette")
            try await page.browser.click("[name=finish][value=flat]")
            let place = try await page.window(80, 120)
            try await page.browser.drag([place, (place.x + 20, place.y)])
            try await page.ready()
            let blue = [10, 90, 160]
            #expect(isNear(try await page.color(130, 190), blue))

            try await page.browser.click("#save-work")
            let saved = try await page.download("boxes.nurie")
            #expect(saved.starts(with: Array("{\"kind\":\"nurie work\"".utf8)))
            try await page.browser.click("#new")
            try await page.browser.wait(until: "document.querySelector('#colour').dataset.state === 'empty'")
            try await page.browser.choose("\(page.folder.path)/boxes.nurie", in: "#file")
            try await page.browser.wait(until: "document.querySelector('#welcome').hidden")
            try await page.ready()
            #expect(isNear(try await page.color(130, 190), blue))
            #expect(try await page.keptDabs().count == 1)
            let isKept = try await page.browser.run(
                """
                return document.querySelector("#load-palette").textContent === "sea.gpl"
                  && document.querySelector("#keep-palette").checked
                  && document.querySelector("[name=finish][value=flat]").checked;
                """)
            #expect(isKept as? Bool == true)
        }
    }

    @Test("Files that are nothing of the kind are told about in words, and the work stays as it is")
    func broken() async throws {
        try await StudioPage.with { page in
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            for (name, contents, words) in [
                ("bad.gpl", "no palette", "palette"),
                ("bad.nurie", "{\"kind\":\"other\"}", "no work that was saved here"),
                ("cut.nurie", "{\"kind\":\"nurie work\",\"drawing\":\"AAAA\"}", "The file is not a picture"),
                ("text.png", "hello", "The file is not a PNG or JPEG"),
            ] {
                let path = "\(page.folder.path)/\(name)"
                try Files.replace(path, with: contents)
                try await page.browser.run("document.querySelector('#toast').hidden = true")
                try await page.browser.choose(path, in: name.hasSuffix("gpl") ? "#palette-file" : "#file")
                try await page.waitUntilTold(words)
            }
            try await page.ready()
            #expect(try await page.browser.run("return document.querySelector('#welcome').hidden") as? Bool == true)
        }
    }
}
