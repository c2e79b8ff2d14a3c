// "Ask NAME": who is named on a diagnosis, and what a press of the button does.

import type { RoleAssignment } from "../../../src/core/snapshot/rights.ts";
import { collected, unavailable } from "../../../src/core/snapshot/section.ts";
import { memberOf } from "../../core/policy/policies.ts";
import { adele, alex, megan, threadOf, userIdOf } from "../../fakes/people.ts";
import { everyRight, type FakeServices, type World } from "../../fakes/services.ts";
import { ids, linkTo } from "../../fixtures/healthy-snapshot.ts";
import { changed, setData } from "../../fixtures/snapshot-changes.ts";
import { elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { done, setMode, start, stored } from "../setup.ts";

/** The zone is not linked to the hub: the fix takes a role on the zone, and one on the hub's network. */
const broken = () => changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));
const zone = "8c1b2f7e-5d44-4b1e-9a0e-0f6d3c2b1a99.privatelink.westeurope.azmk8s.io";
const [net, dns] = ["group-net", "group-dns"];

const to = (principalId: string, role: string, principal: RoleAssignment["principal"] = "user") => ({
  ...{ principal, principalId, scope: "/subscriptions/s", conditional: false },
  roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${role}`,
});
const rights = (...actions: readonly string[]) => [
  { actions, notActions: [], dataActions: [], notDataActions: [] },
];
const both = (...assignments: readonly RoleAssignment[]): World["assignments"] => ({
  [zone]: assignments,
  "vnet-hub": assignments,
});
const member = (who: typeof alex) => ({
  objectId: who.objectId,
  userId: userIdOf(who),
  name: who.displayName,
});
const everybody = [alex, megan, adele].map(member);

/** Alex reads; Megan may change everything. */
const world: Partial<World> = {
  snapshot: broken,
  permissions: collected(rights("*/read")),
  members: everybody,
  assignments: both(to(alex.objectId, "reader"), to(megan.objectId, "owner")),
  roles: {
    reader: rights("*/read"),
    owner: rights("*"),
    network: rights("Microsoft.Network/virtualNetworks/*"),
  },
};

const whoMay = async (more: Partial<World> = {}, asker = inThread(), text = "diagnose prod-1") => {
  const run = await done(start({ ...world, ...more }), text, asker);
  return run.status.state === "succeeded" ? run.status.whoMay : run.status.state;
};
const meganMay = { is: "person", ...member(megan) };
const adeleMay = { is: "person", ...member(adele) };

describe("who is named", () => {
  const groupsHold = both(to(net, "owner", "group"));
  const members = { [net]: { members: [adele.objectId], name: "net-team" } };
  test.each<[string, Partial<World>, unknown]>([
    ["a person of the thread", {}, meganMay],
    ["a member of a group", { assignments: groupsHold, groups: members }, adeleMay],
    [
      "one right by themself, one through a group",
      {
        assignments: {
          [zone]: [to(dns, "owner", "group")],
          "vnet-hub": [to(megan.objectId, "network"), to(adele.objectId, "reader")],
        },
        groups: { [dns]: { members: [megan.objectId, adele.objectId], name: null } },
      },
      meganMay,
    ],
    [
      "whoever holds it themself before a member of a group",
      { assignments: both(to(net, "owner", "group"), to(megan.objectId, "owner")), groups: members },
      meganMay,
    ],
    [
      "a group with nobody here",
      { assignments: groupsHold, groups: members, members: [member(alex)] },
      {
        is: "group",
        name: "net-team",
      },
    ],
    ["a group whose members may not be read", { assignments: groupsHold, groups: {} }, undefined],
    [
      "a group whose name may not be read",
      { assignments: groupsHold, groups: { [net]: { members: [], name: null } } },
      undefined,
    ],
    ["nobody where the requester may", { permissions: everyRight }, undefined],
    [
      "nobody where that cannot be read",
      { permissions: unavailable("denied", { is: "noPrivateName" }) },
      undefined,
    ],
    ["nobody with one right of two", { assignments: { ...world.assignments, "vnet-hub": [] } }, undefined],
    [
      "nobody where one scope may not be read",
      { assignments: { [zone]: [to(megan.objectId, "owner")] } },
      undefined,
    ],
    ["nobody where Teams does not say who is here", { members: null }, undefined],
    ["nobody who is not here", { members: [member(alex)] }, undefined],
    [
      "never the requester",
      { members: [member(alex)], assignments: both(to(alex.objectId, "owner")) },
      undefined,
    ],
    ["nobody where nothing is broken", { snapshot: start().world.snapshot }, undefined],
  ])("%s", async (_, more, expected) => {
    expect(await whoMay(more)).toEqual(expected);
  });

  test("nobody in a personal chat, and nobody where ways in were asked for", async () => {
    expect(await whoMay({}, inChat())).toBeUndefined();
    expect(await whoMay({}, inThread(), "access prod-1")).toBeUndefined();
  });

  test("a fault in looking is no fault of the diagnosis", async () => {
    const fake = start(world);
    const roster = { members: () => Promise.reject(new Error("away")) };
    Object.assign(fake.services, { roster });
    const run = await done(fake, "diagnose prod-1");
    expect(run.status).toMatchObject({ state: "succeeded", diagnosis: { verdict: "broken" } });
    expect(fake.logged).toMatchObject([{ message: "nobody could be named for a fix" }]);
  });

  test("who does not answer is not waited for", async () => {
    const fake = start(world);
    Object.assign(fake.services, { roster: { members: () => new Promise(() => {}) } });
    const run = await done(fake, "diagnose prod-1");
    expect(run.status).toMatchObject({ state: "succeeded" });
  });
});

const ask = (run: { id: string }) => ({ verb: "fix.ask", run: run.id }) as const;
const asked = (fake: FakeServices) => fake.said.filter(({ answer }) => answer.kind === "fixAsk");
const noted = (fake: FakeServices) => fake.memory.audit.filter(({ action }) => action === "fix.ask");
const diagnosed = async (more: Partial<World> = {}, asker = inThread()) => {
  const fake = start({ ...world, ...more });
  return { fake, run: await done(fake, "diagnose prod-1", asker) };
};

describe("a press", () => {
  test("posts one message in the thread, that names whoever asks and whoever is asked", async () => {
    const { fake, run } = await diagnosed();
    expect(await press(fake, inThread(), ask(run))).toEqual({
      done: "Asked Megan Bowen, in a message here. Nothing was run.",
    });
    expect(asked(fake)).toMatchObject([
      {
        to: threadOf(alex).key,
        answer: { by: alex, person: { userId: userIdOf(megan), name: "Megan Bowen" }, run: { id: run.id } },
      },
    ]);
    expect(fake.sent).toEqual([]);
  });

  test("is on the trail, with who was asked and for what", async () => {
    const { fake, run } = await diagnosed();
    await press(fake, inThread(), ask(run));
    expect(noted(fake)).toEqual([
      {
        ...{ time: expect.any(String), actor: alex.objectId, tenant: alex.tenantId },
        ...{ action: "fix.ask", outcome: "recorded", cluster: run.cluster.id, runId: run.id },
        rule: "oncall-reads",
        detail: { asked: megan.objectId, check: "dns.link-client", policy: "0123456789ab" },
      },
    ]);
  });

  test("for somebody who left the conversation since: nobody is asked, and the presser is told", async () => {
    const { fake, run } = await diagnosed();
    fake.world.members = [member(alex), member(adele)];
    expect(await press(fake, inThread(), ask(run))).toEqual({
      text: "Megan Bowen is not in this conversation any more: press “Check again”.",
    });
    expect([asked(fake), noted(fake)]).toEqual([[], []]);
    fake.world.members = null;
    expect(await press(fake, inThread(), ask(run))).toHaveProperty("done");
  });

  test("again, by anybody: nothing more is posted or written down", async () => {
    const { fake, run } = await diagnosed();
    fake.world.memberships[adele.objectId] = memberOf("oncall");
    const presses = [alex, alex, adele].map((who) => press(fake, inThread(who), ask(run)));
    const answers = await Promise.all(presses);
    const again = { text: "Megan Bowen was asked already, in a message here." };
    expect(answers.filter((answer) => JSON.stringify(answer) === JSON.stringify(again))).toHaveLength(2);
    expect([asked(fake).length, noted(fake).length]).toEqual([1, 1]);
  });

  test("is kept with the run, so that its card can be drawn again", async () => {
    const { fake, run } = await diagnosed();
    await press(fake, inThread(), ask(run));
    const { status } = await stored(fake, run.id);
    expect(status).toMatchObject({ whoMay: { ...meganMay, askedAt: expect.any(String) } });
  });

  test("by whoever would be asked", async () => {
    const { fake, run } = await diagnosed();
    expect(await press(fake, inThread(megan), ask(run))).toEqual({
      text: expect.stringContaining("That is you"),
    });
    expect(asked(fake)).toEqual([]);
  });

  test("by somebody in no group: refused, and written down", async () => {
    const { fake, run } = await diagnosed();
    expect(await press(fake, inThread(adele), ask(run))).toEqual({
      text: expect.stringContaining("none of the groups"),
    });
    expect(noted(fake)).toMatchObject([{ actor: adele.objectId, outcome: "denied" }]);
    expect(asked(fake)).toEqual([]);
  });

  test("while the bot is off: refused by the mode", async () => {
    const { fake, run } = await diagnosed();
    await setMode(fake, "off");
    expect(await press(fake, inThread(), ask(run))).toEqual({ text: expect.stringMatching(/off/) });
    expect(asked(fake)).toEqual([]);
  });

  test("by somebody who is not signed in", async () => {
    const { fake, run } = await diagnosed();
    fake.world.signIn = { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } };
    expect(await press(fake, inThread(), ask(run))).toEqual({
      text: "Sign in first: write `sign in` in our chat.",
    });
  });

  test.each<[string, Partial<World>]>([
    ["where nobody is named", { members: [] }],
    [
      "where a group is",
      { assignments: both(to(net, "owner", "group")), groups: { [net]: { members: [], name: "n" } } },
    ],
  ])("%s", async (_, more) => {
    const { fake, run } = await diagnosed(more);
    expect(await press(fake, inThread(), ask(run))).toEqual(outdated);
  });

  test.each([
    ["from one's own chat", inChat()],
    ["from another channel", elsewhere()],
    ["from another channel, by somebody else", elsewhere(megan)],
  ])("%s: there is no thread to ask in", async (_, asker) => {
    const { fake, run } = await diagnosed();
    expect(await press(fake, asker, ask(run))).toEqual(outdated);
    expect([asked(fake), noted(fake)]).toEqual([[], []]);
  });

  test("of a run that is not kept", async () => {
    expect(await press(start(world), inThread(), ask({ id: "R-0000000000" }))).toEqual(outdated);
  });
});
