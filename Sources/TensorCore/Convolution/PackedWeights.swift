import CKernels

/// The weights of a product in the order in which the kernels read them: blocks of rows, in each the depth, in that the
/// block's rows, filled up with zeros.
struct PackedWeights {
    /// Numbers from one output, channel and tap to the next.
    struct Layout: Hashable {
        let output: Int
        let channel: Int
        let taps: [Int]
    }

    let outputs: Int
    let channels: Int
    let taps: Int
    let kernels: nurie_kernels

    private var rows: Int { kernels.rows }
    var blocks: Int { (outputs + rows - 1) / rows }
    /// Elements of an output.
    var depth: Int { kernels.elements(ofChannels: channels) * taps }
    var count: Int { blocks * rows * depth }

    /// Packs the weights of several products of the same outputs and channels, one after another.
    ///
    /// The products of a stride share lines of memory: a few channels at a time are packed for all of them, so that a line
    /// is read once.
    static func pack(
        _ weights: UnsafePointer<Float>, _ parts: [(packed: PackedWeights, layout: Layout)],
        to packed: UnsafeMutablePointer<Float>
    ) {
        let first = parts[0].packed
        guard parts.contains(where: { $0.packed.count > 0 }) else { return }
        let (channels, factors) = (first.channels, first.kernels.factors)
        let inOnePart = (1 << 13) / max(1, first.taps * first.rows) / factors * factors
        let share = parts.count > 1 ? 8 : max(factors, min(channels, inOnePart))
        let shares = (channels + share - 1) / share
        let taps = parts.map { $0.layout.taps.map { Int32($0) } }
        let starts = parts.reduce(into: [0]) { $0.append($0.last! + $1.packed.count) }
        inParallel(first.blocks * shares) { task in
            let (block, part) = task.quotientAndRemainder(dividingBy: shares)
            let channel = part * share
            for (index, (own, layout)) in parts.enumerated() where !taps[index].isEmpty {
                own.kernels.pack(
                    weights + block * own.rows * layout.output + channel * layout.channel, layout.output,
                    layout.channel, min(share, channels - channel), taps[index], taps[index].count,
                    min(own.rows, own.outputs - block * own.rows),
                    packed + starts[index] + (block * own.depth + channel / factors * own.taps) * own.rows)
            }
        }
    }
}

// MARK: - Kept with the weights

/// Weights packed for some products, and what they were packed for.
struct PackedForm: Sendable {
    /// Everything that the order of the numbers depends on.
    struct Order: Hashable {
        struct Part: Hashable {
            let outputs: Int
            let rows: Int
            let factors: Int
            let layout: PackedWeights.Layout
        }
        let groups: Int
        let parts: [Part]
    }
    let order: Order
    let numbers: Storage
}

extension Storage {
    /// A convolution and its gradient need one form each; more are not kept.
    private static let mostForms = 2

    func packedForm(_ order: PackedForm.Order) -> Storage? {
        packedForms.withLock { forms in forms.first { $0.order == order }?.numbers }
    }

    func keep(_ form: PackedForm) {
        packedForms.withLock { forms in
            guard !forms.contains(where: { $0.order == form.order }) else { return }
            forms = forms.suffix(Self.mostForms - 1) + [form]
        }
    }

    /// To be called before the numbers change.
    func forgetPackedForms() { packedForms.withLock { $0.removeAll() } }
}

extension Tensor {
    /// The weights packed for some products, for one group of channels after another.
    ///
    /// Weights that no tape learns stay as they are for more than one call: their packed form is kept with them until they
    /// are written to. Those that a tape learns change at every step, and keeping them would only cost memory.
    func packed(
        for parts: [(packed: PackedWeights, layout: PackedWeights.Layout)], groups: Int
    ) -> Storage {
        let order = PackedForm.Order(
            groups: groups,
            parts: parts.map { packed, layout in
                .init(
                    outputs: packed.outputs, rows: packed.kernels.rows, factors: packed.kernels.factors,
                    layout: layout)
            })
        if let numbers = storage.packedForm(order) { return numbers }
        let size = parts.reduce(0) { $0 + $1.packed.count }
        let numbers = Storage(count: size * groups)
        withScalars { weights in
            for group in 0..<groups {
                PackedWeights.pack(
                    weights.baseAddress! + group * (count / groups), parts, to: numbers.pointer + group * size)
            }
        }
        if slot.tape == nil { storage.keep(PackedForm(order: order, numbers: numbers)) }
        return numbers
    }
}
