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

    /// Up to one half of a region may be wrong, if what is right agrees.
    func voted(_ proposals: [Double], labels: [Int]) -> [Double] {
        let regions = Dictionary(grouping: labels.indices) { labels[$0] }
        let medians = regions.mapValues { pixels in pixels.map { proposals[$0] }.sorted()[pixels.count / 2] }
        return labels.map { medians[$0] ?? 0 }
    }
}
