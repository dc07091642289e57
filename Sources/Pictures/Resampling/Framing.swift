/// How a square is made of a picture of another shape.
public enum Framing: Sendable, CaseIterable {
    /// The largest square in the middle.
    case centre
    /// The largest square at the top of a tall picture, where people have their heads; the middle of a wide one.
    case top
    /// The whole picture, with white borders.
    case whole
}

extension Picture {
    /// The picture on white as a square of `size` × `size` pixels, RGB.
    ///
    /// It is made smaller by area, so that thin lines fade but do not break, and larger by cubic curves.
    public func square(_ size: Int, _ framing: Framing = .centre) -> Picture {
        let picture = converted(to: .rgb)
        if framing == .whole { return picture.fitted(width: size, height: size, background: [255, 255, 255]) }
        let side = min(width, height)
        return
            picture
            .cropped(x: (width - side) / 2, y: framing == .top ? 0 : (height - side) / 2, width: side, height: side)
            .resized(toWidth: size, height: size, side > size ? .area : .bicubic)
    }
}
