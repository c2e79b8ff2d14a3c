// The bot's own read-only identity: what it reads where nobody stands for a channel, and what it never does.
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import { diagnoseForIncidents } from "../../../src/app/diagnosis/diagnose-for-incidents.ts";
import { auditEntry } from "../../../src/app/identity/authorize.ts";
import { tellStory } from "../../../src/app/incident/story.ts";
import type { ReaderCredential, TokenResult } from "../../../src/app/ports/azure.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan, userIdOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { unavailable } from "../../unavailable.ts";
import { inThread, press } from "../pressing.ts";
import { allow, setMode, type start, stored } from "../setup.ts";
import { another, receive, show, watching } from "./watching.ts";

const token: TokenResult = { ok: true, token: "token", expiresOn: Number.MAX_SAFE_INTEGER };
const identity = (exchange: () => Promise<TokenResult> = async () => token): ReaderCredential => ({
  reader: {
    isReader: true,
    objectId: "0f3b6a58-1d27-4c94-8e60-7a5d2b9c4e13",
    tenantId: alex.tenantId,
    displayName: "aks-oncall-reader",
  },
  exchange,
});
const fixes = "fix: true, approval: { count: 1, groups: [leads], expires: 1h }, show: thread";
const policy = policyOf(
  allow("oncall-reads", "oncall", "volunteer: true, reader: true, show: thread"),
  allow("leads-read", "leads", "show: thread"),
  `{ id: oncall-fixes, effect: allow, groups: [oncall], clusters: ["*"], ${fixes} }`,
);
const members = [alex, megan, adele].map((who) => ({
  ...{ objectId: who.objectId, userId: userIdOf(who), name: who.displayName },
}));
const broken = () => changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));

/** The first channel and its cluster alone: each run is one of that incident. */
async function alarmed(change: Parameters<typeof start>[0] = {}): Promise<FakeServices> {
  const fake = await watching({ policy, members, readOnlyIdentity: identity(), snapshot: broken, ...change });
  const { services } = fake;
  const [, second] = await services.store.watches();
  if (second)
    await services.store.removeWatch(
      second,
      auditEntry(services.clock, alex, { action: "watch.remove", outcome: "allowed" }),
    );
  await receive(fake);
  await show(fake);
  return fake;
}
const unfollow = async ({ services: { store, clock } }: FakeServices) => {
  for (const watch of await store.watches())
    await store.removeWatch(watch, auditEntry(clock, alex, { action: "watch.remove", outcome: "allowed" }));
};
const runsOf = (fake: FakeServices): Promise<Run[]> =>
  Promise.all(
    fake.memory.audit.flatMap(({ action, runId }) =>
      action === "diagnose.submit" && runId !== null ? [stored(fake, runId)] : [],
    ),
  );
async function begun(fake: FakeServices): Promise<readonly Run[]> {
  await diagnoseForIncidents(fake.services);
  return runsOf(fake);
}
async function diagnosed(fake: FakeServices): Promise<Run> {
  const [run] = await begun(fake);
  await executeRun(fake.services, run?.id ?? "none");
  await show(fake);
  return stored(fake, run?.id);
}
const wordsOf = (fake: FakeServices) => fake.said.map(({ answer }) => JSON.stringify(answer));
const collected = ({ azure }: FakeServices) => azure.filter((asked) => asked === "collect");
const stand = { verb: "watch.volunteer", cluster: ids.cluster };

