// Plain builds compile this file too, and know no MPI.
#if MPI
    import CMPI

    /// The processes that `mpirun` or a batch system started together.
    struct MPIGroup: ProcessGroup {
        let rank: Int
        let count: Int

        /// How long a process that waits sleeps before it looks again, in nanoseconds: short beside a step, and long enough that
        /// those who compute notice nothing.
        private static let pause = 20_000

        /// Throws a ``ProcessGroupError`` when MPI does not start.
        init() throws {
            var (rank, count): (Int32, Int32) = (0, 1)
            try Self.check(nurie_mpi_start(&rank, &count), rank: 0)
            (self.rank, self.count) = (Int(rank), Int(count))
        }

        func exchange(_ transfers: [Transfer]) throws {
            let plain = transfers.map {
                nurie_mpi_transfer(
                    bytes: $0.bytes.baseAddress, count: Int64($0.bytes.count), peer: Int32($0.peer),
                    is_sent: $0.isSent ? 1 : 0)
            }
            try Self.check(nurie_mpi_exchange(plain, Int32(plain.count), Self.pause), rank: rank)
        }

        /// Waits for all processes, and ends MPI.
        func finish() { nurie_mpi_finish() }

        /// Ends all processes.
        func abort(_ status: Int32) { nurie_mpi_abort(status) }

        private static func check(_ error: Int32, rank: Int) throws {
            guard error != 0 else { return }
            throw ProcessGroupError("MPI: \(String(cString: nurie_mpi_message(error))).")
        }
    }
#endif
