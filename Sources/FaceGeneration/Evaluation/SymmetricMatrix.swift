import Basics

/// A small symmetric matrix in double precision, such as the covariance of some features.
public struct SymmetricMatrix: Sendable, Equatable {
    public let size: Int
    /// Row by row.
    private var numbers: [Double]

    public init(zeros size: Int) {
        self.size = size
        numbers = [Double](repeating: 0, count: size * size)
    }

    /// The element at a row and a column; setting it sets its mirror image too.
    public subscript(row: Int, column: Int) -> Double {
        get { numbers[row * size + column] }
        set {
            numbers[row * size + column] = newValue
            numbers[column * size + row] = newValue
        }
    }

    /// The sum of the diagonal.
    public var trace: Double { (0..<size).reduce(0) { $0 + self[$1, $1] } }

    /// What `transform` makes of the eigenvalues, with the same eigenvectors: the square root of a matrix, for instance.
    public func mapped(_ transform: (Double) -> Double) -> SymmetricMatrix {
        let (values, vectors) = eigensystem
        let changed = values.map(transform)
        var result = SymmetricMatrix(zeros: size)
        for row in 0..<size {
            for column in 0...row {
                result[row, column] = (0..<size).reduce(0) {
                    $0 + vectors[$1][row] * changed[$1] * vectors[$1][column]
                }
            }
        }
        return result
    }

    /// self · other · self, which is symmetric too.
    public func framing(_ other: SymmetricMatrix) -> SymmetricMatrix {
        precondition(size == other.size, "SymmetricMatrix: sizes \(size) and \(other.size)")
        var product = [Double](repeating: 0, count: size * size)
        for row in 0..<size {
            for column in 0..<size {
                product[row * size + column] = (0..<size).reduce(0) { $0 + self[row, $1] * other[$1, column] }
            }
        }
        var result = SymmetricMatrix(zeros: size)
        for row in 0..<size {
            for column in 0...row {
                result[row, column] = (0..<size).reduce(0) { $0 + product[row * size + $1] * self[$1, column] }
            }
        }
        return result
    }

    /// The eigenvalues, and an eigenvector of length 1 for each, by Jacobi's rotations (1846): each makes one element off
    /// the diagonal zero, and sweeps over all of them end after a few rounds.
    public var eigensystem: (values: [Double], vectors: [[Double]]) {
        var matrix = self
        var vectors = (0..<size).map { place in (0..<size).map { $0 == place ? 1.0 : 0 } }
        let scale = max(numbers.reduce(0) { $0 + $1 * $1 }, .leastNormalMagnitude)
        for _ in 0..<50 {
            var rest = 0.0
            for p in 0..<size {
                for q in p + 1..<max(size, p + 1) {
                    rest += matrix[p, q] * matrix[p, q]
                    matrix.rotate(p, q, &vectors)
                }
            }
            if rest <= 1e-24 * scale { break }
        }
        return ((0..<size).map { matrix[$0, $0] }, vectors)
    }

    /// Turns the axes p and q so that the element between them becomes 0.
    private mutating func rotate(_ p: Int, _ q: Int, _ vectors: inout [[Double]]) {
        let between = self[p, q]
        guard between != 0 else { return }
        let ratio = (self[q, q] - self[p, p]) / (2 * between)
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        let (pp, qq) = (self[p, p], self[q, q])
        for other in 0..<size where other != p && other != q {
            let (a, b) = (self[other, p], self[other, q])
            self[other, p] = cosine * a - sine * b
            self[other, q] = sine * a + cosine * b
        }
        self[p, p] = pp - tangent * between
        self[q, q] = qq + tangent * between
        self[p, q] = 0
        for index in 0..<size {
            let (a, b) = (vectors[p][index], vectors[q][index])
            vectors[p][index] = cosine * a - sine * b
            vectors[q][index] = sine * a + cosine * b
        }
    }
}
