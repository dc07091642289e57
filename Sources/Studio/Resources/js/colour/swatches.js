// The colours at hand: a small box of paints, or a palette of the user's own.
import { askJSON } from "../api.js";
import { find, make, tell } from "../dom.js";
import { hex, rgb } from "./dabs.js";

/** Paper, skins, hair, cloth, sky, leaf: what drawings want most. */
const usual = [
  "#ffffff", "#fde8d7", "#f8cfae", "#e2a27b", "#b87350", "#7a4a34", "#3b2a26", "#1f1d20",
  "#fbe8a6", "#f4c95d", "#e8a33d", "#d9662b", "#c8402f", "#8f2533", "#f2a7b5", "#d9608a",
  "#cfe6f5", "#8fc3e8", "#4a8fd0", "#2b5a9e", "#1f3263", "#b9a4e0", "#7f5fb5", "#4c3575",
  "#d9ecc3", "#9cc76b", "#5c9b4a", "#2f6b45", "#1f8f86", "#d8d4cd", "#98938c", "#56524e",
];

export class Swatches extends EventTarget {
  constructor() {
    super();
    this.well = find("#color");
    this.well.addEventListener("input", () => this.choose(rgb(this.well.value)));
    this.show(null);
  }

  get color() { return rgb(this.well.value); }

  choose(color) {
    this.well.value = hex(color);
    this.#mark();
    this.dispatchEvent(new Event("change"));
  }

  /** Shows a palette's colours, or the usual ones. */
  show(palette) {
    if (this.palette === palette) return;
    this.palette = palette;
    find("#swatches").replaceChildren(...[...new Set(palette?.colors ?? usual)].map((color) => {
      const button = make("button", { type: "button", title: color, onclick: () => this.choose(rgb(color)) });
      button.setAttribute("aria-label", `Colour ${color}`);
      button.dataset.color = color;
      // Colours are data, not style: the page's policy allows no style in the markup.
      button.style.setProperty("background-color", color, "important");
      return button;
    }));
    this.#mark();
  }

  #mark() {
    for (const button of find("#swatches").children) {
      button.setAttribute("aria-pressed", String(button.dataset.color === this.well.value));
    }
  }

  /** Reads a palette of GIMP; the server parses it. */
  static async read(file) {
    try {
      return { name: file.name, colors: await askJSON("palette", file) };
    } catch (error) {
      tell(error.message);
      return null;
    }
  }
}
