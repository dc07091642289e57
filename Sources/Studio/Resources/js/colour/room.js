// The room in which drawings are coloured: what belongs together meets here.
import { largestFile } from "../api.js";
import { find, findAll, say, tell } from "../dom.js";
import { History } from "../history.js";
import * as store from "../store.js";
import { Colouring } from "./colouring.js";
import { moved } from "./dabs.js";
import { readWork, stem } from "./files.js";
import * as keys from "./keys.js";
import * as pointers from "./pointers.js";
import { bindSettings } from "./settings.js";
import { Swatches } from "./swatches.js";
import { View } from "./view.js";
import { showWelcome } from "./welcome.js";

const empty = {
  drawing: null, name: "", dabs: [], edits: [], finish: "shaded", gap: null, palette: null, keepsPalette: false,
};

export class ColourRoom {
  constructor(section) {
    this.section = section;
    this.history = new History(empty);
    this.colouring = new Colouring((key) => store.load(key).then((kept) => kept ?? this.#drawings.get(key)));
    this.swatches = new Swatches();
    this.view = new View(find("#stage"), () => this.#seen());
    [this.tool, this.radius, this.marked] = ["pen", 14, -1];
    this.history.addEventListener("change", () => this.#update());
    for (const kind of ["opened", "colours", "regions", "working", "failed"]) {
      this.colouring.addEventListener(kind, () => this.#show(kind));
    }
    pointers.listen(this);
    keys.listen(this);
    bindSettings(this);
    this.#listenForFiles();
  }

  /** Drawings that the browser would not keep. */
  #drawings = new Map();

  get sheet() { return this.history.state.drawing ? this.colouring.sheet : null; }
  get regions() { return this.colouring.regions; }
  get color() { return this.swatches.color; }

  /** What the view draws. */
  #seen() {
    const { dabs } = this.history.state;
    return {
      sheet: this.sheet, regions: this.regions, stroke: this.stroke, chosen: this.chosen, cursor: this.cursor, marked: this.marked,
      dabs: dabs.map((dab) => (dab.id === this.moving?.id ? this.moving : dab)).filter(({ id }) => !this.erased?.has(id)),
      showsDabs: find("#show-dabs").checked || ["move", "eraser"].includes(this.tool),
      showsRegions: find("#show-regions").checked || ["merge", "split"].includes(this.tool),
    };
  }

  isOnSheet({ x, y }) { return x >= 0 && y >= 0 && x < this.sheet.width && y < this.sheet.height; }

  // MARK: Files

  #listenForFiles() {
    const input = find("#file");
    find("#choose").addEventListener("click", () => input.click());
    find("#new").addEventListener("click", () => this.history.change({ ...empty, palette: this.history.state.palette }));
    input.addEventListener("change", async () => {
      if (input.files[0]) await this.take(input.files[0], input.files[0].name);
      input.value = "";
    });
    addEventListener("dragover", (event) => { event.preventDefault(); if (!this.section.hidden) find("#dropzone").hidden = false; });
    addEventListener("dragleave", (event) => { if (!event.relatedTarget) find("#dropzone").hidden = true; });
    addEventListener("drop", async (event) => {
      event.preventDefault();
      find("#dropzone").hidden = true;
      const file = event.dataTransfer.files[0];
      if (!this.section.hidden && file) await this.take(file, file.name);
    });
    addEventListener("paste", async (event) => {
      const file = event.clipboardData?.files[0];
      if (!this.section.hidden && file) await this.take(file, "pasted");
    });
  }

  /** Opens a drawing, or work that was saved. */
  async take(blob, name) {
    if (blob.size > largestFile) return tell(`${name} is larger than ${largestFile >> 20} MB.`);
    if (name.endsWith(".gpl")) return this.takePalette(blob);
    const work = name.endsWith(".nurie") ? await readWork(blob) : null;
    if (name.endsWith(".nurie") && !work) return tell(`${name} is no work that was saved here.`);
    const key = `drawing ${crypto.randomUUID()}`;
    const drawing = work?.drawing ?? new Blob([await blob.arrayBuffer()]);
    this.#drawings.set(key, drawing);
    await store.keep(key, drawing);
    try {
      say("Opening …");
      await this.colouring.check(key);
    } catch (error) {
      say("");
      await store.drop(key);
      return tell(error.message);
    }
    [this.marked, this.chosen] = [-1, null];
    this.history.change({ ...empty, palette: this.history.state.palette, name: stem(name), ...work?.state, drawing: key });
  }

  async takePalette(blob) {
    const palette = await Swatches.read(blob);
    if (palette) this.history.change({ palette });
  }

  // MARK: What is chosen

  choose(tool) {
    this.tool = tool;
    for (const button of findAll("[data-tool]")) button.setAttribute("aria-pressed", String(button.dataset.tool === tool));
    this.marked = -1;
    if (tool !== "move") this.chosen = null;
    this.view.canvas.style.cursor = tool === "hand" ? "grab" : tool === "move" ? "default" : "crosshair";
    this.view.draw();
  }

  setRadius(radius) {
    const most = this.sheet ? Math.max(this.sheet.width, this.sheet.height) / 8 : 100;
    this.radius = Math.min(most, 400, Math.max(1, radius));
    find("#radius").value = String(Math.round(100 * Math.sqrt(this.radius / most)));
    find("#radius-text").textContent = `${Math.round(2 * this.radius)} px`;
    if (this.cursor) this.cursor = { ...this.cursor, radius: this.radius };
    this.view.draw();
  }

  toggle(selector) { find(selector).click(); }

  chooseNext(step) {
    const { dabs } = this.history.state;
    if (!dabs.length) return;
    this.choose("move");
    const now = dabs.findIndex(({ id }) => id === this.chosen);
    this.chosen = dabs[(now + step + dabs.length) % dabs.length].id;
    this.view.draw();
  }

  nudge(x, y) {
    this.history.change({ dabs: this.history.state.dabs.map((dab) => (dab.id === this.chosen ? moved(dab, x, y) : dab)) });
  }

  removeChosen() {
    const dabs = this.history.state.dabs.filter(({ id }) => id !== this.chosen);
    if (dabs.length < this.history.state.dabs.length) this.history.change({ dabs });
    this.chosen = null;
  }

  forget() {
    [this.marked, this.markedPlace, this.chosen, this.cursor, this.stroke] = [-1, null, null, null, null];
    this.view.draw();
  }

  // MARK: What is under the brush

  hover(place) {
    const hasBrush = ["pen", "bucket", "eraser"].includes(this.tool);
    this.cursor = place && hasBrush && this.sheet ? { ...place, radius: this.tool === "eraser" ? this.radius / 2 : this.radius } : null;
    this.mark(place);
    this.view.draw();
  }

  /** Shows which region a tool of regions would take. */
  mark(place) {
    if (!["bucket", "split", "merge"].includes(this.tool) || this.markedPlace) return;
    const isMeant = place && this.tool !== "bucket" && this.tool !== "merge";
    this.marked = isMeant ? this.regions?.at(place.x, place.y) ?? -1 : -1;
  }

  // MARK: What changed

  #update() {
    const { state } = this.history;
    find("#undo").disabled = !this.history.canUndo;
    find("#redo").disabled = !this.history.canRedo;
    this.swatches.show(state.palette);
    this.settings?.(state);
    find("#welcome").hidden = Boolean(state.drawing);
    if (state.drawing) this.colouring.show(state);
    else { this.section.dataset.state = "empty"; say(""); showWelcome(this); }
    this.#keep();
    this.view.draw();
  }

  #show(kind) {
    const { times, isWorking } = this.colouring;
    this.section.dataset.state = kind === "failed" ? "failed" : isWorking ? "working" : "ready";
    if (kind === "opened") {
      this.setRadius(Math.max(3, Math.min(this.sheet.width, this.sheet.height) / 70));
      this.view.fit();
      if (this.colouring.remark) tell(`The picture ${this.colouring.remark}.`);
    }
    if (kind === "failed") { say(""); tell(this.colouring.failure.message); }
    if (kind === "colours") {
      say(times.shades === null ? `regions ${Math.round(times.regions)} ms · shades …`
        : `regions ${Math.round(times.regions)} ms · shades ${(times.shades / 1000).toFixed(2)} s`);
    }
    this.view.draw();
  }

  /** Keeps the work in the browser; drawings that no state shows any more are let go. */
  async #keep() {
    const { kept } = this.history;
    await store.keep("work", kept);
    const used = new Set(kept.states.map(({ drawing }) => drawing));
    for (const name of await store.names() ?? []) {
      if (name.startsWith("drawing ") && !used.has(name) && !this.#drawings.has(name)) await store.drop(name);
    }
  }

  async begin() {
    this.choose("pen");
    this.setRadius(14);
    const kept = await store.load("work");
    if (kept) this.history.restore(kept);
    else this.#update();
  }

  shown() { this.view.draw(); }
}

export async function openColourRoom(section) {
  const room = new ColourRoom(section);
  await room.begin();
  return room;
}
