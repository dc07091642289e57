extension Files {
    /// Whether a file that begins so is a web page: what a download gives where a link leads to a page about the file.
    public static func isWebPage(beginning bytes: some Collection<UInt8>) -> Bool {
        let text = String(decoding: bytes.prefix(256), as: UTF8.self).lowercased().drop(while: \.isWhitespace)
        return text.hasPrefix("<!doctype html") || text.hasPrefix("<html")
    }
}
