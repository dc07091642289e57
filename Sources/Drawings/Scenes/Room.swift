// A room with a window, seen from its open side.

extension SceneLayout {
    mutating func addRoom() {
        let (left, right) = (number(in: 12...22), number(in: 78...88))
        let (top, bottom) = (number(in: 8...14), number(in: 60...68))
        let wall = varied(
            element(of: [
                Color(0.92, 0.03, 85), Color(0.86, 0.05, 20), Color(0.86, 0.04, 230), Color(0.88, 0.05, 150),
            ]))
        let floor = varied(element(of: [Color(0.66, 0.08, 60), Color(0.75, 0.05, 80), Color(0.55, 0.07, 45)]))
        add(
            .polygon([[-2, -2], [102, -2], [right, top], [left, top]]), Color(0.96, 0.01, 90), .plaster, shade: 0.2)
        add(.polygon([[-2, -2], [left, top], [left, bottom], [-2, 96]]), wall, .plaster, shade: 0.55)
        add(.polygon([[102, -2], [right, top], [right, bottom], [102, 96]]), wall, .plaster, shade: 0.25)
        add(.polygon([[left, top], [right, top], [right, bottom], [left, bottom]]), wall, .plaster)
        add(
            .polygon([[left, bottom], [right, bottom], [102, 96], [102, 104], [-2, 104], [-2, 96]]), floor, .wood)
        addRug(centre: [number(in: 40...60), number(in: 80...90)])
        let windowLeft = number(in: (left + 6)...(left + 22))
        addWindow(x: windowLeft, y: top + 7, width: number(in: 22...30), height: number(in: 24...30))
        addShelf(x: right - number(in: 20...25), y: top + 8)
        addDesk(x: left + number(in: 2...8), y: bottom)
        addPlant(at: [right - 5, bottom + number(in: 8...14)])
    }

    private mutating func addRug(centre: Point) {
        let color = varied(
            element(of: [Color(0.6, 0.15, 25), Color(0.62, 0.1, 240), Color(0.75, 0.1, 90), Color(0.6, 0.1, 330)])
        )
        let (wide, deep) = (number(in: 24...36), number(in: 6...9))
        add(.ellipse(centre, wide, deep), color, .cloth)
        add(.ellipse(centre, wide * 0.78, deep * 0.76), color.lit(0.8), .cloth)
    }

    private mutating func addWindow(x: Double, y: Double, width: Double, height: Double) {
        let frame = Color(0.95, 0.012, 85)
        add(.rectangle([x - 1.5, y - 1.5], [width + 3, height + 3]), frame, .wood)
        let sky = scene.hour == .evening ? Color(0.8, 0.1, 50) : Color(0.84, 0.08, 230)
        add(.rectangle([x, y], [width, height]), sky, .sky, outlined: false)
        let ground = [
            Point(x, y + height * 0.7), Point(x + width * 0.5, y + height * 0.6), Point(x + width, y + height * 0.72),
        ]
        add(
            Path(through: [.tip(x, y + height)] + ground.map { .at($0) } + [.tip(x + width, y + height)]),
            varied(leaves),
            .foliage, distance: 0.3, outlined: false)
        add(.rectangle([x + width / 2 - 0.7, y], [1.4, height]), frame, .wood)
        add(.rectangle([x, y + height * 0.45], [width, 1.2]), frame, .wood)
        let curtain = varied(
            element(of: [
                Color(0.85, 0.08, 20), Color(0.9, 0.06, 95), Color(0.78, 0.08, 250), Color(0.82, 0.08, 150),
            ]))
        for side in [-1.0, 1] {
            let edge = side < 0 ? x - 4 : x + width + 4, reach = number(in: 5...8)
            add(
                Path(through: [
                    .tip(edge, y - 3), .tip(edge - side * reach, y - 3),
                    .at(edge - side * reach * 0.8, y + height * 0.5),
                    .tip(edge - side * reach * 0.9, y + height + 5), .tip(edge, y + height + 5),
                ]), curtain, .cloth)
        }
        add(.rectangle([x - 7, y - 4.5], [width + 14, 1.6]), Color(0.5, 0.07, 55), .wood)
    }

    private mutating func addShelf(x: Double, y: Double) {
        for row in 0..<2 {
            let board = y + 14 + Double(row) * 15
            var place = x + 0.5
            while place < x + 16 {
                let (wide, high) = (number(in: 1.5...2.8), number(in: 7...11))
                add(
                    .rectangle([place, board - high], [wide, high]),
                    Color(number(in: 0.5...0.8), 0.12, number(in: 0...360)),
                    .paper)
                place += wide + (chance(0.15) ? number(in: 1...2.5) : 0.1)
            }
            add(.rectangle([x - 1, board], [20, 1.6]), varied(Color(0.55, 0.08, 55)), .wood)
        }
    }

    private mutating func addDesk(x: Double, y: Double) {
        let wood = varied(Color(0.62, 0.09, 60))
        let (width, high) = (number(in: 26...34), number(in: 9...12))
        for leg in [x + 1, x + width - 3] {
            add(.rectangle([leg, y - 2], [2.2, high + 4]), wood, .wood, shade: 0.5)
        }
        add(.polygon([[x, y - 4], [x + width - 3, y - 4], [x + width, y], [x - 2, y]]), wood.lit(0.4), .wood)
        add(.rectangle([x - 2, y], [width + 2, 2]), wood, .wood)
        let lamp = Point(x + number(in: 5...9), y - 4)
        add(Path(along: [lamp, lamp + [1.5, -8]], width: 1), Color(0.4, 0.02, 250), .metal)
        add(
            .polygon([lamp + [-1.5, -8], lamp + [4.5, -8], lamp + [3, -12], lamp + [0, -12]]),
            varied(Color(0.75, 0.14, 40)), .cloth)
        for book in 0..<integer(in: 1..<4) {
            add(
                .rectangle([x + width * 0.55, y - 6 - Double(book) * 1.8], [number(in: 7...9), 1.8]),
                Color(0.6, 0.12, number(in: 0...360)), .paper)
        }
    }

    private mutating func addPlant(at foot: Point) {
        for blade in 0..<7 {
            let angle = -.pi * (0.15 + 0.7 * Double(blade) / 6)
            let tip = foot + [0, -8] + Point(angle: angle) * number(in: 9...15)
            add(
                Path(
                    along: [foot + [0, -7], between(foot + [0, -8], tip, 0.6) + [0, -2], tip], widths: [1.2, 3, 0]),
                varied(Color(0.6, 0.14, 145)), .foliage)
        }
        add(
            .polygon([foot + [-5, -8], foot + [5, -8], foot + [3.6, 2], foot + [-3.6, 2]]),
            varied(Color(0.62, 0.12, 40)),
            .plaster)
    }
}
