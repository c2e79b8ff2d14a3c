// `audit verify` and `audit export` on a folder and on a server, which they leave as they found it.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type ChainHead, signReport } from "../../../src/core/audit/anchor.ts";
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import { chainStart, linkEvent } from "../../../src/core/audit/chain.ts";
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { sha256 } from "../../../src/store/audit/entries.ts";
import { ephemeralKey, readOrMakeKeyFile } from "../../../src/store/audit/trail-key.ts";
import { fillFolder } from "../../store/new-folder.ts";
import { databases } from "../../store/postgres-server.ts";
import { auditVerifyDocument, failureDocument } from "./documents.ts";
import { runHere } from "./terminal.ts";
import { entryOf, trailFolder } from "./trail-folder.ts";

const server = await databases();
afterAll(server.stop);
const inFolder = await trailFolder();
const trail = await trailFolder(await server.newDatabase());
const { folder, heads, keyFile, tamper } = trail;
const pem = ephemeralKey().publicKey.export({ type: "spki", format: "pem" });

const run = (
  verb: "verify" | "export",
  args: readonly string[] = [],
  variables = {},
  { variables: place } = trail,
) => runHere(["audit", verb, ...args], { variables: { ...place, ...variables } });

beforeAll(async () => {
  const bot = await trail.open();
  for (const id of ["one", "two", "three"]) await bot.store.appendAudit(entryOf(id));
  await bot.close();
});

const verify = async (args: readonly string[] = [], variables = {}) => {
  const { code, out } = await run("verify", ["-o", "json", ...args], variables);
  return { code, document: auditVerifyDocument.parse(JSON.parse(out)) };
};

test("nothing there yet: said, and nothing is created", async () => {
  expect(await run("verify", [], {}, inFolder)).toMatchObject({
    code: exitCodes.wrongUse,
    err: expect.stringContaining("There is no key to verify with: give its public half with --key FILE"),
  });
  expect((await run("export", [], {}, inFolder)).err).toContain(
    `There is no database in the folder ${inFolder.dataDir}`,
  );
});

test("while the bot runs, the folder is its own", async () => {
  fillFolder(inFolder.dataDir);
  const bot = await inFolder.open();
  for (const id of ["one", "two", "three"]) await bot.store.appendAudit(entryOf(id));
  const ran = await run("verify", ["-o", "json"], {}, inFolder);
  await bot.close();
  expect(ran.code).toBe(exitCodes.failure);
  expect(failureDocument.parse(JSON.parse(ran.out)).reason).toContain(`is in use by process ${process.pid}`);
});

test.each([
  ["found beside it", inFolder],
  ["named", trail],
])("an intact trail, its key and its heads %s", async (_where, place) => {
  const { code: verified, out: verdict } = await run("verify", ["-o", "json"], {}, place);
  expect([verified, JSON.parse(verdict)]).toMatchObject([
    exitCodes.good,
    { ok: true, sealed: 3, signedUpTo: 3, unsealed: 0, head: { seq: 3 }, heads: 1 },
  ]);
});

test("an intact trail, in words, and all of it", async () => {
  const { out: text } = await run("verify");
  expect(text).toContain("3 rows sealed, none waits to be sealed.");
  expect(text).toContain("One head that was written down elsewhere: each stands in the trail.");
  const { code, out } = await run("export");
  expect(code).toBe(exitCodes.good);
  const events = out.split("\n").map((line) => JSON.parse(line));
  expect(events.map(({ seq, runId, signature }) => [seq, runId, signature !== null])).toEqual([
    [1, "one", false],
    [2, "two", false],
    [3, "three", true],
  ]);
});

describe("another key", () => {
  test("only that one: not proven, and the key that is missing is named", async () => {
    const file = join(folder, "other.pem");
    await writeFile(file, pem);
    const { code, document } = await verify([], { AUDIT_KEY_FILE: file });
    expect({ code, document }).toMatchObject({
      code: exitCodes.unknown,
      document: { ok: true, unknownKeys: { upTo: 3 } },
    });
    const { out } = await run("verify", [], { AUDIT_KEY_FILE: file });
    expect(out).toContain("is not proven to its beginning");
    expect(out).toContain("of which no public half was given: give it with --key FILE");
    // The private half is not needed, and where it is given, the public one is taken out of it.
    expect((await verify(["--key", keyFile], { AUDIT_KEY_FILE: file })).code).toBe(exitCodes.good);
  });

  test.each([
    ["no file", "missing.pem", null],
    ["no key", "text.pem", "-----BEGIN PUBLIC KEY-----"],
  ])("%s: said by name", async (_what, name, text) => {
    const file = join(folder, name);
    if (text !== null) await writeFile(file, text);
    const { code, err } = await run("verify", ["--key", file]);
    expect(code).toBe(exitCodes.wrongUse);
    expect(err).toContain(`${file} holds no key on the curve P-256 in PEM`);
  });
});

