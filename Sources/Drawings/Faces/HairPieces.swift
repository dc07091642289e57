/// A part of the hair: an outline and the strands in it.
struct HairPiece {
    var outline: Path
    /// Lines that start at the outline.
    var strands: [Path] = []
    /// Lines that start and end inside.
    var looseStrands: [Path] = []
    /// How much it lies in shadow: 0 in front, 1 behind.
    var depth = 0.0
}

extension HairPiece {
    /// Hair along a line, to both sides of it as wide as `widths` says at each point.
    static func tuft(_ spine: [Point], _ widths: [Double], strands count: Int = 2, depth: Double = 0) -> HairPiece {
        let strands = (0..<count).map { index -> Path in
            let share = (Double(index) + 1) / Double(count + 1) * 2 - 1
            let inner = spine.indices.dropFirst(index % 2).map { index -> Point in
                let along = spine[min(index + 1, spine.count - 1)] - spine[max(index - 1, 0)]
                return spine[index] + along.direction.turned * (widths[index] * share * 0.9)
            }
            return Path(through: inner, closed: false)
        }
        let outline = Path(along: spine, widths: widths.map { $0 * 2 })
        return HairPiece(outline: outline, strands: strands, depth: depth)
    }

    /// A plait: lobes that lie across each other like scales.
    static func braid(from start: Point, to end: Point, width: Double, lobes: Int) -> [HairPiece] {
        let along = (end - start).direction, across = along.turned
        let step = (end - start).length / Double(lobes)
        return (0..<lobes).map { index in
            let side = index.isMultiple(of: 2) ? 1.0 : -1
            let size = width * (1 - 0.3 * Double(index) / Double(lobes))
            func place(_ x: Double, _ y: Double) -> Point {
                start + along * (step * (Double(index) + y)) + across * (side * x * size)
            }
            let outline = Path(
                through: [
                    .tip(place(-0.35, -0.3)), .at(place(0.5, -0.25)), .at(place(1.05, 0.5)), .at(place(0.75, 1.15)),
                    .tip(place(-0.5, 1.75)), .at(place(-0.15, 0.9)),
                ])
            let strand = Path(through: [place(0.2, 0), place(0.5, 0.6), place(0, 1.25)], closed: false)
            return HairPiece(outline: outline, strands: [strand])
        }
    }

    /// A ringlet: turns of a corkscrew, each lying over the next.
    static func ringlet(from start: Point, to end: Point, width: Double, turns: Int) -> [HairPiece] {
        let along = (end - start).direction, across = along.turned
        let step = (end - start).length / Double(turns)
        return (0..<turns).reversed().map { index in
            let size = width * (1 - 0.55 * Double(index) / Double(turns))
            func place(_ x: Double, _ y: Double) -> Point {
                start + along * (step * (Double(index) + y)) + across * (x * size)
            }
            let outline = Path(
                through: [
                    .at(place(-0.9, -0.1)), .at(place(0, -0.3)), .at(place(1, -0.25)), .at(place(1.02, 0.35)),
                    .at(place(0.2, 1.15)), .tip(place(-1.0, 1.0)), .at(place(-1.05, 0.4)),
                ])
            let strand = Path(through: [place(0.95, 0.0), place(0.1, 0.65), place(-0.85, 0.7)], closed: false)
            return HairPiece(outline: outline, strands: [strand])
        }
    }

    /// A bun with the turns of its hair.
    static func bun(_ centre: Point, _ radius: Double, turn: Double) -> HairPiece {
        let swirl = (0..<2).map { index -> Path in
            let start = turn + Double(index) * 2.4
            return Path(
                through: (0..<5).map { step in
                    let share = Double(step) / 4
                    return centre + Point(angle: start + share * 2.6) * (radius * (0.85 - 0.5 * share))
                }, closed: false)
        }
        return HairPiece(outline: .ellipse(centre, radius, radius * 0.93), strands: swirl)
    }

    /// Curls: an outline of bumps round a closed ring of points.
    static func curls(_ ring: [Point], bulge: Double, depth: Double = 0) -> HairPiece {
        HairPiece(outline: Path(bumps: ring, bulge: bulge), depth: depth)
    }
}

extension Path {
    /// Bumps between the points, bulging to the left of the way (outwards if the way is clockwise).
    init(bumps ring: [Point], bulge: Double) {
        self.init { path in
            guard let first = ring.first else { return }
            path.move(first.x, first.y)
            for (index, from) in ring.enumerated() {
                let to = ring[(index + 1) % ring.count]
                let out = (to - from).turned * -bulge
                let a = from + out + (from - to) * 0.12, b = to + out + (to - from) * 0.12
                path.curve(a.x, a.y, b.x, b.y, to.x, to.y)
            }
            path.close()
        }
    }

    /// Points round an ellipse, clockwise from an angle.
    static func ring(
        _ centre: Point, _ radiusX: Double, _ radiusY: Double, count: Int, from angle: Double = 0
    ) -> [Point] {
        (0..<count).map { index in
            centre + Point(angle: angle + Double(index) * 2 * .pi / Double(count)).scaled(radiusX, radiusY)
        }
    }
}
