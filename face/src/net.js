// The actors: lines for who stands with, against, under or beside whom, as told.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { explain, make, plural, roam, words } from "./svg.js";
import { change, params } from "./state.js";

export function startNet(root) {
  if (!root) return;
  const svg = make("svg", { class: "chart", role: "group", "aria-label": "Actors and what ties them; arrow keys go from one to the next" }, root);
  roam(svg, "a.node");
  let turn = 0;
  document.addEventListener("face:view", async () => {
    const own = ++turn;
    const answer = await fetch(`${root.dataset.src}${location.search}`);
    if (!answer.ok || own !== turn) return;
    paint(root, svg, await answer.json());
  });
}

export function paint(root, svg, { nodes, ties }) {
  const { width, height } = root.getBoundingClientRect();
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  svg.replaceChildren();
  if (!nodes.length) {
    words(svg, "No ties between actors are told here", { x: width / 2, y: height / 2, "text-anchor": "middle", class: "none" });
    return;
  }
  settle(nodes, ties, width, height);
  const lines = make("g", { class: "ties" }, svg);
  for (const tie of ties) {
    const line = make("path", { class: `tie t-${tie.sort}`, d: bend(tie), "stroke-width": Math.min(5, 1 + Math.log2(tie.claims)) }, lines);
    explain(line, () => [`${tie.source.name} – ${tie.target.name}`, ...tie.words]);
  }
  const dots = make("g", { class: "nodes" }, svg);
  const chosen = params().get("actor");
  // Names keep off the dots and off each other; the actors that are tied most are named first.
  const taken = nodes.map(({ x, y, r }) => [x - r, y - r, x + r, y + r]);
  nodes.sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name));
  nodes.forEach((node, nth) => {
    const link = make("a", { class: `node k-${node.kind}${node.id === chosen ? " chosen" : ""}`, href: `/actor/${node.id}`, tabindex: nth ? -1 : 0, "aria-label": `${node.name}: ${plural(node.claims, "claim")}` }, dots);
    make("circle", { cx: node.x, cy: node.y, r: node.r }, link);
    const own = Math.min(26, node.name.length) * 5.6;
    const x = Math.max(own / 2 + 4, Math.min(width - own / 2 - 4, node.x));
    const at = spots(node, own, x).find((box) => box[0] > 0 && box[2] < width && box[1] > 0 && box[3] < height && !taken.some((other) => meet(box, other)));
    if (at) {
      taken.push(at);
      words(link, node.name.length > 26 ? `${node.name.slice(0, 25)}…` : node.name, { x: (at[0] + at[2]) / 2, y: at[1] + 9, "text-anchor": "middle" });
    }
    explain(link, () => [node.name, `${node.kind} · ${plural(node.claims, "claim")} tie it to others`, "click to filter, Enter twice to open its page"]);
    link.addEventListener("click", (event) => {
      if (node.id === params().get("actor") || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      change({ actor: node.id });
    });
  });
}

const meet = (box, other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];

// Where a name may stand: below its dot, above it, right of it, left of it.
function spots({ x, y, r }, own, inside) {
  const high = 12;
  return [
    [inside - own / 2, y + r + 1, inside + own / 2, y + r + 1 + high],
    [inside - own / 2, y - r - 1 - high, inside + own / 2, y - r - 1],
    [x + r + 3, y - high / 2, x + r + 3 + own, y + high / 2],
    [x - r - 3 - own, y - high / 2, x - r - 3, y + high / 2],
  ];
}

// d3-force draws from a fixed sequence: the same ledger always gives the same picture.
function settle(nodes, ties, width, height) {
  for (const node of nodes) node.r = Math.min(15, 4 + 1.6 * Math.sqrt(node.claims));
  const flat = width / Math.max(1, height);
  const simulation = forceSimulation(nodes)
    .force("tie", forceLink(ties).id((node) => node.id).distance(54).strength(0.5))
    .force("apart", forceManyBody().strength(-150))
    .force("x", forceX().strength(0.06 / flat))
    .force("y", forceY().strength(0.06 * flat))
    .force("room", forceCollide((node) => node.r + 13))
    .stop();
  simulation.tick(260);
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const edge = [44, 18];
  for (const node of nodes) {
    node.x = edge[0] + ((node.x - west) / (east - west || 1)) * (width - 2 * edge[0]);
    node.y = edge[1] + ((node.y - north) / (south - north || 1)) * (height - 2 * edge[1] - 12);
  }
}

function bend({ source, target, nth }) {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  const off = (nth ?? 0) * 0.14;
  return `M${source.x},${source.y}Q${(source.x + target.x) / 2 - dy * off},${(source.y + target.y) / 2 + dx * off} ${target.x},${target.y}`;
}
