// How an owner would give a missing right.

import { commandText } from "../core/command/command-text.ts";
import { parseClusterName } from "../core/conversation/cluster-name.ts";
import type { Requester } from "../core/requester.ts";
import { quoteArgv } from "../core/text/quote.ts";
import { shellCode } from "./code.ts";
import type { Messages } from "./messages/messages.ts";
import type { Notice } from "./notice.ts";
import { subscriptionOf } from "./scope.ts";

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
): Pick<Notice, "codes" | "paragraphs"> {
  if (scope.startsWith("/"))
    return { codes: [{ label: grant.line, code: shellCode([grantLine(to, role, scope)]) }] };
  const name = parseClusterName(cluster)?.name;
  if (name === undefined) return { paragraphs: [grant.noLine(role, cluster)] };
  return { codes: [{ label: grant.lineByName, code: shellCode([grantLineByName(to, role, name)]) }] };
}
