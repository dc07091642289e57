import Glibc
import Synchronization

/// Ctrl-C (or a polite kill) during a run: the run ends its step, saves what it has and stops. A second one stops the
/// program at once.
public enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Whether the user asked the run to stop.
    public static var isRequested: Bool { requested.load(ordering: .relaxed) }

    /// Watches for SIGINT and SIGTERM from now on, even if the program that started this one had blocked them.
    public static func watch() {
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                // The default action comes back, so that the next one ends the program.
                signal(number, SIG_DFL)
                Interruption.requested.store(true, ordering: .relaxed)
            }
        }
    }

    /// Stops watching: the signals end the program again.
    public static func ignore() {
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
