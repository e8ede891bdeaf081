// The map: countries, provinces shaded by origins, a mark a place with a halo as wide as it is unknown.
import { geoMercator, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import "d3-transition";
import { feature, mesh } from "topojson-client";
import { asset, explain, make, plural, roam, words } from "./svg.js";
import { change, params } from "./state.js";
import { startControl } from "./control.js";

const PRECISION = { 1: "exact place", 2: "near the place", 3: "district known", 4: "province known", 5: "region known", 6: "country known", 7: "sea or air" };
// Kilometres around a mark within which it may have happened, by UCDP's precision.
const HALO_KM = { 2: 10, 3: 22, 4: 60, 5: 110, 6: 250 };
const DEGREE_KM = 111.2;
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

export function startMap(root) {
  const svg = make("svg", { class: "chart", role: "group", "aria-label": "Map of incidents; arrow keys go from mark to mark" }, root);
  const moved = make("g", {}, svg);
  const layers = Object.fromEntries(["land", "provinces", "borders", "control", "halos", "marks"].map((name) => [name, make("g", { class: name }, moved)]));
  const labels = make("g", { class: "labels", "aria-hidden": "true" }, svg);
  const state = { countries: new Map(), shown: null, projection: null, at: zoomIdentity, names: [], called: {}, svg, layers, root };
  // However many events a drag sends, the map is moved once a frame.
  let waiting = 0;
  const move = () => {
    waiting = 0;
    moved.setAttribute("transform", state.at);
    place(labels, state);
  };
  const scroll = zoom().scaleExtent([0.5, 60]).on("zoom", ({ transform }) => {
    state.at = transform;
    waiting ||= requestAnimationFrame(move);
  });
  select(svg).call(scroll).on("dblclick.zoom", null);
  roam(svg, "a.mark");
  buttons(state, scroll);
  startControl(state, (ident) => change({ place: params().get("place") === ident ? "" : ident }));
  const world = fetch(asset("boundaries/world.json")).then((answer) => answer.json());
  return async (marks) => {
    state.marks = marks;
    const [land] = await Promise.all([world, ...marks.countries.map((code) => load(state, code))]);
    if (!state.projection) fit(state, land);
    draw(state);
    place(labels, state);
    document.dispatchEvent(new CustomEvent("face:map"));
  };
}

async function load(state, code) {
  if (state.countries.has(code)) return;
  state.countries.set(code, null);
  const [answer, named] = await Promise.all([fetch(asset(`boundaries/adm1/${code}.json`)), fetch(`/provinces/${code}.json`)]);
  if (named.ok) Object.assign(state.called, await named.json());
  if (answer.ok) state.countries.set(code, await answer.json());
}

function fit(state, land) {
  const { width, height } = state.root.getBoundingClientRect();
  state.size = [width || 640, height || 480];
  state.svg.setAttribute("viewBox", `0 0 ${state.size.join(" ")}`);
  const points = state.marks.places.map((mark) => [mark[3], mark[2]]);
  const main = state.countries.get(state.marks.countries[0]);
  const around = points.length ? { type: "MultiPoint", coordinates: spread(points) } : main ? feature(main, main.objects.areas) : { type: "Sphere" };
  const edge = Math.min(...state.size) * 0.12;
  // Beside the legend, where there is room for that.
  const legend = state.root.parentElement.querySelector(".legend")?.getBoundingClientRect();
  const left = legend && state.size[0] > 640 ? legend.width : 0;
  state.projection = geoMercator().fitExtent([[edge + left, edge], [state.size[0] - edge, state.size[1] - edge]], around);
  state.path = geoPath(state.projection);
  make("path", { class: "countries", d: state.path(feature(land, land.objects.countries)) }, state.layers.land);
  make("path", { class: "coast", d: state.path(mesh(land, land.objects.countries)) }, state.layers.land);
  state.land = land;
}

// Points with room around them, so that one lone place is not shown as a street; far strays are left to panning.
function spread(points) {
  const lons = points.map(([lon]) => lon).sort((a, b) => a - b);
  const lats = points.map(([, lat]) => lat).sort((a, b) => a - b);
  const cut = (values) => [values[Math.floor(values.length * 0.03)], values[Math.ceil(values.length * 0.97) - 1]];
  const [west, east] = cut(lons);
  const [south, north] = cut(lats);
  const room = Math.max(0, 1.2 - Math.max(east - west, north - south)) / 2;
  return [[west - room, south - room], [east + room, north + room]];
}

function draw(state) {
  const { layers, marks, path } = state;
  layers.provinces.replaceChildren();
  layers.borders.replaceChildren();
  state.names = [];
  for (const topology of state.countries.values()) if (topology) provinces(state, topology);
  layers.halos.replaceChildren();
  const focused = document.activeElement?.dataset?.place;
  state.dots = apart(marks.places.map((mark) => [...state.projection([mark[3], mark[2]]), thick(mark[5])]));
  layers.marks.replaceChildren(...marks.places.map((mark, at) => point(state, mark, at)));
  if (focused) layers.marks.querySelector(`[data-place="${CSS.escape(focused)}"]`)?.focus();
  const note = document.querySelector("#mapnote");
  if (note) note.textContent = [marks.unplaced ? `${plural(marks.unplaced, "incident")} without a place on the map` : "", marks.together ? "places drawn together" : ""].filter(Boolean).join(" · ");
}

const thick = (count) => Math.min(30, 9 + 4 * Math.sqrt(count - 1));

// Marks that stand on one spot are set beside each other, on a spiral around it; halos stay put.
function apart(dots) {
  const set = [];
  for (const [x, y, size] of dots) {
    let at = [x, y, size];
    for (let step = 1; step < 40 && set.some((other) => Math.hypot(at[0] - other[0], at[1] - other[1]) < (size + other[2]) * 0.42); step += 1) {
      const [turn, far] = [step * 2.4, 3.2 * Math.sqrt(step)];
      at = [x + far * Math.cos(turn), y + far * Math.sin(turn), size];
    }
    set.push(at);
  }
  return set;
}

function provinces(state, topology) {
  const { layers, marks, path } = state;
  const areas = topology.objects.areas;
  for (const area of feature(topology, areas).features) {
    const told = marks.provinces[area.properties.id];
    const shape = make("path", { d: path(area), class: told ? `province o${Math.min(3, told[1])}` : "province", "data-area": area.properties.id }, layers.provinces);
    const name = state.called[area.properties.id] ?? area.properties.name ?? "";
    explain(shape, () => [name, told ? `${plural(told[0], "incident")}, at most ${plural(told[1], "origin")} behind one` : "nothing told"]);
    if (told) shape.addEventListener("click", () => change({ place: params().get("place") === area.properties.id ? "" : area.properties.id }));
    state.names.push({ name, at: path.centroid(area), told: told?.[0] ?? 0, wide: path.bounds(area) });
  }
  make("path", { class: "inner", d: path(mesh(topology, areas, (a, b) => a !== b)) }, layers.borders);
  make("path", { class: "outer", d: path(mesh(topology, areas, (a, b) => a === b)) }, layers.borders);
  state.names.sort((a, b) => b.told - a.told);
}

function point(state, [ident, name, lat, lon, precision, count, origins, groups], at) {
  const [x, y] = state.projection([lon, lat]);
  const [sx, sy, size] = state.dots[at];
  const km = HALO_KM[precision];
  const main = Object.keys(groups)[0];
  if (km) {
    const [, edge] = state.projection([lon, lat + km / DEGREE_KM]);
    make("circle", { cx: x, cy: y, r: Math.abs(y - edge), class: `g-${main}` }, state.layers.halos);
  }
  const href = ident ? `/?place=${encodeURIComponent(ident)}` : "#";
  const link = make("a", { class: `mark g-${main} o${Math.min(3, origins)}`, href, tabindex: at ? -1 : 0, "data-place": ident, "aria-label": `${name}: ${plural(count, "incident")}, ${plural(origins, "origin")}` });
  const d = `M${sx.toFixed(2)},${sy.toFixed(2)}h0.001`;
  make("path", { d, class: "rim", "stroke-width": size + 3 }, link);
  make("path", { d, class: "body", "stroke-width": size }, link);
  make("path", { d, class: "core", "stroke-width": size - 4 }, link);
  explain(link, () => [name, `${plural(count, "incident")} · at most ${plural(origins, "independent origin")}`, `${PRECISION[precision] ?? "place not sure"} · ${Object.entries(groups).map(([group, told]) => `${told} ${group}`).join(", ")}`]);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (ident) change({ place: params().get("place") === ident ? "" : ident });
  });
  if (ident && params().get("place") === ident) link.classList.add("chosen");
  return link;
}

