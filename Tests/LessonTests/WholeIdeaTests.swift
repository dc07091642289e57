import Files
import Foundation
@testable import Lesson00
import TestSupport
import Testing

/// What lesson 00 promises, which has no notebook: its page is written by hand around its source and its output.
@Suite("The whole idea")
struct WholeIdeaTests {
    private let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
        .path

    private func lines(of path: String) throws -> [String] {
        String(decoding: try Files.read("\(package)/\(path)"), as: UTF8.self).components(separatedBy: "\n")
    }

    /// The lines of all blocks of a language on the page.
    private func blocks(_ language: String, of page: [String]) -> [String] {
        var (found, isInside) = ([String](), false)
        for line in page {
            if line.hasPrefix("```") {
                isInside = line == "```\(language)"
            } else if isInside {
                found.append(line)
            }
        }
        return found
    }

    /// Without empty lines and spaces at the ends, and without indentation, which a piece of code may lose.
    private func comparable(_ lines: [String], keepingIndentation: Bool) -> [String] {
        lines.map { line in
            let end = line.replacing(/\s+$/, with: "")
            return keepingIndentation ? end : end.trimmingCharacters(in: .whitespaces)
        }.filter { !$0.isEmpty }
    }

    @Test("It is one file of at most 200 lines that imports nothing but Foundation, and its page shows every line")
    func source() throws {
        let source = try lines(of: "Lessons/00-the-whole-idea/Lesson.swift")
        #expect(source.count - 1 <= 200)
        #expect(source.filter { $0.hasPrefix("import") } == ["import Foundation"])
        let page = blocks("swift", of: try lines(of: "Plots/00-the-whole-idea/README.md"))
        #expect(comparable(page, keepingIndentation: false) == comparable(source, keepingIndentation: false))
    }

    @Test(
        "Its page shows all that it prints and nothing else: after a change, put the output into the page's text blocks"
    )
    func output() throws {
        // The options that all lessons take are passed over.
        let outcome = try Program("lesson-00").run("--scale", "quick", "--threads", "1", "--output", "/nowhere")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = blocks("text", of: try lines(of: "Plots/00-the-whole-idea/README.md"))
        let output = outcome.output.components(separatedBy: "\n")
        #expect(comparable(page, keepingIndentation: true) == comparable(output, keepingIndentation: true))
    }

    @Test("The tape's gradient of the two costs is what nudging each kind of parameter shows")
    func gradient() throws {
        var random = Random(state: 3)
        let eye = drawnEye(using: &random)
        let network = Autoencoder(
            encoder: Layer(144, 5, using: &random), mean: Layer(5, 2, using: &random),
            logVariance: Layer(5, 2, using: &random), decoder: Layer(2, 5, using: &random),
            output: Layer(5, 144, using: &random))
        func loss(on tape: Tape? = nil) -> (total: Double, terms: (Vector, Vector)) {
            var same = random
            let pass = network.pass(Vector(eye, on: tape), using: &same)
            return (pass.cost.numbers.sum + pass.kl.numbers.sum, (pass.cost, pass.kl))
        }
        let tape = Tape()
        let terms = loss(on: tape).terms
        tape.differentiate(terms.0, terms.1)
        for vector in network.parameters {
            for index in Set([0, vector.numbers.count / 2, vector.numbers.count - 1]) {
                let (value, nudge) = (vector.numbers[index], 1e-5)
                vector.numbers[index] = value + nudge
                let above = loss().total
                vector.numbers[index] = value - nudge
                let below = loss().total
                vector.numbers[index] = value
                #expect(abs((above - below) / (2 * nudge) - vector.gradient[index]) < 1e-6)
            }
        }
    }
}