describe("a new incident that nobody stands for", () => {
  test("is read as the identity, once, without a press: the cause stands on its card, which names it", async () => {
    const fake = await alarmed();
    const run = await diagnosed(fake);
    expect(await begun(fake)).toHaveLength(1);
    expect(run.requester).toEqual(identity().reader);
    expect(run.status).toMatchObject({
      state: "succeeded",
      diagnosis: { verdict: "broken", rootCause: { check: "dns.link-client" } },
    });
    const { store } = fake.services;
    expect((await store.incident("I-0000000001"))?.diagnosis).toBe(run.id);
    expect(run.conversation.userId).toBe("");
  });

  test("is on the trail as the identity's, which says that it is no person, and on the timeline by its name", async () => {
    const fake = await alarmed();
    const run = await diagnosed(fake);
    const entries = fake.memory.audit.filter(
      ({ action, runId }) => runId === run.id || action === "incident.diagnose",
    );
    expect(entries.map(({ action, outcome, rule }) => `${action} ${outcome} ${rule}`)).toEqual([
      "incident.diagnose recorded oncall-reads",
      "diagnose.submit allowed oncall-reads",
      "diagnose.start recorded oncall-reads",
      "diagnose.finish succeeded oncall-reads",
    ]);
    for (const { actor, detail } of entries)
      expect([actor, detail.readOnlyIdentity]).toEqual([identity().reader.objectId, true]);
    const incident = await fake.services.store.incident("I-0000000001");
    const story = incident && (await tellStory(fake.services, incident));
    expect(story?.names.map(({ name }) => name)).toContain("aks-oncall-reader");
  });

  test("nothing is sent into the cluster, nobody's groups or sign-in are asked, and nobody is mentioned", async () => {
    const fake = await alarmed();
    const asked: string[] = [];
    const { credentials, directory, roleReader, groups, transport, armWriter } = fake.services;
    for (const [name, port] of Object.entries({
      credentials,
      directory,
      roleReader,
      groups,
      transport,
      armWriter,
    }))
      for (const method of Object.keys(port))
        Object.assign(port, {
          [method]: async () => {
            asked.push(`${name}.${method}`);
            throw new Error("not for the identity");
          },
        });
    const run = await diagnosed(fake);
    expect([run.status.state, asked, fake.sent, fake.mentions]).toEqual(["succeeded", [], [], []]);
  });

  test("says that nobody looked inside, and judges nobody's rights or place", async () => {
    const fake = await alarmed();
    const { status } = await diagnosed(fake);
    if (status.state !== "succeeded" || status.diagnosis === null) throw new Error(status.state);
    expect(status.diagnosis.inside?.found).toEqual({ is: "notLookedInside", why: "readOnly" });
    expect(status.whoMay).toBeUndefined();
    expect(status.diagnosis.asks).toBeUndefined();
  });

  test("where somebody stands for it, it is read as them and not as the identity", async () => {
    const fake = await alarmed();
    await press(fake, inThread(), stand);
    expect((await begun(fake)).map(({ requester }) => requester)).toEqual([alex]);
  });

  test("whoever comes to stand for it afterwards gets it as themselves: theirs stands on the card then", async () => {
    const fake = await alarmed();
    await diagnosed(fake);
    await fake.services.clock.sleep(1_000);
    await press(fake, inThread(), stand);
    const [, second] = await begun(fake);
    await executeRun(fake.services, second?.id ?? "");
    expect(second?.requester).toEqual(alex);
    expect((await fake.services.store.incident("I-0000000001"))?.diagnosis).toBe(second?.id);
  });

  test("a person's Diagnose takes its place; where a person asked first, the identity reads nothing", async () => {
    const fake = await alarmed();
    const pressed = { verb: "incident.diagnose", incident: "I-0000000001" };
    await press(fake, inThread(), pressed);
    expect((await begun(fake)).map(({ requester }) => requester)).toEqual([alex]);
  });
});

