// The browser's part of the face: wires the modules to what a page holds.
import "htmx.org/dist/htmx.esm.js";
import { startState } from "./state.js";
import { startMap } from "./map.js";
import { startTime } from "./time.js";
import { startNet } from "./net.js";
import { startMarks } from "./marks.js";
import { startKeys } from "./keys.js";
import { startPictures } from "./pictures.js";
import { startForms } from "./forms.js";

startState();
const map = document.querySelector("#map");
if (map) {
  const draw = { map: startMap(map), time: startTime(document.querySelector("#time")) };
  startNet(document.querySelector("#net"));
  document.addEventListener("face:marks", ({ detail }) => {
    draw.map(detail.map);
    draw.time(detail.time);
  });
}
startMarks();
startKeys();
startPictures();
startForms();
