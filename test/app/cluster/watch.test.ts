// A channel follows a cluster: by the policy, and with the asker's own rights in Azure; ended by whoever may begin it.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, otherChannelOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { inThread, press } from "../pressing.ts";
import { kinds, setMode, start, submitted, summaryOf, trail } from "../setup.ts";

const may = (id: string, group: string, rest = "diagnose: true, watch: true") =>
  `{ id: ${id}, effect: allow, groups: [${group}], clusters: ["*"], show: thread, ${rest} }`;
const watching = policyOf(may("oncall", "oncall"), may("leads", "leads"));
const here = inThread();
const twins = [summaryOf("prod-1", "rg-prod"), summaryOf("prod-1", "rg-copy")];

const world = (change: Parameters<typeof start>[0] = {}) => start({ policy: watching, ...change });
const ask = (fake: FakeServices, text: string, asker = here) => answerQuestion(fake.services, asker, text);
const said = (fake: FakeServices) => fake.said.at(-1)?.answer;
const watched = async (fake: FakeServices) =>
  (await fake.services.store.watches()).map(({ cluster, conversation }) => [cluster.name, conversation.key]);

/** Presses the button of this cluster on the card that was said last. */
async function choose(fake: FakeServices, cluster: string | undefined): Promise<void> {
  const answer = said(fake);
  if (answer?.kind !== "pickCluster") throw new Error("expected a choice");
  await press(fake, here, { verb: "pick", pending: answer.pendingId, cluster });
}

test("is remembered for the channel, not for the thread it was typed in", async () => {
  const fake = world();
  await ask(fake, "watch prod-1");
  expect(said(fake)).toEqual({ kind: "watch", cluster: "prod-1", id: ids.cluster, outcome: "added" });
  expect(await fake.services.store.watches()).toMatchObject([
    {
      cluster: { id: ids.cluster, name: "prod-1" },
      conversation: { key: "19:incidents@thread.tacv2" },
      by: alex,
    },
  ]);
  expect(trail(fake)).toEqual(["watch.add allowed oncall"]);
  expect(fake.memory.audit[0]).toMatchObject({
    cluster: ids.cluster,
    detail: { place: "19:incidents@thread.tacv2" },
  });
});

test("from a severity on, which another watch changes; in plain words too", async () => {
  const fake = world();
  const severities = async () => (await fake.services.store.watches()).map(({ severity }) => severity);
  await ask(fake, "watch prod-1 sev<=1");
  expect(said(fake)).toMatchObject({ kind: "watch", outcome: "added", severity: "Sev1" });
  expect(fake.memory.audit[0]).toMatchObject({ action: "watch.add", detail: { severity: "Sev1" } });
  await ask(fake, "beobachte prod-1 ab Sev 2");
  expect(said(fake)).toMatchObject({ kind: "watch", outcome: "changed", severity: "Sev2" });
  expect(await severities()).toEqual(["Sev2"]);
  await ask(fake, "watch prod-1");
  expect(said(fake)).toMatchObject({ kind: "watch", outcome: "changed" });
  expect(await severities()).toEqual([undefined]);
});

test("from a severity on, of one of several clusters", async () => {
  const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
  await ask(fake, "watch prod-1 sev<=1");
  await choose(fake, twins[0]?.id);
  expect(await fake.services.store.watches()).toMatchObject([
    { cluster: { id: twins[0]?.id }, severity: "Sev1" },
  ]);
});

test("a second time says that it does already, and is on the trail too", async () => {
  const fake = world();
  await ask(fake, "watch prod-1");
  await ask(fake, "watch PROD-1", inThread(megan));
  expect(said(fake)).toEqual({ kind: "watch", cluster: "prod-1", id: ids.cluster, outcome: "already" });
  expect(await watched(fake)).toHaveLength(1);
  expect(trail(fake)).toEqual(["watch.add allowed oncall", "watch.add allowed leads"]);
});

test("without a name: the cluster that was last spoken of here, else a choice", async () => {
  const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
  await ask(fake, "watch");
  expect(said(fake)).toMatchObject({ kind: "pickCluster", by: "any" });
  fake.world.clusters = collected({ clusters: twins.slice(0, 1), problem: null });
  await submitted(fake, "diagnose prod-1");
  await ask(fake, "watch");
  expect(said(fake)).toEqual({
    kind: "watch",
    cluster: "prod-1",
    id: ids.cluster,
    outcome: "added",
    remembered: "prod-1",
  });
});

