// What can be asked, also as the welcome.
import template from "../../cards/help.json" with { type: "json" };
import type { Answer } from "../core/chat/answer.ts";
import { arrange, press } from "./button.ts";
import { example } from "./example.ts";
import type { Messages } from "./messages/messages.ts";
import type { Presented } from "./presented.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";

/** What is asked most; the rest is named below. */
const OWN_LINES = 7;

type Line = keyof Messages["help"]["does"];

/** Written alike in every language, NAME for a cluster; what is pasted is no words to write. */
export const helpLines: readonly (readonly [Line, string | null])[] = [
  ["diagnose", "diagnose NAME"],
  ["access", "access NAME"],
  ["command", "kubectl get pods -n web on NAME"],
  ["pasted", null],
  ["change", "kubectl rollout restart deployment/api -n web on NAME because REASON"],
  ["canI", "can-i kubectl get nodes on NAME"],
  ["watch", "watch NAME"],
  ["diagnoseFrom", 'diagnose NAME from 20.50.0.9 with "i/o timeout"'],
  ["withoutInside", "diagnose NAME without inside"],
  ["clusters", "clusters"],
  ["watches", "watches"],
  ["status", "status"],
  ["whoAmI", "who am I"],
  ["signOut", "sign out"],
  ["mode", "mode"],
  ["forgetMe", "forget me"],
];

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
  const lines = helpLines.map(([line, written]) => ({
    text: example(written ?? help.pasted, messages),
    does: said(help.does[line]),
  }));
  const heading = welcome ? help.welcome : help.title;
  return render(template, headed(heading, help.subtitle), {
    style: "default",
    title: plain(heading),
    subtitle: plain(help.subtitle),
    paragraphs: [plain(help.rights), said(help.plainWords)],
    say: plain(help.say),
    does: plain(help.happens),
    commands: lines.slice(0, OWN_LINES),
    links: [],
    buttons: arrange([
      press(buttons.clusters, { verb: "clusters" }),
      press(buttons.status, { verb: "status" }),
    ]),
    footer: plain(help.also(lines.slice(OWN_LINES).map(({ text }) => text))),
  });
}
