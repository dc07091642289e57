// A tape as a graph: a box for each entry, from left to right in the order of computing, and arrows with local slopes.
import { sharpContext, size } from "./knob.js";
import { css, vermilion } from "./plot.js";

const box = { width: 82, height: 62 };

/** Which column each entry stands in: one after its inputs, and what is only given right before its first use. */
function columns(entries) {
  const found = [];
  for (const { inputs } of entries) found.push(inputs.length ? 1 + Math.max(...inputs.map(({ index }) => found[index])) : 0);
  entries.forEach(({ inputs }, index) => {
    if (inputs.length) return;
    const users = entries.flatMap((entry, place) => (entry.inputs.some((input) => input.index === index) ? [found[place]] : []));
    found[index] = Math.min(...users) - 1;
  });
  return found;
}

/** The middle of each box. */
function places(entries) {
  const column = columns(entries);
  const count = Math.max(...column) + 1;
  return entries.map((_, index) => {
    const same = column.flatMap((other, place) => (other === column[index] ? [place] : []));
    const margin = box.width / 2 + 6;
    return {
      x: margin + (column[index] / Math.max(1, count - 1)) * (size.width - 2 * margin),
      y: size.height * ((same.indexOf(index) + 0.5) / same.length),
    };
  });
}

const number = (value) => String(Number(value.toFixed(3)));

/** `arrived` are the slopes that have come to the entries; the last `done` entries have passed theirs on. */
export function drawGraph(canvas, entries, arrived, done) {
  const context = sharpContext(canvas);
  const middle = places(entries);
  const isDone = (index) => index >= entries.length - done;
  context.lineJoin = "round";
  context.textAlign = "center";
  entries.forEach(({ inputs }, index) => inputs.forEach(({ index: from, slope }, place) => {
    const twice = inputs.filter((input) => input.index === from).length > 1;
    arrow(context, middle[from], middle[index], twice ? (place - 0.5) * 50 : 0, slope, isDone(index));
  }));
  entries.forEach((entry, index) => {
    const { x, y } = middle[index];
    const [left, top] = [x - box.width / 2, y - box.height / 2];
    context.beginPath();
    context.roundRect(left, top, box.width, box.height, 10);
    context.fillStyle = css("--raised");
    context.fill();
    context.strokeStyle = isDone(index) ? vermilion : css("--line");
    context.lineWidth = isDone(index) ? 2 : 1.5;
    context.stroke();
    context.fillStyle = css("--ink");
    context.font = "600 14px system-ui, sans-serif";
    context.fillText(entry.inputs.length || "xy".includes(entry.operation) ? entry.operation : "given", x, top + 18);
    context.font = "12px system-ui, sans-serif";
    context.fillText(number(entry.value), x, top + 35);
    context.fillStyle = arrived[index] === null ? css("--soft") : vermilionText();
    context.fillText(arrived[index] === null ? "slope …" : `slope ${number(arrived[index])}`, x, top + 52);
  });
}

/** Vermilion that can be read on the box, light or dark. */
const vermilionText = () => css("--accent");

/** From an input to what it is used in; a slope that has been passed on is drawn as it went, backwards. */
function arrow(context, from, to, bend, slope, isBack) {
  const [a, b] = [{ x: from.x + box.width / 2, y: from.y }, { x: to.x - box.width / 2, y: to.y + bend * 0.4 }];
  const reach = Math.max(14, (b.x - a.x) / 2);
  context.strokeStyle = context.fillStyle = isBack ? vermilion : css("--soft");
  context.lineWidth = isBack ? 2.2 : 1.2;
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.bezierCurveTo(a.x + reach, a.y + bend, b.x - reach, b.y + bend, b.x, b.y);
  context.stroke();
  const [tip, side] = isBack ? [a, 1] : [b, -1];
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(tip.x + 8 * side, tip.y - 4.5);
  context.lineTo(tip.x + 8 * side, tip.y + 4.5);
  context.fill();
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2 + 0.75 * bend];
  context.font = "11.5px system-ui, sans-serif";
  const text = number(slope);
  const width = context.measureText(text).width + 6;
  context.fillStyle = css("--paper");
  context.fillRect(x - width / 2, y - 8, width, 15);
  context.fillStyle = isBack ? vermilionText() : css("--soft");
  context.fillText(text, x, y + 4);
}
