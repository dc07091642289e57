/// A sign as the strokes of a pen: each runs through its knots, on the sheet of 100 × 100.
package struct Glyph: Sendable {
    /// How it is read.
    package let name: String
    let strokes: [[Knot]]

    /// Ten hiragana that are told apart at 28 pixels, some of which differ little from each other.
    package static let all = [
        Glyph(
            name: "i",  // い
            strokes: [
                [.at(22, 26), .at(22, 46), .at(28, 66), .at(36, 76), .tip(44, 64)],
                [.at(66, 30), .at(77, 43), .at(81, 60)],
            ]),
        Glyph(
            name: "u",  // う
            strokes: [
                [.at(40, 13), .at(50, 16), .at(60, 22)],
                [.at(27, 42), .at(46, 35), .at(64, 36), .at(72, 50), .at(64, 71), .at(42, 89)],
            ]),
        Glyph(name: "ku", strokes: [[.at(65, 12), .at(52, 30), .tip(32, 50), .at(52, 70), .at(67, 89)]]),  // く
        Glyph(
            name: "ko",  // こ
            strokes: [
                [.at(28, 27), .at(46, 26), .at(62, 25), .tip(74, 27), .at(62, 36)],
                [.at(26, 60), .at(28, 74), .at(44, 80), .at(62, 80), .at(79, 76)],
            ]),
        Glyph(
            name: "shi",  // し
            strokes: [[.at(35, 11), .at(33, 36), .at(33, 62), .at(41, 82), .at(58, 83), .at(77, 62)]]),
        Glyph(
            name: "te",  // て
            strokes: [
                [.at(20, 26), .at(46, 22), .tip(80, 17), .at(58, 32), .at(46, 52), .at(52, 74), .at(72, 86)]
            ]),
        Glyph(
            name: "to",  // と
            strokes: [
                [.at(35, 13), .at(38, 30), .at(45, 49)],
                [.at(74, 30), .at(54, 42), .at(36, 56), .at(32, 73), .at(48, 84), .at(77, 82)],
            ]),
        Glyph(
            name: "no",  // の
            strokes: [
                [
                    .at(53, 22), .at(49, 44), .at(39, 65), .at(27, 73), .at(18, 60), .at(23, 38), .at(42, 21),
                    .at(64, 21), .at(81, 37), .at(81, 61), .at(66, 79), .at(52, 86),
                ]
            ]),
        Glyph(
            name: "ro",  // ろ
            strokes: [
                [
                    .at(29, 18), .at(48, 17), .tip(68, 15), .at(48, 36), .tip(24, 61), .at(43, 49), .at(62, 46),
                    .at(75, 58), .at(70, 77), .at(42, 89),
                ]
            ]),
        Glyph(
            name: "n",  // ん
            strokes: [
                [
                    .at(52, 11), .at(38, 48), .tip(19, 87), .at(34, 61), .at(47, 52), .at(54, 62), .at(55, 77),
                    .at(64, 86), .at(75, 80), .at(84, 62),
                ]
            ]),
    ]
}
