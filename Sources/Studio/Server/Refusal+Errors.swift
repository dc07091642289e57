import Files
import FlyingSocks
import Pictures

extension Refusal {
    /// What the page is told of an error: what is wrong in plain words, and a way out.
    init(of error: any Error) {
        switch error {
        case let error as Refusal: self = error
        case let error as PictureError: self.init(.unusable, Self.sentence(error.path, error.problem, error.remedy))
        case let error as FileError: self.init(.unusable, Self.sentence(error.path, error.problem, error.remedy))
        case is SocketError: self.init(.badRequest, "The connection broke off before all had come. Try it again.")
        case is CancellationError: self.init(.busy, "The studio is closing. Start it again and reload the page.")
        default:
            self.init(
                .failed,
                "The studio could not do this. Reload the page, which keeps your work; if it happens again, start the studio anew."
            )
        }
    }

    /// What a decoder says of damage is for its authors: that a file is damaged is enough.
    private static func sentence(_ path: String, _ problem: String, _ remedy: String) -> String {
        let isDamage = problem.hasPrefix("is a damaged ")
        let plain = isDamage ? problem.prefix { $0 != ":" } : problem[...]
        return "\(path) \(plain). \(remedy)."
    }
}
