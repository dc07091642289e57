@testable import Detection
import Files
import Foundation
import TestSupport
import Testing

@Suite("Cascade files")
struct CascadeFileTests {
    /// A small cascade with numbers that need all their digits.
    private let cascade = Cascade(
        width: 24, height: 20,
        stages: [
            Cascade.Stage(
                threshold: -0.1,
                stumps: [
                    Cascade.Stump(
                        pattern: 1, categories: CategorySet(words: [1, 2, 3, .max, 0, 6, 7, 1 << 31]),
                        voteInside: -0.333_333_34, voteOutside: 1e-7)
                ])
        ],
        patterns: [
            BlockPattern(x: 0, y: 0, cellWidth: 8, cellHeight: 6),
            BlockPattern(x: 3, y: 2, cellWidth: 1, cellHeight: 2),
        ],
        goals: StageGoals(minimumHitRate: 0.997, maximumStumps: 50))

    @Test("What is written is read back as it was")
    func roundTrip() throws {
        try withTemporaryFolder { folder in
            try cascade.write(to: "\(folder)/c.xml")
            #expect(try Cascade(contentsOf: "\(folder)/c.xml") == Cascade(contentsOf: "\(folder)/c.xml"))
            let read = try Cascade(contentsOf: "\(folder)/c.xml")
            #expect(read.stages == cascade.stages && read.patterns == cascade.patterns)
            #expect((read.width, read.height) == (24, 20))
            #expect(read.goals.maximumStumps == 50)
        }
    }

    @Test("OpenCV's ways to write numbers are understood")
    func numbers() throws {
        let read = try changed("-0.1<", "-1.2636742591857910e-001<")
        #expect(read.stages[0].threshold == Float(-1.2636742591857910e-001))
        #expect(try changed("-0.1<", "-1.<").stages[0].threshold == -1)
        #expect(try changed("-0.1<", "\n  2\n <").stages[0].threshold == 2)
    }

    @Test(
        "Files whose parts do not fit together are refused with a reason",
        arguments: [
            ("<stageNum>1<", "<stageNum>2<", "claims 2 stages"),
            ("<stageNum>1<", "<stageNum>0<", "stageNum"),
            ("<stageNum>1<", "<stageNum>99999999999999999999<", "whole numbers"),
            ("<maxWeakCount>1<", "<maxWeakCount>7<", "claims 7 weak classifiers"),
            ("0 -1 1 ", "0 -1 2 ", "feature 2 of 2"),
            ("0 -1 1 ", "0 -1 -1 ", "feature -1"),
            ("0 -1 1 ", "1 2 1 ", "stump"),
            ("0 -1 1 1 2", "0 -1 1 2", "10 and 2 numbers"),
            ("0 -1 1 1 2", "0 -1 1 1 1 2", "12 and 2 numbers"),
            ("-0.33333334 1e-07", "-0.33333334", "11 and 1 numbers"),
            ("-0.33333334 1e-07", "nan 1e-07", "finite"),
            ("-0.33333334 1e-07", "1e999 1e-07", "finite"),
            ("-0.33333334 1e-07", "0x10 yes", "finite"),
            ("3 2 1 2<", "3 2 8 2<", "outside the window"),
            ("3 2 1 2<", "-1 2 1 2<", "outside the window"),
            ("3 2 1 2<", "3 2 0 2<", "outside the window"),
            ("3 2 1 2<", "3 2 2147483647 2<", "outside the window"),
            ("3 2 1 2<", "3 2 1<", "3 numbers"),
            ("<width>24<", "<width>100000<", "width"),
            ("<width>24<", "<width>2<", "width"),
            ("<width>24<", "<width><", "width"),
            ("<maxCatCount>256<", "<maxCatCount>0<", "maxCatCount"),
            ("<featureType>LBP<", "<featureType>HAAR<", "only LBP"),
            ("<featureType>LBP<", "<featureType>HOG<", "only LBP"),
            ("<stageType>BOOST<", "<stageType>SVM<", "only BOOST"),
            ("opencv-cascade-classifier", "opencv-haar-classifier", "old format"),
            ("opencv_storage", "html", "no cascade of OpenCV"),
            ("<minHitRate>0.997<", "<minHitRate>7<", "minHitRate"),
            ("<features>", "<other>", "not well-formed"),
            ("<stages>", "<stages><stages></stages>", "claims 1 stages and has 2"),
        ])
    func lies(_ truth: String, _ lie: String, _ reason: String) throws {
        let error = #expect(throws: FileError.self) { try changed(truth, lie) }
        let text = error.map { "\($0)" } ?? ""
        #expect(text.contains(reason), "\(text)")
        #expect(text.contains("c.xml"))
    }

