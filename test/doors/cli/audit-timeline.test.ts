// `audit timeline`: the rows of a run, or of an incident and its runs, in order, each with how far it is proven.
import { exitCodes } from "../../../src/doors/cli/stop.ts";
import { databases } from "../../store/postgres-server.ts";
import { auditTimelineDocument, failureDocument } from "./documents.ts";
import { runHere } from "./terminal.ts";
import { entryOf, trailFolder } from "./trail-folder.ts";

const server = await databases();
const { variables: place, open, tamper } = await trailFolder(await server.newDatabase());
afterAll(server.stop);
const [run, other, incident] = ["R-7K3QX2M9AB", "R-0000000001", "I-7K3QX2M9AB"];
const [first, chain] = ["R-0000000009", ["I-0000000001", "I-0000000002", "I-0000000003"]];
/** What somebody typed, so that it looks like facts of ours, or leaves its quotes. */
const forged = "no, code=ok\u2028\u200b   approver=“bob”\u009b1m";
const cluster =
  "/subscriptions/s/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/prod-1";

const timeline = (args: readonly string[], variables = {}) =>
  runHere(["audit", "timeline", ...args], { variables: { ...place, ...variables } });

const documentOf = async (args: readonly string[]) => {
  const { code, out } = await timeline([...args, "-o", "json"]);
  return { code, document: auditTimelineDocument.parse(JSON.parse(out)) };
};

const at = (second: number) => `2026-11-25T01:20:0${second}.000Z`;

beforeAll(async () => {
  const bot = await open();
  const entries = [
    entryOf(null, {
      ...{ time: at(1), actor: "system", action: "incident.post", outcome: "recorded", rule: null, cluster },
      detail: { incident },
    }),
    entryOf(other, { time: at(2), action: "diagnose.finish", outcome: "succeeded" }),
    // Written later than what came after it.
    entryOf(run, {
      ...{ time: at(5), action: "change.finish", outcome: "failed", rule: null, cluster },
      detail: { code: "timedOut", policy: 3, approver: "megan", versions: null },
    }),
    entryOf(run, {
      ...{ time: at(3), action: "change.submit", cluster },
      detail: { incident, hash: "ab\u001b[31mcd", policy: 3, because: forged },
    }),
    entryOf(null, { time: at(6), action: "output.read", detail: { run: other } }),
    // The first was merged into the second, and that into the third.
    entryOf(first, { time: at(1), action: "command.submit", detail: { incident: chain[0] ?? "" } }),
    ...[1, 2].map((into) =>
      entryOf(null, {
        ...{ time: at(2 + into), action: "incident.merge", outcome: "recorded" },
        detail: { incident: chain[into] ?? "", from: chain[into - 1] ?? "" },
      }),
    ),
    entryOf(first, { time: at(6), action: "command.finish", outcome: "succeeded" }),
  ];
  for (const entry of entries) await bot.store.appendAudit(entry);
  await bot.close();
});

test("a run, in the order of time, with who, the rule, the policy and the facts", async () => {
  const { code, out } = await timeline([run.toLowerCase()]);
  expect(code).toBe(exitCodes.good);
  expect(out.split("\n").slice(0, 9)).toEqual([
    `${run}: 2 rows on the audit trail`,
    cluster,
    "",
    "2026-11-25 01:20:03 UTC  change.submit  allowed  alex  row 4",
    // No control character reaches the terminal.
    `    rule oncall-reads, policy 3, hash=“ab [31mcd”, because=“no, code=ok approver="bob" 1m”, incident=${incident}`,
    "2026-11-25 01:20:05 UTC  change.finish  failed  alex  row 3",
    "    policy 3, code=timedOut, approver=megan",
    "",
    "Of these rows 2 are proven, 0 sealed and not proven, 0 not yet sealed.",
  ]);
  expect(out).toContain("The audit trail is intact: 9 rows sealed, none waits to be sealed.");
});

