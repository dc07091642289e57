import Basics
import FaceGeneration
import TensorCore
import Testing

@Suite struct MeasureTests {
    @Test("The eigenvalues and vectors of a matrix make it again")
    func eigensystem() {
        var generator = SeededGenerator(seed: 1)
        var matrix = SymmetricMatrix(zeros: 7)
        for row in 0..<7 { for column in 0...row { matrix[row, column] = Double(generator.normal()) } }
        let same = matrix.mapped { $0 }
        for row in 0..<7 { for column in 0..<7 { #expect(abs(same[row, column] - matrix[row, column]) < 1e-12) } }
        let (values, vectors) = matrix.eigensystem
        #expect(abs(values.reduce(0, +) - matrix.trace) < 1e-12)
        for (value, vector) in zip(values, vectors) {
            for row in 0..<7 {
                let image = (0..<7).reduce(0) { $0 + matrix[row, $1] * vector[$1] }
                #expect(abs(image - value * vector[row]) < 1e-12)
            }
        }
    }

    @Test("Principal components: rows of two directions are rebuilt from two, and from one only as far as it reaches")
    func principalComponents() {
        var generator = SeededGenerator(seed: 2)
        let axes = Tensor([1.8, 2.4, 0, 0, 0, 1], shape: [2, 3])
        let weights = Tensor(normalWithMean: 0, shape: [40, 2], using: &generator)
        let rows = (weights.matrixProduct(axes) + 5).reshaped(to: [40, 3, 1])
        let both = PrincipalComponents(of: rows, count: 2)
        #expect(meanSquaredError(both.rebuilt(rows), rows).item < 1e-9)
        let one = PrincipalComponents(of: rows, count: 1)
        let variances = both.variances(of: rows)
        #expect(abs(one.variances(of: rows)[0] - variances[0]) < 1e-3)
        #expect(abs(3 * meanSquaredError(one.rebuilt(rows), rows).item - variances[1]) < 1e-3)
    }

    @Test("The Fréchet distance of Gaussians that are known")
    func frechetDistance() {
        // Along one axis: (µ₁ − µ₂)² + (σ₁ − σ₂)².
        let a = GaussianFit(of: Tensor([-1, 1], shape: [2, 1]))
        let b = GaussianFit(of: Tensor([2, 8], shape: [2, 1]))
        #expect(abs(a.frechetDistance(to: b) - (25 + 8)) < 1e-9)
        #expect(abs(a.frechetDistance(to: a)) < 1e-9)

        // A turn of the axes changes nothing.
        var generator = SeededGenerator(seed: 2)
        let rows = Tensor(normalWithMean: 0, shape: [50, 3], using: &generator)
        let stretched = rows * Tensor([1, 2, 0], shape: [1, 3]) + Tensor([0, 1, 1], shape: [1, 3])
        let turn = Tensor([0.6, -0.8, 0, 0.8, 0.6, 0, 0, 0, 1], shape: [3, 3])
        let distance = GaussianFit(of: rows).frechetDistance(to: GaussianFit(of: stretched))
        let turned = GaussianFit(of: rows.matrixProduct(turn))
            .frechetDistance(to: GaussianFit(of: stretched.matrixProduct(turn)))
        #expect(distance > 1 && abs(distance - turned) < 1e-4)
    }

    @Test("Sharpness, spread and effective counts of pictures that are known")
    func pictures() {
        let stripes = Tensor(shape: [2, 1, 4, 4]) { for index in $0.indices { $0[index] = Float(index % 2) } }
        #expect(PictureMeasures.gradientEnergy(of: stripes) == 1)
        #expect(PictureMeasures.gradientEnergy(of: Tensor(repeating: 0.3, shape: [2, 3, 4, 4])) == 0)
        #expect(PictureMeasures.spread(of: stripes) == 0)
        let black = Tensor(zeros: [1, 3, 2, 2])
        let blackAndWhite = Tensor.concatenated([black, black + 1], axis: 0)
        #expect(abs(PictureMeasures.spread(of: blackAndWhite) - 1) < 1e-6)
        #expect(abs(PictureMeasures.effectiveCount(of: [0, 1, 2, 0, 1, 2]) - 3) < 1e-9)
        #expect(PictureMeasures.effectiveCount(of: [4, 4, 4]) == 1)
    }

    @Test("A thumbnail is the grey mean of each of 8×8 squares")
    func thumbnails() {
        let pictures = Tensor(shape: [1, 3, 16, 16]) { numbers in
            // The left half of the first channel alone is bright.
            numbers.update(repeating: 0)
            for index in 0..<256 where index % 16 < 8 { numbers[index] = 0.6 }
        }
        let thumbnail = PictureMeasures.thumbnails(of: pictures)
        #expect(thumbnail.shape == [1, 64])
        #expect(thumbnail.scalars.enumerated().allSatisfy { abs($1 - ($0 % 8 < 4 ? 0.2 : 0)) < 1e-6 })
    }
}
