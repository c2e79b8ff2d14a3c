// What a card says of a change or a fix that did not end well, beside what it says of every run.

import { type AgreedRun, type FixTask, proposedIn } from "../../core/change/agreed-task.ts";
import { linesOf } from "../../core/fix/write/fix.ts";
import { mayHaveChanged, type RunFailure } from "../../core/run/failure.ts";
import { objectName } from "../../core/run/proposed.ts";
import { askAgain, type Button } from "../card/button.ts";
import type { Fact, Notice } from "../card/notice.ts";
import { briefly } from "../card/scope.ts";
import { shellCode } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import { utc } from "../messages/time.ts";
import { lookPart } from "./change-ended.ts";
import { approversFact, causeFacts, headingOf, madeFact, wordsOf } from "./change-parts.ts";

export type ChangeProblem = Readonly<{
  title: string;
  asked: readonly string[];
  /** In place of what is said of every run. */
  done?: string;
  facts: readonly Fact[];
  /** In place of what is said to do after the failure: nobody is told to do it again before they have looked. */
  instead: Readonly<{ next: string; buttons: readonly Button[] }> | null;
  codes: NonNullable<Notice["codes"]>;
}>;

export function changeProblem(run: AgreedRun, failure: RunFailure, messages: Messages): ChangeProblem {
  const proposed = proposedIn(run.status);
  const common = {
    title: headingOf(run, messages.runState[run.status.state], messages),
    asked: wordsOf(run, messages).asked,
  };
  const approvers = proposed === undefined ? [] : [approversFact(proposed, "", messages)];
  const own =
    run.task.kind === "fix" ? ofFix(run, run.task, failure, messages) : ofChange(run, failure, messages);
  return { ...common, ...own, facts: [...approvers, ...own.facts] };
}

type Own = Omit<ChangeProblem, "title" | "asked">;

function ofChange(run: AgreedRun, failure: RunFailure, messages: Messages): Own {
  const isOpen = mayHaveChanged(failure.done);
  const look = isOpen ? lookPart(run, proposedIn(run.status), messages) : { codes: [], buttons: [] };
  return {
    facts: seenFact(run, messages),
    instead: isOpen ? { next: messages.changeState.findOut, buttons: look.buttons } : null,
    codes: look.codes,
  };
}

function seenFact({ status }: AgreedRun, { changeState: texts }: Messages): readonly Fact[] {
  if (status.state !== "lost" || status.seen === undefined) return [];
  const { is, at } = status.seen;
  const said = is === "changed" ? texts.changed : texts.unchanged;
  return [{ title: texts.seen, value: said(utc(at)) }];
}

/** What is so now, a diagnosis tells; what is left of it is asked for from there. */
function ofFix(run: AgreedRun, task: FixTask, failure: RunFailure, messages: Messages): Own {
  const { fixRun, buttons } = messages;
  const isOpen = mayHaveChanged(failure.done);
  return {
    ...(isOpen ? {} : { done: fixRun.nothingChanged }),
    ...(failure.done === "sentUnknown" ? { done: fixRun.notAgain } : {}),
    facts: [...madeFacts(run, messages), ...causeFacts(task, messages)],
    instead: isOpen
      ? { next: fixRun.findOut, buttons: [askAgain(buttons.checkAgain, "diagnose", run)] }
      : null,
    codes: task.undoes ? [] : [{ label: fixRun.lines, code: shellCode(linesOf(task.fix)) }],
  };
}

/** What was made, and of the one that nobody knows about, whether it shows. */
function madeFacts({ status }: AgreedRun, messages: Messages): readonly Fact[] {
  if (status.state !== "failed" && status.state !== "lost") return [];
  const { fixRun } = messages;
  const { made = 0 } = status;
  const objects = proposedIn(status)?.proposal.objects ?? [];
  const open = status.state === "lost" ? objects[made] : undefined;
  const seen = status.state === "lost" ? status.seen : undefined;
  const name = open === undefined ? "" : briefly(objectName(open.type, open.name));
  const said =
    seen === undefined
      ? name
      : seen.is === "changed"
        ? fixRun.seenMade(name, utc(seen.at))
        : fixRun.seenNotMade(name, utc(seen.at));
  return [madeFact(objects, made, messages), { title: fixRun.open, value: said }];
}
