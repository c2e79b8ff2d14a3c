// `npm pack` runs this first: it writes what the package holds in place of TypeScript into lib/.
import { execFileSync } from "node:child_process";
import { cp, glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import packageJson from "../package.json" with { type: "json" };

const lib = "lib";

await rm(lib, { recursive: true, force: true });
for await (const file of glob("src/**/*.{ts,json}")) {
  const target = join(lib, file);
  await mkdir(dirname(target), { recursive: true });
  if (file.endsWith(".json")) await cp(file, target);
  else await writeFile(target.replace(/\.ts$/, ".js"), toJavaScript(await readFile(file, "utf8")));
}
await cp("cards", join(lib, "cards"), { recursive: true });
await cp("manifest", join(lib, "manifest"), { recursive: true });
await cp("deploy/azure", join(lib, "deploy/azure"), { recursive: true });
const { name, version, type } = packageJson;
const written = JSON.stringify({ name, version, type, gitHead: commit() }, null, 2);
await writeFile(join(lib, "package.json"), `${written}\n`);

/** As Node does it when it runs the file: types become spaces, so every line and column stays where it was. */
function toJavaScript(source: string): string {
  return stripTypeScriptTypes(source).replace(/(["'])(\.\.?\/[^"'\n]+)\.ts\1/g, "$1$2.js$1");
}

function commit(): string | undefined {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return undefined;
  }
}
