import Glibc

// Files that are read from their beginning to their end, pipes and devices among them.
extension Descriptor {
    /// Opens what exists and is no folder.
    static func toRead(_ path: String) throws(FileError) -> Descriptor {
        // The system would wait here, without a word, for somebody who writes into a pipe.
        let file = try Descriptor(opening: path, O_RDONLY | O_NONBLOCK, for: .reading)
        if try file.status().isKind(S_IFDIR) { throw FileError(path, .reading, code: EISDIR) }
        return file
    }

    /// Bytes in a file; 0 for what has no size.
    func size() throws(FileError) -> Int {
        let status = try status()
        return status.isKind(S_IFREG) ? Int(status.st_size) : 0
    }

    /// What has come through a pipe so far; from then on it, like other files, is waited for.
    ///
    /// Throws when within some seconds nobody has opened it to write: it would be waited for without end.
    func firstBytesOfPipe() throws(FileError) -> [UInt8] {
        defer { setWaiting() }
        guard try status().isKind(S_IFIFO) else { return [] }
        var bytes = [UInt8](repeating: 0, count: 1 << 12)
        for _ in 0..<100 {
            let count = Glibc.read(number, &bytes, bytes.count)
            if count > 0 { return Array(bytes.prefix(count)) }
            if count < 0 {
                let code = errno
                // Somebody has it open, and has not written yet.
                if code == EAGAIN { return [] }
                if code != EINTR { throw FileError(path, purpose, code: code) }
            }
            usleep(30_000)
        }
        throw FileError(
            path: path, problem: "is a pipe that nobody writes into",
            remedy: "Start what writes into it first, or name a file")
    }

    private func setWaiting() { _ = fcntl(number, F_SETFL, 0) }
}
