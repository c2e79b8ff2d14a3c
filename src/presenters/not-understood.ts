// Text that is no question we know: lines that may have been meant, to be pressed, else three that can be asked.
import template from "../../cards/which-cluster.json" with { type: "json" };
import type { Answer } from "../core/conversation/answer.ts";
import { verbEntries } from "../core/conversation/verbs.ts";
import { help, press } from "./button.ts";
import { commandLines, shellCode } from "./code.ts";
import { example } from "./example.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { label, plain } from "./text.ts";

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
      { ...texts, subtitle: texts.suggestions, footer: texts.suggestionsFooter },
      messages,
    );
  return presentNotice(messages, {
    style: "emphasis",
    title: texts.title,
    subtitle: say(messages.misread, answer.reason),
    asked: answer.asked,
    codes: [{ label: texts.examples, code: shellCode(EXAMPLES.map((line) => example(line, messages))) }],
    buttons: [help(messages)],
  });
}

type Texts = Readonly<{ title: string; subtitle: string; footer: string; ask: (number: number) => string }>;

/** Whole lines, each with a button that asks it as if it had been typed. */
export function presentLines(
  asked: string,
  lines: readonly string[],
  texts: Texts,
  messages: Messages,
): Presented {
  return render(template, messages.headed(texts.title, texts.subtitle), {
    title: plain(texts.title),
    subtitle: plain(texts.subtitle),
    asked: commandLines(asked),
    options: lines.map((line, index) => ({
      heading: lines.length === 1 ? "" : `${index + 1}.`,
      command: commandLines(line),
      buttons: [
        press(line.length <= LONGEST ? label(line) : texts.ask(index + 1), { verb: "say", say: line }),
      ],
    })),
    footer: plain(texts.footer),
  });
}
