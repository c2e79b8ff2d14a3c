// Whoever asked has no role in Azure for the fix, and one of those who agree has: it is made as them, and as nobody else.
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { FixTask } from "../../../src/core/change/agreed-task.ts";
import type { Requester } from "../../../src/core/requester.ts";
import type { Run, RunState } from "../../../src/core/run/run.ts";
import type { RoleAssignment } from "../../../src/core/snapshot/rights.ts";
import { collected, unavailable } from "../../../src/core/snapshot/section.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { present } from "../../../src/presenters/present.ts";
import { memberOf, ids as policyIds, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, askerIn, megan, threadOf } from "../../fakes/people.ts";
import { everyRight, type World } from "../../fakes/services.ts";
import { fixSteps } from "../../fixtures/fix-steps.ts";
import { lee, wordsOf } from "../change/changing.ts";
import { inChat, inThread, press } from "../pressing.ts";
import { setMode, stored } from "../setup.ts";
import {
  diagnosed,
  type Fixing,
  fixing,
  fixPolicy,
  inModeDiagnose,
  newest,
  ofThree,
  proposed,
  request,
  type Script,
} from "./fixing.ts";

const lends = (count = 1) => `{ count: ${count}, groups: [leads], expires: 30m, runAs: approver }`;
const lending = fixPolicy("thread", lends());
const reads = collected([{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }]);
const unread = unavailable("denied", { is: "noPrivateName" });
/** Leads may have no fix made, whoever asks. */
const closedToLeads = {
  ...policyOf(`{ id: no-leads, effect: deny, groups: [leads], clusters: ["*"], fix: true }`),
};
const withDeny = { ...lending, rules: [...lending.rules, ...closedToLeads.rules] };

/** Alex reads alone; Megan may all. */
function start({ world, ...script }: Script = {}): Fixing {
  const memberships: World["memberships"] = {
    [alex.objectId]: memberOf("oncall"),
    [megan.objectId]: memberOf("leads"),
    [lee.objectId]: memberOf("leads"),
  };
  const permissionsOf = { [alex.objectId]: reads, [adele.objectId]: reads };
  return fixing({ ...script, world: { policy: lending, memberships, permissionsOf, ...world } });
}

/** With a line that a card can say. */
const withLine: FixTask = { ...ofThree, fix: { ...ofThree.fix, steps: [fixSteps.startCluster] } };

const hashOf = ({ status }: Run): string => ("proposal" in status ? status.proposal.hash : "");
const approve = async ({ fake }: Fixing, run: Run, who: Requester = megan): Promise<string> => {
  const said = await press(fake, inThread(who), { verb: "change.approve", run: run.id, hash: hashOf(run) });
  return typeof said === "string" ? said : JSON.stringify(said);
};
const may = ({ fake }: Fixing, who: Requester, rights: World["permissions"]) => {
  fake.world.permissionsOf = { ...fake.world.permissionsOf, [who.objectId]: rights };
};
const stateOf = async ({ fake }: Fixing, { id }: Run): Promise<RunState> => (await stored(fake, id)).status;
const writesOf = (who: string) => ["one", "two", "three"].map((name) => `${who} writes ${name}`);
const doIt = async (fixed: Fixing, run: Run): Promise<Run> => {
  await executeRun(fixed.fake.services, run.id);
  return stored(fixed.fake, run.id);
};

test("made as who approved it: both are on the trail and on the card", async () => {
  const fixed = start();
  const run = await proposed(fixed, withLine);
  const asked = wordsOf({ kind: "review", run, as: "approver" });
  expect(asked).toContain("it is made as whoever approves it, with their rights in Azure");
  expect(asked).toContain("Alex Wilber lacks it");
  expect(await approve(fixed, run)).toContain("Approved");
  const done = await doIt(fixed, run);
  expect([done.status.state, fixed.azure]).toEqual(["succeeded", writesOf("Megan Bowen")]);
  expect(wordsOf({ kind: "run", run: done, page: null })).toContain(
    "Asked by Alex Wilber, approved and run by Megan Bowen.",
  );
  const trail = fixed.fake.memory.audit.filter(({ runId }) => runId === run.id);
  const who = trail.map(({ action, actor, tenant, detail }) => [
    action,
    actor === megan.objectId ? "megan" : actor === alex.objectId ? "alex" : actor,
    tenant === megan.tenantId,
    detail.askedBy ?? null,
  ]);
  expect(who).toEqual([
    ["fix.submit", "alex", true, null],
    ["fix.look", "alex", true, null],
    ["fix.propose", "alex", true, null],
    ["change.approve", "megan", true, null],
    ...["start", "sent", "sent", "sent", "finish"].map((stage) => [
      `fix.${stage}`,
      "megan",
      true,
      alex.objectId,
    ]),
  ]);
});

