// A problem of one cluster as one channel knows it: its alerts, who has it in hand, how far it is, and what was found and
// done. It begins with an alert, or with somebody who declares it, and goes on while alerts about the cluster come.
import { type AlertFacts, type AlertSeverity, type AlertStatus, isAsSevere } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import type { Stated } from "../diagnosis/summary-data.ts";
import type { Requester } from "../requester.ts";
import type { ConversationRef, RunState, RunTask } from "../run/run.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import type { Calling, Mute, SeenOperation } from "./watch.ts";

/** Where it was split from the one of this id: it takes alerts of these rules and no others, and the other ones no such alert. */
export type Split = Readonly<{ from: string; rules: readonly string[]; by: Requester }>;

/** ISO times, UTC. */
export type IncidentStatus = Readonly<
  /** Nobody has said that they are on it. */
  | { state: "open" }
  | { state: "acknowledged"; at: string }
  /** A repair was made; alerts may be open still. */
  | { state: "mitigated"; at: string }
  /** `by`: null where its last alert was resolved, or all open ones split off, `into` another incident. `because`: masked. */
  | { state: "resolved"; at: string; by: Requester | null; because: string | null; into?: string }
>;

export type IncidentAlert = Readonly<{ alert: AlertFacts; status: AlertStatus }>;

/** Open and resolved ones are counted apart: a resolved incident does not hide what still fires. */
export type IncidentAlerts = Readonly<{
  open: number;
  resolved: number;
  /** ISO times; null where there is no such alert. */
  firstFiredAt: string | null;
  lastFiredAt: string | null;
  lastResolvedAt: string | null;
  /** The first of them, those that are open before the others, the most severe before the less so. */
  listed: readonly IncidentAlert[];
}>;

export const noAlerts: IncidentAlerts = {
  ...{ open: 0, resolved: 0, firstFiredAt: null, lastFiredAt: null, lastResolvedAt: null, listed: [] },
};

export type Incident = Readonly<{
  /** Short and opaque, for people and cards: `I-` and ten base32 characters. */
  id: string;
  cluster: ClusterRef;
  /** The channel, none of its threads. */
  conversation: ConversationRef;
  /** The message that is its card; null where none is known. */
  messageId: string | null;
  openedAt: string;
  status: IncidentStatus;
  /** Who is on it. `since`: ISO time. */
  owner: Readonly<{ person: Requester; since: string }> | null;
  /** As somebody set it; null: as its alerts say. */
  severity: AlertSeverity | null;
  /** Where somebody declared it. `because`: masked. */
  declared: Readonly<{ by: Requester; because: string }> | null;
  /** How often it was opened again. */
  reopened: number;
  /** When it was opened again last, an ISO time. */
  openSince?: string;
  /** The one that has its alerts and its story now; whoever ended it merged it. */
  mergedInto?: string;
  split?: Split;
  /** Its card was held back by this, until then. */
  muted?: Mute;
  calling?: Calling;
  /** What Azure does with its cluster, as its channel's watch keeps it; nobody is called for that meanwhile. */
  during?: SeenOperation;
  alerts: IncidentAlerts;
  /**
   * Ids of the newest diagnosis with a result, of the newest that named a cause, and of the newest change or fix, that were
   * asked for in its thread.
   */
  diagnosis: string | null;
  cause: string | null;
  change: string | null;
}>;

/** An earlier incident of the cluster in the same channel. `at`: when it began, ISO time. */
export type EarlierIncident = Readonly<{
  incident: string;
  at: string;
  /** What somebody said who closed it. Masked. */
  because: string | null;
  /** `person`: somebody closed it, and nothing was made in its thread. `split`: what was open goes on in another one. `open`: it goes on. */
  endedBy: "fix" | "change" | "person" | "split" | "itself" | "open";
  /** As the newest diagnosis that named one has it. */
  cause: Stated | null;
  /** What may have led there, by the activity log. */
  changed: ResourceChange | null;
}>;

/** The last of the same cause. `times`: how many there were; `others`: the next newest, two at most. */
export type SeenBefore = EarlierIncident & Readonly<{ times: number; others: readonly EarlierIncident[] }>;

