// "Would this be allowed?": both locks, neither of them turned.
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import type { PermissionEntry } from "../../../src/core/snapshot/rights.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { adele, alex, askerIn, megan, threadOf } from "../../fakes/people.ts";
import type { World } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { start, summaryOf, trail, withoutEntra } from "../setup.ts";

const runAction = "Microsoft.ContainerService/managedClusters/runCommand/action";
const resultsAction = "Microsoft.ContainerService/managedClusters/commandResults/read";
const readCluster = "Microsoft.ContainerService/managedClusters/read";
const rights = (...actions: string[]) =>
  collected<readonly PermissionEntry[]>([{ actions, notActions: [], dataActions: [], notDataActions: [] }]);
const on = (action: string) => ({ action, scope: ids.cluster });
const contributor = "Azure Kubernetes Service Contributor Role";

async function canI(command: string, change: Partial<World> = {}, who = alex) {
  const fake = start(change);
  await answerQuestion(fake.services, askerIn(threadOf, who), `can-i \`${command}\` on prod-1`);
  expect([fake.sent, await fake.services.store.runsOf(who, 1)]).toEqual([[], []]);
  const [only, ...others] = fake.said;
  expect(others).toEqual([]);
  const answer = only?.answer;
  // It tells somebody what they may do, so the trail keeps what was told.
  const told = answer?.kind === "canI" && "decision" in answer ? answer.decision : null;
  expect(fake.memory.audit.map(({ action, outcome, rule }) => [action, outcome, rule])).toEqual(
    told === null ? [] : [["run.canI", told.effect === "allow" ? "allowed" : "denied", told.rule]],
  );
  return answer;
}

describe("the policy's lock", () => {
  test.each([
    ["on call, pods", "kubectl get pods", {}, alex, { effect: "allow", rule: "oncall-reads" }],
    ["on call, Secrets", "kubectl get secrets", {}, alex, { effect: "deny", rule: "no-secrets" }],
    ["on call, Secrets unasked", "kubectl describe sa x", {}, alex, { effect: "deny", rule: "no-secrets" }],
    ["in no group", "kubectl get pods", {}, adele, { effect: "deny", rule: null }],
    [
      "on call, no Entra",
      "kubectl get pods",
      { cluster: withoutEntra },
      alex,
      { effect: "deny", rule: null },
    ],
    [
      "a lead, no Entra",
      "kubectl get pods",
      { cluster: withoutEntra },
      megan,
      { effect: "allow", rule: "leads-read" },
    ],
  ])("%s", async (_name, command, change, who, decision) => {
    expect(await canI(command, change, who)).toMatchObject({
      kind: "canI",
      cluster: "prod-1",
      decision,
      azure: { state: "allowed" },
    });
  });
});

describe("Azure's lock", () => {
  const denied = unavailable("denied", "The cluster could not be read.", [on(readCluster)]);
  test.each<[string, Partial<World>, unknown]>([
    ["every right", {}, { state: "allowed", needs: [], role: null }],
    [
      "may read only",
      { permissions: rights("*/read") },
      { state: "missing", needs: [on(runAction)], role: contributor },
    ],
    [
      "may do neither",
      { permissions: rights() },
      { state: "missing", needs: [on(runAction), on(resultsAction)], role: contributor },
    ],
    [
      "may send, not read the output",
      { permissions: rights(runAction) },
      { state: "missing", needs: [on(resultsAction)], role: "Reader" },
    ],
    [
      "the rights cannot be read",
      { permissions: unavailable("failed", "Not now.") },
      { state: "unknown", needs: [], role: null },
    ],
    [
      "the cluster may not be read",
      { cluster: denied },
      { state: "missing", needs: [on(readCluster)], role: "Reader" },
    ],
    [
      "the cluster cannot be read now: unknown is not a yes",
      { cluster: unavailable("throttled", "Azure asks to wait.") },
      { state: "unknown", needs: [], role: null },
    ],
  ])("%s", async (_name, change, azure) => {
    expect(await canI("kubectl get pods", change)).toMatchObject({ kind: "canI", azure });
  });
});

describe("Azure shows this person no cluster", () => {
  const clusters = collected({ clusters: [], problem: null });
  test.each([
    ["kubectl get pods", { effect: "allow", rule: "oncall-reads" }],
    ["kubectl get secrets", { effect: "deny", rule: "no-secrets" }],
  ])("%s: the policy is asked about the name all the same", async (command, decision) => {
    expect(await canI(command, { clusters })).toMatchObject({
      kind: "canI",
      cluster: "prod-1",
      decision,
      azure: { state: "missing", needs: [{ action: readCluster }], role: "Reader" },
    });
  });

  test("an outage is no answer about rights", async () => {
    const answer = await canI("kubectl get pods", { clusters: unavailable("failed", "Not now.") });
    expect(answer).toMatchObject({ kind: "failure" });
  });
});

describe("what changes something", () => {
  test.each([
    [
      "can-i kubectl delete pod api-0 -n payments on prod-1",
      "kubectl delete pods api-0 --namespace=payments --timeout=1m",
    ],
    [
      "am I allowed to run `kubectl rollout restart deploy/api` on prod-1?",
      "kubectl rollout restart deployments/api --namespace=default",
    ],
  ])("%s: the policy is asked", async (line, asked) => {
    const fake = start();
    await answerQuestion(fake.services, askerIn(threadOf, alex), line);
    expect(fake.said.map(({ answer }) => answer)).toMatchObject([
      { kind: "canI", asked, cluster: "prod-1", decision: { effect: "deny", rule: null } },
    ]);
    expect([fake.sent, trail(fake)]).toEqual([[], ["change.canI denied null"]]);
  });

  test.each([["can-i kubectl edit deploy/api on prod-1", "kubectl edit deploy/api", "write-not-supported"]])(
    "%s: nobody may have it done like this",
    async (line, asked, code) => {
      const fake = start();
      await answerQuestion(fake.services, askerIn(threadOf, alex), line);
      expect(fake.said.map(({ answer }) => answer)).toMatchObject([
        { kind: "canI", asked, cluster: "prod-1", refusal: { code } },
      ]);
      expect(fake.sent).toEqual([]);
    },
  );

  test("is refused without a cluster, too", async () => {
    const clusters = [summaryOf("prod-1"), summaryOf("edge-1")];
    const fake = start({ clusters: collected({ clusters, problem: null }) });
    await answerQuestion(fake.services, askerIn(threadOf, alex), "can-i kubectl edit pod api-0");
    expect(fake.said.map(({ answer }) => answer)).toMatchObject([{ kind: "refused" }]);
  });
});
