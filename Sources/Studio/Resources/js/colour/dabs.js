// Dabs and strokes as objects: where they are, how they look.

/** A new stroke; points are x, y and pressure, one after the other, in pixels of the drawing. */
export const newDab = (kind, color, radius, points) => ({ id: crypto.randomUUID(), kind, color, radius, points });

/** The dab, moved. */
export const moved = (dab, x, y) => ({
  ...dab, points: dab.points.map((value, index) => value + [x, y, 0][index % 3]),
});

const distance = (px, py, ax, ay, bx, by) => {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / length));
  return Math.hypot(px - ax - share * dx, py - ay - share * dy);
};

/** Whether a place is on a dab, or nearly. */
export function touches(dab, x, y, slack) {
  const { points } = dab;
  for (let start = 0; start < points.length; start += 3) {
    const before = Math.max(0, start - 3);
    const way = distance(x, y, points[before], points[before + 1], points[start], points[start + 1]);
    if (way <= dab.radius * Math.max(points[start + 2], 0.2) + slack) return true;
  }
  return false;
}

/** The dab that lies on top at a place. */
export const dabAt = (dabs, x, y, slack) => [...dabs].reverse().find((dab) => touches(dab, x, y, slack));

/** Draws a dab as paint, in the canvas's own coordinates. */
export function paint(context, dab) {
  const { points, radius } = dab;
  context.fillStyle = context.strokeStyle = css(dab.color);
  context.lineCap = context.lineJoin = "round";
  for (let start = 0; start < points.length; start += 3) {
    const [x, y, pressure] = points.slice(start, start + 3);
    if (start > 0) {
      context.lineWidth = 2 * radius * Math.min(pressure, points[start - 1]);
      context.beginPath();
      context.moveTo(points[start - 3], points[start - 2]);
      context.lineTo(x, y);
      context.stroke();
    }
    context.beginPath();
    context.arc(x, y, Math.max(0.5, radius * pressure), 0, 2 * Math.PI);
    context.fill();
  }
}

/** Draws a dab so that it can be seen on its own colour: its paint with a rim. */
export function outline(context, dab, scale, isChosen) {
  const grown = (by) => ({ ...dab, radius: dab.radius + by / scale });
  paint(context, { ...grown(isChosen ? 4 : 2.5), color: isChosen ? [31, 111, 235] : [38, 34, 30] });
  paint(context, { ...grown(isChosen ? 2 : 1.5), color: [255, 255, 255] });
  paint(context, dab);
}

export const css = ([red, green, blue]) => `rgb(${red} ${green} ${blue})`;
export const hex = (color) => `#${color.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
export const rgb = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16));
