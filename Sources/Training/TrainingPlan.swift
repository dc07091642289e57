import TensorCore

/// How something is trained: its settings, each with a name.
public protocol TrainingPlan: Sendable {
    /// All of its settings, in the order in which the help has them.
    static var settings: [Setting<Self>] { get }

    /// What the products of its steps are computed in; Float32 where a plan has no setting for it.
    var precision: ProductPrecision { get }

    /// Throws a ``SettingError`` when settings do not go together.
    func check() throws
}

extension TrainingPlan {
    public func check() throws {}

    public var precision: ProductPrecision { .float32 }

    /// The settings that must be the same when a run goes on, with their values, as a checkpoint has them: those about whose
    /// value it is silent are not among them.
    public var settings: [String: String] { allSettings.filter { Self.silentValues[$0.key] != $0.value } }

    /// All settings that must be the same when a run goes on.
    var allSettings: [String: String] {
        let kept = Self.settings.filter(\.matters).map { ($0.name, $0.text(self)) }
        return Dictionary(kept) { _, last in last }
    }

    /// The values that checkpoints are silent about, by the settings' names.
    static var silentValues: [String: String] {
        Dictionary(settings.compactMap { setting in setting.silentValue.map { (setting.name, $0) } }) { _, last in
            last
        }
    }

    /// All settings with their values, for people: `steps 4000, batch 4, …`.
    public var summary: String {
        Self.settings.map { "\($0.name) \($0.text(self))" }.joined(separator: ", ")
    }
}

// MARK: - As options of a command

extension TrainingPlan {
    /// The plan with the settings that a command was given, as it was given them: `["--steps", "200", "--hints"]`.
    ///
    /// What was not given stays as it is. Throws a ``SettingError`` that names an unknown option, a missing or impossible
    /// value, or settings that do not go together.
    public func applying(_ arguments: [String]) throws -> Self {
        var plan = self
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else { throw SettingError("Unexpected argument “\(argument)”.") }
            let parts = argument.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
            let name = parts.first ?? ""
            if parts.count == 1, let flag = Self.flag(name) {
                try flag.set(&plan, name == flag.name ? "yes" : "no")
                continue
            }
            guard
                let setting = Self.settings.first(where: {
                    ($0.name == name || $0.formerName == name) && $0.kind.takesValue
                })
            else {
                throw SettingError("Unknown option “--\(name)”.\(Self.suggestion(for: name))")
            }
            guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else {
                throw SettingError("--\(name) needs a value.")
            }
            do { try setting.set(&plan, value) } catch let error as SettingError {
                throw SettingError("--\(name) \(value): \(error).")
            }
        }
        try plan.check()
        return plan
    }

    private static func flag(_ name: String) -> Setting<Self>? {
        settings.first { setting in
            if case .flag = setting.kind { name == setting.name || name == "no-\(setting.name)" } else { false }
        }
    }

    private static func suggestion(for name: String) -> String {
        let names = settings.filter { $0.kind.isOption }.map(\.name)
        guard let nearest = names.min(by: { distance($0, name) < distance($1, name) }),
            distance(nearest, name) <= max(2, name.count / 3)
        else { return "" }
        return " Did you mean “--\(nearest)”?"
    }

    /// How many letters have to be put in, taken out or changed (Levenshtein).
    private static func distance(_ a: String, _ b: String) -> Int {
        var row = Array(0...b.count)
        for (i, letter) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in b.enumerated() {
                let changed = diagonal + (letter == other ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
            }
        }
        return row[b.count]
    }

    /// The lines of a command's help: each option with its values at the three scales.
    public static func help(plans: [(scale: Scale, plan: Self)]) -> String {
        let lines = settings.filter { $0.kind.isOption }.map { setting in
            let values = plans.map { setting.text($0.plan) }
            let isOne = Set(values).count == 1
            let value =
                isOne ? values[0] : zip(plans, values).map { "\($0.scale.rawValue) \($1)" }.joined(separator: ", ")
            let name = setting.kind.takesValue ? "--\(setting.name) VALUE" : "--\(setting.name)"
            return "  \(name)\n" + Console.wrapped("\(setting.help) (default: \(value))", indentation: 6)
        }
        return "SETTINGS OF THE TRAINING:\n" + lines.joined(separator: "\n")
    }
}

extension Setting.Kind {
    fileprivate var takesValue: Bool {
        switch self {
        case .option: true
        case .flag, .fixed: false
        }
    }

    fileprivate var isOption: Bool { if case .fixed = self { false } else { true } }
}
