/// What the results of a folder's files are called, so that none takes another's place.
///
/// A result has its file's stem: `cat.png` of `cat.jpg`. Where several files share a stem each keeps its ending too:
/// `cat.jpg.png` and `cat.png.png`. Names that differ in case only are taken for the same, as some file systems do.
package struct ResultNames {
    /// In the order of the files, without the result's own ending.
    package let names: [String]

    /// For file names without folders. A name leaves room for `suffix` bytes within the 255 that a name may have.
    package init(of files: [String], suffix: Int = 4) {
        var isTaken: Set<String> = []
        let counts = Dictionary(grouping: files) { Self.stem(of: $0).lowercased() }
        names = files.map { file in
            let stem = Self.stem(of: file)
            let isOnly = counts[stem.lowercased(), default: []].count == 1
            let wanted = Self.cut(isOnly ? stem : file, to: 255 - suffix)
            var (name, number) = (wanted, 1)
            while !isTaken.insert(name.lowercased()).inserted {
                number += 1
                name = Self.cut(wanted, to: 250 - suffix - "\(number)".count) + "-\(number)"
            }
            return name
        }
    }

    /// A path's last part, without the ending.
    package static func stem(of path: String) -> String {
        let file = Files.name(of: path)
        guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return file }
        return String(file[..<dot])
    }

    /// As many whole letters of a name as fit into so many bytes.
    private static func cut(_ name: String, to bytes: Int) -> String {
        var cut = name
        while cut.utf8.count > bytes { cut.removeLast() }
        return cut
    }
}
