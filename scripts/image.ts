// `npm run image`: runs the steps of the Dockerfile where there is no container engine, as root on Linux. FOLDER/root is
// then the file system of the image, and FOLDER/image.json says what a container of it runs.
import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { runDockerfile } from "./image/run-dockerfile.ts";
import { sizes } from "./image/sizes.ts";

const alone = "AKS_ONCALL_IMAGE_MOUNTS";

// What is mounted ends with the process, whatever ends it.
if (process.env[alone] === undefined) {
  const again = ["--mount", process.execPath, ...process.argv.slice(1)];
  const { status } = spawnSync("unshare", again, { stdio: "inherit", env: { ...process.env, [alone]: "1" } });
  process.exit(status ?? 1);
}

const folder = resolve(process.argv[2] ?? ".local/image");
await rm(folder, { recursive: true, force: true });
const context = join(folder, "context");
await copyContext(context);
const { root, ...image } = await runDockerfile(await readFile("Dockerfile", "utf8"), {
  context,
  folder,
  args: {
    VERSION: packageJson.version,
    COMMIT: execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
  },
});
await rm(context, { recursive: true });
await cp(join(root, "app/sbom.cdx.json"), join(folder, "sbom.cdx.json"));
await writeFile(join(folder, "image.json"), `${JSON.stringify(image, null, 2)}\n`);
for (const [what, megabytes] of await sizes(root))
  console.log(`${megabytes.toFixed(1).padStart(7)} MB  ${what}`);

/** What a container engine would send: all that .dockerignore takes back after its `*`. */
async function copyContext(target: string): Promise<void> {
  const [all, ...taken] = (await readFile(".dockerignore", "utf8")).trim().split("\n");
  if (all !== "*" || taken.some((line) => !line.startsWith("!")))
    throw new Error("Only a .dockerignore of `*` and `!PATH` lines is understood here.");
  await mkdir(target, { recursive: true });
  for (const line of taken) await cp(line.slice(1), join(target, line.slice(1)), { recursive: true });
}
