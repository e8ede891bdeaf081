// Forms: files that are dropped, progress that is told, and a word before what cannot be taken back.
export function startForms() {
  const drop = document.querySelector("[data-drop]");
  if (drop) startDrop(drop);
  const progress = document.querySelector("[data-progress]");
  if (progress) follow(progress);
}

function startDrop(drop) {
  const input = drop.querySelector("input[type=file]");
  const list = drop.querySelector("[data-names]");
  const show = () => list.replaceChildren(...[...input.files].map((file) => Object.assign(document.createElement("li"), { textContent: `${file.name} · ${Math.ceil(file.size / 1024).toLocaleString("en")} kB` })));
  for (const name of ["dragenter", "dragover"]) drop.addEventListener(name, (event) => (event.preventDefault(), drop.classList.add("over")));
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    show();
  });
  input.addEventListener("change", show);
}

async function follow(root) {
  const bar = root.querySelector("progress");
  const line = root.querySelector("[data-said]");
  for (;;) {
    const answer = await fetch(root.dataset.progress);
    if (!answer.ok) return (line.textContent = "The server does not answer.");
    const told = await answer.json();
    line.textContent = told.said;
    if (told.total) [bar.max, bar.value] = [told.total, told.done];
    if (told.ended) return location.reload();
    await new Promise((done) => setTimeout(done, 400));
  }
}
