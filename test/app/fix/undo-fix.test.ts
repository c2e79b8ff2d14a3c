import { executeRun } from "../../../src/app/conversation/execute-run.ts";
import type { Run } from "../../../src/core/run/run.ts";
import { alex, megan } from "../../fakes/people.ts";
import { saidNote } from "../../said.ts";
import { elsewhere, inThread, outdated } from "../pressing.ts";
import { stored } from "../setup.ts";
import { type Fixing, fixing, made, newest, ofThree, request, started } from "./fixing.ts";

describe("undo", () => {
  const undo = (fixed: Fixing, run: Run, asker = inThread()) => request(fixed, run, asker, "fix.undo");

  test("what was made is taken back from the last to the first, agreed on anew", async () => {
    const fixed = fixing();
    const fix = await made(fixed);
    expect(await undo(fixed, fix)).toBe(started);
    const { task } = await newest(fixed.fake);
    expect(task).toMatchObject({ kind: "fix", of: fix.id, undoes: true, check: "dns.link-client" });
    const writes = task.kind === "fix" ? task.writes : [];
    expect(writes.map(({ id, what }) => [id.split("/").at(-1), what])).toEqual(
      ["three", "two", "one"].map((name) => [
        name,
        { do: "change", edits: [{ is: "put", path: ["addressPrefix"], value: "10.0.0.0/9" }] },
      ]),
    );
  });

  test.each([
    [60, started],
    [61, { text: "This is more than an hour old: press “Check again”, and ask for the fix that it finds." }],
  ])("after %i minutes", async (minutes, answer) => {
    const fixed = fixing();
    const fix = await made(fixed);
    await fixed.fake.services.clock.sleep(minutes * 60_000);
    expect(await undo(fixed, fix)).toEqual(answer);
  });

  test.each<[string, string, object]>([
    [
      "another value",
      "10.0.0.0/7",
      {
        state: "failed",
        failure: {
          ...{ code: "changedSinceFix", done: "nothingChanged" },
          happened: { is: "changedSinceFix", objects: ["two (virtualNetworks/subnets)"] },
        },
      },
    ],
    ["something else beside it", "10.0.0.0/8", { state: "pendingApproval" }],
  ])("somebody has written %s since", async (_, prefix, status) => {
    const fixed = fixing();
    const fix = await made(fixed);
    fixed.byOthers("two", prefix);
    await undo(fixed, fix);
    const { id } = await newest(fixed.fake);
    await executeRun(fixed.fake.services, id);
    expect((await stored(fixed.fake, id)).status).toMatchObject(status);
  });

  test("what Azure writes in its own way stands as it was left", async () => {
    const fixed = fixing({
      apply: async (name) => {
        fixed.byOthers(name, "10.0.0.0/08");
        const versions = { versionBefore: `${name}-1`, versionAfter: `${name}-2` };
        return { status: "done", correlationId: null, ...versions };
      },
    });
    await undo(fixed, await made(fixed));
    const { id } = await newest(fixed.fake);
    await executeRun(fixed.fake.services, id);
    expect((await stored(fixed.fake, id)).status.state).toBe("pendingApproval");
  });

  test("asked for twice: told so", async () => {
    const fixed = fixing();
    const fix = await made(fixed);
    await undo(fixed, fix);
    const { id } = await newest(fixed.fake);
    expect(await undo(fixed, fix)).toEqual({
      text: saidNote({ is: "fixRequestedBefore", person: alex.displayName, run: id }),
    });
  });

  test("somebody else from another channel: outdated", async () => {
    const fixed = fixing();
    expect(await undo(fixed, await made(fixed), elsewhere(megan))).toEqual(outdated);
  });

  test.each([
    ["what takes one back itself", {}, { ...ofThree, undoes: true as const }],
    [
      "what was refused in the middle",
      {
        apply: async (name: string) =>
          name === "two"
            ? ({
                status: "refused",
                failure: { status: 403, code: "AuthorizationFailed", message: "" },
              } as const)
            : null,
      },
      ofThree,
    ],
    [
      "what nothing takes back",
      {},
      {
        ...ofThree,
        writes: ofThree.writes.map((write) => ({ ...write, noWayBack: "cutsOff" as const })),
      },
    ],
  ])("of %s there is none", async (_name, script, task) => {
    const fixed = fixing(script);
    expect(await undo(fixed, await made(fixed, task))).toEqual({ text: saidNote({ is: "noSuchFix" }) });
  });
});
