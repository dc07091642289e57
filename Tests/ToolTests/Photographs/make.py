"""Makes the JPEG files beside it, as cameras and printers leave them: grey, in four inks, and lying on its side."""

from pathlib import Path

from PIL import Image

folder = Path(__file__).parent
width, height = 48, 32
picture = Image.new("RGB", (width, height))
for y in range(height):
    for x in range(width):
        picture.putpixel((x, y), (5 * x, 7 * y, 255 - 4 * x))

picture.convert("L").save(folder / "grey.jpg", quality=85)
picture.convert("CMYK").save(folder / "ink.jpg", quality=85)
exif = Image.Exif()
exif[0x0112] = 6  # The top is at the right.
picture.save(folder / "turned.jpg", quality=85, exif=exif)
