import Basics
import Figures
import Models
import TensorCore
import Training

/// How the U-net's cost grows with the size of a picture and with the batch: it should grow as the work does.
enum Scaling {
    static func run(repeats: Int, folder: String) throws {
        var generator = SeededGenerator(seed: 0)
        let network = UNet().initialised(using: &generator)
        func seconds(batch: Int, side: Int) -> Double {
            let x = Tensor(uniformIn: 0...1, shape: [batch, 4, side, side], using: &generator)
            return Timing(of: { _ = network(x, .inference) }, repeats: repeats, warmUp: 1).median
        }
        let sides = [64, 128, 256, 512, 1024]
        let perPixel = sides.map { side -> Double in
            let time = seconds(batch: 1, side: side)
            let perPixel = time / Double(side * side) * 1e9
            Console.say("side \(side): \(rounded(time)) s, \(rounded(perPixel)) ns a pixel")
            return perPixel
        }
        let batches = [1, 2, 4, 8, 16, 32]
        let perPicture = batches.map { batch -> Double in
            let time = seconds(batch: batch, side: 128)
            let perPicture = time / Double(batch) * 1e3
            Console.say("batch \(batch): \(rounded(time)) s, \(rounded(perPicture)) ms a picture")
            return perPicture
        }
        let all = Threads.count
        let together = seconds(batch: 4, side: 128)
        Threads.count = 1
        let alone = seconds(batch: 4, side: 128)
        Threads.count = all
        Console.say("\(all) threads are \(rounded(alone / together)) times as fast as 1")

        let bySize = Figure("By size, batch 1", x: "side (pixels)", y: "time per pixel (ns)")
            .curve(sides, perPixel, "inference").logarithmicX().yRange(0...1.2 * perPixel.max()!)
        let byBatch = Figure("By batch, 128×128", x: "pictures in a batch", y: "time per picture (ms)")
            .curve(batches, perPicture, "inference").logarithmicX().yRange(0...1.2 * perPicture.max()!)
        Console.say(try Panels("The U-net's cost", [bySize, byBatch]).write(to: folder, named: "scaling"))
    }
}
