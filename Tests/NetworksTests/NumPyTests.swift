import Basics
import Files
import Foundation
@testable import Networks
import TensorCore
import Testing

@Suite struct NumPyFiles {
    @Test(
        "Arrays that NumPy wrote are read, in every format, order and version",
        arguments: [
            "f2", "f4", "f8", "u1", "i1", "u2", "i2", "i4", "i8", "b1", "columns", "single", "row", "empty",
            "version-2",
            "version-3",
        ])
    func arrays(name: String) throws {
        let expected = try Checkpoint(contentsOf: reference("arrays.safetensors")).tensor(name)
        #expect(try NumPy.read(reference("numpy/\(name).npy")) == expected)
    }

    @Test(
        "Archives that NumPy wrote are read, stored, packed, and as those of more than 4 GiB are",
        arguments: ["stored", "packed", "zip64"])
    func archives(name: String) throws {
        let expected = try Checkpoint(contentsOf: reference("arrays.safetensors"))
        let arrays = try NumPy.readArchive(reference("numpy/\(name).npz"))
        #expect(arrays.keys.sorted() == ["a", "layer/W"])
        for (key, tensor) in arrays { #expect(try tensor == expected.tensor("archive.\(key)")) }
    }

    @Test("What is written is read again", arguments: [[], [0], [5], [2, 3], [1, 2, 3, 4]])
    func roundTrip(shape: [Int]) throws {
        var generator = SeededGenerator(seed: 1)
        let tensor = Tensor(normalWithMean: 0, shape: shape, using: &generator)
        try withFolder { folder in
            try NumPy.write(tensor, to: "\(folder)/a.npy")
            #expect(try NumPy.read("\(folder)/a.npy") == tensor)
            #expect(try Files.read("\(folder)/a.npy").count % 64 == tensor.count * 4 % 64)
            for isCompressed in [false, true] {
                let arrays = ["b": tensor, "a/塗": -tensor]
                try NumPy.writeArchive(arrays, to: "\(folder)/a.npz", isCompressed: isCompressed)
                #expect(try NumPy.readArchive("\(folder)/a.npz") == arrays)
            }
        }
    }

    @Test("An archive without arrays is an archive")
    func emptyArchive() throws {
        try withFolder { folder in
            try NumPy.writeArchive([:], to: "\(folder)/a.npz")
            #expect(try NumPy.readArchive("\(folder)/a.npz").isEmpty)
        }
    }

    @Test("What holds no plain numbers is refused", arguments: ["big-endian", "complex", "fields", "objects"])
    func refused(name: String) throws {
        let path = try reference("numpy/refused-\(name).npy")
        #expect(fileError { _ = try NumPy.read(path) }?.path == path)
    }
}

@Suite struct HostileNumPyFiles {
    private func file(_ header: String, dataSize: Int) -> [UInt8] {
        [0x93] + Array("NUMPY".utf8) + [1, 0] + littleEndianBytes(of: UInt16(header.utf8.count)) + Array(header.utf8)
            + Array(repeating: 0, count: dataSize)
    }

