import Testing
import Training

private struct Plan: TrainingPlan, Equatable {
    enum Method: String, CaseIterable, Sendable { case slow, fast }

    var steps = 10
    var rate = 0.5
    var side: Int?
    var method = Method.slow
    var isQuiet = true
    var words: [String] = []
    var isHalf = false
    var start: String?
    var cut: Int?

    static let settings: [Setting<Plan>] = [
        Setting.count("steps", \.steps, in: 1...100, "Steps.").formerly("updates"),
        .number("learning-rate", \.rate, in: .leastNonzeroMagnitude...1, "Rate."),
        .count("side", \.side, in: 8...64, multipleOf: 8, "Side."),
        .choice("method", \.method, "Method."), .flag("quiet", \.isQuiet, "Quiet."),
        .repeated("word", "Word.", text: { $0.words.joined(separator: " ") }, add: { $0.words.append($1) }),
        .fixed("version") { _ in "3" }, Setting.flag("half", \.isHalf, "Half.").changingNothing,
        .path("from", \.start, "Start."), Setting.count("cut", \.cut, in: 1...9, "Cut.").silent(about: "none"),
    ]

    func check() throws { if let side, steps < side { throw SettingError("--side \(side): more than the steps.") } }
}

/// Protects that a setting is the same thing as option, in a checkpoint and in the help, and that nothing is half read.
@Suite struct SettingTests {
    @Test("What is given changes the plan, and nothing else does")
    func given() throws {
        var expected = Plan()
        #expect(try Plan().applying([]) == expected)
        (expected.steps, expected.isQuiet, expected.words, expected.method) = (20, false, ["a", "b"], .fast)
        expected.side = 16
        let arguments = [
            "--steps=20", "--no-quiet", "--word", "a", "--method", "fast", "--side", "16", "--word", "b",
        ]
        #expect(try Plan().applying(arguments) == expected)
    }

    @Test(
        "What cannot be is refused by name",
        arguments: [
            (["--steps", "0"], "--steps 0: it is a whole number from 1 to 100"), (["--steps"], "needs a value"),
            (["--side", "12"], "multiple of 8"), (["--learning-rate", "nan"], "above 0 and at most 1"),
            (["--method", "odd"], "slow, fast"), (["--stepps", "3"], "Did you mean “--steps”?"),
            (["3"], "Unexpected argument “3”"), (["--version", "4"], "Unknown option"),
            (["--side", "16", "--steps", "9"], "more than the steps"),
        ])
    func refused(arguments: [String], reason: String) {
        let error = #expect(throws: SettingError.self) { try Plan().applying(arguments) }
        #expect(error?.description.contains(reason) == true, "\(error?.description ?? "nothing")")
    }

    @Test(
        "The word that stands for no value means none when it is given, and a file of that name can be told from it")
    func noValue() throws {
        #expect(Plan().settings["from"] == "none")
        #expect(try Plan().applying(["--from", "a", "--from", "none", "--side", "none"]) == Plan())
        let named = try Plan().applying(["--from", "./none"])
        #expect(named.start == "./none" && named.settings["from"] != Plan().settings["from"])
    }

    @Test("An option's former name is still understood")
    func formerName() throws {
        #expect(try Plan().applying(["--updates", "30"]).steps == 30)
    }

    @Test("A checkpoint keeps every setting that matters, and a later one only where it is not as it always was")
    func kept() {
        let names = Set(Plan.settings.map(\.name)).subtracting(["half"])
        #expect(Set(Plan().settings.keys) == names.subtracting(["cut"]))
        var cut = Plan()
        cut.cut = 3
        #expect(Set(cut.settings.keys) == names)
        #expect(Plan().settings["learning-rate"] == "0.5" && Plan().settings["side"] == "none")
        var other = Plan()
        other.isHalf = true
        #expect(other.settings == Plan().settings)
    }

    @Test("The help has each option with its values, in lines of 80 columns")
    func help() {
        var full = Plan()
        full.steps = 99
        let help = Plan.help(plans: [(.quick, Plan()), (.full, full)])
        #expect(help.contains("--steps VALUE") && help.contains("(default: quick 10, full 99)"))
        #expect(help.contains("  --quiet\n") && !help.contains("--version"))
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
}
