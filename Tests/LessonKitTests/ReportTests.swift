import Files
@testable import LessonKit
import TestSupport
import Testing
@testable import Training

@Suite("What a run says")
struct ReportTests {
    @Test(
        "A duration is said as people say it",
        arguments: [
            (0, "0 s"), (0.004, "0 s"), (0.0583, "0.06 s"), (0.996, "1 s"), (3.24, "3.2 s"), (9.94, "9.9 s"),
            (9.96, "10 s"), (59, "59 s"), (60, "1:00"), (185, "3:05"), (3600, "1:00:00"), (8040, "2:14:00"),
        ])
    func durations(seconds: Double, text: String) { #expect(Progress.text(.seconds(seconds)) == text) }

    @Test(
        "A number has three digits that count",
        arguments: [(0.023149, "0.0231"), (12.449, "12.4"), (0.0000123, "1.23e-05"), (0, "0")])
    func numbers(value: Double, text: String) { #expect(rounded(value) == text) }

    @Test("A log is read back exactly")
    func log() throws {
        try withTemporaryFolder { folder in
            var log = TrainingLog()
            for step in 1...50 { log.append(["loss": 1 / Float(step), "other": Float(step) * 1e-30]) }
            try log.write(to: "\(folder)/log.csv")
            #expect(try TrainingLog(contentsOf: "\(folder)/log.csv", steps: 50) == log)
            #expect(
                try TrainingLog(contentsOf: "\(folder)/log.csv", steps: 20)["loss"]
                    == log["loss"].prefix(20).map(\.self))
        }
    }

    @Test("The recent mean is over the last steps")
    func recentMean() throws {
        var log = TrainingLog()
        for step in 1...10 { log.append(["loss": Float(step)]) }
        #expect(try log.recentMean("loss", over: 4) == 8.5)
        #expect(try log.recentMean("loss", over: 100) == 5.5)
    }

    @Test("A page is Markdown, and what is in a table cannot break it")
    func page() throws {
        try withTemporaryFolder { folder in
            var page = Page("Title")
            page.heading("Part")
            page.text("Words.")
            page.table(["a", "b"], [["1|2", "3\n4"]])
            page.picture("loss.png", "The loss.")
            try page.write(to: folder)
            let text = String(decoding: try Files.read("\(folder)/README.md"), as: UTF8.self)
            #expect(
                text == """
                    # Title

                    ## Part

                    Words.

                    | a | b |
                    | --- | --- |
                    | 1\\|2 | 3 4 |

                    ![The loss.](loss.png)

                    *The loss.*

                    """)
        }
    }
}
