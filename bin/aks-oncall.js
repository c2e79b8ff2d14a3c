#!/usr/bin/env node
// The command line. In the checkout Node runs its TypeScript. Node does not do that below node_modules, so an installed
// package holds the JavaScript that `npm pack` made of it (scripts/pack.ts).
import { existsSync } from "node:fs";

const [major] = process.versions.node.split(".");
if (Number(major) < 24) {
  console.error(`aks-oncall needs Node.js 24 or newer; this is ${process.version}.`);
  process.exit(2);
}
const source = new URL("../src/cli.ts", import.meta.url);
await import((existsSync(source) ? source : new URL("../lib/src/cli.js", import.meta.url)).href);
