// The lessons' central figures, alive: each turn of a knob is computed anew by the program, or shown from a training that was kept.
import { make } from "../dom.js";
import { adversaryKnob } from "./adversary.js";
import { boundKnob } from "./bound.js";
import { divergenceKnob } from "./divergence.js";
import { planeKnob } from "./plane.js";
import { regionKnob } from "./regions.js";
import { sigmaKnob } from "./sigma.js";
import { tapeKnob } from "./tape.js";

export async function openKnobRoom(section) {
  const [sigma, adversary] = await Promise.all([sigmaKnob(), adversaryKnob()]);
  const knobs = [divergenceKnob(), boundKnob(), tapeKnob(), planeKnob(), sigma, adversary, regionKnob()];
  const names = make("nav", { className: "knob-names", ariaLabel: "Lessons" }, ...knobs.map((knob) => {
    const number = knob.id.slice(-2);
    return make("a", { href: `#knobs/${number}`, title: knob.querySelector("h2").textContent }, number);
  }));
  section.replaceChildren(make("div", { className: "knobs" }, names, ...knobs));
  return {
    /** Shows the knob that the address names, such as `#knobs/03`. */
    shown() {
      const wanted = location.hash.split("/")[1];
      if (wanted) document.getElementById(`knob-${wanted}`)?.scrollIntoView();
    },
  };
}
