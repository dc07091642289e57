import Glibc

/// How a learning rate changes from the first step of a training to its last.
public enum LearningRateSchedule: String, CaseIterable, Sendable {
    /// It stays.
    case constant
    /// It falls along half a cosine to a twentieth (Loshchilov and Hutter, *SGDR*, 2017): large steps find the place, small
    /// ones settle there.
    case cosine

    /// The share of the learning rate in a step, which counts from 0.
    public func share(at step: Int, of steps: Int) -> Double {
        switch self {
        case .constant: 1
        case .cosine: 0.05 + 0.95 * 0.5 * (1 + cos(Double(step) / Double(steps) * .pi))
        }
    }
}
