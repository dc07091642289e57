import Basics
import TensorCore

// The article's second stage: a network like the first, which is given a drawing of four times the size, and in the place
// of hints the first stage's colours, enlarged.

/// The second stage's input `[batch, 4, height, width]`: the line, and the first stage's colours `[batch, 3, h, w]` enlarged,
/// with the hints over them where there are any.
public func secondStageInput(lines: Tensor, colors: Tensor, hints: Tensor? = nil) -> Tensor {
    colorizerInput(
        lines: lines, hints: enlarged(colors, height: lines.shape[2], width: lines.shape[3], under: hints))
}

/// Colours `[batch, 3, h, w]` enlarged, with the hints over them where there are any.
func enlarged(_ colors: Tensor, height: Int, width: Int, under hints: Tensor?) -> Tensor {
    let enlarged = colors.resized(toHeight: height, width: width, .bilinear)
    return hints.map { enlarged.covered(byHints: $0) } ?? enlarged
}

/// The side of the second stage's pictures in those of the first.
public let secondStageScale = 4

extension Tensor {
    /// These colours, and over them the hints where there are any.
    func covered(byHints hints: Tensor) -> Tensor {
        precondition(shape == hints.shape, "hints: colours \(shape), hints \(hints.shape)")
        return Tensor(shape: shape) { result in
            withScalars { colors in
                hints.withScalars { hints in
                    for i in result.indices { result[i] = hints[i] == Tensor.noHint ? colors[i] : hints[i] }
                }
            }
        }
    }
}
