// Small pieces that the drawings share.
const SPACE = "http://www.w3.org/2000/svg";

export function make(name, attributes = {}, parent = null) {
  const node = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== undefined) node.setAttribute(key, value);
  parent?.append(node);
  return node;
}

export function words(parent, text, attributes) {
  const node = make("text", attributes, parent);
  node.textContent = text;
  return node;
}

const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;

// Shows `lines` beside an element while it is pointed at or focused.
export function explain(node, lines) {
  const show = () => {
    if (!tip.isConnected) document.body.append(tip);
    tip.replaceChildren(...lines().map((line, at) => Object.assign(document.createElement(at ? "p" : "b"), { textContent: line })));
    tip.hidden = false;
    const box = node.getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = Math.min(innerWidth - own.width - 8, Math.max(8, box.left + box.width / 2 - own.width / 2));
    const above = box.top - own.height - 10;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : Math.min(innerHeight - own.height - 8, box.bottom + 10)}px`;
  };
  const hide = () => (tip.hidden = true);
  node.addEventListener("pointerenter", show);
  node.addEventListener("focus", show);
  node.addEventListener("pointerleave", hide);
  node.addEventListener("blur", hide);
}

export const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

// Makes a set of links one stop of the tab key: arrows go to the nearest one in their direction.
export function roam(root, selector) {
  root.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const here = event.target.closest?.(selector);
    if (!step || !here) return;
    event.preventDefault();
    const [x, y] = middle(here);
    let best = null;
    let least = Infinity;
    for (const other of root.querySelectorAll(selector)) {
      const [ox, oy] = middle(other);
      const along = (ox - x) * step[0] + (oy - y) * step[1];
      const across = Math.abs((ox - x) * step[1]) + Math.abs((oy - y) * step[0]);
      if (other !== here && along > 0.5 && along + 2 * across < least) [best, least] = [other, along + 2 * across];
    }
    if (!best) return;
    here.setAttribute("tabindex", "-1");
    best.setAttribute("tabindex", "0");
    best.focus();
  });
}

function middle(node) {
  const box = node.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

export const asset = (name) => `/assets/${name}`;
