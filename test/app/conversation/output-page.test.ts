// Every look at an output is authorized anew, and written down once.

import type { ConversationContext } from "../../../src/app/ports/services.ts";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import { runCommandActions } from "../../../src/core/authorization/action.ts";
import { collected } from "../../../src/core/snapshot/section.ts";
import { memberOf, policyOf } from "../../core/policy/policies.ts";
import { adele, alex, megan } from "../../fakes/people.ts";
import type { FakeServices, World } from "../../fakes/services.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { unavailable } from "../../unavailable.ts";
import { besides, elsewhere, inChat, inThread, outdated, press } from "../pressing.ts";
import { allow, done, getPods, noSecrets, start, trail } from "../setup.ts";

const notHere = {
  text: "This output is not kept, or not for you to read here. Please run the command yourself.",
};

function auditOf(fake: FakeServices): AuditEntry {
  const entry = fake.memory.audit.at(-1);
  if (!entry) throw new Error("nothing was written down");
  return entry;
}

describe("another page of an output", () => {
  const privately = { policy: policyOf(allow("oncall-private", "oncall", "show: personal")) };
  const denied = { policy: policyOf(allow("oncall-reads", "oncall"), noSecrets, deniedPods()) };
  function deniedPods(): string {
    return noSecrets.replace("no-secrets", "no-pods").replace("[secrets]", "[pods]");
  }
  const signedOut = {
    signIn: { ok: false, failure: { code: "signInNeeded", why: "signInNeeded" } },
  } as const;

  const rights = (actions: string[], notActions: string[] = []) => ({
    permissions: collected([{ actions, notActions, dataActions: [], notDataActions: [] }]),
  });
  const [send, readOutput] = runCommandActions;
  const unread = { permissions: unavailable("timedOut", "Azure did not answer in time.") };

  type Row = [string, ConversationContext, ConversationContext, Partial<World>, "card" | RegExp, string];
  test.each<Row>([
    ["one's own, in its thread", inThread(), inThread(), {}, "card", "allowed oncall-reads"],
    ["one's own, in another channel", inThread(), elsewhere(), {}, "card", "allowed oncall-reads"],
    ["one's own, of the personal chat", inChat(), inChat(), {}, "card", "allowed oncall-reads"],
    ["another's, in its thread", inThread(), inThread(megan), {}, "card", "allowed leads-read"],
    [
      "another's, in a thread of the same channel",
      inThread(),
      besides(megan),
      {},
      "card",
      "allowed leads-read",
    ],
    [
      "another's, from another channel",
      inThread(),
      elsewhere(megan),
      {},
      /not for you to read/,
      "denied null",
    ],
    [
      "that of the same object id in another tenant",
      inThread(),
      elsewhere({ ...alex, tenantId: "other" }),
      {},
      /not for you to read/,
      "denied null",
    ],
    ["another's, from one's own chat", inThread(), inChat(megan), {}, /not for you to read/, "denied null"],
    [
      "another's, of their personal chat",
      inChat(),
      inThread(megan),
      {},
      /not for you to read/,
      "denied null",
    ],
    [
      "another's, by somebody in no group",
      inThread(),
      inThread(adele),
      {},
      /none of the groups/,
      "denied null",
    ],
    ["one's own, denied by now", inThread(), inThread(), denied, /`no-pods` forbids/, "denied no-pods"],
    [
      "one's own, now for oneself alone, in a thread",
      inThread(),
      inThread(),
      privately,
      /in our chat/,
      "denied oncall-private",
    ],
    [
      "one's own, now for oneself alone, in the chat",
      inThread(),
      inChat(),
      privately,
      "card",
      "allowed oncall-private",
    ],
    ["one's own, signed out", inThread(), inThread(), signedOut, /Sign in first/, "denied null"],
    [
      "another's, with no role in Azure",
      inThread(),
      inThread(megan),
      rights([]),
      /Azure does not let you/,
      "denied leads-read",
    ],
    [
      "one's own, by now without a role in Azure",
      inChat(),
      inChat(),
      rights([]),
      /Azure does not let you/,
      "denied oncall-reads",
    ],
    [
      "one's own, as a reader only",
      inThread(),
      inThread(),
      rights(["*/read"]),
      new RegExp(send),
      "denied oncall-reads",
    ],
    [
      "one's own, without the right to outputs",
      inThread(),
      inThread(),
      rights(["*"], [readOutput]),
      new RegExp(readOutput),
      "denied oncall-reads",
    ],
    [
      "one's own, with just those two rights",
      inThread(),
      inThread(),
      rights([send, readOutput]),
      "card",
      "allowed oncall-reads",
    ],
    [
      "one's own, while Azure does not say",
      inThread(),
      inThread(),
      unread,
      /not known whether Azure lets you/,
      "denied oncall-reads",
    ],
  ])("%s", async (_name, owner, presser, change, shown, entry) => {
    const fake = start();
    const run = await done(fake, getPods, owner);
    const before = trail(fake).length;
    Object.assign(fake.world, change);
    const answer = await press(fake, presser, { verb: "run.page", run: run.id, page: 2 });
    if (shown === "card") expect(answer).toEqual({ card: { kind: "run", run, page: 2 } });
    else expect(answer).toEqual({ text: expect.stringMatching(shown) });
    expect(trail(fake).slice(before)).toEqual([`output.read ${entry}`]);
    expect(fake.memory.audit.at(-1)).toMatchObject({
      actor: presser.requester.objectId,
      cluster: ids.cluster,
      runId: run.id,
      detail: { page: 2, verb: "get", resources: "pods", namespaces: "default" },
    });
  });

  test.each(["diagnose prod-1", "access prod-1"])(
    "%s: the right to read the cluster is enough",
    async (asked) => {
      const fake = start();
      const run = await done(fake, asked);
      Object.assign(fake.world, rights(["Microsoft.ContainerService/managedClusters/read"]));
      expect(await press(fake, inThread(), { verb: "run.page", run: run.id })).toMatchObject({
        card: { page: 1 },
      });
      Object.assign(fake.world, rights(["Microsoft.Network/*/read"]));
      expect(await press(fake, inThread(), { verb: "run.page", run: run.id })).toEqual({
        text: "Azure does not let you see this: you lack Microsoft.ContainerService/managedClusters/read on prod-1.",
      });
      expect(auditOf(fake)).toMatchObject({
        action: "output.read",
        outcome: "denied",
        detail: { byAzure: true },
      });
    },
  );

  test("what it tells is authorized as its pages are", async () => {
    const fake = start();
    const run = await done(fake);
    expect(await press(fake, inThread(megan), { verb: "run.told", run: run.id })).toMatchObject({
      card: { page: null },
    });
    expect(auditOf(fake)).toMatchObject({
      action: "output.read",
      outcome: "allowed",
      detail: { page: null },
    });
    Object.assign(fake.world, rights([]));
    expect(await press(fake, inThread(megan), { verb: "run.told", run: run.id })).not.toHaveProperty("card");
  });

  test("a role that was taken away is gone at the next press", async () => {
    const fake = start();
    const run = await done(fake);
    const page = { verb: "run.page", run: run.id, page: 2 };
    expect(await press(fake, inThread(), page)).toMatchObject({ card: { page: 2 } });
    Object.assign(fake.world, rights([]));
    expect(await press(fake, inThread(), page)).not.toHaveProperty("card");
  });

  test("Azure is asked nothing for somebody whom the policy denies it", async () => {
    const fake = start();
    const run = await done(fake);
    fake.azure.length = 0;
    await press(fake, inThread(adele), { verb: "run.page", run: run.id });
    expect(fake.azure).toEqual([]);
  });

  test.each([
    ["was stored with all that it reads", {}],
    ["was stored by tables that knew of no read", { reads: [] }],
  ])("is asked about as today's tables understand the command, which %s", async (_name, stored) => {
    const fake = start();
    const run = await done(fake, "run `kubectl describe node aks-0` on prod-1");
    const { task } = run;
    if (task.kind !== "command") throw new Error("no command");
    const old = { ...run, id: "R-old", task: { ...task, request: { ...task.request, ...stored } } };
    await fake.services.store.createRun(old as typeof run, null, [], auditOf(fake));
    fake.world.policy = denied.policy;
    expect(await press(fake, inThread(), { verb: "run.page", run: "R-old" })).toEqual({
      text: expect.stringContaining("also reads pods in all namespaces, and the rule `no-pods` forbids that"),
    });
  });

  test("an output for the requester alone is nobody else's, in no place", async () => {
    const fake = start(privately);
    fake.world.memberships = { ...fake.world.memberships, [megan.objectId]: memberOf("oncall") };
    const run = await done(fake, getPods, inChat());
    expect(await press(fake, inChat(megan), { verb: "run.page", run: run.id })).toEqual(notHere);
    expect(await press(fake, inChat(), { verb: "run.page", run: run.id })).toMatchObject({
      card: { page: 1 },
    });
  });

  test("nor where it stands in a place that both can see", async () => {
    const fake = start();
    const run = await done(fake);
    await fake.services.store.createRun(
      { ...run, id: "R-private", show: "personal" },
      null,
      [],
      auditOf(fake),
    );
    expect(await press(fake, inThread(megan), { verb: "run.page", run: "R-private" })).toEqual(notHere);
    expect(await press(fake, inThread(megan), { verb: "run.again", run: "R-private" })).toEqual(outdated);
  });

  test("an id that does not exist is answered in the same words as one that is not for you", async () => {
    const fake = start();
    const run = await done(fake);
    expect(await press(fake, elsewhere(megan), { verb: "run.page", run: run.id })).toEqual(notHere);
    expect(await press(fake, elsewhere(megan), { verb: "run.page", run: "R-0000000000" })).toEqual(notHere);
    expect(await press(fake, elsewhere(megan), { verb: "run.page" })).toEqual(notHere);
  });
});