/** Other incidents of the cluster in the same channel in which a rule fired before. `newest`: three of them at most. */
export type FiredBefore = Readonly<{ rule: string; incidents: number; newest: readonly EarlierIncident[] }>;

/** Why the card of an incident names another one in the same channel. */
export type LinkReason = Readonly<
  /** Of another cluster: the same cause at the same component, at about the same time. */
  | { is: "cause" }
  /** Of another cluster: alerts of one event of Azure Service Health. */
  | { is: "event" }
  /** Of another cluster in this region, in which Azure reports an incident, or says of both clusters that it is the platform's. */
  | { is: "region"; region: string }
  /** It was split from that one, or that one from it: alerts of these rules. `by`: a name. */
  | { is: "splitFrom" | "splitInto"; rules: readonly string[]; by: string }
>;

/** Another incident that its card names. */
export type LinkedIncident = Readonly<{
  incident: string;
  cluster: string;
  state: IncidentStatus["state"];
  owner: string | null;
  why: LinkReason;
}>;

/** Whoever saw it longer ago than this has forgotten it. */
export const seenWithinMilliseconds = 90 * 86_400_000;

/** What somebody set, else the worst of its open alerts, else of all. Null where there is neither. */
export const severityOf = ({ severity, alerts }: Pick<Incident, "severity" | "alerts">) =>
  severity ?? alerts.listed[0]?.alert.severity ?? null;

const isWorse = (severity: AlertSeverity, than: AlertSeverity | null): boolean =>
  than === null || !isAsSevere(than, severity);

/**
 * Who opens and resolves within such a short time flaps: nobody is called again before it has been open for as long, and nobody's
 * rights are used again.
 */
export const flapMilliseconds = 10 * 60_000;

/** Why there is a new post, as an edit of the card notifies nobody. */
type RingReason = "worse" | "reopened";

/**
 * It is held back since `at`, an ISO time. `known`: the worst that was open before, as people heard of it. `flap`: not by a mute,
 * but as it may flap: it rings if it is open and nobody's at `until`, by the same opening.
 */
export type OwedRing = Readonly<{
  why: RingReason;
  at: string;
  known: AlertSeverity | null;
  flap?: Readonly<{ opening: number; until: string }>;
}>;

/**
 * What calls people to an incident again, and tells them that it is over. `at`: ISO time. `rule`: of the alert that did.
 * `heldSince`: a mute held it back since then; it tells the worst alert that is open by now.
 */
export type Ring = Readonly<
  { at: string } & (
    | { why: RingReason; severity: AlertSeverity; rule: string; heldSince?: string }
    /** In the thread of its card. */
    | { why: "resolved" }
  )
>;

/** What an incident owes once this ring is held back as well: people know what they knew before the first of them. */
export function owedRing(owed: OwedRing | null, ring: OwedRing): OwedRing {
  if (owed === null) return ring;
  if (ring.flap !== undefined) return owed.flap === undefined ? owed : ring;
  if (ring.why !== "worse") return ring;
  const { flap: _, ...held } = owed;
  return held;
}

type Owing = Pick<Incident, "messageId" | "openedAt" | "severity" | "alerts" | "reopened"> &
  Readonly<{ owed: OwedRing | null }>;

/** What the one owes, as people heard of it before, that another is merged into. */
export function mergedOwed(into: Owing, from: Owing): OwedRing | null {
  const [worst] = into.alerts.listed.filter(({ status }) => status.state === "fired");
  const known = into.severity ?? worst?.alert.severity ?? null;
  // A card that was never posted is a ring by itself.
  const other = from.messageId === null ? ({ why: "worse", at: from.openedAt, known } as const) : from.owed;
  if (other === null) return into.owed;
  const { flap, ...held } = other;
  const moved = flap === undefined ? held : { ...held, flap: { ...flap, opening: into.reopened } };
  return into.owed === null || moved.why === "reopened" ? moved : into.owed;
}

export const mayRing = ({ flap }: OwedRing, now: string): boolean => flap === undefined || flap.until <= now;