test.each([
  ["whoever asked may make it", fixPolicy("thread", lends()), everyRight, writesOf("Alex Wilber")],
  ["the rule says nothing of it", fixPolicy(), reads, []],
  ["what Azure lets them is unknown", lending, unread, writesOf("Alex Wilber")],
])("%s: nobody else's rights are used", async (_, policy, rights, azure) => {
  const fixed = start({ world: { policy, permissionsOf: { [alex.objectId]: rights } } });
  const run = await proposed(fixed);
  await approve(fixed, run);
  await doIt(fixed, run);
  expect(fixed.azure).toEqual(azure);
});

describe("a press", () => {
  const otherTenant = { ...alex, tenantId: "00000000-0000-4000-8000-000000000000" };
  const notTheirTenant = { ok: false, failure: { code: "otherTenant", why: "otherTenant" } } as const;

  test.each<[string, Requester, (fixed: Fixing) => unknown, string]>([
    ["of whoever asked", alex, () => {}, "somebody else has to approve it"],
    [
      "of whoever asked, by now a lead with the role",
      alex,
      (fixed) => {
        fixed.fake.world.memberships[alex.objectId] = memberOf("oncall", "leads");
        may(fixed, alex, everyRight);
      },
      "somebody else has to approve it",
    ],
    [
      "of the same account by another tenant",
      otherTenant,
      ({ fake }) => {
        fake.world.memberships[alex.objectId] = memberOf("oncall", "leads");
        fake.world.signIn = notTheirTenant;
      },
      "could not be read",
    ],
    [
      "of somebody with the role and no lead",
      adele,
      (fixed) => may(fixed, adele, everyRight),
      "Only members of",
    ],
    ["of a lead without the role", megan, (fixed) => may(fixed, megan, reads), "in Azure you lack"],
    [
      "of a lead of whom Azure tells nothing",
      megan,
      (fixed) => may(fixed, megan, unread),
      "could not be read",
    ],
    [
      "of a lead to whom a rule closes it",
      megan,
      ({ fake }) => {
        fake.world.policy = withDeny;
      },
      "rule no-leads",
    ],
    [
      "of a lead who is not signed in",
      megan,
      ({ fake }) => {
        fake.world.signedOut = new Set([megan.objectId]);
      },
      "sign-in card",
    ],
    ["in mode diagnose", megan, inModeDiagnose, "No command is sent"],
  ])("%s decides nothing, and a lead with the role may still press", async (_, who, change, said) => {
    const fixed = start();
    const { world } = fixed.fake;
    const before = { ...world, memberships: { ...world.memberships } };
    const run = await proposed(fixed);
    await change(fixed);
    expect(await approve(fixed, run, who)).toContain(said);
    expect(await stateOf(fixed, run)).toMatchObject({ state: "pendingApproval", approvals: [] });
    Object.assign(world, before, { signedOut: new Set() });
    await setMode(fixed.fake, "full");
    expect(await approve(fixed, run)).toContain("Approved");
    await doIt(fixed, run);
    expect(fixed.azure).toEqual(writesOf("Megan Bowen"));
  });

  test("pressed twice, and worked on twice: each write is made once", async () => {
    const fixed = start();
    const run = await proposed(fixed);
    const [first, second] = await Promise.all([approve(fixed, run), approve(fixed, run)]);
    expect([first, second].filter((said) => said.includes("It is done next"))).toHaveLength(1);
    await Promise.all([executeRun(fixed.fake.services, run.id), executeRun(fixed.fake.services, run.id)]);
    expect(fixed.azure).toEqual(writesOf("Megan Bowen"));
  });
});

