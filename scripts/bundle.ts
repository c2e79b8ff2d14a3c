// `node scripts/bundle.ts FOLDER [--packages]`: joins the source into few ES modules that Node.js loads fast and runs
// anywhere, not minified. `npm pack` runs it first. The image is made with `--packages`: their code is then in the modules
// too, and their licences in a file of their own.
import { execFileSync } from "node:child_process";
import { cp, glob, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import { build, type Metafile, type Plugin } from "esbuild";
import packageJson from "../package.json" with { type: "json" };

const { values, positionals } = parseArgs({
  options: { packages: { type: "boolean" } },
  allowPositionals: true,
});
const target = positionals[0] ?? "lib";

/** All that is started by its name. `compile.ts` starts the service once, where the image is made. */
const started = [
  "src/main.ts",
  "src/cli.ts",
  "src/text-worker/thread.ts",
  "src/composition/learn-process.ts",
];
const startedInImage = ["scripts/package.ts", "scripts/compile.ts"];

/** The first two read files of their own, so they stay packages. Restify does without the third, whose code is no JavaScript. */
const outside = ["@electric-sql/pglite", "@microsoft/app-manifest", "dtrace-provider"];

/** Read at run time, below the folder as they are here. */
const filesRead = ["manifest", "deploy/azure", "src/presenters/messages/{en,de,zh}/**/*.json"];

/** What the source asks of package.json. `gitHead` is the commit. */
const { name, version, type } = packageJson;
const release = JSON.stringify({ name, version, type, gitHead: commit() });

// All modules are in one folder, `src`. So a module finds the files that it reads from there.
const fromHere: Plugin = {
  name: "from-here",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) =>
      path.includes("node_modules")
        ? null
        : { loader: "ts", contents: moved(await readFile(path, "utf8"), relative(".", path)) },
    );
    onLoad({ filter: /package\.json$/ }, ({ path }) =>
      relative(".", path) === "package.json" ? { loader: "json", contents: release } : null,
    );
  },
};

/** The same module, in the folder `src` instead of its own. What it starts stands beside it, as JavaScript. */
const moved = (source: string, path: string): string =>
  source
    .replace(/new URL\("\.\/([\w-]+)\.ts", import\.meta\.url\)/g, 'new URL("./$1.js", import.meta["url"])')
    .replaceAll("createRequire(import.meta.url)(", "require(")
    .replaceAll("import.meta.dirname", `(import.meta["dirname"] + "/../${dirname(path)}")`)
    .replaceAll("import.meta.url", `new URL("../${path}", import.meta["url"]).href`);

function commit(): string | undefined {
  if (process.env.COMMIT !== undefined) return process.env.COMMIT;
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8", stdio: "pipe" }).trim();
  } catch {
    return undefined;
  }
}

/** The texts of the licences of all packages whose code is in a module. */
async function licences({ inputs }: Metafile): Promise<string> {
  const folders = Object.keys(inputs).flatMap(
    (path) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [],
  );
  const texts = [...new Set(folders)].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    const files = (await readdir(folder)).filter((file) => /licen[cs]e|notice|copying/i.test(file));
    const all = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    return [`${name} ${version} (${license})`, ...all.map((text) => text.trim())].join("\n\n");
  });
  return `${(await Promise.all(texts)).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

await rm(target, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [...started, ...(values.packages === true ? startedInImage : [])].map((path) => ({
    ...{ in: path, out: basename(path, ".ts") },
  })),
  outdir: join(target, "src"),
  ...{ bundle: true, splitting: true, format: "esm", platform: "node", target: "node24", charset: "utf8" },
  ...(values.packages === true ? { external: outside } : { packages: "external" }),
  // What is no ES module asks Node.js for its own modules with it.
  banner: { js: 'import { createRequire as $of } from "node:module"; const require = $of(import.meta.url);' },
  plugins: [fromHere],
  ...{ metafile: true, logLevel: "warning" },
});
for await (const path of glob(filesRead)) await cp(path, join(target, path), { recursive: true });
await writeFile(join(target, "package.json"), `${release}\n`);
if (values.packages === true)
  await writeFile(join(target, "third-party-licences.txt"), await licences(metafile));
