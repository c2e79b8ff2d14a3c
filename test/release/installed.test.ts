// `npm pack` and `npm i -g`: the command line without the checkout and its packages of development. Node.js runs no
// TypeScript there.
import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };

let folder = "";
const path = `${dirname(process.execPath)}:${process.env.PATH}`;
const npm = (cwd: string, ...args: string[]) =>
  execFileSync("npm", args, { cwd, encoding: "utf8", stdio: "pipe", env: { ...process.env, PATH: path } });
const aksOncall = (args: readonly string[], input = "") =>
  execFileSync(join(folder, "bin/aks-oncall"), args, {
    ...{ cwd: folder, input, encoding: "utf8" },
    env: { PATH: path, HOME: folder },
  });

/** A copy of what Git knows, so that packing leaves nothing in the checkout. */
async function copyOfCheckout(): Promise<string> {
  const copy = join(folder, "checkout");
  const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--deduplicate"], {
    encoding: "utf8",
  });
  for (const file of tracked
    .split("\n")
    .filter((name) => /^(src|cards|manifest|deploy|bin|scripts|policies)\/|^[^/]+$/.test(name)))
    await cp(file, join(copy, file));
  await symlink(resolve("node_modules"), join(copy, "node_modules"));
  return copy;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "installed-"));
  const checkout = await copyOfCheckout();
  npm(checkout, "pack", "--pack-destination", folder);
  const left = (await readdir(checkout)).filter((name) => name === "lib");
  if (left.length > 0) throw new Error(`npm pack left ${left.join(", ")} in the checkout.`);
  npm(
    folder,
    "install",
    "--global",
    "--prefix",
    folder,
    "--ignore-scripts",
    `aks-oncall-${packageJson.version}.tgz`,
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("it says what it is, and helps", () => {
  expect(aksOncall(["--version"]).trim()).toBe(`${packageJson.version} (unknown)`);
  expect(aksOncall(["--help"])).toContain("explain");
});

test("it explains a command", () => {
  expect(JSON.parse(aksOncall(["explain", "--", "kubectl", "get", "pods"]))).toMatchObject({
    ok: true,
    verb: "get",
  });
});

test("it masks a long text in a thread", () => {
  const secret = "password: hunter2hunter2";
  const masked = aksOncall(["mask"], `${"a line\n".repeat(4_000)}${secret}\n`);
  expect(masked).toContain("a line");
  expect(masked).not.toContain("hunter2");
});

test("it checks a policy", () => {
  const policy = join(folder, "lib/node_modules/aks-oncall/policies/example.yaml");
  expect(aksOncall(["policy", "check", policy])).toBeDefined();
});

test("it brings the packages of production in the versions that were tested, and none for development", () => {
  const installed = JSON.parse(npm(folder, "ls", "--global", "--prefix", folder, "--depth=1", "--json"));
  const { dependencies } = installed.dependencies[packageJson.name];
  const versions = Object.entries<{ version: string }>(dependencies).map(([name, { version }]) => [
    name,
    version,
  ]);
  expect(Object.fromEntries(versions)).toEqual(packageJson.dependencies);
});
