"""Times the networks in PyTorch, a run at a time: python peer.py CASE [--compile] [--precision bfloat16]

Says "ready" after three runs that are not counted; then makes a run for each line of standard input and prints its
seconds. So `bench --against` can let the two take turns. In bfloat16 PyTorch runs with autocast and channels last.
"""
import pathlib
import sys
import time

import torch
import torch.nn.functional as F

root = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(root / "Tests" / "ModelsTests" / "Reference"))
import networks  # noqa: E402
import objective  # noqa: E402

# The twin resizes as TensorFlow 1 by matrices; what PyTorch has as one operation costs less.
networks.tf1_resize = lambda x, height, width: F.interpolate(x, (height, width), mode="bilinear")


def unet_train(wrap):
    network = networks.UNet()
    run, adam = wrap(network), torch.optim.Adam(network.parameters(), 1e-4)
    x, y = torch.rand(4, 4, 128, 128), torch.rand(4, 3, 128, 128)

    def step():
        adam.zero_grad()
        F.mse_loss(run(x), y).backward()
        adam.step()

    return step


def unet_infer(wrap):
    run = wrap(networks.UNet().eval())
    x = torch.rand(1, 4, 512, 512)

    def step():
        with torch.inference_mode():
            run(x)

    return step


def vae_train(wrap):
    network = networks.FaceVAE()
    optimiser = torch.optim.RMSprop(network.parameters(), 1e-4)
    x = torch.rand(64, 3, 64, 64) * 2 - 1

    def forward(x):
        mean, logvar = network.encoder(x).chunk(2, 1)
        codes = mean + torch.exp(0.5 * logvar) * torch.randn_like(mean)
        return network.decoder(network.project(codes).view(len(x), -1, 8, 8)), mean, logvar

    run = wrap(forward)

    def step():
        optimiser.zero_grad()
        decoded, mean, logvar = run(x)
        error = ((decoded - x) ** 2).sum() / (2 * 0.1**2)
        divergence = 0.5 * (mean**2 + logvar.exp() - 1 - logvar).sum()
        ((error + divergence) / len(x)).backward()
        optimiser.step()

    return step


def anime_infer(wrap):
    run = wrap(networks.AnimeGenerator().eval())
    return inference(run)


def cartoon_infer(wrap):
    run = wrap(networks.CartoonGAN().eval())
    return inference(run)


def inference(run):
    x = torch.rand(1, 3, 256, 256) * 2 - 1

    def step():
        with torch.inference_mode():
            run(x)

    return step


def anime_train(wrap):
    network = networks.AnimeGenerator()
    judge = networks.AnimeDiscriminator().eval().requires_grad_(False)
    features = networks.FeatureNetwork().eval().requires_grad_(False)
    adam = torch.optim.Adam(network.parameters(), 8e-5, betas=(0.5, 0.999))
    photos = torch.rand(4, 3, 128, 128) * 2 - 1
    grey_styles = (torch.rand(4, 1, 128, 128) * 2 - 1).repeat(1, 3, 1, 1)

    def forward(photos, grey_styles):
        adversarial, content, style, colour, _ = objective.generator_terms(
            network(photos), photos, grey_styles, judge, features)
        return 300 * adversarial + 1.5 * content + 3 * style + 10 * colour

    run = wrap(forward)

    def step():
        adam.zero_grad()
        run(photos, grey_styles).backward()
        adam.step()

    return step


def repeated(times, function, *shapes):
    def case(wrap):
        inputs, run = [torch.rand(*shape) * 2 - 1 for shape in shapes], wrap(function)

        def step():
            with torch.inference_mode():
                for _ in range(times):
                    run(*inputs)

        return step

    return case


def small_convolutions(wrap):
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 16, 3, padding=1), torch.nn.ReLU(), torch.nn.Conv2d(16, 16, 3, padding=1))
    run, x = wrap(network), torch.rand(64, 1, 28, 28)

    def step():
        network.zero_grad()
        run(x).sum().backward()

    return step


def small_network(wrap):
    network = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    run, adam = wrap(network), torch.optim.Adam(network.parameters(), 1e-3)
    x, classes = torch.rand(32, 64), torch.arange(32) % 10

    def step():
        for _ in range(20):
            adam.zero_grad()
            F.cross_entropy(run(x), classes).backward()
            adam.step()

    return step


def picture(size):
    def case(wrap):
        run, x = wrap(networks.UNet().eval()), torch.rand(1, 4, size, size)

        def step():
            with torch.inference_mode():
                run(x)

        return step

    return case


million = [1_000_000]
small = {
    "add": repeated(20, torch.add, million, million), "relu": repeated(20, torch.relu, million),
    "exp": repeated(10, torch.exp, million), "tanh": repeated(10, torch.tanh, million),
    "sum": repeated(50, torch.sum, million),
    "softmax": repeated(10, lambda x: torch.softmax(x, 1), [1024, 1024]),
    "axes-sum": repeated(1, lambda x: x.sum([0, 2, 3]), [64, 64, 64, 64]),
    "matmul": repeated(10, torch.matmul, [256, 256], [256, 256]),
    "norm": repeated(1, lambda x: F.batch_norm(x, None, None, training=True), [16, 64, 64, 64]),
    "small-convolutions": small_convolutions, "small-network": small_network, "unet-64": picture(64),
    "unet-128": picture(128)}
cases = {"unet-train": unet_train, "unet-infer": unet_infer, "vae-train": vae_train, "anime-infer": anime_infer,
         "anime-train": anime_train, "cartoon-infer": cartoon_infer} | small
if len(sys.argv) < 2 or sys.argv[1] not in cases:
    sys.exit(__doc__ + "\nCases: " + ", ".join(cases))
torch.manual_seed(0)
is_rounded = "bfloat16" in sys.argv


def wrap(function):
    if is_rounded and isinstance(function, torch.nn.Module):
        function = function.to(memory_format=torch.channels_last)
    return torch.compile(function) if "--compile" in sys.argv else function


torch.set_autocast_enabled("cpu", is_rounded)
torch.set_autocast_dtype("cpu", torch.bfloat16)
step = cases[sys.argv[1]](wrap)
for _ in range(3):
    step()
print("ready", flush=True)
for _ in sys.stdin:
    begin = time.perf_counter()
    step()
    print(time.perf_counter() - begin, flush=True)
