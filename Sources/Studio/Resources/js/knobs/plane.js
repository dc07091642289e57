// Lesson 04: all codes of a small autoencoder, and what its decoder draws at each. It learns while one looks.
import { askJSON } from "../api.js";
import { makeKnob } from "./knob.js";
import { css, Plot, vermilion } from "./plot.js";

const reach = 3.5;
const colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8c6d1f", "#56b4e9", "#7b4bb3", "#e69f00", "#6b7280", "#b22222"];
const ranges = { x: [-reach, reach], y: [-reach, reach], xLabel: "first number of the code", yLabel: "second number", right: 286 };
let plot;

/** The signs that it never learnt: a point for each, and a class's name in its middle. */
function drawCodes({ codes, labels, names }) {
  const { context } = plot;
  const sums = names.map(() => [0, 0, 0]);
  codes.forEach(([x, y], index) => {
    const place = [x / 100, y / 100];
    const sum = sums[labels[index]];
    [sum[0], sum[1], sum[2]] = [sum[0] + place[0], sum[1] + place[1], sum[2] + 1];
    if (Math.max(...place.map(Math.abs)) > reach) return;
    context.fillStyle = `${colors[labels[index] % colors.length]}bb`;
    context.beginPath();
    context.arc(plot.across(place[0]), plot.up(place[1]), 2.4, 0, 2 * Math.PI);
    context.fill();
  });
  context.font = "600 13px system-ui, sans-serif";
  context.textAlign = "center";
  context.lineWidth = 4;
  context.lineJoin = "round";
  sums.forEach(([x, y, count], label) => {
    if (!count) return;
    const place = [plot.across(x / count), plot.up(y / count) + 4];
    context.strokeStyle = css("--paper");
    context.strokeText(names[label], ...place);
    context.fillStyle = css("--ink");
    context.fillText(names[label], ...place);
  });
}

function drawSign(picture) {
  const side = Math.sqrt(picture.length);
  const image = new ImageData(side, side);
  picture.forEach((ink, place) => image.data.set([255 - ink, 255 - ink, 255 - ink, 255], 4 * place));
  const small = new OffscreenCanvas(side, side);
  small.getContext("2d").putImageData(image, 0, 0);
  const { context } = plot;
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 388, 30, 238, 238);
  context.strokeStyle = css("--line");
  context.lineWidth = 1;
  context.strokeRect(388, 30, 238, 238);
  context.font = "12px system-ui, sans-serif";
  context.fillStyle = css("--soft");
  context.textAlign = "center";
  context.fillText("what the decoder draws there", 507, 290);
}

export const planeKnob = () => makeKnob({
  title: "The latent plane",
  lead: "A small variational autoencoder learns ten signs, each as a code of two numbers, while you look. Each point is the code of a sign that it never learnt. Click or drag on the plane: between two signs lie shapes that are neither.",
  lesson: "04 · From autoencoder to VAE",
  folder: "04-autoencoder-to-vae",
  label: "The plane of codes with the test pictures' places, and beside it the sign that the decoder draws at the chosen code",
  sliders: [["x", "First number", -reach, reach, 0.5, 0.05], ["y", "Second number", -reach, reach, -0.5, 0.05]],
  drag(left, top, set) {
    if (!plot) return;
    const [x, y] = plot.valuesAt(left, top);
    if (x > reach + 0.2) return;
    const within = (value) => Math.round(20 * Math.min(reach, Math.max(-reach, value))) / 20;
    set.x(within(x));
    set.y(within(y));
  },
  async turn(values, canvas) {
    const found = await askJSON("knobs/plane", values);
    plot = new Plot(canvas, ranges);
    plot.clear();
    drawCodes(found);
    plot.dot(values.x, values.y, vermilion, 7);
    drawSign(found.picture);
    const isLearning = found.step < found.steps;
    const how = isLearning ? `It learns: step ${found.step} of ${found.steps}.` : `It has learnt for ${found.steps} steps.`;
    return { text: `${how} The code (${values.x}, ${values.y}) is drawn on the right.`, isLearning };
  },
});
