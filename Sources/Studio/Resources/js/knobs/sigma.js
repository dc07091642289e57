// Lesson 05: the deviation of a pixel, from noise to sameness.
import { makeKnob, sharpContext } from "./knob.js";
import { css, vermilion } from "./plot.js";
import { drawRow, loadSheet } from "./snapshots.js";

const load = loadSheet("sigma");

function caption(context, text, x, y) {
  context.font = "13px system-ui, sans-serif";
  context.textAlign = "left";
  context.fillStyle = css("--soft");
  context.fillText(text, x, y);
}

/** All values on a line, and which one is shown. */
function drawScale(context, sigmas, chosen) {
  const across = (index) => 46 + (index / (sigmas.length - 1)) * 548;
  context.strokeStyle = css("--line");
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(across(0), 300);
  context.lineTo(across(sigmas.length - 1), 300);
  context.stroke();
  context.textAlign = "center";
  sigmas.forEach((sigma, index) => {
    context.beginPath();
    context.arc(across(index), 300, index === chosen ? 8 : 4, 0, 2 * Math.PI);
    context.fillStyle = index === chosen ? vermilion : css("--soft");
    context.fill();
    context.font = `${index === chosen ? "600 " : ""}12px system-ui, sans-serif`;
    context.fillStyle = css(index === chosen ? "--ink" : "--soft");
    context.fillText(String(sigma), across(index), 326);
  });
}

export async function sigmaKnob() {
  const sheet = await load();
  return makeKnob({
    title: "From noise to sameness",
    lead: `The same small network learnt the same drawn faces with each of ${sheet.values.length} values of σ, the deviation of a pixel. With a small σ faces come back, but what is drawn from the prior is no face; with a large one everything is one face. The pictures are those of the lesson's page: between two values there is nothing.`,
    lesson: "05 · A VAE of faces",
    folder: "05-vae-of-faces",
    label: "Four faces, what comes back of them, and four samples, for the chosen σ",
    sliders: [["index", "σ", 0, sheet.values.length - 1, Math.floor(sheet.values.length / 2), 1, (index) => String(sheet.values[index])]],
    turn({ index }, canvas) {
      const context = sharpContext(canvas);
      const [cell, right] = [98, 436];
      caption(context, "faces that it never saw", 6, 16);
      drawRow(context, sheet, 0, [0, 1, 2, 3], 6, 24, cell);
      caption(context, "what comes back of them", 6, 146);
      drawRow(context, sheet, sheet.given + index, [0, 1, 2, 3], 6, 154, cell);
      caption(context, "samples: faces made up", right, 16);
      drawRow(context, sheet, sheet.given + index, [4, 5], right, 24, cell);
      drawRow(context, sheet, sheet.given + index, [6, 7], right, 154, cell);
      drawScale(context, sheet.values, index);
      const { divergence, deviation, distance } = sheet.measured[index];
      const sigma = sheet.values[index];
      return `σ = ${sigma}, a weight β = 2σ² = ${Number((2 * sigma * sigma).toPrecision(2))} of the KL. A code takes ${divergence} nats, a face and what comes back differ by ${deviation}, and samples lie ${distance} from faces.`;
    },
  });
}
