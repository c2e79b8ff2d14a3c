// One audit entry with its fixed fields filled in.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Requester } from "../../core/requester.ts";
import type { Clock, Services } from "../ports/services.ts";

type Facts = Pick<AuditEntry, "action" | "outcome"> &
  Partial<Pick<AuditEntry, "cluster" | "runId" | "rule" | "detail">>;

/** Which policy decided, so that an entry can be judged later: replicas may differ for a moment. */
export const byPolicy = ({ policyVersion }: Pick<Services, "policyVersion">): AuditEntry["detail"] => ({
  policy: policyVersion().version,
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