describe("heads from elsewhere", () => {
  test("one that is right, as text and in a file", async () => {
    const { document } = await verify();
    if (!document.ok) throw new Error(document.reason);
    const { seq, hash } = document.head;
    const file = join(folder, "book.jsonl");
    await writeFile(file, `${await readFile(heads, "utf8")}\n`);
    expect((await verify(["--head", `${seq}:${hash}`, "--head", file])).document).toMatchObject({ heads: 3 });
  });

  test.each([
    ["of a row that is not there", `9:${"a".repeat(64)}`, 3, "Row 9 was written down elsewhere and is gone"],
    ["of another row", `2:${"a".repeat(64)}`, 2, "Row 2 is not the row that stood there"],
  ])("%s", async (_which, head, atSeq, reason) => {
    expect(await verify(["--head", head])).toEqual({
      code: exitCodes.broken,
      document: expect.objectContaining({ ok: false, atSeq, reason: expect.stringContaining(reason) }),
    });
  });

  test("a book of a quarter of a year", async () => {
    const line = (await readFile(heads, "utf8")).trim();
    const file = join(folder, "years.jsonl");
    await writeFile(file, `${line}\n`.repeat(130_000));
    expect(await verify(["--head", file])).toMatchObject({
      code: exitCodes.good,
      document: { heads: 130_001 },
    });
  });

  test.each([
    ["a folder in its place", "AUDIT_HEAD_FILE", () => folder],
    ["it is not where it was set to be", "AUDIT_HEAD_FILE", () => join(folder, "gone.jsonl")],
  ])("the book cannot be read, %s: said, and nothing is called intact", async (_what, name, file) => {
    expect(await run("verify", [], { [name]: file() })).toMatchObject({
      code: exitCodes.wrongUse,
      err: expect.stringContaining(file()),
    });
  });

  test.each([
    [
      "neither a head nor a file",
      "3:abc",
      "--head takes SEQ:HASH or a file of heads, and there is no file 3:abc.",
    ],
    ["a file of something else", "package.json", "In package.json, line 1 is not a head of an audit trail."],
  ])("%s: said", async (_what, head, reason) => {
    expect(await run("verify", ["--head", head])).toMatchObject({
      code: exitCodes.wrongUse,
      err: expect.stringContaining(reason),
    });
  });
});

describe("the report of an incident", () => {
  const text = "# Incident I-4M8ZT1C6QD\n\nReported “down” at once.\n";
  const signed = async (head: ChainHead | null, by?: ReturnType<typeof ephemeralKey>) => {
    const own = await readOrMakeKeyFile(keyFile);
    if (!own.ok) throw new Error(own.reason);
    return signReport(text, head, (by ?? own.key).signer);
  };
  const newest = async (): Promise<ChainHead> => {
    const { document } = await verify();
    if (!document.ok) throw new Error(document.reason);
    return document.head;
  };
  const other = { seq: 2, hash: "a".repeat(64) };

  test.each<[string, () => Promise<string>, number, object, string]>([
    [
      "as it was written",
      async () => signed(await newest()),
      exitCodes.good,
      { ok: true, report: { state: "unchanged", headStands: "yes", head: { seq: 3 } } },
      "is unchanged since it was signed. The trail's head that it names, row 3, stands in the trail.",
    ],
    [
      "with the ends of lines that Windows makes",
      async () => (await signed(await newest())).replaceAll("\n", "\r\n"),
      exitCodes.good,
      { report: { state: "unchanged" } },
      "is unchanged",
    ],
    [
      "before there was a head",
      () => signed(null),
      exitCodes.good,
      { ok: true, report: { state: "unchanged" } },
      "No row was sealed when it was written.",
    ],
    [
      "with a word more",
      async () => (await signed(await newest())).replace("at once", "at once by Alex"),
      exitCodes.broken,
      { ok: true, report: { state: "changed" } },
      "was changed after it was signed",
    ],
    [
      "with another head than was signed",
      async () => (await signed(await newest())).replace("head=3:", "head=2:"),
      exitCodes.broken,
      { ok: true, report: { state: "changed" } },
      "was changed after it was signed",
    ],
    [
      "with something below its signature",
      async () => `${await signed(await newest())}More.\n`,
      exitCodes.broken,
      { report: { state: "changed" } },
      "was changed after it was signed",
    ],
    [
      "signed twice",
      async () => `${await signed(await newest())}${await signed(await newest())}`,
      exitCodes.broken,
      { report: { state: "changed" } },
      "was changed after it was signed",
    ],
    [
      "without its last line",
      async () => text,
      exitCodes.unknown,
      { ok: true, report: { state: "unsigned" } },
      "has no signature",
    ],
    [
      "signed with another key",
      async () => signed(await newest(), ephemeralKey()),
      exitCodes.unknown,
      { ok: true, report: { state: "unknownKey" } },
      "of which no public half was given",
    ],
    [
      "that names a head which the trail does not have",
      () => signed(other),
      exitCodes.broken,
      { ok: false, atSeq: 2, report: { state: "unchanged", headStands: "no" } },
      "Row 2 is not the row that stood there",
    ],
  ])("%s", async (_which, written, code, document, said) => {
    const file = join(folder, "report.md");
    await writeFile(file, await written());
    expect(await verify(["--report", file])).toMatchObject({ code, document });
    expect((await run("verify", ["--report", file])).out).toContain(said);
  });

  test("no such file: said", async () => {
    const file = join(folder, "gone.md");
    expect(await run("verify", ["--report", file])).toMatchObject({
      code: exitCodes.wrongUse,
      err: expect.stringContaining(file),
    });
  });
});

