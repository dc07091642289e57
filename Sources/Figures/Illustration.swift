/// Anything that is drawn as a figure: plots, panels of them, grids of pictures, diagrams.
public protocol Illustration: Sendable {
    /// Draws it into a folder; see ``Figure/write(to:named:using:)``. Gives the path of the PNG.
    @discardableResult
    func write(to folder: String, named name: String, using gnuplot: Gnuplot) throws -> String
}

extension Figure: Illustration {}
extension Panels: Illustration {}
extension PictureGrid: Illustration {}
extension Diagram: Illustration {}
