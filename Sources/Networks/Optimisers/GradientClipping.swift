import TensorCore

extension Optimiser {
    /// Makes a step against the gradients, shortened so that their norm is at most `limit` (Pascanu et al., *On the
    /// difficulty of training recurrent neural networks*, 2013, algorithm 1). Gives the norm before.
    ///
    /// The norm is that of the gradients of all parameters taken as one vector.
    @discardableResult
    public func step(_ gradients: Gradients, clippedToNorm limit: Float) -> Float {
        let norm = gradients.norm(of: parameters.map(\.parameter))
        // The small number is PyTorch's; it keeps a norm of zero from dividing.
        step(gradients, scaledBy: min(1, limit / (norm + 1e-6)))
        return norm
    }
}

extension Gradients {
    /// The length of the gradients of the given parameters, taken as one vector.
    public func norm(of parameters: [Parameter]) -> Float {
        let squares = parameters.map { parameter in
            self[parameter]?.withScalars { $0.reduce(Double(0)) { $0 + Double($1) * Double($1) } } ?? 0
        }
        return Float(squares.reduce(0, +).squareRoot())
    }
}
