import Pictures

/// Our answers.
struct Solutions: RegionAnswers {
    /// The middle of the opening is width / 2 away from its ends, and that is to be no more than the radius.
    func leastRadius(closing width: Int) -> Int { (width + 1) / 2 }

    /// Wide openings join, and so do narrow ones if one of the basins is hardly wider.
    func joins(opening: Double, halfWidths: (Double, Double), widest: Double, narrowing: Double) -> Bool {
        opening > widest || 2 * min(halfWidths.0, halfWidths.1) < narrowing * opening
    }

    /// A diagonal line leaves no way round: both pixels beside the step are inked. At a line's end one of them is free.
    func inkOfStep(to ink: Double, sides: (Double, Double)) -> Double { max(ink, min(sides.0, sides.1)) }

    /// Each region in its median colour.
    func flatted(_ proposal: Picture, in map: RegionMap) -> Picture {
        var flats = proposal
        for pixels in Dictionary(grouping: map.labels.indices, by: { map.labels[$0] }).values {
            for channel in 0..<3 {
                let middle = pixels.map { proposal.samples[3 * $0 + channel] }.sorted()[pixels.count / 2]
                for pixel in pixels { flats.samples[3 * pixel + channel] = middle }
            }
        }
        return flats
    }
}
