// Somebody takes an incident, hands it over, sets how severe it is, ends it or writes a note: who may, and what is kept.
import { actOnIncident } from "../../../src/app/incident/act-on-incident.ts";
import type { ConversationContext } from "../../../src/app/ports/services.ts";
import type { IncidentAct } from "../../../src/core/incident/incident.ts";
import { personKey } from "../../../src/core/requester.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { allClosed, allow, setMode, type start, trail } from "../setup.ts";
import { alerted, show } from "./watching.ts";

const id = "I-0000000001";

/** In words. */
async function does(fake: FakeServices, what: IncidentAct, asker: ConversationContext = inThread(), of = id) {
  const acted = await actOnIncident(fake.services, asker, of, what);
  return "done" in acted ? { done: saidNote(acted.done) } : { text: saidNote(acted.text) };
}
const stands = async ({ services }: FakeServices) => {
  const incident = await services.store.incident(id);
  return `${incident?.status.state}, ${incident?.owner?.person.displayName ?? "nobody"}`;
};
const ofIncident = (fake: FakeServices) =>
  trail(fake).filter((entry) => entry.startsWith("incident.") && !entry.startsWith("incident.post"));

test.each<[string, IncidentAct, RegExp, string, object]>([
  ["takes it", { act: "take" }, /You are on it/, "acknowledged, Alex Wilber", {}],
  [
    "hands it over",
    { act: "handOver", to: megan },
    /Handed over to Megan Bowen/,
    "acknowledged, Megan Bowen",
    { to: personKey(megan) },
  ],
  [
    "says how severe it is",
    { act: "setSeverity", severity: "Sev1" },
    /severity is set/,
    "open, nobody",
    { severity: "Sev1" },
  ],
  [
    "ends it",
    { act: "resolve", because: "it was a drill" },
    /Resolved/,
    "resolved, nobody",
    { because: "it was a drill" },
  ],
  ["ends it without a reason", { act: "resolve", because: null }, /Resolved/, "resolved, nobody", {}],
  [
    "writes a note",
    { act: "note", text: "a node is gone" },
    /cannot be removed/,
    "open, nobody",
    { text: "a node is gone" },
  ],
])(
  "somebody on call %s: done, on the card, and on the trail as theirs",
  async (_name, what, said, expected, detail) => {
    const fake = await alerted();
    const edits = fake.said[0]?.edited ?? 0;
    expect(await does(fake, what)).toEqual({ done: expect.stringMatching(said) });
    expect(await stands(fake)).toBe(expected);
    await show(fake);
    expect(fake.said[0]?.edited).toBe(edits + 1);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      ...{ action: `incident.${what.act}`, outcome: "recorded", actor: alex.objectId, rule: "oncall-reads" },
      ...{ cluster: ids.cluster, detail: { incident: id, ...detail } },
    });
  },
);

test("opened again after it was ended: nobody's", async () => {
  const fake = await alerted();
  await does(fake, { act: "take" });
  await does(fake, { act: "resolve", because: null });
  expect(await does(fake, { act: "reopen" }, inThread(megan))).toEqual({ done: "Open again." });
  expect(await stands(fake)).toBe("open, nobody");
  expect(ofIncident(fake)).toEqual([
    "incident.take recorded oncall-reads",
    "incident.resolve recorded oncall-reads",
    "incident.reopen recorded leads-read",
  ]);
});

test("what comes to nothing is said, and leaves card and trail alone", async () => {
  const fake = await alerted();
  await does(fake, { act: "take" });
  const before = trail(fake);
  expect(await does(fake, { act: "take" })).toEqual({ text: "You are on it already." });
  expect(trail(fake)).toEqual(before);
});

describe("whoever may not", () => {
  const shut = { policy: policyOf(allow("oncall-reads", "oncall"), allClosed) };
  const refused: readonly (readonly [string, Parameters<typeof start>[0], typeof alex])[] = [
    ["is in no group", {}, adele],
    ["is refused by a rule", shut, alex],
  ];

  test.each(refused)(
    "%s: refused, on the trail, and the incident stays as it is",
    async (_name, world, who) => {
      const fake = await alerted(world);
      expect(await does(fake, { act: "take" }, inThread(who))).toEqual({
        text: expect.stringMatching(/\S/),
      });
      expect(await stands(fake)).toBe("open, nobody");
      expect(fake.memory.audit.at(-1)).toMatchObject({ outcome: "denied", actor: who.objectId });
    },
  );

  test("is not signed in: said, and the incident stays as it is", async () => {
    const fake = await alerted();
    fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
    expect(await does(fake, { act: "take" })).toEqual({ text: expect.stringMatching(/sign in/i) });
    expect([await stands(fake), ofIncident(fake)]).toEqual(["open, nobody", []]);
  });

  test.each([
    ["off", "open, nobody"],
    ["diagnose", "acknowledged, Alex Wilber"],
  ] as const)("while the mode is %s: %s", async (mode, expected) => {
    const fake = await alerted();
    await setMode(fake, mode);
    await does(fake, { act: "take" });
    expect(await stands(fake)).toBe(expected);
  });

  test.each([
    ["another channel that watches the cluster", elsewhere(megan)],
    ["a personal chat", inChat(megan)],
  ])("stands in %s: outdated, whatever they may", async (_name, where) => {
    const fake = await alerted();
    expect(await does(fake, { act: "take" }, where)).toEqual(outdated);
    expect(await stands(fake)).toBe("open, nobody");
  });

  test("names one that is not known: outdated", async () => {
    expect(await does(await alerted(), { act: "take" }, inThread(), "I-unknown")).toEqual(outdated);
  });
});

describe("a press on the card", () => {
  test.each([
    ["incident.take", "acknowledged, Megan Bowen"],
    ["incident.resolve", "resolved, nobody"],
  ])("%s is the act of whoever presses", async (verb, expected) => {
    const fake = await alerted();
    expect(await press(fake, inThread(megan), { verb, incident: id, by: alex.objectId })).toMatchObject({
      done: expect.any(String),
    });
    expect(await stands(fake)).toBe(expected);
    expect(fake.memory.audit.at(-1)).toMatchObject({ actor: megan.objectId });
  });

  test("incident.reopen opens what is over", async () => {
    const fake = await alerted();
    await press(fake, inThread(), { verb: "incident.resolve", incident: id });
    await press(fake, inThread(), { verb: "incident.reopen", incident: id });
    expect(await stands(fake)).toBe("open, nobody");
  });

  test("by two at once: the second takes it from the first, and both are on the trail", async () => {
    const fake = await alerted();
    await Promise.all(
      [alex, megan].map((who) => press(fake, inThread(who), { verb: "incident.take", incident: id })),
    );
    expect(ofIncident(fake)).toEqual([
      "incident.take recorded oncall-reads",
      "incident.take recorded leads-read",
    ]);
    expect(await stands(fake)).toBe("acknowledged, Megan Bowen");
  });
});
