// The stored text: a click on a mark shows its record, a click on a record shows its words.
export function startMarks() {
  const text = document.querySelector("#text");
  if (!text) return;
  const choose = (ident, from) => {
    for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen");
    const marks = text.querySelectorAll(`[data-marks~="${CSS.escape(ident)}"]`);
    const record = document.getElementById(`c-${ident}`);
    for (const mark of marks) mark.classList.add("chosen");
    record?.classList.add("chosen");
    const other = from === "text" ? record : marks[0];
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    other?.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
    history.replaceState(null, "", `#c-${ident}`);
  };
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("[data-marks]");
    if (!mark) return;
    event.preventDefault();
    const all = mark.dataset.marks.split(" ");
    // A stretch that several records share: each click goes on to the next.
    const at = all.findIndex((ident) => document.getElementById(`c-${ident}`)?.classList.contains("chosen"));
    choose(all[(at + 1) % all.length], "text");
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.closest("[data-marks]")) event.target.click();
  });
  document.addEventListener("click", (event) => {
    const show = event.target.closest("[data-show]");
    if (!show) return;
    event.preventDefault();
    choose(show.dataset.show, "record");
  });
  for (const box of document.querySelectorAll("[data-layer]"))
    box.addEventListener("change", () => text.classList.toggle(`hide-${box.dataset.layer}`, !box.checked));
  const wanted = location.hash.slice(3) || new URLSearchParams(location.search).get("mark");
  if (wanted) choose(wanted, "record");
}
