// `split RULE`: alerts of one rule are taken out of an incident, into a new one with a card of its own. Whoever may diagnose the
// cluster may do it; both incidents tell it in their stories, and later firings of that rule join the new one.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { afterSplit, type RuleAlerts } from "../../core/incident/split.ts";
import { redact } from "../../core/redact/redact.ts";
import { foldCase } from "../../core/text/text.ts";
import { authorize } from "../identity/authorize.ts";
import type { SplitMove } from "../ports/incidents.ts";
import type { SignedInRequest } from "../ports/services.ts";

const refused = (reason: Notice): Answer => ({ kind: "pressRefused", reason });
const stays = (said: Answer): SplitMove<Answer> => ({ said, split: null });

export async function splitIncident(
  { services, asker }: SignedInRequest,
  { id: from, cluster }: Incident,
  written: string | null,
): Promise<Answer> {
  const record = { action: "incident.split", detail: { incident: from } };
  const right = await authorize(services, asker, { kind: "diagnose", cluster }, "press", { record });
  if (!right.ok) return refused(noteTo(right.refusal));
  const into = services.newId("I");
  const at = services.clock.now().toISOString();
  const answer = await services.store.splitIncident<Answer>(from, (current, { rules, splits }) => {
    // Merged at this moment: its alerts are those of the other one.
    if (current.mergedInto !== undefined) return stays(refused(notice("outdated")));
    const found = written === null ? [] : rulesCalled(written, rules);
    const [taken, other] = found;
    const before = splits.find(({ rules: own }) => own.some((rule) => written && isCalled(rule, written)));
    if (taken === undefined && before !== undefined)
      return stays(refused({ is: "splitBefore", rule: redact(written ?? "").text, into: before.id }));
    if (taken === undefined || other !== undefined)
      return stays({
        ...{ kind: "incidentRules", incident: from, cluster: cluster.name },
        written: written === null ? null : redact(written).text,
        fits: taken === undefined ? "none" : "several",
        rules: taken === undefined ? rules : found,
      });
    const after = afterSplit(current, rules, taken, { now: at, into });
    if (!after.ok) return stays(refused({ is: "incidentAsItWas", why: after.why }));
    const { source, own } = after;
    const { rule } = taken;
    const audit = entriesOf(right.entry, { from, into, rule });
    return {
      said: { kind: "noted", text: { is: "incidentSplit", rule, from, into } },
      split: { id: into, rule, by: asker.requester, at, source, own, audit },
    };
  });
  return answer ?? refused(notice("outdated"));
}

/** The rules that somebody may mean: the one of that whole name, else those whose names hold it. */
function rulesCalled(written: string, rules: readonly RuleAlerts[]): readonly RuleAlerts[] {
  const wanted = inOneSpelling(written);
  const whole = rules.filter(({ rule }) => inOneSpelling(rule) === wanted);
  return whole.length > 0 ? whole : rules.filter(({ rule }) => inOneSpelling(rule).includes(wanted));
}

const inOneSpelling = (text: string): string => foldCase(text.replaceAll(/\s+/g, " ").trim());

const isCalled = (rule: string, written: string): boolean => inOneSpelling(rule) === inOneSpelling(written);

/** One for each story. */
const entriesOf = (
  entry: AuditEntry,
  { from, into, rule }: Readonly<{ from: string; into: string; rule: string }>,
): readonly AuditEntry[] => [
  { ...entry, detail: { ...entry.detail, incident: from, rule, into } },
  { ...entry, detail: { ...entry.detail, incident: into, rule, from } },
];
