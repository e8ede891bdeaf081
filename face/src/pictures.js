// The present map and timeline as pictures: SVG with its styles written into it as attributes, or PNG made of that.
const KEPT = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "vector-effect", "display", "letter-spacing"];

export function startPictures() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-picture]");
    if (!button) return;
    const [what, form] = button.dataset.picture.split(" ");
    const svg = document.querySelector(`#${what} svg`);
    if (svg) save(svg, what, form);
  });
}

async function save(svg, name, form) {
  const { width, height } = svg.getBoundingClientRect();
  const text = written(svg, width, height);
  const picture = new Blob([text], { type: "image/svg+xml" });
  offer(form === "svg" ? picture : await drawn(picture, width, height), `${name}.${form}`);
}

function written(svg, width, height) {
  const copy = svg.cloneNode(true);
  const own = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, at) => {
    const style = getComputedStyle(own[at]);
    // As attributes: the pages' policy forbids styles that are written in.
    for (const key of KEPT) node.setAttribute(key, style.getPropertyValue(key));
    node.removeAttribute("tabindex");
  });
  for (const [key, value] of Object.entries({ xmlns: "http://www.w3.org/2000/svg", width, height })) copy.setAttribute(key, value);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", getComputedStyle(svg.closest(".board")).backgroundColor);
  copy.prepend(paper);
  return new XMLSerializer().serializeToString(copy);
}

async function drawn(picture, width, height) {
  const address = URL.createObjectURL(picture);
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function offer(blob, name) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
