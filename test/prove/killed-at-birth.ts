// The process that `killed-at-birth.test.ts` starts: opens a new folder, and is killed by itself once so many files were opened.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { opened } from "../store/samples.ts";

const [dataDir = "", limit = ""] = process.argv.slice(2);
const open = fs.openSync;
let left = Number(limit);
fs.openSync = (...args) => {
  left -= 1;
  if (left <= 0) process.kill(process.pid, "SIGKILL");
  return open(...args);
};
syncBuiltinESMExports();
await opened({ dataDir });
process.stdout.write(`opened, ${left} left\n`);
process.exit(0);