describe("meanwhile, between the press and the first write", () => {
  const tampered = async ({ fake }: Fixing, { id }: Run) => {
    const { status } = await stored(fake, id);
    if (status.state !== "approved") throw new Error(status.state);
    const { runAs: _, ...proposal } = status.proposal;
    await fake.services.store.moveRun(id, ["approved"], { ...status, proposal }, [], null);
  };

  /** Somebody writes into the database that whoever asked agreed. */
  const forged = async ({ fake }: Fixing, { id }: Run) => {
    const { status } = await stored(fake, id);
    if (status.state !== "approved") throw new Error(status.state);
    const approvals = status.approvals.map((each) => ({ ...each, requester: alex }));
    may({ fake } as Fixing, alex, everyRight);
    fake.world.memberships[alex.objectId] = memberOf("oncall", "leads");
    await fake.services.store.moveRun(id, ["approved"], { ...status, approvals }, [], null);
  };

  test.each<[string, (fixed: Fixing, run: Run) => unknown, string]>([
    ["who approved loses the role", (fixed) => may(fixed, megan, reads), "runnerMayNot"],
    [
      "who approved leaves the group",
      ({ fake }) => {
        fake.world.memberships[megan.objectId] = memberOf();
      },
      "approvalUnconfirmed",
    ],
    [
      "whoever asked leaves theirs",
      ({ fake }) => {
        fake.world.memberships[alex.objectId] = memberOf();
      },
      "denied",
    ],
    [
      "a rule closes it to who approved",
      ({ fake }) => {
        fake.world.policy = withDeny;
      },
      "runnerMayNot",
    ],
    [
      "the policy lends nobody's rights any more",
      ({ fake }) => {
        fake.world.policy = fixPolicy();
      },
      "approvalOtherwise",
    ],
    [
      "the policy asks for two",
      ({ fake }) => {
        fake.world.policy = fixPolicy("thread", lends(2));
      },
      "approvalTooFew",
    ],
    ["the mode is another", inModeDiagnose, "mode"],
    ["whose rights are used is changed in the database", tampered, "approvalOtherwise"],
    ["the approval is, to whoever asked, a lead with the role by now", forged, "approvalTooFew"],
  ])("%s: nothing is sent", async (_, change, code) => {
    const fixed = start();
    const run = await proposed(fixed);
    await approve(fixed, run);
    await change(fixed, run);
    const { status } = await doIt(fixed, run);
    expect([status.state, "failure" in status ? [status.failure.code, status.failure.done] : null]).toEqual([
      "denied",
      [code, "nothingSent"],
    ]);
    expect(fixed.azure).toEqual([]);
  });

  const signedOut = ({ fake }: Fixing) => {
    fake.world.signedOut = new Set([megan.objectId]);
  };
  test.each<[string, (fixed: Fixing) => unknown, string]>([
    ["who approved is signed out", signedOut, "was signed out before it began"],
    [
      "Azure does not tell what they may",
      (fixed) => may(fixed, megan, unread),
      "lets them do could not be read",
    ],
  ])("%s: nothing is sent, their card says so, and they may press again", async (_, change, said) => {
    const fixed = start();
    const { fake } = fixed;
    const run = await proposed(fixed, withLine);
    await approve(fixed, run);
    await change(fixed);
    const waiting = await doIt(fixed, run);
    expect(waiting.status).toMatchObject({ state: "pendingApproval", approvals: [] });
    expect(wordsOf({ kind: "review", run: waiting, as: "approver" })).toContain(said);
    expect(fake.memory.audit.at(-1)).toMatchObject({ action: "fix.reopen", actor: alex.objectId });
    await executeRun(fake.services, run.id);
    expect(fixed.azure).toEqual([]);
    fake.world.signedOut = new Set();
    may(fixed, megan, everyRight);
    expect(await approve(fixed, run)).toContain("Approved");
    expect((await doIt(fixed, run)).status.state).toBe("succeeded");
    expect(fixed.azure).toEqual(writesOf("Megan Bowen"));
  });

  test("whoever asked is signed out: it waits for them, and is made as who approved", async () => {
    const fixed = start();
    const { fake } = fixed;
    const run = await proposed(fixed);
    await approve(fixed, run);
    fake.world.signedOut = new Set([alex.objectId]);
    expect((await doIt(fixed, run)).status).toMatchObject({ state: "approved", waitsFor: "signIn" });
    expect(fixed.azure).toEqual([]);
  });
});

