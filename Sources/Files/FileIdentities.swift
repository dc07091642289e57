import Glibc

/// Which files some paths lead to, whatever they are called: links and other spellings lead to the same file.
public struct FileIdentities {
    private struct Identity: Hashable {
        let device, number: UInt
    }

    private var identities: Set<Identity> = []

    /// Of the paths that lead anywhere.
    public init(of paths: [String]) { identities = Set(paths.compactMap(Self.identity)) }

    /// Whether a path leads to one of the files.
    public func contain(_ path: String) -> Bool { Self.identity(path).map(identities.contains) ?? false }

    private static func identity(_ path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
    }
}
