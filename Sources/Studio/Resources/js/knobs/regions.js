// Lesson 12: when a line that is open still divides.
import { askSamples } from "../api.js";
import { makeKnob } from "./knob.js";

export const regionKnob = () => makeKnob({
  title: "A ball that does not fit through",
  lead: "A ring with an opening. Gaps up to a width close, if what lies on both sides is clearly wider: then inside and outside are two regions.",
  lesson: "12 · Regions and flats",
  folder: "12-regions-and-flats",
  label: "A ring of ink with an opening, and its regions in two tones",
  sliders: [
    ["pen", "Width of the line", 0.5, 16, 3, 0.1, " px"], ["opening", "Opening", 0, 60, 8, 1, " px"], ["gap", "Widest gap that closes", 0, 60, 12, 1, " px"],
  ],
  async turn(values, canvas) {
    const { info, samples } = await askSamples("knobs/regions", values);
    [canvas.width, canvas.height] = [640, 340];
    const picture = new OffscreenCanvas(info.width, info.height);
    const image = new ImageData(info.width, info.height);
    for (let place = 0, sample = 0; sample < samples.length; place += 4, sample += 3) {
      image.data[place] = samples[sample];
      image.data[place + 1] = samples[sample + 1];
      image.data[place + 2] = samples[sample + 2];
      image.data[place + 3] = 255;
    }
    picture.getContext("2d").putImageData(image, 0, 0);
    canvas.getContext("2d").drawImage(picture, 150, 0, 340, 340);
    return info.isClosed ? `Closed: ${info.count} regions.` : "Open: inside and outside are one region.";
  },
});
