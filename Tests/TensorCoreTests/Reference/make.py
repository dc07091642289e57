#!/usr/bin/env python3
"""Writes the values that the tensor core is compared with.

    python3 make.py

needs torch and numpy, and writes beside itself
    operations.json   the cases: operation, options, and where each tensor lies in
    operations.f32    all tensors, row by row, little-endian Float32
    generator.json    random numbers, from whole numbers of Python alone

Values and gradients are computed by PyTorch in double precision from Float32 inputs and rounded once, so that they
are the nearest Float32 to the truth. TensorFlow 1's bilinear resizing, which PyTorch does not have, is a matrix made
from its definition (source = index * scale).
"""

import json
import math
import pathlib

import numpy
import torch
import torch.nn.functional as F

HERE = pathlib.Path(__file__).parent


# ---------------------------------------------------------------- operations


class Cases:
    def __init__(self):
        self.index = []
        self.numbers = []
        self.count = 0

    def _store(self, tensor):
        array = tensor.detach().to(torch.float32).contiguous().numpy()
        place = {"shape": list(array.shape), "offset": self.count}
        self.numbers.append(array.ravel())
        self.count += array.size
        return place

    def add(self, operation, function, inputs, targets=0, **options):
        """The last `targets` inputs get no gradient."""
        learnt = len(inputs) - targets
        rounded = [x.to(torch.float32).to(torch.float64) for x in inputs]
        variables = [x.clone().requires_grad_(place < learnt) for place, x in enumerate(rounded)]
        output = function(*variables)
        gradient = normal(*output.shape).to(torch.float32).to(torch.float64)
        gradients = torch.autograd.grad(output, variables[:learnt], gradient)
        self.index.append(
            {
                "operation": operation,
                "options": options,
                "inputs": [self._store(x) for x in rounded],
                "output": self._store(output),
                "outputGradient": self._store(gradient),
                "gradients": [self._store(x) for x in gradients],
            }
        )

    def write(self):
        cases = ",\n".join(json.dumps(case) for case in self.index)
        (HERE / "operations.json").write_text("[\n" + cases + "\n]\n")
        numpy.concatenate(self.numbers).astype("<f4").tofile(HERE / "operations.f32")


generator = torch.Generator().manual_seed(20)


def normal(*shape, mean=0.0, deviation=1.0):
    return mean + deviation * torch.randn(shape, generator=generator, dtype=torch.float64)


def uniform(*shape, low, high):
    return low + (high - low) * torch.rand(shape, generator=generator, dtype=torch.float64)


def away_from_zero(*shape):
    return uniform(*shape, low=0.1, high=2) * torch.sign(normal(*shape))


def elementwise(cases):
    for shape in [(7,), (2, 3, 5, 4)]:
        cases.add("add", lambda x, y: x + y, [normal(*shape), normal(*shape)])
        cases.add("subtract", lambda x, y: x - y, [normal(*shape), normal(*shape)])
        cases.add("multiply", lambda x, y: x * y, [normal(*shape), normal(*shape)])
        cases.add("divide", lambda x, y: x / y, [normal(*shape), away_from_zero(*shape)])
        cases.add("exp", torch.exp, [normal(*shape, deviation=3)])
        cases.add("log", torch.log, [uniform(*shape, low=0.01, high=9)])
        cases.add("squareRoot", torch.sqrt, [uniform(*shape, low=0.01, high=9)])
        cases.add("raised", lambda x: x**1.7, [uniform(*shape, low=0.1, high=3)], exponent=1.7)
        cases.add("absolute", torch.abs, [away_from_zero(*shape)])
        cases.add("clamped", lambda x: x.clamp(-0.5, 1.25), [normal(*shape)], low=-0.5, high=1.25)
        cases.add("relu", torch.relu, [away_from_zero(*shape)])
        cases.add("leakyRelu", lambda x: F.leaky_relu(x, 0.2), [away_from_zero(*shape)], slope=0.2)
        cases.add("tanh", torch.tanh, [normal(*shape, deviation=2)])
        cases.add("sigmoid", torch.sigmoid, [normal(*shape, deviation=3)])
        cases.add("softplus", F.softplus, [normal(*shape, deviation=4)])
        cases.add("squared", torch.square, [normal(*shape)])
    for left, right in [((3, 1), (1, 4)), ((2, 3, 4), (4,)), ((2, 3, 4, 5), (3, 1, 1)), ((1,), (2, 2)), ((), (3,))]:
        cases.add("add", lambda x, y: x + y, [normal(*left), normal(*right)])
        cases.add("multiply", lambda x, y: x * y, [normal(*left), normal(*right)])
        cases.add("divide", lambda x, y: x / y, [normal(*left), away_from_zero(*right)])


