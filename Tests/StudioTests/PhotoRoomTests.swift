import Foundation
import Pictures
import Stylization
import Testing

@testable import Studio

/// What is asked of the room of photographs, and what comes back.
@Suite("The room Photo")
struct PhotoRoomTests {
    /// Turns colours round, and says by the first pixel whether brightness was to be kept.
    private struct Negative: PhotographStyle {
        func stylise(_ photograph: Picture, keepingBrightness: Bool) -> Picture {
            var result = photograph.converted(to: .rgb)
            for index in result.samples.indices { result.samples[index] = 255 - result.samples[index] }
            result.samples[0] = keepingBrightness ? 1 : 2
            return result
        }
    }

    private static let networks = RunningStudio.networks(styles: [
        ("negative", { Negative() }), ("summer", { Painter(.summer) }),
    ])

    /// 40 × 24 pixels of slowly changing colour.
    private static let photograph: Picture = {
        var picture = Picture(width: 40, height: 24, format: .rgb, filledWith: [0, 0, 0])
        for y in 0..<24 {
            for x in 0..<40 {
                (picture[x, y, 0], picture[x, y, 1], picture[x, y, 2]) = (UInt8(6 * x), UInt8(10 * y), 90)
            }
        }
        return picture
    }()

    private struct Request: Codable {
        var photo: String
        var style: String?
        var size: Int?
        var keepsBrightness: Bool?
    }

    private static func open(_ studio: RunningStudio, _ picture: Picture = photograph) async throws -> String {
        let answer = try await studio.ask("photo/open", picture.encodedAsPNG())
        let info = try JSONSerialization.jsonObject(with: Data(answer?.body ?? [])) as? [String: Any]
        #expect((info?["width"] as? Int, info?["height"] as? Int) == (picture.width, picture.height))
        return try #require(info?["photo"] as? String)
    }

    @Test("A style is chosen by one of the names that are listed; the first if none is named")
    func styles() async throws {
        try await RunningStudio.with(Self.networks) { studio in
            let names = try await studio.ask("photo/styles", [])
            #expect(names?.text == #"["negative","summer","none"]"#)
            let photo = try await Self.open(studio)
            func drawn(_ request: Request) async throws -> Picture {
                let answer = try await studio.askJSON("photo/stylize", request)
                #expect(answer?.status == 200, "\(answer?.text ?? "")")
                return try Picture(decoding: answer?.body ?? [], named: "drawn")
            }
            let negative = Negative().stylise(Self.photograph, keepingBrightness: false)
            #expect(try await drawn(Request(photo: photo)) == negative)
            #expect(try await drawn(Request(photo: photo, style: "negative")) == negative)
            #expect(
                try await drawn(Request(photo: photo, style: "summer")) == Painter(.summer).stylise(Self.photograph))
            #expect(try await drawn(Request(photo: photo, keepsBrightness: true)).samples[0] == 1)
            let small = try await drawn(Request(photo: photo, size: 16))
            #expect((small.width, small.height) == (27, 16))
        }
    }

    @Test("An unknown style, a strange size and what is no request are refused, and told what there is")
    func hostile() async throws {
        try await RunningStudio.with(Self.networks) { studio in
            let photo = try await Self.open(studio)
            let unknown = try await studio.askJSON("photo/stylize", Request(photo: photo, style: "oil"))
            #expect(unknown?.status == 400 && unknown?.text.contains("negative, summer, none") == true)
            for size in [-1, 0, 15, 10_001, Int.max] {
                let answer = try await studio.askJSON("photo/stylize", Request(photo: photo, size: size))
                #expect(answer?.status == 400, "\(size)")
            }
            for text in ["", "{}", #"{"photo":1}"#, #"{"photo":"\#(photo)","style":0}"#, "\u{0}\u{1}"] {
                #expect(try await studio.ask("photo/stylize", Array(text.utf8))?.status == 400, "\(text)")
            }
            let missing = try await studio.askJSON("photo/stylize", Request(photo: photo, style: "none"))
            #expect(missing?.status == 422 && missing?.text.contains("no such file") == true)
        }
    }

    @Test("Only the latest photographs are kept: of an older one the page is told to send it again")
    func shelf() async throws {
        try await RunningStudio.with(Self.networks) { studio in
            var photos: [String] = []
            for _ in 0..<5 { photos.append(try await Self.open(studio)) }
            #expect(try await studio.askJSON("photo/stylize", Request(photo: photos[0]))?.status == 410)
            #expect(try await studio.askJSON("photo/stylize", Request(photo: photos[4]))?.status == 200)
            #expect(try await studio.askJSON("photo/stylize", Request(photo: "../etc/passwd"))?.status == 410)
        }
    }

    @Test("A damaged file is called damaged, without what its decoder says, and with a way out")
    func damage() async throws {
        try await RunningStudio.with(Self.networks) { studio in
            let png = try Self.photograph.encodedAsPNG()
            let jpeg = try Self.photograph.encodedAsJPEG(quality: 90)
            var broken = png
            for place in 60..<min(120, broken.count) { broken[place] ^= 0x5A }
            for (bytes, words) in [
                (Array(png.prefix(70)), "The file is a damaged PNG file. Get"), (broken, "The file is a damaged PNG"),
                (Array(jpeg.prefix(30)), "The file is a damaged JPEG file. Get"),
                (Array("GIF89a".utf8), "The file is not a PNG or JPEG but a GIF file. "), ([], "The file is empty. "),
            ] {
                let answer = try await studio.ask("photo/open", bytes)
                #expect(answer?.status == 422 && answer?.text.contains(words) == true, "\(answer?.text ?? "")")
            }
        }
    }

    @Test("Who goes away while a photograph is painted harms nobody else")
    func goingAway() async throws {
        try await RunningStudio.with(Self.networks) { studio in
            let photo = try await Self.open(studio)
            let body = Array(try JSONEncoder().encode(Request(photo: photo, style: "summer")))
            let bytes = studio.request("POST", "/\(studio.token)/api/photo/stylize", body)
            for _ in 0..<8 { _ = try await studio.client.send(bytes, isGoingAway: true) }
            var status: Int?
            for _ in 0..<50 where status != 200 {
                status = try await studio.askJSON("photo/stylize", Request(photo: photo))?.status
            }
            #expect(status == 200)
        }
    }
}
