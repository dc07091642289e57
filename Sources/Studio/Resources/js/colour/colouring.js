// Keeps the sheet's colours up with the work: regions at once, then the network's shades; a newer stroke stops what is under way.
import { ask, askSamples, isSuperseded, Refused } from "../api.js";
import { Regions } from "./regions.js";
import { Sheet } from "./sheet.js";

export class Colouring extends EventTarget {
  /** `bytesOf` gives the file of a drawing by its key. */
  constructor(bytesOf) { super(); this.bytesOf = bytesOf; }

  /** The drawings that the server holds, and under which names. */
  #opened = new Map();
  #running = null;
  #mapFor = "";
  sheet = null;
  regions = null;
  /** Milliseconds that the last answers took. */
  times = { regions: null, shades: null };
  isWorking = false;

  #say(kind) { this.dispatchEvent(new Event(kind)); }

  /** The drawing on the server; it is sent again when the server has forgotten it. */
  async #drawing(key, isForgotten = false) {
    if (isForgotten) this.#opened.delete(key);
    if (!this.#opened.has(key)) {
      const { info, samples } = await askSamples("open", await this.bytesOf(key));
      this.#opened.set(key, { ...info, samples });
    }
    return this.#opened.get(key);
  }

  /** What the server is asked, by a work's state. */
  static request(state, name) {
    return {
      drawing: name,
      dabs: state.dabs.map(({ kind, color, radius, points }) => ({ kind, color, radius, points })),
      edits: state.edits, settings: state.gap === null ? {} : { gap: state.gap }, finish: state.finish,
      palette: state.keepsPalette && state.palette ? state.palette.colors.map(bytes) : null, stage: "shades",
    };
  }

  /** Asks about a work's drawing, and again if the server has forgotten it. */
  async #about(state, action, properties, options, get = askSamples) {
    for (const isForgotten of [false, true]) {
      try {
        const { drawing } = await this.#drawing(state.drawing, isForgotten);
        return await get(action, { ...Colouring.request(state, drawing), ...properties }, options);
      } catch (error) {
        if (!(error instanceof Refused && error.status === 410) || isForgotten) throw error;
      }
    }
  }

  /** Shows another state of the work. */
  async show(state) {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const options = { signal: running.signal };
    this.isWorking = true;
    this.#say("working");
    try {
      await this.#open(state);
      if (running.signal.aborted) return;
      const begin = performance.now();
      const flat = await this.#about(state, "color", { stage: "regions" }, options);
      if (running.signal.aborted) return;
      this.sheet.showFlat(flat.samples);
      this.times = { regions: performance.now() - begin, shades: null };
      this.#say("colours");
      await this.#map(state, options);
      const shades = await this.#about(state, "color", { stage: "shades" }, options);
      if (running.signal.aborted) return;
      this.sheet.show(shades.samples);
      this.times.shades = performance.now() - begin;
      this.isWorking = false;
      this.#say("colours");
    } catch (error) {
      if (isSuperseded(error) || running.signal.aborted) return;
      this.isWorking = false;
      this.failure = error;
      this.#say("failed");
    }
  }

  async #open(state) {
    const drawing = await this.#drawing(state.drawing);
    if (this.shown === state.drawing) return;
    this.shown = state.drawing;
    this.sheet = new Sheet(drawing.width, drawing.height, drawing.samples);
    [this.regions, this.#mapFor, this.remark] = [null, "", drawing.remark];
    this.#say("opened");
  }

  /** Fetches the map of regions when it has changed. */
  async #map(state, options) {
    const wanted = JSON.stringify([state.drawing, state.edits, state.gap]);
    if (this.#mapFor === wanted) return;
    const { info, samples } = await this.#about(state, "regions", { dabs: [] }, options);
    this.regions = new Regions(info.width, info.height, samples);
    this.#mapFor = wanted;
    this.#say("regions");
  }

  /** The coloured drawing as a file. */
  async file(state, kind) {
    const response = await this.#about(state, "save", { file: kind }, {}, ask);
    return response.blob();
  }

  /** Whether a file is a drawing that the server can read: throws in the server's words. */
  async check(key) { return this.#drawing(key); }
}

const bytes = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16));
