import Datasets
import Files
import Pictures
import Training

/// AnimeGAN's layout of a folder of pictures.
struct AnimeFolder {
    let path, style: String

    init(_ path: String, style: String) { (self.path, self.style) = (path, style) }

    var photographs: String { "\(path)/train_photo" }
    var styles: String { "\(path)/\(style)/style" }
    var smoothed: String { "\(path)/\(style)/smooth" }
    var test: String { "\(path)/test" }

    /// Throws a `FileError` that says which folder is missing and how to get it.
    func check() throws {
        guard Files.isFolder(path) else {
            throw FileError(path: path, problem: "is no folder", remedy: "Name the folder that holds train_photo")
        }
        let layout = "It holds train_photo, \(style)/style and \(style)/smooth"
        guard Files.isFolder(photographs) else {
            throw FileError(path: photographs, problem: "is not there: no photographs to learn from", remedy: layout)
        }
        guard Files.isFolder(styles) else {
            throw FileError(
                path: styles, problem: "is not there: no drawings of the style \(style)",
                remedy: "\(layout); choose the style with --style")
        }
        guard Files.isFolder(smoothed) else {
            throw FileError(
                path: smoothed, problem: "is not there: the drawings with soft edges",
                remedy: "Make it with: nurie smooth-edges \(path)/\(style)")
        }
    }

    /// Looks at up to a hundred of the photographs.
    func warnOfDrawings(among photographs: PictureFolder) throws {
        let looked = Array(stride(from: 0, to: photographs.count, by: max(1, photographs.count / 100)))
        // As they are in their files: made small, a drawing has few even areas left.
        let drawn = try looked.filter {
            try Picture(contentsOf: "\(photographs.path)/\(photographs.files[$0])").looksDrawn
        }
        // One photograph in ten passes for drawn, made small and with a clear sky: so few say nothing.
        guard Double(drawn.count) > 0.15 * Double(looked.count) else { return }
        let names = drawn.prefix(3).map { photographs.files[$0] }.joined(separator: ", ")
        Console.warn(
            "\(drawn.count) of \(looked.count) photographs that were looked at seem to be drawn, such as "
                + "\(names): the network would learn to leave such pictures as they are.")
    }
}

extension Picture {
    /// Whether the picture looks drawn: in drawings most pixels have exactly their neighbour's colour or nearly so, and some
    /// are very unlike it, at an outline; in photographs most differ a little. A rule of thumb.
    var looksDrawn: Bool {
        let grey = converted(to: .grey)
        guard width > 1, height > 1 else { return false }
        var (flat, steep) = (0, 0)
        for y in 0..<height {
            for x in 1..<width {
                let step = abs(Int(grey.samples[y * width + x]) - Int(grey.samples[y * width + x - 1]))
                if step <= 1 { flat += 1 } else if step >= 40 { steep += 1 }
            }
        }
        let count = Float(height * (width - 1))
        return Float(flat) > 0.5 * count && Float(steep) > 0.015 * count
    }
}
