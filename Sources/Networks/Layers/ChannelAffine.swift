import TensorCore

/// The learnt scale and shift of each channel, with which a norm ends.
struct ChannelAffine {
    private let weight: Parameter
    private let bias: Parameter

    init(_ channels: Int) {
        weight = Parameter(shape: [channels])
        bias = Parameter(shape: [channels])
    }

    var state: [StateEntry] { weightAndBias(weight, bias) }

    func initialise() {
        weight.value = Tensor(repeating: 1, shape: weight.value.shape)
        bias.value = Tensor(zeros: bias.value.shape)
    }

    func scale(_ mode: Mode) -> Tensor { mode.value(of: weight) }

    func shift(_ mode: Mode) -> Tensor { mode.value(of: bias) }
}