    @Test("Files that are missing, empty, huge, cut off anywhere, binary or malicious are refused")
    func hostile() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/c.xml"
            #expect(throws: FileError.self) { try Cascade(contentsOf: path) }
            try cascade.write(to: path)
            let whole = try Files.read(path)
            func refuses(_ bytes: [UInt8], _ what: Comment) throws {
                try Files.replace(path, with: bytes)
                #expect(throws: FileError.self, what) { try Cascade(contentsOf: path) }
            }
            for count in stride(from: 0, to: whole.count - 20, by: 37) {
                try refuses(Array(whole[..<count]), "cut after \(count) bytes")
            }
            try refuses(whole.flatMap { [$0, 0] }, "UTF-16")
            try refuses(Array(repeating: 32, count: Cascade.maximumFileSize + 1), "huge")
            let deep = String(repeating: "<a>", count: 100_000)
            try refuses(Array(deep.utf8), "deep")
            let text = String(decoding: whole, as: UTF8.self)
            let bomb = """
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                """
            try refuses(Array((bomb + text.dropFirst(21)).utf8), "entities")
            try refuses(Array(text.replacing("LBP", with: "LB&#80;&x;").utf8), "an unknown entity")
            try refuses([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3], "a picture")
        }
    }

    /// The cascade's file with a text replaced, read.
    private func changed(_ text: String, _ other: String) throws -> Cascade {
        var result: Cascade?
        try withTemporaryFolder { folder in
            let path = "\(folder)/c.xml"
            try cascade.write(to: path)
            let file = String(decoding: try Files.read(path), as: UTF8.self)
            #expect(file.contains(text), "the test has nothing to replace")
            try Files.replace(path, with: file.replacing(text, with: other))
            result = try Cascade(contentsOf: path)
        }
        return try #require(result)
    }

    @Test(
        "Bytes that are no UTF-8, a web page, and instructions without a word are errors and no crash",
        arguments: [
            Array("<!-- ".utf8) + [0xFF] + Array(" --><a/>".utf8), Array("<!DOCTYPE html><html/>".utf8),
            Array("<?x?><a/>".utf8), Array("<?xml?>\n<opencv_stor".utf8),
        ])
    func foreignBytes(bytes: [UInt8]) throws {
        try withTemporaryFolder { folder in
            try Files.replace("\(folder)/a.xml", with: bytes)
            #expect(throws: FileError.self) { try Cascade(contentsOf: "\(folder)/a.xml") }
        }
    }

    @Test(
        "What is not well-formed is told from what is",
        arguments: [
            ("<a/>", true), ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- <b> --><a b='1' c=\"2\" ><_>3</_ ></a>\n", true),
            ("<é.x-1:y>&lt;&#65;&#x41;</é.x-1:y>", true), ("", false), (" ", false), ("<a>", false), ("</a>", false),
            ("<a></b>", false), ("<a></a><a/>", false), ("<a/>x", false), ("x<a/>", false), ("<1/>", false),
            ("< a/>", false), ("<a b=1/>", false), ("<a b='1'c='2'/>", false), ("<a b='1' b='2'/>", false),
            ("<a b='<'/>", false), ("<a b='1/>", false), ("<a>&lt</a>", false), ("<a>&#0;</a>", false),
            ("<a>&#xD800;</a>", false), ("<a><![CDATA[x]]></a>", false), ("<a><!-- x</a>", false), ("<a", false),
            ("<a/", false), ("<?", false), ("<!", false),
        ])
    func wellFormed(text: String, isWellFormed: Bool) {
        #expect(((try? MarkupElement(parsing: Array(text.utf8))) != nil) == isWellFormed)
    }

    @Test("Elements have their attributes, their text with its references resolved, and their children")
    func elements() throws {
        let root = try MarkupElement(parsing: Array("<a b='&quot;1'>x&amp;<c>2</c>&#x79;<c/></a>".utf8))
        #expect(root.name == "a" && root.attributes == ["b": "\"1"] && root.text == "x&y")
        #expect(root.children.map(\.name) == ["c", "c"] && root.children.map(\.text) == ["2", ""])
    }
}
