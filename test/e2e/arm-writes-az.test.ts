// The same lines, pasted with the real `az` and made as typed writes: what stands in Azure afterwards is the same. Of the
// table a sample, the same every time; all of it with `PROVE=1`.
import { people } from "../../simulator/people.ts";
import { writesOf } from "../../src/core/fix/write/actions.ts";
import type { ArmWrite } from "../../src/core/fix/write/arm-write.ts";
import { linesOf } from "../../src/core/fix/write/fix.ts";
import { sampleBy } from "../prove/sample.ts";
import { type FixRow, fixRows, openWriting, resourcesIn, type Writing } from "./arm-writing.ts";
import { openPasting, type Pasting } from "./pasting.ts";

let writing: Writing;
let pasting: Pasting;
beforeAll(async () => {
  writing = await openWriting();
  pasting = await openPasting(writing.azure);
});
afterAll(async () => {
  await pasting?.cli.close();
  await writing?.close();
});

async function both(row: FixRow, lines: readonly string[], writes: readonly ArmWrite[]) {
  await writing.azure.loadScenario(await row.load());
  await pasting.logIn(people.megan);
  await pasting.cli.paste(lines.join("\n"));
  const pasted = resourcesIn(writing.azure.state());
  await writing.azure.loadScenario(await row.load());
  await writing.make(people.megan, writes);
  return { pasted, made: resourcesIn(writing.azure.state()) };
}

test.each(sampleBy(fixRows, ({ what }) => what, "arm-writes-az", 3).map((row) => [row.what, row] as const))(
  "%s",
  async (_what, row) => {
    await writing.azure.loadScenario(await row.load());
    const { rootCause } = await writing.diagnose(row);
    const fix = await writing.fixFor(row);
    const lines = fix === null ? [] : linesOf(fix);
    expect(lines).toEqual(rootCause?.fix?.commands ?? []);
    const writes = fix && writesOf(fix.steps);
    if (writes === null) return;
    const { pasted, made } = await both(row, lines, writes);
    expect(made).toEqual(pasted);
  },
);
