// What a card says of a change that did not end well, beside what it says of every run.
import { mayHaveChanged, type RunFailure } from "../core/run/failure.ts";
import type { Run } from "../core/run/run.ts";
import type { Button } from "./button.ts";
import { lookPart } from "./change-look.ts";
import { approversFact, type ChangeRun, headingOf, proposedOf, whoAsks } from "./change-parts.ts";
import type { Messages } from "./messages/messages.ts";
import type { Fact, Notice } from "./notice.ts";
import { utc } from "./time.ts";

export type ChangeProblem = Readonly<{
  title: string;
  why: string;
  facts: readonly Fact[];
  /** In place of what is said to do after the failure: nobody is told to do it again before they have looked. */
  instead: Readonly<{ next: string; buttons: readonly Button[] }> | null;
  codes: NonNullable<Notice["codes"]>;
}>;

export function changeProblem(run: ChangeRun, failure: RunFailure, messages: Messages): ChangeProblem {
  const { changeState, runState } = messages;
  const proposed = proposedOf(run);
  const isOpen = mayHaveChanged(failure.done);
  const look = isOpen ? lookPart(run, proposed, messages) : { codes: [], buttons: [] };
  return {
    title: headingOf(run, runState[run.status.state], messages),
    why: whoAsks(run, messages),
    facts: [
      ...(proposed === undefined ? [] : [approversFact(proposed, "", messages)]),
      ...seenFact(run.status, messages),
    ],
    instead: isOpen ? { next: changeState.findOut, buttons: look.buttons } : null,
    codes: look.codes,
  };
}

function seenFact(status: Run["status"], { changeState: texts }: Messages): readonly Fact[] {
  if (status.state !== "lost" || status.seen === undefined) return [];
  const { is, at } = status.seen;
  const said = is === "changed" ? texts.changed : texts.unchanged;
  return [{ title: texts.seen, value: said(utc(at)) }];
}
