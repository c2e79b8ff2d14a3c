// `npm start`: refuses to start with everything that is wrong, by name, before it opens anything.
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const valid = {
  MICROSOFT_APP_ID: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
  MICROSOFT_APP_TENANT_ID: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
  MICROSOFT_APP_PASSWORD: "secret",
  OAUTH_CONNECTION_NAME: "aks-oncall",
};

function start(environment: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["src/main.ts"], {
    env: { PATH: process.env.PATH, ...environment },
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, said: stderr + stdout };
}

test("nothing set: every missing setting in one list", () => {
  const { status, said } = start({});
  expect(status).toBe(1);
  for (const name of [
    ...Object.keys(valid).filter((name) => name !== "MICROSOFT_APP_PASSWORD"),
    "POLICY_FILE",
  ]) {
    expect(said).toContain(`${name} is not set`);
  }
  expect(said).toContain("Set exactly one of MICROSOFT_APP_PASSWORD");
});

test.each([
  ["a policy that is not there", "no-such-policy.yaml", null, "It cannot be read"],
  [
    "a policy with mistakes: each with its line",
    "policy.yaml",
    "version: 1\ngroups: {}\nrulez: []\n",
    "policy.yaml:3:1",
  ],
])("%s", (_name, file, text, problem) => {
  const path = join(mkdtempSync(join(tmpdir(), "aks-oncall-")), file);
  if (text !== null) writeFileSync(path, text);
  const { status, said } = start({ ...valid, POLICY_FILE: path });
  expect(status).toBe(1);
  expect(said).toContain(problem);
});
