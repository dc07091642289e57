import Basics
import Glibc

extension Picture {
    /// The lines of a soft picture, as dark ink on white paper, grey: where it is darker than what is around, on the scale of a
    /// pen of `width` pixels.
    ///
    /// Where a picture has no steep places, `lineArt` finds broad smears. The difference of two Gaussians finds a line in the
    /// middle of what is dark, however softly it is drawn (Winnemöller, Kyprianidis and Olsen, 2012, without their tone).
    /// `strength` is the ink for a full contrast; what comes to less than `faintest` of black is left out.
    public func softLines(width pen: Float, strength: Float = 16, faintest: Float = 0.12) -> Picture {
        precondition(
            pen > 0 && strength > 0 && faintest >= 0, "softLines: a pen of \(pen) pixels, strength \(strength)")
        var near = FloatPlane(of: converted(to: .grey), channel: 0)
        var far = near
        near.blur(radius: pen / 2)
        far.blur(radius: 1.6 * pen / 2)
        var lines = Picture(width: width, height: height, format: .grey, filledWith: [255])
        for y in 0..<height {
            for x in 0..<width {
                let ink = tanhf(strength * max(0, far[x, y] - near[x, y]) / 255 - faintest)
                lines[x, y, 0] = UInt8((255 * (1 - max(0, ink))).rounded())
            }
        }
        return lines
    }
}
