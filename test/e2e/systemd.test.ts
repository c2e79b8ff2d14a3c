// The unit for systemd: it reads it, finds little that the process could do beside its work, and starts what `npm start`
// starts.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { bare, blocksOn, pageOf, tablesOn } from "../docs/pages.ts";

const file = "deploy/systemd/aks-oncall.service";
const startOf = async () =>
  /^ExecStart=\/usr\/bin\/node (.*)$/m.exec(await readFile(file, "utf8"))?.[1] ?? "";
const analyze = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync("systemd-analyze", args, { encoding: "utf8" });
  return { status, said: stdout + stderr };
};

test("systemd has nothing to say against it", async () => {
  // Where Node.js is on this machine.
  const copy = join(await mkdtemp(join(tmpdir(), "systemd-")), "aks-oncall.service");
  await writeFile(copy, (await readFile(file, "utf8")).replace("/usr/bin/node", process.execPath));
  expect(analyze("verify", copy)).toEqual({ status: 0, said: "" });
});

test("it is exposed to little: below 1.5 of 10", () => {
  expect(analyze("security", "--offline=true", "--threshold=15", file)).toMatchObject({ status: 0 });
});

test("it starts what `npm start` starts", async () => {
  const [, command = ""] = packageJson.scripts.start.split(" node ");
  const started = (await startOf()).replace("--import=./bin/node-version.js ", "");
  expect(started).toBe(command.replace("--env-file-if-exists=.env ", ""));
});

test("an older Node.js ends with one sentence, as before `npm start`", async () => {
  const older = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.20.2'}})";
  const args = ["--import", older, ...(await startOf()).split(" ")];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  expect(stderr).toMatch(
    /^aks-oncall needs Node\.js 24 or newer, and this is Node\.js 20\.20\.2\. [^\n]+\n$/,
  );
  expect(status).toBe(2);
});

test("the files that its page makes are there, with the modes of the page, and the bot can reach its policy", async () => {
  const page = pageOf("docs/hosting.md");
  const folder = await mkdtemp(join(tmpdir(), "systemd-files-"));
  await mkdir(join(folder, "etc/systemd/system"), { recursive: true });
  const lines = blocksOn(page).find(({ lines }) =>
    lines.some((line) => line.startsWith("install -d")),
  )?.lines;
  const here = (lines ?? []).join("\n").replaceAll("/opt/aks-oncall", process.cwd());
  const script = here.replaceAll(/(?<= )\/etc\//g, `${folder}/etc/`);
  const { status, stderr } = spawnSync("bash", ["-euc", `umask 027\n${script}`], { encoding: "utf8" });
  expect([status, stderr]).toEqual([0, ""]);
  const modeOf = async (name: string) =>
    ((await stat(join(folder, "etc/aks-oncall", name))).mode & 0o777).toString(8);
  expect(await modeOf(".")).toBe("755");
  const rows = tablesOn(page).find(({ head }) => head[1] === "mode")?.rows ?? [];
  expect(rows).toHaveLength(4);
  for (const [name = "", mode] of rows) expect([name, await modeOf(bare(name))]).toEqual([name, mode]);
});

test("it is handed the files of the page that only root may read", async () => {
  const unit = await readFile(file, "utf8");
  for (const name of ["audit-key.pem", "files.key"])
    expect(unit).toContain(`LoadCredential=${name}:/etc/aks-oncall/${name}\n`);
  expect(unit).toContain("EnvironmentFile=/etc/aks-oncall/settings\n");
});
