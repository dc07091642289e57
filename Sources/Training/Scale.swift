import ArgumentParser

/// How much work a run does.
public enum Scale: String, CaseIterable, ExpressibleByArgument, Sendable {
    /// Seconds: enough to see that everything works; its pictures mean nothing.
    case tiny
    /// Minutes on two cores.
    case quick
    /// Within an hour or so on two cores for a lesson; for weights that come with Nurie, as long as they need.
    case full

    /// The value for this scale.
    public func choose<Value>(tiny: Value, quick: Value, full: Value) -> Value {
        switch self {
        case .tiny: tiny
        case .quick: quick
        case .full: full
        }
    }
}