describe("both locks", () => {
  test.each<[string, Parameters<typeof start>[0], ReturnType<typeof inThread>, string, string[]]>([
    ["no group: Azure is not asked", {}, inThread(adele), "watch.authorize denied null", []],
    [
      "may diagnose, may not watch: Azure is not asked",
      { policy: policyOf(may("oncall", "oncall", "diagnose: true")) },
      here,
      "watch.authorize denied null",
      [],
    ],
    [
      "denied on this cluster",
      {
        policy: policyOf(
          may("oncall", "oncall"),
          '{ id: closed, effect: deny, groups: ["*"], clusters: ["prod-*"], watch: true }',
        ),
      },
      here,
      "watch.authorize denied closed",
      ["list"],
    ],
  ])("the policy: %s", async (_name, change, asker, entry, asked) => {
    const fake = world(change);
    await ask(fake, "watch prod-1", asker);
    expect(kinds(fake)).toEqual(["denied"]);
    expect(trail(fake)).toEqual([entry]);
    expect(fake.azure).toEqual(asked);
    expect(await watched(fake)).toEqual([]);
  });

  const unreadable = unavailable("denied", "No.", [
    { action: "Microsoft.ContainerService/managedClusters/read", scope: ids.cluster },
  ]);
  test.each<[string, Parameters<typeof start>[0], string, string]>([
    ["a name that it does not show", {}, "watch prod-2", "clusterUnknown"],
    [
      "no cluster at all",
      { clusters: collected({ clusters: [], problem: null }) },
      "watch prod-1",
      "azureDenied",
    ],
    ["a whole id that may not be read", { cluster: unreadable }, `watch ${ids.cluster}`, "azureDenied"],
  ])("Azure: %s", async (_name, change, text, kind) => {
    const fake = world(change);
    await ask(fake, text);
    expect(kinds(fake)).toEqual([kind]);
    expect(await watched(fake)).toEqual([]);
  });

  test("Azure's refusal is not shown to somebody whom the policy keeps out of this cluster", async () => {
    const policy = policyOf(
      '{ id: a, effect: allow, groups: [oncall], clusters: ["dev-*"], show: thread, watch: true }',
    );
    const fake = world({ policy, clusters: collected({ clusters: [], problem: null }) });
    await ask(fake, "watch prod-1");
    expect(kinds(fake)).toEqual(["denied"]);
  });
});

test("two clusters of one name: the chosen one", async () => {
  const twins = [summaryOf("prod-1", "rg-prod"), summaryOf("prod-1", "rg-copy")];
  const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
  await ask(fake, "watch prod-1");
  const answer = said(fake);
  if (answer?.kind !== "pickCluster") throw new Error(`said ${answer?.kind}`);
  await press(fake, here, { verb: "pick", pending: answer.pendingId, cluster: twins[1]?.id });
  expect((await fake.services.store.watches()).map(({ cluster }) => cluster.id)).toEqual([twins[1]?.id]);
});

