import Colorization
import Drawings
import Figures
import Files
import Glibc
import LessonKit
import Pictures
import Stylization
import Training

//: ## Photographs
//:
//: The other branch. Drawn scenes have two renderings, one like a photograph and one like a drawing. The generator gets the first, and it never saw these scenes. It is the learnt one, since this page is about networks; `nurie stylize`
//: paints with a filter by default (lesson 14).

//:fold What is measured and drawn: `photographs`
func photographs(_ plan: Plan, in notebook: Notebook) throws {
    let scenes = DrawnScenes(seed: notebook.seed, size: plan.side)
    let evaluated = AnimeEvaluation(
        of: plan.stylizer.network, on: scenes, count: max(1, plan.evaluated / 3),
        features: try FeatureSource.network())
    notebook.table(AnimeEvaluation.titles, evaluated.rows)
    try notebook.show(
        PictureGrid(
            "",
            rows: (1...3).map { index in
                let scene = scenes[-index]
                return [scene.photograph, plan.stylizer.stylise(scene.photograph), scene.anime]
            }, columnTitles: ["drawn photograph", "stylised", "the same scene as a drawing"], cellWidth: 240),
        named: "stylised", "Scenes that the generator never saw.")
    let count = max(1, plan.evaluated / 2)
    let nearer = (1...count).count { index in
        let scene = scenes[-index]
        let stylised = plan.stylizer.stylise(scene.photograph)
        return stylised.signalToNoise(to: scene.anime) > scene.photograph.signalToNoise(to: scene.anime)
    }
    notebook.expect(
        "Stylised, a drawn photograph is nearer to the drawing of its scene: share of \(count) (by chance 0.5)",
        Double(nearer) / Double(count), .above(0.75))
}
//:end

//: It is nearer, and not by much: the colours stay the photograph's.
//:
//: ## Which order?
//:
//: The figure can be set into the stylised scene, or into the photograph before that is stylised. In the second order one network gives the whole picture one look. But the figure is a drawing already, and the generator was taught to
//: change photographs. Does it leave a drawing alone?

//:fold What is measured and drawn: `whichOrder`
func whichOrder(_ figures: [CutOut], _ plan: Plan, in notebook: Notebook) throws {
    let scenes = DrawnScenes(seed: notebook.seed, size: plan.side)
    var (photographs, drawings, again) = (Mean(), Mean(), Mean())
    for index in 1...max(1, plan.evaluated / 3) {
        let scene = scenes[-index]
        let stylised = plan.stylizer.stylise(scene.photograph)
        photographs.add(stylised.colorDifference(to: scene.photograph))
        drawings.add(plan.stylizer.stylise(scene.anime).colorDifference(to: scene.anime))
        again.add(plan.stylizer.stylise(stylised).colorDifference(to: stylised))
    }
    let changes = [
        ("a drawn photograph", photographs.value), ("one that was stylised", again.value),
        ("a drawing", drawings.value),
    ]
    notebook.table(["stylising changes", "colour difference, CIE ΔE"], changes.map { [$0, rounded($1)] })
    notebook.expect(
        "A generator does not know when it is done: ΔE of the second time over the first",
        again.value / photographs.value, .above(0.7))
    notebook.expect(
        "… and drawings it changes more than photographs: ΔE, over that of a photograph",
        drawings.value / photographs.value, .above(1.2))

    let ground = DrawnScenes(seed: notebook.seed, size: 2 * plan.side)
    let rows = ground.emptyPlaces(2).enumerated().map { row, index in
        let photograph = ground.photograph(at: index)
        let figure = figures[row]
        let (last, first) = (
            figure.inFront(of: plan.stylizer.stylise(photograph)),
            plan.stylizer.stylise(figure.inFront(of: photograph))
        )
        // The figure's sheet is half as wide as the picture, and its face is in the sheet's middle.
        func face(_ picture: Picture) -> Picture {
            let side = plan.side / 2
            return picture.cropped(
                x: plan.side - side / 2, y: picture.height - 11 * side / 8, width: side, height: side)
        }
        return [photograph, last, face(last), first, face(first)]
    }
    try notebook.show(
        PictureGrid(
            "", rows: rows,
            columnTitles: [
                "drawn photograph", "stylised, then set in", "its face", "set in, then stylised", "its face",
            ],
            cellWidth: 200),
        named: "order", "The figure set into the picture last, and first.")
}
//:end

//: It does not. What it learnt is to draw a contour where brightness changes and to calm what is between. In a drawing brightness changes most at its own lines, so it goes over them again, and makes colours stronger. Nobody ever showed it a drawing as something
//: to be left as it is. (Some later models add an identity term to the loss: give the generator a drawing, and ask for the same back.) So the pipeline sets figures in last.
//:
//: ## Everything at once

func everything(_ figures: [CutOut], _ plan: Plan, in notebook: Notebook) throws {
    let ground = DrawnScenes(seed: notebook.seed + 1, size: 2 * plan.side)
    // A bow or a hat that reaches over its sheet would end in a straight cut: such figures come last.
    let ordered = figures.reversed().filter { !$0.isCutOff } + figures.filter(\.isCutOff)
    let pictures = zip(ground.emptyPlaces(6), ordered).map { index, figure in
        figure.inFront(of: plan.stylizer.stylise(ground.photograph(at: index)))
    }
    let rows = stride(from: 0, to: pictures.count, by: 3).map { Array(pictures[$0..<min($0 + 3, pictures.count)]) }
    try notebook.show(
        PictureGrid("", rows: rows, cellWidth: 256),
        named: "everything", "Faces that nobody drew, in scenes that were drawn photographs.", isThumbnail: true)
}

//: Every pixel here comes from a seed and from weights that learnt from drawings by rule. See also what is not there. The figures stand in no light of their scene and throw no shadow. They all look straight ahead. An eye is missing now and then.
//: Nobody asked whether someone with this face stands in this street. Each network knows its own small job, and no loss of any lesson speaks of the whole. Later models are taught on pictures *and* words, and what a sentence asks for reaches all of the picture. Their parts are
//: still those of these lessons: a bound, a U-net, losses in a space of features.
//:
//: `swift run pipeline` teaches four networks one after another (the VAE, the colorizer, its second stage and the generator), in minutes and from nothing, and leaves a page like this one. `nurie color` and `nurie stylize` do the same for drawings and photographs of your own.
