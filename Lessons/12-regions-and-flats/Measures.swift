import Basics
import Drawings
import Figures
import Pictures
import Training

// What the lesson measures and draws.

extension Picture {
    /// The drawing with an area in blue.
    func showing(_ area: FlatArea) -> Picture {
        var shown = converted(to: .rgb)
        for pixel in area.pixels {
            (shown.samples[3 * pixel], shown.samples[3 * pixel + 1], shown.samples[3 * pixel + 2]) = (86, 180, 233)
        }
        return shown
    }
}

/// How well regions fit the true areas of drawings: how much of them lies within one area, and how many there are for each.
struct RegionFit {
    private(set) var within = 0, pixels = 0, regions = 0, areas = 0

    mutating func add(_ drawing: DrawnPicture, _ labels: [Int]) {
        var counts: [Int: [UInt8: Int]] = [:]
        for (label, area) in zip(labels, drawing.map.samples) { counts[label, default: [:]][area, default: 0] += 1 }
        within += counts.values.reduce(0) { $0 + ($1.values.max() ?? 0) }
        pixels += labels.count
        regions += counts.count
        areas += Set(drawing.map.samples).count
    }

    /// The share of the pixels that are not of the area to which most of their region belongs: 0 if no region reaches over a border.
    var misplaced: Double { 1 - Double(within) / Double(pixels) }
    /// How many regions there are for each true area.
    var pieces: Double { Double(regions) / Double(areas) }
}

extension [DrawnPicture] {
    /// How well these drawings' regions fit, found in any way.
    func fit(_ labels: (DrawnPicture) -> [Int]) -> RegionFit {
        reduce(into: RegionFit()) { $0.add($1, labels($1)) }
    }
}

extension RegionMap {
    /// The regions cut along a straight line down the middle: more of them, but not where a line of the drawing has a gap.
    var cutDownTheMiddle: [Int] {
        labels.indices.map { 2 * Int(labels[$0]) + (2 * ($0 % width) < width ? 0 : 1) }
    }
}

/// Squares in place of regions, as many for a picture as there are regions.
func squares(asManyAs regions: RegionMap) -> [Int] {
    let columns = max(1, Int(Double(regions.count).squareRoot().rounded()))
    return regions.labels.indices.map { pixel in
        let (x, y) = (pixel % regions.width, pixel / regions.width)
        return y * columns / regions.height * columns + x * columns / regions.width
    }
}
