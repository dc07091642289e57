"""Writes opencv.json: what OpenCV finds on 0000.png and 0001.png with the shipped cascade, and how it prepares them.

Run with numpy and opencv-python 4 (OpenCV 5 has no CascadeClassifier) whenever Data/face-cascade.xml changes. The two
pages were drawn by: nurie pages Tests/DetectionTests/Reference --count 2 --seed 77 --width 320 --height 450
"""
import json
import pathlib

import cv2
import numpy

cv2.setNumThreads(1)  # with more threads the order of the boxes is left to chance
here = pathlib.Path(__file__).parent
cascade = cv2.CascadeClassifier(str(here.parents[2] / "Data/face-cascade.xml"))


def checksum(samples):
    """The sum of all samples, each times its place (counted round after 65521)."""
    samples = samples.flatten().astype(numpy.int64)
    return int((samples * (numpy.arange(samples.size) % 65521 + 1)).sum())


def prepared(name):
    grey = cv2.cvtColor(cv2.imread(str(here / name)), cv2.COLOR_BGR2GRAY)
    return grey, cv2.equalizeHist(grey)


pictures, detections = [], []
for name in ("0000.png", "0001.png"):
    grey, equalised = prepared(name)
    scaled = [
        {"width": w, "height": h, "sum": checksum(cv2.resize(equalised, (w, h), interpolation=cv2.INTER_LINEAR_EXACT))}
        for w, h in ((319, 449), (291, 409), (160, 225), (97, 136), (24, 34), (400, 500))
    ]
    pictures.append({"name": name, "grey": checksum(grey), "equalised": checksum(equalised), "scaled": scaled})
    for factor, neighbours, least, most in (
        (1.1, 0, 0, 0), (1.1, 1, 0, 0), (1.1, 3, 24, 0), (1.1, 5, 0, 90), (1.02, 3, 40, 0), (1.25, 2, 30, 120),
        (1.5, 0, 50, 50), (2.0, 0, 0, 0), (1.1, 3, 1000, 0),
    ):
        boxes = cascade.detectMultiScale(equalised, factor, neighbours, 0, (least, least), (most, most))
        detections.append({
            "name": name, "factor": factor, "neighbours": neighbours, "least": least, "most": most,
            "boxes": [[int(number) for number in box] for box in boxes],
        })
print(sum(len(case["boxes"]) for case in detections), "boxes")
(here / "opencv.json").write_text(json.dumps({"pictures": pictures, "detections": detections}, separators=(",", ":")))
