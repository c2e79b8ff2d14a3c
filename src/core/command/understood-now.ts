// A stored command, understood anew: what it reads is said by today's tables, not by those it was stored under.
import type { ChangeRequest, Write } from "./change/change-request.ts";
import { parseChangeArgv } from "./change/parse-change.ts";
import type { CommandRequest } from "./grammar/command-request.ts";
import { parseArgv } from "./parse-command.ts";

/** Of a command that is not accepted any more. */
const noVerb = "";

/** Of a command that is not accepted any more only the argv is certain, and no rule allows its verb. */
export function understoodNow(request: CommandRequest): CommandRequest {
  const parsed = parseArgv(request.argv);
  const { filters, namespaceAssumed: assumed, waitAsked } = request;
  const typed = { ...(assumed && { namespaceAssumed: assumed }), ...(waitAsked && { waitAsked }) };
  if (parsed.ok) return { ...parsed.request, filters, ...typed };
  return {
    ...request,
    verb: noVerb,
    scope: { kind: "cluster" },
    reads: [],
  };
}

/** The same of what changes something. */
export function changeUnderstoodNow(request: ChangeRequest): ChangeRequest {
  const parsed = parseChangeArgv(request.argv, request.file);
  if (parsed.ok) return parsed.request;
  const anything: Write = { verb: "*", resource: "*", scope: { kind: "allNamespaces" }, names: [] };
  return { ...request, verb: noVerb, reads: [], writes: [anything] };
}
