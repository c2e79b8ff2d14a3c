// What can be asked, also as the welcome.
import template from "../../../cards/help.json" with { type: "json" };
import type { Answer } from "../../core/conversation/answer.ts";
import { type HelpLine, helpRows } from "../../core/conversation/verbs.ts";
import { actionButton, arrange, example } from "../card/button.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { plain } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";

/** What is asked most; the rest is named below. */
const OWN_LINES = 7;

/** The card that is asked for most is expanded once for its texts, and for each cluster of its examples. */
const expanded = new WeakMap<Messages["help"], Map<string, Presented>>();
const mostKept = 100;

export function presentHelp({ welcome }: Extract<Answer, { kind: "help" }>, messages: Messages): Presented {
  const known = expanded.get(messages.help) ?? new Map<string, Presented>();
  const key = `${welcome} ${messages.exampleCluster}`;
  const presented = known.get(key) ?? expand(welcome, messages);
  if (known.size >= mostKept) known.clear();
  expanded.set(messages.help, known.set(key, presented));
  return presented;
}

function expand(welcome: boolean, messages: Messages): Presented {
  const { help, buttons, headed } = messages;
  const said = (text: string) => plain(example(text, messages));
  const does: Readonly<Record<HelpLine, string>> = help.does;
  const lines = helpRows.map(({ line, write }) => ({
    text: example(write ?? help.pasted, messages),
    does: said(does[line]),
  }));
  const heading = welcome ? help.welcome : help.title;
  return renderCard(template, headed(heading, help.subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(help.subtitle),
    paragraphs: [plain(help.rights), said(help.plainWords)],
    say: plain(help.say),
    does: plain(help.happens),
    commands: lines.slice(0, OWN_LINES),
    links: [],
    buttons: arrange([
      actionButton(buttons.clusters, { verb: "clusters" }),
      actionButton(buttons.status, { verb: "status" }),
    ]),
    footer: plain(help.also({ lines: lines.slice(OWN_LINES).map(({ text }) => text) })),
  });
}