test("it is refused before its first write: neither card nor trail says that who approved has run it", async () => {
  const fixed = start();
  const { services } = fixed.fake;
  const found = await diagnosed(fixed);
  const run = await proposed(fixed, { ...withLine, of: found.id });
  await approve(fixed, run);
  if (found.status.state !== "succeeded" || !found.status.diagnosis?.rootCause) throw new Error("no cause");
  const rootCause = { ...found.status.diagnosis.rootCause, check: "k8s.coredns" } as const;
  const other = {
    ...found,
    status: { ...found.status, diagnosis: { ...found.status.diagnosis, rootCause } },
  };
  const store = {
    ...services.store,
    run: async (id: string) => (id === found.id ? other : services.store.run(id)),
  };
  await executeRun({ ...services, store }, run.id);
  const ended = await stored(fixed.fake, run.id);
  expect(ended.status).toMatchObject({ failure: { code: "otherCause", done: "nothingSent" } });
  expect(wordsOf({ kind: "run", run: ended, page: null })).not.toContain("run by Megan Bowen");
  expect(fixed.fake.memory.audit.at(-1)).toMatchObject({ action: "fix.finish", actor: alex.objectId });
  expect(fixed.azure).toEqual([]);
});

test("who approved loses the role between two writes: the second is not sent", async () => {
  const fixed = start({
    apply: async (name) => {
      if (name === "one") may(fixed, megan, reads);
      return null;
    },
  });
  const run = await proposed(fixed);
  await approve(fixed, run);
  const { status } = await doIt(fixed, run);
  expect(status).toMatchObject({ failure: { code: "runnerMayNot", done: "partlyMade" }, made: 1 });
  expect(fixed.azure).toEqual(["Megan Bowen writes one"]);
});

test("who approved may agree no more between two writes: the second is not sent", async () => {
  const fixed = start({
    apply: async (name) => {
      if (name === "one") fixed.fake.world.policy = fixPolicy("thread", lends().replace("leads", "oncall"));
      return null;
    },
  });
  const run = await proposed(fixed);
  await approve(fixed, run);
  const { status } = await doIt(fixed, run);
  expect(status).toMatchObject({ failure: { code: "approvalUnconfirmed", done: "partlyMade" }, made: 1 });
  expect(fixed.azure).toEqual(["Megan Bowen writes one"]);
});

describe("two have to agree", () => {
  test.each<[string, World["permissions"], World["permissions"], string]>([
    ["both may: the last", everyRight, everyRight, "Lee Gu"],
    ["the first alone may", everyRight, reads, "Megan Bowen"],
    ["the last alone may", reads, everyRight, "Lee Gu"],
  ])("%s", async (_, first, last, by) => {
    const permissionsOf = { [alex.objectId]: reads, [megan.objectId]: first, [lee.objectId]: last };
    const fixed = start({ world: { policy: fixPolicy("thread", lends(2)), permissionsOf } });
    const run = await proposed(fixed);
    await approve(fixed, run, megan);
    await approve(fixed, run, lee);
    expect((await doIt(fixed, run)).status).toMatchObject({
      state: "succeeded",
      proposed: { ranBy: { displayName: by } },
    });
    expect(fixed.azure).toEqual(writesOf(by));
  });

  test("the one with the role may agree no more, and the other is enough by now: nothing is sent", async () => {
    const permissionsOf = { [alex.objectId]: reads, [lee.objectId]: reads };
    const memberships = {
      [alex.objectId]: memberOf("oncall"),
      [megan.objectId]: memberOf("leads"),
      [lee.objectId]: memberOf("leads", "oncall"),
    };
    const fixed = start({ world: { policy: fixPolicy("thread", lends(2)), permissionsOf, memberships } });
    const run = await proposed(fixed);
    await approve(fixed, run, megan);
    await approve(fixed, run, lee);
    fixed.fake.world.policy = fixPolicy("thread", lends(1).replace("leads", "oncall"));
    expect((await doIt(fixed, run)).status).toMatchObject({
      ...{ state: "denied", failure: { code: "approvalUnconfirmed", done: "nothingSent" } },
    });
    expect(fixed.azure).toEqual([]);
  });

  test("neither may: the approval that would complete it is none", async () => {
    const permissionsOf = { [alex.objectId]: reads, [megan.objectId]: reads, [lee.objectId]: reads };
    const fixed = start({ world: { policy: fixPolicy("thread", lends(2)), permissionsOf } });
    const run = await proposed(fixed);
    expect(await approve(fixed, run, megan)).toContain("1 more person");
    expect(await approve(fixed, run, lee)).toContain("in Azure you lack");
    expect(await stateOf(fixed, run)).toMatchObject({ state: "pendingApproval", approvals: [{}] });
  });
});