describe("nothing is read", () => {
  const closed = `{ id: closed, effect: deny, groups: [leads], clusters: ["prod-*"], reader: true }`;
  const noDiagnosis = `{ id: none, effect: deny, groups: ["*"], clusters: ["prod-*"], diagnose: true }`;
  const alone = allow("oncall-reads", "oncall", "reader: true, show: personal");
  const reads = allow("oncall-reads", "oncall", "reader: true, show: thread");

  test.each<[string, Parameters<typeof start>[0]]>([
    ["where operators set up no identity", { readOnlyIdentity: null }],
    ["where no rule says so", { policy: policyOf(allow("oncall-reads", "oncall")) }],
    ["where a rule closes it, whichever group that names", { policy: policyOf(reads, closed) }],
    ["where nobody at all may diagnose the cluster", { policy: policyOf(reads, noDiagnosis) }],
    ["where the rule shows what is read to one person alone", { policy: policyOf(alone) }],
  ])("%s, and nobody is told", async (_name, world) => {
    const fake = await alarmed(world);
    const before = fake.said.length;
    expect(await begun(fake)).toEqual([]);
    await show(fake);
    expect([fake.said.length, collected(fake)]).toEqual([before, []]);
  });

  test("while the mode is off, and the trail has it", async () => {
    const fake = await alarmed();
    await setMode(fake, "off");
    expect(await begun(fake)).toEqual([]);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "incident.diagnose", outcome: "denied" });
  });

  test("of an incident that is muted, until the mute is over", async () => {
    const fake = await alarmed();
    const { store, clock } = fake.services;
    const [watch] = await store.watches();
    if (!watch) throw new Error("no watch");
    const until = new Date(clock.now().getTime() + 3_600_000).toISOString();
    const entry = auditEntry(clock, alex, { action: "watch.mute", outcome: "allowed" });
    const mute = { of: "person", by: alex, until, because: null } as const;
    await store.setMute(watch, mute, clock.now().toISOString(), entry);
    expect(await begun(fake)).toEqual([]);
    await clock.sleep(3_600_000);
    expect(await begun(fake)).toHaveLength(1);
  });

  test("of a channel that follows the cluster no more", async () => {
    const fake = await alarmed();
    await unfollow(fake);
    expect(await begun(fake)).toEqual([]);
  });

  const refused = { ok: false, failure: { code: "unavailable", why: "botRefused" } } as const;
  const noRight = unavailable("denied", "Azure refused it.", [
    { action: "Microsoft.ContainerService/managedClusters/read", scope: ids.cluster },
  ]);
  test.each<[string, (fake: FakeServices) => unknown, string]>([
    [
      "operators took it away",
      ({ services }) => Object.assign(services, { readOnlyIdentity: null }),
      "reader.off",
    ],
    [
      "operators put another in its place",
      ({ services }) =>
        Object.assign(services, {
          readOnlyIdentity: { ...identity(), reader: { ...identity().reader, objectId: alex.objectId } },
        }),
      "reader.off",
    ],
    [
      "the policy was changed",
      (fake) => Object.assign(fake.world, { policy: policyOf(allow("oncall-reads", "oncall")) }),
      "reader.policy",
    ],
    ["the mode was set", (fake) => setMode(fake, "off"), "mode"],
    ["the watch was ended", unfollow, "reader.unwatched"],
    [
      "Entra gives it no token",
      ({ services }) => Object.assign(services, { readOnlyIdentity: identity(async () => refused) }),
      "reader.token",
    ],
    [
      "Azure does not show it the cluster",
      ({ world }) => Object.assign(world, { cluster: noRight }),
      "reader.rights",
    ],
  ])(
    "where %s while its run waited: one card says so, and Azure is not collected from",
    async (_name, change, code) => {
      const fake = await alarmed();
      const [run] = await begun(fake);
      await change(fake);
      await executeRun(fake.services, run?.id ?? "");
      expect((await stored(fake, run?.id)).status).toMatchObject({ state: "denied", failure: { code } });
      expect(collected(fake)).toEqual([]);
    },
  );

  test("a second time, where its worker vanished, without the policy's word", async () => {
    const fake = await alarmed();
    const [run] = await begun(fake);
    const running = { state: "running", startedAt: "2026-11-25T03:00:00Z" } as const;
    await fake.services.store.moveRun(run?.id ?? "", ["queued"], running, [], null);
    await recoverRun(fake.services, run?.id ?? "");
    expect((await stored(fake, run?.id)).status.state).toBe("succeeded");
    expect(fake.sent).toEqual([]);
  });
});

describe("a press on what it found", () => {
  test("asks for the fix as whoever presses, and needs a rule for them", async () => {
    const fake = await alarmed();
    const run = await diagnosed(fake);
    expect(run.status).toMatchObject({ offersFix: true });
    const request = { verb: "fix.request", run: run.id };
    const submits = () =>
      fake.memory.audit
        .filter(({ action }) => action.startsWith("fix."))
        .map(({ action, outcome, actor }) => [action, outcome, actor]);
    await press(fake, inThread(adele), request);
    expect(submits()).toEqual([["fix.authorize", "denied", adele.objectId]]);
    await press(fake, inThread(alex), request);
    expect(submits().at(-1)).toEqual(["fix.submit", "allowed", alex.objectId]);
  });

  test("of Timeline, feedback or Check again is the presser's own", async () => {
    const fake = await alarmed();
    const run = await diagnosed(fake);
    await press(fake, inThread(adele), { verb: "feedback", run: run.id, answer: "yes" });
    expect(fake.memory.audit.at(-1)).toMatchObject({ outcome: "denied", actor: adele.objectId });
    await press(fake, inThread(megan), { verb: "diagnose", run: run.id, cluster: ids.cluster });
    const again = (await runsOf(fake)).at(-1);
    // As any of theirs: it looks inside, and is for no incident that they stand for.
    expect([again?.requester, again?.task]).toEqual([megan, { kind: "diagnose", client: {} }]);
  });
});

test("reopened, it is read again; one that flaps is not at each turn", async () => {
  const fake = await alarmed();
  await diagnosed(fake);
  await receive(fake, another(2));
  await show(fake);
  expect(await begun(fake)).toHaveLength(1);
});

test("its card and its run's card name it in words", async () => {
  const fake = await alarmed();
  await diagnosed(fake);
  expect(wordsOf(fake).join("\n")).toContain("aks-oncall-reader");
});
