// A stored command, understood anew: what it reads is said by today's tables, not by those it was stored under.
import type { CommandRequest } from "./command-request.ts";
import { parseArgv } from "./parse-kubectl.ts";

/** Of a command that is not accepted any more. */
export const noVerb = "";

/** Of a command that is not accepted any more only the argv is certain, and no rule allows its verb. */
export function understoodNow(request: CommandRequest): CommandRequest {
  const parsed = parseArgv(request.argv);
  const { filters, namespaceAssumed: assumed } = request;
  if (parsed.ok) return { ...parsed.request, filters, ...(assumed && { namespaceAssumed: assumed }) };
  return {
    ...request,
    verb: noVerb,
    scope: { kind: "cluster" },
    reads: [],
  };
}