test("an unsealed tail is named with its age, and not sealed by looking", async () => {
  const insert = (id: string, secondsAgo: number) =>
    `insert into audit (id, time, actor, action, outcome, detail)
     values ('${id}', '${new Date(Date.now() - secondsAgo * 1000).toISOString()}', 'alex', 'a', 'recorded', '{}')`;
  await tamper(insert("x", 60));
  expect(await verify()).toMatchObject({ code: exitCodes.good, document: { sealed: 3, unsealed: 1 } });
  expect((await run("verify")).out).toMatch(
    /1 not yet sealed, and so not proven, the oldest for \d+ (?:s|minutes)/,
  );
  // Nobody seals: that is not well, although nothing is broken.
  await tamper(insert("y", 3_600));
  expect(await verify()).toMatchObject({ code: exitCodes.unknown, document: { ok: true, unsealed: 2 } });
  expect((await run("verify")).out).toContain(
    "2 not yet sealed, and so not proven, the oldest for 60 minutes",
  );
});

test("a row that was changed", async () => {
  await tamper(
    "alter table audit disable trigger user",
    "update audit set rule = 'leads-read' where seq = 2",
  );
  expect(await verify()).toMatchObject({
    code: exitCodes.broken,
    document: { ok: false, atSeq: 2, reason: expect.stringContaining("Row 2 was changed") },
  });
  await tamper("update audit set rule = 'oncall-reads' where seq = 2");
});

test("a retention that nobody signed is no retention", async () => {
  const { hash } = JSON.parse((await run("export")).out.split("\n")[0] ?? "");
  await tamper(
    `insert into audit (id, time, actor, action, outcome, detail)
      values ('anchor', '2026-01-03', 'system', 'audit.prune', 'recorded', '{"upTo": 1, "hash": "${hash}", "rows": 1}')`,
    "delete from audit where seq = 1",
  );
  expect(await verify()).toEqual({
    code: exitCodes.broken,
    document: expect.objectContaining({ reason: expect.stringContaining("was not signed by the product") }),
  });
});

test("a broken chain as text", async () => {
  const { code, out } = await run("verify");
  expect(code).toBe(exitCodes.broken);
  expect(out).toMatch(/^The audit trail was changed\. /);
});

describe("all of it made anew without a key, by somebody who has the database alone", () => {
  let anew: typeof trail;
  const ofIt = async (...args: readonly string[]) => {
    const { code, out } = await run(
      "verify",
      args,
      { AUDIT_HEAD_FILE: join(anew.dataDir, "none.jsonl") },
      anew,
    );
    return { code, out };
  };

  beforeAll(async () => {
    anew = await trailFolder(await server.newDatabase());
    await writeFile(join(anew.dataDir, "none.jsonl"), "");
    let bot = await anew.open();
    for (const id of ["one", "two"]) await bot.store.appendAudit(entryOf(id));
    await bot.close();
    const { out } = await run("export", [], {}, anew);
    const rows = out.split("\n").map((line): AuditEvent => ({ ...JSON.parse(line), actor: "somebody else" }));
    let head: ChainHead = chainStart;
    for (const row of rows) {
      const { seq, hash, previousHash } = linkEvent(row, head, "", sha256);
      await anew.tamper(
        "alter table audit disable trigger user",
        `update audit set actor = 'somebody else', previous_hash = '${previousHash}', hash = '${hash}',
           seal_key = null, signature = null where seq = ${seq}`,
      );
      head = { seq, hash };
    }
    // The product finds nothing odd in it, and signs behind it.
    bot = await anew.open();
    await bot.store.appendAudit(entryOf("three"));
    await bot.close();
  });

  test("nothing calls it good, a head of it neither", async () => {
    const { code, out } = await ofIt("-o", "json");
    expect(auditVerifyDocument.parse(JSON.parse(out))).toMatchObject({
      ...{ ok: false, atSeq: 1 },
      reason: "Row 1 was sealed without a key.",
    });
    expect(code).toBe(exitCodes.broken);
    const [last = ""] = (await run("export", [], {}, anew)).out
      .split("\n")
      .filter((line) => /"seq":3,/.test(line));
    const { seq, hash } = JSON.parse(last);
    expect((await ofIt("--head", `${seq}:${hash}`)).code).toBe(exitCodes.broken);
  });
});

test("a server that does not answer", async () => {
  const ran = await runHere(["audit", "verify"], {
    variables: {
      DATABASE_URL: "postgres://me:secret@127.0.0.1:1/db",
      AUDIT_KEY_FILE: keyFile,
    },
  });
  expect(ran).toMatchObject({ code: exitCodes.failure, err: expect.stringContaining("127.0.0.1:1") });
  expect(ran.err).not.toContain("secret");
});
