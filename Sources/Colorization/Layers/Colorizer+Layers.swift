import Pictures

extension Colorizer {
    /// The most pixels of a drawing whose regions are found at its own size. With hints each takes 25 bytes on the way.
    private static let mostPixels = 24_000_000

    /// The drawing in layers: the network proposes colours, and the drawing's regions and the dabs decide.
    ///
    /// Flat colours keep to the palette, if there is one. Regions are found as `regions` says, or as suits the drawing's size;
    /// those of a drawing of more than 24 megapixels are found at a smaller size, so that they fit into memory.
    public func layers(
        of drawing: Picture, hints: Picture? = nil, palette: ColorPalette? = nil, regions: RegionMap.Options? = nil
    ) -> ColoredDrawing {
        layers(of: drawing, hints: hints, palette: palette, regions: regions, atMost: Self.mostPixels)
    }

    /// The layers of a drawing whose regions are found in at most so many pixels.
    func layers(
        of drawing: Picture, hints: Picture?, palette: ColorPalette?, regions: RegionMap.Options?, atMost most: Int
    ) -> ColoredDrawing {
        let scale = (Double(most) / Double(drawing.width * drawing.height)).squareRoot()
        guard scale < 1 else {
            let drawing = PreparedDrawing(drawing, regions: regions)
            let hints = hints.map { PreparedHints($0, for: drawing) }
            return ColoredDrawing(
                drawing, hints: hints, proposal: proposal(for: drawing, hints: hints), palette: palette)
        }
        let width = max(1, Int(scale * Double(drawing.width)))
        let height = max(1, Int(scale * Double(drawing.height)))
        let small = layers(
            of: drawing.converted(to: .grey).resized(toWidth: width, height: height, .area),
            hints: hints?.resized(toWidth: width, height: height, .nearest), palette: palette,
            regions: regions?.scaled(by: scale), atMost: width * height)
        return small.enlarged(under: drawing, dabs: hints)
    }
}
