import Glibc
import Basics

/// The processes of which this program is one, when a launcher such as `mpirun` started several of it.
public enum Processes {
    private static let group = Mutex<any ProcessGroup>(SingleProcess())

    /// All of them; this one alone unless ``start()`` found others.
    public static var all: any ProcessGroup { group.withLock { $0 } }

    /// Finds the others, if a launcher started this program; after that only the first one prints.
    ///
    /// Throws a ``ProcessGroupError`` when there are others that cannot be reached.
    public static func start() throws {
        let launched = launcherVariables.contains { getenv($0) != nil }
        let tasks = (launcherCounts + [slurmTasks]).compactMap { getenv($0).flatMap { Int(String(cString: $0)) } }
            .max()
        #if MPI
            if launched {
                let all = try MPIGroup()
                group.withLock { $0 = all }
                if all.rank > 0 { Console.silence() }
            } else if let tasks, tasks > 1 {
                throw ProcessGroupError(
                    "This is one of \(tasks) tasks that Slurm started, and MPI knows of no other: start them with "
                        + "srun --mpi=pmix, or with mpirun.")
            }
        #else
            guard launched, let tasks, tasks > 1 else { return }
            throw ProcessGroupError(
                "This is one of \(tasks) processes, and it was built to work alone: build it with --traits MPI.")
        #endif
    }

    /// Ends the work together in good order, when all of them have come here.
    public static func finish() {
        #if MPI
            (all as? MPIGroup)?.finish()
        #endif
    }

    /// Ends all processes because of an error in this one; does nothing if it is alone.
    ///
    /// When all meet the same error, the first one's words are enough: the others leave it a moment to say them.
    public static func fail(_ message: String, status: Int32) {
        let all = all
        guard all.count > 1 else { return }
        if all.rank > 0 { sleep(1) }
        Console.complain(all.rank > 0 ? "Process \(all.rank) of \(all.count): \(message)" : message)
        #if MPI
            (all as? MPIGroup)?.abort(status)
        #endif
    }

    /// What launchers tell each process: Open MPI's, those of MPICH and its relatives, and Slurm's with PMIx.
    private static let launcherVariables = launcherCounts + ["PMI_RANK", "PMIX_RANK"]
    private static let launcherCounts = ["OMPI_COMM_WORLD_SIZE", "PMI_SIZE"]
    private static let slurmTasks = "SLURM_STEP_NUM_TASKS"
}
