"""Writes the reference values beside this script: python make.py (needs torch, numpy, safetensors).

layers.safetensors      each layer's state, input, output, gradients, state after a training call, output in inference
optimisers.safetensors  the weights of a linear layer after each of ten steps of each optimiser
arrays.safetensors      what the arrays of numpy/ hold
numpy/                  .npy and .npz files of several formats, axis orders and versions
"""
import pathlib
import zipfile

import numpy
import torch
from numpy.lib import format as npy
from safetensors.torch import save_file
from torch import nn
from torch.nn.functional import mse_loss
from torch.nn.utils import spectral_norm

HERE = pathlib.Path(__file__).parent
torch.manual_seed(7)
torch.set_default_dtype(torch.float64)

layers = {
    "linear": (nn.Linear(5, 3), (4, 5)),
    "linear-without-bias": (nn.Linear(5, 3, bias=False), (4, 5)),
    "convolution": (nn.Conv2d(3, 4, 3, stride=2, padding=1), (2, 3, 7, 6)),
    "convolution-grouped": (nn.Conv2d(4, 6, 3, padding=1, groups=2, bias=False), (2, 4, 5, 5)),
    "convolution-reflect": (nn.Conv2d(2, 3, 5, padding=2, padding_mode="reflect"), (1, 2, 6, 7)),
    "convolution-one-sided": (nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(2, 3, 3, stride=2)), (1, 2, 6, 8)),
    "transposed": (nn.ConvTranspose2d(4, 3, 5, 2, padding=2, output_padding=1), (2, 4, 3, 4)),
    "batch-norm": (nn.BatchNorm2d(3), (2, 3, 4, 5)),
    "batch-norm-rows": (nn.BatchNorm1d(6), (5, 6)),
    "instance-norm": (nn.InstanceNorm2d(3, affine=True), (2, 3, 4, 5)),
    "instance-norm-plain": (nn.InstanceNorm2d(3), (2, 3, 4, 5)),
    "group-norm": (nn.GroupNorm(2, 6), (2, 6, 3, 4)),
    "layer-norm": (nn.GroupNorm(1, 6), (2, 6, 3, 4)),
    "spectral-norm": (spectral_norm(nn.Conv2d(3, 4, 3, padding=1)), (2, 3, 5, 5)),
    "leaky-relu": (nn.LeakyReLU(0.2), (3, 4)),
    "sequence": (nn.Sequential(nn.Conv2d(2, 3, 3), nn.ReLU(), nn.Flatten(), nn.Linear(12, 2), nn.Tanh(), nn.Sigmoid()),
                 (2, 2, 4, 4)),
}
values = {}
for name, (layer, shape) in layers.items():
    for parameter in layer.parameters():
        parameter.data.add_(0.3 * torch.randn_like(parameter))
    values |= {f"{name}.state.{key}": tensor.clone() for key, tensor in layer.state_dict().items()}
    x = torch.randn(shape).requires_grad_()
    y = layer(x)
    gradient = torch.randn_like(y)
    y.backward(gradient)
    values |= {f"{name}.input": x.detach(), f"{name}.output": y.detach(), f"{name}.seed": gradient,
               f"{name}.gradient.input": x.grad}
    values |= {f"{name}.gradient.{key}": p.grad for key, p in layer.named_parameters()}
    values |= {f"{name}.after.{key}": tensor.clone() for key, tensor in layer.state_dict().items()}
    values[f"{name}.inference"] = layer.eval()(x).detach()
# One layer pads by itself where PyTorch needs two.
values = {key.replace("one-sided.state.1.", "one-sided.state.").replace("one-sided.after.1.", "one-sided.after.")
          .replace("one-sided.gradient.1.", "one-sided.gradient."): tensor for key, tensor in values.items()}
save_file({key: tensor.float() if tensor.is_floating_point() else tensor for key, tensor in values.items()},
          HERE / "layers.safetensors", metadata={"format": "pt"})

torch.set_default_dtype(torch.float32)
optimisers = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "sgd-momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, weight_decay=0.01),
    "rmsprop": lambda p: torch.optim.RMSprop(p),
    "rmsprop-options": lambda p: torch.optim.RMSprop(p, lr=0.003, alpha=0.9, eps=1e-5, weight_decay=0.1),
    "adam": lambda p: torch.optim.Adam(p),
    "adam-options": lambda p: torch.optim.Adam(p, lr=0.02, betas=(0.5, 0.9), eps=1e-6, weight_decay=0.1),
    "adam-clipped": lambda p: torch.optim.Adam(p, lr=0.02),
}
start = nn.Linear(4, 3).state_dict()
x, y = torch.randn(8, 4), torch.randn(8, 3)
values = {"start.weight": start["weight"].clone(), "start.bias": start["bias"].clone(), "x": x, "y": y}
for name, make in optimisers.items():
    layer = nn.Linear(4, 3)
    layer.load_state_dict({key: tensor.clone() for key, tensor in start.items()})
    optimiser = make(layer.parameters())
    steps = []
    for _ in range(10):
        optimiser.zero_grad()
        mse_loss(layer(x), y).backward()
        if name.endswith("clipped"):
            nn.utils.clip_grad_norm_(layer.parameters(), 0.1)
        optimiser.step()
        steps.append(torch.cat([layer.weight.detach().flatten(), layer.bias.detach()]))
    values[name] = torch.stack(steps)
save_file(values, HERE / "optimisers.safetensors", metadata={"format": "pt"})

folder = HERE / "numpy"
folder.mkdir(exist_ok=True)
random = numpy.random.default_rng(3)
wanted = {}


def write(name, array, version=None):
    with open(folder / f"{name}.npy", "wb") as file:
        npy.write_array(file, array, version=version)
    wanted[name] = torch.tensor(array.astype("float32")).contiguous()


for code in ("f2", "f4", "f8"):
    write(code, random.standard_normal((2, 3)).astype(f"<{code}"))
for code in ("u1", "i1", "u2", "i2", "i4", "i8"):
    write(code, random.integers(0, 100, (2, 3)).astype(f"<{code}"))
write("b1", random.integers(0, 2, (2, 3)).astype(bool))
write("columns", numpy.asfortranarray(random.standard_normal((2, 3, 4)).astype("f4")))
write("single", numpy.array(3.5, dtype="f4"))
write("row", numpy.arange(5, dtype="f4"))
write("empty", numpy.zeros((0, 3), dtype="f4"))
write("version-2", random.standard_normal((3, 1)).astype("f4"), (2, 0))
write("version-3", random.standard_normal((3, 1)).astype("f4"), (3, 0))
arrays = {"a": numpy.arange(6, dtype="f4").reshape(2, 3), "layer/W": numpy.linspace(0, 1, 200)}
numpy.savez(folder / "stored.npz", **arrays)
numpy.savez_compressed(folder / "packed.npz", **arrays)
# As an archive of more than 4 GiB is written: every number that may be too large stands in zip64's fields.
zipfile.ZIP64_LIMIT = -1
numpy.savez_compressed(folder / "zip64.npz", **arrays)
wanted |= {f"archive.{name}": torch.tensor(array.astype("float32")) for name, array in arrays.items()}
save_file(wanted, HERE / "arrays.safetensors")
for name, array in {"big-endian": numpy.zeros(2, ">f4"), "complex": numpy.zeros(2, "c8"),
                    "fields": numpy.zeros(2, [("a", "f4"), ("b", "i4")]), "objects": numpy.array([{}, None])}.items():
    numpy.save(folder / f"refused-{name}.npy", array, allow_pickle=True)
