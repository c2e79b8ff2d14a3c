// Once something was done about what a diagnosis has found, its card says so: by whom and when, and whether it was taken back.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { type FixTask, stampBy } from "../../../src/core/change/agreed-task.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { megan } from "../../fakes/people.ts";
import { fixSteps } from "../../fixtures/fix-steps.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { inThread, press } from "../pressing.ts";
import { stored } from "../setup.ts";
import { approved, diagnosed, type Fixing, fixing, made, newest, ofThree, request } from "./fixing.ts";

/** The card of a run as it stands in Teams now: its band, its first line, and what may be pressed about the fix. */
function cardOf({ fake }: Fixing, id: string) {
  const said = fake.said.findLast(({ answer }) => answer.kind === "run" && answer.run.id === id);
  if (said === undefined) throw new Error(`no card of ${id}`);
  const { card, summary } = present(said.answer, messages("en"));
  const nodes = nodesOf({ ...card, refresh: null });
  const style = nodes.find(({ type }) => type === "Container")?.style;
  const verbs = nodes.flatMap(({ type, verb }) => (type === "Action.Execute" ? [String(verb)] : []));
  return { style, summary, offers: verbs.filter((verb) => verb.startsWith("fix.")) };
}

const taskOf = (of: string): FixTask => ({
  ...ofThree,
  of,
  fix: { steps: [fixSteps.startCluster], risks: [], disruptive: false, roles: [] },
});

/** What a diagnosis of Alex's proved, agreed on and made. */
async function fixedBy(fixed: Fixing) {
  const { id } = await diagnosed(fixed);
  expect(cardOf(fixed, id)).toMatchObject({ style: "warning", offers: ["fix.request"] });
  return { id, fix: await made(fixed, taskOf(id)) };
}

async function undo(fixed: Fixing, fix: string) {
  const { fake } = fixed;
  await request(fixed, await stored(fake, fix), inThread(), "fix.undo");
  const { id } = await newest(fake);
  await executeRun(fake.services, id);
  const { status } = await stored(fake, id);
  const hash = "proposal" in status ? status.proposal.hash : "";
  await press(fake, inThread(megan), { verb: "change.approve", run: id, hash });
  await executeRun(fake.services, id);
  expect((await stored(fake, id)).status.state).toBe("succeeded");
}

test("fixed: the diagnosis warns no more, says by whom and when, and offers no fix", async () => {
  const fixed = fixing();
  const { id } = await diagnosed(fixed);
  fixed.fake.world.snapshot = () => healthy;
  await made(fixed, taskOf(id));
  const { style, summary, offers } = cardOf(fixed, id);
  expect([style, offers]).toEqual(["emphasis", []]);
  expect(summary).toMatch(/^✔ Fixed 2026-11-25 03:0\d UTC by Alex Wilber\. ▲/);
});

test("made by an approver, as themselves: it is their name that stands there", async () => {
  const fixed = fixing();
  const { fix } = await fixedBy(fixed);
  const { status } = fix;
  if (status.state !== "succeeded" || !status.proposed) throw new Error(status.state);
  const ranByMegan = { ...status, proposed: { ...status.proposed, ranBy: megan } };
  expect([stampBy(fix)?.by, stampBy({ ...fix, status: ranByMegan })?.by]).toEqual([
    "Alex Wilber",
    megan.displayName,
  ]);
});

test("made, and the cluster is still not reached: nobody calls that fixed", async () => {
  const fixed = fixing();
  const { id } = await fixedBy(fixed);
  expect(cardOf(fixed, id).summary).toMatch(/^✔ Changed .* by Alex Wilber\. Press “Check again”/);
});

test("taken back: both cards say so; the diagnosis counts again, and of the fix nothing is left to undo", async () => {
  const fixed = fixing();
  const { id, fix } = await fixedBy(fixed);
  expect(cardOf(fixed, fix.id).offers).toEqual(["fix.undo"]);
  await undo(fixed, fix.id);
  const [diagnosis, made] = [cardOf(fixed, id), cardOf(fixed, fix.id)];
  expect(diagnosis).toMatchObject({ style: "warning", offers: ["fix.request"] });
  expect(made).toMatchObject({ style: "emphasis", offers: [] });
  for (const { summary } of [diagnosis, made]) expect(summary).toContain("✔ Taken back 2026-11-25 03:0");
});

test("what was not done stamps nothing", async () => {
  const fixed = fixing({
    apply: async () => ({
      status: "refused",
      failure: { status: 409, code: "Conflict", message: "" },
      correlationId: null,
    }),
  });
  const { id, fix } = await fixedBy(fixed);
  expect([fix.status.state, cardOf(fixed, id).summary]).toEqual(["failed", expect.stringMatching(/^▲/)]);
});

test("where the diagnosis cannot be read any more when it is made, it is made all the same", async () => {
  const fixed = fixing();
  const { id } = await diagnosed(fixed);
  const fix = await approved(fixed, taskOf(id));
  const { services } = fixed.fake;
  const run = async (asked: string) => {
    if (asked === id && fixed.azure.length > 0) throw new Error("the database is silent");
    return services.store.run(asked);
  };
  await executeRun({ ...services, store: { ...services.store, run } }, fix.id);
  expect((await stored(fixed.fake, fix.id)).status.state).toBe("succeeded");
  expect(cardOf(fixed, id)).toMatchObject({ style: "warning" });
});
