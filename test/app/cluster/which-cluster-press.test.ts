// A question about which cluster is meant: when Azure does not tell, what it costs, and what its buttons do.
import { completeSignIn } from "../../../src/app/conversation/complete-sign-in.ts";
import { commandText } from "../../../src/core/command/grammar/command-request.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import type { Answer } from "../../../src/core/conversation/answer.ts";
import { readCardAction } from "../../../src/core/conversation/card-action.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, chatOf, megan, threadOf } from "../../fakes/people.ts";
import type { FakeServices } from "../../fakes/services.ts";
import { nodesOf } from "../../presenters/card-rules.ts";
import { unavailable } from "../../unavailable.ts";
import { inThread, outdated, type Press, press } from "../pressing.ts";
import { allow, kinds, stored, summaryOf, trail } from "../setup.ts";
import {
  asked,
  before,
  both,
  cases,
  edge,
  few,
  nameOf,
  outcome,
  policy,
  prod,
  twins,
} from "./clusters-seen.ts";

const oneUnlisted = { is: "notListed", unlisted: 1, subscriptions: 2, said: [] } as const;

const onlyOnce = { text: "Only the person who asked can choose, once. Please ask the question yourself." };

describe("where Azure does not tell which clusters there are", () => {
  const failed = unavailable("failed", "Azure did not answer.");
  const part = collected({
    clusters: few,
    problem: oneUnlisted,
    passing: true as const,
  });
  const ownRights = collected({
    clusters: [prod],
    problem: oneUnlisted,
  });
  test.each([
    ["nothing is listed", failed, "kubectl get nodes node-7", prod, "? prod-1 as typed"],
    ["nothing is listed", failed, "kubectl get pods", prod, "? prod-1 as typed"],
    ["nothing is listed", failed, "kubectl get pods in payments", prod, "? prod-1 as typed"],
    ["nothing is listed", failed, "kubectl get pods -A edge-1", prod, "refused"],
    ["nothing is listed", failed, "kubectl get pods edge-1", null, "failure"],
    ["nothing is listed", failed, "kubectl version", prod, before],
    ["nothing is listed", failed, "diagnose", prod, before],
    ["a part is listed", part, "kubectl get nodes node-7", prod, "? prod-1 as typed"],
    ["a part is listed", part, "kubectl get nodes edge-1", prod, both],
    ["no right to list the rest", ownRights, "kubectl get nodes edge-1", prod, before],
    [
      "no right to list any",
      unavailable("denied", "Azure says no."),
      "kubectl get nodes edge-1",
      prod,
      before,
    ],
  ])("%s: %j", async (_name, clusters, typed, last, expected) => {
    expect(outcome(await asked(typed, [], last, { clusters }))).toBe(expected);
  });

  test("the card says why it asks", async () => {
    const fake = await asked("kubectl get nodes node-7", [], prod, { clusters: failed });
    expect(fake.said[0]?.answer).toMatchObject({
      words: ["nodes", "node-7"],
      unlisted: { is: "unread", said: "Azure did not answer." },
    });
  });
});

describe("what the question costs", () => {
  test.each([
    ["kubectl get nodes edge-1", ["list"]],
    ["kubectl get pods", ["list", "read"]],
    ["kubectl version", ["read"]],
    ["diagnose", []],
    [`kubectl get nodes edge-1 on ${prod.id}`, ["read"]],
    ["kubectl get nodes edge-1 on prod-1", ["list", "read"]],
  ])("%j asks Azure for %j", async (typed, calls) => {
    expect((await asked(typed, few, prod)).azure).toEqual(calls);
  });

  test("nothing where the policy allows this person nothing, and no cluster's name is told", async () => {
    const fake = await asked("kubectl get nodes edge-1", few, prod, {}, askerIn(threadOf, adele));
    expect([kinds(fake), fake.azure, trail(fake)]).toEqual([["denied"], [], ["run.authorize denied null"]]);
    expect(JSON.stringify(fake.said)).not.toContain(edge.id);
  });

  test("a refusal is still said before anybody signs in", async () => {
    const failure = { code: "signInNeeded", why: "signInNeeded" } as const;
    const fake = await asked("kubectl attach edge-1", few, prod, { signIn: { ok: false, failure } });
    expect([kinds(fake), fake.signInCards]).toEqual([["refused"], []]);
  });
});

/** Presses the button of this option of the question that was asked last. */
async function choose(fake: FakeServices, index: number, asker = inThread()): Promise<unknown> {
  const answer = fake.said.findLast(({ answer: { kind } }) => kind === "whichCluster")?.answer;
  const buttons = answer === undefined ? [] : buttonsOf(answer);
  return press(fake, asker, buttons[index] ?? { verb: "none" });
}

