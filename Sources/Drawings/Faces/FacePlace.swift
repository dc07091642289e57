import Pictures

extension Face {
    /// From the coordinates of body and head to those of the sheet.
    var placeOfBody: Affine {
        let offset = proportions.offset
        return .moving(50 + Double(offset.x), 53 + Double(offset.y) + accessory.headroom)
            * .scaling(Double(proportions.scale) * accessory.shrink)
    }

    /// The head is tilted about its chin.
    var placeOfHead: Affine { placeOfBody * .turning(Double(proportions.tilt) * .pi / 180, about: [0, 24]) }

    /// The square from above the brows to under the chin, in a drawing of `size` × `size` pixels: what a face detector
    /// is to find. Hair and ears stick out of it.
    public func box(size: Int) -> Picture.Box {
        let head = placeOfHead
        // Between the eyes is (0, 0) and the chin at 25; the features follow the head as it turns.
        let middle = head([Double(proportions.turn) * 1.5, 3])
        let pixels = Double(size) / 100
        let half = 26 * head.scale * pixels
        let (x, y) = (middle.x * pixels - half, middle.y * pixels - half)
        return Picture.Box(
            x: Int(x.rounded()), y: Int(y.rounded()), width: Int((2 * half).rounded()),
            height: Int((2 * half).rounded()))
    }
}
