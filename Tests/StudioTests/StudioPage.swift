import Foundation
import Pictures
import TestSupport

@testable import Studio

/// A page with a studio behind it.
struct StudioPage {
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

    /// What the browser keeps of the work: its dabs, each with `kind`, `radius` and `points`.
    func keptDabs() async throws -> [[String: Any]] {
        let kept = try await browser.run(
            """
            return new Promise((done, fail) => {
              const opening = indexedDB.open("nurie-studio");
              opening.onerror = fail;
              opening.onsuccess = () => {
                const request = opening.result.transaction("things").objectStore("things").get("work");
                request.onsuccess = () => { opening.result.close(); done(request.result.states[request.result.place].dabs); };
                request.onerror = fail;
              };
            });
            """)
        return kept as? [[String: Any]] ?? []
    }

    /// Waits for a file of the name to be downloaded whole.
    func download(_ name: String) async throws -> [UInt8] {
        let file = "\(folder.path)/\(name)"
        for _ in 0..<3000 {
            if FileManager.default.fileExists(atPath: file) {
                return Array(try Data(contentsOf: URL(fileURLWithPath: file)))
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw WebDriver.Failure(description: "\(name) was not downloaded")
    }

    /// Whether a word is told at the bottom of the page.
    func waitUntilTold(_ words: String) async throws {
        try await browser.wait(
            until:
                "!document.querySelector('#toast').hidden && document.querySelector('#toast').textContent.includes('\(words)')"
        )
    }

    /// Runs a test with a page of a studio of its own.
    static func with(
        _ networks: StudioService.Networks = RunningStudio.missingNetworks,
        _ body: (StudioPage) async throws -> Void
    ) async throws {
        try await RunningStudio.with(networks) { studio in
            let folder = try TemporaryFolder()
            let browser = try await WebDriver(downloads: folder.path)
            do {
                try await browser.open(studio.service.address)
                try await browser.wait(until: "document.querySelector('#colour').dataset.state === 'empty'")
                try await body(StudioPage(studio: studio, browser: browser, folder: folder))
            } catch {
                await browser.quit()
                throw error
            }
            await browser.quit()
        }
    }
}

/// Two boxes, five times as large: lines are five pixels wide.
let largeBoxes = boxes.resized(toWidth: 320, height: 240, .nearest)

/// Whether two colours look alike.
func isNear(_ color: [Int], _ other: [Int]) -> Bool {
    color.count == 3 && zip(color, other).allSatisfy { abs($0 - $1) <= 6 }
}
