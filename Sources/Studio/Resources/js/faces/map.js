// The map: small faces over the first two directions, and a mark where the large one is.
import { ask } from "../api.js";

const [side, tile, reach] = [5, 96, 2.5];

export function drawMap(room) {
  const { map } = room;
  const context = map.getContext("2d");
  const tiles = new Array(side * side).fill(null);
  map.width = map.height = side * tile;
  let drawing = 0;

  const placeOf = (index) => [((index % side) / (side - 1) * 2 - 1) * reach, (1 - Math.floor(index / side) / (side - 1) * 2) * reach];

  function show() {
    tiles.forEach((picture, index) => {
      const [x, y] = [(index % side) * tile, Math.floor(index / side) * tile];
      if (picture) context.drawImage(picture, x, y, tile, tile);
      else { context.fillStyle = "#8882"; context.fillRect(x + 1, y + 1, tile - 2, tile - 2); }
    });
    const inner = (side - 1) * tile;
    const x = tile / 2 + ((room.face.places[0] / reach + 1) / 2) * inner;
    const y = tile / 2 + ((1 - room.face.places[1] / reach) / 2) * inner;
    for (const [color, width] of [["#fff", 6], ["#b43f28", 3]]) {
      context.strokeStyle = color;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, 13, 0, 2 * Math.PI);
      context.stroke();
    }
  }

  /** Fills the map for the face's other directions, the middle first; a newer face stops it. */
  async function fill() {
    const mine = drawing += 1;
    const { face } = room;
    const middle = (side - 1) / 2;
    const order = tiles.map((_, index) => index).sort((a, b) => Math.hypot(a % side - middle, Math.floor(a / side) - middle)
      - Math.hypot(b % side - middle, Math.floor(b / side) - middle));
    for (const index of order) {
      const places = [...placeOf(index), ...face.places.slice(2)];
      try {
        const blob = await (await ask("face", { places, colors: face.colors, size: tile, name: "map" })).blob();
        if (mine !== drawing) return;
        tiles[index] = await createImageBitmap(blob);
        show();
      } catch { if (mine !== drawing) return; }
    }
  }

  let waiting;
  room.mark = (changesMap) => {
    show();
    if (!changesMap) return;
    drawing += 1;
    clearTimeout(waiting);
    waiting = setTimeout(fill, 350);
  };

  const go = (event) => {
    const box = map.getBoundingClientRect();
    const share = (value, length) => ((value / length) * side - 0.5) / (side - 1);
    room.wander((share(event.clientX - box.left, box.width) * 2 - 1) * reach, (1 - share(event.clientY - box.top, box.height) * 2) * reach);
  };
  map.addEventListener("pointerdown", (event) => { map.setPointerCapture(event.pointerId); go(event); });
  map.addEventListener("pointermove", (event) => { if (event.buttons) go(event); });
  map.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (!step) return;
    event.preventDefault();
    const [x, y] = room.face.places;
    room.wander(x + 0.25 * step[0], y + 0.25 * step[1]);
  });
}
