// Our policy said no: why, who may, and whom to ask. Each once.
import type { Answer } from "../../core/conversation/answer.ts";
import type { Decision } from "../../core/policy/decision.ts";
import { actionButton, helpButton } from "../card/button.ts";
import { type CardFact, presentNotice, type Style } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { resourceLabel } from "../card/scope.ts";
import { shellCode } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

type Denied = Extract<Decision, { effect: "deny" }>;

const whoMay = ({ wouldAllow, reason }: Denied, { denied }: Messages): string =>
  denied.whoMay({
    names: wouldAllow.map(({ name }) => name),
    known: reason.is !== "membershipUnknown",
  });

export function presentDenied(answer: Extract<Answer, { kind: "denied" }>, messages: Messages): Presented {
  const texts = messages.denied;
  const { decision, instead } = answer;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title(answer),
    subtitle: texts.subtitle,
    asked: answer.asked,
    facts: [
      { title: texts.why, value: say(messages.denials, decision.reason) },
      { title: texts.wouldAllow, value: whoMay(decision, messages) },
    ],
    codes: instead === undefined ? [] : [{ label: messages.refused.instead, code: shellCode([instead]) }],
    buttons: [
      ...(instead === undefined ? [] : [actionButton(messages.refused.ask, { verb: "say", say: instead })]),
      helpButton(messages),
    ],
  });
}

// Would this command be allowed: both locks, one beside the other. Nothing is run.

type CanI = Extract<Answer, { kind: "canI"; azure: unknown }>;
type Never = Exclude<Extract<Answer, { kind: "canI" }>, CanI>;

/** What could not be read is never a yes. */
function verdict(
  { decision, azure, cluster }: CanI,
  { canI }: Messages,
): Readonly<{ style: Style; title: string; subtitle: string }> {
  if (decision.effect === "deny")
    return {
      style: "warning",
      title: canI.no({ cluster }),
      subtitle: decision.byMode ? canI.modeShut : canI.policyShut,
    };
  switch (azure.state) {
    case "allowed":
      return { style: "good", title: canI.yes({ cluster }), subtitle: canI.bothOpen };
    case "missing":
      return { style: "warning", title: canI.no({ cluster }), subtitle: canI.azureShut };
    case "unknown":
      return { style: "emphasis", title: canI.maybe({ cluster }), subtitle: canI.azureUnknown };
  }
}

function policyFacts({ decision }: CanI, messages: Messages): readonly CardFact[] {
  const { canI, denied, denials, sayApproval } = messages;
  if (decision.effect === "allow") {
    const output = decision.show === "personal" ? canI.policyPersonal : canI.outputThread;
    return [
      { title: canI.policy, value: canI.policyAllows(decision) },
      { title: canI.approval, value: decision.approval ? sayApproval(decision.approval) : "" },
      { title: canI.output, value: output },
    ];
  }
  const why = `✖ ${say(denials, decision.reason)}`;
  if (decision.byMode) return [{ title: canI.mode, value: why }];
  return [
    { title: canI.policy, value: why },
    { title: denied.wouldAllow, value: whoMay(decision, messages) },
  ];
}

function azureFacts({ azure }: CanI, { canI, scopes }: Messages): readonly CardFact[] {
  if (azure.state === "allowed") return [{ title: canI.azure, value: canI.azureAllows }];
  const role = { title: canI.role, value: azure.role ?? "" };
  if (azure.state === "unknown") {
    const needs = azure.needs.map(({ action, scope }) =>
      canI.need({ action, scope: resourceLabel(scope, { scopes }) }),
    );
    return [{ title: canI.azure, value: canI.azureOpen({ needs }) }, role];
  }
  const missing = azure.needs.map(({ action, scope }) => ({
    title: canI.azure,
    value: canI.azureMissing({ action, scope: resourceLabel(scope, { scopes }) }),
  }));
  return [...missing, role];
}

const presentNever = ({ asked, cluster, refusal }: Never, messages: Messages): Presented =>
  presentNotice(messages, {
    style: "warning",
    title: messages.canI.no({ cluster }),
    subtitle: messages.canI.onlyReads,
    asked,
    paragraphs: [say(messages.refusals, refusal.reason)],
  });

export function presentCanI(answer: CanI | Never, messages: Messages): Presented {
  if ("refusal" in answer) return presentNever(answer, messages);
  return presentNotice(messages, {
    ...verdict(answer, messages),
    asked: answer.asked,
    facts: [...policyFacts(answer, messages), ...azureFacts(answer, messages)],
  });
}

// The mode in force forbids it: who set it, when and why.

export function presentClosed(answer: Extract<Answer, { kind: "closed" }>, messages: Messages): Presented {
  const texts = messages.closed;
  return presentNotice(messages, {
    style: "warning",
    title: texts.title,
    subtitle: say(messages.denials, answer.reason),
    asked: answer.asked,
    facts: [{ title: texts.next, value: texts.nextText }],
    buttons: [helpButton(messages)],
  });
}
