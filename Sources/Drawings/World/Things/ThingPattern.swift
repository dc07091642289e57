import Basics

/// What cloth, paper and shells have on them.
enum ThingPattern: CaseIterable {
    case plain, stripes, bands, slanted, dots, checks, hearts, stars
}

extension ThingSketch {
    mutating func pattern(orPlain share: Float = 0.45) -> ThingPattern {
        chance(share) ? .plain : element(of: ThingPattern.allCases)
    }

    /// An area with a pattern on it, each piece of which is an area too.
    mutating func patterned(
        _ path: Path, _ color: Color, _ pattern: ThingPattern, _ second: Color, step: Double? = nil,
        depth: Double = 0.14, _ region: Region = .accessory
    ) {
        area(path, color, depth: depth, region)
        guard pattern != .plain else { return }
        let box = path.bounds
        let step = step ?? max(4.5, min(box.size.x, box.size.y) / number(3, 6))
        group(clip: path) { $0.pieces(pattern, box.corner, box.size, step: step, second, region) }
        if style.shading == .cel {
            let reach = depth * min(box.size.x, box.size.y)
            let shadow = path.moved(by: style.light * reach).inverted
            group(clip: path) { $0.shade(shadow, Color(0.35, 0.06, 300, alpha: 0.2)) }
        }
        line(path, color, .even)
    }

    private mutating func pieces(
        _ pattern: ThingPattern, _ corner: Point, _ size: Point, step: Double, _ color: Color, _ region: Region
    ) {
        let (columns, rows) = (Int(size.x / step) + 1, Int(size.y / step) + 1)
        func place(_ column: Int, _ row: Int) -> Point {
            corner + Point(Double(column) + 0.5 - Double(row % 2) * 0.5, Double(row) + 0.5) * step
        }
        switch pattern {
        case .plain: break
        case .stripes:
            for column in stride(from: 0, through: columns, by: 2) {
                let x = corner.x + (Double(column) - 0.5) * step
                area(.rectangle([x, corner.y - 2], [step, size.y + 4]), color, depth: 0, region)
            }
        case .bands:
            for row in stride(from: 1, through: rows, by: 2) {
                let y = corner.y + (Double(row) - 0.5) * step
                area(.rectangle([corner.x - 2, y], [size.x + 4, step]), color, depth: 0, region)
            }
        case .slanted:
            for column in stride(from: -rows - 1, through: columns, by: 2) {
                let x = corner.x + Double(column) * step
                let low = corner.y + size.y + 1, run = size.y + 2
                area(
                    .polygon([
                        [x, corner.y - 1], [x + step, corner.y - 1], [x + step + run, low], [x + run, low],
                    ]), color, depth: 0, region)
            }
        case .checks:
            for row in 0...rows {
                for column in stride(from: row % 2, through: columns, by: 2) {
                    let cell = corner + Point(Double(column), Double(row)) * step
                    area(.rectangle(cell, [step, step]), color, depth: 0, region, pen: .fine)
                }
            }
        case .dots, .hearts, .stars:
            for row in 0...rows {
                for column in 0...columns {
                    let centre = place(column, row)
                    let spot: Path =
                        switch pattern {
                        case .hearts: .heart(centre, step * 0.34)
                        case .stars: .star(centre, step * 0.36)
                        default: .circle(centre, step * 0.28)
                        }
                    area(spot, color, depth: 0, region, pen: .fine)
                }
            }
        }
    }
}
