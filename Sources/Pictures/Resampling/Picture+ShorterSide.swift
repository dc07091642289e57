extension Picture {
    /// The picture with so many pixels in its shorter side; throws a `PictureError` if that would be too large a picture.
    public func scaled(toShorterSide side: Int, of path: String) throws -> Picture {
        let scale = Double(side) / Double(min(width, height))
        func scaled(_ length: Int) -> Int { max(1, Int((Double(length) * scale).rounded())) }
        let (newWidth, newHeight) = (scaled(width), scaled(height))
        guard newWidth * newHeight <= Self.maximumPixels else {
            throw PictureError(
                path: path,
                problem:
                    "is \(width)×\(height) pixels, and would be \(newWidth)×\(newHeight) with a shorter side of \(side), more "
                    + "than \(Self.maximumPixels / 1_000_000) million",
                remedy: "Choose a smaller size, or cut it first")
        }
        return resized(toWidth: newWidth, height: newHeight, scale < 1 ? .area : .bicubic)
    }
}
