import Files

/// The page of a lesson that has run: its prose, its code, and under each piece of code what it gave.
///
/// Nothing in it depends on the clock or the machine's paths, so the same run gives the same page, but for the time that a long run took.
/// Where there was a long run, the page shows its pictures and numbers beside its own.
struct NotebookPage {
    private let card: LessonCard
    private let notebook: Notebook
    private let exercises: NotebookSource
    /// The long run itself, or the one that was made before.
    private let longRun: LongRun?
    /// What it measured for each claim.
    private let longRunsValues: [Double?]

    private var isLong: Bool { notebook.scale == .full }

    init(_ card: LessonCard, _ notebook: Notebook, exercises: NotebookSource, _ longRun: LongRun?) {
        self.card = card
        self.notebook = notebook
        self.exercises = exercises
        self.longRun = longRun
        let isLong = notebook.scale == .full
        longRunsValues =
            (isLong ? nil : longRun)?.values(for: notebook.claims)
            ?? Array(repeating: nil, count: notebook.claims.count)
    }

    func write() throws {
        let isInFolder = isLong && notebook.options.run.output == nil
        try (isInFolder ? page.oneFolderDown : page).write(to: notebook.folder)
    }

    private var page: Page {
        var page = Page()
        page.comment("idea: \(card.idea)")
        if let thumbnail { page.comment("thumbnail: \(thumbnail)") }
        let cells = notebook.source.cells
        for (index, cell) in cells.enumerated() {
            if index == 0 { add(opening: cell, to: &page) } else { Self.add(cell, to: &page) }
            let end = index + 1 < cells.count ? cells[index + 1].lines.lowerBound : Int.max
            addOutputs(of: cell.lines.lowerBound..<end, to: &page)
        }
        for cell in exercises.cells { Self.add(cell, to: &page) }
        page.text(ending)
        return page
    }

    private var thumbnail: String? {
        let figures = notebook.outputs.compactMap { _, output -> (file: String, isThumbnail: Bool)? in
            guard case .figure(let file, _, let isThumbnail) = output else { return nil }
            return (file, isThumbnail)
        }
        return (figures.first(where: \.isThumbnail) ?? figures.first)?.file
    }

    private var introduction: String {
        """
        *Written by `swift run \(card.command)\(isLong ? " --scale full" : "")` at the \(notebook.scale.rawValue) scale with seed \(notebook.seed)\
        \(isLong ? longRun?.time.map { ", in " + $0 } ?? "" : ""). Prose and code are its \
        source, [`\(card.sourceFolder)`](../../\(card.sourceFolder)); numbers and figures are what it gave\(isLong ? "; where the prose names sizes and times, they are the quick run's" : "").* \
        [All lessons](../README.md) · [Reading Swift](../READING-SWIFT.md) · [Glossary](../GLOSSARY.md)\
        \(longRunsPage)\(card.invitation.map { "\n\n" + $0 } ?? "")
        """
    }

    /// The long run's figure of that name, where it shows anything else.
    private func longRunsFigure(_ file: String) -> String? {
        let long = "\(LongRun.folder)/\(file)"
        guard longRun != nil, !isLong, let figure = try? Files.read("\(notebook.folder)/\(long)"),
            figure != (try? Files.read("\(notebook.folder)/\(file)"))
        else { return nil }
        return long
    }

    /// What a short run's page says of the long one.
    private var longRunsPage: String {
        guard let longRun, !isLong else { return "" }
        return """


            > **A long run.** `swift run \(card.command) --scale full` took \(longRun.time ?? "a while"). Its pictures and its claims' numbers stand \
            folded beside those of this run; [its own page](\(LongRun.folder)/README.md) has all of it.
            """
    }

    private var ending: String {
        let count = notebook.claims.count
        let held = notebook.claims.filter(\.holds).count
        return """
            ---

            \(held == count ? "All \(count)" : "\(held) of \(count)") expectations of this page hold. `swift run \(card.command) --check` \
            looks at your answers to the exercises, `--hint 2` helps with the second, `--answer 2` shows ours in words where it asks \
            for words, and [`Solutions.swift`](../../\(card.sourceFolder)/Solutions.swift) has our code. [All lessons](../README.md)
            """
    }

    /// The first cell begins with the title; under it the page says what it is.
    private func add(opening cell: NotebookSource.Cell, to page: inout Page) {
        let parts = cell.text.split(separator: "\n\n", maxSplits: 1)
        page.text(String(parts[0]))
        page.text(introduction)
        if parts.count > 1 { page.text(String(parts[1])) }
    }

    private static func add(_ cell: NotebookSource.Cell, to page: inout Page) {
        switch cell.kind {
        case .prose: page.text(cell.text)
        case .code: page.code(cell.text, language: "swift")
        case .folded(let title): page.folded(title, code: cell.text, language: "swift")
        }
    }

    /// Adds what these lines gave, in the order in which it came; lines of text that follow each other are one block, and so
    /// are claims.
    private func addOutputs(of lines: Range<Int>, to page: inout Page) {
        var block: [String] = []
        var claims: [(claim: Claim, longRun: Double?)] = []
        func flush() {
            if !block.isEmpty { page.code(block.joined(separator: "\n"), language: "text") }
            page.add(claims, isChecked: notebook.isChecked)
            (block, claims) = ([], [])
        }
        for (line, output) in notebook.outputs where lines.contains(line) {
            switch output {
            case .text(let text):
                if !claims.isEmpty { flush() }
                block.append(text)
            case .claim(let claim, let number):
                if claims.isEmpty { flush() }
                claims.append((claim, longRunsValues[number]))
            case .table(let titles, let rows):
                flush()
                page.table(titles, rows)
            case .figure(let file, let caption, _):
                flush()
                page.picture(file, caption)
                if let long = longRunsFigure(file) {
                    page.folded("The same after the long run", picture: long, caption)
                }
            case .excerpt(let file, let code):
                flush()
                page.text("From [`\(file)`](../../\(file)):")
                page.code(code, language: "swift")
            }
        }
        flush()
    }
}
