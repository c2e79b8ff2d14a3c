// "Request this change": the command that mends a cause inside the cluster, offered where a rule lets somebody have it done,
// and asked for like every change.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { mayBeChanged } from "../../../src/app/fix/who-does-it.ts";
import { changeOf } from "../../../src/core/change/proposed-change.ts";
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import type { FixStep } from "../../../src/core/fix/write/actions.ts";
import { fixOf } from "../../../src/core/fix/write/fix.ts";
import type { Policy } from "../../../src/core/policy/policy.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { ids as policyIds } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { World } from "../../fakes/services.ts";
import { brokenDiagnosis } from "../../fixtures/diagnoses.ts";
import { fixSteps } from "../../fixtures/fix-steps.ts";
import { type Printed, printedFor } from "../../fixtures/in-cluster-printed.ts";
import { saidNote } from "../../said.ts";
import {
  approved,
  asked,
  byLeads,
  cardOf,
  lee,
  mayChange,
  policyOf,
  policyWith,
  startChanging,
  usual,
  wordsOf,
} from "../change/changing.ts";
import { elsewhere, inThread, outdated, press } from "../pressing.ts";
import { allow, kinds, stored, submitted, trail, withoutEntra } from "../setup.ts";

const { rootCause: cause } = brokenDiagnosis;
if (cause === null) throw new Error("no cause");

/** A diagnosis whose cause is mended by these steps. */
const mendedBy = (...steps: readonly FixStep[]): Diagnosis => ({
  ...brokenDiagnosis,
  rootCause: { ...cause, check: "k8s.coredns", fix: fixOf(steps, { is: "podsReplaced" }), repairs: [] },
});

const node = (name: string) => ({ kind: "uncordonNode", node: name }) as const;
const policy = (name: string) => ({ ...fixSteps.deleteNetworkPolicy, name }) as FixStep;

test.each([
  [
    "one command",
    [fixSteps.restartDeployment],
    "kubectl rollout restart deployment/coredns --namespace=kube-system",
  ],
  ["one for each of several nodes", [node("node-1"), node("node-2")], "kubectl uncordon node-1 node-2"],
  [
    "one for each of several objects",
    [policy("one"), policy("two"), policy("three")],
    "kubectl delete networkpolicy one two three --namespace=kube-system",
  ],
  ["two that are not alike", [fixSteps.restartDeployment, node("node-1")], undefined],
  ["one of Azure CLI", [fixSteps.startCluster], undefined],
] as const)("%s", (_name, steps, command) => {
  expect(changeOf(mendedBy(...(steps as readonly FixStep[])))?.command).toBe(command);
});

const restart = mendedBy(fixSteps.restartDeployment);

/** A diagnosis of Alex's in the thread, as if it had found that. */
async function found(fake: ReturnType<typeof startChanging>, diagnosis = restart): Promise<Run> {
  const run = await submitted(fake, "diagnose prod-1");
  const { store } = fake.services;
  await store.moveRun(run.id, ["queued"], { state: "running", startedAt: run.createdAt }, [], null);
  const finishedAt = fake.services.clock.now().toISOString();
  const state = { state: "succeeded", finishedAt, result: null, diagnosis } as const;
  await store.moveRun(run.id, ["running"], state, [], null);
  return stored(fake, run.id);
}

const request = (run: Run) => ({ verb: "change.request", run: run.id });
const lastChange = async (fake: ReturnType<typeof startChanging>) =>
  stored(fake, fake.memory.audit.findLast(({ action }) => action === "change.submit")?.runId);

const unreadable = {
  ...{ status: "unavailable", reason: "timedOut", needs: [] },
  message: { is: "noAnswerInTime" },
} as never;

describe("whether a card offers it", () => {
  test.each([
    ["a rule lets the asker", usual, restart, true],
    ["no rule lets anybody", policyWith(), restart, false],
    ["nothing but Azure is to be changed", usual, brokenDiagnosis, false],
    [
      "the cluster has no Entra, and no rule lets the asker have all power there",
      usual,
      "withoutEntra",
      false,
    ],
    ["the cluster cannot be read", usual, "unreadable", false],
  ])("%s", async (_name, rules, what, isOffered) => {
    const fake = startChanging({ policy: rules });
    const run = await found(fake);
    if (what === "withoutEntra") fake.world.cluster = withoutEntra;
    if (what === "unreadable") fake.world.cluster = unreadable;
    const { userId, requester } = inThread();
    const signedIn = await fake.services.credentials.forUser(userId, requester);
    if (!signedIn.ok) throw new Error("signed out");
    const diagnosis = typeof what === "string" ? restart : what;
    const offer = await mayBeChanged(fake.services, signedIn.credential, run, diagnosis);
    expect(offer).toEqual({ isOffered, why: null });
  });
});