/** `worst`: of its alerts, the one that is open by now; null where none is. What was worse may be over, and nobody missed it. */
export function isOwedStill(
  { why, known, flap }: OwedRing,
  worst: AlertSeverity | null,
  { state, reopened }: Readonly<{ state: IncidentStatus["state"]; reopened: number }>,
): boolean {
  if (worst === null) return false;
  if (flap !== undefined) return state === "open" && reopened === flap.opening;
  return why === "reopened" || isWorse(worst, known);
}

/** What an incident is before an alert joins it. `worstOpen`: of its alerts that are open, `worst`: of all; or as somebody set it. */
export type BeforeJoining = Pick<Incident, "status" | "owner" | "reopened" | "severity"> &
  Readonly<{ worstOpen: AlertSeverity | null; worst: AlertSeverity | null }>;

/** `flaps`: it rings as `reopened`, if it is still open and nobody's in a while. */
export type Joined = Readonly<
  Pick<Incident, "status" | "owner" | "reopened" | "severity"> & { ring: RingReason | "flaps" | null }
>;

/** What an alert that fires makes of the incident that it joins. `now`: ISO time. */
export function afterFiring(before: BeforeJoining, alert: AlertSeverity, now: string): Joined {
  const { status, owner, reopened } = before;
  // Worse than what somebody set by hand: the alerts have the word again.
  const severity = before.severity !== null && isWorse(alert, before.severity) ? null : before.severity;
  if (status.state === "resolved") {
    const ring = ringAgain(before, alert, status.at, now);
    // Whoever had it said that it is over, or saw it end: nobody has it now.
    return { status: { state: "open" }, owner: null, reopened: reopened + 1, severity, ring };
  }
  const worse = isWorse(alert, before.worstOpen) ? "worse" : null;
  if (status.state !== "mitigated") return { status, owner, reopened, severity, ring: worse };
  const ring = worse ?? ringAgain(before, alert, status.at, now);
  return { status: unmitigated(owner), owner, reopened, severity, ring };
}

/** People heard at `since` that it is over, or mended. What is worse than all that they ever heard of it is no flapping. */
function ringAgain(
  { worst }: BeforeJoining,
  alert: AlertSeverity,
  since: string,
  now: string,
): Joined["ring"] {
  if (Date.parse(now) - Date.parse(since) >= flapMilliseconds) return "reopened";
  return isWorse(alert, worst) ? "worse" : "flaps";
}

/** What was done has not ended it. */
const unmitigated = (owner: Incident["owner"]): IncidentStatus =>
  owner === null ? { state: "open" } : { state: "acknowledged", at: owner.since };

/** What a resolved alert makes of it: it ends with the last of them, unless somebody declared it. `at`: ISO time. */
export const afterResolving = (
  { status, declared }: Pick<Incident, "status" | "declared">,
  open: number,
  at: string,
): IncidentStatus =>
  open > 0 || declared !== null || status.state === "resolved"
    ? status
    : { state: "resolved", at, by: null, because: null };

/** Whoever was called to it hears that it is over. `since`: when it opened, also again. ISO times. */
export const ringsAtEnd = ({ reopened }: Pick<Incident, "reopened">, since: string, at: string): boolean =>
  reopened === 0 || Date.parse(at) - Date.parse(since) >= flapMilliseconds;

/** What a run of its thread makes of it, when it ends: what was repaired has mitigated it, until it is taken back. */
export function afterRun(
  { status, owner }: Pick<Incident, "status" | "owner">,
  task: RunTask,
  to: RunState,
): IncidentStatus {
  if (status.state === "resolved" || to.state !== "succeeded") return status;
  if (task.kind === "fix" && task.undoes) return status.state === "mitigated" ? unmitigated(owner) : status;
  const isMade = task.kind === "fix" || (task.kind === "change" && to.result?.exitCode === 0);
  return isMade && to.diagnosis?.verdict !== "broken" ? { state: "mitigated", at: to.finishedAt } : status;
}

/** Its card says something new of it. */
export const isOnCard = ({ kind }: RunTask, to: RunState): boolean =>
  kind === "fix" || kind === "change" || (kind === "diagnose" && "diagnosis" in to && Boolean(to.diagnosis));

// What people do with it.

