// The one state: the address. Whoever changes it calls `go`; whoever shows it listens to "face:view" and "face:marks".
import htmx from "htmx.org/dist/htmx.esm.js";

const NAMES = ["q", "actor", "place", "voice", "outlet", "status", "from", "to"];
let asked = 0;

export const params = () => new URLSearchParams(location.search);

export function change(values) {
  const next = params();
  next.delete("page");
  for (const [name, value] of Object.entries(values)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  go(next);
}

export function go(next, push = true) {
  const query = next.toString();
  if (push) history.pushState(null, "", query ? `/?${query}` : "/");
  show();
}

async function show() {
  document.dispatchEvent(new CustomEvent("face:view"));
  const turn = ++asked;
  htmx.ajax("GET", `/part${location.search}`, { target: "#list", swap: "outerHTML" });
  const answer = await fetch(`/marks.json${location.search}`);
  if (!answer.ok) return say("The marks could not be fetched; is rashomon serve still running?");
  const marks = await answer.json();
  if (turn !== asked) return;
  document.dispatchEvent(new CustomEvent("face:marks", { detail: marks }));
  say(`${marks.count} incidents shown`);
}

export function say(words) {
  const line = document.querySelector("#said");
  if (line) line.textContent = words;
}

export function startState() {
  if (!document.querySelector("#map")) return;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-view]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const next = new URL(link.getAttribute("href"), location.origin);
    for (const name of ["control", "day"]) if (params().get(name) && !next.searchParams.get(name)) next.searchParams.set(name, params().get(name));
    if (link.getAttribute("role") === "checkbox") setTimeout(syncLegend);
    go(next.searchParams);
  });
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-filters]")) return;
    event.preventDefault();
    const form = new FormData(event.target);
    change(Object.fromEntries(NAMES.map((name) => [name, String(form.get(name) ?? "").trim()])));
  });
  document.addEventListener("change", (event) => {
    if (event.target.closest("[data-filters]") && event.target.matches("select, input[type=date]")) event.target.form.requestSubmit();
    if (event.target.closest("[data-control]")) {
      const form = new FormData(event.target.form);
      change({ control: form.get("control"), day: form.get("day") });
    }
  });
  addEventListener("popstate", () => go(params(), false));
  syncLegend();
  requestAnimationFrame(() => first());
}

async function first() {
  const answer = await fetch(`/marks.json${location.search}`);
  const marks = await answer.json();
  document.dispatchEvent(new CustomEvent("face:view"));
  document.dispatchEvent(new CustomEvent("face:marks", { detail: marks }));
}

// The legend's switches follow the address: each link leads to the view with its own group switched.
function syncLegend() {
  const boxes = [...document.querySelectorAll(".legend [role=checkbox]")];
  const every = boxes.map(nameOf);
  const draw = () => {
    const given = params().getAll("group");
    const shown = new Set(given.length ? given : every);
    for (const box of boxes) {
      const name = nameOf(box);
      box.setAttribute("aria-checked", String(shown.has(name)));
      const next = params();
      next.delete("group");
      next.delete("page");
      const switched = every.filter((other) => shown.has(other) !== (other === name));
      if (switched.length && switched.length < every.length) for (const other of switched) next.append("group", other);
      box.setAttribute("href", `/?${next}`);
    }
  };
  draw();
  if (!syncLegend.bound) document.addEventListener("face:view", draw);
  syncLegend.bound = true;
}

const nameOf = (box) => [...box.classList].find((name) => name.startsWith("g-")).slice(2);
