import ArgumentParser

/// Runs a command's work; an interruption by the user is reported as such and ends the program with 130, as the shell
/// expects after Ctrl-C.
public func reportingInterruption(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let stop as TrainingStop {
        Console.warn("\(stop)")
        if case .interrupted = stop { throw ExitCode(130) }
        throw ExitCode.failure
    }
}
