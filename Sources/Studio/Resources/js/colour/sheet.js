// The sheet: the drawing's lines and its colours, as pictures that can be drawn.

const canvasOf = (width, height) => {
  const canvas = new OffscreenCanvas(width, height);
  return { canvas, context: canvas.getContext("2d", { willReadFrequently: true }) };
};

export class Sheet {
  /** `samples` are the grey lines. */
  constructor(width, height, samples) {
    [this.width, this.height] = [width, height];
    const lines = canvasOf(width, height);
    const image = lines.context.createImageData(width, height);
    for (let pixel = 0; pixel < samples.length; pixel += 1) {
      const place = 4 * pixel;
      image.data[place] = image.data[place + 1] = image.data[place + 2] = samples[pixel];
      image.data[place + 3] = 255;
    }
    lines.context.putImageData(image, 0, 0);
    this.lines = lines.canvas;
    this.#colored = canvasOf(width, height);
    this.#image = image;
    this.colors = this.#colored.canvas;
    this.#colored.context.putImageData(image, 0, 0);
  }

  #colored; #image; #flat;

  /**
   * Takes the regions' flat colours over where they changed: elsewhere the shades of before are still right, and a sheet that
   * flickered with each dab would tire the eye.
   */
  showFlat(samples) {
    const [data, before] = [this.#image.data, this.#flat];
    for (let place = 0, sample = 0; sample < samples.length; place += 4, sample += 3) {
      if (before && before[sample] === samples[sample] && before[sample + 1] === samples[sample + 1]
        && before[sample + 2] === samples[sample + 2]) continue;
      data[place] = samples[sample];
      data[place + 1] = samples[sample + 1];
      data[place + 2] = samples[sample + 2];
    }
    this.#flat = samples;
    this.#put();
  }

  /** Takes all colours over. */
  show(samples) {
    const { data } = this.#image;
    for (let place = 0, sample = 0; sample < samples.length; place += 4, sample += 3) {
      data[place] = samples[sample];
      data[place + 1] = samples[sample + 1];
      data[place + 2] = samples[sample + 2];
    }
    this.#put();
  }

  #put() { this.#colored.context.putImageData(this.#image, 0, 0); }

  /** The colour at a place, as it is seen. */
  colorAt(x, y) {
    const place = 4 * (Math.floor(y) * this.width + Math.floor(x));
    return [...this.#image.data.slice(place, place + 3)];
  }
}