const buttonsOf = (answer: Answer): readonly Press[] =>
  nodesOf(present(answer, messages("en")).card)
    .filter(({ type }) => type === "Action.Execute")
    .flatMap(({ data }) => readCardAction(data) ?? []);

async function chosen(fake: FakeServices): Promise<string> {
  const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
  return run.task.kind === "command"
    ? `${commandText(run.task.request)} on ${nameOf(run.cluster)}`
    : run.task.kind;
}

describe("a button of the question", () => {
  const typed = "kubectl get nodes edge-1";

  test.each([
    ["the word's cluster", few, typed, 0, "kubectl get nodes on edge-1"],
    ["the words as typed", few, typed, 1, "kubectl get nodes edge-1 on prod-1"],
    ["one of several", few, "kubectl get nodes edge-1 edge-2", 1, "kubectl get nodes edge-1 on edge-2"],
    ["one of a name", twins, "kubectl get nodes twin", 1, "kubectl get nodes on rg-b/twin"],
    ["one of a case", cases, "kubectl get nodes edge-1", 1, "kubectl get nodes on rg-high/Edge-1"],
    [
      "a sentence's words go",
      few,
      "kubectl get nodes the edge-1 cluster please",
      0,
      "kubectl get nodes on edge-1",
    ],
    [
      "with its filter",
      few,
      "kubectl get nodes edge-1 | grep -i ready",
      0,
      "kubectl get nodes | grep -i ready on edge-1",
    ],
    [
      "a value stays",
      few,
      "kubectl get pods -n edge-1 edge-1",
      0,
      "kubectl get pods --namespace=edge-1 on edge-1",
    ],
  ])("%s: what its line says is what is run, once", async (_name, clusters, text, index, expected) => {
    const fake = await asked(text, clusters, prod);
    expect(await choose(fake, index)).toMatch(/^Started/);
    expect(await chosen(fake)).toBe(expected);
    const answer = fake.said[0]?.answer;
    const shown = answer?.kind === "whichCluster" ? parseKubectl(answer.options[index]?.command ?? "") : null;
    const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
    expect(run.task).toMatchObject({ request: shown?.ok ? shown.request : {} });
    expect(run.cluster.remembered).toBeUndefined();
    expect(await choose(fake, index)).toEqual(onlyOnce);
  });

  test("can-i is answered for the chosen cluster, and nothing is run", async () => {
    const fake = await asked("can-i kubectl get nodes edge-1", few, prod);
    await choose(fake, 0);
    expect(fake.said.at(-1)?.answer).toMatchObject({
      kind: "canI",
      cluster: "edge-1",
      asked: "kubectl get nodes",
    });
    expect([trail(fake), fake.sent]).toEqual([["run.canI allowed oncall-all"], []]);
  });

  test("another person cannot choose, and takes nothing away", async () => {
    const fake = await asked(typed, few, prod);
    expect(await choose(fake, 0, inThread(megan))).toEqual(onlyOnce);
    expect(await choose(fake, 0)).toMatch(/^Started/);
  });

  test("the choice is authorized anew: what changed meanwhile counts", async () => {
    const fake = await asked(typed, few, prod);
    fake.world.policy = policyOf(
      allow("oncall-reads", "oncall").replace('clusters: ["*"]', 'clusters: ["prod-*"]'),
    );
    await choose(fake, 0);
    expect([kinds(fake), trail(fake)]).toEqual([["whichCluster", "denied"], ["run.authorize denied null"]]);
  });

  test.each([
    ["a cluster that no word names", summaryOf("vault-1").id, outdated],
    ["another subscription's cluster of this name", edge.id.replace(/[0-9a-f]{8}-/, "00000000-"), outdated],
    ["a bare name", "edge-1", outdated],
    ["nothing", undefined, outdated],
    ["what was offered", edge.id, /^Started/],
  ])("a press made by hand with %s", async (_name, cluster, expected) => {
    const fake = await asked(typed, few, prod);
    const answer = fake.said[0]?.answer;
    const pending = answer?.kind === "whichCluster" ? answer.pendingId : "";
    const said = await press(fake, inThread(), { verb: "pick.word", pending, cluster });
    expect(said).toEqual(expected instanceof RegExp ? expect.stringMatching(expected) : expected);
    // Whatever was put in, the words are those that were typed, and the id is authorized like a typed one.
    const runs = await fake.services.store.runsOf(alex, 5);
    expect(runs.map((run) => run.cluster.id)).toEqual(expected instanceof RegExp ? [cluster] : []);
  });

  test("a choice after a diagnosis question does nothing", async () => {
    const fake = await asked("diagnose twin", twins, prod);
    const answer = fake.said[0]?.answer;
    const pending = answer?.kind === "pickCluster" ? answer.pendingId : "";
    expect(await press(fake, inThread(), { verb: "pick.word", pending, cluster: twins[1]?.id })).toEqual(
      outdated,
    );
  });
});

