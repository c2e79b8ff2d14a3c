// How an owner would give a missing right.

import { commandText } from "../core/command/command-text.ts";
import type { Requester } from "../core/requester.ts";
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

/** The line to copy; a sentence where the scope is known by name alone, which no line can use. */
export function grantPart(
  to: Person,
  { role, scope, cluster }: Grant,
  { grant }: Messages,
): Pick<Notice, "codes" | "paragraphs"> {
  if (!scope.startsWith("/")) return { paragraphs: [grant.noLine(role, cluster)] };
  return { codes: [{ label: grant.line, code: shellCode([grantLine(to, role, scope)]) }] };
}
