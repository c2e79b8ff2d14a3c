// One audit entry with its fixed fields filled in.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { Requester } from "../core/requester.ts";
import type { Clock } from "./ports.ts";

type Facts = Pick<AuditEntry, "action" | "outcome"> &
  Partial<Pick<AuditEntry, "cluster" | "runId" | "rule" | "detail">>;

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