describe("another name of a cluster, which may be a namespace", () => {
  const payments = summaryOf("pay-eu-1", "rg-pay");
  const all = [...few, payments];
  const aliased = { policy: { ...policy, aliases: { payments: "rg-pay/pay-eu-1" } } };
  const spaces = "? pay-eu-1 or prod-1 as typed";

  test.each([
    ["pods in payments", prod, spaces],
    ["Pods in Payments?", prod, spaces],
    // A log needs a namespace, so the word is one.
    ["show me the logs of api in payments", prod, before],
    ["zeig mir die Pods in payments", prod, spaces],
    ["pods in pay", prod, spaces],
    ["pods in payments on prod-1", prod, "prod-1"],
    ["pods in payments on edge-1", prod, "edge-1"],
    ["pods in payments on prod-1", null, "prod-1"],
    ["pods in payments", null, "pay-eu-1"],
    ["pods in payments", payments, "pay-eu-1"],
    ["pods in pay-eu-1", prod, "pay-eu-1"],
    ["pods on payments", prod, "pay-eu-1"],
    ["pods in the payments namespace", prod, before],
    ["diagnose payments", prod, "pay-eu-1"],
  ])("%j → %s", async (typed, last, expected) => {
    expect(outcome(await asked(typed, all, last, aliased))).toBe(expected);
  });

  test.each([
    [0, "kubectl get pods --all-namespaces on pay-eu-1"],
    [1, "kubectl get pods --namespace=payments on prod-1"],
  ])("button %s runs what its line says, once", async (index, expected) => {
    const fake = await asked("pods in payments", all, prod, aliased);
    expect(await choose(fake, index)).toMatch(/^Started/);
    expect(await chosen(fake)).toBe(expected);
    const answer = fake.said[0]?.answer;
    const shown = answer?.kind === "whichCluster" ? parseKubectl(answer.options[index]?.command ?? "") : null;
    const run = await stored(fake, fake.memory.audit.at(-1)?.runId);
    expect(run.task).toMatchObject({ request: shown?.ok ? shown.request : {} });
    expect(await choose(fake, index)).toEqual(onlyOnce);
  });

  test.each([
    ["as typed on the cluster of the other button", "pick.typed", payments.id],
    ["as typed on another visible one", "pick.typed", edge.id],
    ["without the word on the cluster of the other button", "pick.word", prod.id],
    ["without the word on another visible one", "pick.word", edge.id],
    ["as a choice by name", "pick", payments.id],
  ])("what no button showed is not run: %s", async (_what, verb, cluster) => {
    const fake = await asked("pods in payments", all, prod, aliased);
    const answer = fake.said[0]?.answer;
    const pending = answer?.kind === "whichCluster" ? answer.pendingId : "";
    expect(await press(fake, inThread(), { verb, pending, cluster })).toEqual(outdated);
    expect([trail(fake), fake.sent]).toEqual([[], []]);
  });

  test("the namespace stays one where the cluster spoken of before begins like it", async () => {
    const fake = await asked(
      "pods in payments",
      [...all, summaryOf("payments-1")],
      summaryOf("payments-1"),
      aliased,
    );
    await choose(fake, 1);
    expect(await chosen(fake)).toBe("kubectl get pods --namespace=payments on payments-1");
  });
});

describe("everywhere the same", () => {
  test.each([
    ["in a thread", askerIn(threadOf)],
    ["in the personal chat", askerIn(chatOf)],
  ])("%s", async (_name, asker) => {
    expect(outcome(await asked("kubectl get nodes edge-1", few, prod, {}, asker))).toBe(both);
  });

  test("after a sign-in that the question waited for", async () => {
    const failure = { code: "signInNeeded", why: "signInNeeded" } as const;
    const fake = await asked("kubectl get nodes edge-1", few, prod, { signIn: { ok: false, failure } });
    fake.world.signIn = null;
    await completeSignIn(fake.services, askerIn(chatOf));
    expect(outcome(fake)).toBe(both);
    await choose(fake, 0);
    expect(await chosen(fake)).toBe("kubectl get nodes on edge-1");
  });

  test("what looks like a secret is refused instead of asked about", async () => {
    const jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl";
    const fake = await asked(`kubectl get nodes edge-1 | grep ${jwt}`, few, prod);
    expect(kinds(fake)).toEqual(["refused"]);
    expect(JSON.stringify(fake.said)).not.toContain(jwt.slice(0, 12));
  });
});
