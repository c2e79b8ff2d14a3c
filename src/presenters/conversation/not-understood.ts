// Text that is no question we know: lines that may have been meant, to be pressed, else three that can be asked.
import template from "../../../cards/which-cluster.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import { conversationTopics } from "../../core/conversation/topic.ts";
import { verbEntries } from "../../core/conversation/verbs.ts";
import { actionButton, example, helpButton } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { clip, commandLines, label, plain, shellCode } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

/** Written alike in every language. */
const EXAMPLES = verbEntries.flatMap(([, verb]) => verb.example ?? []);

type NotUnderstood = Extract<Answer, { kind: "notUnderstood" }>;

/** The longest title of a button that stands alone. */
const LONGEST = 16;

export function presentNotUnderstood(answer: NotUnderstood, messages: Messages): Presented {
  const { suggestions = [] } = answer;
  const texts = messages.notUnderstood;
  if (suggestions.length > 0)
    return presentLines(
      answer.asked,
      suggestions,
      { ...texts, ...headOf(answer, texts), footer: texts.suggestionsFooter },
      messages,
    );
  return presentNotice(messages, {
    style: "emphasis",
    title: texts.title,
    subtitle: say(messages.misread, answer.reason),
    asked: answer.asked,
    codes: [{ label: texts.examples, code: shellCode(EXAMPLES.map((line) => example(line, messages))) }],
    buttons: [helpButton(messages)],
  });
}

function headOf({ also }: NotUnderstood, texts: Messages["notUnderstood"]) {
  if (also === "found") return { title: texts.foundTitle, subtitle: texts.found };
  return also
    ? { title: texts.alsoTitle, subtitle: texts.also }
    : { title: texts.whichTitle, subtitle: texts.suggestions };
}

type Texts = Readonly<{
  title: string;
  subtitle: string;
  footer: string;
  ask: (values: Readonly<{ number: number }>) => string;
}>;

/** Whole lines, each with a button that asks it as if it had been typed. */
function presentLines(asked: string, lines: readonly string[], texts: Texts, messages: Messages): Presented {
  return renderCard(template, messages.headed(texts.title, texts.subtitle), {
    title: plain(texts.title),
    subtitle: plain(texts.subtitle),
    asked: commandLines(asked),
    options: lines.map((line, index) => ({
      heading: lines.length === 1 ? "" : `${index + 1}.`,
      command: commandLines(titleOf(line, messages) ?? line),
      buttons: [
        actionButton(nameOf(titleOf(line, messages) ?? line) ?? texts.ask({ number: index + 1 }), {
          verb: "say",
          say: line,
        }),
      ],
    })),
    footer: plain(texts.footer),
  });
}

const nameOf = (shown: string): string | null => (shown.length <= LONGEST ? label(shown) : null);

/** `about place`: nobody writes so; what the sentence is about says its title. */
function titleOf(line: string, { told }: Messages): string | null {
  const topic = conversationTopics.find((each) => line === `about ${each}`);
  return topic === undefined ? null : told[topic].title;
}

// A change that was asked for in words, as the command that makes it: nothing goes on without a press.

/** Whoever wrote more sees it in what they asked. */
const shown = (unread: readonly string[]): readonly string[] =>
  unread.slice(0, 5).map((each) => clip(each, 40));

export function presentAskBack(
  { asked, line, unread = [] }: Extract<Answer, { kind: "askBack" }>,
  messages: Messages,
): Presented {
  const { askBack } = messages;
  const texts = {
    title: askBack.title,
    subtitle: messages.sentences([
      askBack.subtitle,
      unread.length === 0 ? "" : askBack.unread({ words: shown(unread) }),
    ]),
    ask: () => askBack.ask,
    footer: askBack.footer,
  };
  return presentLines(asked, [line], texts, messages);
}

// A command that is not accepted, or something that is no command of ours: why, and what to write instead.

export function presentRefused(answer: Extract<Answer, { kind: "refused" }>, messages: Messages): Presented {
  const { instead } = answer;
  const isBeyond = answer.refusal.reason.is === "beyond";
  return presentNotice(messages, {
    style: isBeyond ? "default" : "warning",
    title: isBeyond ? messages.refused.beyond : messages.refused.title,
    ...(!isBeyond && { subtitle: messages.refused.subtitle }),
    asked: answer.asked,
    paragraphs: [say(messages.refusals, answer.refusal.reason)],
    codes: instead === undefined ? [] : [{ label: messages.refused.instead, code: shellCode([instead]) }],
    buttons: [
      ...(instead === undefined ? [] : [actionButton(messages.refused.ask, { verb: "say", say: instead })]),
      helpButton(messages),
    ],
  });
}
