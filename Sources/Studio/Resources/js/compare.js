// Two pictures over each other, with a slider between them.
import { make } from "./dom.js";

export class Compare {
  constructor(label) {
    this.canvas = make("canvas", { className: "compare" });
    this.slider = make("input", { type: "range", min: 0, max: 1000, value: 500, ariaLabel: label, oninput: () => this.draw() });
    this.element = make("div", { className: "comparing" }, this.canvas, this.slider);
    this.canvas.addEventListener("pointerdown", (event) => { this.canvas.setPointerCapture(event.pointerId); this.#drag(event); });
    this.canvas.addEventListener("pointermove", (event) => { if (event.buttons) this.#drag(event); });
  }

  #drag(event) {
    const box = this.canvas.getBoundingClientRect();
    this.slider.value = String(Math.round(1000 * (event.clientX - box.left) / box.width));
    this.draw();
  }

  /** `right` may be missing still. */
  show(left, right) {
    [this.left, this.right] = [left, right];
    const size = right ?? left;
    [this.canvas.width, this.canvas.height] = [size.width, size.height];
    this.draw();
  }

  draw() {
    if (!this.left) return;
    const context = this.canvas.getContext("2d");
    const { width, height } = this.canvas;
    context.clearRect(0, 0, width, height);
    context.drawImage(this.left, 0, 0, width, height);
    if (!this.right) return;
    const cut = Math.round((width * this.slider.value) / 1000);
    context.save();
    context.beginPath();
    context.rect(cut, 0, width - cut, height);
    context.clip();
    context.clearRect(cut, 0, width - cut, height);
    context.drawImage(this.right, 0, 0, width, height);
    context.restore();
    context.fillStyle = "#b43f28";
    context.fillRect(cut - Math.max(1, width / 600), 0, Math.max(2, width / 300), height);
  }
}
