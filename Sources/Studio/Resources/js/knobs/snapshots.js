// Knobs whose turns nobody can compute while a hand waits: pictures of trainings with some values, kept, and nothing between them.
import { Refused } from "../api.js";

/** Reads a sheet and what is said of it, once. */
export function loadSheet(name) {
  let loading;
  const get = async (ending) => {
    const response = await fetch(`snapshots/${name}.${ending}`).catch(() => null);
    if (!response?.ok) throw new Refused(response?.status ?? 0, "The studio does not answer. Is it still running?");
    return response;
  };
  return () => {
    loading ??= Promise.all([get("json").then((answer) => answer.json()), get("png").then((answer) => answer.blob()).then(createImageBitmap)])
      .then(([described, picture]) => ({ ...described, picture }));
    loading.catch(() => { loading = undefined; });
    return loading;
  };
}

/** Draws some pictures of a row of the sheet, side by side. */
export function drawRow(context, sheet, row, columns, left, top, cell, gap = 4) {
  const { side, picture } = sheet;
  context.imageSmoothingQuality = "high";
  columns.forEach((column, place) => {
    context.drawImage(picture, column * side, row * side, side, side, left + place * (cell + gap), top, cell, cell);
  });
}