describe("the process is gone", () => {
  test("between the approval and the first write: made once, as who approved", async () => {
    const fixed = start();
    const run = await proposed(fixed);
    await approve(fixed, run);
    await recoverRun(fixed.fake.services, run.id);
    await recoverRun(fixed.fake.services, run.id);
    expect((await stateOf(fixed, run)).state).toBe("succeeded");
    expect(fixed.azure).toEqual(writesOf("Megan Bowen"));
  });

  test("once it has begun: nothing more is sent, and what came of it is looked at as whoever asked", async () => {
    const fixed = start({ look: ["notMade"] });
    const { store, armWriter } = fixed.fake.services;
    const lookers: string[] = [];
    const { look } = armWriter;
    Object.assign(armWriter, {
      look: (...args: Parameters<typeof look>) => {
        lookers.push(args[0].requester.displayName);
        return look(...args);
      },
    });
    const run = await proposed(fixed);
    await approve(fixed, run);
    const { status } = await stored(fixed.fake, run.id);
    if (status.state !== "approved") throw new Error(status.state);
    const begun = { startedAt: "2026-11-25T03:00:00.000Z", nonce: "", made: 0, ranBy: megan };
    await store.moveRun(run.id, ["approved"], { ...status, ...begun, state: "applying" }, [], null);
    await recoverRun(fixed.fake.services, run.id);
    expect(await stateOf(fixed, run)).toMatchObject({
      state: "lost",
      seen: { is: "unchanged" },
      proposed: { ranBy: megan },
    });
    expect([fixed.azure, lookers]).toEqual([["looks at one"], ["Alex Wilber"]]);
  });
});

test("taken back by the same rule: asked by whoever is on call, made as the lead who agrees", async () => {
  const fixed = start();
  const { fake } = fixed;
  const run = await proposed(fixed);
  await approve(fixed, run);
  const fix = await doIt(fixed, run);
  await request(fixed, fix, askerIn(threadOf), "fix.undo");
  const { id } = await newest(fake);
  await executeRun(fake.services, id);
  const undo = await stored(fake, id);
  expect(undo.status).toMatchObject({ state: "pendingApproval", proposal: { runAs: "approver" } });
  fixed.azure.length = 0;
  expect(await approve(fixed, undo, alex)).toContain("somebody else has to approve it");
  await approve(fixed, undo);
  await doIt(fixed, undo);
  expect(fixed.azure).toEqual(writesOf("Megan Bowen").toReversed());
});

