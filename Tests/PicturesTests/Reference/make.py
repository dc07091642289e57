"""Writes resizing.json: a small picture resized by OpenCV (area) and Pillow (bicubic, nearest).

Run with numpy, opencv-python and pillow; the tests compare against what it wrote.
Pillow rounds and cuts off between the two directions on bytes, so its bicubic is done on floats.
"""
import json
import pathlib

import cv2
import numpy
from PIL import Image

random = numpy.random.default_rng(7)
picture = random.integers(0, 256, (9, 11), dtype=numpy.uint8)


def area(width, height):
    return cv2.resize(picture.astype(numpy.float32), (width, height), interpolation=cv2.INTER_AREA)


def bicubic(width, height):
    return numpy.asarray(Image.fromarray(picture.astype(numpy.float32)).resize((width, height), Image.BICUBIC))


def nearest(width, height):
    return numpy.asarray(Image.fromarray(picture).resize((width, height), Image.NEAREST))


def case(method, width, height):
    values = numpy.floor(method(width, height).clip(0, 255) + 0.5).astype(int)
    return {"method": method.__name__, "width": width, "height": height, "samples": values.flatten().tolist()}


smaller = [(1, 1), (11, 1), (3, 2), (7, 5), (10, 9), (4, 8)]
larger = [(12, 10), (23, 17), (5, 20), (40, 3)]
cases = [case(area, *size) for size in smaller]
cases += [case(method, *size) for method in (bicubic, nearest) for size in smaller + larger]
result = {"width": 11, "height": 9, "samples": picture.flatten().tolist(), "cases": cases}
lines = ",\n".join("  " + json.dumps(case, separators=(",", ":")) for case in cases)
head = json.dumps({key: result[key] for key in ("width", "height", "samples")}, separators=(",", ":"))
pathlib.Path(__file__).with_name("resizing.json").write_text(f'{head[:-1]},"cases":[\n{lines}\n]}}\n')
