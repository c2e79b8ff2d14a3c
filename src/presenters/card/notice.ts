// The shape shared by every card that is a band, some sentences, facts, code and buttons.
import template from "../../../cards/notice.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import { mayHaveChanged, type RunFailure } from "../../core/run/failure.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";
import { arrange, type Button, helpButton } from "./button.ts";
import { clockTime, type Presented, renderCard } from "./presented.ts";
import { resourceLabel } from "./scope.ts";
import { type Code, commandLines, plain } from "./text.ts";

/** Colour of the band. It repeats what the title says in words. */
export type Style = "default" | "emphasis" | "good" | "warning" | "attention";

/** `at`: ISO time, whose time of day stands before the value as the reader's client writes it. */
export type CardFact = Readonly<{ title: string; value: string; at?: string }>;

/** All texts as people write them; this is where they are escaped. */
export type NoticeCard = Readonly<{
  style: Style;
  title: string;
  subtitle?: string;
  /** The question this answers, in the words it was asked. */
  asked?: string;
  paragraphs?: readonly string[];
  facts?: readonly CardFact[];
  /** Somebody else's words, whole: lines wrap, which in a code block they do not. */
  said?: Readonly<{ label: string; lines: readonly string[] }>;
  codes?: readonly Readonly<{ label: string; code: Code }>[];
  links?: readonly Readonly<{ title: string; url: string }>[];
  buttons?: readonly Button[];
  footer?: string;
}>;

/** Facts with something to say. */
const toFacts = (facts: readonly CardFact[]) =>
  facts
    .filter(({ value }) => value !== "")
    .map(({ title, value, at }) => ({ title: plain(title), value: withClock(at, plain(value)) }));

export const withClock = (at: string | undefined, value: string): string =>
  at === undefined ? value : `${clockTime(at)} ${value}`;

export function presentNotice({ headed }: Pick<Messages, "headed">, notice: NoticeCard): Presented {
  const { links = [], buttons = [], subtitle = "", asked = "" } = notice;
  return renderCard(template, headed(notice.title, subtitle), {
    style: notice.style,
    title: plain(notice.title),
    subtitle: plain(subtitle),
    asked: asked === "" ? [] : commandLines(asked),
    paragraphs: (notice.paragraphs ?? []).filter((text) => text !== "").map((text) => plain(text)),
    facts: toFacts(notice.facts ?? []),
    saidHead: plain(notice.said?.label ?? ""),
    said: notice.said?.lines ?? [],
    codes: (notice.codes ?? []).map(({ label, code }) => ({
      label: plain(label),
      ...code,
    })),
    links,
    buttons: arrange(buttons, links.length),
    footer: plain(notice.footer ?? ""),
  });
}

// Azure, Teams or the database failed outside a run.

// A failure in words: what happened, what was and was not done, what to do.

type Said = Readonly<{ happened: string; done: string; next: string }>;

export function sayFailure(failure: RunFailure, messages: Messages): Said {
  const { happened, next, done } = messages.failures;
  return {
    happened: say(happened, failure.happened),
    done: done[failure.done] ?? failure.done,
    next: say(next, failure.happened),
  };
}

export function presentFailure(answer: Extract<Answer, { kind: "failure" }>, messages: Messages): Presented {
  const { failure: texts, runProblem, footer, unmasked } = messages;
  const { failure, id } = answer;
  const said = sayFailure(failure, messages);
  return presentNotice(messages, {
    style: "attention",
    // A refusal is no fault of ours.
    title: failure.happened.is === "unexpected" || mayHaveChanged(failure.done) ? texts.title : texts.notDone,
    subtitle: said.happened,
    asked: answer.asItIs ? unmasked.asked({ asked: answer.asked }) : answer.asked,
    facts: [
      { title: texts.done, value: said.done },
      { title: texts.next, value: said.next },
      { title: runProblem.action, value: failure.needs?.action ?? "" },
      {
        title: runProblem.scope,
        value: failure.needs === undefined ? "" : resourceLabel(failure.needs.scope, messages),
      },
      { title: runProblem.role, value: failure.needs?.role ?? "" },
    ],
    buttons: [helpButton(messages)],
    footer: id === null ? "" : footer.logId({ id }),
  });
}
