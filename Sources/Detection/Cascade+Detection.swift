import Basics
import Pictures
import TensorCore

extension Cascade {
    /// Where the picture shows what the cascade was trained to find, whatever its size: the boxes that OpenCV's
    /// `detectMultiScale` finds on the same picture, in the order of one thread.
    ///
    /// - Parameters:
    ///   - picture: Of any format. Drawings are found best when the levels of the grey picture are equalised before
    ///     (``FaceDetector`` does so).
    ///   - scaleFactor: How many times as large the window is from one pass to the next, more than 1.
    ///   - minimumNeighbours: How many windows beside the first have to agree before it counts; with 0 each window is
    ///     given as it is. More make misses likelier and false alarms rarer.
    ///   - minimumSize: Smaller windows are not looked at.
    ///   - maximumSize: Larger windows are not looked at.
    public func detect(
        in picture: Picture, scaleFactor: Double = 1.1, minimumNeighbours: Int = 3,
        minimumSize: Picture.Size? = nil, maximumSize: Picture.Size? = nil
    ) -> [Picture.Box] {
        precondition(scaleFactor > 1, "detect: a scale factor of \(scaleFactor) leads nowhere")
        let grey = picture.greyAsInOpenCV()
        let size = Picture.Size(width: picture.width, height: picture.height)
        let pyramid = Pyramid(
            of: size, for: self, factor: scaleFactor, minimumSize: minimumSize, maximumSize: maximumSize)
        let windows = pyramid.levels.flatMap { level in
            acceptedPlaces(in: level.picture(from: grey), level).map { level.box(x: $0.x, y: $0.y) }
        }
        let whole = Picture.Box(x: 0, y: 0, width: picture.width, height: picture.height)
        return Picture.Box.grouped(windows, minimumNeighbours: minimumNeighbours)
            .map { $0.intersection(whole) }
            .filter { $0.area > 0 }
    }

    /// The places of a level at which every stage lets the window pass, row by row.
    func acceptedPlaces(in picture: Picture, _ level: Pyramid.Level) -> [(x: Int, y: Int)] {
        let integral = IntegralPicture(picture)
        let evaluator = CascadeEvaluator(self, stride: integral.stride)
        let rows = Array(stride(from: 0, to: level.rows.upperBound, by: level.step))
        var columns = [[Int]](repeating: [], count: rows.count)
        columns.withUnsafeMutableBufferPointer { columns in
            integral.sums.withUnsafeBufferPointer { sums in
                guard let start = sums.baseAddress else { return }
                // Each row writes to its own place only.
                nonisolated(unsafe) let columns = columns
                inParallelPieces(of: rows.count, size: 8) { piece in
                    for index in piece {
                        evaluator.acceptedColumns(
                            ofRow: start + rows[index] * integral.stride, count: level.columns, step: level.step
                        ) { columns[index].append($0) }
                    }
                }
            }
        }
        return zip(rows, columns).flatMap { row, columns in columns.map { (x: $0, y: row) } }
    }
}