describe("offered by a diagnosis only where it can end well", () => {
  const member = ({ objectId, displayName }: Requester) => ({
    objectId,
    userId: objectId,
    name: displayName,
  });
  const [netId, leadsId] = ["group-net", policyIds.leads];
  const to = (principalId: string, principal: RoleAssignment["principal"] = "user"): RoleAssignment => ({
    ...{ principal, principalId, scope: "/subscriptions/s", conditional: false },
    roleDefinitionId: "/providers/Microsoft.Authorization/roleDefinitions/owner",
  });
  const held = (...assignments: readonly RoleAssignment[]) =>
    Object.fromEntries(["link-vnet-hub", "vnet-hub"].map((name) => [name, assignments]));
  const everybody = [alex, megan, adele, lee].map(member);
  /** Megan and Lee are leads and here; Megan holds the role. */
  const here: Partial<World> = {
    members: everybody,
    groups: { [leadsId]: { members: [megan.objectId, lee.objectId], name: "leads" } },
    assignments: held(to(megan.objectId)),
    roles: { owner: [{ actions: ["*"], notActions: [], dataActions: [], notDataActions: [] }] },
  };

  test.each<[string, Partial<World>, true | undefined]>([
    ["a lead who is here holds the role", {}, true],
    [
      "through a group",
      {
        assignments: held(to(netId, "group")),
        groups: { ...here.groups, [netId]: { members: [lee.objectId], name: "net" } },
      },
      true,
    ],
    ["somebody else who is here holds it", { assignments: held(to(adele.objectId)) }, undefined],
    ["whoever asked is a lead, and holds it alone", { assignments: held(to(alex.objectId)) }, undefined],
    ["a lead who is not here holds it", { members: [alex, lee, adele].map(member) }, undefined],
    ["no lead is here", { members: [alex, adele].map(member) }, undefined],
    ["the rule lends nobody's rights", { policy: fixPolicy() }, undefined],
    ["two have to agree, and two are here", { policy: fixPolicy("thread", lends(2)) }, true],
    ["three have to agree", { policy: fixPolicy("thread", lends(3)) }, undefined],
    ["who holds a role may not be read: the press of a lead tells", { assignments: {} }, true],
    ["who is here is not known", { members: null }, true],
    ["the list of who is here lacks whoever asked", { members: [member(adele)] }, true],
    ["who is a lead may not be read", { groups: {} }, true],
    [
      "whoever asks may make it, and no lead is here",
      { permissionsOf: {}, members: [member(alex)] },
      undefined,
    ],
    ["whoever asks may make it, and a lead is here", { permissionsOf: {}, assignments: {} }, true],
  ])("%s", async (_, world, offered) => {
    const run = await diagnosed(start({ world: { ...here, ...world } }));
    expect(run.status.state === "succeeded" ? run.status.offersFix : run.status.state).toBe(offered);
  });

  test("in a chat with the bot alone nobody else agrees to anything", async () => {
    const run = await diagnosed(start({ world: here }), inChat());
    expect(run.status.state === "succeeded" ? run.status.offersFix : run.status.state).toBeUndefined();
  });

  test("asked for all the same: nothing is sent for approval, and the right is named", async () => {
    const fixed = start({ world: { ...here, assignments: heldByNobody } });
    expect((await proposed(fixed)).status).toMatchObject({
      failure: {
        code: "AuthorizationFailed",
        needs: { action: "Microsoft.Network/virtualNetworks/subnets/write" },
      },
    });
  });
  const heldByNobody = Object.fromEntries(["one", "two", "three"].map((name) => [name, []]));
});

describe("a role that somebody could activate is said, with how", () => {
  const write = [{ actions: ["Microsoft.Network/*"], notActions: [], dataActions: [], notDataActions: [] }];
  const roles = { network: write, reader: reads.status === "collected" ? reads.data : [] };
  const eligible = (name: string) => ({
    ...{ role: `The ${name}`, scope: "/subscriptions/s/resourceGroups/rg-hub", scheduleId: null },
    definitionId: `/providers/Microsoft.Authorization/roleDefinitions/${name}`,
  });

  test.each([
    ["network", /Your role The network on rg-hub would do[\s\S]*az rest --method put/],
    ["reader", /^(?![\s\S]*The reader)/],
  ])("to whoever asked: %s", async (name, said) => {
    const activatable = { [alex.objectId]: [eligible(name)] };
    const fixed = start({ world: { policy: fixPolicy(), roles, activatable } });
    const run = await proposed(fixed, withLine);
    const { card } = present({ kind: "run", run, page: null }, messages("en"));
    expect(JSON.stringify(card)).toMatch(said);
  });

  test.each([
    ["network", "You can activate a role that has it: The network on rg-hub"],
    ["reader", "Somebody who has that right can approve it."],
  ])("to whoever approves: %s", async (name, said) => {
    const activatable = { [megan.objectId]: [eligible(name)] };
    const permissionsOf = { [alex.objectId]: reads, [megan.objectId]: reads };
    const fixed = start({ world: { roles, activatable, permissionsOf } });
    const run = await proposed(fixed);
    expect(await approve(fixed, run)).toContain(said);
    expect(fixed.azure).toEqual([]);
  });
});