describe("unwatch", () => {
  const start = async (change: Parameters<typeof world>[0] = {}) => {
    const fake = world(change);
    await ask(fake, "watch prod-1");
    return fake;
  };

  test("by whoever may watch it, with the cluster gone and nothing readable", async () => {
    const fake = await start();
    fake.world.clusters = collected({ clusters: [], problem: null });
    fake.azure.length = 0;
    await ask(fake, "unwatch Prod-1", inThread(megan));
    expect(said(fake)).toEqual({ kind: "watch", cluster: "prod-1", id: null, outcome: "removed" });
    expect([await watched(fake), fake.azure]).toEqual([[], []]);
    expect(trail(fake)).toEqual(["watch.add allowed oncall", "watch.remove allowed leads"]);
  });

  test.each(["full", "diagnose", "off"] as const)("in mode %s, by the policy alone", async (mode) => {
    const fake = await start();
    await setMode(fake, mode);
    await ask(fake, "unwatch prod-1", inThread(adele));
    expect(await watched(fake)).toHaveLength(1);
    await ask(fake, "unwatch prod-1");
    expect(kinds(fake)).toEqual(["watch", "denied", "watch"]);
    expect(await watched(fake)).toEqual([]);
  });

  test("not by anybody else", async () => {
    const fake = await start();
    await ask(fake, "unwatch prod-1", inThread(adele));
    expect(kinds(fake)).toEqual(["watch", "denied"]);
    expect(await watched(fake)).toHaveLength(1);
    expect(trail(fake).at(-1)).toBe("watch.authorize denied null");
  });

  test.each(["unwatch prod-1", "unwatch rg-prod/prod-1", `unwatch ${ids.cluster}`])("%s", async (text) => {
    const fake = await start();
    await ask(fake, text);
    expect(await watched(fake)).toEqual([]);
  });

  test.each([
    ["another name", "unwatch prod-2", here],
    ["another group", "unwatch rg-dev/prod-1", here],
    ["another channel", "unwatch prod-1", askerIn(otherChannelOf)],
  ])("%s: nothing was followed, nothing is changed", async (_name, text, asker) => {
    const fake = await start();
    await ask(fake, text, asker);
    expect(said(fake)).toMatchObject({ kind: "watch", outcome: "notWatched" });
    expect(await watched(fake)).toHaveLength(1);
    expect(trail(fake)).toEqual(["watch.add allowed oncall"]);
  });

  test("two of one name: a choice", async () => {
    const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
    for (const { resourceGroup } of twins) await ask(fake, `watch ${resourceGroup}/prod-1`);
    await ask(fake, "unwatch prod-1");
    expect(said(fake)).toMatchObject({ kind: "pickCluster", wanted: "prod-1", by: "name" });
    await choose(fake, twins[1]?.id);
    expect((await fake.services.store.watches()).map(({ cluster }) => cluster.id)).toEqual([twins[0]?.id]);
  });

  test("by the beginning of its name: it is asked back, and nothing ends before", async () => {
    const fake = await start();
    await ask(fake, "unwatch prod");
    expect(said(fake)).toMatchObject({ kind: "pickCluster", wanted: "prod", by: "beginning" });
    expect(await watched(fake)).not.toEqual([]);
  });

  test("without a name: the one last spoken of", async () => {
    const fake = await start();
    await ask(fake, "watch rg-copy/prod-1");
    await fake.services.store.rememberCluster(here.conversation.key, { id: ids.cluster, name: "prod-1" });
    await ask(fake, "unwatch");
    expect((await fake.services.store.watches()).map(({ cluster }) => cluster.id)).not.toContain(ids.cluster);
  });

  test("without a name, and none was spoken of: the only one that is followed, else a choice", async () => {
    const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
    for (const { resourceGroup } of twins) await ask(fake, `watch ${resourceGroup}/prod-1`);
    await ask(fake, "unwatch");
    expect(said(fake)).toMatchObject({ kind: "pickCluster", wanted: "", by: "followed" });
    await choose(fake, twins[0]?.id);
    await ask(fake, "unwatch");
    expect(await watched(fake)).toEqual([]);
    await ask(fake, "unwatch");
    expect(said(fake)).toEqual({ kind: "watches", watches: [] });
  });
});

