"""Writes the reference values beside this script: python make.py (needs torch, numpy, safetensors).

state-dicts.json           names and shapes of each network's state_dict in its usual size
NAME.safetensors           small networks as PyTorch saves them: what a Swift network loads
NAME-expected.safetensors  what they compute: outputs and the input's gradient in both modes, all gradients
                           in training, losses of ten steps
anime-objective-expected.safetensors
                           the terms of a generator step of the small AnimeGAN, and the generator's gradients
"""
import json
import pathlib

import torch
from safetensors.torch import load_file, save_file
from torch.nn.functional import mse_loss

import networks
import objective

HERE = pathlib.Path(__file__).parent
torch.use_deterministic_algorithms(True)


def pattern(shape, step):
    """Numbers in [0, 1) that every language computes alike."""
    count = torch.Size(shape).numel()
    return (torch.arange(count) * step % 1009 / torch.tensor(1009.0)).reshape(shape)


def unsettle(network, x):
    """Scales, shifts and statistics as after some training, so that no mistake hides behind zeros and ones."""
    for parameter in network.parameters():
        if parameter.dim() == 1:
            parameter.data.add_(0.1 * torch.randn_like(parameter))
    with torch.no_grad():
        for _ in range(17):
            network(x + 0.3 * torch.randn_like(x))


def make(name, constructor, x, y):
    # Each network has its own numbers, so that another one does not change them.
    torch.manual_seed(20)
    network = constructor()
    unsettle(network, x)
    save_file(network.state_dict(), HERE / f"{name}.safetensors", metadata={"format": "pt"})
    state = {key: tensor.clone() for key, tensor in network.state_dict().items()}
    expected = {}
    # In double precision, so that what is compared is the rounding of one side and not of two.
    network.double()
    x, y = x.double(), y.double()
    for mode in ("inference", "training"):
        network.load_state_dict(state)
        network.train(mode == "training")
        network.zero_grad()
        variable = x.clone().requires_grad_()
        output = network(variable)
        mse_loss(output, y).backward()
        expected[f"{mode}.output"] = output.detach()[:1].clone()  # the first picture will do
        expected[f"{mode}.gradient.input"] = variable.grad[:1].clone()
    for key, parameter in network.named_parameters():
        expected[f"training.gradient.{key}"] = parameter.grad.clone()
    for key, tensor in network.state_dict().items():
        if "running" in key:
            expected[f"training.after.{key}"] = tensor.clone()
    network.load_state_dict(state)
    network.train()
    adam = torch.optim.Adam(network.parameters(), lr=1e-3)
    losses = []
    for _ in range(10):
        adam.zero_grad()
        loss = mse_loss(network(x), y)
        loss.backward()
        adam.step()
        losses.append(loss.item())
    expected["losses"] = torch.tensor(losses)
    expected = {key: tensor.float() for key, tensor in expected.items()}
    save_file(expected, HERE / f"{name}-expected.safetensors")
    print(name, [round(loss, 5) for loss in losses])


usual = {"colorizer": networks.UNet, "colorizer-discriminator": networks.ColorizerDiscriminator, "face-vae": networks.FaceVAE,
         "sketch-vae": networks.SketchVAE, "fine-sketch-vae": networks.FineSketchVAE, "code-flow": networks.CodeFlow,
         "latent-flow": networks.LatentFlow,
         "dense-vae": networks.DenseVAE,
         "animegan-v1": networks.AnimeGenerator, "animegan-v1-discriminator": networks.AnimeDiscriminator,
         "animegan-v2": networks.AnimeGeneratorV2, "animegan-light": networks.LightAnimeGenerator,
         "cartoongan": networks.CartoonGAN, "comixgan": networks.ComixGAN,
         "vgg19": networks.FeatureNetwork, "dcgan-generator": networks.DCGANGenerator,
         "dcgan-discriminator": networks.DCGANDiscriminator,
         "illustration-gan-generator": networks.IllustrationGenerator,
         "illustration-gan-predictor": networks.LatentPredictor,
         "illustration-gan-discriminator": networks.IllustrationDiscriminator}
shapes = {
    name: {"parameters": sum(p.numel() for p in network().parameters()),
           "state": [[key, list(tensor.shape)] for key, tensor in network().state_dict().items()]}
    for name, network in usual.items()
}
(HERE / "state-dicts.json").write_text(json.dumps(shapes, separators=(",", ":")) + "\n")

