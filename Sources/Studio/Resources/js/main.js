// Which room is open, and whether it is light or dark.
import { find, findAll, say, tell } from "./dom.js";
import { openColourRoom } from "./colour/room.js";
import { openFaceRoom } from "./faces/room.js";
import { openPhotoRoom } from "./photo/room.js";
import { openKnobRoom } from "./knobs/room.js";

const openers = { colour: openColourRoom, faces: openFaceRoom, photo: openPhotoRoom, knobs: openKnobRoom };
const rooms = {};

/** Goes to a room; it is built when it is first entered. */
export async function enter(name) {
  const room = openers[name] ? name : "colour";
  for (const section of findAll("main > section")) section.hidden = section.id !== room;
  for (const link of findAll("nav a")) {
    if (link.dataset.room === room) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  say("");
  rooms[room] ??= openers[room](find(`#${room}`), { send });
  try {
    const open = await rooms[room];
    open.shown?.();
    return open;
  } catch (error) {
    // It is tried again when somebody comes back.
    delete rooms[room];
    tell(error.message);
    return null;
  }
}

/** Gives a picture to another room. */
async function send(room, blob, name) {
  location.hash = room;
  const open = await enter(room);
  await open?.take(blob, name);
}

const roomOfAddress = () => location.hash.slice(1).split("/")[0];
addEventListener("hashchange", () => enter(roomOfAddress()));

const themes = ["", "light", "dark"];
function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  localStorage.setItem("theme", theme);
  dispatchEvent(new Event("themechange"));
}
setTheme(localStorage.getItem("theme") ?? "");
find("#theme").addEventListener("click", () => {
  const isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme ?? "";
  // The first press always changes what is seen.
  const order = isDark ? ["", "light", "dark"] : ["", "dark", "light"];
  const next = order[(order.indexOf(now) + 1) % themes.length];
  setTheme(next);
});

enter(roomOfAddress());
