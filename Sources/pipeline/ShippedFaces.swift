import FaceGeneration
import Figures
import LessonKit
import Pictures

// Their section of the page.

extension PipelineWorkflow {
    /// Shows faces that the weights that come with Nurie make up, one after the other, and a walk between two.
    func showShippedFaces(_ sampler: FaceSampler, on page: inout Page) throws {
        page.heading("Faces after a longer training")
        let seeds = (0..<10).map { sampler.seed($0, of: 0) }
        try PictureGrid(
            "", rows: [0..<5, 5..<10].map { $0.map { sampler.portrait(of: seeds[$0], size: 180) } }, cellWidth: 180
        )
        .write(to: folder, named: "faces")
        page.picture(
            "faces.png",
            """
            The first ten faces of the weights that come with Nurie, which learnt for three hours: `nurie sample faces DIR` makes more. \
            Shapes are the networks'. Each face has the colours of some drawn face, and what is behind that one.
            """)
        let frames = options.scale.choose(tiny: 2, quick: 25, full: 25)
        let walk = sampler.walk(from: seeds[1], to: seeds[4], count: frames).map {
            sampler.picture(of: $0, size: 180)
        }
        _ = try Animation(toAndFro: walk).write(to: folder, named: "walk", using: Gnuplot())
        page.picture("walk.png", "A walk from one of them to another, and back.")
    }
}
