// From a question to a queued run: both locks in their order, one audit entry, and a card that says it began.

import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, threadOf } from "../../fakes/people.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import {
  allClosed,
  allow,
  getPods,
  kinds,
  noSecrets,
  prod,
  start,
  stored,
  submitted,
  summaryOf,
  trail,
  withoutEntra,
} from "../setup.ts";

const readCluster = { action: "Microsoft.ContainerService/managedClusters/read", scope: ids.cluster };

describe("what the policy allows is queued", () => {
  test.each([
    ["diagnose prod-1", "diagnose.submit", {}],
    ["access prod-1", "access.submit", {}],
    [
      getPods,
      "command.submit",
      { verb: "get", resources: "pods", namespaces: "default", names: "", also: "", flags: "", filters: "" },
    ],
  ])("%s: one audit entry with the rule, one card, nothing sent", async (text, action, detail) => {
    const fake = start();
    const run = await submitted(fake, text);
    expect(fake.memory.audit).toEqual([
      {
        time: "2026-11-25T03:00:00.000Z",
        actor: alex.objectId,
        tenant: alex.tenantId,
        action,
        outcome: "allowed",
        cluster: ids.cluster,
        runId: run.id,
        rule: "oncall-reads",
        detail: { ...detail, policy: "0123456789ab" },
      },
    ]);
    expect(run).toMatchObject({ rule: "oncall-reads", show: "thread" });
    expect(kinds(fake)).toEqual(["run queued"]);
    expect(fake.sent).toEqual([]);
  });

  test.each([
    [
      "get pods,svc -n payments -l app=api -o wide | grep -i api | tail -n 5",
      {
        ...{ verb: "get", resources: "pods services", namespaces: "payments", names: "" },
        ...{ flags: "--selector=app=api --output=wide", filters: "grep tail" },
      },
    ],
    ["get pods api-0 api-1 -n payments", { namespaces: "payments", names: "api-0 api-1", flags: "" }],
    ["get events -A", { resources: "events", namespaces: "*", flags: "" }],
    ["describe node n-1", { verb: "describe", resources: "nodes", namespaces: "", names: "n-1" }],
    ["logs api-0 --tail=20", { resources: "pods", names: "api-0", flags: "--tail=20" }],
  ])("the trail says what is read: kubectl %s", async (command, detail) => {
    const fake = start();
    await submitted(fake, `run \`kubectl ${command}\` on prod-1`);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "command.submit", detail });
  });

  test("what looks like a secret in a selector or a filter is refused, and nowhere kept", async () => {
    const fake = start();
    const secret = "hunter2hunter2";
    const typed = `run \`kubectl get pods -l app=api,password=${secret} | grep token=${secret}\` on prod-1`;
    await answerQuestion(fake.services, askerIn(threadOf), typed);
    expect(kinds(fake)).toEqual(["refused"]);
    expect(JSON.stringify([fake.memory.audit, fake.said, fake.logged])).not.toContain(secret);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      action: "command.parse",
      detail: { code: "typed-secret" },
    });
  });

  test("a long list of names is cut short, and says so", async () => {
    const fake = start();
    const names = Array.from({ length: 60 }, (_, index) => `api-${index}`);
    await submitted(fake, `run \`kubectl get pods ${names.join(" ")}\` on prod-1`);
    expect(fake.memory.audit.at(-1)?.detail.names).toMatch(/^api-0 .* api-49 and 10 more$/);
  });

  test("the cluster need not be named again in the same place", async () => {
    const clusters = [summaryOf("prod-1"), summaryOf("prod-2")];
    const fake = start({ clusters: collected({ clusters, problem: null }) });
    await submitted(fake, "diagnose prod-1");
    expect((await submitted(fake, "run `kubectl get nodes`")).cluster.name).toBe("prod-1");
    await answerQuestion(fake.services, askerIn(chatOf), "diagnose");
    expect(fake.said.at(-1)?.answer).toMatchObject({ kind: "pickCluster", by: "any" });
  });
});

