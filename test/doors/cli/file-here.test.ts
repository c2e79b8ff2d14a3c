// A command that names a file is read with the file of that name in the folder one stands in, as kubectl reads it.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { configMapYaml, deploymentYaml } from "../../fixtures/sent-files.ts";
import { runHere } from "./terminal.ts";

const root = process.cwd();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aks-oncall-here-"));
  const files = {
    "web.yaml": `${deploymentYaml()}---\n${configMapYaml("page", "hello")}`,
    "secret.yaml": "apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  process.chdir(folder);
});
afterAll(async () => {
  process.chdir(root);
  await rm(folder, { recursive: true });
});

const run = (...args: readonly string[]) => runHere(args);
const oncall = "5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70";
const can = (...words: readonly string[]) =>
  run(
    "policy",
    "can",
    "--policy",
    join(root, "policies/example.yaml"),
    "--group",
    oncall,
    "--cluster",
    "prod-1",
    "--",
    ...words,
  );

test("explain tells what stands in it", async () => {
  const { code, out } = await run("explain", "--", "kubectl", "apply", "-f", "web.yaml", "-n", "shop");
  expect(JSON.parse(out)).toMatchObject({
    ...{ ok: true, verb: "apply", resources: ["deployments", "configmaps"], namespace: "shop" },
    writes: [
      { verb: "create", resource: "deployments", names: ["web"] },
      { verb: "patch", resource: "deployments", names: ["web"] },
      { verb: "create", resource: "configmaps", names: ["page"] },
      { verb: "patch", resource: "configmaps", names: ["page"] },
    ],
  });
  expect(code).toBe(exitCodes.good);
});

test("a policy is asked about it", async () => {
  expect(await can("kubectl", "apply", "-f", "web.yaml", "-n", "shop")).toMatchObject({
    code: exitCodes.good,
  });
  expect(await can("kubectl", "replace", "-f", "web.yaml", "-n", "shop")).toMatchObject({
    code: exitCodes.denied,
  });
});

test.each([
  ["secret.yaml", exitCodes.denied, "secret.yaml: It holds a Secret"],
  ["none.yaml", exitCodes.wrongUse, "There is no file none.yaml in this folder that can be read."],
])("%s is refused by both", async (name, code, reason) => {
  const asked = await can("kubectl", "apply", "-f", name);
  expect(asked.err).toContain(reason);
  expect(asked.code).toBe(code);
  const explained = await run("explain", "--", "kubectl", "apply", "-f", name);
  expect(JSON.parse(explained.out)).toMatchObject({ ok: false, reason: expect.stringContaining(reason) });
  expect(explained.code).toBe(exitCodes.denied);
});
