extension Picture {
    /// White paper of `side` × `side` pixels, grey, with ink where `isInk` says so of a place: so many pixels right of the middle, and so
    /// many below it. How much of a pixel is ink is counted on a grid of 4×4 points.
    public static func paper(side: Int, inkWhere isInk: (_ right: Double, _ down: Double) -> Bool) -> Picture {
        var picture = Picture(width: side, height: side, format: .grey, filledWith: [255])
        let middle = Double(side) / 2
        for y in 0..<side {
            for x in 0..<side {
                let covered = (0..<16).count { point in
                    isInk(
                        Double(x) + (Double(point % 4) + 0.5) / 4 - middle,
                        Double(y) + (Double(point / 4) + 0.5) / 4 - middle)
                }
                picture[x, y, 0] = UInt8(255 - covered * 255 / 16)
            }
        }
        return picture
    }
}
