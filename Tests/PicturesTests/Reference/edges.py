"""Writes edges.json: Canny's edges by OpenCV, and a picture with its edges smoothed as AnimeGAN's edge_smooth.py does it.

Run with numpy and opencv-python; the tests compare against what it wrote.
"""
import json
import pathlib

import cv2
import numpy

random = numpy.random.default_rng(3)
HEIGHT, WIDTH = 26, 30
picture = numpy.full((HEIGHT, WIDTH, 3), 200, numpy.uint8)
for _ in range(4):
    (x, y), colour = random.integers(0, 24, 2), random.integers(0, 256, 3)
    cv2.rectangle(picture, (int(x), int(y)), (int(x) + 7, int(y) + 5), colour.tolist(), -1)
cv2.circle(picture, (16, 12), 7, (40, 90, 160), -1)
picture = numpy.clip(picture + random.normal(0, 6, picture.shape), 0, 255).astype(numpy.uint8)
grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)


def edges(lower, upper):
    found = cv2.Canny(grey, lower, upper)
    return {"lower": lower, "upper": upper, "pixels": numpy.flatnonzero(found).tolist()}


def smoothed():
    near = cv2.dilate(cv2.Canny(grey, 100, 200), numpy.ones((5, 5), numpy.uint8))
    padded = numpy.pad(picture, ((2, 2), (2, 2), (0, 0)), mode="reflect").astype(int)
    weights = numpy.outer([1, 4, 6, 4, 1], [1, 4, 6, 4, 1])
    result = picture.copy()
    for y, x in numpy.argwhere(near > 0):
        for channel in range(3):
            result[y, x, channel] = (weights * padded[y:y + 5, x:x + 5, channel]).sum() // 256
    return result


values = {
    "width": WIDTH,
    "height": HEIGHT,
    "rgb": picture.flatten().tolist(),
    "grey": grey.flatten().tolist(),
    "edges": [edges(*pair) for pair in [(100, 200), (20, 60), (0, 0), (200, 400), (50, 50)]],
    "smoothed": smoothed().flatten().tolist(),
}
pathlib.Path(__file__).with_name("edges.json").write_text(json.dumps(values, separators=(",", ":")) + "\n")
