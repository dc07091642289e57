import TensorCore

extension DoubleTensor {
    /// Reflecting leaves the border's own row out: 2 1 | 0 1 2 3 | 2 1.
    func padded(_ padding: Padding, with mode: PaddingMode = .zero) -> DoubleTensor {
        func source(_ index: Int, _ length: Int) -> Int? {
            if index >= 0 && index < length { return index }
            switch mode {
            case .zero: return nil
            case .reflect: return index < 0 ? -index : 2 * (length - 1) - index
            }
        }
        let (height, width) = (shape[rank - 2], shape[rank - 1])
        let newSides = [height + padding.top + padding.bottom, width + padding.left + padding.right]
        return DoubleTensor(shape: shape.dropLast(2) + newSides) { indices in
            guard let row = source(indices[rank - 2] - padding.top, height),
                let column = source(indices[rank - 1] - padding.left, width)
            else { return 0 }
            return self[indices.dropLast(2) + [row, column]]
        }
    }
}
