// The steps one after the other: looked at, made where they are not as they should be, written down, and taken back.
// Nothing is made twice: what a step finds is what counts, and the file only keeps the answers and what was found.
import type { Answers } from "../../core/install/answers.ts";
import type { Made } from "../../core/install/made.ts";
import { Refused } from "../../core/install/refused.ts";
import type { Deletion, InstallEnd, InstallFile, Looked, Step, StepNews } from "../ports/install.ts";

type Tell = (news: StepNews) => void;

/** Ids are never taken from an earlier run: each step reads them where they are. */
const nothingYet = (answers: Answers): Made => ({ answers, open: [] });

/** Reads what is there, and changes nothing. */
export function plan(steps: readonly Step[], answers: Answers, tell: Tell): Promise<InstallEnd> {
  return each(steps, nothingYet(answers), async (step, made) => {
    const looked = await step.look(made);
    tell({ is: "planned", step, looked, made });
    return found(looked, made);
  });
}

export async function install(
  steps: readonly Step[],
  answers: Answers,
  file: InstallFile,
  tell: Tell,
): Promise<InstallEnd> {
  await file.write(nothingYet(answers));
  return each(steps, nothingYet(answers), async (step, made) => {
    const looked = await step.look(made);
    const before = found(looked, made);
    const isThere = looked.is === "there";
    if (!isThere) tell({ is: "making", step, looked, made: before });
    const after = isThere ? before : await step.make(before);
    await file.write(after);
    tell({ is: isThere ? "there" : "made", step, made: after });
    return after;
  });
}

/** What `uninstall` would delete, and what it would leave. Reads only. */
export const planUninstall = (steps: readonly Step[], answers: Answers, tell: Tell): Promise<InstallEnd> =>
  foreseen(steps, answers, tell);

/** From the last step to the first. The file goes last, so that an `uninstall` that was stopped can go on. */
export async function uninstall(
  steps: readonly Step[],
  answers: Answers,
  file: InstallFile,
  tell: Tell,
): Promise<InstallEnd> {
  const deletions = new Map<Step, Deletion>();
  const read = await foreseen(steps, answers, ({ step, gone, stays }) =>
    deletions.set(step, { gone, stays }),
  );
  if (!read.ok) return read;
  const end = await each(takers(steps), read.made, async (step, made) => {
    await step.takeBack?.(made);
    tell({ is: "deleted", step, ...(deletions.get(step) ?? { gone: [], stays: [] }) });
    return made;
  });
  if (end.ok) await file.remove();
  return end;
}

const takers = (steps: readonly Step[]): readonly Step[] =>
  steps.filter(({ takeBack }) => takeBack !== undefined).toReversed();

type Foreseen = Extract<StepNews, { is: "toDelete" | "deleted" }>;

async function foreseen(
  steps: readonly Step[],
  answers: Answers,
  tell: (news: Foreseen) => void,
): Promise<InstallEnd> {
  const there = new Set<Step>();
  const read = await each(steps, nothingYet(answers), async (step, made) => {
    try {
      const looked = await step.look(made);
      if (looked.is !== "missing") there.add(step);
      return found(looked, made);
    } catch (refused) {
      if (!step.byMarksAlone || !(refused instanceof Refused)) throw refused;
      return made;
    }
  });
  if (!read.ok) return read;
  return each(takers(steps), read.made, async (step, made) => {
    tell({ is: "toDelete", step, ...(await deletionOf(steps, step, made, there)) });
    return made;
  });
}

/** With what goes with it. */
async function deletionOf(
  steps: readonly Step[],
  step: Step,
  made: Made,
  there: ReadonlySet<Step>,
): Promise<Deletion> {
  const own = (one: Step): Promise<Deletion> | Deletion =>
    one.deletes?.(made) ?? { gone: there.has(one) ? one.makes(made) : [], stays: [] };
  const others = steps.filter(
    ({ goesWith, isFor }) => goesWith === step.name && (isFor?.(made.answers) ?? true),
  );
  const all = await Promise.all([step, ...others].map(own));
  return { gone: all.flatMap(({ gone }) => gone), stays: all.flatMap(({ stays }) => stays) };
}

const found = (looked: Looked, made: Made): Made => (looked.is === "missing" ? made : looked.made);

/** Stops at the first that is refused; anything else that is thrown is a bug. */
async function each(
  steps: readonly Step[],
  from: Made,
  one: (step: Step, made: Made) => Promise<Made>,
): Promise<InstallEnd> {
  let made = from;
  const due = steps.filter((step) => step.isFor?.(from.answers) ?? true);
  for (const [index, at] of due.entries()) {
    try {
      made = await one(at, made);
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      return { ok: false, refused, at, made, done: due.slice(0, index), left: due.slice(index) };
    }
  }
  return { ok: true, made };
}
