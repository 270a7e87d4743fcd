// SPDX-License-Identifier: Apache-2.0
// Makes charts.js of the packages that package-lock.json names, and COPYING of their licences.
//   npm ci --ignore-scripts && node build.mjs [DIR]      writes to DIR, else here
import { build } from "esbuild";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const to = process.argv[2] ?? ".";
const { outputFiles, metafile } = await build({
  entryPoints: ["charts.mjs"],
  // Of all of Vega, Vega-Lite itself needs four small functions.
  alias: { vega: "vega-util" },
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  charset: "ascii",
  legalComments: "none",
  metafile: true,
  write: false,
});

const licences = new Map();
for (const name of new Set(Object.keys(metafile.inputs).flatMap((path) => path.match(/node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] ?? []))) {
  const folder = join("node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json")));
  const file = ["LICENSE", "LICENSE.md", "LICENSE.txt", "COPYING"].map((one) => join(folder, one)).find(existsSync);
  if (!file) throw new Error(`${name} comes without its licence`);
  const text = readFileSync(file, "utf8").replaceAll("\r", "").replace(/[ \t]+$/gm, "").trim();
  licences.set(text, [...(licences.get(text) ?? []), `${name} ${version}`]);
}
const notices = [...licences].map(([text, names]) => `${names.sort().join(", ")}\n\n${text}\n`).sort();

// Inside a page nothing may look like the end of the script.
writeFileSync(join(to, "charts.js"), outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"));
writeFileSync(join(to, "COPYING"), notices.join(`\n${"-".repeat(80)}\n\n`));
