import Foundation
import Pictures
import Stylization
import Testing

@testable import Studio

extension BrowserTests {
    private static let networks = RunningStudio.networks(styles: [("summer", { Painter(.summer) })])

    private static func enter(_ room: String, _ page: StudioPage) async throws {
        try await page.browser.run("location.hash = arguments[0]", [room])
        try await page.browser.wait(until: "!document.querySelector('#\(room.prefix { $0 != "/" })').hidden")
    }

    @Test("A face is made up and goes to be coloured; a photograph is painted in a style of that name and saved")
    func facesAndPhoto() async throws {
        try await StudioPage.with(Self.networks) { page in
            try await Self.enter("faces", page)
            try await page.browser.wait(until: "document.querySelector('.face')?.naturalWidth > 0")
            try await page.browser.click("#another")
            try await page.browser.click(".portrait button[title^='Its lines']")
            try await page.browser.wait(until: "!document.querySelector('#colour').hidden")
            try await page.browser.wait(until: "document.querySelector('#welcome').hidden")
            try await page.ready()

            try await Self.enter("photo", page)
            try await page.browser.wait(until: "document.querySelector('.photo-bar select option') !== null")
            try await page.drop(largeBoxes.encodedAsPNG(), named: "boxes.png")
            try await page.browser.wait(until: "document.querySelector('#photo').dataset.state === 'ready'")
            try await page.browser.click(".photo-bar .primary")
            let painted = try Picture(decoding: try await page.download("boxes-drawn.png"), named: "painted")
            #expect(painted == Painter(.summer).stylise(largeBoxes.converted(to: .rgb)))
        }
    }

    @Test("Each lesson's knob says something, by its own address too; turns change what it says")
    func knobs() async throws {
        try await StudioPage.with(Self.networks) { page in
            try await Self.enter("knobs/03", page)
            for number in ["01", "02", "03", "04", "05", "09", "12"] {
                let readout = "document.querySelector('#knob-\(number) .readout')"
                try await page.browser.wait(until: "document.querySelector('#knob-\(number)') !== null")
                try await page.browser.run("document.querySelector('#knob-\(number)').scrollIntoView()")
                try await page.browser.wait(until: "\(readout)?.textContent.length > 10")
                let before = try await page.browser.run("return \(readout).textContent") as? String ?? ""
                // Turns by keys, each a step to the left. The ring of 12 stays closed until the gap that closes is less than its opening.
                let (slider, steps) = number == "12" ? (2, 8) : (0, 3)
                try await page.browser.run(
                    "document.querySelectorAll('#knob-\(number) input')[\(slider)].focus()")
                try await page.browser.press(Array(repeating: "\u{E012}", count: steps))
                try await page.browser.wait(until: "\(readout).textContent !== \(Self.quoted(before))")
                #expect(try await page.browser.run("return document.querySelector('#toast').hidden") as? Bool == true)
            }
        }
    }

    private static func quoted(_ text: String) -> String {
        (try? String(decoding: JSONEncoder().encode(text), as: UTF8.self)) ?? "''"
    }
}