describe("watches lists what this channel follows", () => {
  const policy = policyOf(
    may("oncall", "oncall"),
    '{ id: leads, effect: allow, groups: [leads], clusters: ["dev-*"], show: thread, diagnose: true }',
  );
  async function following(change: Parameters<typeof world>[0] = {}): Promise<FakeServices> {
    const clusters = collected({ clusters: [summaryOf("prod-1"), summaryOf("dev-1")], problem: null });
    const fake = world({ policy, clusters, ...change });
    await ask(fake, "watch prod-1");
    await ask(fake, `watch ${summaryOf("dev-1").id}`);
    return fake;
  }
  const names = (fake: FakeServices) => {
    const answer = said(fake);
    return answer?.kind === "watches" ? answer.watches.map(({ cluster }) => cluster.name) : answer?.kind;
  };

  test("offers each reader what they may do", async () => {
    const fake = await following();
    const offers = async (asker: Parameters<typeof ask>[2]) => {
      await ask(fake, "watches", asker);
      const answer = said(fake);
      return answer?.kind === "watches" ? answer.watches.map((each) => each.offers) : answer;
    };
    expect(await offers(inThread())).toEqual([
      ["mute", "unwatch"],
      ["mute", "unwatch"],
    ]);
    expect(await offers(inThread(megan))).toEqual([[]]);
    await ask(fake, `mute ${summaryOf("dev-1").resourceGroup}/dev-1 1h`);
    expect(await offers(inThread())).toEqual([
      ["mute", "unwatch"],
      ["unmute", "unwatch"],
    ]);
  });

  test.each([
    ["by whom it may be watched", inThread(), ["prod-1", "dev-1"]],
    ["by whom it may be diagnosed", inThread(megan), ["dev-1"]],
    ["by nobody else: neither name nor number", inThread(adele), []],
    ["and nothing of another channel", askerIn(otherChannelOf), []],
  ])("%s", async (_name, asker, expected) => {
    const fake = await following();
    await ask(fake, "watches", asker);
    expect(names(fake)).toEqual(expected);
  });

  test("what it showed, and how much it did not, is on the trail", async () => {
    const fake = await following();
    await ask(fake, "watches", inThread(megan));
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: "watch.list",
      actor: megan.objectId,
      detail: { place: "19:incidents@thread.tacv2", shown: 1, hidden: 1 },
    });
  });

  test("nothing, where nobody can tell who is in which group", async () => {
    const memberships = { [alex.objectId]: memberOf("oncall") };
    const fake = await following({ memberships });
    memberships[alex.objectId] = { status: "unknown", reason: { is: "graphSilent" } };
    await ask(fake, "watches");
    expect(names(fake)).toEqual([]);
  });

  test("not before one has signed in", async () => {
    const fake = await following();
    fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
    await ask(fake, "watches");
    expect([names(fake), fake.signInCards]).toEqual(["signInElsewhere", ["watches"]]);
  });
});

test.each(["unwatch prod-1", "unwatch PROD-1", `unwatch ${ids.cluster}`, "unwatch"])(
  "%s, by whoever may not watch it: the same answer whether it is followed, twice, or not",
  async (text) => {
    const twins = [summaryOf("prod-1", "rg-prod"), summaryOf("prod-1", "rg-copy")];
    const answers: unknown[] = [];
    for (const followed of [[], twins.slice(0, 1), twins]) {
      const fake = world({ clusters: collected({ clusters: twins, problem: null }) });
      for (const { id } of followed) await ask(fake, `watch ${id}`);
      await fake.services.store.rememberCluster(here.conversation.key, { id: ids.cluster, name: "prod-1" });
      await ask(fake, text, inThread(adele));
      answers.push([said(fake), trail(fake).at(-1)]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[0]).toMatchObject([{ kind: "denied" }, "watch.authorize denied null"]);
  },
);

test.each(["watch prod-1", "unwatch prod-1", "watches"])(
  "%s in a personal chat: where to write it",
  async (text) => {
    const fake = world();
    await ask(fake, text, askerIn(chatOf));
    expect(fake.said).toMatchObject([{ answer: { kind: "watchElsewhere", asked: text } }]);
    expect([fake.azure, fake.memory.audit, fake.signInCards]).toEqual([[], [], []]);
  },
);

test("whoever is not signed in is asked to, and nothing is followed yet", async () => {
  const fake = world({ signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } } });
  await ask(fake, "watch prod-1");
  expect([kinds(fake), fake.signInCards]).toEqual([["signInElsewhere"], ["watch prod-1"]]);
  expect(await watched(fake)).toEqual([]);
});

