import Basics

extension Figure {
    /// How often values fall into bins of equal width; all histograms of a figure share their bins.
    ///
    /// Without `range` the bins cover all values. `asDensity` divides so that the area is 1.
    public func histogram(
        _ values: [some Plottable], _ label: String? = nil, bins: Int = 40, range: ClosedRange<Double>? = nil,
        asDensity: Bool = false, color: Color? = nil
    ) -> Figure {
        precondition(bins > 0, "Figure.histogram: \(bins) bins")
        let series = HistogramLayer.Series(values: values.map(\.plotted), label: label, color: color)
        return with { figure in
            let present = figure.layers.firstIndex { $0 is HistogramLayer }
            if let present, var layer = figure.layers[present] as? HistogramLayer {
                layer.series.append(series)
                figure.layers[present] = layer
            } else {
                figure.layers.append(
                    HistogramLayer(series: [series], bins: bins, givenRange: range, isDensity: asDensity))
            }
        }
    }
}

/// Histograms over the same bins.
struct HistogramLayer: Layer {
    struct Series: Sendable {
        let values: [Double]
        let label: String?
        let color: Color?
    }

    var series: [Series]
    let bins: Int
    let givenRange: ClosedRange<Double>?
    let isDensity: Bool

    /// What the bins cover; nil without a finite value.
    private var range: ClosedRange<Double>? {
        if let givenRange { return givenRange }
        let finite = series.flatMap(\.values).filter(\.isFinite)
        guard let low = finite.min(), let high = finite.max() else { return nil }
        return low < high ? low...high : (low - 0.5)...(high + 0.5)
    }

    private func heights(of series: Series, in range: ClosedRange<Double>) -> (heights: [Double], outside: Int) {
        var counts = [Double](repeating: 0, count: bins)
        var outside = 0
        let width = (range.upperBound - range.lowerBound) / Double(bins)
        for value in series.values {
            if range.contains(value) {
                counts[min(bins - 1, Int((value - range.lowerBound) / width))] += 1
            } else {
                outside += 1
            }
        }
        let inside = Double(series.values.count - outside)
        return (isDensity && inside > 0 ? counts.map { $0 / (inside * width) } : counts, outside)
    }

    private func centres(of range: ClosedRange<Double>) -> [Double] {
        let width = (range.upperBound - range.lowerBound) / Double(bins)
        return (0..<bins).map { range.lowerBound + (Double($0) + 0.5) * width }
    }

    var footprint: Footprint {
        guard let range else { return Footprint() }
        let strokes = series.flatMap { series in
            zip(centres(of: range), heights(of: series, in: range).heights).map { centre, height in
                [Point(x: centre, y: 0), Point(x: centre, y: height)]
            }
        }
        let ends = [[Point(x: range.lowerBound, y: 0)], [Point(x: range.upperBound, y: 0)]]
        return Footprint(strokes: strokes + ends, isTightAlongX: true, standsOnZero: true)
    }

    func draw(on panel: inout Panel) {
        guard let range else { return }
        let width = (range.upperBound - range.lowerBound) / Double(bins)
        for series in series {
            let (heights, outside) = heights(of: series, in: range)
            if outside > 0 {
                let prefix = series.label.map { "\($0): " } ?? ""
                panel.note("\(prefix)\(outside) of \(series.values.count) values outside the bins or not finite")
            }
            let source = panel.block(
                series.label ?? "histogram",
                columns: ["centre of the bin", isDensity ? "density" : "count"],
                rows: zip(centres(of: range), heights).map { [$0, $1] })
            let color = panel.color(series.color)
            let fill = Style.rgb(color, opacity: self.series.count == 1 ? 0.75 : Style.fillOpacity)
            panel.plot(
                "\(source) using 1:2:(\(Script.number(width))) with boxes fillcolor \(fill)", label: series.label)
            if self.series.count > 1 {
                panel.plot(
                    "\(source) using 1:2 with histeps linewidth \(Style.markerWidth) linecolor \(Style.rgb(color))")
            }
        }
    }
}
