// Our policy allowed it, Azure did not: the missing right and how an owner gives it.

import { parseClusterName } from "../../core/cluster-name.ts";
import { commandText } from "../../core/command/grammar/command-request.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { Requester } from "../../core/requester.ts";
import { quoteArgv } from "../../core/text/marked.ts";
import { type NoticeCard, presentNotice } from "../card/notice.ts";
import type { Presented } from "../card/presented.ts";
import { resourceLabel, subscriptionOf } from "../card/scope.ts";
import { shellCode } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";

// How an owner would give a missing right.

type Person = Pick<Requester, "objectId">;
type Grant = Readonly<{ role: string; scope: string; cluster: string }>;

/** Asks nothing and reads no directory: the person is named by object id. */
function grantLine(to: Person, role: string, scope: string): string {
  const subscription = subscriptionOf(scope);
  const words = ["az", "role", "assignment", "create", "--role", role, "--scope", scope];
  const person = ["--assignee-object-id", to.objectId, "--assignee-principal-type", "User"];
  return commandText({
    argv: [...words, ...person, ...(subscription === null ? [] : ["--subscription", subscription])],
    filters: [],
  });
}

/** Whoever runs it has the cluster looked up: the person who lacks the right does not see its id. */
function grantLineByName({ objectId }: Person, role: string, name: string): string {
  const words = ["--assignee-object-id", objectId, "--assignee-principal-type", "User"];
  const id = `"$(az aks list --query "[?name=='${name}'].id" --output tsv)"`;
  return `${quoteArgv(["az", "role", "assignment", "create", "--role", role, ...words])} --scope ${id}`;
}

/** The line to copy; a sentence where not even the cluster's name is known. */
export function grantPart(
  to: Person,
  { role, scope, cluster }: Grant,
  { grant }: Messages,
): Pick<NoticeCard, "codes" | "paragraphs"> {
  if (scope.startsWith("/"))
    return { codes: [{ label: grant.line, code: shellCode([grantLine(to, role, scope)]) }] };
  const name = parseClusterName(cluster)?.name;
  if (name === undefined) return { paragraphs: [grant.noLine({ role, cluster })] };
  return { codes: [{ label: grant.lineByName, code: shellCode([grantLineByName(to, role, name)]) }] };
}

export function presentAzureDenied(
  answer: Extract<Answer, { kind: "azureDenied" }>,
  messages: Messages,
): Presented {
  const texts = messages.azureDenied;
  const { needs, role } = answer;
  const person = answer.requester ?? { objectId: texts.someone };
  return presentNotice(messages, {
    style: "warning",
    title: texts.title(answer),
    subtitle: texts.subtitle,
    asked: answer.asked,
    facts: [
      { title: texts.action, value: needs.action },
      {
        title: texts.scope,
        value: answer.noneVisible ? texts.anyScope(answer) : resourceLabel(needs.scope, messages),
      },
      { title: texts.role, value: role },
    ],
    ...grantPart(person, { role, scope: needs.scope, cluster: answer.cluster }, messages),
  });
}
