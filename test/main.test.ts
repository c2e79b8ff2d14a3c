// `npm start`: refuses to start with everything that is wrong, by name, before it opens anything; and what fails later
// ends the process with a sentence.
import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdtempSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newKeyFile } from "./fixtures/new-keys.ts";
import { databases, query } from "./store/postgres-server.ts";
import { opened } from "./store/samples.ts";

const valid = {
  MICROSOFT_APP_ID: "b51f9d0e-4c73-4a86-bd28-0e9f3a7c6d14",
  MICROSOFT_APP_TENANT_ID: "3f2b7c64-8d19-4e57-9a02-6c1de5b840f7",
  MICROSOFT_APP_PASSWORD: "secret",
  OAUTH_CONNECTION_NAME: "aks-oncall",
};

function start(environment: Record<string, string>) {
  const { status, stderr, stdout } = spawnSync(process.execPath, ["src/main.ts"], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: "node_modules/.cache/node", ...environment },
    encoding: "utf8",
    // Ended only where it does not end by itself.
    timeout: 150_000,
  });
  return { status, said: stderr + stdout };
}

test("settings, names, files and the policy that are wrong: one list", () => {
  const folder = mkdtempSync(join(tmpdir(), "aks-oncall-"));
  const [policy, key, certificate] = ["policy.yaml", "audit.pem", "bot.pem"].map((name) =>
    join(folder, name),
  );
  writeFileSync(policy ?? "", "version: 1\ngroups: {}\nrulez: []\n");
  writeFileSync(key ?? "", "no key", { mode: 0o600 });
  const { status, said } = start({
    ...{ MICROSOFT_APP_ID: "x", MICROSOFT_APP_CERTIFICATE_PATH: certificate ?? "" },
    ...{ POLICY_FILE: policy ?? "", AUDIT_KEY_FILE: key ?? "", FILES_KEY_FILE: join(folder, "none") },
    ...{ AUDIT_HEAD_FILE: join(folder, "no-such-folder", "heads"), AUDIT_HEADFILE: "x", PORT: "x" },
  });
  expect(status).toBe(1);
  for (const problem of [
    ...["MICROSOFT_APP_ID is not valid", "MICROSOFT_APP_TENANT_ID is not set", "PORT is not valid"],
    ...[
      "AUDIT_HEADFILE is no setting",
      `POLICY_FILE: ${policy}:3:1`,
      `AUDIT_KEY_FILE: The audit trail's key`,
    ],
    ...[`MICROSOFT_APP_CERTIFICATE_PATH: ${certificate} cannot be used: ENOENT`, "FILES_KEY_FILE: The key"],
    `AUDIT_HEAD_FILE: ${join(folder, "no-such-folder")} cannot be used: ENOENT`,
  ])
    expect(said).toContain(`  - ${problem}`);
});

test("the database drops a connection once the store is open: the process ends and says so", async () => {
  const server = await databases();
  const databaseUrl = await server.newDatabase();
  await (await opened({ databaseUrl })).close();
  await query(
    databaseUrl,
    `create function drop_it() returns trigger language plpgsql as $$
     begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    "create trigger drop_it before update of policy on processes for each row execute function drop_it()",
  );
  const { status, said } = start({
    ...valid,
    ...{ POLICY_FILE: "policies/example.yaml", PORT: "0", HOST: "127.0.0.1" },
    ...{ DATABASE_URL: databaseUrl, AUDIT_KEY_FILE: await newKeyFile() },
  });
  await server.stop();
  expect(status).toBe(1);
  expect(said).toContain("Not started.\n  - The start failed (terminating connection");
  expect(said).not.toContain("listening");
}, 180_000);

test("what was learned of lines is kept, and learned again where it cannot be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "aks-oncall-"));
  const learned = () => {
    start({
      ...valid,
      ...{ NODE_COMPILE_CACHE: folder, POLICY_FILE: "policies/example.yaml", DATA_DIR: "/dev/null/none" },
    });
    const files = globSync("*/words-*", { cwd: folder }).map((file) => join(folder, file));
    return { files, sizes: files.map((file) => statSync(file).size) };
  };
  const first = learned();
  expect(first).toEqual({ files: [expect.any(String)], sizes: [expect.any(Number)] });
  const [file = ""] = first.files;
  const { mtimeMs } = statSync(file);
  expect(learned()).toEqual(first);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  truncateSync(file, 1_000_000);
  expect(learned()).toEqual(first);
}, 300_000);

test("the product itself cannot be read, as from a disk that is away: the process ends and says so", async () => {
  const hook = `import { registerHooks } from "node:module"; setInterval(() => {}, 1_000); registerHooks({ load: (url, context, next) => {
    if (url.endsWith("/src/composition/product.ts")) throw Object.assign(new Error("read timed out"), { code: "ETIMEDOUT" });
    return next(url, context);
  } });`;
  const { status, said } = start({
    ...valid,
    ...{ POLICY_FILE: "policies/example.yaml", PORT: "0", HOST: "127.0.0.1", DATA_DIR: "/nowhere" },
    NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(hook)}`,
  });
  expect([status, said]).toEqual([
    1,
    expect.stringContaining("Not started.\n  - The start failed: Error: read timed out"),
  ]);
});

describe("an older Node.js says in one sentence what it is, what is needed and how to get it", () => {
  const folder = mkdtempSync(join(tmpdir(), "older-"));
  writeFileSync(
    join(folder, "older.mjs"),
    'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.20.2" } });',
  );
  writeFileSync(
    join(folder, "node"),
    `#!/bin/sh\nexec "${process.execPath}" --import "${join(folder, "older.mjs")}" "$@"\n`,
    { mode: 0o755 },
  );
  // As after `npm ci --omit=dev`: no packages of development, and so no Node.js of its own.
  for (const each of ["package.json", "bin"]) cpSync(each, join(folder, each), { recursive: true });

  test.each([
    "npm start",
    "npm run cli",
    "npm run demo",
    "npm run package",
    "node bin/aks-oncall.js install",
  ])("%s", (line) => {
    const [program = "", ...args] = line.split(" ");
    const { status, stderr } = spawnSync(program, args, {
      ...{ cwd: folder, encoding: "utf8", shell: false },
      env: { PATH: `${folder}:${process.env.PATH}`, HOME: folder },
    });
    const said = stderr.split("\n").filter((each) => each !== "" && !each.startsWith("npm "));
    expect([status, said]).toEqual([
      2,
      [expect.stringMatching(/needs Node\.js 24 .*this is Node\.js 20\.20\.2\..*https:\/\/nodejs\.org/)],
    ]);
  });
});
