"""AnimeGAN's losses once more, in PyTorch: what Sources/Models/AnimeObjective.swift is compared with."""
import torch
from torch.nn import functional as F

MEAN, DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)
YUV = ((0.299, 0.587, 0.114), (-0.14714119, -0.28886916, 0.43601035), (0.61497538, -0.51496512, -0.10001026))


def features_of(network, pictures):
    """The feature network's map of pictures in [-1, 1]."""
    mean, deviation = (pictures.new_tensor(numbers).view(3, 1, 1) for numbers in (MEAN, DEVIATION))
    return network(((pictures + 1) / 2 - mean) / deviation)


def gram(x):
    n, c, h, w = x.shape
    rows = x.reshape(n, c, h * w)
    return rows @ rows.transpose(1, 2) / (c * h * w)


def colour_error(picture, original):
    matrix = picture.new_tensor(YUV)
    a, b = (torch.einsum("ij,njhw->nihw", matrix, (x + 1) / 2) for x in (picture, original))
    return (F.l1_loss(a[:, 0], b[:, 0]) + F.huber_loss(a[:, 1], b[:, 1]) + F.huber_loss(a[:, 2], b[:, 2]))


def total_variation(x):
    return 0.5 * (x.diff(dim=2) ** 2).mean() + 0.5 * (x.diff(dim=3) ** 2).mean()


def generator_terms(generated, photos, grey_styles, judge, network):
    """Adversarial, content, style, colour and total variation, before they are weighted."""
    with torch.no_grad():
        content, style = features_of(network, photos), gram(features_of(network, grey_styles))
    own = features_of(network, generated)
    return (((judge(generated) - 1) ** 2).mean(), F.l1_loss(own, content), F.l1_loss(gram(own), style),
            colour_error(generated, photos), total_variation(generated))
