// The drawing's regions: which one is where, and a picture that tells them apart.

export class Regions {
  constructor(width, height, bytes) {
    [this.width, this.height] = [width, height];
    this.labels = new Int32Array(bytes.buffer, bytes.byteOffset, width * height);
  }

  /** The region at a place; -1 outside of the drawing. */
  at(x, y) {
    const [column, row] = [Math.floor(x), Math.floor(y)];
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return -1;
    return this.labels[row * this.width + column];
  }

  /** A tint for each region, clear enough that the drawing shows through. */
  picture() {
    this.tints ??= this.#draw((label) => {
      const mixed = Math.imul(label + 1, 2654435761) >>> 0;
      return [90 + ((mixed >>> 8) & 127), 90 + ((mixed >>> 15) & 127), 90 + ((mixed >>> 22) & 127), 150];
    });
    return this.tints;
  }

  /** One region alone. */
  mask(region) {
    if (this.masked?.region !== region) {
      this.masked = { region, canvas: this.#draw((label) => (label === region ? [31, 111, 235, 110] : null)) };
    }
    return this.masked.canvas;
  }

  #draw(tint) {
    const canvas = new OffscreenCanvas(this.width, this.height);
    const context = canvas.getContext("2d");
    const image = context.createImageData(this.width, this.height);
    const known = new Map();
    for (let pixel = 0; pixel < this.labels.length; pixel += 1) {
      const label = this.labels[pixel];
      if (!known.has(label)) known.set(label, tint(label));
      const color = known.get(label);
      if (color) image.data.set(color, 4 * pixel);
    }
    context.putImageData(image, 0, 0);
    return canvas;
  }
}
