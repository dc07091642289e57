// What is there to begin with: drawings that the program draws itself.
import { ask } from "../api.js";
import { find, make, tell } from "../dom.js";

/** Some that show what there is: people, animals, plants, things and places. */
const indices = [7, 41, 27, 50, 14, 11, 46, 5];

let isShown = false;

export async function showWelcome(room) {
  if (isShown) return;
  isShown = true;
  for (const [place, index] of indices.entries()) {
    const button = make("button", { type: "button", ariaLabel: `Drawn picture ${place + 1}` });
    button.addEventListener("click", async () => {
      try {
        await room.take(await (await ask("drawn", { index, size: 1024 })).blob(), `drawn-${place + 1}`);
      } catch (error) { tell(error.message); }
    });
    find("#drawn").append(button);
    try {
      const picture = await (await ask("drawn", { index, size: 256 })).blob();
      button.append(make("img", { src: URL.createObjectURL(picture), alt: "" }));
    } catch { button.remove(); }
  }
}