def reductions(cases):
    for shape, axes in [((5,), [0]), ((2, 3, 4), [1]), ((2, 3, 4, 5), [0, 2, 3]), ((2, 3, 4, 5), [2, 3]), ((3, 1, 6), [0, 2])]:
        for keep in [False, True]:
            options = {"axes": axes, "keepingAxes": keep}
            cases.add("sum", lambda x: x.sum(axes, keep), [normal(*shape)], **options)
            cases.add("mean", lambda x: x.mean(axes, keep), [normal(*shape)], **options)
            cases.add("variance", lambda x: x.var(axes, correction=0, keepdim=keep), [normal(*shape, mean=2)], **options)


def shapes(cases):
    cases.add("transposed", lambda x: x.permute(0, 2, 3, 1), [normal(2, 3, 4, 5)], order=[0, 2, 3, 1])
    cases.add("sliced", lambda x: x[:, 1:3], [normal(2, 4, 3, 3)], axis=1, lower=1, upper=3)
    cases.add("concatenated", lambda x, y: torch.cat([x, y], 1), [normal(2, 3, 4, 4), normal(2, 1, 4, 4)], axis=1)
    for mode in ["zero", "reflect"]:
        for top, bottom, left, right in [(1, 1, 1, 1), (0, 1, 0, 1), (3, 2, 4, 0), (0, 3, 1, 4)]:
            cases.add(
                "padded",
                lambda x: F.pad(x, (left, right, top, bottom), "constant" if mode == "zero" else "reflect"),
                [normal(2, 2, 4, 5)],
                mode=mode, top=top, bottom=bottom, left=left, right=right,
            )


