// A fix that is looked at, and one that nobody agrees on: nothing of it is written.

import { expireChanges } from "../../../src/app/change/expire-changes.ts";
import { answerQuestion } from "../../../src/app/conversation/answer-question.ts";
import { executeRun, recoverRun } from "../../../src/app/conversation/execute-run.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { collected, unavailable } from "../../../src/core/snapshot/section.ts";
import { megan } from "../../fakes/people.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import { saidNote } from "../../said.ts";
import { inThread, press } from "../pressing.ts";
import { failureOf, stored } from "../setup.ts";
import { approved, diagnosed, type Fixing, fixing, newest, ofThree, proposed, request } from "./fixing.ts";

describe("what would be done is looked at first, and changes nothing", () => {
  test("the requester may not make all of it: nothing is proposed, and the right is named", async () => {
    const reader = [{ actions: ["*/read"], notActions: [], dataActions: [], notDataActions: [] }];
    const fixed = fixing({ world: { permissions: collected(reader) } });
    const { status } = await proposed(fixed);
    expect(status).toMatchObject({
      state: "failed",
      failure: {
        ...{ code: "AuthorizationFailed", done: "nothingChanged" },
        needs: { action: "Microsoft.Network/virtualNetworks/subnets/write", role: "Network Contributor" },
      },
    });
  });

  test("nor what a write of it leads to: Azure would ask for that right with half of it made", async () => {
    const writer = [{ actions: ["*/read", "*/write"], notActions: [], dataActions: [], notDataActions: [] }];
    const fixed = fixing({ world: { permissions: collected(writer) } });
    const id = `${ids.hub.split("/virtualNetworks/")[0]}/natGateways/ng`;
    const edits = [{ is: "put", path: ["natGateway"], value: { id } }] as const;
    const writes = ofThree.writes.map((each) => ({ ...each, what: { do: "change", edits } as const }));
    expect((await proposed(fixed, { ...ofThree, writes })).status).toMatchObject({
      state: "failed",
      failure: {
        ...{ code: "AuthorizationFailed", done: "nothingChanged" },
        needs: {
          action: "Microsoft.Network/natGateways/join/action",
          role: "Network Contributor",
          scope: id,
        },
      },
    });
  });

  test("their rights may not be read: Azure itself refuses what they may not", async () => {
    const unread = unavailable("denied", { is: "noPrivateName" });
    expect((await proposed(fixing({ world: { permissions: unread } }))).status.state).toBe("pendingApproval");
  });

  test.each([
    ["the same name was made by somebody else since: it would be written over", {}, "failed"],
    [
      "a route is led elsewhere by the same words",
      { type: "Microsoft.Network/routeTables/routes" },
      "pendingApproval",
    ],
    ["it is put back as it was", { undoes: true }, "pendingApproval"],
  ] as const)("%s", async (_name, more, state) => {
    const [one, two] = ofThree.writes.map((write) => ({ ...write, ...("type" in more && more) }));
    if (one === undefined || two === undefined) throw new Error("no writes");
    const writes = [one, { ...two, what: { do: "create", body: {} } as const }];
    const fixed = fixing();
    const { status } = await proposed(fixed, { ...ofThree, writes, ...("undoes" in more && more) });
    expect(status.state).toBe(state);
    if (state === "failed")
      expect(status).toMatchObject({
        failure: {
          ...{ code: "madeSince", done: "nothingChanged" },
          happened: { is: "madeSince", objects: ["two (virtualNetworks/subnets)"] },
        },
      });
  });

  test("it takes seconds: its card says which of its steps it is at", async () => {
    const fixed = fixing();
    const { services } = fixed.fake;
    const steps: unknown[] = [];
    const { preview } = services.armWriter;
    const slowly: typeof preview = async (as, writes) => {
      await services.clock.sleep(4_000);
      const { status } = await newest(fixed.fake);
      steps.push(status.state === "running" ? status.step?.is : status.state);
      return preview(as, writes);
    };
    const fake = {
      ...fixed.fake,
      services: { ...services, armWriter: { ...services.armWriter, preview: slowly } },
    };
    await proposed({ ...fixed, fake });
    expect(steps).toEqual(["asking"]);
  });

  test("the worker is gone meanwhile: looked at once more", async () => {
    const fixed = fixing();
    const { fake } = fixed;
    await request(fixed, await diagnosed(fixed));
    const { id } = await newest(fake);
    const running = { state: "running", startedAt: "2026-11-25T03:00:00.000Z" } as const;
    await fake.services.store.moveRun(id, ["queued"], running, [], null);
    await recoverRun(fake.services, id);
    expect((await stored(fake, id)).status.state).toBe("pendingApproval");
    expect(fixed.azure).toEqual([]);
  });
});

describe("not agreed on", () => {
  test.each([
    [
      "withdrawn",
      async ({ fake }: Fixing, { id }: Run) => {
        await answerQuestion(fake.services, inThread(), `withdraw ${id}`);
      },
    ],
    [
      "rejected",
      async ({ fake }: Fixing, { id, status }: Run) => {
        const hash = status.state === "pendingApproval" ? status.proposal.hash : "";
        await press(fake, inThread(megan), { verb: "change.reject", run: id, hash });
      },
    ],
    [
      "expired",
      async ({ fake }: Fixing) => {
        await fake.services.clock.sleep(31 * 60_000);
        await expireChanges(fake.services);
      },
    ],
  ])("%s: nothing is written, whoever tries", async (state, end) => {
    const fixed = fixing();
    const run = await proposed(fixed);
    await end(fixed, run);
    await executeRun(fixed.fake.services, run.id);
    await recoverRun(fixed.fake.services, run.id);
    expect((await stored(fixed.fake, run.id)).status.state).toBe(state);
    expect(fixed.azure).toEqual([]);
    expect(await request(fixed, run, inThread(), "fix.undo")).toEqual({
      text: saidNote({ is: "noSuchFix" }),
    });
  });

  test("agreed on in time and begun too late: expired", async () => {
    const fixed = fixing();
    const { id } = await approved(fixed);
    await fixed.fake.services.clock.sleep(31 * 60_000);
    await executeRun(fixed.fake.services, id);
    expect((await stored(fixed.fake, id)).status.state).toBe("expired");
    expect(fixed.azure).toEqual([]);
  });

  test("whoever agreed is in none of the groups by now: nothing is written", async () => {
    const fixed = fixing();
    const { id } = await approved(fixed);
    fixed.fake.world.memberships = {
      ...fixed.fake.world.memberships,
      [megan.objectId]: { status: "known", groupIds: [], source: "token" },
    };
    await executeRun(fixed.fake.services, id);
    const { status } = await stored(fixed.fake, id);
    expect([status.state, failureOf(status).code]).toEqual(["denied", "approvalUnconfirmed"]);
    expect(fixed.azure).toEqual([]);
  });
});
