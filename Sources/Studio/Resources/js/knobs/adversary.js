// Lesson 09: how much the adversary's opinion counts.
import { makeKnob, sharpContext } from "./knob.js";
import { css } from "./plot.js";
import { drawRow, loadSheet } from "./snapshots.js";

const load = loadSheet("adversary");
const rows = ["lines", "coloured", "true"];

export async function adversaryKnob() {
  const sheet = await load();
  const name = (index) => `w = ${sheet.values[index]}`;
  return makeKnob({
    title: "How strong the adversary is",
    lead: "A colorizer that learns by squared error alone, w = 0, paints old photographs. An adversary whose opinion counts a little brings colours back; one that counts too much ruins the drawing. The pictures are those of the lesson's page: between two weights there is nothing.",
    lesson: "09 · The adversary",
    folder: "09-adversary",
    label: "Six drawn faces: their lines, how the network colours them with the chosen weight, and their true colours",
    sliders: [["index", "Weight of the adversary", 0, sheet.values.length - 1, 1, 1, name]],
    turn({ index }, canvas) {
      const context = sharpContext(canvas);
      const [cell, left] = [87, 92];
      [0, sheet.given + index, 1].forEach((row, place) => {
        const top = 10 + place * (cell + 26);
        drawRow(context, sheet, row, [0, 1, 2, 3, 4, 5], left, top, cell);
        context.font = `${place === 1 ? "600 " : ""}13px system-ui, sans-serif`;
        context.textAlign = "left";
        context.fillStyle = css(place === 1 ? "--ink" : "--soft");
        context.fillText(rows[place], 6, top + cell / 2 + 4);
        if (place === 1) context.fillText(name(index), 6, top + cell / 2 + 22);
      });
      const { signalToNoise, structuralSimilarity } = sheet.measured[index];
      return `${name(index)}: the likeness to the truth is ${signalToNoise} dB (PSNR) and ${structuralSimilarity} (SSIM). Both prefer faded colours to wrong ones.`;
    },
  });
}