describe("several clusters by one line", () => {
  const many = ["prod-1", "prod-2", "edge-1"].map((name) => summaryOf(name));
  const some = (policy = watching, clusters = many) =>
    world({ policy, clusters: collected({ clusters, problem: null }) });
  const rows = async (fake: FakeServices) =>
    (await fake.services.store.watches())
      .map(({ cluster, severity }) => `${cluster.name} ${severity ?? "all"}`)
      .toSorted();
  const closed = '{ id: closed, effect: deny, groups: ["*"], clusters: ["prod-2"], watch: true }';

  test.each<[string, string[], string[], object]>([
    [
      "each as if it had been named",
      ["watch Prod-* sev<=1 here"],
      ["prod-1 Sev1", "prod-2 Sev1"],
      { pattern: "prod-*", outcome: "watched", names: { added: ["prod-1", "prod-2"] }, severity: "Sev1" },
    ],
    [
      "what was followed before is told",
      ["watch prod-1 sev<=3", "watch edge-1", "watch *"],
      ["edge-1 all", "prod-1 all", "prod-2 all"],
      { names: { added: ["prod-2"], changed: ["prod-1"], already: ["edge-1"] } },
    ],
    [
      "quiet hours leave each its severity",
      ["watch prod-1 sev<=0", "watch prod-* quiet off"],
      ["prod-1 Sev0", "prod-2 all"],
      { names: { added: ["prod-2"], already: ["prod-1"] }, quiet: null },
    ],
    [
      "all of the name end, whoever named them",
      ["watch *", "watch prod-1 sev<=1", "unwatch PROD-*"],
      ["edge-1 all"],
      { outcome: "removed", names: { removed: ["prod-1", "prod-2"] } },
    ],
    ["nothing of such a name", ["watch dev-*"], [], { outcome: "watched", names: {} }],
    ["nothing of such a name to end", ["unwatch dev-*"], [], { outcome: "removed", names: {} }],
    [
      "in plain words",
      ["can you watch prod-* in this channel", "stop watching prod-*"],
      [],
      { outcome: "removed", names: { removed: ["prod-1", "prod-2"] } },
    ],
  ])("%s", async (_name, lines, expected, answer) => {
    const fake = some();
    for (const line of lines) await ask(fake, line);
    expect(said(fake)).toMatchObject({ kind: "watchPattern", ...answer });
    expect(await rows(fake)).toEqual(expected);
  });

  test("the policy decides about each, and the trail has each", async () => {
    const fake = some(policyOf(may("oncall", "oncall"), closed));
    await ask(fake, "watch prod-*");
    expect(said(fake)).toMatchObject({ names: { added: ["prod-1"], denied: ["prod-2"] } });
    expect(await rows(fake)).toEqual(["prod-1 all"]);
    expect(trail(fake).toSorted()).toEqual(["watch.add allowed oncall", "watch.authorize denied closed"]);
  });

  test("what Azure does not show is not followed", async () => {
    const fake = some();
    fake.world.cluster = unavailable("throttled", "Too many.");
    await ask(fake, "watch prod-*");
    expect(said(fake)).toMatchObject({ names: { unread: ["prod-1", "prod-2"] } });
    expect(await rows(fake)).toEqual([]);
  });

  test.each([
    [50, { names: { added: expect.arrayContaining(["prod-50"]) } }, 50],
    [51, { names: {}, fitting: 51 }, 0],
  ])("%d at once", async (count, answer, followed) => {
    const clusters = Array.from({ length: count }, (_, at) => summaryOf(`prod-${at + 1}`));
    const fake = some(watching, clusters);
    await ask(fake, "watch *");
    expect(said(fake)).toMatchObject(answer);
    expect(await rows(fake)).toHaveLength(followed);
  });

  test("whoever may end some of them ends these; of what they may not see they hear nothing", async () => {
    const leads = may("leads", "leads").replace('"*"', '"prod-1"');
    const sees = may("sees", "leads", "diagnose: true").replace('"*"', '"edge-1"');
    const fake = some(policyOf(may("oncall", "oncall"), leads, sees));
    await ask(fake, "watch *");
    await ask(fake, "unwatch *", inThread(megan));
    expect(said(fake)).toMatchObject({ names: { removed: ["prod-1"], denied: ["edge-1"] } });
    expect(await rows(fake)).toEqual(["edge-1 all", "prod-2 all"]);
    await ask(fake, "unwatch prod-*", inThread(adele));
    expect(said(fake)).toMatchObject({ kind: "watchPattern", names: {} });
  });

  test.each<[string, string[]]>([
    ["a personal chat has nobody to tell", ["watchElsewhere"]],
    ["no role in Azure", ["azureDenied"]],
    ["no subscription in Azure", ["azureDenied"]],
    ["no group of the policy", ["denied"]],
  ])("%s", async (name, expected) => {
    const fake = some(watching, name.includes("Azure") ? [] : many);
    if (name.includes("subscription"))
      fake.world.clusters = collected({ clusters: [], problem: { is: "noSubscription" } });
    const asker = name.includes("chat") ? askerIn(chatOf) : name.includes("group") ? inThread(adele) : here;
    await ask(fake, "watch prod-*", asker);
    expect([kinds(fake), await rows(fake)]).toEqual([expected, []]);
  });
});
