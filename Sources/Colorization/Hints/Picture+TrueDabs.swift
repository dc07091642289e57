import Basics
import Pictures

extension Picture {
    /// Dabs of the original's colours, transparent elsewhere, as a user might set them: off the paper, and as large as
    /// they would be in the small pictures that the colorizer learnt from.
    public static func dabs(_ count: Int, of original: Picture) -> Picture {
        var generator = SeededGenerator(seed: 2)
        var hints = Picture.transparent(width: original.width, height: original.height)
        let reach = max(1, min(original.width, original.height) / 64)
        var (done, tries) = (0, 0)
        while done < count, tries < 1000 {
            tries += 1
            let x = generator.integer(in: 0..<original.width)
            let y = generator.integer(in: 0..<original.height)
            let color = (0..<3).map { original[x, y, $0] }
            // On paper and on lines nobody sets a hint.
            guard color.min()! < 240, color.max()! > 90 else { continue }
            done += 1
            hints.setDab(color, x: x, y: y, reach: reach)
        }
        return hints
    }
}
