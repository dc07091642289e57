import Basics

/// Something that can be drawn wherever there is room for it: a cat, a cup, a knight.
///
/// It is drawn round the origin, no farther than 50 from it in either direction, and if it stands, it stands on y = 50.
protocol Subject: SendableMetatype {
    /// Draws one of its kind, different for each state of the generator.
    static func draw(in sheet: inout Drawing, _ style: PaintStyle, using generator: inout SeededGenerator)
}
