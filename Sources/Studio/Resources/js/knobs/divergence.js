// Lesson 01: one Gaussian for two modes, fitted both ways round.
import { askJSON } from "../api.js";
import { makeKnob } from "./knob.js";
import { blue, grey, Plot, vermilion } from "./plot.js";

export const divergenceKnob = () => makeKnob({
  title: "One Gaussian for two modes",
  lead: "KL[q‖p], blue, picks a mode and forgets the other; which one is a matter of where it starts. KL[p‖q], vermilion, covers both.",
  lesson: "01 · KL divergence",
  folder: "01-kl-divergence",
  label: "The density with two modes and the Gaussians fitted to it",
  sliders: [
    ["distance", "Modes at ±", 0, 3, 2, 0.05], ["weightOfLeft", "Weight of the left one", 0.05, 0.95, 0.6, 0.01],
    ["startMean", "The fit starts at", -6, 6, 0.4, 0.1], ["startDeviation", "… with a deviation of", 0.2, 3, 0.4, 0.05],
  ],
  async turn(values, canvas) {
    const found = await askJSON("knobs/divergence", values);
    const plot = new Plot(canvas, { x: [-6, 6], y: [0, 0.8], xLabel: "x", yLabel: "density" });
    plot.clear();
    plot.area(found.xs, found.target, grey);
    for (const [fit, color] of [[found.reverse, blue], [found.forward, vermilion]]) {
      plot.curve(found.xs, fit.density, color);
      fit.means.forEach((mean, index) => plot.dot(mean, 0, color, index === fit.means.length - 1 ? 6 : 2));
    }
    const say = (name, { mean, deviation, divergence }) => `${name}: µ ${mean.toFixed(2)}, σ ${deviation.toFixed(2)}, ${divergence.toFixed(2)} nats`;
    return `${say("KL[q‖p]", found.reverse)} · ${say("KL[p‖q]", found.forward)}`;
  },
});
