// One audit entry with its fixed fields filled in.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { CommandRequest } from "../core/command/command-request.ts";
import type { Requester } from "../core/requester.ts";
import type { Clock } from "./ports.ts";

type Facts = Pick<AuditEntry, "action" | "outcome"> &
  Partial<Pick<AuditEntry, "cluster" | "runId" | "rule" | "detail">>;

/** What the trail keeps of a command: never its arguments. */
export const verbAndResources = (request: CommandRequest): AuditEntry["detail"] => ({
  verb: request.verb,
  resources: request.resources.join(","),
});

export const auditEntry = (clock: Clock, requester: Requester, facts: Facts): AuditEntry => ({
  time: clock.now().toISOString(),
  actor: requester.objectId,
  tenant: requester.tenantId,
  cluster: null,
  runId: null,
  rule: null,
  detail: {},
  ...facts,
});
