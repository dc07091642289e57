// What is seen of the sheet: where it lies in the window, how large, and what is drawn over it.
import { outline, paint } from "./dabs.js";

const margin = 28;

export class View {
  /** `state` gives what is drawn: see `#render`. */
  constructor(canvas, state) {
    this.canvas = canvas;
    this.state = state;
    this.scale = 1;
    [this.x, this.y] = [0, 0];
    this.mode = "result";
    this.share = 0.5;
    this.isFitted = true;
    new ResizeObserver(() => this.#resize()).observe(canvas);
    addEventListener("themechange", () => this.draw());
  }

  get width() { return this.canvas.clientWidth; }
  get height() { return this.canvas.clientHeight; }
  /** Side by side, or one above the other where there is more room so; each half has the same sheet. */
  get #isStacked() { return this.height > this.width; }
  get #paneWidth() { return this.mode === "both" && !this.#isStacked ? this.width / 2 : this.width; }
  get #paneHeight() { return this.mode === "both" && this.#isStacked ? this.height / 2 : this.height; }

  #resize() {
    const ratio = devicePixelRatio || 1;
    [this.canvas.width, this.canvas.height] = [Math.round(this.width * ratio), Math.round(this.height * ratio)];
    if (this.isFitted) this.fit();
    this.draw();
  }

  /** The whole sheet, as large as it can be. */
  fit() {
    const { sheet } = this.state();
    this.isFitted = true;
    if (!sheet || !this.width) return;
    this.scale = Math.max(0.02, Math.min((this.#paneWidth - 2 * margin) / sheet.width, (this.#paneHeight - 2 * margin) / sheet.height));
    this.x = (this.#paneWidth - this.scale * sheet.width) / 2;
    this.y = (this.#paneHeight - this.scale * sheet.height) / 2;
    this.draw();
  }

  setMode(mode) { this.mode = mode; this.fit(); }

  /** The place on the sheet at a place of the window. */
  place(x, y) {
    const [column, row] = this.#inPane(x, y);
    return { x: (column - this.x) / this.scale, y: (row - this.y) / this.scale };
  }

  #inPane(x, y) {
    return [x > this.#paneWidth ? x - this.#paneWidth : x, y > this.#paneHeight ? y - this.#paneHeight : y];
  }

  pan(x, y) { this.isFitted = false; this.x += x; this.y += y; this.draw(); }

  /** Larger or smaller; what is at the place stays there. */
  zoom(factor, x = this.#paneWidth / 2, y = this.#paneHeight / 2) {
    this.isFitted = false;
    const [column, row] = this.#inPane(x, y);
    const scale = Math.min(40, Math.max(0.02, this.scale * factor));
    this.x = column - ((column - this.x) * scale) / this.scale;
    this.y = row - ((row - this.y) * scale) / this.scale;
    this.scale = scale;
    this.draw();
  }

  draw() {
    if (this.isWaiting) return;
    this.isWaiting = true;
    requestAnimationFrame(() => { this.isWaiting = false; this.#render(); });
  }

  #render() {
    const context = this.canvas.getContext("2d");
    const ratio = devicePixelRatio || 1;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, this.width, this.height);
    const state = this.state();
    if (!state.sheet) return;
    const [width, height] = [this.#paneWidth, this.#paneHeight];
    if (this.mode === "both") {
      const [left, top] = this.#isStacked ? [0, height] : [width, 0];
      this.#pane(context, state, [0, 0, width, height], state.sheet.lines, true);
      this.#pane(context, state, [left, top, width, height], state.sheet.colors, false);
    } else if (this.mode === "slider") {
      const cut = this.share * width;
      this.#pane(context, state, [0, 0, cut, height], state.sheet.colors, false);
      this.#pane(context, state, [cut, 0, width - cut, height], state.sheet.lines, false, [0, 0]);
      context.fillStyle = "#b43f28";
      context.fillRect(cut - 1, 0, 2, height);
    } else {
      this.#pane(context, state, [0, 0, width, height], state.sheet.colors, false);
    }
  }

  /** A part of the window with a sheet in it, whose origin is the part's own unless it is given. */
  #pane(context, state, [left, top, width, height], picture, isForDabs, origin = [left, top]) {
    context.save();
    context.beginPath();
    context.rect(left, top, width, height);
    context.clip();
    context.translate(origin[0] + this.x, origin[1] + this.y);
    context.scale(this.scale, this.scale);
    context.shadowColor = "#0003";
    context.shadowBlur = 22;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, state.sheet.width, state.sheet.height);
    context.shadowColor = "transparent";
    context.imageSmoothingEnabled = this.scale < 3;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0);
    if (state.showsRegions && state.regions) {
      context.drawImage(state.regions.picture(), 0, 0);
      context.globalCompositeOperation = "multiply";
      context.drawImage(state.sheet.lines, 0, 0);
      context.globalCompositeOperation = "source-over";
    }
    if (state.marked >= 0 && state.regions) context.drawImage(state.regions.mask(state.marked), 0, 0);
    if (state.showsDabs || isForDabs) for (const dab of state.dabs) outline(context, dab, this.scale, dab.id === state.chosen);
    else if (state.chosen) for (const dab of state.dabs) if (dab.id === state.chosen) outline(context, dab, this.scale, true);
    if (state.stroke) paint(context, state.stroke);
    if (state.cursor) this.#cursor(context, state.cursor);
    context.restore();
  }

  /** Where the brush is, seen on any colour. */
  #cursor(context, { x, y, radius, isCross }) {
    for (const [color, width] of [["#fff", 3], ["#26221e", 1.2]]) {
      context.strokeStyle = color;
      context.lineWidth = width / this.scale;
      context.beginPath();
      context.arc(x, y, Math.max(radius, 2 / this.scale), 0, 2 * Math.PI);
      if (isCross) {
        const arm = Math.max(radius, 2 / this.scale) + 9 / this.scale;
        context.moveTo(x - arm, y); context.lineTo(x + arm, y);
        context.moveTo(x, y - arm); context.lineTo(x, y + arm);
      }
      context.stroke();
    }
  }
}