describe("who is missing where it is not offered", () => {
  const member = ({ objectId, displayName: name }: Requester) => ({ objectId, userId: objectId, name });
  const groups = {
    [policyIds.leads]: { members: [megan.objectId], name: "leads" },
    [policyIds.oncall]: { members: [alex.objectId, adele.objectId], name: "oncall" },
  };
  const inAzure = collected([{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }]);
  const byLeadsOf = (group: string) => policyWith(mayChange(byLeads(), "", group));

  test.each<[string, Partial<World>, boolean, object | null]>([
    ["a lead is here", { members: [member(alex), member(megan)] }, true, null],
    [
      "nobody but whoever asks",
      { members: [member(alex)] },
      false,
      { is: "tooFew", groups: ["leads"], count: 1, here: 0 },
    ],
    [
      "whoever asks is the only lead",
      {
        members: [member(alex), member(adele)],
        groups: { [policyIds.leads]: { members: [alex.objectId], name: "leads" } },
      },
      false,
      { is: "tooFew", groups: ["leads"], count: 1, here: 0 },
    ],
    ["who is here is not known", { members: null }, true, null],
    ["who is a lead may not be read", { members: [member(alex)], groups: {} }, true, null],
    [
      "whoever asks may send no command in Azure",
      { members: [member(alex), member(megan)], permissionsOf: { [alex.objectId]: inAzure } },
      false,
      { is: "mayNotSend", action: "Microsoft.ContainerService/managedClusters/runCommand/action" },
    ],
    [
      "only somebody else who is here may ask, and a lead is here",
      {
        policy: byLeadsOf("leads"),
        members: [member(alex), member(megan), member(lee)],
        groups: {
          [policyIds.leads]: { members: [megan.objectId, lee.objectId], name: "leads" },
        },
      },
      true,
      null,
    ],
    [
      "the only one who may ask would have to agree, too",
      { policy: byLeadsOf("leads"), members: [member(alex), member(megan)] },
      false,
      { is: "tooFew", groups: ["leads"], count: 1, here: 0 },
    ],
    [
      "nobody who may ask is here",
      { policy: byLeadsOf("leads"), members: [member(alex)] },
      false,
      { is: "noAsker", groups: ["leads"] },
    ],
    [
      "a rule closes it to them",
      {
        policy: policyWith(
          mayChange(byLeads()),
          '{ id: closed, effect: deny, groups: [oncall], clusters: ["*"], change: { verbs: ["*"], resources: [deployments], namespaces: ["*"] } }',
        ),
        members: [member(alex), member(megan)],
      },
      false,
      null,
    ],
  ])("%s", async (_, world, isOffered, why) => {
    const fake = startChanging({ groups, ...world });
    const run = await found(fake);
    const { userId, requester } = inThread();
    const signedIn = await fake.services.credentials.forUser(userId, requester);
    if (!signedIn.ok) throw new Error("signed out");
    const offer = await mayBeChanged(fake.services, signedIn.credential, run, restart);
    expect(offer).toEqual({ isOffered, why });
  });

  test("the card says it in a line", async () => {
    const fake = startChanging({ groups, members: [member(alex)] });
    const run = await found(fake);
    const { status } = run;
    if (status.state !== "succeeded") throw new Error(status.state);
    const notOffered = { is: "tooFew", groups: ["leads"], count: 1, here: 0 } as const;
    expect(
      wordsOf({ kind: "run", run: { ...run, status: { ...status, notOffered } }, page: null }),
    ).toContain(
      "It cannot be requested here: a member of leads has to agree besides whoever asks, and none is in this conversation.",
    );
  });
});

describe("who presses it", () => {
  test("whoever may: it is asked for as by themselves, with the diagnosis as its reason, and waits for approval", async () => {
    const fake = startChanging();
    const diagnosis = await found(fake);
    await press(fake, inThread(), request(diagnosis));
    const run = await lastChange(fake);
    expect(run.task).toMatchObject({
      ...{ kind: "change", of: diagnosis.id, reason: `k8s.coredns, ${diagnosis.id}` },
      request: { argv: ["kubectl", "rollout", "restart", "deployments/coredns", "--namespace=kube-system"] },
    });
    expect(fake.memory.audit.find(({ runId }) => runId === run.id)?.detail).toMatchObject({
      of: diagnosis.id,
    });
    await executeRun(fake.services, run.id);
    expect((await stored(fake, run.id)).status.state).toBe("pendingApproval");
    expect(fake.api.made).toBe(0);
  });

  test("made: the diagnosis says by whom and when, and offers it no more", async () => {
    const fake = startChanging();
    const diagnosis = await found(fake);
    await press(fake, inThread(), request(diagnosis));
    await executeRun(fake.services, (await lastChange(fake)).id);
    await approved(fake, await lastChange(fake));
    expect(fake.api.made).toBe(1);
    const card = cardOf(fake, diagnosis.id);
    expect(card).toMatch(/^✔ Changed 2026-11-25 03:0\d UTC by Alex Wilber\. Press “Check again”/);
    expect(card).not.toContain("[Request this change]");
  });

  test("somebody whom no rule lets: denied, and written down", async () => {
    const fake = startChanging();
    const diagnosis = await found(fake);
    for (const who of [megan, adele]) {
      await press(fake, inThread(who), request(diagnosis));
      expect(kinds(fake).at(-1)).toBe("denied");
      expect(trail(fake).at(-1)).toBe("change.authorize denied null");
    }
  });

  test("from another channel: outdated", async () => {
    const fake = startChanging();
    expect(await press(fake, elsewhere(megan), request(await found(fake)))).toEqual(outdated);
  });

  test("more than an hour later, and of what is mended in Azure: told so", async () => {
    const fake = startChanging();
    const [inCluster, inAzure] = [await found(fake), await found(fake, brokenDiagnosis)];
    expect(await press(fake, inThread(), request(inAzure))).toEqual({ text: saidNote({ is: "noSuchFix" }) });
    await fake.services.clock.sleep(61 * 60_000);
    expect(await press(fake, inThread(), request(inCluster))).toEqual({
      text: saidNote({ is: "fixTooOld" }),
    });
  });
});

