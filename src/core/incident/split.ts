// Alerts of one rule are taken out of an incident, into one of their own: two problems had begun at the same time.
import { type ActRefusal, afterResolving, type Incident, type IncidentStatus } from "./incident.ts";

/** How many alerts of an incident are of one rule. `lastResolvedAt`: ISO time; null where none of them is resolved. */
export type RuleAlerts = Readonly<{
  rule: string;
  open: number;
  resolved: number;
  lastResolvedAt: string | null;
}>;

/** `source`: how far the one is that they are taken out of; `own`: how far theirs is. */
type WhenSplit = Readonly<
  { ok: true; source: IncidentStatus; own: IncidentStatus } | { ok: false; why: ActRefusal }
>;

/** `rules`: of all its alerts. `now`: ISO time. `into`: the id of the new one. */
export function afterSplit(
  { status, declared }: Pick<Incident, "status" | "declared">,
  rules: readonly RuleAlerts[],
  taken: RuleAlerts,
  { now, into }: Readonly<{ now: string; into: string }>,
): WhenSplit {
  if (status.state === "resolved") return { ok: false, why: "isResolved" };
  const rest = rules.filter(({ rule }) => rule !== taken.rule);
  if (rest.length === 0 && declared === null) return { ok: false, why: "onlyRule" };
  const left = rest.reduce((open, each) => open + each.open, 0);
  // One that somebody opened again although nothing was open goes on.
  const isOver = taken.open > 0;
  const source = isOver ? afterResolving({ status, declared }, left, now) : status;
  return {
    ok: true,
    source: source.state === "resolved" ? { ...source, into } : source,
    own:
      taken.open > 0
        ? { state: "open" }
        : { state: "resolved", at: taken.lastResolvedAt ?? now, by: null, because: null },
  };
}
