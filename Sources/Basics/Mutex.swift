#if VISIBLE_LOCKS
    import Glibc

    /// The lock of builds with ThreadSanitizer: `swift build --sanitize=thread -Xswiftc -DVISIBLE_LOCKS`.
    ///
    /// The standard library's lock waits on a futex of its own, of which the sanitizer knows nothing: what the lock protects looks like
    /// races, two hundred of them around the pool of buffers, and a real one would be lost among them. It knows POSIX locks.
    public final class Mutex<Value>: @unchecked Sendable {
        private var value: Value
        private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

        public init(_ value: Value) {
            self.value = value
            pthread_mutex_init(lock, nil)
        }

        deinit {
            pthread_mutex_destroy(lock)
            lock.deallocate()
        }

        public func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            return try body(&value)
        }
    }
#else
    import Synchronization

    /// The standard library's lock.
    public typealias Mutex<Value: ~Copyable> = Synchronization.Mutex<Value>
#endif