make("unet", lambda: networks.UNet(width=1), pattern((2, 4, 32, 32), 37), pattern((2, 3, 32, 32), 53))
make("discriminator", lambda: networks.ColorizerDiscriminator(side=32, width=2), pattern((4, 3, 32, 32), 37), pattern((4, 2), 53))
make("face-vae", lambda: networks.FaceVAE(latent=3, width=2), 2 * pattern((3, 3, 64, 64), 37) - 1,
     2 * pattern((3, 3, 64, 64), 53) - 1)
make("sketch-vae", lambda: networks.SketchVAE(parts=4, latent=3, width=2), pattern((3, 5, 64, 64), 37),
     2 * pattern((3, 5, 64, 64), 53) - 1)
make("fine-sketch-vae", lambda: networks.FineSketchVAE(parts=4, latent=3, width=4), pattern((2, 5, 128, 128), 37),
     2 * pattern((2, 5, 128, 128), 53) - 1)
make("code-flow", lambda: networks.CodeFlow(latent=3, condition=4, width=6), pattern((2, 8, 8, 8), 37),
     2 * pattern((2, 3, 8, 8), 53) - 1)
make("latent-flow", lambda: networks.LatentFlow(latent=5, width=12), pattern((4, 6, 1, 1), 37),
     2 * pattern((4, 5, 1, 1), 53) - 1)
make("dense-vae", lambda: networks.DenseVAE(latent=3, width=10), pattern((4, 1, 28, 28), 37),
     pattern((4, 1, 28, 28), 53))

photo = 2 * pattern((2, 3, 16, 20), 37) - 1
picture = 2 * pattern((2, 3, 16, 20), 53) - 1
make("anime-generator", lambda: networks.AnimeGenerator(width=2), photo, picture)
make("anime-discriminator", lambda: networks.AnimeDiscriminator(width=2), photo, pattern((2, 1, 4, 5), 53))
make("anime-generator-v2", lambda: networks.AnimeGeneratorV2(width=2), photo, picture)
make("light-anime-generator", lambda: networks.LightAnimeGenerator(width=2), photo, picture)
make("cartoongan", lambda: networks.CartoonGAN(width=2), photo, picture)
make("comixgan", lambda: networks.ComixGAN(width=2), photo, picture)
make("features", lambda: networks.FeatureNetwork([[4, 4], [6], [8, 8]]), photo, pattern((2, 8, 4, 5), 53))

face = 2 * pattern((4, 3, 64, 64), 53) - 1
make("dcgan-generator", lambda: networks.DCGANGenerator(latent=3, width=2), 2 * pattern((4, 3, 1, 1), 37) - 1, face)
make("dcgan-discriminator", lambda: networks.DCGANDiscriminator(width=2), face, pattern((4, 1), 53))
make("illustration-generator", lambda: networks.IllustrationGenerator(latent=3, width=1),
     2 * pattern((4, 3, 1, 1), 37) - 1, face)
make("illustration-discriminator", lambda: networks.IllustrationDiscriminator(width=1, kernels=3, dimensions=2), face,
     pattern((4, 1), 53))
make("latent-predictor", lambda: networks.LatentPredictor(latent=3, width=1), pattern((4, 128, 1, 1), 37),
     pattern((4, 3), 53))


def make_objective():
    def loaded(network, name):
        network.load_state_dict(load_file(HERE / f"{name}.safetensors"))
        return network.double().eval()

    generator = loaded(networks.AnimeGenerator(width=2), "anime-generator")
    judge = loaded(networks.AnimeDiscriminator(width=2), "anime-discriminator")
    network = loaded(networks.FeatureNetwork([[4, 4], [6], [8, 8]]), "features")
    photos = photo.double()
    styles = (2 * pattern((2, 1, 12, 16), 71) - 1).repeat(1, 3, 1, 1).double()
    terms = objective.generator_terms(generator(photos), photos, styles, judge, network)
    # Weights with which every term shows in the gradients of these small networks.
    sum(weight * term for weight, term in zip((1, 100, 10_000, 10, 1), terms)).backward()
    expected = {name: term.detach() for name, term in
                zip(("adversarial", "content", "style", "colour", "totalVariation"), terms)}
    expected |= {f"gradient.{name}": parameter.grad for name, parameter in generator.named_parameters()}
    expected = {name: tensor.float().clone() for name, tensor in expected.items()}
    save_file(expected, HERE / "anime-objective-expected.safetensors")


make_objective()
