import Pictures

extension Figure {
    /// A picture over the axes, from corner to corner of the ranges.
    public func picture(_ picture: Picture, x: ClosedRange<Double>, y: ClosedRange<Double>) -> Figure {
        adding(PictureLayer(picture: picture, x: x, y: y))
    }
}

/// A picture on the axes.
struct PictureLayer: Layer {
    let picture: Picture
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>

    /// Pictures narrower than this are enlarged first, so that browsers do not blur them.
    private static let smallest = 400

    var footprint: Footprint {
        Footprint(strokes: Footprint.corners(x: x, y: y), isTight: true, hidesPaper: true)
    }

    func draw(on panel: inout Panel) {
        let paper = picture.onWhite().converted(to: .rgb)
        let factor = max(1, Self.smallest / paper.width)
        let enlarged = paper.resized(toWidth: paper.width * factor, height: paper.height * factor, .nearest)
        let step = (
            x: (x.upperBound - x.lowerBound) / Double(enlarged.width),
            y: (y.upperBound - y.lowerBound) / Double(enlarged.height)
        )
        let file = panel.file(holding: enlarged)
        let origin = "(\(Script.number(x.lowerBound + step.x / 2)),\(Script.number(y.lowerBound + step.y / 2)))"
        panel.plot(
            "'\(file)' binary filetype=png origin=\(origin) dx=\(Script.number(step.x)) dy=\(Script.number(step.y)) "
                + "using 1:2:3 with rgbimage")
    }
}