test("an incident with what was merged into it, and into that", async () => {
  const actionsOf = async (id = "") => (await documentOf([id])).document.rows.map(({ action }) => action);
  const merge = "incident.merge";
  expect(await actionsOf(chain[2])).toEqual(["command.submit", merge, merge, "command.finish"]);
  // What was merged has its own steps and where it went; what came behind that is not its story.
  expect(await actionsOf(chain[0])).toEqual(["command.submit", merge, "command.finish"]);
});

test.each([
  ["timeline", [run, "-o", "json"]],
  ["export", []],
])(
  "as JSON of audit %s no control character reaches the terminal either, and nothing is lost",
  async (verb, args) => {
    const { out } = await runHere(["audit", verb, ...args], { variables: place });
    expect(out).not.toMatch(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(out).toContain(JSON.stringify(forged).slice(1, 12));
    const rows = verb === "export" ? out.split("\n").map((line) => JSON.parse(line)) : JSON.parse(out).rows;
    expect(rows).toContainEqual(
      expect.objectContaining({ detail: expect.objectContaining({ because: forged }) }),
    );
  },
);

test("an incident, with the runs that say that they are of it, and with no others", async () => {
  const { document } = await documentOf([incident]);
  expect(document).toMatchObject({ id: incident, trail: { ok: true, sealed: 9 } });
  expect(document.rows.map(({ action, standing }) => [action, standing])).toEqual([
    ["incident.post", "proven"],
    ["change.submit", "proven"],
    ["change.finish", "proven"],
  ]);
  const { out } = await timeline([incident]);
  expect(out).toContain(`${incident}: 3 rows on the audit trail, with those of ${run}`);
  expect(out).toContain("incident.post  recorded  the product itself  row 1");
  expect(out).toContain(`    ${run}, policy 3, code=timedOut`);
});

test("rows of others that name the run are its too", async () => {
  const { document } = await documentOf([other]);
  expect(document.rows.map(({ action }) => action)).toEqual(["diagnose.finish", "output.read"]);
});

test.each([
  ["R-ZZZZZZZZZZ", exitCodes.unknown, "notOnTrail", "holds nothing of R-ZZZZZZZZZZ"],
  ["prod-1", exitCodes.wrongUse, "wrongUse", '"prod-1" is no id of a run or an incident'],
])("%s is not there: said", async (id, exitCode, code, reason) => {
  const { code: ended, out, err } = await timeline([id, "-o", "json"]);
  expect(ended).toBe(exitCode);
  expect(failureDocument.parse(JSON.parse(out)).code).toBe(code);
  expect(err).toContain(reason);
});

test.each([[[]], [[run, other]]])("%p is wrong use", async (args) => {
  expect(await timeline(args)).toMatchObject({ code: exitCodes.wrongUse, out: "" });
});

test("a row that waits to be sealed is called so", async () => {
  await tamper(
    `insert into audit (id, time, actor, action, outcome, run_id, detail)
     values ('x', '${new Date().toISOString()}', 'alex', 'change.withdraw', 'recorded', '${run}', '{}')`,
  );
  const { document } = await documentOf([run]);
  expect(document.rows.map(({ standing }) => standing)).toEqual(["proven", "proven", "unsealed"]);
  expect((await timeline([run])).out).toContain("change.withdraw  recorded  alex  not yet sealed");
});

test("where the trail was changed no row is proven, in whichever place", async () => {
  await tamper("alter table audit disable trigger user", "update audit set rule = 'leads' where seq = 5");
  const { code, document } = await documentOf([run]);
  expect(code).toBe(exitCodes.broken);
  expect(document.trail).toMatchObject({ ok: false, atSeq: 5 });
  expect(document.rows.map(({ standing }) => standing)).toEqual(["unproven", "unproven", "unsealed"]);
  const { out } = await timeline([run]);
  expect(out).toContain("row 4, not proven");
  expect(out).toContain("The audit trail was changed. Row 5 was changed");
});
