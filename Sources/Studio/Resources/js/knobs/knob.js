// What all knobs share: a card with a figure, sliders, a line of numbers, and the way to the lesson.
import { isSuperseded } from "../api.js";
import { make, tell } from "../dom.js";
import { latest } from "../latest.js";

/**
 * A knob. `sliders` are [name, label, least, most, first, step, unit]; `turn` is called with their values and answers with the words
 * below the figure.
 */
export function makeKnob({ title, lead, lesson, sliders, label, buttons = [], turn }) {
  const canvas = make("canvas", { ariaLabel: label, width: 640, height: 340 });
  canvas.setAttribute("role", "img");
  const readout = make("p", { className: "readout" });
  readout.setAttribute("aria-live", "polite");
  const values = {};
  const inputs = {};

  const show = latest(async () => {
    try { readout.textContent = await turn({ ...values }, canvas); }
    catch (error) { if (!isSuperseded(error)) tell(error.message); }
  });

  const rows = sliders.map(([name, text, least, most, first, step = 0.05, unit = ""]) => {
    const output = make("output");
    const put = (value) => { values[name] = Number(value); output.textContent = `${Number(value)}${unit}`; };
    const input = make("input", { type: "range", min: least, max: most, step, value: first, oninput: () => { put(input.value); show(); } });
    inputs[name] = (value) => { input.value = String(value); put(input.value); show(); };
    put(first);
    return make("label", {}, text, output, input);
  });

  const element = make("article", { className: "card knob" }, make("h2", {}, title), make("p", { className: "lead faint" }, lead),
    canvas, make("div", { className: "controls" }, ...rows,
      ...buttons.map(([text, press]) => make("button", { type: "button", textContent: text, onclick: () => press(values, inputs) })),
      readout, make("p", { className: "faint" }, `Lesson ${lesson}: swift run lesson-${lesson.slice(0, 2)}`)));
  element.id = `knob-${lesson.slice(0, 2)}`;
  addEventListener("themechange", () => show());
  show();
  return element;
}
