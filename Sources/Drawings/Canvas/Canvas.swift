import Basics
import CCairo
import Pictures

/// A square Cairo surface with its context: the only place that speaks to Cairo.
final class Canvas {
    enum Kind {
        /// Antialiased colours.
        case color
        /// Antialiased ink; the samples say how much of it covers a pixel.
        case ink
        /// Whole numbers, each pixel wholly of one.
        case labels
    }

    private let surface: OpaquePointer
    private let context: OpaquePointer
    private let size: Int

    /// A canvas of `size` × `size` pixels that shows the drawing sheet of 100 × 100.
    init(_ kind: Kind, size: Int) {
        let format = kind == .color ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8
        // Cairo returns a surface and a context in any case, and tells here whether they can be drawn on.
        guard let surface = cairo_image_surface_create(format, Int32(size), Int32(size)),
            let context = cairo_create(surface), cairo_status(context) == CAIRO_STATUS_SUCCESS
        else { preconditionFailure("Canvas: no memory for \(size)×\(size) pixels") }
        self.surface = surface
        self.context = context
        self.size = size
        cairo_scale(context, Double(size) / 100, Double(size) / 100)
        if kind == .labels {
            cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
            cairo_set_operator(context, CAIRO_OPERATOR_SOURCE)
        }
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    // MARK: Drawing

    /// What `body` draws goes through the map, and only inside the clip path.
    func within(_ map: Affine, clip: Path?, _ body: () -> Void) {
        cairo_save(context)
        if let clip {
            trace(clip)
            cairo_clip(context)
        }
        var matrix = cairo_matrix_t(
            xx: map.across.x, yx: map.across.y, xy: map.down.x, yy: map.down.y, x0: map.origin.x, y0: map.origin.y)
        cairo_transform(context, &matrix)
        body()
        cairo_restore(context)
    }

    func fill(_ path: Path, _ paint: Paint, isEvenOdd: Bool = false) {
        trace(path)
        fill(with: paint, isEvenOdd: isEvenOdd)
    }

    func fill(_ stroke: Stroke, _ color: Color) {
        trace(stroke)
        fill(with: .flat(color), isEvenOdd: false)
    }

    /// Puts ink on an ink canvas.
    func ink(_ path: Path) {
        trace(path)
        fillInk()
    }

    func ink(_ stroke: Stroke) {
        trace(stroke)
        fillInk()
    }

    /// Takes the ink off the area.
    func erase(_ path: Path) {
        trace(path)
        cairo_set_operator(context, CAIRO_OPERATOR_DEST_OUT)
        fillInk()
        cairo_set_operator(context, CAIRO_OPERATOR_OVER)
    }

    /// Writes the number into each pixel of the area on a canvas of labels.
    func label(_ path: Path, _ number: UInt8) {
        trace(path)
        cairo_set_source_rgba(context, 0, 0, 0, Double(number) / 255)
        cairo_fill(context)
    }

    private func fillInk() {
        cairo_set_source_rgba(context, 0, 0, 0, 1)
        cairo_fill(context)
    }

    private func fill(with paint: Paint, isEvenOdd: Bool) {
        if isEvenOdd { cairo_set_fill_rule(context, CAIRO_FILL_RULE_EVEN_ODD) }
        switch paint {
        case .flat(let color):
            let (red, green, blue) = color.screen
            cairo_set_source_rgba(context, red, green, blue, color.alpha)
            cairo_fill(context)
        case .linear(let from, let to, let stops):
            fill(withGradient: cairo_pattern_create_linear(from.x, from.y, to.x, to.y), stops)
        case .radial(let centre, let radius, let stops):
            fill(
                withGradient: cairo_pattern_create_radial(centre.x, centre.y, 0, centre.x, centre.y, radius), stops)
        }
        if isEvenOdd { cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING) }
    }

    private func fill(withGradient gradient: OpaquePointer?, _ stops: [(at: Double, color: Color)]) {
        for stop in stops {
            let (red, green, blue) = stop.color.screen
            cairo_pattern_add_color_stop_rgba(gradient, stop.at, red, green, blue, stop.color.alpha)
        }
        cairo_set_source(context, gradient)
        cairo_pattern_destroy(gradient)
        cairo_fill(context)
    }

    private func trace(_ path: Path) {
        cairo_new_path(context)
        for element in path.elements {
            switch element {
            case .move(let point): cairo_move_to(context, point.x, point.y)
            case .line(let point): cairo_line_to(context, point.x, point.y)
            case .curve(let a, let b, let end): cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
            case .close: cairo_close_path(context)
            }
        }
    }

    private func trace(_ stroke: Stroke) {
        cairo_new_path(context)
        for outline in stroke.outlines {
            for (index, point) in outline.enumerated() {
                index == 0 ? cairo_move_to(context, point.x, point.y) : cairo_line_to(context, point.x, point.y)
            }
            cairo_close_path(context)
        }
    }

    // MARK: Reading

    /// The picture on a colour canvas.
    func colorPicture() -> Picture {
        var samples = [UInt8](repeating: 0, count: size * size * 3)
        forEachRow { y, row in
            let start = y * size * 3
            // A pixel is a native 32-bit word 0xXXRRGGBB.
            row.withMemoryRebound(to: UInt32.self, capacity: size) { pixels in
                for x in 0..<size {
                    samples[start + x * 3] = UInt8(truncatingIfNeeded: pixels[x] >> 16)
                    samples[start + x * 3 + 1] = UInt8(truncatingIfNeeded: pixels[x] >> 8)
                    samples[start + x * 3 + 2] = UInt8(truncatingIfNeeded: pixels[x])
                }
            }
        }
        return Picture(width: size, height: size, format: .rgb, samples: samples)
    }

    /// The ink on white paper, or the labels as they are.
    func greyPicture(isInk: Bool) -> Picture {
        var samples = [UInt8](repeating: 0, count: size * size)
        forEachRow { y, row in
            for x in 0..<size { samples[y * size + x] = isInk ? 255 - row[x] : row[x] }
        }
        return Picture(width: size, height: size, format: .grey, samples: samples)
    }

    private func forEachRow(_ body: (Int, UnsafeMutablePointer<UInt8>) -> Void) {
        precondition(
            cairo_status(context) == CAIRO_STATUS_SUCCESS,
            "Canvas: " + String(cString: cairo_status_to_string(cairo_status(context))))
        cairo_surface_flush(surface)
        guard let bytes = cairo_image_surface_get_data(surface) else {
            preconditionFailure("Canvas: a surface without pixels")
        }
        let stride = Int(cairo_image_surface_get_stride(surface))
        for y in 0..<size { body(y, bytes + y * stride) }
    }
}
