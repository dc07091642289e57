/// One number or word that decides how a training runs.
///
/// It is written once, in its plan's list. The option of the command, its line in the help, the entry of the checkpoint
/// that a resumed run is compared with, and the line that a run begins with are made of it.
public struct Setting<Plan: Sendable>: Sendable {
    /// As in the option: `learning-rate` for `--learning-rate`.
    public let name: String
    /// What the option was called before; it is still understood.
    var formerName: String?
    /// Whether a resumed run must have the same value.
    var matters = true
    /// The value that checkpoints are silent about.
    var silentValue: String?
    let help: String
    let kind: Kind
    /// Its value in a plan, as it is written in checkpoints and logs.
    let text: @Sendable (Plan) -> String
    let set: @Sendable (inout Plan, String) throws -> Void

    enum Kind: Sendable {
        /// `--name VALUE`; whether a further one replaces or adds is the setting's own matter.
        case option
        /// `--name` or `--no-name`
        case flag
        /// What another choice decides; it is kept in checkpoints and logs, and there is no option for it.
        case fixed
    }

    init(
        _ name: String, _ kind: Kind, _ help: String, text: @escaping @Sendable (Plan) -> String,
        set: @escaping @Sendable (inout Plan, String) throws -> Void
    ) {
        (self.name, self.kind, self.help, self.text, self.set) = (name, kind, help, text, set)
    }
}

/// How it is written, in options, checkpoints and logs, that a setting has no value.
public enum NoValue {
    public static let text = "none"

    /// The file that an option names, if it names one; a file that is called like no value is `./none`.
    public static func path(_ given: String?) -> String? { given == text ? nil : given }
}

/// Where in a plan a setting is kept.
public typealias SettingPath<Plan, Value> = WritableKeyPath<Plan, Value> & Sendable

// MARK: - Kinds of values

extension Setting {
    /// A whole number of a range, and a multiple of a number.
    public static func count(
        _ name: String, _ path: SettingPath<Plan, Int>, in range: ClosedRange<Int>, multipleOf unit: Int = 1,
        _ help: String
    ) -> Self {
        Setting(name, .option, help) {
            "\($0[keyPath: path])"
        } set: { plan, text in
            plan[keyPath: path] = try count(text, in: range, multipleOf: unit)
        }
    }

    /// A whole number, or none of it.
    public static func count(
        _ name: String, _ path: SettingPath<Plan, Int?>, in range: ClosedRange<Int>, multipleOf unit: Int = 1,
        _ help: String
    ) -> Self {
        Setting(name, .option, help) {
            $0[keyPath: path].map { "\($0)" } ?? NoValue.text
        } set: { plan, text in
            plan[keyPath: path] = text == NoValue.text ? nil : try count(text, in: range, multipleOf: unit)
        }
    }

    private static func count(_ text: String, in range: ClosedRange<Int>, multipleOf unit: Int) throws -> Int {
        guard let value = Int(text), range.contains(value), value % unit == 0 else {
            let multiple = unit == 1 ? "a whole number" : "a multiple of \(unit)"
            throw SettingError("it is \(multiple) from \(range.lowerBound) to \(range.upperBound)")
        }
        return value
    }

    /// A number of a range.
    public static func number<Value: BinaryFloatingPoint & LosslessStringConvertible & Sendable>(
        _ name: String, _ path: SettingPath<Plan, Value>, in range: ClosedRange<Value>, _ help: String
    ) -> Self {
        Setting(name, .option, help) {
            "\($0[keyPath: path])"
        } set: { plan, text in
            guard let value = Value(text), range.contains(value) else {
                let least = range.lowerBound == .leastNonzeroMagnitude ? "above 0" : "at least \(range.lowerBound)"
                throw SettingError("it is a number, \(least) and at most \(range.upperBound)")
            }
            plan[keyPath: path] = value
        }
    }

    /// One of some words.
    public static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ path: SettingPath<Plan, Value>, _ help: String
    ) -> Self {
        let cases = Array(Value.allCases)
        return Setting(name, .option, help) {
            $0[keyPath: path].rawValue
        } set: { plan, text in
            guard let value = cases.first(where: { $0.rawValue == text }) else {
                throw SettingError("it is one of: \(cases.map(\.rawValue).joined(separator: ", "))")
            }
            plan[keyPath: path] = value
        }
    }

    /// Yes or no.
    public static func flag(_ name: String, _ path: SettingPath<Plan, Bool>, _ help: String) -> Self {
        Setting(name, .flag, help) {
            $0[keyPath: path] ? "yes" : "no"
        } set: { plan, text in
            plan[keyPath: path] = text == "yes"
        }
    }

    /// A file, or none.
    public static func path(_ name: String, _ path: SettingPath<Plan, String?>, _ help: String) -> Self {
        Setting(name, .option, help) {
            $0[keyPath: path] ?? NoValue.text
        } set: { plan, text in
            plan[keyPath: path] = NoValue.path(text)
        }
    }

    /// What may be given several times; `add` is told each.
    public static func repeated(
        _ name: String, _ help: String, text: @escaping @Sendable (Plan) -> String,
        add: @escaping @Sendable (inout Plan, String) throws -> Void
    ) -> Self {
        Setting(name, .option, help, text: text, set: add)
    }

    /// What another choice decides.
    public static func fixed(_ name: String, text: @escaping @Sendable (Plan) -> String) -> Self {
        Setting(name, .fixed, "", text: text) { _, _ in }
    }

    /// The same setting, whose option had another name before.
    public func formerly(_ name: String) -> Self {
        var setting = self
        setting.formerName = name
        return setting
    }

    /// The same setting, but a run may be resumed with another value.
    public var changingNothing: Self {
        var setting = self
        setting.matters = false
        return setting
    }
}

extension Setting {
    /// The same setting, one of whose values checkpoints are silent about: they are then as they were before there was such a
    /// setting.
    public func silent(about value: String) -> Self {
        var setting = self
        setting.silentValue = value
        return setting
    }
}

/// What is wrong with the value of a setting.
public struct SettingError: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) { self.description = description }
}
