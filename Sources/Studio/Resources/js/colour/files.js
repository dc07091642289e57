// Work as a file of its own: the drawing and all that was done to it, to be opened again.

const kind = "nurie work";

const text64 = async (blob) => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 32768) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 32768));
  }
  return btoa(binary);
};

const blob64 = (text) => new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);

/** A file of the work. */
export async function workFile(state, drawing) {
  const { drawing: _, ...rest } = state;
  return new Blob([JSON.stringify({ kind, version: 1, work: rest, drawing: await text64(drawing) })], { type: "application/json" });
}

const isColor = (color) => Array.isArray(color) && color.length === 3
  && color.every((value) => Number.isInteger(value) && value >= 0 && value <= 255);
const areNumbers = (values) => Array.isArray(values) && values.every(Number.isFinite);

/** The drawing and the state in such a file; null if it is none. What is not understood is left out. */
export async function readWork(file) {
  let found;
  try { found = JSON.parse(await file.text()); } catch { return null; }
  if (found?.kind !== kind || typeof found.drawing !== "string") return null;
  const work = found.work ?? {};
  try {
    return {
      drawing: blob64(found.drawing),
      state: {
        name: String(work.name ?? "drawing").slice(0, 200),
        dabs: (work.dabs ?? []).filter((dab) => ["stroke", "fill"].includes(dab.kind) && isColor(dab.color)
          && Number.isFinite(dab.radius) && areNumbers(dab.points) && dab.points.length % 3 === 0)
          .map(({ kind, color, radius, points }) => ({ id: crypto.randomUUID(), kind, color, radius, points })),
        edits: (work.edits ?? []).filter((edit) => ["merge", "split"].includes(edit.kind) && areNumbers(edit.places))
          .map(({ kind, places }) => ({ kind, places })),
        finish: work.finish === "flat" ? "flat" : "shaded",
        gap: Number.isFinite(work.gap) ? work.gap : null,
        palette: Array.isArray(work.palette?.colors)
          ? { name: String(work.palette.name), colors: work.palette.colors.filter((color) => /^#[0-9a-f]{6}$/.test(color)) } : null,
        keepsPalette: work.keepsPalette === true,
      },
    };
  } catch { return null; }
}

/** A file's name without its ending. */
export const stem = (name) => name.replace(/\.[^.]*$/, "") || "drawing";
