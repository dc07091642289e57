import ArgumentParser

/// The settings of a plan as options of a command: what the command itself does not know is looked up in the plan.
public struct PlanOptions<Plan: TrainingPlan>: ParsableArguments {
    @Argument(parsing: .allUnrecognized, help: ArgumentHelp(visibility: .hidden))
    var given: [String] = []

    public init() {}

    /// The plan with the settings that were given; those that were not stay as they are.
    ///
    /// Throws a `ValidationError` that names the option.
    public func applied(to plan: Plan) throws -> Plan {
        do { return try plan.applying(given) } catch let error as SettingError {
            throw ValidationError(error.description)
        }
    }

    /// Whether a setting was given.
    public func isGiven(_ name: String) -> Bool {
        given.contains { $0 == "--\(name)" || $0.hasPrefix("--\(name)=") }
    }
}
