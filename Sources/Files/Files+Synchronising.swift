import Glibc
import Synchronization

extension Files {
    private static let groups = Atomic(0)

    /// Whether files that are written now are put on the disk together, later.
    static var isSynchronisingLater: Bool { groups.load(ordering: .relaxed) > 0 }

    /// Writes many files, and waits for the disk once, at the end, not for each of them.
    ///
    /// Each file is whole at any time all the same; but after a power failure those of the last seconds may be missing.
    public static func synchronisingOnce<Result>(_ work: () throws -> Result) rethrows -> Result {
        groups.add(1, ordering: .relaxed)
        defer {
            groups.subtract(1, ordering: .relaxed)
            sync()
        }
        return try work()
    }
}
