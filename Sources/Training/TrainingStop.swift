/// Why a training run ended before its last step.
public enum TrainingStop: Error, CustomStringConvertible {
    /// A measurement is infinite or no number: training has diverged.
    case notFinite(measurement: String, value: Float, step: Int, checkpoint: String?)
    /// The user asked for it; what was reached is saved.
    case interrupted(step: Int, of: Int, folder: String)

    public var description: String {
        switch self {
        case .notFinite(let measurement, let value, let step, let checkpoint):
            "Training has diverged: \(measurement) is \(value) at step \(step). "
                + (checkpoint.map { "The last good state is \($0). " } ?? "") + "Try a lower learning rate."
        case .interrupted(let step, let total, let folder):
            "Stopped after step \(step) of \(total). The same command with --resume goes on from \(folder)."
        }
    }
}