describe("the first lock: the policy", () => {
  const diagnoseOnly =
    '{ id: looks, effect: allow, groups: [oncall], clusters: ["*"], diagnose: true, show: thread }';
  test.each([
    ["in no group", {}, adele, "in none of the groups"],
    [
      "groups unknown",
      { memberships: { [alex.objectId]: { status: "unknown", reason: { is: "graphSilent" } } as const } },
      alex,
      "could not be read",
    ],
    ["no rule for commands", { policy: policyOf(diagnoseOnly) }, alex, "No rule allows"],
  ])("%s: denied before Azure is asked a single question", async (_name, change, person, reason) => {
    const fake = start(change);
    await answerQuestion(fake.services, askerIn(threadOf, person), getPods);
    expect(fake.azure).toEqual([]);
    expect(fake.said.map(({ answer }) => answer)).toEqual([
      expect.objectContaining({
        kind: "denied",
        asked: getPods,
        decision: expect.objectContaining({ reason: expect.stringContaining(reason) }),
      }),
    ]);
    expect(trail(fake)).toEqual(["run.authorize denied null"]);
    expect(fake.memory.audit[0]).toMatchObject({
      actor: person.objectId,
      cluster: "prod-1",
      detail: { verb: "get", resources: "pods" },
    });
  });

  test.each([
    ["is 20.50.9.9 allowed on prod-9", "prod-9"],
    ["why can't I reach prod-9?", "prod-9"],
    ["pods on prod-9", "prod-9"],
    ["is prod-9 or edge-7 down?", null],
    ["is payments down?", null],
  ])(
    "%s: the denial and the trail name the cluster that was written, where only one word can be it",
    async (text, cluster) => {
      const fake = start({});
      await answerQuestion(fake.services, askerIn(threadOf, adele), text);
      expect(fake.azure).toEqual([]);
      expect(fake.said.map(({ answer }) => answer)).toEqual([
        expect.objectContaining({ kind: "denied", asked: text, cluster: cluster ?? "" }),
      ]);
      expect(fake.memory.audit.map((entry) => entry.cluster)).toEqual([cluster]);
    },
  );

  test.each([
    ["run `kubectl get secrets` on prod-1", noSecrets, "run.authorize denied no-secrets"],
    [
      `run \`kubectl get secrets\` on ${ids.cluster.toUpperCase()}`,
      noSecrets,
      "run.authorize denied no-secrets",
    ],
    ["diagnose prod-1", allClosed, "diagnose.authorize denied all-closed"],
    ["access rg-prod/prod-1", allClosed, "diagnose.authorize denied all-closed"],
  ])("%s, denied by a rule: one entry with it, and the cluster is never read", async (text, rule, entry) => {
    const fake = start({ policy: policyOf(allow("oncall-reads", "oncall"), rule) });
    await answerQuestion(fake.services, askerIn(threadOf), text);
    expect(trail(fake)).toEqual([entry]);
    expect(kinds(fake)).toEqual(["denied"]);
    expect(fake.azure).not.toContain("read");
  });

  test("a cluster without Entra: on call may not be cluster-admin, a lead may", async () => {
    const fake = start({ cluster: withoutEntra });
    await answerQuestion(fake.services, askerIn(threadOf), getPods);
    expect(fake.said[0]?.answer).toMatchObject({
      kind: "denied",
      decision: { reason: expect.stringContaining("cluster-admin") },
    });
    expect(trail(fake)).toEqual(["run.authorize denied null"]);
    const run = await submitted(fake, getPods, askerIn(threadOf, megan));
    expect(run).toMatchObject({ rule: "leads-read", task: { clusterAdmin: true } });
  });
});

