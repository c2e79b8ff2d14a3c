// The line with which an owner would give a missing right.

import { commandText } from "../core/command/command-text.ts";
import type { Requester } from "../core/requester.ts";
import { subscriptionOf } from "./scope.ts";

/** Asks nothing and reads no directory: the person is named by object id. */
export function grantLine(to: Pick<Requester, "objectId">, role: string, scope: string): string {
  const subscription = subscriptionOf(scope);
  const words = ["az", "role", "assignment", "create", "--role", role, "--scope", scope];
  const person = ["--assignee-object-id", to.objectId, "--assignee-principal-type", "User"];
  return commandText({
    argv: [...words, ...person, ...(subscription === null ? [] : ["--subscription", subscription])],
    filters: [],
  });
}
