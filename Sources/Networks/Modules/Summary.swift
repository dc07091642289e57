import TensorCore

/// The layers of a network in the order in which they run, with their output shapes and parameters.
///
/// ```
/// layer    kind           output            parameters
/// c0.conv  Convolution    [1, 32, 128, 128]      1,184
/// c0.norm  BatchNorm      [1, 32, 128, 128]         64
/// total                                          1,248
/// ```
public struct Summary: Sendable, Equatable, CustomStringConvertible {
    public struct Row: Sendable, Equatable {
        /// The layer's name in the network, such as `c0.conv`.
        public let name: String
        /// What layer it is, such as `Convolution`.
        public let kind: String
        public let outputShape: [Int]
        /// The numbers that the layer learns; 0 if it has run before.
        public let parameterCount: Int
    }

    public let rows: [Row]
    /// The numbers that the network learns, whether its layers ran or not.
    public let parameterCount: Int

    public var description: String {
        var cells = [["layer", "kind", "output", "parameters"]]
        cells += rows.map { [$0.name, $0.kind, "\($0.outputShape)", grouped($0.parameterCount)] }
        cells.append(["total", "", "", grouped(parameterCount)])
        let widths = (0..<4).map { column in cells.map(\.[column].count).max() ?? 0 }
        return cells.map { row in
            let padding = zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) }
            return "\(row[0])\(padding[0])  \(row[1])\(padding[1])  \(row[2])\(padding[2])  \(padding[3])\(row[3])"
        }.joined(separator: "\n")
    }

    /// The number with its digits in groups of three.
    private func grouped(_ number: Int) -> String {
        let digits = Array("\(number)")
        return digits.indices.reduce(into: "") { text, index in
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digits[index])
        }
    }
}

/// Notes which layers run and what shapes they take and give; see ``Mode/tracing(_:)``.
public final class Trace {
    /// A layer that ran.
    public struct Call {
        /// The layer's name in the network, such as `c0.conv`.
        public fileprivate(set) var name = ""
        public let layer: any Layer
        public let inputShape: [Int]
        public let outputShape: [Int]
    }

    fileprivate private(set) var calls: [Call] = []

    public init() {}

    func note(_ layer: any Layer, took input: Tensor, gave output: Tensor) {
        // A layer made of layers has nothing to say beyond what they say.
        guard layer.children.isEmpty else { return }
        calls.append(Call(layer: layer, inputShape: input.shape, outputShape: output.shape))
    }
}

extension Module {
    /// A summary of the layers that run in `body`, which is to run the network in the mode that it is given.
    public func summary(running body: (Mode) -> Void) -> Summary {
        var counted: Set<ObjectIdentifier> = []
        let rows = calls(running: body).map { call in
            let isFirst = counted.insert(ObjectIdentifier(call.layer)).inserted
            return Summary.Row(
                name: call.name, kind: "\(type(of: call.layer))", outputShape: call.outputShape,
                parameterCount: isFirst ? call.layer.parameterCount : 0)
        }
        return Summary(rows: rows, parameterCount: parameterCount)
    }

    /// The layers that run in `body`, in order, with their names; see ``summary(running:)``.
    public func calls(running body: (Mode) -> Void) -> [Trace.Call] {
        let trace = Trace()
        body(.tracing(trace))
        let names = Dictionary(leaves(named: "").map { (ObjectIdentifier($1), $0) }) { first, _ in first }
        return trace.calls.map { call in
            var call = call
            call.name = names[ObjectIdentifier(call.layer)] ?? ""
            return call
        }
    }

    private func leaves(named name: String) -> [(name: String, module: any Module)] {
        if children.isEmpty { return [(name, self)] }
        return children.flatMap { child in
            child.module.leaves(named: name.isEmpty ? child.name : "\(name).\(child.name)")
        }
    }
}

extension Layer {
    /// A summary of the layers that run for an input of the given shape.
    public func summary(input shape: [Int]) -> Summary {
        summary { mode in _ = self(Tensor(zeros: shape), mode) }
    }

    /// The layers that run for an input of the given shape, in order.
    public func calls(input shape: [Int]) -> [Trace.Call] {
        calls { mode in _ = self(Tensor(zeros: shape), mode) }
    }
}
