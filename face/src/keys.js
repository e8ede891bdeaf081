// Keys: / search, j and k through rows, o open, c correct, ? the list of keys. None while something is typed.
const PAGES = { o: "/", c: "/contradictions", p: "/prospects", b: "/briefing", q: "/queue", d: "/documents", a: "/add" };
let waiting = false;

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (waiting) {
      waiting = false;
      if (PAGES[event.key]) location.assign(PAGES[event.key]);
      return;
    }
    const card = document.querySelector(`.act h2 kbd`) && [...document.querySelectorAll(".act")].find((form) => form.querySelector("kbd").textContent === event.key);
    if (card) {
      event.preventDefault();
      (card.querySelector("select, input:not([type=hidden]):not([name=note])") ?? card.querySelector("button")).focus();
      card.scrollIntoView({ block: "nearest" });
      return;
    }
    const act = { "/": find, j: () => step(1), k: () => step(-1), g: () => (waiting = true), e: fix, "?": () => location.assign("/keys") }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

const find = () => (document.querySelector("[data-filters] [name=q]") ?? document.querySelector(".find input"))?.focus();

const rows = () => [...document.querySelectorAll(".row .title a, .claim, .item")].filter((row) => row.offsetParent);

function step(by) {
  const all = rows();
  const here = all.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = all[Math.max(0, Math.min(all.length - 1, here + by))];
  if (!next) return;
  if (next.tabIndex < 0) next.tabIndex = -1;
  if (!next.matches("a")) next.setAttribute("tabindex", "-1");
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

function fix() {
  const row = document.activeElement?.closest?.(".claim, .item, .row");
  const link = row?.querySelector("a.fix");
  if (link) location.assign(link.href);
}
