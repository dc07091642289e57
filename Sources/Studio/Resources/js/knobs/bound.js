// Lesson 02: the likelihood of one unknown mean, and the bound that touches it wherever one stands.
import { askJSON } from "../api.js";
import { makeKnob } from "./knob.js";
import { blue, Plot, vermilion } from "./plot.js";

let summit = 0;

export const boundKnob = () => makeKnob({
  title: "The bound that touches",
  lead: "The curve is log p(data) for each θ. Where one stands, the bound touches it with the same slope; a step of EM goes to the bound's summit.",
  lesson: "02 · Jensen and the bound",
  folder: "02-jensen-and-the-bound",
  label: "A curve with two hills, and a parabola that touches it from below",
  sliders: [["theta", "Stand at θ =", -8, 8, 1, 0.05]],
  buttons: [["A step to the summit", (_, set) => set.theta(summit)]],
  async turn(values, canvas) {
    const found = await askJSON("knobs/bound", values);
    summit = found.summit;
    const top = Math.max(...found.likelihood);
    const plot = new Plot(canvas, { x: [-8, 8], y: [Math.floor(top - 160), Math.ceil(top + 8)], xLabel: "θ", yLabel: "nats" });
    plot.clear();
    plot.curve(found.thetas, found.likelihood, blue);
    plot.curve(found.thetas, found.bound, vermilion);
    plot.dot(found.touch, found.heightAtTouch, vermilion);
    return `log p(data) ${found.heightAtTouch.toFixed(2)} here; the bound's summit is at θ = ${found.summit.toFixed(2)}, where it is ${found.heightAtSummit.toFixed(2)}.`;
  },
});
