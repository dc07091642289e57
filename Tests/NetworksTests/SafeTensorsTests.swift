import Basics
import Files
import Foundation
@testable import Networks
import TensorCore
import Testing

@Suite struct HostileSafeTensors {
    /// A file with the given header and as many zero bytes behind.
    private func file(_ header: String, dataSize: Int, length: UInt64? = nil) -> [UInt8] {
        let header = Array(header.utf8)
        return littleEndianBytes(of: length ?? UInt64(header.count)) + header + Array(repeating: 0, count: dataSize)
    }

    /// The error when a file of these bytes is opened.
    private func error(opening bytes: [UInt8]) throws -> FileError? {
        var error: FileError?
        try withFolder { folder in
            try Files.replace("\(folder)/file", with: bytes)
            error = fileError { _ = try Checkpoint(contentsOf: "\(folder)/file") }
            #expect(error?.path == "\(folder)/file")
        }
        return error
    }

    @Test(
        "Headers that lie are refused, and why is said",
        arguments: [
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 7, "ends at byte 8 of the data"),
            (
                #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#, 9,
                "bytes 8 to 9 of the data belong to no tensor"
            ),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#, 12, "bytes 0 to 4 of the data"),
            (
                #"{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}"#, 8,
                "takes 12 bytes, but the header gives it 8"
            ),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#, 8, "impossible data_offsets [8, 0]"),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#, 8, "impossible data_offsets"),
            (#"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}"#, 8, "impossible data_offsets [0]"),
            (#"{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}"#, 8, "impossible shape [-2]"),
            (
                #"{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,0]}}"#, 0,
                "impossible shape [4611686018427387904, 4]"
            ),
            (
                #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#,
                12, "tensors “a” and “b” overlap"
            ),
            (
                #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"I32","shape":[1],"data_offsets":[0,4]}}"#,
                4, "names something twice"
            ),
            (
                #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#,
                4, "names something twice"
            ),
            (#"{"a":{"dtype":"F8_E4M3","shape":[2],"data_offsets":[0,2]}}"#, 2, "unknown type “F8_E4M3”"),
            (#"{"a":{"dtype":"F32","shape":[2]}}"#, 8, "“a” has no “data_offsets”"),
            (#"{"a":{"dtype":"F32","shape":"2","data_offsets":[0,8]}}"#, 8, "is of the wrong kind"),
            (#"{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,6]}}"#, 6, "header"),
            (#"{"a":{"dtype":"F32","shape":[1e99],"data_offsets":[0,6]}}"#, 6, "header"),
            (#"{"__metadata__":{"a":1}}"#, 0, "is of the wrong kind"),
            (#"[1]"#, 0, "is of the wrong kind"),
            (#"{"a":"#, 0, "not valid JSON"),
            ("", 0, "not valid JSON"),
            ("\u{0}\u{0}", 0, "not valid JSON"),
        ])
    func lies(header: String, dataSize: Int, problem: String) throws {
        let error = try error(opening: file(header, dataSize: dataSize))
        #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "none")")
    }

    @Test("Lengths that lie are refused before memory is asked for")
    func lengths() throws {
        #expect(try error(opening: [])?.problem.contains("too short") == true)
        #expect(try error(opening: [1, 2, 3, 4, 5, 6, 7])?.problem.contains("too short") == true)
        #expect(try error(opening: file("{}", dataSize: 0, length: 3))?.problem.contains("header of 3 bytes") == true)
        for length: UInt64 in [100_000_001, 1 << 63, .max] {
            let error = try error(opening: file("{}", dataSize: 0, length: length))
            #expect(error?.problem.contains("not a safetensors file") == true)
        }
        // A zip archive, as torch.save writes it.
        #expect(try error(opening: Array("PK\u{3}\u{4}abcdefghij".utf8))?.remedy.contains("torch.save") == true)
        let deep = String(repeating: "[", count: 200_000)
        #expect(try error(opening: file(deep, dataSize: 0)) != nil)
    }

    @Test("Metadata that is null is none, as the reference implementation takes it")
    func nullMetadata() throws {
        let header = #"{"__metadata__":null,"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#
        try withFolder { folder in
            try Files.replace("\(folder)/file", with: file(header, dataSize: 4))
            let checkpoint = try Checkpoint(contentsOf: "\(folder)/file")
            #expect(checkpoint.strings.isEmpty)
            #expect(try checkpoint.tensor("a").item == 0)
        }
    }

    @Test("Folders, pipes and missing files are named")
    func notFiles() throws {
        try withFolder { folder in
            #expect(fileError { _ = try Checkpoint(contentsOf: folder) }?.problem == "is a folder without .npy files")
        }
        #expect(
            fileError { _ = try Checkpoint(contentsOf: "/nowhere/at all") }?.problem.contains("no such file") == true)
        #expect(fileError { _ = try Checkpoint(contentsOf: "/dev/null") }?.problem.contains("regular file") == true)
    }

    @Test("Every format of numbers is read, wherever it stands")
    func formats() throws {
        // 16-bit numbers of an odd count before the 32-bit ones: nothing is aligned.
        let header =
            #"{"h":{"dtype":"F16","shape":[1],"data_offsets":[0,2]},"b":{"dtype":"BF16","shape":[1],"data_offsets":[2,4]},"#
            + #""u":{"dtype":"U8","shape":[1],"data_offsets":[4,5]},"f":{"dtype":"F32","shape":[],"data_offsets":[5,9]},"#
            + #""d":{"dtype":"F64","shape":[1,1],"data_offsets":[9,17]},"i":{"dtype":"I64","shape":[1],"data_offsets":[17,25]}}"#
        var bytes = file(header, dataSize: 0)
        bytes += littleEndianBytes(of: Float16(1.5).bitPattern) + littleEndianBytes(of: UInt16(0xC020)) + [200]
        bytes += littleEndianBytes(of: Float(0.1).bitPattern) + littleEndianBytes(of: (-3.25).bitPattern)
        bytes += littleEndianBytes(of: Int64(-7))
        try withFolder { folder in
            try Files.replace("\(folder)/file", with: bytes)
            let checkpoint = try Checkpoint(contentsOf: "\(folder)/file")
            let numbers = try ["h", "b", "u", "f", "d", "i"].map { try checkpoint.tensor($0).item }
            #expect(numbers == [1.5, -2.5, 200, 0.1, -3.25, -7])
            #expect(try checkpoint.integer("i") == -7)
            #expect(try checkpoint.tensor("d").shape == [1, 1])
        }
    }

    @Test("All 65,536 half-precision numbers are read as the processor reads them")
    func halves() {
        let bytes = (0...UInt16.max).flatMap { littleEndianBytes(of: $0) }
        let numbers = [Float](unsafeUninitializedCapacity: 1 << 16) { numbers, count in
            bytes.withUnsafeBytes {
                NumberFormat.float16.decode($0, into: UnsafeMutableBufferPointer(rebasing: numbers[..<(1 << 16)]))
            }
            count = 1 << 16
        }
        for (bits, number) in zip(0...UInt16.max, numbers) {
            let expected = Float(Float16(bitPattern: bits))
            #expect(number == expected || number.isNaN && expected.isNaN)
        }
    }

    @Test("No change of a byte, and no cut, makes a crash: it loads, or an error names the file")
    func fuzz() throws {
        var generator = SeededGenerator(seed: 2026)
        let whole = try Files.read(reference("optimisers.safetensors"))
        let headerSize = 8 + whole.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        try withFolder { folder in
            let path = "\(folder)/file"
            for round in 0..<600 {
                var bytes = whole
                if round % 3 == 0 {
                    bytes.removeLast(generator.integer(in: 1..<bytes.count))
                } else {
                    for _ in 0...generator.integer(in: 0..<3) {
                        bytes[generator.integer(in: 0..<headerSize)] = UInt8(generator.integer(in: 0..<256))
                    }
                }
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                do {
                    let checkpoint = try Checkpoint(contentsOf: path)
                    for name in checkpoint.names { _ = try checkpoint.tensor(name) }
                } catch let error as FileError {
                    #expect(error.path == path)
                }
            }
        }
    }

    @Test("A file that shrinks while it is open gives an error")
    func shrinking() throws {
        try withFolder { folder in
            let path = "\(folder)/file"
            var checkpoint = Checkpoint()
            checkpoint.store(Tensor(zeros: [5000]), as: "a")
            try checkpoint.write(to: path)
            let open = try Checkpoint(contentsOf: path)
            truncate(path, 1000)
            #expect(fileError { _ = try open.tensor("a") }?.remedy.contains("cut off") == true)
        }
    }
}
