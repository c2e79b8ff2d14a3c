// Writes a page for every group of findings, and their index, into docs/findings: `npm run findings`.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { findingPages } from "./finding-pages/pages.ts";

const folder = new URL("../docs/findings/", import.meta.url);
const pages = findingPages();
await rm(folder, { recursive: true, force: true });
await mkdir(folder);
for (const [name, text] of pages) await writeFile(new URL(name, folder), text);
console.log(`${pages.size} pages in docs/findings`);
