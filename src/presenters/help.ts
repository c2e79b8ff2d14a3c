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

type Line = keyof Messages["help"]["does"];

/** Written alike in every language; what is pasted is no words to write. */
export const helpLines: readonly (readonly [Line, string | null])[] = [
  ["diagnose", "diagnose prod-1"],
  ["access", "access prod-1"],
  ["command", "kubectl get pods -n web on prod-1"],
  ["pasted", null],
  ["canI", "can-i kubectl get nodes on prod-1"],
  ["watch", "watch prod-1"],
  ["diagnoseFrom", 'diagnose prod-1 from 20.50.0.9 with "i/o timeout"'],
  ["clusters", "clusters"],
  ["watches", "watches"],
  ["status", "status"],
  ["whoAmI", "who am I"],
  ["signOut", "sign out"],
  ["mode", "mode"],
  ["forgetMe", "forget me"],
];

/** The card that is asked for most says the same every time, so it is expanded once for its texts. */
const expanded = new WeakMap<Messages["help"], Map<boolean, Presented>>();

export function presentHelp({ welcome }: Extract<Answer, { kind: "help" }>, messages: Messages): Presented {
  const known = expanded.get(messages.help) ?? new Map<boolean, Presented>();
  const presented = known.get(welcome) ?? expand(welcome, messages);
  expanded.set(messages.help, known.set(welcome, presented));
  return presented;
}

function expand(welcome: boolean, { help, buttons, headed }: Messages): Presented {
  const heading = welcome ? help.welcome : help.title;
  return render(template, headed(heading, help.subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(help.subtitle),
    paragraphs: [plain(help.rights), plain(help.plainWords)],
    say: plain(help.say),
    does: plain(help.happens),
    commands: helpLines
      .slice(0, OWN_LINES)
      .map(([line, written]) => ({ text: written ?? help.pasted, does: plain(help.does[line]) })),
    links: [],
    buttons: arrange([
      press(buttons.clusters, { verb: "clusters" }),
      press(buttons.status, { verb: "status" }),
    ]),
    footer: plain(help.also(helpLines.slice(OWN_LINES).map(([, written]) => written ?? help.pasted))),
  });
}
