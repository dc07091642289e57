// Faces that nobody drew: sliders along the directions in which they differ most, a map of two of them, and a walk between two faces.
import { ask, askJSON, isSuperseded } from "../api.js";
import { make, say, tell } from "../dom.js";
import { latest } from "../latest.js";
import { drawMap } from "./map.js";

const knobs = 8;
const reach = 2.5;

export class FaceRoom {
  constructor(section, send) {
    this.section = section;
    this.send = send;
    this.face = { places: new Array(64).fill(0), colors: 1 };
    this.ends = [null, null];
    this.show = latest(() => this.#draw());
    this.#build();
  }

  #build() {
    this.sliders = Array.from({ length: knobs }, (_, index) => make("input", {
      type: "range", min: -100, max: 100, value: 0, ariaLabel: `Direction ${index + 1}`,
      oninput: (event) => { this.face = this.#with(index, (event.target.value / 100) * reach); this.#changed(false); },
    }));
    this.picture = make("img", { className: "face", alt: "A face that nobody drew", width: 512, height: 512 });
    this.way = make("input", { type: "range", min: 0, max: 100, value: 0, ariaLabel: "The way from one face to the other", disabled: true, oninput: () => this.show() });
    this.map = make("canvas", { className: "map", tabIndex: 0, ariaLabel: "A map of the first two directions. The arrow keys wander on it." });
    this.map.setAttribute("role", "application");
    this.slots = [0, 1].map((index) => make("button", {
      type: "button", className: "slot", textContent: index ? "to" : "from", ariaLabel: index ? "Take this face as the end" : "Take this face as the start",
      onclick: () => this.#take(index),
    }));
    this.section.replaceChildren(make("div", { className: "faces" },
      make("div", { className: "portrait" }, this.picture, make("div", { className: "row" },
        make("button", { type: "button", className: "primary", id: "another", textContent: "Another face", onclick: () => this.another() }),
        make("button", { type: "button", textContent: "Other colours", onclick: () => { this.face = { ...this.face, colors: random() }; this.#changed(true); } }),
        make("button", { type: "button", textContent: "Colour it", title: "Its lines, in the room Colour", onclick: () => this.#send("colour", "lines", "face") }),
        make("button", { type: "button", textContent: "To Photo", onclick: () => this.#send("photo", "painted", "face.png") }))),
      make("div", { className: "card" }, make("h2", {}, "What faces differ in most"),
        make("p", { className: "faint" }, "Each slider goes along a principal direction of the latent space, the strongest first."),
        make("div", { className: "knob-list" }, ...this.sliders.map((slider, index) => make("label", {}, `${index + 1}`, slider))),
        make("button", { type: "button", className: "quiet text", textContent: "Back to the middle", onclick: () => { this.face = { ...this.face, places: new Array(64).fill(0) }; this.#changed(true); } })),
      make("div", { className: "card" }, make("h2", {}, "A map to wander on"),
        make("p", { className: "faint" }, "Directions 1, across, and 2, up. Click or drag; the arrow keys work too."), this.map),
      make("div", { className: "card" }, make("h2", {}, "From one face to another"),
        make("p", { className: "faint" }, "Put a face at either end, then walk between them."),
        make("div", { className: "walk" }, this.slots[0], this.way, this.slots[1]))));
    drawMap(this);
  }

  #with(index, value) {
    const places = [...this.face.places];
    places[index] = value;
    return { ...this.face, places };
  }

  /** Goes to a place on the map. */
  wander(x, y) {
    const places = [x, y, ...this.face.places.slice(2)].map((value, index) => (index < 2 ? Math.min(reach, Math.max(-reach, value)) : value));
    this.face = { ...this.face, places };
    this.#changed(true, false);
  }

  #changed(movesSliders, changesMap = true) {
    if (movesSliders) this.sliders.forEach((slider, index) => { slider.value = String(Math.round((this.face.places[index] / reach) * 100)); });
    this.way.value = "0";
    this.isWalking = false;
    this.show();
    this.mark?.(changesMap);
  }

  async another() {
    try {
      const seed = random();
      this.face = { places: await askJSON("faces/places", { seed }), colors: random() };
      this.#changed(true);
    } catch (error) { tell(error.message); }
  }

  #request(properties) {
    const share = Number(this.way.value) / 100;
    const [from, to] = this.ends;
    const walk = from && to && (share > 0 || this.isWalking);
    if (walk) this.isWalking = true;
    return walk ? { places: from.places, colors: from.colors, other: to.places, otherColors: to.colors, share, ...properties }
      : { ...this.face, ...properties };
  }

  async #draw() {
    try {
      const begin = performance.now();
      const blob = await (await ask("face", this.#request({ size: 384, name: "portrait" }))).blob();
      const before = this.picture.src;
      this.picture.src = URL.createObjectURL(blob);
      if (before) URL.revokeObjectURL(before);
      say(`face ${Math.round(performance.now() - begin)} ms`);
    } catch (error) { if (!isSuperseded(error)) tell(error.message); }
  }

  async #take(index) {
    this.ends[index] = this.face;
    try {
      const blob = await (await ask("face", { ...this.face, size: 128 })).blob();
      this.slots[index].replaceChildren(make("img", { src: URL.createObjectURL(blob), alt: index ? "The last face" : "The first face" }));
    } catch (error) { tell(error.message); }
    this.way.disabled = !(this.ends[0] && this.ends[1]);
  }

  async #send(room, kind, name) {
    try {
      const blob = await (await ask("face", this.#request({ size: 768, kind }))).blob();
      await this.send(room, blob, name);
    } catch (error) { tell(error.message); }
  }
}

const random = () => Math.floor(Math.random() * 2 ** 31);

export async function openFaceRoom(section, { send }) {
  const room = new FaceRoom(section, send);
  await room.another();
  return { take() {}, shown() {} };
}
