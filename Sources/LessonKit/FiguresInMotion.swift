import Figures
import Foundation
import Pictures

/// Figures of one size that follow each other as an animated PNG. The last one comes first as well: it is what is seen
/// where nothing moves, and it stays for a while before all begins again.
public struct FiguresInMotion: Illustration {
    private let figures: [any Illustration]
    private let hundredths: Int

    /// At least one figure, each shown for so many hundredths of a second, the last one four times as long.
    public init(_ figures: [any Illustration], hundredths: Int = 30) {
        precondition(!figures.isEmpty, "FiguresInMotion: no figures")
        (self.figures, self.hundredths) = (figures, hundredths)
    }

    /// Draws all figures elsewhere, and writes `NAME.png` alone. Throws as figures and pictures do.
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot) throws -> String {
        let workshop = FileManager.default.temporaryDirectory.appendingPathComponent(
            "nurie-motion-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: workshop) }
        let pictures = try figures.map {
            try Picture(contentsOf: $0.write(to: workshop.path, named: "frame", using: gnuplot)).converted(to: .rgb)
        }
        let end = Array(repeating: pictures[pictures.count - 1], count: 2)
        return try Animation(end + pictures + end.dropLast(), hundredths: hundredths)
            .write(to: folder, named: name, using: gnuplot)
    }
}