describe("once it is done, what came of it is diagnosed, inside as well", () => {
  const broken: Printed = { systemSlices: [["kube-dns"], [], []] };
  const well: Printed = {};
  const unseen: Printed = {
    systemSlices: { error: "Error from server (Forbidden): endpointslices is forbidden" },
  };
  const changes = mayChange(byLeads());
  const looking = (group: string) => allow("reads-inside", group, "diagnose-inside: true, show: thread");

  /** `looks`: what the cluster shows from then on, one after the other, the last of them again and again. */
  async function made(policy: Policy, ...looks: readonly Printed[]) {
    const fake = startChanging({ policy: policyOf(looking("oncall"), changes) });
    const { printed = () => "" } = fake.world;
    const left = [...looks];
    fake.world.printed = (line) => {
      if (/begin (?:version-|apply)/.test(line)) return printed(line);
      const isNext = line.includes("begin systemSlices") && left.length > 1;
      return printedFor(line, (isNext ? left.shift() : left[0]) ?? {});
    };
    const diagnosis = await found(fake);
    fake.world.policy = policy;
    await press(fake, inThread(), request(diagnosis));
    await executeRun(fake.services, (await lastChange(fake)).id);
    const run = await approved(fake, await lastChange(fake));
    if (run.status.state !== "succeeded") throw new Error(run.status.state);
    return { fake, run, diagnosis, left, found: run.status.diagnosis };
  }

  const reads = policyOf(looking("oncall"), changes);

  test("mended: the card and the diagnosis are green, and the trail has the verdict", async () => {
    const { fake, run, diagnosis, found } = await made(reads, well);
    expect(found).toMatchObject({ verdict: "healthy", rootCause: null });
    expect(cardOf(fake, run.id)).toMatch(/^✔ Done: .*\n✔ Reachable and well: prod-1/);
    expect(cardOf(fake, diagnosis.id)).toMatch(/^✔ Fixed .* by Alex Wilber/);
    expect(fake.memory.audit.findLast(({ action }) => action === "change.finish")?.detail).toMatchObject({
      ...{ verdict: "healthy", exitCode: 0 },
    });
  });

  test("mended only after a while: it is looked at again", async () => {
    const { found, left } = await made(reads, broken, well, broken);
    expect([found?.verdict, left]).toEqual(["healthy", [broken]]);
  });

  test("not mended: it is looked at three times, and nobody calls it fixed", async () => {
    const { fake, run, diagnosis, found, left } = await made(reads, broken, broken, broken, well);
    expect([found?.rootCause?.check, left]).toEqual(["k8s.coredns", [well]]);
    expect(cardOf(fake, run.id)).toContain("CoreDNS");
    expect(cardOf(fake, diagnosis.id)).toMatch(/^✔ Changed /);
  });

  test.each<[string, Policy, Printed]>([
    ["Kubernetes does not show what was wrong", reads, unseen],
    ["no rule lets them look inside", policyWith(changes), well],
    ["no rule lets them diagnose", policyOf(looking("leads"), changes), well],
  ])("%s: it is done, and nobody calls it well", async (_, policy, look) => {
    const { fake, diagnosis, found } = await made(policy, look);
    expect(found).toBeNull();
    expect(cardOf(fake, diagnosis.id)).toMatch(/^✔ Changed /);
  });

  test("what somebody typed is followed by none", async () => {
    const fake = startChanging({ policy: reads });
    const { status } = await approved(fake, await asked(fake));
    expect(status).toMatchObject({ state: "succeeded", diagnosis: null });
    expect(fake.azure).not.toContain("collect");
  });
});
