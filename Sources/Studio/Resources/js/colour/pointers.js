// Pen, finger and mouse on the sheet: one draws, two fingers move and enlarge, the wheel enlarges.
import { tools } from "./tools.js";

export function listen(room) {
  const { canvas } = room.view;
  const fingers = new Map();
  let gesture = null;
  let pinch = null;

  const inWindow = (event) => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const place = (event) => {
    // A mouse has no pressure to speak of; a light pen still leaves a mark.
    const pressure = event.pointerType === "pen" ? 0.25 + 0.75 * event.pressure : 1;
    return { ...room.view.place(...inWindow(event)), pressure };
  };

  const cancel = () => {
    gesture = null;
    [room.stroke, room.erased, room.grip, room.moving] = [null, null, null, null];
  };

  const beginPinch = () => {
    cancel();
    const [a, b] = [...fingers.values()];
    pinch = { distance: Math.hypot(a[0] - b[0], a[1] - b[1]), middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (!room.sheet) return;
    canvas.setPointerCapture(event.pointerId);
    if (event.pointerType === "touch") fingers.set(event.pointerId, inWindow(event));
    if (fingers.size === 2) return beginPinch();
    if (fingers.size > 2 || gesture) return;
    const isPan = room.tool === "hand" || event.button === 1 || room.isSpaceDown;
    if (!isPan && event.button !== 0) return;
    gesture = { id: event.pointerId, isPan, last: inWindow(event) };
    room.cursor = null;
    // The first of two fingers must not pour or divide: what a finger means is known when it moves or lifts.
    if (event.pointerType === "touch" && !isPan) gesture.waiting = place(event);
    else if (!isPan) tools[room.tool].begin?.(room, place(event));
    room.view.draw();
  });

  /** Begins what a finger has waited with. */
  const beginWaiting = () => {
    const { waiting } = gesture;
    if (!waiting) return;
    gesture.waiting = null;
    tools[room.tool].begin?.(room, waiting);
  };

  canvas.addEventListener("pointermove", (event) => {
    if (!room.sheet) return;
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, inWindow(event));
    if (pinch && fingers.size >= 2) {
      const before = pinch;
      const [a, b] = [...fingers.values()];
      pinch = { distance: Math.hypot(a[0] - b[0], a[1] - b[1]), middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] };
      room.view.pan(pinch.middle[0] - before.middle[0], pinch.middle[1] - before.middle[1]);
      room.view.zoom(pinch.distance / Math.max(1, before.distance), ...pinch.middle);
      return;
    }
    if (gesture?.id === event.pointerId) {
      if (gesture.isPan) {
        const [x, y] = inWindow(event);
        room.view.pan(x - gesture.last[0], y - gesture.last[1]);
        gesture.last = [x, y];
      } else {
        if (gesture.waiting) {
          const [x, y] = inWindow(event);
          if (Math.hypot(x - gesture.last[0], y - gesture.last[1]) < 6) return;
          beginWaiting();
        }
        const events = event.getCoalescedEvents?.() ?? [];
        for (const part of events.length ? events : [event]) tools[room.tool].move?.(room, place(part));
      }
    } else if (!gesture && event.pointerType !== "touch") {
      room.hover(place(event));
    }
    room.view.draw();
  });

  const finish = (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
    if (gesture?.id !== event.pointerId) return;
    const { isPan } = gesture;
    if (!isPan) beginWaiting();
    gesture = null;
    if (!isPan) tools[room.tool].end?.(room, place(event));
    room.view.draw();
  };
  canvas.addEventListener("pointerup", finish);
  canvas.addEventListener("pointercancel", (event) => { fingers.delete(event.pointerId); cancel(); room.view.draw(); });
  canvas.addEventListener("pointerleave", () => { room.hover(null); });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    if (event.shiftKey) room.view.pan(-event.deltaY, 0);
    else room.view.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...inWindow(event));
  }, { passive: false });
}
