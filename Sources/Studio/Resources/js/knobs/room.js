// The lessons' central figures, alive: each turn of a knob is computed anew by the program.
import { make } from "../dom.js";
import { boundKnob } from "./bound.js";
import { divergenceKnob } from "./divergence.js";
import { regionKnob } from "./regions.js";

export async function openKnobRoom(section) {
  section.replaceChildren(make("div", { className: "knobs" }, divergenceKnob(), boundKnob(), regionKnob()));
  const wanted = location.hash.split("/")[1];
  if (wanted) document.getElementById(`knob-${wanted}`)?.scrollIntoView();
  return {};
}
