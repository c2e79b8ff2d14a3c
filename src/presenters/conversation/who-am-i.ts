// Who the product thinks the requester is, and what their groups allow.
import type { Answer } from "../../core/conversation/answer.ts";
import type { AccessPhrase } from "../../core/policy/describe-access.ts";
import { type CardFact, presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";

function groupNames(
  { membership, groups }: Extract<Answer, { kind: "whoAmI" }>,
  { whoAmI, memberships }: Messages,
): string {
  if (membership.status === "unknown")
    return whoAmI.groupsUnknown({ reason: say(memberships, membership.reason) });
  const names = groups.filter(({ id }) => membership.groupIds.includes(id)).map(({ name }) => name);
  return names.length === 0 ? whoAmI.noGroups : names.join("; ");
}

export function presentWhoAmI(answer: Extract<Answer, { kind: "whoAmI" }>, messages: Messages): Presented {
  const texts = messages.whoAmI;
  const { requester } = answer;
  /** One line a rule. */
  const listed = (title: string, phrases: readonly AccessPhrase[]): readonly CardFact[] => {
    const items = phrases.map((phrase) => say(messages.accessPhrases, phrase));
    return (items.length === 0 ? [texts.nothing] : [...new Set(items)]).map((value) => ({ title, value }));
  };
  return presentNotice(messages, {
    style: "default",
    title: texts.title({ name: requester.displayName }),
    facts: [
      { title: texts.groups, value: groupNames(answer, messages) },
      ...listed(texts.diagnose, answer.mayDiagnose),
      ...listed(texts.lookInside, answer.mayLookInside),
      ...listed(texts.watch, answer.mayWatch),
      ...listed(texts.volunteer, answer.mayVolunteer),
      ...listed(texts.run, answer.mayRun),
      ...listed(texts.change, answer.mayChange),
      ...listed(texts.fix, answer.mayFix),
      { title: texts.objectId, value: requester.objectId },
      { title: texts.tenant, value: requester.tenantId },
    ],
    paragraphs: [texts.rest],
  });
}
