// `split RULE`: alerts of one rule get an incident of their own. As whoever writes, on the trail, and told on both cards.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { tellStory } from "../../../src/app/incident/story.ts";
import { adele, alex, askerIn, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { saidNote } from "../../said.ts";
import { press } from "../pressing.ts";
import { alerted, another, channels, incidents, receive, show } from "./watching.ts";

const [channel = ""] = channels;

/** The card of one stands there, with alerts of two rules more than its first. */
async function mixed() {
  const fake = await alerted();
  for (const n of [2, 3]) await receive(fake, another(n));
  await receive(fake, another(4, { alertRule: "rule-2 again" }));
  await show(fake);
  const [incident] = await incidents(fake);
  if (!incident?.messageId) throw new Error("no card stands there");
  const root = incident.messageId;
  const below = (who = alex) =>
    askerIn((person) => ({ ...threadOf(person), key: `${channel};messageid=${root}` }), who);
  const write = (text: string, who = alex) => answerQuestion(fake.services, below(who), text);
  const own = async () =>
    (await fake.services.store.incidentsIn(channel, 9)).filter(({ id }) => id !== incident.id);
  return { fake, incident, below, write, own };
}
const said = (fake: FakeServices): unknown => {
  const answer = fake.said.at(-1)?.answer;
  if (answer?.kind === "noted") return saidNote(answer.text);
  return answer?.kind === "pressRefused" ? saidNote(answer.reason) : answer;
};
const rulesOf = async (fake: FakeServices, id = "") =>
  (await fake.services.store.incidentAlerts(id, 9)).map(({ alert }) => alert.rule);

test("in its thread: a card of its own, both name each other, and both stories and the trail have who did", async () => {
  const { fake, incident, write, own } = await mixed();
  await write("split rule-3", megan);
  const [made] = await own();
  const id = made?.id ?? "none";
  expect(said(fake)).toBe(
    `The alerts of rule-3 were taken out of ${incident.id}. ${id} has them now, with a card of its own in the channel.`,
  );
  expect([await rulesOf(fake, id), (await rulesOf(fake, incident.id)).includes("rule-3")]).toEqual([
    ["rule-3"],
    false,
  ]);
  expect(made).toMatchObject({ status: { state: "open" }, owner: null, alerts: { open: 1 } });
  const entries = fake.memory.audit.filter(({ action }) => action === "incident.split");
  const by = { outcome: "recorded", actor: megan.objectId, cluster: ids.cluster };
  expect(entries).toMatchObject([
    { ...by, detail: { incident: incident.id, rule: "rule-3", into: id } },
    { ...by, detail: { incident: id, rule: "rule-3", from: incident.id } },
  ]);
  await fake.memory.outbox.deliverWaiting();
  const cards = fake.said.flatMap(({ to, answer }) =>
    to === channel && answer.kind === "incident" ? [answer] : [],
  );
  for (const [one, other, is] of [
    [id, incident.id, "splitFrom"],
    [incident.id, id, "splitInto"],
  ])
    expect(cards.findLast((card) => card.incident.id === one)?.linked).toMatchObject([
      { incident: other, why: { is, rules: ["rule-3"], by: "Megan Bowen" } },
    ]);
  await write("timeline");
  const story = fake.said.findLast(({ answer }) => answer.kind === "incidentStory")?.answer;
  expect(story?.kind === "incidentStory" && story.entries.map(({ event }) => event)).toContainEqual({
    is: "splitInto",
    ...{ rule: "rule-3", into: id },
  });
});

test("its story goes on telling when they fired here, and where they are now", async () => {
  const { fake, incident, write, own } = await mixed();
  await write("split rule-3", megan);
  const [made] = await own();
  const now = await fake.services.store.incident(incident.id);
  const told = now && (await tellStory(fake.services, now));
  const fired = told?.entries.flatMap(({ event }) =>
    event.is === "fired" ? [[event.rule, event.into] as const] : [],
  );
  expect(fired).toContainEqual(["rule-3", made?.id]);
  expect(fired?.filter(([, into]) => into === null).length).toBe(3);
});

test("later firings of that rule join the new one", async () => {
  const { fake, write, own } = await mixed();
  await write("split rule-3");
  await receive(fake, another(3, { firedDateTime: "2026-03-22T15:00:00Z" }));
  expect((await own())[0]?.alerts.open).toBe(2);
});

test.each<[string, string | null, "none" | "several", readonly string[]]>([
  ["split", null, "none", ["High CPU", "rule-2", "rule-2 again", "rule-3"]],
  ["split disk", "disk", "none", ["High CPU", "rule-2", "rule-2 again", "rule-3"]],
  ["split rule", "rule", "several", ["rule-2", "rule-2 again", "rule-3"]],
])("%s: the rules that there are, each with a button", async (line, written, fits, rules) => {
  const { fake, incident, write, own } = await mixed();
  const first = (await rulesOf(fake, incident.id))[0] ?? "";
  await write(line);
  const answer = said(fake);
  expect(answer).toMatchObject({ kind: "incidentRules", incident: incident.id, written, fits });
  const shown = (answer as { rules: readonly { rule: string }[] }).rules.map(({ rule }) => rule);
  expect(shown.toSorted()).toEqual(rules.map((rule) => (rule === "High CPU" ? first : rule)).toSorted());
  expect(await own()).toEqual([]);
});

test.each(["split RULE-2", "split rule-2  again", "split 2 AGAIN"])("%s: one rule fits", async (line) => {
  const { fake, write, own } = await mixed();
  await write(line);
  expect(await rulesOf(fake, (await own())[0]?.id)).toEqual([
    /again/i.test(line) ? "rule-2 again" : "rule-2",
  ]);
});

test("the button does it, for whoever presses", async () => {
  const { fake, incident, below, own } = await mixed();
  await press(fake, below(megan), { verb: "say", say: `split "rule-2" from ${incident.id}` });
  await fake.memory.outbox.deliverWaiting();
  expect(await rulesOf(fake, (await own())[0]?.id)).toEqual(["rule-2"]);
});

describe("comes to nothing", () => {
  test("where somebody did it before: the other one is named", async () => {
    const { fake, write, own } = await mixed();
    await write("split rule-3");
    await write("split RULE-3", megan);
    const [made, more] = await own();
    expect([said(fake), more]).toEqual([`The alerts of RULE-3 are those of ${made?.id} already.`, undefined]);
  });

  test("of one that is over, or that has no other alerts", async () => {
    const { fake, incident, write } = await mixed();
    await write("close");
    await write("split rule-3");
    expect(said(fake)).toBe("It is resolved. Open it again first.");
    await write("reopen");
    for (const rule of ["rule-3", "rule-2", "rule-2 again"]) await write(`split ${rule}`);
    const [left = ""] = await rulesOf(fake, incident.id);
    await write(`split ${left}`);
    expect(said(fake)).toBe("All its alerts are of this rule: there is nothing to split.");
  });

  test("in one that was merged: it is split from the one that has its alerts", async () => {
    const { fake, incident, write, own } = await mixed();
    await write("split rule-3");
    const [made] = await own();
    await write(`merge ${made?.id} into ${incident.id}`);
    await write(`split rule-3 from ${made?.id}`);
    expect(said(fake)).toContain(`The alerts of rule-3 were taken out of ${incident.id}.`);
  });

  test("by whom the policy allows nothing, and that is on the trail", async () => {
    const { fake, incident, write, own } = await mixed();
    await write("split rule-3", adele);
    expect([said(fake), await own()]).toMatchObject([{ kind: "denied" }, []]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ outcome: "denied", actor: adele.objectId });
    expect(await rulesOf(fake, incident.id)).toContain("rule-3");
  });
});
