import TensorCore

extension DoubleTensor {
    /// What `window` makes of each window's numbers; windows that stick out are left out.
    private func pooled(size: Int, stride: Int, _ window: ([Double]) -> Double) -> DoubleTensor {
        let height = (shape[2] - size) / stride + 1
        let width = (shape[3] - size) / stride + 1
        return DoubleTensor(shape: [shape[0], shape[1], height, width]) { indices in
            var numbers: [Double] = []
            for u in 0..<size {
                for v in 0..<size {
                    numbers.append(self[indices[0], indices[1], indices[2] * stride + u, indices[3] * stride + v])
                }
            }
            return window(numbers)
        }
    }

    func maxPooled(size: Int, stride: Int) -> DoubleTensor {
        pooled(size: size, stride: stride) { $0.max() ?? 0 }
    }

    func averagePooled(size: Int, stride: Int) -> DoubleTensor {
        pooled(size: size, stride: stride) { $0.reduce(0, +) / Double($0.count) }
    }

    func resized(toHeight height: Int, width: Int, _ method: Resampling) -> DoubleTensor {
        /// The two neighbours of a place between the pixels, and how much of the second is taken.
        func neighbours(_ index: Int, _ old: Int, _ new: Int) -> (Int, Int, Double) {
            let scale = Double(old) / Double(new)
            let place =
                switch method {
                case .nearest: Double(index * old / new)
                case .bilinear: (Double(index) + 0.5) * scale - 0.5
                case .bilinearTensorFlow1: Double(index) * scale
                }
            let inside = min(max(place, 0), Double(old - 1))
            let first = Int(inside)
            return (first, min(first + 1, old - 1), inside - Double(first))
        }
        return DoubleTensor(shape: [shape[0], shape[1], height, width]) { indices in
            let (top, bottom, down) = neighbours(indices[2], shape[2], height)
            let (left, right, across) = neighbours(indices[3], shape[3], width)
            func row(_ row: Int) -> Double {
                (1 - across) * self[indices[0], indices[1], row, left]
                    + across * self[indices[0], indices[1], row, right]
            }
            return (1 - down) * row(top) + down * row(bottom)
        }
    }
}
