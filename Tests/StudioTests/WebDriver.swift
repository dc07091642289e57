import Foundation

/// A browser without a window, driven as the W3C's WebDriver says.
final class WebDriver: Sendable {
    private let driver: Process
    private let client: RawClient
    private let session: String

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// Where Debian's packages put the browser and its driver; nil where they are missing.
    static let programs: (browser: String, driver: String)? = {
        let (browser, driver) = ("/usr/bin/chromium", "/usr/bin/chromedriver")
        let files = FileManager.default
        return files.isExecutableFile(atPath: browser) && files.isExecutableFile(atPath: driver)
            ? (browser, driver) : nil
    }()

    /// Starts a browser whose downloads go into a folder.
    init(downloads: String) async throws {
        guard let programs = Self.programs else { throw Failure(description: "no browser") }
        client = RawClient(port: try RunningStudio.freePort())
        driver = Process()
        driver.executableURL = URL(fileURLWithPath: programs.driver)
        driver.arguments = ["--port=\(client.port)"]
        driver.standardOutput = FileHandle.nullDevice
        driver.standardError = FileHandle.nullDevice
        try driver.run()
        session = try await Self.newSession(client, programs.browser, downloads: downloads)
    }

    private static func newSession(_ client: RawClient, _ browser: String, downloads: String) async throws -> String {
        let options: [String: Any] = [
            "binary": browser,
            "args": [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--window-size=1280,800",
            ],
            "prefs": ["download.default_directory": downloads, "download.prompt_for_download": false],
        ]
        let wanted = ["capabilities": ["alwaysMatch": ["browserName": "chrome", "goog:chromeOptions": options]]]
        for _ in 0..<6000 {
            guard let value = try? await ask(client, "POST", "/session", wanted) as? [String: Any] else {
                try await Task.sleep(for: .milliseconds(50))
                continue
            }
            if let session = value["sessionId"] as? String { return session }
        }
        throw Failure(description: "the browser's driver does not answer")
    }

    /// Ends the browser and its driver.
    func quit() async {
        _ = try? await Self.ask(client, "DELETE", "/session/\(session)", nil)
        // Without waiting: that would hold one of the few threads on which the server and all tests run.
        driver.terminate()
    }

    private static func ask(
        _ client: RawClient, _ method: String, _ path: String, _ body: [String: Any]?
    ) async throws -> Any? {
        let bytes = try body.map { Array(try JSONSerialization.data(withJSONObject: $0)) } ?? []
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(client.port)\r\nContent-Length: \(bytes.count)\r\n\r\n"
        guard let answer = try await client.send(Array(head.utf8) + bytes) else {
            throw Failure(description: "the browser's driver is gone")
        }
        let value = (try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])?["value"]
        guard answer.status == 200 else { throw Failure(description: "\(value ?? answer.text)") }
        return value
    }

    @discardableResult
    private func post(_ path: String, _ body: [String: Any]) async throws -> Any? {
        try await Self.ask(client, "POST", "/session/\(session)/\(path)", body)
    }

    func open(_ address: String) async throws { try await post("url", ["url": address]) }

    func reload() async throws { try await post("refresh", [:]) }

    /// Runs a script in the page.
    @discardableResult
    func run(_ script: String, _ arguments: [Any] = []) async throws -> Any? {
        try await post("execute/sync", ["script": script, "args": arguments])
    }

    /// Waits until an expression of the page is true; beside all other tests that may take minutes.
    func wait(until expression: String, seconds: Double = 300) async throws {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            if try await run("return Boolean(\(expression))") as? Bool == true { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw Failure(description: "never true: \(expression)")
    }

    func click(_ selector: String) async throws {
        let found = try await post("element", ["using": "css selector", "value": selector]) as? [String: Any]
        guard let element = found?.values.first as? String else { throw Failure(description: "no \(selector)") }
        try await post("element/\(element)/click", [:])
    }

    /// Chooses a file in an input for files.
    func choose(_ path: String, in selector: String) async throws {
        let found = try await post("element", ["using": "css selector", "value": selector]) as? [String: Any]
        guard let element = found?.values.first as? String else { throw Failure(description: "no \(selector)") }
        try await post("element/\(element)/value", ["text": path])
    }

    /// Draws along places of the window with a mouse, a pen or a finger.
    func drag(_ places: [(x: Int, y: Int)], with pointer: String = "mouse", pressure: Double? = nil) async throws {
        try await drag([places], with: pointer, pressure: pressure)
    }

    /// Draws with several pointers at a time, such as two fingers; each goes along as many places.
    func drag(_ paths: [[(x: Int, y: Int)]], with pointer: String, pressure: Double? = nil) async throws {
        let sources = paths.enumerated().map { index, places -> [String: Any] in
            func step(_ type: String, _ more: [String: Any]) -> [String: Any] {
                var step = more
                step["type"] = type
                if let pressure, type != "pointerUp" { step["pressure"] = pressure }
                return step
            }
            func move(_ place: (x: Int, y: Int)) -> [String: Any] {
                step("pointerMove", ["duration": 10, "x": place.x, "y": place.y])
            }
            let steps =
                places.prefix(1).map(move) + [step("pointerDown", ["button": 0])] + places.dropFirst().map(move)
                + [step("pointerUp", ["button": 0])]
            return [
                "type": "pointer", "id": "\(pointer) \(index)", "parameters": ["pointerType": pointer],
                "actions": steps,
            ]
        }
        try await post("actions", ["actions": sources])
    }

    /// Presses keys, one after the other.
    func press(_ keys: [String]) async throws {
        let steps = keys.flatMap { [["type": "keyDown", "value": $0], ["type": "keyUp", "value": $0]] }
        try await post("actions", ["actions": [["type": "key", "id": "keys", "actions": steps]]])
    }
}
