// The timeline: a bar as wide as its time is uncertain, columns where there are too many, a brush that chooses days.
import { scaleUtc } from "d3-scale";
import { brushX } from "d3-brush";
import { select } from "d3-selection";
import { utcFormat } from "d3-time-format";
import { explain, make, plural, roam, words } from "./svg.js";
import { change, params } from "./state.js";

const DAY = 86400000;
const FOOT = 22;
const BREAK = 26;
const LETTER = 6.2;
const day = (text) => Date.parse(`${text}T00:00:00Z`);
const iso = (time) => new Date(time).toISOString().slice(0, 10);

export function startTime(root) {
  const svg = make("svg", { class: "chart", role: "group", "aria-label": "Timeline of incidents; arrow keys go from bar to bar" }, root);
  const state = { root, svg };
  roam(svg, "a.bar");
  let marks = null;
  const draw = () => marks && paint(state, marks);
  new ResizeObserver(draw).observe(root);
  return (next) => {
    marks = next;
    draw();
  };
}

function paint(state, marks) {
  const { width, height } = state.root.getBoundingClientRect();
  state.svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  state.svg.replaceChildren();
  const note = document.querySelector("#timenote");
  if (note) note.textContent = marks.undated ? `${plural(marks.undated, "incident")} without a day` : "";
  const spans = (marks.bars ?? []).map((bar) => [day(bar[1]), day(bar[2])]);
  const columns = (marks.columns ?? []).map(([first, days]) => [day(first), day(first) + days * DAY]);
  const all = [...spans, ...columns];
  if (!all.length) return;
  const scale = scaleOf(all, width);
  axis(state.svg, scale, height);
  brush(state, scale, width, height);
  if (marks.bars) bars(state.svg, marks.bars, scale, height - FOOT - 4);
  else stacks(state.svg, marks.columns, scale, height - FOOT - 4);
}

// Long empty stretches are folded: a segment's width grows with what it holds, and more slowly with its days.
function scaleOf(spans, width) {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const first = sorted[0][0];
  const last = Math.max(...sorted.map((span) => span[1]));
  const gap = Math.max(30 * DAY, (last - first) * 0.06);
  const parts = [];
  for (const [start, end] of sorted) {
    const part = parts.at(-1);
    if (part && start - part.end <= gap) {
      part.end = Math.max(part.end, end);
      part.count += 1;
    } else parts.push({ start, end, count: 1 });
  }
  for (const part of parts) {
    const edge = Math.max(DAY, (part.end - part.start) * 0.03);
    part.start -= edge;
    part.end += edge;
    part.weight = Math.log1p((part.end - part.start) / DAY) * Math.sqrt(part.count);
  }
  const room = width - 16 - BREAK * (parts.length - 1);
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const least = Math.min(46, room / parts.length / 2);
  let x = 8;
  const spare = room - least * parts.length;
  for (const part of parts) {
    part.x0 = x;
    part.x1 = x + least + (spare * part.weight) / total;
    x = part.x1 + BREAK;
  }
  const scale = scaleUtc().domain(parts.flatMap((part) => [part.start, part.end])).range(parts.flatMap((part) => [part.x0, part.x1])).clamp(true);
  scale.parts = parts;
  return scale;
}

