// A change that a diagnosis proposed, where Kubernetes does not let whoever asked: it runs as one of those who agree, where a
// rule says so, and as nobody else. What somebody typed never does.
import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import { isProposedBy } from "../../../src/core/change/proposed-change.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected, unavailable } from "../../../src/core/snapshot/section.ts";
import { memberOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import { brokenDiagnosis } from "../../fixtures/diagnoses.ts";
import { fixSteps } from "../../fixtures/fix-steps.ts";
import {
  approving,
  asked,
  byLeads,
  type Changing,
  cardOf,
  lee,
  mayChange,
  policyWith,
  pressed,
  startChanging,
  trailOf,
  work,
} from "../change/changing.ts";
import { inThread, press } from "../pressing.ts";
import { setMode, stored, submitted } from "../setup.ts";

const { rootCause: cause } = brokenDiagnosis;
if (cause === null) throw new Error("no cause");
const fix = { steps: [fixSteps.restartDeployment], risks: [], disruptive: false, roles: [] };
const restart = { ...brokenDiagnosis, rootCause: { ...cause, check: "k8s.coredns", fix, repairs: [] } };
const line = "kubectl rollout restart deployment/coredns --namespace=kube-system";

const lends = ", runAs: approver";
const lending = policyWith(mayChange(byLeads(1, lends)));
const closedToLeads =
  '{ id: no-leads, effect: deny, groups: [leads], clusters: ["*"], change: { verbs: ["*"], resources: [deployments], namespaces: ["*"] } }';

/** Kubernetes lets Alex read alone. */
function start(policy = lending): Changing {
  const fake = startChanging({ policy });
  fake.api.mayNot = true;
  return fake;
}

/** What a diagnosis of Alex's found. */
async function diagnosed(fake: Changing): Promise<Run> {
  const run = await submitted(fake, "diagnose prod-1");
  const { store, clock } = fake.services;
  await store.moveRun(run.id, ["queued"], { state: "running", startedAt: run.createdAt }, [], null);
  const finishedAt = clock.now().toISOString();
  const state = { state: "succeeded", finishedAt, result: null, diagnosis: restart } as const;
  await store.moveRun(run.id, ["running"], state, [], null);
  return stored(fake, run.id);
}

/** Asked for by Alex, and looked at. */
async function proposed(fake: Changing): Promise<Run> {
  const { id } = await diagnosed(fake);
  await press(fake, inThread(), { verb: "change.request", run: id });
  const { runId } = fake.memory.audit.findLast(({ action }) => action === "change.submit") ?? {};
  await executeRun(fake.services, runId ?? "");
  return stored(fake, runId);
}

const runAsOf = ({ status }: Run) => ("proposal" in status ? status.proposal.runAs : status.state);
/** Who has sent what changes something. */
const senders = ({ sent }: Changing) =>
  sent.filter(({ commandLine }) => commandLine.includes("begin apply")).map(({ by }) => by);
const approve = (fake: Changing, run: Run, who: Requester = megan) => pressed(fake, who, approving(run));
const done = async (fake: Changing, run: Run): Promise<Run> => {
  await work(fake, run);
  return stored(fake, run.id);
};

test("it is looked at as who asked, and sent as who approved: both are on the card and on the trail", async () => {
  const fake = start();
  const run = await proposed(fake);
  expect(runAsOf(run)).toBe("approver");
  const card = await pressed(fake, megan, { verb: "change.review", run: run.id });
  expect(card).toContain("it runs as whoever approves it, with their rights in the cluster");
  expect(card).toContain("Kubernetes does not let Alex Wilber");
  expect(card).toContain("deployment/coredns");
  expect(senders(fake)).toEqual([]);
  expect(await approve(fake, run)).toContain("Approved");
  const ended = await done(fake, run);
  expect(ended.status.state).toBe("succeeded");
  expect(fake.sent.map(({ by }) => by).slice(0, 2)).toEqual(["Alex Wilber", "Megan Bowen"]);
  expect([senders(fake), fake.api.made]).toEqual([["Megan Bowen"], 1]);
  expect(cardOf(fake, run.id)).toContain("Asked by Alex Wilber, approved and run by Megan Bowen");
  expect(cardOf(fake, run.id)).toContain("Done once, as Megan Bowen.");
  expect(trailOf(fake, run.id)).toEqual([
    ...["submit allowed", "look recorded", "propose recorded"].map((entry) => `Alex ${entry}`),
    "Megan review allowed",
    ...["approve allowed", "start recorded", "sent recorded", "finish succeeded"].map(
      (entry) => `Megan ${entry}`,
    ),
  ]);
  const finish = fake.memory.audit.findLast(({ action }) => action === "change.finish");
  expect(finish?.detail).toMatchObject({ askedBy: alex.objectId, runAs: "approver" });
});

describe("nobody else's rights are used", () => {
  test.each([
    ["Kubernetes lets whoever asked", lending, false],
    ["the rule says nothing of it", policyWith(mayChange(byLeads())), true],
  ])("where %s", async (_, policy, mayNot) => {
    const fake = start(policy);
    fake.api.mayNot = mayNot;
    const run = await proposed(fake);
    expect(runAsOf(run)).toBeUndefined();
    await approve(fake, run);
    await done(fake, run);
    expect(senders(fake)).toEqual(["Alex Wilber"]);
  });

  test("for what somebody typed, though it is the very command and names the diagnosis", async () => {
    const fake = start();
    const { id } = await diagnosed(fake);
    const run = await asked(fake, `run \`${line}\` on prod-1 because k8s.coredns, ${id}`);
    expect(runAsOf(run)).toBeUndefined();
    expect(fake.sent.some(({ commandLine }) => commandLine.includes("can-i"))).toBe(false);
    await approve(fake, run);
    await done(fake, run);
    expect(senders(fake)).toEqual(["Alex Wilber"]);
  });
});

test("only the very command that a diagnosis of the same cluster proposed counts as that", async () => {
  const fake = start();
  const diagnosis = await diagnosed(fake);
  const { task, cluster } = await proposed(fake);
  if (task.kind !== "change") throw new Error(task.kind);
  const other = { ...task, request: { ...task.request, argv: [...task.request.argv, "--selector=all"] } };
  const elsewhere = { id: cluster.id.replace("prod-1", "prod-2") };
  expect([
    isProposedBy(diagnosis, task, cluster),
    isProposedBy(diagnosis, other, cluster),
    isProposedBy(diagnosis, task, elsewhere),
    isProposedBy({ ...diagnosis, status: { state: "queued" } }, task, cluster),
    isProposedBy(null, task, cluster),
  ]).toEqual([true, false, false, false, false]);
});

describe("a press", () => {
  const reads = collected([{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }]);
  const unread = unavailable("denied", { is: "noPrivateName" });

  test.each<[string, Requester, (fake: Changing) => unknown, string]>([
    ["of whoever asked", alex, () => {}, "somebody else has to approve it"],
    [
      "of whoever asked, a lead by now",
      alex,
      ({ world }) => {
        world.memberships[alex.objectId] = memberOf("oncall", "leads");
      },
      "somebody else has to approve it",
    ],
    ["of somebody who is no lead", adele, () => {}, "Only members of"],
    [
      "of a lead who may send no command in Azure",
      megan,
      ({ world }) => {
        world.permissionsOf = { [megan.objectId]: reads };
      },
      "in Azure you lack",
    ],
    [
      "of a lead of whom Azure tells nothing",
      megan,
      ({ world }) => {
        world.permissionsOf = { [megan.objectId]: unread };
      },
      "could not be read",
    ],
    [
      "of a lead to whom a rule closes it",
      megan,
      ({ world }) => {
        world.policy = policyWith(mayChange(byLeads(1, lends)), closedToLeads);
      },
      "rule no-leads",
    ],
    [
      "of a lead who is signed out",
      megan,
      ({ world }) => {
        world.signedOut = new Set([megan.objectId]);
      },
      "sign-in card",
    ],
  ])("%s decides nothing", async (_, who, change, said) => {
    const fake = start();
    const run = await proposed(fake);
    change(fake);
    expect(await approve(fake, run, who)).toContain(said);
    expect((await stored(fake, run.id)).status).toMatchObject({ state: "pendingApproval", approvals: [] });
    expect(senders(fake)).toEqual([]);
  });

  test("of two leads, and each worked on twice: it is sent once", async () => {
    const fake = start();
    const run = await proposed(fake);
    await Promise.all([approve(fake, run), approve(fake, run, lee)]);
    await Promise.all([work(fake, run), work(fake, run)]);
    expect([senders(fake).length, fake.api.made]).toEqual([1, 1]);
  });
});

describe("between the press and the command", () => {
  test.each<[string, (fake: Changing) => unknown, string]>([
    [
      "the approver has left the group",
      ({ world }) => {
        world.memberships[megan.objectId] = memberOf();
      },
      "denied",
    ],
    [
      "the policy lends nobody's rights any more",
      ({ world }) => {
        world.policy = policyWith(mayChange(byLeads()));
      },
      "denied",
    ],
    [
      "somebody has changed the object",
      ({ api }) => {
        api.version = "11111111-2222-4333-8444-555555555555/g5";
      },
      "failed",
    ],
    ["the mode was set", (fake) => setMode(fake, "diagnose"), "denied"],
    [
      "the approver has signed out",
      ({ world }) => {
        world.signedOut = new Set([megan.objectId]);
      },
      "pendingApproval",
    ],
  ])("%s: nothing is changed", async (_, change, state) => {
    const fake = start();
    const run = await proposed(fake);
    await approve(fake, run);
    await change(fake);
    expect((await done(fake, run)).status.state).toBe(state);
    expect(fake.api.made).toBe(0);
  });
});
