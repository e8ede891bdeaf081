// The layer of control: who holds which place on a day, as each voice claims or as the rule assesses.
import { make, explain } from "./svg.js";
import { params } from "./state.js";

export function startControl(state, choose) {
  const draw = async () => {
    const layer = state.layers.control;
    const list = document.querySelector("#holders");
    const kind = params().get("control");
    if (!kind || !state.projection) {
      layer.replaceChildren();
      list?.replaceChildren();
      return;
    }
    const answer = await fetch(`/control.json${location.search}`);
    if (!answer.ok) return;
    const { cells, holders } = await answer.json();
    layer.replaceChildren();
    for (const cell of cells) mark(state, cell, layer, choose);
    list?.replaceChildren(...holders.map((name, at) => Object.assign(document.createElement("li"), { className: `h${at % 6}`, textContent: name })));
  };
  document.addEventListener("face:map", draw);
}

function mark(state, cell, layer, choose) {
  const [x, y] = state.projection([cell.lon, cell.lat]);
  const box = make("path", { d: `M${x},${y}h0.001`, class: `holder h${cell.holder % 6} ${cell.value}`, "stroke-width": 22 }, layer);
  explain(box, () => [cell.place, ...cell.lines]);
  box.addEventListener("click", () => choose(cell.id));
}
