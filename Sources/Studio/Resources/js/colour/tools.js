// What the hand does on the sheet: each tool says what a gesture means; pen, finger, mouse and keys all make gestures.
import { dabAt, moved, newDab, touches } from "./dabs.js";

/**
 * A tool has `begin`, `move` and `end`, each with a place on the sheet. `room` is what they act on: the work's history, colours,
 * regions and view.
 */
export const tools = {
  pen: {
    begin(room, place) { room.stroke = newDab("stroke", room.color, room.radius, [place.x, place.y, place.pressure]); },
    move(room, place) {
      const { points, radius } = room.stroke;
      const [x, y] = points.slice(-3);
      // Points closer than a hair say nothing.
      if (Math.hypot(place.x - x, place.y - y) < Math.max(0.4, radius / 8)) return;
      points.push(place.x, place.y, place.pressure);
    },
    end(room) {
      const { stroke } = room;
      room.stroke = null;
      room.history.change({ dabs: [...room.history.state.dabs, stroke] });
    },
  },

  bucket: {
    begin(room, place) {
      const { regions } = room;
      const region = regions ? regions.at(place.x, place.y) : -1;
      if (regions && region < 0) return;
      const isInside = ({ points }) => points.every((_, index) => index % 3 > 0
        || regions.at(points[index], points[index + 1]) === region);
      // A bucket's colour takes the place of all that lay in the region alone.
      const dabs = regions ? room.history.state.dabs.filter((dab) => !isInside(dab)) : room.history.state.dabs;
      room.history.change({ dabs: [...dabs, newDab("fill", room.color, room.radius, [place.x, place.y, 1])] });
    },
  },

  eraser: {
    begin(room, place) { room.erased = new Set(); this.move(room, place); },
    move(room, place) {
      for (const dab of room.history.state.dabs) {
        if (touches(dab, place.x, place.y, Math.max(2 / room.view.scale, room.radius / 2))) room.erased.add(dab.id);
      }
    },
    end(room) {
      const dabs = room.history.state.dabs.filter(({ id }) => !room.erased.has(id));
      room.erased = null;
      if (dabs.length < room.history.state.dabs.length) room.history.change({ dabs });
    },
  },

  pipette: {
    begin(room, place) { this.move(room, place); },
    move(room, place) { if (room.isOnSheet(place)) room.swatches.choose(room.sheet.colorAt(place.x, place.y)); },
  },

  move: {
    begin(room, place) {
      const dab = dabAt(room.history.state.dabs, place.x, place.y, 4 / room.view.scale);
      room.chosen = dab?.id ?? null;
      room.grip = dab ? { dab, x: place.x, y: place.y } : null;
    },
    move(room, place) {
      if (room.grip) room.moving = moved(room.grip.dab, place.x - room.grip.x, place.y - room.grip.y);
    },
    end(room) {
      const { moving } = room;
      room.grip = room.moving = null;
      if (moving) room.history.change({ dabs: room.history.state.dabs.map((dab) => (dab.id === moving.id ? moving : dab)) });
    },
  },

  hand: {},

  merge: {
    begin(room, place) {
      const region = room.regions?.at(place.x, place.y) ?? -1;
      if (room.marked >= 0 && region >= 0 && region !== room.marked) join(room, place);
      else [room.marked, room.markedPlace] = region === room.marked ? [-1, null] : [region, place];
    },
    end(room, place) {
      const region = room.regions?.at(place.x, place.y) ?? -1;
      if (room.marked >= 0 && region >= 0 && region !== room.marked) join(room, place);
    },
  },

  split: {
    begin(room, place) {
      if (!room.isOnSheet(place)) return;
      room.history.change({ edits: [...room.history.state.edits, { kind: "split", places: [place.x, place.y] }] });
    },
  },
};

/** Makes the marked region and the one at a place one. */
function join(room, place) {
  const { x, y } = room.markedPlace;
  [room.marked, room.markedPlace] = [-1, null];
  room.history.change({ edits: [...room.history.state.edits, { kind: "merge", places: [x, y, place.x, place.y] }] });
}
