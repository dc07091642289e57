import Basics

extension Picture {
    /// The edges of a picture in grey, 255 on an edge and 0 elsewhere (Canny, *A Computational Approach to Edge Detection*,
    /// 1986), with the results of OpenCV's `Canny` on the same grey picture.
    ///
    /// A pixel is an edge if the brightness changes there by more than along the direction of the change on either side, and
    /// if that change, |∂x| + |∂y| of Sobel's 3 × 3 differences, exceeds `upper`; or exceeds `lower` and touches such an edge.
    public func edges(lower: Int, upper: Int) -> Picture {
        precondition(lower >= 0 && lower <= upper, "edges: thresholds \(lower) and \(upper)")
        let grey = converted(to: .grey)
        let slopes = Slopes(of: grey)
        var result = Picture(width: width, height: height, format: .grey, filledWith: [0])
        var certain: [Int] = []
        var isCandidate = [Bool](repeating: false, count: width * height)
        for y in 0..<height {
            for x in 0..<width where slopes.size(x, y) > lower && slopes.isRidge(x, y) {
                let pixel = y * width + x
                isCandidate[pixel] = true
                if slopes.size(x, y) > upper { certain.append(pixel) }
            }
        }
        // From the certain edges outwards, over candidates that touch.
        while let pixel = certain.popLast() {
            guard result.samples[pixel] == 0 else { continue }
            result.samples[pixel] = 255
            let (x, y) = (pixel % width, pixel / width)
            for nextY in max(0, y - 1)...min(height - 1, y + 1) {
                for nextX in max(0, x - 1)...min(width - 1, x + 1) where isCandidate[nextY * width + nextX] {
                    certain.append(nextY * width + nextX)
                }
            }
        }
        return result
    }

    /// The picture with soft edges: pixels near an edge are replaced by the mean of the 5 × 5 pixels around them, weighted by
    /// the products of 1, 4, 6, 4, 1; the others stay.
    ///
    /// CartoonGAN's and AnimeGAN's discriminators see such pictures as false, and so learn that drawings have sharp edges. As
    /// AnimeGAN's `edge_smooth.py` makes them: Canny with 100 and 200, dilated by 5 × 5, means cut off to whole numbers.
    public func edgesSmoothed() -> Picture {
        let near = edges(lower: 100, upper: 200).dilated(kernel: 5)
        let weights = [1, 4, 6, 4, 1]
        // Beyond the border the picture is mirrored about its outermost pixels.
        func mirrored(_ place: Int, _ count: Int) -> Int {
            if count == 1 { return 0 }
            var place = abs(place)
            while place >= count { place = abs(2 * (count - 1) - place) }
            return place
        }
        var result = self
        for y in 0..<height {
            for x in 0..<width where near[x, y, 0] > 0 {
                for channel in 0..<channels {
                    var sum = 0
                    for (down, rowWeight) in weights.enumerated() {
                        let row = mirrored(y + down - 2, height)
                        for (across, weight) in weights.enumerated() {
                            sum += rowWeight * weight * Int(self[mirrored(x + across - 2, width), row, channel])
                        }
                    }
                    result[x, y, channel] = UInt8(sum / 256)
                }
            }
        }
        return result
    }
}

/// How the brightness of a picture changes across and down, by Sobel's differences; the border repeats the outermost pixels.
private struct Slopes {
    private let width, height: Int
    private var across: [Int32]
    private var down: [Int32]

    init(of grey: Picture) {
        (width, height) = (grey.width, grey.height)
        across = [Int32](repeating: 0, count: width * height)
        down = across
        for y in 0..<height {
            let (above, below) = (max(0, y - 1), min(height - 1, y + 1))
            for x in 0..<width {
                let (left, right) = (max(0, x - 1), min(width - 1, x + 1))
                func value(_ x: Int, _ y: Int) -> Int32 { Int32(grey.samples[y * grey.width + x]) }
                across[y * width + x] =
                    value(right, above) + 2 * value(right, y) + value(right, below)
                    - value(left, above) - 2 * value(left, y) - value(left, below)
                down[y * width + x] =
                    value(left, below) + 2 * value(x, below) + value(right, below)
                    - value(left, above) - 2 * value(x, above) - value(right, above)
            }
        }
    }

    /// |∂x| + |∂y|, 0 beyond the border.
    func size(_ x: Int, _ y: Int) -> Int {
        guard x >= 0, y >= 0, x < width, y < height else { return 0 }
        return Int(abs(across[y * width + x]) + abs(down[y * width + x]))
    }

    /// Whether no pixel on either side along the direction of the change changes more. Of two equal ones the first counts.
    func isRidge(_ x: Int, _ y: Int) -> Bool {
        let (dx, dy) = (Int(across[y * width + x]), Int(down[y * width + x]))
        let size = size(x, y)
        // tan 22.5° in 15 bits, as OpenCV has it; tan 67.5° is 2 more.
        let tangent = 13573
        let (run, rise) = (abs(dx), abs(dy) << 15)
        if rise < run * tangent { return size > self.size(x - 1, y) && size >= self.size(x + 1, y) }
        if rise > run * (tangent + 2 << 15) { return size > self.size(x, y - 1) && size >= self.size(x, y + 1) }
        let step = (dx ^ dy) < 0 ? -1 : 1
        return size > self.size(x - step, y - 1) && size > self.size(x + step, y + 1)
    }
}