describe("the second lock: Azure, shown only to whom the policy lets through", () => {
  const nothing = collected({ clusters: [], problem: null });
  const unreadable = unavailable("denied", "The cluster could not be read.", [readCluster]);

  test.each([
    ["sees no cluster", { clusters: nothing }, { needs: { action: readCluster.action }, role: "Reader" }],
    ["may not read it", { cluster: unreadable }, { needs: readCluster, role: "Reader" }],
  ])("%s: the action, its scope and the smallest role; no run", async (_name, change, shown) => {
    const fake = start(change);
    await answerQuestion(fake.services, askerIn(threadOf), getPods);
    expect(fake.said.map(({ answer }) => answer)).toEqual([
      expect.objectContaining({ kind: "azureDenied", requester: alex }),
    ]);
    expect(fake.said[0]?.answer).toMatchObject(shown);
    expect(trail(fake)).toEqual(["run.authorize denied oncall-reads"]);
    expect(fake.memory.audit[0]?.detail).toMatchObject({ verb: "get", byAzure: true });
  });

  test.each([
    ["run `kubectl get secrets` on prod-1", "denied", "run.authorize denied no-secrets"],
    ["run `kubectl get pods` on prod-1", "azureDenied", "run.authorize denied oncall-reads"],
  ])("Azure shows no cluster and the question is %s", async (text, kind, entry) => {
    const fake = start({ clusters: nothing });
    await answerQuestion(fake.services, askerIn(threadOf), text);
    expect(kinds(fake)).toEqual([kind]);
    expect(trail(fake)).toEqual([entry]);
  });

  test("Azure does not answer: said as that, and no run", async () => {
    const fake = start({ cluster: unavailable("timedOut", "Azure did not answer in time.") });
    await answerQuestion(fake.services, askerIn(threadOf), getPods);
    expect(fake.said[0]?.answer).toMatchObject({
      kind: "failure",
      failure: { code: "timedOut", done: "Nothing was sent to the cluster." },
    });
  });
});

describe("an output for the requester alone", () => {
  const policy = policyOf(allow("oncall-private", "oncall", "show: personal"));

  test("goes to their own chat, and the thread hears where it went", async () => {
    const fake = start({ policy });
    await fake.services.store.saveConversation(chatOf(alex));
    const run = await submitted(fake);
    expect(run).toMatchObject({ show: "personal", conversation: chatOf(alex) });
    expect(fake.said.map(({ to, answer }) => [to, answer.kind])).toEqual([
      [chatOf(alex).key, "run"],
      [threadOf(alex).key, "sentPrivately"],
    ]);
  });

  test("asked there: stays there", async () => {
    const fake = start({ policy });
    await submitted(fake, getPods, askerIn(chatOf));
    expect(fake.said.map(({ to }) => to)).toEqual([chatOf(alex).key]);
  });

  test("without such a chat: says how to open one, and nothing is queued", async () => {
    const fake = start({ policy });
    await fake.services.store.saveConversation(chatOf(megan));
    await answerQuestion(fake.services, askerIn(threadOf), getPods);
    expect(fake.said.map(({ answer }) => answer)).toEqual([
      expect.objectContaining({ failure: expect.objectContaining({ code: "noPersonalChat" }) }),
    ]);
    expect(fake.memory.audit).toEqual([]);
  });
});

test("Teams does not take the card: the run is queued all the same, and its card waits", async () => {
  const fake = start({ teamsDown: "posts" });
  const run = await submitted(fake);
  expect(await stored(fake, run.id)).toMatchObject({ status: { state: "queued" } });
  expect(fake.memory.outbox.entries.get(`run|${run.id}`)).toMatchObject({ state: "waiting" });
});

test("of two rules the more careful one decides who sees the output", async () => {
  const policy = policyOf(allow("open", "oncall"), allow("careful", "leads", "show: personal"));
  const memberships = { [alex.objectId]: memberOf("oncall", "leads") };
  const run = await submitted(
    start({ policy, memberships, cluster: collected(prod) }),
    getPods,
    askerIn(chatOf),
  );
  expect(run).toMatchObject({ show: "personal", rule: "careful" });
});
