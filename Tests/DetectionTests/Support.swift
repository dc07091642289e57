import Foundation

/// The cascade that the repository ships.
let shippedCascade = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Data/face-cascade.xml").path

/// A file beside the tests.
func reference(_ name: String) throws -> String {
    guard let folder = Bundle.module.resourcePath else { throw CocoaError(.fileNoSuchFile) }
    return "\(folder)/Reference/\(name)"
}
