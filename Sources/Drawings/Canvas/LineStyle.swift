/// How the lines of a drawing are put on paper; lengths in hundredths of the picture's side.
struct LineStyle: Sendable {
    /// The width of a common line.
    var width: Double
    /// Whether all lines are as wide at their ends as in the middle, as a technical pen draws them.
    var isEven = false
    /// How far the hand strays from the path.
    var wobble = 0.0
    /// How often each line is drawn, one stroke beside the other, as in a sketch.
    var passes = 1
    /// How often a line is interrupted, and for about how long.
    var gapChance: Float = 0
    var gap = 1.5
}
