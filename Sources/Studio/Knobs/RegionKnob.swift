import Pictures

/// Knob 12: when a line that is open still divides. The regions are found by the code that lesson 12 is about.
struct RegionKnob: Room {
    let queue: WorkQueue

    var actions: [String: Action] { ["knobs/regions": turn] }

    private struct Request: Codable {
        /// The pen's width, how wide the line is open, and the widest gap that closes: all in pixels.
        var pen, opening, gap: Double
    }

    private struct RegionInfo: Codable {
        var width, height, channels, count: Int
        var isClosed: Bool
    }

    private func turn(_ body: [UInt8]) async throws -> Reply {
        let request = try decoded(Request.self, body)
        guard (0.5...20).contains(request.pen), (0...60).contains(request.opening), (0...60).contains(request.gap)
        else { throw Refusal.turnedTooFar }
        return try await queue.run("regions") {
            let side = 240
            let ring = OpenRing(pen: request.pen, opening: request.opening).picture(side: side)
            let map = RegionMap(of: ring, RegionMap.Options(gap: request.gap, leastArea: 20))
            let info = RegionInfo(
                width: side, height: side, channels: 3, count: map.count,
                isClosed: map.labels[side / 2 * side + side / 2] != map.labels[0])
            return Reply(.bytes, map.picture(under: ring).samples, info: try Reply.line(info))
        }
    }
}

/// A ring of ink that is open on the right.
struct OpenRing {
    let pen, opening: Double

    func picture(side: Int) -> Picture {
        .paper(side: side) { right, down in isInk(right, down, radius: 0.36 * Double(side)) }
    }

    private func isInk(_ right: Double, _ down: Double, radius: Double) -> Bool {
        if right > 0, abs(down) < opening / 2 { return false }
        return abs((right * right + down * down).squareRoot() - radius) < pen / 2
    }
}
