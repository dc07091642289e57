"""The project's networks once more, in PyTorch: what the Swift ones are compared with.

The tables and the attribute names are those of Sources/Models; width and picture size are parameters, so that
reference values stay small.
"""
import math

import torch
from torch import cat, nn
from torch.nn import functional as F
from torch.nn.utils import spectral_norm


def block(inputs, outputs, scaling="keeping"):
    """Convolution, batch norm, ReLU: a module with the parts conv and norm."""
    kinds = {
        "keeping": (nn.Conv2d, 3, 1),
        "halving": (nn.Conv2d, 4, 2),
        "doubling": (nn.ConvTranspose2d, 4, 2),
    }
    kind, kernel, stride = kinds[scaling]
    parts = nn.Sequential()
    parts.add_module("conv", kind(inputs, outputs, kernel, stride, padding=1))
    parts.add_module("norm", nn.BatchNorm2d(outputs))
    parts.add_module("relu", nn.ReLU())
    return parts


class UNet(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        w = width
        self.c0 = block(4, w)
        self.c1 = block(w, 2 * w, "halving")
        self.c2 = block(2 * w, 2 * w)
        self.c3 = block(2 * w, 4 * w, "halving")
        self.c4 = block(4 * w, 4 * w)
        self.c5 = block(4 * w, 8 * w, "halving")
        self.c6 = block(8 * w, 8 * w)
        self.c7 = block(8 * w, 16 * w, "halving")
        self.c8 = block(16 * w, 16 * w)
        self.dc8 = block(32 * w, 16 * w, "doubling")
        self.dc7 = block(16 * w, 8 * w)
        self.dc6 = block(16 * w, 8 * w, "doubling")
        self.dc5 = block(8 * w, 4 * w)
        self.dc4 = block(8 * w, 4 * w, "doubling")
        self.dc3 = block(4 * w, 2 * w)
        self.dc2 = block(4 * w, 2 * w, "doubling")
        self.dc1 = block(2 * w, w)
        self.dc0 = nn.Conv2d(2 * w, 3, 3, padding=1)

    def forward(self, x):
        e0 = self.c0(x)
        e2 = self.c2(self.c1(e0))
        e4 = self.c4(self.c3(e2))
        e6 = self.c6(self.c5(e4))
        e7 = self.c7(e6)
        e8 = self.c8(e7)
        d7 = self.dc7(self.dc8(cat([e7, e8], 1)))
        d5 = self.dc5(self.dc6(cat([e6, d7], 1)))
        d3 = self.dc3(self.dc4(cat([e4, d5], 1)))
        d1 = self.dc1(self.dc2(cat([e2, d3], 1)))
        return self.dc0(cat([e0, d1], 1))


class ColorizerDiscriminator(nn.Module):
    def __init__(self, side=128, width=32):
        super().__init__()
        w = width
        self.c1 = block(3, w, "halving")
        self.c2 = block(w, w)
        self.c3 = block(w, 2 * w, "halving")
        self.c4 = block(2 * w, 2 * w)
        self.c5 = block(2 * w, 4 * w, "halving")
        self.c6 = block(4 * w, 4 * w)
        self.c7 = block(4 * w, 8 * w, "halving")
        self.l8l = nn.Linear(8 * w * (side // 16) ** 2, 2)

    def forward(self, x):
        for part in (self.c1, self.c2, self.c3, self.c4, self.c5, self.c6, self.c7):
            x = part(x)
        return self.l8l(x.flatten(1))


class FaceVAE(nn.Module):
    def __init__(self, latent=64, width=64):
        super().__init__()
        w = width

        def down(inputs, outputs):
            return [nn.Conv2d(inputs, outputs, 5, 2, padding=2), nn.BatchNorm2d(outputs), nn.ReLU()]

        def up(inputs, outputs):
            transposed = nn.ConvTranspose2d(inputs, outputs, 5, 2, padding=2, output_padding=1)
            return [transposed, nn.BatchNorm2d(outputs), nn.ReLU()]

        self.encoder = nn.Sequential(
            *down(3, w), *down(w, 2 * w), *down(2 * w, 4 * w), *down(4 * w, 8 * w),
            nn.Flatten(), nn.Linear(128 * w, 2 * latent), nn.BatchNorm1d(2 * latent))
        self.project = nn.Linear(latent, 256 * w)
        self.decoder = nn.Sequential(
            nn.BatchNorm2d(4 * w), nn.ReLU(), *up(4 * w, 4 * w), *up(4 * w, 2 * w), *up(2 * w, w // 2),
            nn.ConvTranspose2d(w // 2, 3, 5, 1, padding=2), nn.Tanh())

    def forward(self, x):
        mean, _ = self.encoder(x).chunk(2, 1)
        codes = self.project(mean)
        return self.decoder(codes.view(len(x), -1, 8, 8))


class SketchVAE(nn.Module):
    def __init__(self, parts=22, latent=64, width=32):
        super().__init__()
        w = width

        def down(inputs, outputs):
            return [nn.Conv2d(inputs, outputs, 4, 2, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]

        def up(inputs, outputs):
            return [nn.ConvTranspose2d(inputs, outputs, 4, 2, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]

        self.encoder = nn.Sequential(
            *down(parts + 1, w), *down(w, 2 * w), *down(2 * w, 3 * w), *down(3 * w, 4 * w),
            nn.Flatten(), nn.Linear(64 * w, 2 * latent))
        self.project = nn.Linear(latent, 64 * w)
        self.decoder = nn.Sequential(
            nn.BatchNorm2d(4 * w), nn.ReLU(), *up(4 * w, 3 * w), *up(3 * w, 2 * w), *up(2 * w, 3 * w // 2),
            *up(3 * w // 2, w), nn.Conv2d(w, parts + 1, 3, padding=1))

    def forward(self, x):
        mean, _ = self.encoder(x).chunk(2, 1)
        return self.decoder(self.project(mean).view(len(x), -1, 4, 4))


class FineSketchVAE(nn.Module):
    def __init__(self, parts=22, latent=8, width=24):
        super().__init__()
        w = width

        def down(inputs, outputs):
            return [nn.Conv2d(inputs, outputs, 4, 2, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]

        def conv(inputs, outputs):
            return [nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]

        def up(inputs, outputs):
            return [nn.ConvTranspose2d(inputs, outputs, 4, 2, padding=1), nn.BatchNorm2d(outputs), nn.ReLU()]

        self.encoder = nn.Sequential(
            *down(parts + 1, w), *down(w, 2 * w), *down(2 * w, 3 * w), nn.Conv2d(3 * w, 2 * latent, 3, padding=1))
        self.decoder = nn.Sequential(
            *conv(latent, 3 * w), *conv(3 * w, 3 * w), *up(3 * w, 2 * w), *conv(2 * w, 2 * w),
            *up(2 * w, 3 * w // 2), *conv(3 * w // 2, 3 * w // 2),
            nn.ConvTranspose2d(3 * w // 2, parts + 1, 4, 2, padding=1))

    def forward(self, x):
        mean, _ = self.encoder(x).chunk(2, 1)
        return self.decoder(mean)


def flow_norm(channels):
    return nn.GroupNorm(max(n for n in range(1, 9) if channels % n == 0), channels)


class FlowBlock(nn.Module):
    def __init__(self, inputs, outputs, time):
        super().__init__()
        self.norm0 = flow_norm(inputs)
        self.conv0 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.timed = nn.Linear(time, outputs)
        self.norm1 = flow_norm(outputs)
        self.conv1 = nn.Conv2d(outputs, outputs, 3, padding=1)
        if inputs != outputs:
            self.past = nn.Conv2d(inputs, outputs, 1)

    def forward(self, x, time):
        first = self.conv0(self.norm0(x).relu()) + self.timed(time)[:, :, None, None]
        second = self.conv1(self.norm1(first).relu())
        return (self.past(x) if hasattr(self, "past") else x) + second


def flow_time(times):
    angles = math.pi * times.detach()[:, None] * 2 ** torch.arange(8.0)
    return torch.stack([angles.sin(), angles.cos()], 2).flatten(1)


class CodeFlow(nn.Module):
    def __init__(self, latent=8, condition=64, width=48):
        super().__init__()
        w, time = width, 2 * width
        self.timed = nn.Linear(16, time)
        self.entry = nn.Conv2d(latent + condition, w, 3, padding=1)
        self.down0, self.down1 = FlowBlock(w, w, time), FlowBlock(w, w, time)
        self.halve1 = nn.Conv2d(w, 2 * w, 3, stride=2, padding=1)
        self.down2, self.down3 = FlowBlock(2 * w, 2 * w, time), FlowBlock(2 * w, 2 * w, time)
        self.halve2 = nn.Conv2d(2 * w, 2 * w, 3, stride=2, padding=1)
        self.middle0, self.middle1 = FlowBlock(2 * w, 2 * w, time), FlowBlock(2 * w, 2 * w, time)
        self.double1 = nn.Conv2d(2 * w, 2 * w, 3, padding=1)
        self.up0, self.up1 = FlowBlock(4 * w, 2 * w, time), FlowBlock(2 * w, 2 * w, time)
        self.double2 = nn.Conv2d(2 * w, w, 3, padding=1)
        self.up2, self.up3 = FlowBlock(2 * w, w, time), FlowBlock(w, w, time)
        self.exitNorm = flow_norm(w)
        self.exit = nn.Conv2d(w, latent, 3, padding=1)

    def forward(self, x):
        time = self.timed(flow_time(x[:, -1, 0, 0])).relu()
        doubled = nn.Upsample(scale_factor=2, mode="nearest")
        whole = self.down1(self.down0(self.entry(x[:, :-1]), time), time)
        half = self.down3(self.down2(self.halve1(whole), time), time)
        quarter = self.middle1(self.middle0(self.halve2(half), time), time)
        half_up = self.double1(doubled(quarter))
        half_joined = self.up1(self.up0(torch.cat([half, half_up], 1), time), time)
        whole_up = self.double2(doubled(half_joined))
        whole_joined = self.up3(self.up2(torch.cat([whole, whole_up], 1), time), time)
        return self.exit(self.exitNorm(whole_joined).relu())


class LatentFlowBlock(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.first, self.second = nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, x):
        return x + self.second(self.first(x.relu()).relu())


class LatentFlow(nn.Module):
    def __init__(self, latent=64, width=128):
        super().__init__()
        self.timed = nn.Linear(16, width)
        self.entry = nn.Linear(latent, width)
        self.blocks = nn.Sequential(*[LatentFlowBlock(width) for _ in range(3)])
        self.exit = nn.Linear(width, latent)

    def forward(self, x):
        rows = x.flatten(1)
        hidden = self.entry(rows[:, :-1]) + self.timed(flow_time(rows[:, -1]))
        return self.exit(self.blocks(hidden).relu())[:, :, None, None]


class DenseVAE(nn.Module):
    def __init__(self, latent=2, width=500):
        super().__init__()
        w, narrow = width, width * 2 // 5
        self.encoder = nn.Sequential(
            nn.Flatten(), nn.Linear(784, w), nn.ReLU(), nn.Linear(w, w), nn.ReLU(), nn.Linear(w, narrow), nn.ReLU(),
            nn.Linear(narrow, 2 * latent))
        self.decoder = nn.Sequential(
            nn.Linear(latent, narrow), nn.ReLU(), nn.Linear(narrow, w), nn.ReLU(), nn.Linear(w, w), nn.ReLU(),
            nn.Linear(w, 784))

    def forward(self, x):
        mean, _ = self.encoder(x).chunk(2, 1)
        return self.decoder(mean).view(len(x), 1, 28, 28)


# The networks of the third article.


def tf1_resize(x, height, width):
    """Bilinear without half-pixel centres, as TensorFlow 1's resize_images: places are compared at their corners."""

    def matrix(length, target):
        places = torch.arange(target, dtype=x.dtype) * (length / target)
        first = places.floor().long().clamp(max=length - 1)
        rows = torch.zeros(target, length, dtype=x.dtype)
        share = places - first
        rows[torch.arange(target), first] += 1 - share
        rows[torch.arange(target), (first + 1).clamp(max=length - 1)] += share
        return rows

    return matrix(x.shape[2], height) @ x @ matrix(x.shape[3], width).T


class Named(nn.Module):
    """Modules under names, run one after the other; functions among them have no names."""

    def __init__(self, *parts):
        super().__init__()
        self.parts = []
        for part in parts:
            if isinstance(part, tuple):
                self.add_module(*part)
                self.parts.append(part[1])
            else:
                self.parts.append(part)

    def forward(self, x):
        for part in self.parts:
            x = part(x)
        return x


def leaky(x):
    return F.leaky_relu(x, 0.2)


def one_sided(x):
    return F.pad(x, (0, 1, 0, 1), mode="reflect")


def reflected(kernel):
    return lambda x: F.pad(x, (kernel // 2,) * 4, mode="reflect") if kernel > 1 else x


def instance_norm(channels, eps=1e-5):
    return nn.InstanceNorm2d(channels, eps=eps, affine=True)


def conv_block(inputs, outputs, kernel=3):
    return Named(reflected(kernel), ("conv", nn.Conv2d(inputs, outputs, kernel, bias=False)),
                 ("norm", instance_norm(outputs)), leaky)


def separable(inputs, outputs, stride=1):
    return Named(reflected(3) if stride == 1 else one_sided,
                 ("depthwise", nn.Conv2d(inputs, inputs, 3, stride, groups=inputs, bias=False)),
                 ("pointwise", nn.Conv2d(inputs, outputs, 1, bias=False)),
                 ("norm", instance_norm(outputs, eps=1e-6)), leaky)


class Down(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.strided = separable(inputs, outputs, stride=2)
        self.resized = separable(inputs, outputs)

    def forward(self, x):
        return self.strided(x) + self.resized(tf1_resize(x, x.shape[2] // 2, x.shape[3] // 2))


def up(inputs, outputs):
    return Named(lambda x: tf1_resize(x, 2 * x.shape[2], 2 * x.shape[3]), ("block", separable(inputs, outputs)))


class Added(nn.Module):
    """The input, and what the parts make of it."""

    def __init__(self, *parts):
        super().__init__()
        body = Named(*parts)
        for name, part in body.named_children():
            self.add_module(name, part)
        self.run = body.forward

    def forward(self, x):
        return x + self.run(x)


def inverted_residual(channels):
    wide = 2 * channels
    return Added(("expand", conv_block(channels, wide, kernel=1)), reflected(3),
                 ("depthwise", nn.Conv2d(wide, wide, 3, groups=wide, bias=False)),
                 ("depthwiseNorm", instance_norm(wide)), leaky,
                 ("project", nn.Conv2d(wide, channels, 1, bias=False)), ("projectNorm", instance_norm(channels)))


class AnimeGenerator(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        w = width
        self.b1 = nn.Sequential(conv_block(3, w), conv_block(w, w), Down(w, 2 * w))
        self.b2 = nn.Sequential(conv_block(2 * w, 2 * w), separable(2 * w, 2 * w), Down(2 * w, 4 * w))
        self.m = nn.Sequential(conv_block(4 * w, 4 * w), *[inverted_residual(4 * w) for _ in range(8)],
                               conv_block(4 * w, 4 * w))
        self.u2 = nn.Sequential(up(4 * w, 2 * w), separable(2 * w, 2 * w), conv_block(2 * w, 2 * w))
        self.u1 = nn.Sequential(up(2 * w, 2 * w), conv_block(2 * w, w), conv_block(w, w))
        self.out = nn.Conv2d(w, 3, 1, bias=False)

    def forward(self, x):
        return self.out(self.u1(self.u2(self.m(self.b2(self.b1(x)))))).tanh()


class AnimeDiscriminator(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        w = width

        def convolution(inputs, outputs, stride=1):
            return spectral_norm(nn.Conv2d(inputs, outputs, 3, stride, padding=2 - stride, bias=False))

        self.c1 = convolution(3, w)
        self.c2 = convolution(w, 2 * w, 2)
        self.c3 = convolution(2 * w, 4 * w)
        self.n3 = instance_norm(4 * w)
        self.c4 = convolution(4 * w, 4 * w, 2)
        self.c5 = convolution(4 * w, 8 * w)
        self.n5 = instance_norm(8 * w)
        self.c6 = convolution(8 * w, 8 * w)
        self.n6 = instance_norm(8 * w)
        self.c7 = convolution(8 * w, 1)

    def forward(self, x):
        x = leaky(self.c1(x))
        x = leaky(self.c2(F.pad(x, (1, 0, 1, 0))))
        x = leaky(self.n3(self.c3(x)))
        x = leaky(self.c4(F.pad(x, (1, 0, 1, 0))))
        x = leaky(self.n5(self.c5(x)))
        return self.c7(leaky(self.n6(self.c6(x))))


def layer_normed(inputs, outputs, kernel=3, stride=1, groups=1, bias=False):
    pad = nn.ReflectionPad2d(kernel // 2) if stride == 1 else nn.ReflectionPad2d((0, 1, 0, 1))
    return nn.Sequential(pad, nn.Conv2d(inputs, outputs, kernel, stride, groups=groups, bias=bias),
                         nn.GroupNorm(1, outputs), nn.LeakyReLU(0.2))


class WideningResidual(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.is_added = inputs == outputs
        wide = 2 * inputs
        self.layers = nn.Sequential(layer_normed(inputs, wide, kernel=1),
                                    layer_normed(wide, wide, groups=wide, bias=True),
                                    nn.Conv2d(wide, outputs, 1, bias=False), nn.GroupNorm(1, outputs))

    def forward(self, x):
        return x + self.layers(x) if self.is_added else self.layers(x)


class AnimeGeneratorV2(nn.Module):
    def __init__(self, width=32):
        super().__init__()
        w = width
        self.block_a = nn.Sequential(layer_normed(3, w, 7), layer_normed(w, 2 * w, stride=2),
                                     layer_normed(2 * w, 2 * w))
        self.block_b = nn.Sequential(layer_normed(2 * w, 4 * w, stride=2), layer_normed(4 * w, 4 * w))
        self.block_c = nn.Sequential(layer_normed(4 * w, 4 * w), WideningResidual(4 * w, 8 * w),
                                     *[WideningResidual(8 * w, 8 * w) for _ in range(3)],
                                     layer_normed(8 * w, 4 * w))
        self.block_d = nn.Sequential(layer_normed(4 * w, 4 * w), layer_normed(4 * w, 4 * w))
        self.block_e = nn.Sequential(layer_normed(4 * w, 2 * w), layer_normed(2 * w, 2 * w),
                                     layer_normed(2 * w, w, 7))
        self.out_layer = nn.Sequential(nn.Conv2d(w, 3, 1, bias=False), nn.Tanh())

    def forward(self, x):
        def doubled(x):
            return F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)

        x = self.block_d(doubled(self.block_c(self.block_b(self.block_a(x)))))
        return self.out_layer(self.block_e(doubled(x)))


def mirrored(convolution, x):
    """Padded by one pixel at every side, at stride 2 at the bottom and right only."""
    ahead = 1 if convolution.stride[0] == 1 else 0
    return convolution(F.pad(x, (ahead, 1, ahead, 1), mode="reflect"))


class LightResidual(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3)
        self.second = nn.Conv2d(channels, channels, 3)

    def forward(self, x):
        return x + mirrored(self.second, F.leaky_relu(mirrored(self.first, x), 0.2))


class LightAnimeGenerator(nn.Module):
    def __init__(self, width=24):
        super().__init__()
        w = width
        self.enter = nn.Conv2d(3, w, 3)
        self.down_half = nn.Sequential(nn.Conv2d(w, 2 * w, 3, 2), nn.LeakyReLU(0.2), nn.Conv2d(2 * w, 2 * w, 3))
        self.down_quarter = nn.Conv2d(2 * w, 4 * w, 3, 2)
        self.residuals = nn.Sequential(*[LightResidual(4 * w) for _ in range(3)])
        self.up_half = nn.Conv2d(6 * w, 2 * w, 3)
        self.up_whole = nn.Conv2d(3 * w, w, 3)
        self.whole = nn.Conv2d(w, w, 3)
        self.out = nn.Conv2d(w, 3, 1)

    def forward(self, x):
        def joined(narrow, wide):
            doubled = F.interpolate(narrow, scale_factor=2, mode="bilinear", align_corners=False)
            return torch.cat([doubled, wide], dim=1)

        def step(convolution, x):
            return F.leaky_relu(mirrored(convolution, x), 0.2)

        a = step(self.enter, x)
        b = step(self.down_half[2], step(self.down_half[0], a))
        c = self.residuals(step(self.down_quarter, b))
        e = step(self.up_whole, joined(step(self.up_half, joined(c, b)), a))
        return x + self.out(step(self.whole, e))


class ScaleAndShift(nn.Module):
    """CartoonGAN's instance norm."""

    def __init__(self, channels):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(channels))
        self.shift = nn.Parameter(torch.zeros(channels))

    def forward(self, x):
        return F.instance_norm(x, weight=self.scale, bias=self.shift, eps=1e-9)


class CartoonGAN(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        w = width

        def keeping(inputs, outputs, stride=1):
            return nn.Conv2d(inputs, outputs, 3, stride, padding=1)

        def doubling(inputs, outputs):
            return nn.ConvTranspose2d(inputs, outputs, 3, 2, padding=1, output_padding=1)

        self.conv01_1, self.in01_1 = nn.Conv2d(3, w, 7), ScaleAndShift(w)
        self.conv02_1, self.conv02_2, self.in02_1 = keeping(w, 2 * w, 2), keeping(2 * w, 2 * w), ScaleAndShift(2 * w)
        self.conv03_1, self.conv03_2, self.in03_1 = (keeping(2 * w, 4 * w, 2), keeping(4 * w, 4 * w),
                                                     ScaleAndShift(4 * w))
        for block in range(4, 12):
            for part in (1, 2):
                setattr(self, f"conv{block:02}_{part}", nn.Conv2d(4 * w, 4 * w, 3))
                setattr(self, f"in{block:02}_{part}", ScaleAndShift(4 * w))
        self.deconv01_1, self.deconv01_2 = doubling(4 * w, 2 * w), keeping(2 * w, 2 * w)
        self.in12_1 = ScaleAndShift(2 * w)
        self.deconv02_1, self.deconv02_2 = doubling(2 * w, w), keeping(w, w)
        self.in13_1 = ScaleAndShift(w)
        self.deconv03_1 = nn.Conv2d(w, 3, 7)

    def forward(self, x):
        x = self.in01_1(self.conv01_1(reflected(7)(x))).relu()
        x = self.in02_1(self.conv02_2(self.conv02_1(x))).relu()
        x = self.in03_1(self.conv03_2(self.conv03_1(x))).relu()
        for block in range(4, 12):
            y = x
            for part in (1, 2):
                y = getattr(self, f"conv{block:02}_{part}")(reflected(3)(y))
                y = getattr(self, f"in{block:02}_{part}")(y)
                y = y.relu() if part == 1 else y
            x = x + y
        x = self.in12_1(self.deconv01_2(self.deconv01_1(x))).relu()
        x = self.in13_1(self.deconv02_2(self.deconv02_1(x))).relu()
        return self.deconv03_1(reflected(7)(x)).tanh()


class ComixGAN(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        w = width

        def keeping(inputs, outputs):
            return nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)

        def halving(inputs, outputs):
            return Named(lambda x: F.pad(x, (0, 1, 0, 1)), ("strided", nn.Conv2d(inputs, outputs, 3, 2)),
                         ("conv", keeping(outputs, outputs)), ("norm", instance_norm(outputs)), F.relu)

        def residual(channels):
            return Added(("conv1", keeping(channels, channels)), ("norm1", instance_norm(channels)), F.relu,
                         ("conv2", keeping(channels, channels)), ("norm2", instance_norm(channels)))

        def doubling(inputs, outputs):
            return Named(lambda x: F.interpolate(x, scale_factor=2), ("conv", keeping(inputs, outputs)),
                         ("norm", instance_norm(outputs)), F.relu)

        self.flat = nn.Conv2d(3, w, 7, padding=3, bias=False)
        self.flatNorm = instance_norm(w)
        self.down1 = halving(w, 2 * w)
        self.down2 = halving(2 * w, 4 * w)
        self.residuals = nn.Sequential(*[residual(4 * w) for _ in range(8)])
        self.up1 = doubling(4 * w, 2 * w)
        self.up2 = doubling(2 * w, w)
        self.out = nn.Conv2d(w, 3, 7, padding=3)

    def forward(self, x):
        x = self.residuals(self.down2(self.down1(self.flatNorm(self.flat(x)).relu())))
        return self.out(self.up2(self.up1(x))).tanh()


VGG19 = ((64, 64), (128, 128), (256,) * 4, (512,) * 4)


class FeatureNetwork(nn.Module):
    """VGG to the last convolution of the last stage, before its ReLU."""

    def __init__(self, widths=VGG19, pooling=nn.MaxPool2d):
        super().__init__()
        layers, inputs = [], 3
        for stage in widths:
            for outputs in stage:
                layers += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU()]
                inputs = outputs
            layers.append(pooling(2))
        self.features = nn.Sequential(*layers[:-2])

    def forward(self, x):
        return self.features(x)


class DCGANGenerator(nn.Module):
    def __init__(self, latent=100, width=64):
        super().__init__()
        w = width

        def up(inputs, outputs, stride=2, padding=1):
            transposed = nn.ConvTranspose2d(inputs, outputs, 4, stride, padding, bias=False)
            return [transposed, nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]

        self.main = nn.Sequential(
            *up(latent, 8 * w, 1, 0), *up(8 * w, 4 * w), *up(4 * w, 2 * w), *up(2 * w, w),
            nn.Conv2d(w, w, 3, 1, 1, bias=False), nn.BatchNorm2d(w), nn.LeakyReLU(0.2),
            nn.ConvTranspose2d(w, 3, 4, 2, 1, bias=False), nn.Tanh())

    def forward(self, x):
        return self.main(x)


class DCGANDiscriminator(nn.Module):
    def __init__(self, width=64):
        super().__init__()
        w = width

        def down(inputs, outputs):
            return [nn.Conv2d(inputs, outputs, 4, 2, 1, bias=False), nn.BatchNorm2d(outputs), nn.LeakyReLU(0.2)]

        self.main = nn.Sequential(
            nn.Conv2d(3, w, 4, 2, 1, bias=False), nn.LeakyReLU(0.2),
            *down(w, 2 * w), *down(2 * w, 4 * w), *down(4 * w, 8 * w),
            nn.Conv2d(8 * w, 1, 4, 1, 0, bias=False), nn.Flatten())

    def forward(self, x):
        return self.main(x)


class IllustrationGenerator(nn.Module):
    def __init__(self, latent=100, width=64):
        super().__init__()
        w = self.width = width

        def grow(inputs, outputs):
            doubling = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
            return [doubling, nn.Conv2d(inputs, outputs, 5, padding=2), nn.BatchNorm2d(outputs), nn.ReLU()]

        self.dense = nn.Sequential(
            nn.Linear(latent, 16 * w), nn.ReLU(), nn.Linear(16 * w, 16 * w), nn.ReLU(),
            nn.Linear(16 * w, 16 * w), nn.ReLU(), nn.Linear(16 * w, 128 * w), nn.ReLU())
        self.growth = nn.Sequential(
            *grow(8 * w, 8 * w), *grow(8 * w, 4 * w), *grow(4 * w, 2 * w), *grow(2 * w, w),
            nn.Conv2d(w, 3, 5, padding=2), nn.Tanh())

    def forward(self, x):
        return self.growth(self.dense(x.flatten(1)).view(len(x), 8 * self.width, 4, 4))


class LatentPredictor(nn.Module):
    def __init__(self, latent=100, width=64):
        super().__init__()
        w = width
        self.dense = nn.Sequential(
            nn.Linear(128 * w, 16 * w), nn.ReLU(), nn.Linear(16 * w, 16 * w), nn.ReLU(),
            nn.Linear(16 * w, 16 * w), nn.ReLU(), nn.Linear(16 * w, latent))

    def forward(self, x):
        return self.dense(x.flatten(1))


class MinibatchDiscrimination(nn.Module):
    def __init__(self, inputs, kernels, dimensions):
        super().__init__()
        self.kernels = kernels
        self.weight = nn.Parameter(nn.Linear(inputs, kernels * dimensions).weight.detach())

    def forward(self, x):
        points = (x @ self.weight.T).view(len(x), self.kernels, -1)
        return torch.exp(-(points[:, None] - points[None]).abs().sum(3)).sum(1)


class IllustrationDiscriminator(nn.Module):
    """Without its dropout, whose random numbers are no other framework's."""

    def __init__(self, width=64, kernels=100, dimensions=5):
        super().__init__()
        w = width

        def block(inputs, outputs, norm=True):
            norms = [nn.BatchNorm2d(outputs)] if norm else []
            return nn.Sequential(
                nn.Conv2d(inputs, outputs, 5, padding=2), *norms, nn.LeakyReLU(0.1), nn.MaxPool2d(2))

        self.blocks = nn.ModuleList(
            [block(3, w, norm=False), block(w, 2 * w), block(2 * w, 4 * w), block(4 * w, 8 * w)])
        self.comparison = MinibatchDiscrimination(128 * w, kernels, dimensions)
        self.dense = nn.Sequential(
            nn.Linear(128 * w, 16 * w), nn.LeakyReLU(0.1), nn.Linear(16 * w, 16 * w), nn.LeakyReLU(0.1))
        self.verdict = nn.Linear(16 * w + kernels, 1)

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        x = x.flatten(1)
        return self.verdict(cat([self.dense(x), self.comparison(x)], 1))