// Names keep their size while the map grows; one that would stand on another is left out.
function place(labels, state) {
  const taken = (state.dots ?? []).map(([x, y, size]) => {
    const [cx, cy] = state.at.apply([x, y]);
    return [cx - size / 2, cy - size / 2, cx + size / 2, cy + size / 2];
  });
  const shown = [];
  for (const { name, at, told, wide } of state.names) {
    const [x, y] = state.at.apply(at);
    const own = name.length * 6.2;
    if (!(x > 0 && x < state.size[0] && y > 0 && y < state.size[1])) continue;
    if (!told && (wide[1][0] - wide[0][0]) * state.at.k < own) continue;
    // Above or below what already stands there, if not on the spot.
    for (const off of told ? [0, -24, 24, -46, 46] : [0]) {
      const box = [x - own / 2 - 3, y + off - 9, x + own / 2 + 3, y + off + 6];
      if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
      taken.push(box);
      shown.push([name, x, y + off, told]);
      break;
    }
  }
  labels.replaceChildren();
  for (const [name, x, y, told] of shown) words(labels, name, { x, y, class: told ? "told" : "" });
}

function buttons(state, scroll) {
  const svg = select(state.svg);
  const ease = () => (calm ? svg : svg.transition().duration(220));
  const acts = { in: () => ease().call(scroll.scaleBy, 1.6), out: () => ease().call(scroll.scaleBy, 1 / 1.6), all: () => ease().call(scroll.transform, zoomIdentity) };
  for (const button of document.querySelectorAll("[data-zoom]")) button.addEventListener("click", () => acts[button.dataset.zoom]());
  state.svg.addEventListener("keydown", (event) => {
    const act = { "+": "in", "=": "in", "-": "out", 0: "all" }[event.key];
    if (act) acts[act]();
  });
}
