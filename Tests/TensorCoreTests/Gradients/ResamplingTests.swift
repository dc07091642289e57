import TensorCore
import Testing

/// Pooling against plain loops and differences.
@Suite("Pooling") struct PoolingTests {
    @Test(
        arguments: [[1, 1, 5, 5], [2, 3, 7, 6], [3, 2, 5, 11], [1, 9, 20, 21]],
        [(1, 1), (2, 2), (2, 1), (3, 2), (3, 3), (2, 3), (5, 4), (5, 1)] as [(Int, Int)])
    func windows(shape: [Int], window: (size: Int, stride: Int)) {
        var inputs = Inputs(seed: 60)
        let (size, stride) = window
        checkGradients(of: "maxPooled(size: \(size), stride: \(stride))", [inputs.distinct(shape)]) {
            $0[0].maxPooled(size: size, stride: stride)
        } twin: {
            $0[0].maxPooled(size: size, stride: stride)
        }
        checkGradients(of: "averagePooled(size: \(size), stride: \(stride))", [inputs.normal(shape)]) {
            $0[0].averagePooled(size: size, stride: stride)
        } twin: {
            $0[0].averagePooled(size: size, stride: stride)
        }
    }

    @Test func oneNumber() {
        checkGradients(of: "maxPooled", [Tensor([3], shape: [1, 1, 1, 1])]) {
            $0[0].maxPooled(size: 1)
        } twin: {
            $0[0]
        }
    }

    /// Of equal numbers the first gets the gradient; a window with something that is no number shows it.
    @Test func tiesAndNotANumber() throws {
        let tape = Tape()
        let input = tape.variable(Tensor([1, 2, 2, 2], shape: [1, 1, 2, 2]))
        let gradients = tape.gradients(of: input.maxPooled(size: 2))
        #expect(try #require(gradients[input]).scalars == [0, 1, 0, 0])
        let broken = Tensor([.infinity, .nan, 1, 2], shape: [1, 1, 2, 2])
        #expect(broken.maxPooled(size: 2).item.isNaN)
        let negative = Tensor(repeating: -.infinity, shape: [1, 1, 2, 2])
        #expect(negative.maxPooled(size: 2).item == -.infinity)
    }
}

/// Resizing against plain loops and differences.
@Suite("Resizing") struct ResizingTests {
    @Test(
        arguments: Resampling.allCases,
        [
            ([1, 1, 1, 1], 1, 1), ([1, 1, 1, 1], 3, 4), ([2, 3, 4, 5], 8, 10), ([1, 2, 8, 10], 4, 5),
            ([2, 1, 3, 7], 5, 4),
            ([1, 2, 5, 3], 5, 3), ([1, 3, 6, 5], 1, 1), ([1, 2, 9, 4], 4, 13), ([3, 2, 1, 6], 4, 2),
            ([1, 1, 7, 1], 3, 5),
        ] as [([Int], Int, Int)])
    func sizes(method: Resampling, size: ([Int], Int, Int)) {
        var inputs = Inputs(seed: 61)
        let (shape, height, width) = size
        checkGradients(of: "resized to \(height)x\(width), \(method)", [inputs.normal(shape)]) {
            $0[0].resized(toHeight: height, width: width, method)
        } twin: {
            $0[0].resized(toHeight: height, width: width, method)
        }
    }

    /// Half-pixel centres: enlarged by two, the numbers lie a quarter and three quarters between their neighbours.
    /// TensorFlow 1 keeps every other number as it was.
    @Test func conventions() {
        let row = Tensor([0, 4, 8], shape: [1, 1, 1, 3])
        #expect(row.resized(toHeight: 1, width: 6, .bilinear).scalars == [0, 1, 3, 5, 7, 8])
        #expect(row.resized(toHeight: 1, width: 6, .bilinearTensorFlow1).scalars == [0, 2, 4, 6, 8, 8])
        #expect(row.resized(toHeight: 1, width: 6, .nearest).scalars == [0, 0, 4, 4, 8, 8])
        #expect(row.resized(toHeight: 1, width: 2, .nearest).scalars == [0, 4])
    }

    /// A picture that is one colour stays it, to the bit, at any size.
    @Test(arguments: Resampling.allCases)
    func constantsStay(method: Resampling) {
        let plain = Tensor(repeating: 0.1, shape: [1, 1, 13, 7])
        for (height, width) in [(13, 7), (27, 31), (5, 3), (64, 1)] {
            let resized = plain.resized(toHeight: height, width: width, method)
            #expect(resized == Tensor(repeating: 0.1, shape: [1, 1, height, width]))
        }
    }
}

/// Padding against plain loops and differences.
@Suite("Padding") struct PaddingTests {
    static let paddings: [Padding] = [
        Padding(0), Padding(1), Padding(2), Padding(bottom: 1, right: 1), Padding(top: 1), Padding(left: 3),
        Padding(top: 2, bottom: 1, left: 0, right: 3), Padding(top: 3, bottom: 3, left: 4, right: 4),
    ]

    @Test(arguments: [[1, 1, 4, 5], [2, 3, 4, 5], [3, 2, 5, 6], [4, 5], [2, 4, 6]] as [[Int]], paddings)
    func aroundThePicture(shape: [Int], padding: Padding) {
        var inputs = Inputs(seed: 62)
        let input = [inputs.normal(shape)]
        for mode in [PaddingMode.zero, .reflect] {
            checkGradients(of: "padded(\(padding), \(mode))", input, tolerance: 1e-6) {
                $0[0].padded(padding, with: mode)
            } twin: {
                $0[0].padded(padding, with: mode)
            }
        }
    }

    /// Zeros may be more than the picture; reflection may go as far as the last number.
    @Test func extremes() {
        var inputs = Inputs(seed: 63)
        let small = [inputs.normal([1, 2, 1, 1])]
        checkGradients(of: "padded(5)", small) {
            $0[0].padded(Padding(5))
        } twin: {
            $0[0].padded(Padding(5))
        }
        checkGradients(of: "padded(0, reflect)", small) {
            $0[0].padded(Padding(0), with: .reflect)
        } twin: {
            $0[0].padded(Padding(0), with: .reflect)
        }
        let row = Tensor([1, 2, 3], shape: [1, 3]).padded(Padding(left: 2, right: 2), with: .reflect)
        #expect(row == Tensor([3, 2, 1, 2, 3, 2, 1], shape: [1, 7]))
    }
}
