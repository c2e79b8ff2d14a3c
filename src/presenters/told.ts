// A sentence about the bot itself, and what to ask next.
import type { Answer } from "../core/conversation/answer.ts";
import type { Topic } from "../core/conversation/topic.ts";
import { verbs } from "../core/conversation/verbs.ts";
import { help, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

/** What may be asked next: the texts of its buttons, and what each asks. */
type Next = "diagnose" | "events" | "status" | "whoAmI";
const lines: Readonly<Record<Next, string>> = {
  diagnose: verbs.diagnose.line,
  events: "kubectl get events -A",
  status: verbs.status.line,
  whoAmI: verbs.whoAmI.line,
};

const next: Readonly<Record<Topic, readonly Next[]>> = {
  approve: ["status"],
  approvers: ["status", "whoAmI"],
  azure: ["diagnose"],
  data: [],
  emergency: ["whoAmI"],
  exec: ["events"],
  fix: ["diagnose", "status"],
  identity: ["whoAmI"],
  file: [],
  impact: [],
  job: [],
  press: ["status"],
  roles: ["whoAmI"],
  terms: [],
  upgrades: ["diagnose"],
  volume: ["events"],
  who: ["diagnose", "events"],
};

export function presentTold(
  { topic, asked }: Extract<Answer, { kind: "told" }>,
  messages: Messages,
): Presented {
  const { title, text } = messages.told[topic];
  const buttons = next[topic].map((each) => press(messages.buttons[each], { verb: "say", say: lines[each] }));
  return presentNotice(messages, {
    style: "default",
    title,
    subtitle: text,
    asked,
    buttons: [...buttons, help(messages)],
  });
}
