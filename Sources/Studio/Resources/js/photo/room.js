// A photograph, drawn: it is dropped, a style and a size are chosen, and a slider lies between both.
import { ask, askJSON, isSuperseded, largestFile, Refused } from "../api.js";
import { Compare } from "../compare.js";
import { download, make, say, tell } from "../dom.js";

export class PhotoRoom {
  constructor(section, styles) {
    this.section = section;
    this.compare = new Compare("How much of the picture is shown drawn");
    this.compare.element.hidden = true;
    this.file = make("input", { type: "file", accept: "image/png,image/jpeg", hidden: true, ariaLabel: "A photograph", onchange: () => {
      if (this.file.files[0]) this.take(this.file.files[0], this.file.files[0].name);
      this.file.value = "";
    } });
    this.style = make("select", { ariaLabel: "Style", onchange: () => this.#draw() }, ...styles.map((name) => make("option", { value: name }, name)));
    this.size = make("select", { ariaLabel: "Size", onchange: () => this.#draw() },
      make("option", { value: "" }, "as large as it is"), ...[360, 540, 720, 1080].map((side) => make("option", { value: side }, `${side} pixels`)));
    this.brightness = make("input", { type: "checkbox", onchange: () => this.#draw() });
    this.saveButton = make("button", { type: "button", className: "primary", textContent: "PNG", disabled: true, onclick: () => download(this.result, `${this.name}-drawn.png`) });
    this.welcome = make("div", { className: "drop" }, make("h2", {}, "Drop a photograph here"),
      make("p", {}, "PNG or JPEG. It stays on this machine."),
      make("button", { type: "button", className: "primary", textContent: "Choose a file", onclick: () => this.file.click() }));
    section.replaceChildren(make("div", { className: "photo" },
      make("div", { className: "photo-stage" }, this.welcome, this.compare.element),
      make("div", { className: "photo-bar" },
        make("label", {}, "Style ", this.style), make("label", {}, "Shorter side ", this.size),
        make("label", { className: "check" }, this.brightness, " Keep its brightness"),
        make("span", { className: "gap" }),
        make("button", { type: "button", className: "quiet text", textContent: "Another photograph", onclick: () => this.file.click() }),
        this.saveButton), this.file));
    addEventListener("drop", (event) => {
      event.preventDefault();
      const file = event.dataTransfer.files[0];
      if (!section.hidden && file) this.take(file, file.name);
    });
    addEventListener("dragover", (event) => event.preventDefault());
  }

  async take(blob, name) {
    if (blob.size > largestFile) return tell(`${name} is larger than ${largestFile >> 20} MB.`);
    try {
      say("Opening …");
      await this.#open(blob);
      this.name = name.replace(/\.[^.]*$/, "");
      this.picture = await createImageBitmap(blob);
    } catch (error) { say(""); return tell(error.message); }
    this.welcome.hidden = true;
    this.compare.element.hidden = false;
    this.compare.show(this.picture, null);
    await this.#draw();
  }

  async #open(blob) {
    const { photo, width, height } = await askJSON("photo/open", blob);
    [this.blob, this.photo, this.width, this.height] = [blob, photo, width, height];
  }

  async #draw(isSecond = false) {
    if (!this.photo) return;
    const begin = performance.now();
    say("Drawing …");
    this.section.dataset.state = "working";
    try {
      const response = await ask("photo/stylize", {
        photo: this.photo, style: this.style.value, size: this.size.value ? Number(this.size.value) : null,
        keepsBrightness: this.brightness.checked,
      });
      this.result = await response.blob();
      this.compare.show(this.picture, await createImageBitmap(this.result));
      this.saveButton.disabled = false;
      this.section.dataset.state = "ready";
      say(`drawn in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
    } catch (error) {
      if (isSuperseded(error)) return;
      if (error instanceof Refused && error.status === 410 && !isSecond) {
        await this.#open(this.blob);
        return this.#draw(true);
      }
      this.section.dataset.state = "failed";
      say("");
      tell(error.message);
    }
  }
}

export async function openPhotoRoom(section) {
  return new PhotoRoom(section, await askJSON("photo/styles"));
}
