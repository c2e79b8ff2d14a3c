// What a card proves as the fix, made by a button: diagnosed and asked for by Megan, agreed on by Patti, written once
// each, found healthy; undone by two presses more, it is broken as before. Of the table a sample; all with `PROVE=1`.
import { people } from "../../simulator/people.ts";
import { undoIn } from "../../src/app/fix/request-fix.ts";
import { mask } from "../../src/core/redact/span.ts";
import type { Run } from "../../src/core/run/run.ts";
import { sampleBy } from "../prove/sample.ts";
import { type FixRow, fixRows } from "./arm-writing.ts";
import { notWalked, noWrites, onlyLikely } from "./fix-expected.ts";
import { type FixRun, openPressing, type Pressing, pictureOf, proposedIn } from "./fix-pressing.ts";

let pressing: Pressing;
const lines: string[] = [];
const notOffered: string[] = [];
const took: number[] = [];
beforeAll(async () => {
  pressing = await openPressing();
});
afterAll(async () => {
  const median = took.toSorted((one, other) => one - other)[Math.floor(took.length / 2)];
  process.stdout.write(
    [
      "\n| broken | cause | writes | then | undone |",
      "|---|---|---|---|---|",
      ...lines,
      `${lines.length} fixes made; from the approval to the new diagnosis: median ${median} ms, at most ${Math.max(...took)} ms`,
      `${notOffered.length} not offered: ${notOffered.join("; ")}\n`,
    ].join("\n"),
  );
  await pressing?.close();
});

const onlyShown = new Set([...notWalked, ...onlyLikely, ...noWrites]);
const some = (areMade: boolean, size: number) =>
  sampleBy(
    fixRows.filter(({ what }) => onlyShown.has(what) !== areMade),
    ({ what }) => what,
    "fix-button",
    size,
  );
const rows = [...some(true, 5), ...some(false, 2)];

/** Each of its writes was sent once, in order, by Megan alone. */
function expectSentOnce({ task: { writes } }: FixRun): void {
  const sent = pressing.writes().map(({ path, caller }) => [path.toLowerCase(), caller]);
  expect(sent).toEqual(writes.map(({ id }) => [expect.stringContaining(id.toLowerCase()), people.megan.oid]));
}

function foundBy({ status }: FixRun) {
  if (status.state !== "succeeded" || status.diagnosis === null)
    throw new Error(JSON.stringify(status).slice(0, 2000));
  took.push(Date.parse(status.finishedAt) - Date.parse(proposedIn({ status }).approvals[0]?.at ?? ""));
  return status.diagnosis;
}

/** Nothing in these networks is a secret, so whoever decides sees every value. */
const maskedIn = (run: FixRun) =>
  proposedIn(run).proposal.objects.flatMap(({ fields }) =>
    fields.filter(({ before, after }) => [before, after].some((value) => value?.includes(mask))),
  );

const isUndone = ({ id, status, task }: FixRun): boolean => undoIn({ id, status, task } as Run) !== null;

describe.each(rows.map((row) => [row.what, row.cause, row] as const))(
  "%s: %s",
  (what, cause, row: FixRow) => {
    test("by a button, and undone where something undoes it", async () => {
      await pressing.load(await row.load());
      const place = pressing.newThread();
      const before = await pressing.diagnose(people.megan, row.question, place);
      expect(before.diagnosis.rootCause?.check).toBe(cause);
      if (!before.offersFix) return void notOffered.push(what);
      const fix = await pressing.make(place, "fix.request", before.id);
      expect(foundBy(fix).verdict).toBe("healthy");
      expectSentOnce(fix);
      expect(maskedIn(fix)).toEqual([]);
      const fresh = await pressing.diagnose(people.megan, row.question, place);
      expect(fresh.diagnosis.verdict).toBe("healthy");
      const line = `| ${what} | ${cause} | ${fix.task.writes.length} | healthy |`;
      if (!isUndone(fix)) return void lines.push(`${line} nothing undoes it |`);
      const undo = await pressing.make(place, "fix.undo", fix.id);
      const picture = pictureOf(before.diagnosis);
      expect(pictureOf(foundBy(undo))).toEqual(picture);
      expectSentOnce(undo);
      expect(isUndone(undo)).toBe(false);
      lines.push(`${line} ${picture.join(", ")} |`);
    });
  },
);

test("what is not offered is exactly what no walk proves, is no more than likely, or is no write", () => {
  expect(notOffered).toEqual(rows.map(({ what }) => what).filter((what) => onlyShown.has(what)));
  expect(fixRows.map(({ what }) => what)).toEqual(expect.arrayContaining([...onlyShown]));
});
