import ArgumentParser
import Colorization
import Dispatch
import FaceGeneration
import Files
import Foundation
import Pictures
import Stylization
import Studio
import Basics
import Training

/// `nurie studio`: the page on this machine.
struct Studio: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opens a page on this machine to colour drawings by hand and network.",
        discussion: """
            Drop a drawing on it, set dabs, and see their colours spread; walk through faces that nobody drew; see a photograph \
            drawn. The page comes from this program alone: it works without a network, and nothing leaves this machine. Only who \
            knows the printed address may use it. Ctrl-C ends it.
            """)

    @Option(help: "The port that the page is served at.")
    var port: UInt16 = 8017

    @Flag(help: "Open the page in the browser.")
    var open = false

    @Option(help: "The weights that make up faces. (default: those that come with Nurie)")
    var faces: String?

    @Option(
        parsing: .upToNextOption, help: "Weights of more styles for photographs, beside those that come with Nurie.")
    var styles: [String] = []

    @OptionGroup var weights: WeightOptions

    @OptionGroup var threads: ThreadOptions

    func validate() throws {
        if port < 1024 { throw ValidationError("--port \(port): it is between 1024 and 65535.") }
    }

    func run() throws {
        threads.apply()
        let service = try StudioService(port: port, networks: networks())
        Interruption.watch()
        let end = End()
        Task {
            do {
                try await service.run()
                end.reach(nil)
            } catch {
                end.reach(error)
            }
        }
        Task { [open] in
            try await service.waitUntilListening()
            Console.say("\(service.address)\nCtrl-C ends it.")
            if open { Self.openBrowser(service.address) }
        }
        while !Interruption.isRequested, !end.isReached { usleep(20_000) }
        if Interruption.isRequested {
            Self.stop(service)
        } else if let error = end.error {
            throw error
        }
    }

    /// What the rooms work with. That the files are there is known before any work; they are read when they are needed.
    private func networks() throws -> StudioService.Networks {
        let faces = try faces ?? ShippedData.path(of: "faces.safetensors")
        let colors = try weights.weights ?? ShippedData.path(of: "colorizer.safetensors")
        let secondStage = NoValue.path(weights.stageTwo)
        let named =
            try [("learnt", ShippedData.path(of: "stylizer.safetensors"))]
            + styles.map { (ResultNames.stem(of: $0), $0) }
        for path in [faces, colors] + [secondStage].compactMap(\.self) + named.map(\.1) {
            guard Files.exists(path) else {
                throw FileError(path: path, problem: "is not there", remedy: "Check the name of the weights")
            }
        }
        return StudioService.Networks(
            colorizer: { try Colorizer(weights: colors, secondStage: secondStage) },
            faces: { try FaceSampler(weights: faces) },
            photographStyles: PaintingTone.allCases.map { tone in (tone.rawValue, { Painter(tone) }) }
                + named.map { name, path in (name, { try Stylizer(weights: path) }) })
    }

    /// Ends within a moment, whatever is being done.
    private static func stop(_ service: StudioService) {
        let stopped = DispatchSemaphore(value: 0)
        Task {
            await service.stop()
            stopped.signal()
        }
        _ = stopped.wait(timeout: .now() + 0.7)
        Console.say()
    }

    private static func openBrowser(_ address: String) {
        let opener = Process()
        opener.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        opener.arguments = ["xdg-open", address]
        opener.standardError = FileHandle.nullDevice
        let warn: @Sendable () -> Void = {
            Console.warn("No browser could be opened (xdg-open): open the address yourself.")
        }
        // Where there is no xdg-open, env starts all the same and says so by its status.
        opener.terminationHandler = { if $0.terminationStatus != 0 { warn() } }
        do { try opener.run() } catch { warn() }
    }
}

/// Whether the server has ended, and why.
private final class End: Sendable {
    private let state = Mutex<(isReached: Bool, error: (any Error)?)>((false, nil))

    var isReached: Bool { state.withLock { $0.isReached } }
    var error: (any Error)? { state.withLock { $0.error } }

    func reach(_ error: (any Error)?) { state.withLock { $0 = (true, error) } }
}
