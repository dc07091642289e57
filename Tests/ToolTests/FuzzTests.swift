import Files
import TestSupport
import Testing

/// Protects that a reader's crash is found, told, and made again, and that it stops nothing else.
@Suite("The fuzz program")
struct FuzzTests {
    @Test("A crash is told by reader, seed and number, which make it again; the other inputs are read")
    func crash() throws {
        try withTemporaryFolder { folder in
            let fuzz = try Program("fuzz")
            let outcome = try fuzz.run("crash", "--count", "12", "--seed", "3", "--output", folder)
            #expect(outcome.status == 1)
            let numbers = (0..<12).filter {
                outcome.errors.contains("crash, seed 3, number \($0): crashed with signal")
            }
            #expect((1...11).contains(numbers.count), "\(outcome.errors)")
            let counts = "\(12 - numbers.count) read, 0 refused, 0 too slow, \(numbers.count) crashed"
            #expect(outcome.output.contains(counts))
            let number = try #require(numbers.last)
            let kept = try Files.read("\(folder)/crash.failed-\(number)")
            #expect(kept.first.map { $0 % 2 } == 1)
            let again = try fuzz.run(
                "crash", "--count", "1", "--seed", "3", "--first", "\(number)", "--output", "\(folder)/again")
            #expect(again.status == 1)
            #expect(try Files.read("\(folder)/again/crash.failed-\(number)") == kept)
        }
    }

    @Test("Readers without a fault end well, and leave nothing")
    func fine() throws {
        try withTemporaryFolder { folder in
            let outcome = try Program("fuzz").run("npz", "palette", "--count", "50", "--output", folder)
            #expect(outcome.status == 0, "\(outcome.errors)")
            for name in ["npz", "palette"] {
                #expect(outcome.output.contains("\(name): "))
                #expect(!Files.exists("\(folder)/\(name).input") && !Files.exists("\(folder)/\(name).tally"))
            }
        }
    }

    @Test(
        "What cannot be asked for is refused by name",
        arguments: [["nothing"], ["--count", "0"], ["--memory", "9999"]])
    func refused(arguments: [String]) throws {
        let outcome = try Program("fuzz").start(arguments).wait()
        #expect(outcome.status == 64 && outcome.errors.contains(arguments[0]))
    }
}
