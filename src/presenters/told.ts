// A sentence about the bot itself, and what to ask next.
import type { Answer } from "../core/chat/answer.ts";
import type { Topic } from "../core/chat/topic.ts";
import { type Button, help, press } from "./button.ts";
import type { Messages } from "./messages/messages.ts";
import { presentNotice } from "./notice.ts";
import type { Presented } from "./presented.ts";

/** Lines of the grammar, each a button. */
const next: Readonly<Record<Topic, readonly string[]>> = {
  approve: ["status"],
  approvers: ["status", "who am i"],
  azure: ["diagnose"],
  data: [],
  emergency: ["who am i"],
  exec: [],
  fix: ["diagnose", "status"],
  identity: ["who am i"],
  job: [],
  namespace: [],
  volume: ["kubectl get pvc -A"],
  who: ["diagnose", "kubectl get events -A"],
};

export function presentTold(
  { topic, asked }: Extract<Answer, { kind: "told" }>,
  messages: Messages,
): Presented {
  const { title, text } = messages.told[topic];
  const buttons = next[topic].map((line): Button => press(line, { verb: "say", say: line }));
  return presentNotice(messages, {
    style: "default",
    title,
    subtitle: text,
    asked,
    buttons: [...buttons, help(messages)],
  });
}
