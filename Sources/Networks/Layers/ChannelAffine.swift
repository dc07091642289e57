import TensorCore

/// The learnt scale and shift of each channel, with which a norm ends.
struct ChannelAffine {
    /// What a checkpoint calls the two.
    typealias Names = (scale: String, shift: String)

    private let weight: Parameter
    private let bias: Parameter
    private let names: Names

    init(_ channels: Int, names: Names = ("weight", "bias")) {
        weight = Parameter(shape: [channels])
        bias = Parameter(shape: [channels])
        self.names = names
    }

    var state: [StateEntry] { [StateEntry(names.scale, weight), StateEntry(names.shift, bias)] }

    func initialise() {
        weight.value = Tensor(repeating: 1, shape: weight.value.shape)
        bias.value = Tensor(zeros: bias.value.shape)
    }

    func scale(_ mode: Mode) -> Tensor { mode.value(of: weight) }

    func shift(_ mode: Mode) -> Tensor { mode.value(of: bias) }
}
