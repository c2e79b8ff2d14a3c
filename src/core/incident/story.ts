// The story of an incident: its alerts, and what the audit trail holds of it and of the runs of its thread, in the order of
// time. Facts alone; the catalogue makes the sentences.
import type { AlertFacts } from "../alert/alert.ts";
import type { AuditEvent } from "../audit/audit-event.ts";
import { type PersonId, personOfKey } from "../requester.ts";
import type { IncidentAlert } from "./incident.ts";

export type StoryEvent = Readonly<
  /** `where`: what tells it from another one of its rule. `into`: the id of the incident that it was split off to. */
  | {
      is: "fired" | "resolved";
      severity: string;
      rule: string;
      where: readonly string[];
      into: string | null;
    }
  | { is: "declared"; because: string }
  | { is: "taken" | "reopened" | "posted" | "withdrawn" }
  | { is: "handedOver"; to: PersonId }
  /**
   * `step`: which call of its opening it was. `people`: how many were mentioned, `who`: as far as it is kept. `named`, `also`: the same of those whom the post only names.
   * `elsewhere`: on call, and not found in the channel.
   */
  | {
      is: "escalated";
      step: number;
      people: number;
      who: readonly PersonId[];
      named: number;
      also: readonly PersonId[];
      elsewhere: number;
      schedules: string;
      unread: string;
    }
  | { is: "severity"; severity: string }
  /** `from`: the id of the one that was merged into it. */
  | { is: "merged"; from: string }
  /** Alerts of `rule` became those of the other incident, `into`; or it has them `from` there. */
  | { is: "splitInto"; rule: string; into: string }
  | { is: "splitFrom"; rule: string; from: string }
  | { is: "ended"; because: string | null }
  /** Of Azure, on the cluster. `state`: in its word; empty where it ended. */
  | { is: "operation"; what: "begins" | "ends"; state: string }
  /** Maintenance that is planned is not what was known before. */
  | { is: "planned"; configurations: number }
  | { is: "note"; text: string }
  /** `cause`: the id of the check that tells it; null where there is none. */
  | { is: "diagnosed"; verdict: string; cause: string | null }
  /** By whom it was asked; `does`: the line. */
  | { is: "commanded"; does: string }
  | { is: "asked"; what: "fix" | "undo" | "change"; does: string }
  | { is: "waits" | "approved" | "rejected" | "expired" }
  /** What others agreed on. */
  | { is: "made"; outcome: "done" | "failed" | "unknown" }
  /** The diagnosis that followed it. */
  | { is: "checked"; verdict: string }
  | { is: "notDone" }
>;

/** `at`: ISO time. `by`: null for the product itself, and for a source of alerts. `run`: whose step it is. */
export type StoryEntry = Readonly<{ at: string; by: PersonId | null; event: StoryEvent; run: string | null }>;

/** `into`: the id of the incident that has it now, where somebody split it off. */
export type StoryAlert = IncidentAlert & Readonly<{ into?: string }>;

/** In the order of time; of one moment, alerts first. */
export function storyOf(alerts: readonly StoryAlert[], trail: readonly AuditEvent[]): readonly StoryEntry[] {
  const writes = lastWrites(trail);
  return [...alerts.flatMap(ofAlert), ...trail.flatMap((event) => ofEntry(event, writes))].toSorted(
    (one, other) => one.at.localeCompare(other.at),
  );
}

/** Of each run the time at which Azure had taken the last write of it: what ends it is the diagnosis that follows. */
function lastWrites(trail: readonly AuditEvent[]): ReadonlyMap<string, string> {
  const writes = new Map<string, string>();
  for (const { action, runId, time } of trail)
    if (action === "fix.sent" && runId !== null) writes.set(runId, time);
  return writes;
}

/** Labels and dimensions, as the alert gave them. */
export const alertPlaces = ({ reason }: AlertFacts): readonly string[] =>
  reason !== null && "where" in reason ? reason.where : [];

function ofAlert({ alert, status, into }: StoryAlert): readonly StoryEntry[] {
  const { severity, rule, firedAt } = alert;
  const about = { severity, rule, where: alertPlaces(alert), into: into ?? null };
  const entry = (at: string, is: "fired" | "resolved"): StoryEntry => ({
    ...{ at, by: null, run: null },
    event: { is, ...about },
  });
  const fired = entry(firedAt, "fired");
  return status.state === "fired" ? [fired] : [fired, entry(status.resolvedAt, "resolved")];
}

function ofEntry(event: AuditEvent, writes: ReadonlyMap<string, string>): readonly StoryEntry[] {
  const happened = eventOf(event);
  if (happened === null) return [];
  const { actor, tenant, runId: run, detail, time } = event;
  // A cause that stood on the card while the look inside went on was known then.
  const known = textOf(detail.causeAt) || time;
  const isDone = happened.is === "made" && happened.outcome === "done";
  const at = isDone ? (writes.get(run ?? "") ?? time) : known;
  const by = tenant === null ? null : { objectId: actor, tenantId: tenant };
  const verdict = happened.is === "made" ? textOf(detail.verdict) : "";
  // An approver lends their rights for the writes alone.
  const looker = by && { ...by, objectId: textOf(detail.askedBy) || by.objectId };
  return [
    { at, by, run, event: happened },
    ...(verdict === "" ? [] : [{ at: time, by: looker, run, event: { is: "checked", verdict } as const }]),
  ];
}