export type IncidentAct = Readonly<
  | { act: "take" }
  | { act: "handOver"; to: Requester }
  | { act: "setSeverity"; severity: AlertSeverity }
  | { act: "resolve"; because: string | null }
  | { act: "reopen" }
  /** Masked. */
  | { act: "note"; text: string }
>;

type Changed = Pick<Incident, "status" | "owner" | "severity" | "reopened">;

/** Why nothing came of it. */
export type ActRefusal =
  | "alreadyYours"
  | "alreadyTheirs"
  | "alreadySo"
  | "isResolved"
  | "notResolved"
  /** It cannot be merged. */
  | "sameIncident"
  | "otherCluster"
  /** It has no other alerts, so there is nothing to split. */
  | "onlyRule";

type Acted = Readonly<{ ok: true; to: Changed } | { ok: false; why: ActRefusal }>;

/** What an act of this person makes of it. `now`: ISO time. */
export function afterAct(incident: Incident, act: IncidentAct, by: Requester, now: string): Acted {
  const { status, owner, severity, reopened } = incident;
  const same: Changed = { status, owner, severity, reopened };
  const refused = (why: ActRefusal): Acted => ({ ok: false, why });
  const become = (to: Partial<Changed>): Acted => ({ ok: true, to: { ...same, ...to } });
  const given = (person: Requester): Acted => {
    const acknowledged = { state: "acknowledged", at: now } as const;
    return become({
      owner: { person, since: now },
      status: status.state === "open" ? acknowledged : status,
    });
  };
  const has = (person: Requester): boolean =>
    owner?.person.objectId === person.objectId && owner.person.tenantId === person.tenantId;
  switch (act.act) {
    case "take":
      if (status.state === "resolved") return refused("isResolved");
      return has(by) ? refused("alreadyYours") : given(by);
    case "handOver":
      if (status.state === "resolved") return refused("isResolved");
      return has(act.to) ? refused("alreadyTheirs") : given(act.to);
    case "setSeverity":
      return severityOf(incident) === act.severity && severity !== null
        ? refused("alreadySo")
        : become({ severity: act.severity });
    case "resolve":
      return status.state === "resolved"
        ? refused("isResolved")
        : become({ status: { state: "resolved", at: now, by, because: act.because } });
    case "reopen":
      return status.state === "resolved"
        ? become({ status: { state: "open" }, owner: null, reopened: reopened + 1 })
        : refused("notResolved");
    case "note":
      return become({});
  }
}

/** What becomes of an incident that another one is merged into: what goes on in either goes on, and so does who has it. */
export function afterMerge(into: Incident, from: Incident): Changed & Pick<Incident, "declared" | "split"> {
  const isOver = (one: Incident): boolean => one.status.state === "resolved";
  const opensAgain = isOver(into) && !isOver(from);
  const owner = opensAgain ? from.owner : (into.owner ?? (isOver(from) ? null : from.owner));
  // What had been split off, and has ended by now.
  const isBack = into.status.state === "resolved" && into.status.into === from.id;
  const isWorseSet = from.severity !== null && isWorse(from.severity, severityOf(into));
  return {
    owner,
    status: opensAgain || isBack ? from.status : mergedStatus(into.status, from.status, owner),
    severity: isWorseSet ? from.severity : into.severity,
    reopened: into.reopened + (opensAgain ? 1 : 0),
    declared: into.declared ?? from.declared,
    ...mergedSplit(into, from),
  };
}

/** What takes every alert of the cluster goes on doing so. */
function mergedSplit(into: Incident, from: Incident): Pick<Incident, "split"> {
  if (into.split === undefined || from.split === undefined) return {};
  const rules = [...new Set([...into.split.rules, ...from.split.rules])];
  const first = into.split.from === from.id ? from.split.from : into.split.from;
  return { split: { ...into.split, rules, from: first } };
}

/** What was repaired in one has not ended what burns in the other. */
function mergedStatus(into: IncidentStatus, from: IncidentStatus, owner: Incident["owner"]): IncidentStatus {
  const burns = from.state === "open" || from.state === "acknowledged";
  return into.state === "open" || (into.state === "mitigated" && burns) ? unmitigated(owner) : into;
}
