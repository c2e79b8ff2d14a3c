#!/usr/bin/env node
// The command line. In the checkout Node runs its TypeScript. Node does not do that below node_modules, so an installed
// package holds the JavaScript that `npm pack` made of it (scripts/bundle.ts).
import { existsSync } from "node:fs";
import "./node-version.js";

const source = new URL("../src/cli.ts", import.meta.url);
await import((existsSync(source) ? source : new URL("../lib/src/cli.js", import.meta.url)).href);