    @Test(
        "Headers that lie are refused, and why is said",
        arguments: [
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 7, "holds 7 bytes"),
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 9, "holds 9 bytes"),
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (4611686018427387904, 4), }", 0, "impossible shape"),
            (
                "{'descr': '<f4', 'fortran_order': True, 'shape': (0, 2305843009213693952, 2305843009213693952), }",
                0,
                "impossible shape"
            ),
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }", 0, "header"),
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (-2,), }", 8, "header"),
            ("{'descr': '<f4', 'fortran_order': 'no', 'shape': (2,), }", 8, "header"),
            ("{'descr': '<f4', 'shape': (2,), }", 8, "header"),
            ("{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,), }", 8, "header"),
            ("{'descr': '', 'fortran_order': False, 'shape': (2,), }", 8, "type “”"),
            ("{'descr': '<f4', 'fortran_order': False, 'shape': (2,), } more", 8, "header"),
            ("{'descr", 8, "header"), ("", 8, "header"), ("{", 0, "header"),
        ])
    func lies(header: String, dataSize: Int, problem: String) throws {
        try withFolder { folder in
            try Files.replace("\(folder)/a.npy", with: file(header, dataSize: dataSize))
            let error = fileError { _ = try NumPy.read("\(folder)/a.npy") }
            #expect(error?.problem.contains(problem) == true, "\(error?.problem ?? "none")")
        }
    }

    @Test(
        "No change of a byte, and no cut, makes a crash: it is read, or an error names the file",
        arguments: ["columns.npy", "version-2.npy", "stored.npz", "packed.npz", "zip64.npz"])
    func fuzz(name: String) throws {
        var generator = SeededGenerator(seed: 2026)
        let whole = try Files.read(reference("numpy/\(name)"))
        try withFolder { folder in
            let path = "\(folder)/\(name)"
            for round in 0..<400 {
                var bytes = whole
                if round % 4 == 0 {
                    bytes.removeLast(generator.integer(in: 1..<bytes.count))
                } else {
                    for _ in 0...generator.integer(in: 0..<3) {
                        bytes[generator.integer(in: 0..<bytes.count)] = UInt8(generator.integer(in: 0..<256))
                    }
                }
                try Data(bytes).write(to: URL(fileURLWithPath: path))
                do {
                    if name.hasSuffix("npz") { _ = try NumPy.readArchive(path) } else { _ = try NumPy.read(path) }
                } catch let error as FileError {
                    #expect(error.path.hasPrefix(path))
                }
            }
        }
    }

    @Test("Bytes changed in a member are noticed by its checksum")
    func checksum() throws {
        var bytes = try Files.read(reference("numpy/stored.npz"))
        bytes[200] ^= 1
        try withFolder { folder in
            try Files.replace("\(folder)/a.npz", with: bytes)
            #expect(fileError { _ = try NumPy.readArchive("\(folder)/a.npz") }?.problem.contains("checksum") == true)
        }
    }

    @Test(
        "Places and counts of zip64 that lie are refused",
        // In the record behind the list, and in that which says where it stands.
        arguments: [("count", 56 + 42 - 32), ("size", 56 + 42 - 40), ("start", 56 + 42 - 48), ("record", 42 - 8)])
    func zip64(name: String, distance: Int) throws {
        var whole = try Files.read(reference("numpy/zip64.npz"))
        // Python keeps small numbers in the last record too; of a large archive the list's place does not fit.
        for index in whole.count - 6..<whole.count - 2 { whole[index] = 0xFF }
        try withFolder { folder in
            try Files.replace("\(folder)/a.npz", with: whole)
            #expect(try NumPy.readArchive("\(folder)/a.npz").count == 2)
            for number: UInt64 in [0, 1 << 40, 1 << 63, .max] {
                var bytes = whole
                let place = bytes.count - distance
                bytes.replaceSubrange(place..<place + 8, with: littleEndianBytes(of: number))
                try Files.replace("\(folder)/a.npz", with: bytes)
                // No members are an archive too; what is behind the places is not looked at.
                guard name != "count" || number != 0 else { continue }
                let error = fileError { _ = try NumPy.readArchive("\(folder)/a.npz") }
                #expect(error?.problem.contains("damaged") == true, "\(name) \(number)")
            }
        }
    }

    @Test("What an archive holds beside numbers is passed over and named, and the numbers are read")
    func passedOver() throws {
        let objects = try Files.read(reference("numpy/refused-objects.npy"))
        let numbers = try Files.read(reference("numpy/f4.npy"))
        try withFolder { folder in
            let path = "\(folder)/a.npz"
            try Files.replace(path) { writer in
                var archive = ZipWriter(path: path, isCompressed: true)
                try archive.add(numbers, named: "a.npy", to: &writer)
                try archive.add(objects, named: "objects.npy", to: &writer)
                try archive.add(Array("of 2024".utf8), named: "about.txt", to: &writer)
                try archive.finish(to: &writer)
            }
            #expect(try NumPy.readArchive(path) == ["a": NumPy.read(reference("numpy/f4.npy"))])
            let checkpoint = try Checkpoint(contentsOf: path)
            #expect(checkpoint.names == ["a"])
            #expect(checkpoint.passedOver == ["objects.npy", "about.txt"])
        }
    }
}