function axis(svg, scale, height) {
  const group = make("g", { class: "axis", "aria-hidden": "true" }, svg);
  scale.parts.forEach((part, at) => {
    make("path", { d: `M${part.x0},${height - FOOT}H${part.x1}` }, group);
    const own = scaleUtc().domain([part.start, part.end]).range([part.x0, part.x1]);
    const ticks = own.ticks(Math.max(1, Math.floor((part.x1 - part.x0) / 64)));
    const days = part.end - part.start;
    const format = utcFormat(days < 120 * DAY ? "%-d %b" : days < 900 * DAY ? "%b %Y" : "%Y");
    let free = -Infinity;
    ticks.forEach((tick, nth) => {
      make("path", { d: `M${own(tick)},${height - FOOT}v4` }, group);
      const year = days < 120 * DAY && nth === 0 ? utcFormat(" %Y")(tick) : "";
      const name = format(tick) + year;
      const [x, wide] = [own(tick), name.length * LETTER];
      // A name stays over its own segment, and none stands on the one before it.
      const middle = Math.max(part.x0 + wide / 2, Math.min(part.x1 - wide / 2, x));
      if (middle - wide / 2 < free || (wide > part.x1 - part.x0 && nth)) return;
      free = middle + wide / 2 + LETTER;
      words(group, name, { x: middle, y: height - 5, "text-anchor": "middle" });
    });
    if (!ticks.length) words(group, utcFormat("%b %Y")((part.start + part.end) / 2), { x: (part.x0 + part.x1) / 2, y: height - 5, "text-anchor": "middle" });
    if (at) make("path", { class: "fold", d: `M${part.x0 - BREAK / 2 - 5},${height - FOOT + 5}l4,-10m3,10l4,-10` }, group);
  });
}

function bars(svg, rows, scale, height) {
  const lanes = [];
  const placed = rows.map((row) => {
    const x = scale(day(row[1]));
    const width = Math.max(5, scale(day(row[2])) - x);
    let lane = lanes.findIndex((end) => end < x - 1);
    if (lane < 0) lane = lanes.push(0) - 1;
    lanes[lane] = x + width;
    return { row, x, width, lane };
  });
  const step = Math.min(15, (height - 6) / Math.max(1, lanes.length));
  const tall = Math.max(1.5, step - Math.min(3, step * 0.25));
  const group = make("g", { class: "bars" }, svg);
  const [from, to] = [params().get("from"), params().get("to")];
  placed.forEach(({ row: [ident, start, end, kind, origins, status, title], x, width, lane }, at) => {
    const outside = (from && end <= from) || (to && start > to);
    const link = make("a", { class: `bar g-${kind} o${Math.min(3, origins)} s-${status}${outside ? " out" : ""}`, href: `/incident/${ident}`, tabindex: at ? -1 : 0, "data-id": ident, "aria-label": `${title}, ${start}` }, group);
    make("rect", { x, y: height - (lane + 1) * step, width, height: tall, rx: Math.min(3, tall / 2) }, link);
    const last = iso(day(end) - DAY);
    explain(link, () => [title, start === last ? start : `between ${start} and ${last}`, `${status} · ${plural(origins, "independent origin")}`]);
  });
}

function stacks(svg, rows, scale, height) {
  const most = Math.max(...rows.map(([, , counts]) => Object.values(counts).reduce((a, b) => a + b, 0)));
  const group = make("g", { class: "bars" }, svg);
  for (const [first, days, counts] of rows) {
    const x = scale(day(first));
    const width = Math.max(1, scale(day(first) + days * DAY) - x - 0.5);
    let y = height;
    const box = make("g", {}, group);
    for (const [kind, count] of Object.entries(counts)) {
      const tall = (count / most) * (height - 8);
      y -= tall;
      make("rect", { x, y, width, height: tall, class: `stack g-${kind}` }, box);
    }
    explain(box, () => [days === 1 ? first : `${days} days from ${first}`, ...Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)]);
  }
}

function brush(state, scale, width, height) {
  const group = make("g", { class: "brush" }, state.svg);
  let own = true;
  const made = brushX().extent([[4, 0], [width - 4, height - FOOT]]).on("end", ({ selection, sourceEvent }) => {
    if (own || !sourceEvent) return;
    if (!selection) return change({ from: "", to: "" });
    const [start, end] = selection.map((x) => scale.invert(x).getTime());
    change({ from: iso(start), to: iso(Math.max(start, end - DAY / 2)) });
  });
  select(group).call(made);
  const [from, to] = [params().get("from"), params().get("to")];
  if (from || to) {
    const edge = scale.domain();
    made.move(select(group), [scale(from ? day(from) : edge[0]), scale(to ? day(to) + DAY : edge.at(-1))]);
  }
  own = false;
}
