// What can be asked, also as the welcome.
import template from "../../cards/help.json" with { type: "json" };
import type { Answer } from "../core/chat/answer.ts";
import { arrange, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";

/** What is asked most; the rest is named below. */
const OWN_LINES = 6;

/** The card that is asked for most says the same every time, so it is expanded once for its texts. */
const expanded = new WeakMap<Messages, Map<boolean, Presented>>();

export function presentHelp({ welcome }: Extract<Answer, { kind: "help" }>, messages: Messages): Presented {
  const known = expanded.get(messages) ?? new Map<boolean, Presented>();
  const presented = known.get(welcome) ?? expand(welcome, messages);
  expanded.set(messages, known.set(welcome, presented));
  return presented;
}

function expand(welcome: boolean, { help, buttons, beside }: Messages): Presented {
  const heading = welcome ? help.welcome : help.title;
  return render(template, beside.below(heading, help.subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(help.subtitle),
    paragraphs: [plain(help.rights), plain(help.plainWords)],
    say: plain(help.say),
    does: plain(help.does),
    commands: help.commands.slice(0, OWN_LINES).map(([text, does]) => ({ text, does: plain(does ?? "") })),
    links: [],
    buttons: arrange([
      press(buttons.clusters, { verb: "clusters" }),
      press(buttons.status, { verb: "status" }),
    ]),
    footer: plain(help.also(help.commands.slice(OWN_LINES).map(([text = ""]) => text))),
  });
}
