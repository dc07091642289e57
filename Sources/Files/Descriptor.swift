import Glibc

/// An open file that closes itself when it goes out of scope, and whose errors name it.
struct Descriptor: ~Copyable {
    let number: CInt
    let path: String
    let purpose: FileError.Purpose

    /// Takes over an open file.
    init(_ number: CInt, of path: String, for purpose: FileError.Purpose) {
        self.number = number
        self.path = path
        self.purpose = purpose
    }

    /// Opens a file that exists.
    init(opening path: String, _ flags: CInt, for purpose: FileError.Purpose) throws(FileError) {
        let number = try unlessRefused(path, purpose) { open(path, flags | O_CLOEXEC) }
        self.init(number, of: path, for: purpose)
    }

    deinit { close(number) }

    /// What the system knows of the file.
    func status() throws(FileError) -> stat {
        var status = stat()
        _ = try unlessRefused(path, purpose) { fstat(number, &status) }
        return status
    }

    /// Reads into `bytes` until they are full or the file ends; gives how many came.
    func read(into bytes: UnsafeMutableRawBufferPointer) throws(FileError) -> Int {
        var count = 0
        while count < bytes.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
            let come = try unlessRefused(path, purpose) { Glibc.read(number, rest.baseAddress, rest.count) }
            if come == 0 { break }
            count += come
        }
        return count
    }

    /// Reads into `bytes` what stands from `offset` on, until they are full or the file ends; gives how many came.
    func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int) throws(FileError) -> Int {
        var count = 0
        while count < bytes.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
            let come = try unlessRefused(path, purpose) {
                pread(number, rest.baseAddress, rest.count, off_t(offset + count))
            }
            if come == 0 { break }
            count += come
        }
        return count
    }

    /// Writes all of `bytes`.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = UnsafeRawBufferPointer(rebasing: rest)
            let gone = try unlessRefused(path, purpose) { Glibc.write(number, piece.baseAddress, piece.count) }
            rest = rest.dropFirst(gone)
        }
    }

    /// Whether the file could be locked for this process alone; the lock ends with the descriptor. A file system that knows no
    /// locks says yes to everybody.
    func isLocked() -> Bool { flock(number, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK }

    /// Gives the lock up at once, for every copy of the descriptor.
    func unlock() { flock(number, LOCK_UN) }

    /// Waits until what was written is on the disk.
    func synchronise() throws(FileError) {
        _ = try unlessRefused(path, purpose) { fsync(number) }
    }
}

/// The result of a system call, repeated when a signal interrupted it; its refusal becomes an error about `path`.
func unlessRefused<Result: SignedInteger>(
    _ path: String, _ purpose: FileError.Purpose, _ call: () -> Result
) throws(FileError) -> Result {
    while true {
        let result = call()
        if result != -1 { return result }
        let code = errno
        if code != EINTR { throw FileError(path, purpose, code: code) }
    }
}

extension stat {
    /// Whether the file is of a kind, such as `S_IFDIR`.
    func isKind(_ kind: mode_t) -> Bool { st_mode & S_IFMT == kind }
}