def products(cases):
    for left, right in [((3, 4), (4, 5)), ((1, 7), (7, 1)), ((33, 17), (17, 9)), ((3, 4, 5), (3, 5, 2))]:
        cases.add("matrixProduct", torch.matmul, [normal(*left), normal(*right)])
    # batch, channels, height, width, outputs, kernel, stride, padding, groups
    for n, c, h, w, o, k, stride, padding, groups in [
        (1, 1, 5, 5, 1, 3, 1, 0, 1),
        (2, 3, 7, 6, 4, 3, 1, 1, 1),
        (2, 3, 7, 6, 4, 3, 2, 1, 1),
        (1, 4, 8, 8, 6, 4, 2, 1, 1),
        (3, 2, 9, 7, 3, 5, 3, 2, 1),
        (2, 6, 5, 5, 4, 1, 1, 0, 1),
        (1, 4, 6, 7, 6, 3, 1, 1, 2),
        (2, 5, 6, 6, 5, 3, 2, 1, 5),
        (1, 3, 10, 10, 8, 7, 1, 0, 1),
    ]:
        cases.add(
            "convolved",
            lambda x, weight, bias: F.conv2d(x, weight, bias, stride, padding, 1, groups),
            [normal(n, c, h, w), normal(o, c // groups, k, k), normal(o)],
            stride=stride, padding=padding, groups=groups,
        )
    # batch, channels, height, width, outputs, kernel, stride, padding, output padding
    for n, c, h, w, o, k, stride, padding, output_padding in [
        (1, 1, 3, 3, 1, 3, 1, 0, 0),
        (2, 3, 4, 5, 2, 4, 2, 1, 0),
        (2, 4, 3, 3, 3, 3, 2, 1, 1),
        (1, 2, 1, 1, 5, 4, 1, 0, 0),
        (1, 3, 4, 2, 2, 5, 3, 2, 2),
    ]:
        cases.add(
            "transposeConvolved",
            lambda x, weight, bias: F.conv_transpose2d(x, weight, bias, stride, padding, output_padding),
            [normal(n, c, h, w), normal(c, o, k, k), normal(o)],
            stride=stride, padding=padding, outputPadding=output_padding,
        )


def tensorflow1_matrix(old, new):
    """Rows of weights: the source of place i is i * old / new, between floor and floor + 1, the last one repeated."""
    weights = torch.zeros(new, old, dtype=torch.float64)
    for place in range(new):
        source = place * old / new
        first = min(math.floor(source), old - 1)
        weights[place, first] += 1 - (source - first)
        weights[place, min(first + 1, old - 1)] += source - first
    return weights


def resampling(cases):
    for size, stride, shape in [(2, 2, (2, 3, 6, 8)), (3, 2, (1, 2, 7, 9)), (2, 1, (2, 1, 4, 5)), (2, 2, (1, 2, 5, 7))]:
        options = {"size": size, "stride": stride}
        cases.add("maxPooled", lambda x: F.max_pool2d(x, size, stride), [normal(*shape)], **options)
        cases.add("averagePooled", lambda x: F.avg_pool2d(x, size, stride), [normal(*shape)], **options)
    for shape, height, width in [((2, 2, 4, 5), 8, 10), ((1, 3, 5, 3), 7, 8), ((1, 2, 9, 6), 4, 5), ((1, 1, 1, 1), 3, 2)]:
        for method in ["nearest", "bilinear"]:
            extra = {"align_corners": False} if method == "bilinear" else {}
            cases.add(
                "resized",
                lambda x: F.interpolate(x, (height, width), mode=method, **extra),
                [normal(*shape)],
                height=height, width=width, method=method,
            )
        down, across = tensorflow1_matrix(shape[2], height), tensorflow1_matrix(shape[3], width)
        cases.add(
            "resized",
            lambda x: down @ x @ across.T,
            [normal(*shape)],
            height=height, width=width, method="bilinearTensorFlow1",
        )


def normalisation(cases):
    for n, c, h, w in [(2, 3, 4, 5), (3, 4, 1, 7), (1, 6, 5, 5)]:
        inputs = lambda: [normal(n, c, h, w, mean=1, deviation=2), normal(c), normal(c)]
        cases.add(
            "batchNormalized", lambda x, a, b: F.batch_norm(x, None, None, a, b, True, 0, 1e-5), inputs(), epsilon=1e-5
        )
        cases.add("instanceNormalized", lambda x, a, b: F.instance_norm(x, None, None, a, b, eps=1e-5), inputs(), epsilon=1e-5)
        cases.add("groupNormalized", lambda x, a, b: F.group_norm(x, 1, a, b, 1e-5), inputs(), epsilon=1e-5, groups=1)
        cases.add("groupNormalized", lambda x, a, b: F.group_norm(x, c, a, b, 1e-3), inputs(), epsilon=1e-3, groups=c)
        cases.add("layerNormalized", lambda x, a, b: F.group_norm(x, 1, a, b, 1e-6), inputs(), epsilon=1e-6)
        mean, variance = normal(c), uniform(c, low=0.5, high=3)
        # The statistics come last and get no gradient.
        cases.add(
            "normalized",
            lambda x, a, b, mean, variance: F.batch_norm(x, mean, variance, a, b, False, 0, 1e-5),
            inputs() + [mean, variance], targets=2, epsilon=1e-5,
        )


def losses(cases):
    for shape in [(6,), (2, 3, 4, 5)]:
        pair = lambda: [normal(*shape), normal(*shape)]
        cases.add("meanSquaredError", F.mse_loss, pair(), targets=1)
        cases.add("meanAbsoluteError", F.l1_loss, pair(), targets=1)
        cases.add("sumSquaredError", lambda x, y: F.mse_loss(x, y, reduction="sum"), pair(), targets=1)
        for delta in [1.0, 0.4]:
            cases.add("meanHuber", lambda x, y: F.huber_loss(x, y, delta=delta), pair(), targets=1, delta=delta)
        cases.add(
            "sigmoidCrossEntropy", F.binary_cross_entropy_with_logits,
            [normal(*shape, deviation=4), uniform(*shape, low=0, high=1)], targets=1,
        )
    for classes in [[0], [2, 0, 9, 9, 4]]:
        cases.add(
            "softmaxCrossEntropy", lambda x: F.cross_entropy(x, torch.tensor(classes)),
            [normal(len(classes), 10, deviation=4)], classes=classes,
        )
    for n, c, h, w in [(1, 2, 3, 3), (2, 5, 4, 3)]:

        def gram(x):
            flat = x.reshape(n, c, h * w)
            return flat @ flat.transpose(1, 2) / (c * h * w)

        cases.add("gramMatrix", gram, [normal(n, c, h, w)])


# ---------------------------------------------------------------- random numbers

WORD = (1 << 64) - 1


def mix(counter):
    """One step of SplitMix64: the new counter, and the word it gives."""
    counter = (counter + 0x9E3779B97F4A7C15) & WORD
    word = ((counter ^ (counter >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    word = ((word ^ (word >> 27)) * 0x94D049BB133111EB) & WORD
    return counter, word ^ (word >> 31)


def rotated(word, places):
    return ((word << places) | (word >> (64 - places))) & WORD


class Xoshiro256PlusPlus:
    """Seeded as the core says: from the seed, or from it mixed with the stream's first SplitMix64 word."""

    def __init__(self, seed, stream=0):
        counter = seed if stream == 0 else seed ^ mix(stream)[1]
        self.state = []
        for _ in range(4):
            counter, word = mix(counter)
            self.state.append(word)

    def next(self):
        s = self.state
        result = (rotated((s[0] + s[3]) & WORD, 23) + s[0]) & WORD
        shifted = (s[1] << 17) & WORD
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= shifted
        s[3] = rotated(s[3], 45)
        return result

    def uniform(self):
        return (self.next() >> 40) / (1 << 24)

    def normal(self):
        radius = math.sqrt(-2 * math.log(((self.next() >> 11) + 1) / (1 << 53)))
        return radius * math.cos(2 * math.pi * (self.next() >> 11) / (1 << 53))

    def integer(self, count):
        while True:
            product = self.next() * count
            if (product & WORD) >= (1 << 64) % count:
                return product >> 64

    def shuffled(self, count):
        elements = list(range(count))
        for last in range(count - 1, 0, -1):
            other = self.integer(last + 1)
            elements[last], elements[other] = elements[other], elements[last]
        return elements


def random_numbers():
    cases = []
    for seed, stream in [(0, 0), (1, 0), (42, 0), (42, 1), (42, 2), (WORD, WORD), (0, 1 << 63)]:
        made = lambda: Xoshiro256PlusPlus(seed, stream)
        words, uniforms, normals, integers = made(), made(), made(), made()
        cases.append(
            {
                "seed": f"{seed:016x}",
                "stream": f"{stream:016x}",
                "words": [f"{words.next():016x}" for _ in range(8)],
                "state": [f"{word:016x}" for word in words.state],
                "uniforms": [uniforms.uniform() for _ in range(6)],
                "normals": [normals.normal() for _ in range(6)],
                "integers": [integers.integer(1000) for _ in range(8)],
                "hugeIntegers": [integers.integer(3 << 61) for _ in range(8)],
                "shuffled": made().shuffled(12),
            }
        )
    lines = ",\n".join(json.dumps(case) for case in cases)
    (HERE / "generator.json").write_text("[\n" + lines + "\n]\n")


def main():
    cases = Cases()
    for theme in [elementwise, reductions, shapes, products, resampling, normalisation, losses]:
        theme(cases)
    cases.write()
    random_numbers()


main()
