// What a card prints as the fix, made by a press: the lines as typed writes, as somebody who may. The next diagnosis is
// healthy; taken back, it finds the same cause again. Of the table a sample, the same every time; all with `PROVE=1`.
import { people } from "../../simulator/people.ts";
import type { Applied } from "../../src/app/ports/arm-writer.ts";
import { type FixStep, writesOf } from "../../src/core/fix/write/actions.ts";
import { undoOf } from "../../src/core/fix/write/inverse-of.ts";
import { sampleBy } from "../prove/sample.ts";
import { type FixRow, fixRows, onlyShown, openWriting, type Writing } from "./arm-writing.ts";

let writing: Writing;
beforeAll(async () => {
  writing = await openWriting();
});
afterAll(() => writing?.close());

/** A zone that was made stays, without its links. */
const afterUndo: Readonly<Record<string, string>> = { "dns.zone-exists": "dns.link-cluster" };

const rows = sampleBy(fixRows, ({ what }) => what, "arm-writes", 8).map(
  (row) => [row.what, row.cause, row] as const,
);

async function stepsFor(row: FixRow): Promise<readonly FixStep[]> {
  await writing.azure.loadScenario(await row.load());
  const { rootCause } = await writing.diagnose(row);
  expect(rootCause?.check).toBe(row.cause);
  return (await writing.fixFor(row))?.steps ?? [];
}

describe.each(rows)("%s: %s", (_what, cause, row) => {
  test("made, and taken back where something does", async () => {
    const steps = await stepsFor(row);
    const before = await writing.diagnose(row);
    const writes = writesOf(steps);
    if (writes === null) {
      expect(onlyShown).toHaveProperty([cause]);
      return;
    }
    const megan = await writing.as(people.megan);
    const preview = await writing.seen(megan, writes);
    writing.azure.clearRequests();
    const outcomes = await writing.make(people.megan, writes);
    expect(outcomes).toEqual(
      writes.map(() => expect.objectContaining({ status: "done", correlationId: expect.any(String) })),
    );
    expect((await writing.diagnose(row)).verdict).toBe("healthy");
    const undo = undoOf(writes, preview.before);
    if (undo === null) return;
    const undone = await writing.make(people.megan, undo);
    expect(undone.map(({ status }) => status)).toEqual(undo.map(() => "done"));
    const { verdict, rootCause } = await writing.diagnose(row);
    expect([verdict, rootCause?.check]).toEqual([before.verdict, afterUndo[cause] ?? cause]);
  });

  test("refused to whoever may not, and nothing is changed", async () => {
    const writes = writesOf(await stepsFor(row)) ?? [];
    const alex = await writing.as(people.alex);
    const { objects } = await writing.seen(alex, writes);
    const state = writing.azure.state();
    const outcomes: Applied[] = [];
    for (const [at, write] of writes.entries())
      outcomes.push(await writing.writer.apply(alex, write, objects[at]?.version ?? null, async () => null));
    // Where the write before it was to take something away or make it, the next one finds it as it was.
    expect(outcomes.filter(({ status }) => status !== "changedSince")).toEqual(
      writes
        .filter((_, at) => outcomes[at]?.status !== "changedSince")
        .map(() => ({
          status: "refused",
          failure: expect.objectContaining({ code: "AuthorizationFailed" }),
        })),
    );
    expect(outcomes[0]?.status).toBe(writes.length === 0 ? undefined : "refused");
    expect(writing.azure.state()).toEqual(state);
  });
});
