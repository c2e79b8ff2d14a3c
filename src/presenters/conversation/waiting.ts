// A question that takes its time before anything of it is on its way. The same message is edited into its answer.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Topic } from "../../core/conversation/topic.ts";
import { chatVerbs } from "../../core/conversation/verbs.ts";
import { actionButton, helpButton } from "../card/button.ts";
import { presentNotice } from "../card/notice.ts";
import { type Presented, refreshedWaiting } from "../card/presented.ts";
import type { Messages } from "../messages/messages.ts";

export function presentWaiting(answer: Extract<Answer, { kind: "waiting" }>, messages: Messages): Presented {
  const { asked, step, seconds } = answer;
  const { waiting: texts } = messages;
  const doing = step === null ? texts.noStep : texts.steps[step];
  const notice = presentNotice(messages, {
    style: "default",
    title: texts.title,
    subtitle: texts.soFar({ doing, seconds }),
    asked,
  });
  return refreshedWaiting(notice, answer);
}

// A sentence about the bot itself, and what to ask next.

/** What may be asked next: the texts of its buttons, and what each asks. */
type Next =
  | "clusters"
  | "diagnose"
  | "events"
  | "incidents"
  | "mode"
  | "status"
  | "watches"
  | "week"
  | "whoAmI";
const lines: Readonly<Record<Next, string>> = {
  clusters: chatVerbs.clusters.line,
  diagnose: chatVerbs.diagnose.line,
  events: "kubectl get events -A",
  incidents: chatVerbs.incidents.line,
  mode: chatVerbs.mode.line,
  status: chatVerbs.status.line,
  watches: chatVerbs.watches.line,
  week: chatVerbs.week.line,
  whoAmI: chatVerbs.whoAmI.line,
};

const next: Readonly<Record<Topic, readonly Next[]>> = {
  address: [],
  alertApi: ["diagnose"],
  alertJobs: ["diagnose"],
  alertLimits: ["diagnose"],
  alertNames: ["diagnose"],
  alertNodeRoom: ["diagnose"],
  alertNodes: ["diagnose"],
  alertPending: ["diagnose"],
  alertPods: ["diagnose"],
  alertRestarts: ["diagnose"],
  alertRule: ["diagnose"],
  alertVolumes: ["diagnose"],
  alone: ["whoAmI"],
  approve: ["status"],
  approvers: ["status", "whoAmI"],
  asOfNow: [],
  azure: ["diagnose", "clusters"],
  bot: [],
  calls: ["incidents", "watches"],
  cards: [],
  certificates: ["clusters"],
  data: [],
  device: [],
  emergency: ["whoAmI"],
  exec: ["events"],
  expires: ["status"],
  fix: ["diagnose", "status"],
  freeze: ["mode", "whoAmI"],
  hello: ["diagnose"],
  identity: ["whoAmI"],
  incident: [],
  file: [],
  impact: [],
  job: [],
  languages: [],
  merge: ["incidents"],
  more: [],
  muteOne: ["watches"],
  names: ["clusters"],
  otherPerson: [],
  outage: ["diagnose"],
  payload: [],
  place: ["whoAmI"],
  policy: ["whoAmI"],
  press: ["status"],
  private: ["clusters"],
  reading: [],
  records: ["status", "incidents"],
  reject: ["status"],
  remind: ["status"],
  roles: ["whoAmI"],
  secrets: ["whoAmI"],
  settings: [],
  shift: ["incidents", "week"],
  shown: [],
  sorry: ["diagnose"],
  team: [],
  terms: [],
  upgrades: ["clusters"],
  volume: ["events"],
  who: ["diagnose", "events"],
  withdraw: ["status"],
};

export function presentTold(
  { topic, asked, open }: Extract<Answer, { kind: "told" }>,
  messages: Messages,
): Presented {
  const { title, text } = messages.told[topic];
  const { withdraw } = messages.approval.buttons;
  const buttons = [
    ...(open === undefined ? [] : [actionButton(withdraw, { verb: "change.withdraw", run: open })]),
    ...next[topic].map((each) => actionButton(messages.buttons[each], { verb: "say", say: lines[each] })),
  ];
  return presentNotice(messages, {
    style: "default",
    title,
    subtitle: text,
    asked,
    buttons: [...buttons, helpButton(messages)],
  });
}
