extension Figure {
    /// The command that puts the legend where it hides no data.
    func legendCommand(of panel: Panel) -> String {
        let place = legendPlace(on: panel)
        if place == .none { return "unset key" }
        if panel.hasWhiteInLegend {
            return "set key inside top left Left reverse samplen 2 spacing 1.15 opaque "
                + "fillcolor \(Style.rgb(.black, opacity: 0.6)) textcolor \(Style.rgb(.white))"
        }
        let sample = "Left reverse samplen 2 spacing 1.15 textcolor \(Style.rgb(Style.ink))"
        return "set key \(place.rawValue) \(sample)\(place == .below ? " height 0.5" : "")"
    }

    /// Where the legend stands; `none` if it has no lines.
    func legendPlace(on panel: Panel) -> Legend {
        if panel.legend.isEmpty { return .none }
        return legend == .automatic ? freePlace(on: panel) : legend
    }

    /// The pixels that the legend takes from side to side.
    func legendWidth(of panel: Panel) -> Double {
        (panel.legend.map { TextMeasure.width($0, size: Style.fontSize) }.max() ?? 0) + 60
    }

    /// The corner that is empty; outside the plot if there is none.
    private func freePlace(on panel: Panel) -> Legend {
        let footprints = layers.map(\.footprint)
        let outside = panel.legend.count > 4 ? Legend.beside : .below
        if footprints.contains(where: \.hidesPaper) { return .below }
        // The pixels of the plot without the axes' numbers and titles.
        var (width, height) = (Double(panel.width) - 100, Double(panel.height) - 110)
        if hasEqualUnits {
            let units = (x: panel.x.upper - panel.x.lower, y: panel.y.upper - panel.y.lower)
            let pixelsInUnit = min(width / units.x, height / units.y)
            (width, height) = (units.x * pixelsInUnit, units.y * pixelsInUnit)
        }
        let lines = TextMeasure.height(lines: panel.legend.count, size: Style.fontSize)
        let (across, up) = (legendWidth(of: panel) / width, (lines + 18) / height)
        if across > 0.75 || up > 0.75 { return outside }
        let corners: [(Legend, x: ClosedRange<Double>, y: ClosedRange<Double>)] = [
            (.topRight, (1 - across)...1, (1 - up)...1), (.topLeft, 0...across, (1 - up)...1),
            (.bottomRight, (1 - across)...1, 0...up), (.bottomLeft, 0...across, 0...up),
        ]
        return corners.first { panel.occupancy.isFree(x: $0.x, y: $0.y) }?.0 ?? outside
    }
}
