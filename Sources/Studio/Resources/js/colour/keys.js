// Everything by keys: tools by their letters, and a brush that the arrows move.
import { tools } from "./tools.js";

const letters = { b: "pen", g: "bucket", e: "eraser", i: "pipette", v: "move", h: "hand", m: "merge", s: "split" };
const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listen(room) {
  const { canvas } = room.view;
  let isPenDown = false;

  const isTyping = (target) => target.matches?.("input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select");

  addEventListener("keydown", (event) => {
    if (room.section.hidden || isTyping(event.target)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.metaKey) {
      if (key === "z") { event.preventDefault(); if (event.shiftKey) room.history.redo(); else room.history.undo(); }
      if (key === "y") { event.preventDefault(); room.history.redo(); }
      return;
    }
    if (event.altKey || !room.sheet) return;
    if (letters[key]) room.choose(letters[key]);
    else if (key === "[" || key === "]") room.setRadius(room.radius * (key === "]" ? 1.15 : 1 / 1.15));
    else if (key === "+" || key === "=") room.view.zoom(1.25);
    else if (key === "-") room.view.zoom(0.8);
    else if (key === "0") room.view.fit();
    else if (key === "r") room.toggle("#show-regions");
    else if (key === "d") room.toggle("#show-dabs");
    else if (key === "Delete" || key === "Backspace") room.removeChosen();
    else if (key === "n" || key === "p") room.chooseNext(key === "n" ? 1 : -1);
    else if (key === "Escape") room.forget();
  });

  canvas.addEventListener("keydown", (event) => {
    if (!room.sheet || event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrows[event.key]) { event.preventDefault(); step(arrows[event.key], event.shiftKey ? 1 : 12 / room.view.scale); }
    else if (event.key === "Enter") { event.preventDefault(); act(); }
    else if (event.key === " ") { event.preventDefault(); togglePen(); }
  });

  function cursor() {
    room.cursor ??= { x: room.sheet.width / 2, y: room.sheet.height / 2, radius: room.radius, isCross: true };
    return { ...room.cursor, pressure: 1 };
  }

  function step([x, y], way) {
    const place = cursor();
    const tool = tools[room.tool];
    if (room.tool === "move" && room.chosen) return room.nudge(x * way, y * way);
    room.cursor = {
      ...room.cursor, x: Math.min(room.sheet.width, Math.max(0, place.x + x * way)),
      y: Math.min(room.sheet.height, Math.max(0, place.y + y * way)), isCross: true,
    };
    if (isPenDown) tool.move?.(room, cursor());
    else room.mark(cursor());
    room.view.draw();
  }

  /** The tool's gesture at one place. */
  function act() {
    const tool = tools[room.tool];
    tool.begin?.(room, cursor());
    tool.end?.(room, cursor());
    room.view.draw();
  }

  function togglePen() {
    const tool = tools[room.tool];
    if (isPenDown) tool.end?.(room, cursor());
    else tool.begin?.(room, cursor());
    isPenDown = !isPenDown && ["pen", "eraser"].includes(room.tool);
    room.view.draw();
  }

  canvas.addEventListener("blur", () => {
    if (isPenDown) togglePen();
    room.cursor = null;
    room.view.draw();
  });
}
