import Pictures

/// Pictures that follow each other, for ever: a walk, the way of a training. Where nothing moves it is its first picture.
public struct Animation: Illustration {
    private let file: AnimatedPNG

    /// At least one picture, all of one size and format, each shown for so many hundredths of a second.
    public init(_ frames: [Picture], hundredths: Int = AnimatedPNG.usualDelay) {
        file = AnimatedPNG(frames, hundredths: hundredths)
    }

    /// There and back, so that the end meets the beginning.
    public init(toAndFro frames: [Picture], hundredths: Int = AnimatedPNG.usualDelay) {
        file = AnimatedPNG(toAndFro: frames, hundredths: hundredths)
    }

    /// Writes `NAME.png`, an animated PNG file, and gives its path. Gnuplot has no part in it.
    ///
    /// Throws a `FileError` when the file cannot be written.
    public func write(to folder: String, named name: String, using gnuplot: Gnuplot) throws -> String {
        let path = "\(folder)/\(name).png"
        try file.write(to: path)
        return path
    }
}
