// The mode in force: what works, who set it, when and why. Also the line that other cards carry in any mode but `full`.
import type { Answer } from "../../core/conversation/answer.ts";
import type { ModeInForce } from "../../core/mode.ts";
import type { PolicyState } from "../../core/policy/policy.ts";
import { type CardFact, presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { say } from "../messages/catalogue/says.ts";
import { utc } from "../messages/catalogue/time.ts";
import type { Messages } from "../messages/messages.ts";

export function presentMode(answer: Extract<Answer, { kind: "mode" }>, messages: Messages): Presented {
  const texts = messages.mode;
  const { mode, changed, refused, policy } = answer;
  const facts = [...(mode === null ? [] : factsOf(mode, messages)), ...policyFacts(policy, messages)];
  if (refused !== null) {
    const inForce = { title: texts.inForce, value: mode?.mode ?? texts.unknown };
    return presentNotice(messages, {
      style: "warning",
      title: texts.unchanged,
      subtitle: say(messages.noOperator, refused),
      facts: [inForce, ...facts],
    });
  }
  if (mode === null)
    return presentNotice(messages, {
      style: "attention",
      title: texts.unknown,
      subtitle: texts.unknownText,
      facts,
    });
  return presentNotice(messages, {
    style: mode.mode === "full" ? "good" : "warning",
    title: changed ? texts.changed(mode) : texts.title(mode),
    subtitle: texts.does[mode.mode],
    facts,
    paragraphs: mode.mode === "full" ? [] : [texts.sent],
  });
}

function policyFacts(
  { version, others, refused }: PolicyState,
  { mode: texts }: Messages,
): readonly CardFact[] {
  const versions = { title: texts.policy, value: texts.policyText({ version, others }) };
  if (refused === undefined) return [versions];
  return [versions, { title: texts.newerPolicy, value: texts.newerPolicyText(refused) }];
}

/** Nothing where nobody has ever set a mode. */
function factsOf({ setBy, since, reason }: ModeInForce, { mode: texts }: Messages): readonly CardFact[] {
  if (setBy === null) return [];
  return [
    { title: texts.setBy, value: setBy.displayName },
    { title: texts.since, value: utc(since) },
    { title: texts.reason, value: reason ?? texts.noReason },
  ];
}

/** Empty in mode `full`; null is a mode that could not be read. `toAnybody`: neither who set it, nor when and why. */
export function modeLine(mode: ModeInForce | null, { mode: texts }: Messages, toAnybody: boolean): string {
  if (mode === null) return texts.unknownLine;
  if (mode.mode === "full") return "";
  if (toAnybody) return texts.shortLine(mode);
  return texts.line({ ...mode, name: mode.setBy?.displayName ?? "?" });
}
