import Files
import Pictures

extension ColoredDrawing {
    /// Writes an OpenRaster file, which Krita, GIMP and MyPaint open, whole or not at all. From top to bottom its layers are the lines
    /// (multiplied), the dabs (hidden), light (screened), shade (multiplied), and the flat colours, a layer for each.
    ///
    /// The same drawing gives the same bytes. Throws a `FileError` when it cannot be written and a `PictureError` when a side is too
    /// long for PNG.
    public func writeOpenRaster(to path: String) throws {
        try Files.replace(path) { writer in try writeOpenRaster(to: &writer, named: path) }
    }

    /// The bytes of that file; `name` is for errors.
    public func encodedAsOpenRaster(named name: String) throws -> [UInt8] {
        var buffer = ByteBuffer()
        try writeOpenRaster(to: &buffer, named: name)
        return buffer.bytes
    }

    private func writeOpenRaster<Sink: ByteSink & ~Copyable>(to writer: inout Sink, named name: String) throws {
        let layers = layers
        // PNG files are compressed already, and the format wants its first member stored.
        var archive = ZipWriter(path: name, isCompressed: false)
        try archive.add(Array("image/openraster".utf8), named: "mimetype", to: &writer)
        try archive.add(Array(stack(of: layers).utf8), named: "stack.xml", to: &writer)
        for (index, layer) in layers.enumerated() {
            try archive.add(layer.draw().encodedAsPNG(), named: Self.file(index), to: &writer)
        }
        let merged = picture(.shaded)
        try archive.add(merged.encodedAsPNG(), named: "mergedimage.png", to: &writer)
        try archive.add(merged.fitted(within: 256).encodedAsPNG(), named: "Thumbnails/thumbnail.png", to: &writer)
        try archive.finish(to: &writer)
    }

    private static func file(_ index: Int) -> String { "data/layer\(index).png" }

    /// The list of layers, as the OpenRaster baseline (0.0.3) wants it.
    private func stack(of layers: [Layer]) -> String {
        let list = layers.enumerated().map { index, layer in
            "    <layer name=\"\(layer.name)\" src=\"\(Self.file(index))\" x=\"\(layer.x)\" y=\"\(layer.y)\" "
                + "opacity=\"1.0\" visibility=\"\(layer.isVisible ? "visible" : "hidden")\" "
                + "composite-op=\"svg:\(layer.blending)\"/>\n"
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <image version="0.0.3" w="\(lines.width)" h="\(lines.height)">
              <stack>
            \(list.joined())  </stack>
            </image>

            """
    }

    /// The layers from top to bottom.
    private var layers: [Layer] {
        var layers = [Layer("Lines", blending: "multiply") { lines }]
        if let dabs { layers.append(Layer("Dabs", isVisible: false) { dabs }) }
        layers.append(Layer("Light", blending: "screen") { shading(Self.screened) })
        layers.append(Layer("Shade", blending: "multiply") { shading(Self.multiplied) })
        return layers + flatLayers
    }

    /// What makes the shaded colours of the flat ones, sample by sample.
    private func shading(_ combine: (_ flat: Int, _ shaded: Int) -> UInt8) -> Picture {
        var result = colors(.flat)
        for pixel in regions.labels.indices {
            let (red, green, blue) = shaded(pixel, regions.labels[pixel])
            let levels = SIMD3(red, green, blue)
            for channel in 0..<3 {
                let flat = result.samples[3 * pixel + channel]
                result.samples[3 * pixel + channel] = combine(Int(flat), Int(levels[channel]))
            }
        }
        return result
    }

    /// What a flat sample is multiplied with to be as dark as the shaded one; 255 if it is not darker.
    private static func multiplied(flat: Int, shaded: Int) -> UInt8 {
        shaded < flat ? UInt8((255 * shaded + flat / 2) / flat) : 255
    }

    /// What a flat sample is screened with to be as light as the shaded one; 0 if it is not lighter.
    private static func screened(flat: Int, shaded: Int) -> UInt8 {
        shaded > flat ? UInt8(255 - (255 * (255 - shaded) + (255 - flat) / 2) / (255 - flat)) : 0
    }

    /// A layer for each flat colour, the largest lowest.
    private var flatLayers: [Layer] {
        var boxes = [Box](repeating: Box(), count: colors.count)
        for (pixel, region) in regions.labels.enumerated() {
            boxes[colorOfRegion[Int(region)]].add(pixel % regions.width, pixel / regions.width)
        }
        let order = colors.indices.filter { boxes[$0].count > 0 }
            .sorted { (boxes[$0].count, $1) < (boxes[$1].count, $0) }
        return order.map { color in
            let box = boxes[color]
            return Layer("Flat \(colors[color].hex)", x: box.left, y: box.top) { flat(of: color, in: box) }
        }
    }

    /// A flat colour where its regions are, transparent elsewhere.
    private func flat(of color: Int, in box: Box) -> Picture {
        let rgb = colors[color].rgb
        var picture = Picture(
            width: box.width, height: box.height, format: .rgba, filledWith: [rgb.red, rgb.green, rgb.blue, 0])
        for y in 0..<box.height {
            for x in 0..<box.width {
                let region = regions.labels[(box.top + y) * regions.width + box.left + x]
                if colorOfRegion[Int(region)] == color { picture[x, y, 3] = 255 }
            }
        }
        return picture
    }
}

/// A layer of an OpenRaster file, which is drawn when it is written: all of them would not fit into memory.
private struct Layer {
    let name: String
    let blending: String
    let isVisible: Bool
    let x, y: Int
    let draw: () -> Picture

    init(
        _ name: String, blending: String = "src-over", isVisible: Bool = true, x: Int = 0, y: Int = 0,
        draw: @escaping () -> Picture
    ) {
        (self.name, self.blending, self.isVisible) = (name, blending, isVisible)
        (self.x, self.y, self.draw) = (x, y, draw)
    }
}

/// The least rectangle around some pixels, and how many they are.
private struct Box {
    var (left, top, right, bottom) = (Int.max, Int.max, Int.min, Int.min)
    var count = 0

    var width: Int { right - left + 1 }
    var height: Int { bottom - top + 1 }

    mutating func add(_ x: Int, _ y: Int) {
        (left, right) = (min(left, x), max(right, x))
        (top, bottom) = (min(top, y), max(bottom, y))
        count += 1
    }
}

extension Picture {
    /// As large as it can be with no side longer than `side`; never enlarged.
    fileprivate func fitted(within side: Int) -> Picture {
        let scale = min(1, Double(side) / Double(max(width, height)))
        func scaled(_ length: Int) -> Int { max(1, Int((scale * Double(length)).rounded())) }
        return resized(toWidth: scaled(width), height: scaled(height), .area)
    }
}
