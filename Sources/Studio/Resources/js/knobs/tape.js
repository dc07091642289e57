// Lesson 03: a formula on a tape. Values go forwards, slopes come back.
import { askJSON } from "../api.js";
import { drawGraph } from "./graph.js";
import { makeKnob } from "./knob.js";

const most = 9;
let count = 7;

export const tapeKnob = () => makeKnob({
  title: "Numbers that flow backwards",
  lead: "Each box is an entry of the tape: what was done, and its value. On the arrows are the local slopes. The walk begins at the result, with a slope of 1, and each entry passes its slope, times that on the arrow, to what it was computed from.",
  lesson: "03 · The tensor core",
  folder: "03-tensor-core",
  label: "The formula as a graph of its tape's entries, with values and slopes",
  choices: [["formula", "Formula", [["example", "tanh(x·y) + x·exp(y)"], ["neuron", "(tanh(0.8·x + y) − 0.5)²"]]]],
  sliders: [
    ["x", "x", -2, 2, 1.2, 0.05], ["y", "y", -2, 2, -0.7, 0.05],
    ["steps", "Steps of the walk back", 0, most, most, 1, (value) => String(Math.min(value, count))],
  ],
  buttons: [["One step back", (values, set) => set.steps(values.steps >= count ? 0 : values.steps + 1)]],
  async turn({ formula, x, y, steps }, canvas) {
    const { entries, walk } = await askJSON("knobs/tape", { formula, x, y });
    count = entries.length;
    const done = Math.min(steps, count);
    drawGraph(canvas, entries, walk[done], done);
    const slope = (index) => (walk[done][index] === null ? "nothing yet" : walk[done][index].toFixed(3));
    const value = entries.at(-1).value.toFixed(3);
    return `f = ${value}. After ${done} of ${count} steps, what has come to x: ${slope(0)}; to y: ${slope(1)}.${done === count ? " These are ∂f/∂x and ∂f/∂y." : ""}`;
  },
});
