// A small figure that is drawn anew at each turn: filled and plain curves, dots, and axes with a few numbers.

import { sharpContext, size } from "./knob.js";

export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Plot {
  /** `x` and `y` are the ranges that are shown; `right` is what stays free beside them. */
  constructor(canvas, { x, y, xLabel, yLabel, right = 14 }) {
    Object.assign(this, { x, y, xLabel, yLabel, ...size });
    this.#right = right;
    this.context = sharpContext(canvas);
  }

  #left = 68; #bottom = 40; #top = 14; #right;

  /** The values at a place of the figure. */
  valuesAt(left, top) {
    const [width, height] = [this.width - this.#left - this.#right, this.height - this.#top - this.#bottom];
    return [this.x[0] + ((left - this.#left) / width) * (this.x[1] - this.x[0]),
      this.y[0] + ((this.height - this.#bottom - top) / height) * (this.y[1] - this.y[0])];
  }

  across(value) { return this.#left + ((value - this.x[0]) / (this.x[1] - this.x[0])) * (this.width - this.#left - this.#right); }
  up(value) { return this.height - this.#bottom - ((value - this.y[0]) / (this.y[1] - this.y[0])) * (this.height - this.#top - this.#bottom); }

  clear() {
    const { context } = this;
    context.clearRect(0, 0, this.width, this.height);
    context.font = "12px system-ui, sans-serif";
    context.fillStyle = css("--soft");
    context.strokeStyle = css("--line");
    context.lineWidth = 1;
    context.textAlign = "center";
    for (let part = 0; part <= 4; part += 1) {
      const value = this.x[0] + (part / 4) * (this.x[1] - this.x[0]);
      context.fillText(short(value), this.across(value), this.height - 22);
      const height = this.y[0] + (part / 4) * (this.y[1] - this.y[0]);
      context.beginPath();
      context.moveTo(this.#left, this.up(height));
      context.lineTo(this.width - this.#right, this.up(height));
      context.stroke();
      context.textAlign = "right";
      context.fillText(short(height), this.#left - 8, this.up(height) + 4);
      context.textAlign = "center";
    }
    context.fillText(this.xLabel, (this.#left + this.width - this.#right) / 2, this.height - 6);
    context.save();
    context.translate(11, (this.#top + this.height - this.#bottom) / 2);
    context.rotate(-Math.PI / 2);
    context.fillText(this.yLabel, 0, 0);
    context.restore();
  }

  #path(xs, ys) {
    this.context.beginPath();
    xs.forEach((x, index) => {
      const height = Math.min(this.y[1], Math.max(this.y[0] - 0.02 * (this.y[1] - this.y[0]), ys[index]));
      this.context.lineTo(this.across(x), this.up(height));
    });
  }

  curve(xs, ys, color, width = 2.5) {
    this.#path(xs, ys);
    this.context.strokeStyle = color;
    this.context.lineWidth = width;
    this.context.stroke();
  }

  area(xs, ys, color) {
    this.#path(xs, ys);
    this.context.lineTo(this.across(xs.at(-1)), this.up(this.y[0]));
    this.context.lineTo(this.across(xs[0]), this.up(this.y[0]));
    this.context.fillStyle = color;
    this.context.fill();
  }

  dot(x, y, color, radius = 6) {
    const { context } = this;
    context.beginPath();
    context.arc(this.across(x), this.up(Math.max(this.y[0], y)), radius, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
    context.strokeStyle = css("--raised");
    context.lineWidth = 2;
    context.stroke();
  }
}

const short = (value) => String(Number(value.toPrecision(3)));

/** Blue and vermilion are told apart by nearly everybody, on light and dark. */
export const blue = "#3d86d8";
export const vermilion = "#d9662b";
export const grey = "#98938c66";
