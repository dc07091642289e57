"""The project's networks once more, in PyTorch: what the Swift ones are compared with.

The tables and the attribute names are those of Sources/Models; width and picture size are parameters, so that
reference values stay small.
"""
from torch import cat, nn


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


class Adversary(nn.Module):
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