/** What the trail holds of it besides: looks, which are no steps. */
export const looks: readonly string[] = [
  ...[
    "incident.timeline",
    "incident.report",
    "incident.owner",
    "incident.diagnose",
    "change.review",
    "fix.ask",
  ],
  ...["output.read", "output.file", "output.unmasked", "onCall.read"],
];

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Null for what is no step of the story: looks at an output, checks of rights, what was refused. */
function eventOf(event: AuditEvent): StoryEvent | null {
  const { action, outcome, detail } = event;
  if (outcome === "denied" || outcome === "refused") return null;
  const [subject = "", step = ""] = action.split(".");
  if (subject === "incident") return ofIncident(step, event);
  if (subject === "watch") return ofWatch(action, detail);
  if (subject === "change" && decisions[step] !== undefined) return { is: decisions[step] };
  switch (step) {
    case "submit":
      return askedOf(subject, detail);
    case "propose":
    case "reopen":
      return { is: "waits" };
    case "expire":
      return { is: "expired" };
    case "finish":
      return endOf(subject, event);
    default:
      return null;
  }
}

const decisions: Readonly<Record<string, "approved" | "rejected" | "withdrawn">> = {
  approve: "approved",
  reject: "rejected",
  withdraw: "withdrawn",
};

function ofIncident(step: string, { detail, tenant }: AuditEvent): StoryEvent | null {
  switch (step) {
    case "declare":
      return { is: "declared", because: textOf(detail.because) };
    case "post":
      // What rings beside the card stands there as what it rings for.
      return detail.ring === undefined ? { is: "posted" } : null;
    case "take":
      return { is: "taken" };
    case "handOver":
      return { is: "handedOver", to: personOfKey(textOf(detail.to), tenant ?? "") };
    case "escalate":
      return escalatedOf(detail);
    case "setSeverity":
      return { is: "severity", severity: textOf(detail.severity) };
    case "resolve":
      return { is: "ended", because: textOf(detail.because) || null };
    case "reopen":
      return { is: "reopened" };
    case "merge":
      return { is: "merged", from: textOf(detail.from) };
    case "split": {
      const [rule, into] = [textOf(detail.rule), textOf(detail.into)];
      return into === ""
        ? { is: "splitFrom", rule, from: textOf(detail.from) }
        : { is: "splitInto", rule, into };
    }
    case "note":
      return { is: "note", text: textOf(detail.text) };
    default:
      return null;
  }
}

function escalatedOf(detail: AuditEvent["detail"]): StoryEvent {
  const peopleIn = (ids: unknown): readonly PersonId[] =>
    textOf(ids)
      .split(" ")
      .filter((id) => id !== "")
      // Older rows name one tenant for all of them.
      .map((id) => personOfKey(id, textOf(detail.peopleTenant)));
  return {
    // Older rows know of one call.
    ...{ is: "escalated", step: Number(detail.step ?? 1) },
    ...{ people: Number(detail.mentioned ?? 0), who: peopleIn(detail.people) },
    ...{ named: Number(detail.named ?? 0), also: peopleIn(detail.namedPeople) },
    elsewhere: Number(detail.elsewhere ?? 0),
    ...{ schedules: textOf(detail.schedules), unread: textOf(detail.unread) },
  };
}

/** What a diagnosis saw of the cluster, which mutes it. */
function ofWatch(action: string, detail: AuditEvent["detail"]): StoryEvent | null {
  if (action === "watch.planned") return { is: "planned", configurations: Number(detail.configurations) };
  if (action !== "watch.operation.begins" && action !== "watch.operation.ends") return null;
  const what = action === "watch.operation.begins" ? "begins" : "ends";
  return { is: "operation", what, state: textOf(detail.state) };
}

function askedOf(subject: string, detail: AuditEvent["detail"]): StoryEvent | null {
  const does = textOf(detail.does);
  if (subject === "command") return { is: "commanded", does: commandOf(detail) };
  if (subject === "change") return { is: "asked", what: "change", does };
  if (subject === "fix")
    return { is: "asked", what: detail.undoes === true ? "undo" : "fix", does: textOf(detail.check) };
  return null;
}

/** As far as the trail keeps it: what was read, and where. */
const commandOf = ({ verb, resources, names, namespaces }: AuditEvent["detail"]): string =>
  [verb, resources, names, namespaces === "" || namespaces === null ? "" : `-n ${textOf(namespaces)}`]
    .map(textOf)
    .filter((part) => part !== "")
    .join(" ");

function endOf(subject: string, { outcome, detail }: AuditEvent): StoryEvent | null {
  if (subject === "diagnose" && outcome === "succeeded")
    return { is: "diagnosed", verdict: textOf(detail.verdict), cause: textOf(detail.cause) || null };
  if (subject !== "change" && subject !== "fix") return null;
  // It ended before anything was agreed on.
  if (detail.hash === undefined) return { is: "notDone" };
  const outcomes = { succeeded: "done", lost: "unknown" } as const;
  return {
    is: "made",
    outcome: outcome === "succeeded" || outcome === "lost" ? outcomes[outcome] : "failed",
  };
}
