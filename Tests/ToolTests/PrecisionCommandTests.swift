import Basics
import Files
import Models
import Networks
import Pictures
import TensorCore
import TestSupport
import Testing

@Suite("Precision as an option")
struct PrecisionCommandTests {
    @Test("color and stylize take a precision, and compute in float32, with a remark, where the processor lacks it")
    func precision() throws {
        try withTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 5)
            try UNet(width: 8).initialised(using: &generator).save(to: "\(folder)/c.safetensors")
            try LightAnimeGenerator(width: 8).initialised(using: &generator).save(to: "\(folder)/s.safetensors")
            try Picture(width: 61, height: 43, format: .grey, filledWith: [200]).write(to: "\(folder)/a.png")
            let nurie = try Program("nurie")
            for (command, weights, result) in [("color", "c", ".png"), ("stylize", "s", "/a.png")] {
                func made(_ name: String, _ precision: String, kernels: String) throws -> (bytes: [UInt8], String) {
                    let outcome = try nurie.run(
                        command, "\(folder)/a.png", "--weights", "\(folder)/\(weights).safetensors", "--precision",
                        precision, "--output", "\(folder)/\(name)\(command == "color" ? ".png" : "")",
                        environment: ["NURIE_KERNELS": kernels])
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    return (try Files.read("\(folder)/\(name)\(result)"), outcome.errors)
                }
                let (plain, silence) = try made("\(command)-plain", "float32", kernels: "plain")
                let (rounded, remark) = try made("\(command)-rounded", "bfloat16", kernels: "plain")
                #expect(plain == rounded && !silence.contains("bfloat16"))
                #expect(remark.contains("This processor does not multiply bfloat16"))
                let (_, other) = try made("\(command)-own", "bfloat16", kernels: "avx512")
                #expect(other.contains("bfloat16") == !ProductPrecision.bfloat16.isSupported)
            }
        }
    }
}
