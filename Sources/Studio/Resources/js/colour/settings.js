// The panel's switches: what is shown, how it is finished, and what is saved.
import { download, find, findAll, say, tell } from "../dom.js";
import { workFile } from "./files.js";

export function bindSettings(room) {
  const { history, view } = room;

  for (const button of findAll("[data-tool]")) button.addEventListener("click", () => room.choose(button.dataset.tool));
  find("#undo").addEventListener("click", () => history.undo());
  find("#redo").addEventListener("click", () => history.redo());
  find("#fit").addEventListener("click", () => view.fit());

  find("#radius").addEventListener("input", (event) => {
    const most = room.sheet ? Math.max(room.sheet.width, room.sheet.height) / 8 : 100;
    room.setRadius(most * (event.target.value / 100) ** 2);
  });

  const divide = find("#divide");
  for (const input of findAll("[name=mode]")) {
    input.addEventListener("change", () => { divide.hidden = input.value !== "slider"; view.setMode(input.value); });
  }
  divide.addEventListener("input", () => { view.share = divide.value / 1000; view.draw(); });
  for (const name of ["#show-regions", "#show-dabs"]) find(name).addEventListener("change", () => view.draw());

  for (const input of findAll("[name=finish]")) {
    input.addEventListener("change", () => history.change({ finish: input.value }));
  }
  const gap = find("#gap");
  const showGap = () => { find("#gap-text").textContent = gap.value === "0" ? "by size" : `${gap.value} px`; };
  gap.addEventListener("input", showGap);
  gap.addEventListener("change", () => history.change({ gap: gap.value === "0" ? null : Number(gap.value) }));

  const palette = find("#palette-file");
  find("#load-palette").addEventListener("click", () => palette.click());
  palette.addEventListener("change", async () => {
    if (palette.files[0]) await room.takePalette(palette.files[0]);
    palette.value = "";
  });
  find("#keep-palette").addEventListener("change", (event) => history.change({ keepsPalette: event.target.checked }));

  for (const button of findAll("[data-save]")) button.addEventListener("click", () => save(room, button.dataset.save));
  find("#save-work").addEventListener("click", async () => {
    const { state } = history;
    if (state.drawing) download(await workFile(state, await room.colouring.bytesOf(state.drawing)), `${state.name}.nurie`);
  });

  /** Shows what another state of the work says. */
  room.settings = (state) => {
    find(`[name=finish][value=${state.finish}]`).checked = true;
    gap.value = String(state.gap ?? 0);
    showGap();
    find("#keep-palette").disabled = !state.palette;
    find("#keep-palette").checked = Boolean(state.palette && state.keepsPalette);
    find("#load-palette").textContent = state.palette ? state.palette.name : "Palette…";
    for (const button of [...findAll("[data-save]"), find("#save-work"), find("#new")]) button.disabled = !state.drawing;
  };
}

const endings = { png: "png", jpeg: "jpg", ora: "ora" };

async function save(room, kind) {
  const { state } = room.history;
  if (!state.drawing) return;
  say("Writing the file …");
  try {
    download(await room.colouring.file(state, kind), `${state.name}-coloured.${endings[kind]}`);
    say("");
  } catch (error) {
    say("");
    tell(error.message);
  }
}
