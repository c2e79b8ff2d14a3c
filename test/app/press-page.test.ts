// Every look at an output is authorized anew, and written down once.
import type { Asker } from "../../src/app/services.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { memberOf, policyOf } from "../core/policy/policies.ts";
import { adele, megan } from "../fakes/people.ts";
import type { FakeServices, World } from "../fakes/services.ts";
import { ids } from "../fixtures/snapshots.ts";
import { besides, elsewhere, inChat, inThread, outdated, press } from "./pressing.ts";
import { allow, done, getPods, noSecrets, start, trail } from "./setup.ts";

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
    signIn: { ok: false, failure: { code: "signInNeeded", message: "Sign in." } },
  } as const;

  type Row = [string, Asker, Asker, Partial<World>, "card" | RegExp, string];
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
    await fake.services.store.createRun({ ...run, id: "R-private", show: "personal" }, auditOf(fake));
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
