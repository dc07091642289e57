// What all knobs share: a card with a figure, sliders, a line of numbers, and the way to the lesson.
import { isSuperseded } from "../api.js";
import { make, tell } from "../dom.js";
import { latest } from "../latest.js";

/** How large a figure is drawn, whatever the window makes of it. */
export const size = { width: 640, height: 340 };

/** A canvas's context in the figure's own units, as sharp as the screen is. */
export function sharpContext(canvas) {
  const ratio = devicePixelRatio || 1;
  [canvas.width, canvas.height] = [size.width * ratio, size.height * ratio];
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  return context;
}

/**
 * A knob. `sliders` are [name, label, least, most, first, step, unit or words for a value]; `choices` are [name, label, [[value, words]]].
 * `turn` is called with their values and answers with the words below the figure, or with `{ text, isLearning }` if it wants to be
 * called again. `drag` gets a place of the figure and sets values.
 */
export function makeKnob({ title, lead, lesson, folder, sliders, choices = [], label, buttons = [], drag, turn }) {
  const canvas = make("canvas", { ariaLabel: label, ...size });
  canvas.setAttribute("role", "img");
  const readout = make("p", { className: "readout" });
  readout.setAttribute("aria-live", "polite");
  const values = {};
  const inputs = {};
  let isSeen = false;

  const show = latest(async () => {
    try {
      const found = await turn({ ...values }, canvas);
      readout.textContent = found.text ?? found;
      // Aloud only once it has settled.
      readout.setAttribute("aria-live", found.isLearning ? "off" : "polite");
      if (found.isLearning && isSeen) requestAnimationFrame(() => show());
    } catch (error) { if (!isSuperseded(error)) tell(error.message); }
  });

  const rows = sliders.map(([name, text, least, most, first, step = 0.05, unit = ""]) => {
    const output = make("output");
    const words = typeof unit === "function" ? unit : (value) => `${value}${unit}`;
    const put = (value) => { values[name] = Number(value); output.textContent = words(Number(value)); };
    const input = make("input", { type: "range", min: least, max: most, step, value: first, oninput: () => { put(input.value); show(); } });
    inputs[name] = (value) => { input.value = String(value); put(input.value); show(); };
    put(first);
    return make("label", {}, text, output, input);
  });
  const selects = choices.map(([name, text, options]) => {
    const select = make("select", { onchange: () => { values[name] = select.value; show(); } },
      ...options.map(([value, words]) => make("option", { value }, words)));
    values[name] = options[0][0];
    return make("label", {}, text, " ", select);
  });

  const number = lesson.slice(0, 2);
  const element = make("article", { className: "card knob" }, make("h2", {}, title), make("p", { className: "lead faint" }, lead),
    canvas, make("div", { className: "controls" }, ...selects, ...rows,
      ...buttons.map(([text, press]) => make("button", { type: "button", textContent: text, onclick: () => press(values, inputs) })),
      readout, make("p", { className: "faint" }, `Lesson ${lesson}: `, make("code", {}, `Plots/${folder}/README.md`), ", made by ",
        make("code", {}, `swift run lesson-${number}`))));
  element.id = `knob-${number}`;
  if (drag) {
    canvas.classList.add("draggable");
    const go = (event) => {
      const box = canvas.getBoundingClientRect();
      drag((event.clientX - box.left) * size.width / box.width, (event.clientY - box.top) * size.height / box.height, inputs);
    };
    canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); go(event); });
    canvas.addEventListener("pointermove", (event) => { if (event.buttons) go(event); });
  }
  addEventListener("themechange", () => show());
  new IntersectionObserver(([entry]) => {
    isSeen = entry.isIntersecting;
    if (isSeen) show();
  }).observe(element);
  return element;
}
