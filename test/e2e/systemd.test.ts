// The unit for systemd: it reads it, finds little that the process could do beside its work, and starts what `npm start`
// starts.
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import packageJson from "../../package.json" with { type: "json" };

const file = "deploy/systemd/aks-oncall.service";
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
  const unit = await readFile(file, "utf8");
  expect(unit).toContain(`ExecStart=/usr/bin/node ${command.replace("--env-file-if-exists=.env ", "")}\n`);
});
