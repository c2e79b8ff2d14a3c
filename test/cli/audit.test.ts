// `audit verify` and `audit export` on a folder, which they leave as they found it.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { exitCodes } from "../../src/cli/exit-codes.ts";
import { openStore } from "../../src/store/open-store.ts";
import { auditVerifyDocument, failureDocument } from "./documents.ts";
import { runHere } from "./terminal.ts";

const dataDir = await mkdtemp(join(tmpdir(), "audit-"));
const variables = { DATA_DIR: dataDir };
const silent = { warn: () => {}, error: () => {} };

async function open() {
  const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
  const opened = await openStore({
    dataDir,
    clock,
    log: silent,
    retention: { outputDays: 30, auditDays: 365 },
  });
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}

/** As somebody would who owns the database. */
async function tamper(...statements: readonly string[]): Promise<void> {
  const db = await PGlite.create({ dataDir: join(dataDir, "pg") });
  for (const statement of statements) await db.exec(statement);
  await db.close();
}

const run = (verb: "verify" | "export", ...args: readonly string[]) =>
  runHere(["audit", verb, ...args], { variables });

const verify = async () => {
  const { code, out } = await run("verify", "--json");
  return { code, document: auditVerifyDocument.parse(JSON.parse(out)) };
};

test("nothing there yet: said, and nothing is created", async () => {
  expect(await run("verify")).toMatchObject({ code: exitCodes.failure, out: "" });
  expect((await run("export")).err).toContain(`There is no database in the folder ${dataDir}`);
});

test("while the bot runs, the folder is its own", async () => {
  const bot = await open();
  for (const id of ["one", "two", "three"]) {
    await bot.store.appendAudit({
      time: "2026-01-01T00:00:00.000Z",
      actor: "alex",
      tenant: null,
      action: "diagnose.submit",
      outcome: "allowed",
      cluster: null,
      runId: id,
      rule: "oncall-reads",
      detail: {},
    });
  }
  const ran = await run("verify", "--json");
  await bot.close();
  expect(ran.code).toBe(exitCodes.failure);
  expect(failureDocument.parse(JSON.parse(ran.out)).reason).toContain(`is in use by process ${process.pid}`);
});

test("an intact trail", async () => {
  expect(await verify()).toMatchObject({
    code: exitCodes.good,
    document: { ok: true, sealed: 3, unsealed: 0, head: { seq: 3 } },
  });
  expect((await run("verify")).out).toContain("3 rows sealed, none waits to be sealed.");
  const { code, out } = await run("export");
  expect(code).toBe(exitCodes.good);
  const events = out.split("\n").map((line) => JSON.parse(line));
  expect(events.map(({ seq, runId }) => [seq, runId])).toEqual([
    [1, "one"],
    [2, "two"],
    [3, "three"],
  ]);
});

test("an unsealed tail is named, and not sealed by looking", async () => {
  await tamper(
    `insert into audit (id, time, actor, action, outcome, detail) values ('x', 'now', 'alex', 'a', 'recorded', '{}')`,
  );
  expect(await verify()).toMatchObject({ code: exitCodes.good, document: { sealed: 3, unsealed: 1 } });
  expect((await run("verify")).out).toContain("1 not yet sealed, and so not proven");
});

test("rows that retention removed: said, and the rest is proven from there on", async () => {
  const { hash } = JSON.parse((await run("export")).out.split("\n")[0] ?? "");
  await tamper(
    `insert into audit (id, time, actor, action, outcome, detail)
      values ('anchor', '2026-01-03', 'system', 'audit.prune', 'recorded', '{"upTo": 1, "hash": "${hash}", "rows": 1}')`,
    "delete from audit where seq = 1",
  );
  expect(await verify()).toMatchObject({
    code: exitCodes.good,
    document: { ok: true, sealed: 2, unsealed: 2, head: { seq: 3 }, removed: { seq: 1, hash } },
  });
  expect((await run("verify")).out).toContain(
    `Retention removed the rows up to 1; the check begins behind it, at hash ${hash}.`,
  );
});

test.each([
  ["changed", "update audit set rule = 'leads-read' where seq = 2", 2, "Row 2 was changed"],
  ["removed", "delete from audit where seq = 2", 3, "Row 2 is missing"],
])("a row that was %s", async (_how, statement, atSeq, reason) => {
  await tamper("alter table audit disable trigger user", statement);
  const { code, document } = await verify();
  expect({ code, document }).toMatchObject({
    code: exitCodes.broken,
    document: { ok: false, atSeq, reason: expect.stringContaining(reason) },
  });
});

test("a broken chain as text", async () => {
  const { code, out } = await run("verify");
  expect(code).toBe(exitCodes.broken);
  expect(out).toMatch(/^The audit trail was changed\. Row 2 is missing/);
});

test("a server that does not answer", async () => {
  const ran = await runHere(["audit", "verify"], {
    variables: { DATABASE_URL: "postgres://me:secret@127.0.0.1:1/db" },
  });
  expect(ran).toMatchObject({ code: exitCodes.failure, err: expect.stringContaining("127.0.0.1:1") });
  expect(ran.err).not.toContain("secret");
});
