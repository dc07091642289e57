"""Times a case elsewhere, a run at a time: python peer.py CASE [ENGINE] [--precision bfloat16] [--threads N]

ENGINE is PyTorch, eager or compiled; or, for networks in inference, OpenVINO or ONNX Runtime, which get PyTorch's network as
an ONNX file and must give what it gives. In bfloat16 PyTorch runs with autocast and channels last.

Says "ready" after three runs that are not counted, or why there are none; then makes runs of 30 ms
together for each line of standard input, one at least, and prints the seconds of the last. So `bench --against` can let all take turns.
"""
import argparse
import pathlib
import sys
import tempfile
import time
import warnings

try:
    import torch
except ImportError as error:
    sys.exit(print(f"there is no {error.name}, in which the networks are written", flush=True))
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


million = [1_000_000]
small = {
    "add": repeated(20, torch.add, million, million), "relu": repeated(20, torch.relu, million),
    "exp": repeated(10, torch.exp, million), "tanh": repeated(10, torch.tanh, million),
    "sum": repeated(50, torch.sum, million),
    "softmax": repeated(10, lambda x: torch.softmax(x, 1), [1024, 1024]),
    "axes-sum": repeated(1, lambda x: x.sum([0, 2, 3]), [64, 64, 64, 64]),
    "matmul": repeated(10, torch.matmul, [256, 256], [256, 256]),
    "norm": repeated(1, lambda x: F.batch_norm(x, None, None, training=True), [16, 64, 64, 64]),
    "small-convolutions": small_convolutions, "small-network": small_network}
cases = {"unet-train": unet_train, "vae-train": vae_train, "anime-train": anime_train} | small


def unet(size):
    return networks.UNet, torch.rand(1, 4, size, size)


def stylizer(network):
    return network, torch.rand(1, 3, 256, 256) * 2 - 1


inference = {"unet-infer": lambda: unet(512), "unet-128": lambda: unet(128), "unet-64": lambda: unet(64),
             "anime-infer": lambda: stylizer(networks.AnimeGenerator),
             "cartoon-infer": lambda: stylizer(networks.CartoonGAN)}


def in_torch(network, x, wrap):
    run = wrap(network)

    def step():
        with torch.inference_mode():
            return run(x)

    return step


def exported(network, x):
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(network, (x,), file.name, opset_version=17, dynamo=False)
        return pathlib.Path(file.name).read_bytes()


def in_openvino(network, x, precision, threads):
    import openvino
    settings = {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": threads,
                "INFERENCE_PRECISION_HINT": {"float32": "f32", "bfloat16": "bf16"}[precision]}
    core = openvino.Core()
    request = core.compile_model(core.read_model(exported(network, x), b""), "CPU", settings).create_infer_request()
    request.set_input_tensor(openvino.Tensor(x.numpy()))

    def step():
        request.infer()
        return torch.from_numpy(request.get_output_tensor().data)

    return step


def in_onnxruntime(network, x, threads):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(exported(network, x), options, providers=["CPUExecutionProvider"])
    inputs = {session.get_inputs()[0].name: x.numpy()}
    return lambda: torch.from_numpy(session.run(None, inputs)[0])


def check(given, expected, precision):
    """Stops if the root of the mean squared difference is more than rounding would make it."""
    error = float((given.float() - expected).square().mean().sqrt() / expected.std())
    if not error < {"float32": 1e-3, "bfloat16": 0.2}[precision]:
        sys.exit(print(f"it gives something else than PyTorch: they differ by {error:.2g} of the deviation", flush=True))


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("case", choices=[*cases, *inference])
parser.add_argument("engine", nargs="?", default="eager", choices=["eager", "compiled", "openvino", "onnxruntime"])
parser.add_argument("--precision", default="float32", choices=["float32", "bfloat16"])
parser.add_argument("--threads", type=int, default=torch.get_num_threads())
options = parser.parse_args()
torch.manual_seed(0)
torch.set_num_threads(options.threads)
is_rounded = options.precision == "bfloat16"


def wrap(function):
    if is_rounded and isinstance(function, torch.nn.Module):
        function = function.to(memory_format=torch.channels_last)
    return torch.compile(function) if options.engine == "compiled" else function


def prepared():
    if options.case in cases:
        return cases[options.case](wrap)
    kind, x = inference[options.case]()
    network = kind().eval()
    if options.engine in ("eager", "compiled"):
        return in_torch(network, x, wrap)
    with torch.inference_mode():
        expected = network(x)
    if options.engine == "openvino":
        step = in_openvino(network, x, options.precision, options.threads)
    else:
        step = in_onnxruntime(network, x, options.threads)
    check(step(), expected, options.precision)
    return step


torch.set_autocast_enabled("cpu", is_rounded and options.engine in ("eager", "compiled"))
torch.set_autocast_dtype("cpu", torch.bfloat16)
try:
    step = prepared()
except ImportError as error:
    sys.exit(print(f"there is no {error.name}", flush=True))
for _ in range(3):
    step()
print("ready", flush=True)
for _ in sys.stdin:
    turn = time.perf_counter()
    while True:
        begin = time.perf_counter()
        step()
        end = time.perf_counter()
        if end - turn > 0.03:
            break
    print(end - begin, flush=True)
