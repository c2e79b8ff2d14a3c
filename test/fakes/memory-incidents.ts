// Watches and incidents in memory; part of the memory store.
import { isDeepStrictEqual } from "node:util";
import type { IncidentStore, Joining, TakenAlert } from "../../src/app/ports/incidents.ts";
import { type AlertSeverity, type AlertSource, type AlertStatus, endOf } from "../../src/core/alert/alert.ts";
import type { AuditEntry } from "../../src/core/audit/audit-event.ts";
import { placeOf } from "../../src/core/conversation/conversation-key.ts";
import { incidentKey, messageWith, ringMessage } from "../../src/core/delivery/message.ts";
import type { RootCause } from "../../src/core/diagnosis/cause.ts";
import {
  afterFiring,
  afterMerge,
  afterResolving,
  afterRun,
  type EarlierIncident,
  flapMilliseconds,
  type Incident,
  type IncidentAlert,
  type IncidentAlerts,
  type IncidentStatus,
  isOnCard,
  isOwedStill,
  type LinkedIncident,
  type LinkReason,
  mayRing,
  mergedOwed,
  noAlerts,
  type OwedRing,
  owedRing,
  ringsAtEnd,
  type Split,
} from "../../src/core/incident/incident.ts";
import type { RuleAlerts } from "../../src/core/incident/split.ts";
import {
  type Call,
  type Mute,
  muteOf,
  operationSeen,
  type Volunteer,
  type Watch,
} from "../../src/core/incident/watch.ts";
import { personKey } from "../../src/core/requester.ts";
import type { ConversationRef, Run } from "../../src/core/run/run.ts";
import { idKey, sameId } from "../../src/core/snapshot/resource-id.ts";
import { linkedWithinMilliseconds } from "../../src/store/incident/linked-incidents.ts";
import type { MemoryOutbox } from "./memory-outbox.ts";

const copy = <T>(value: T): T => structuredClone(value);
type Place = Pick<Watch, "cluster" | "conversation">;
const isSame = (left: Place, right: Place): boolean =>
  sameId(left.cluster.id, right.cluster.id) && left.conversation.key === right.conversation.key;

type Candidate = Joining["candidates"][number];
type Firing = Readonly<{ key: string; id: string; origin: string | null }>;
type End = Firing & Readonly<{ resolvedAt: string }>;
type KeptAlert = IncidentAlert & Readonly<{ firing: Firing; receivedAt: string }>;
type Look = Readonly<{ at: string; reopened: number; inHand: boolean }>;
type Kept = Omit<
  Incident,
  "messageId" | "alerts" | "diagnosis" | "cause" | "change" | "mergedInto" | "split"
> & {
  mergedInto?: string;
  split?: Split;
  kept: KeptAlert[];
  looked: Look | null;
  /** By the bot's own read-only identity. */
  read: Look | null;
  openSince: string;
  untakenSince: string;
  ringOwed: OwedRing | null;
  called: readonly Call[];
  /** When it was given out for the next one, and that has not ended. */
  inHand: string | null;
};
/** What its opening, also again, begins anew. */
const untouched = (at: string) => ({ openSince: at, untakenSince: at, called: [] });

/** In hand a minute ago, and nobody said what came of it. */
const isLeft = (taken: Readonly<{ at: string; inHand: boolean }>, at: string): boolean =>
  taken.inHand && Date.parse(taken.at) <= Date.parse(at) - 60_000;

const withoutTimes = ({
  openSince: _,
  untakenSince: __,
  ...incident
}: Omit<Kept, "kept" | "looked" | "read" | "called" | "inHand" | "ringOwed">) => incident;

/** When it began to wait for whoever is called next. */
const waitsSince = ({ untakenSince, called }: Pick<Kept, "untakenSince" | "called">): string =>
  [untakenSince, ...called.slice(-1).map(({ at }) => at)].toSorted().at(-1) ?? untakenSince;

const openFirst = (one: Kept, other: Kept): number =>
  Number(one.status.state === "resolved") - Number(other.status.state === "resolved") ||
  other.openedAt.localeCompare(one.openedAt);

const isAnotherQuestion = ({ reopened }: Kept, looked: Look | null, at: string): boolean =>
  looked === null ||
  isLeft(looked, at) ||
  (looked.reopened !== reopened && Date.parse(looked.at) <= Date.parse(at) - flapMilliseconds);

/** Its own end or, where nobody heard of the firing that ended, one of its id or origin that had fired by then. */
const isEndOf = (
  end: End,
  { alert, firing }: Pick<KeptAlert, "alert" | "firing">,
  fired: ReadonlySet<string>,
) =>
  end.key === firing.key ||
  (!fired.has(end.key) &&
    (end.id === firing.id || (end.origin !== null && end.origin === firing.origin)) &&
    alert.firedAt <= end.resolvedAt);

function alertsOf(kept: readonly KeptAlert[]): IncidentAlerts {
  if (kept.length === 0) return noAlerts;
  const order = ({ status, alert, receivedAt }: KeptAlert) => status.state + alert.severity + receivedAt;
  const ends = kept.flatMap(({ status }) => (status.state === "resolved" ? [status.resolvedAt] : []));
  const fired = kept.map(({ alert }) => alert.firedAt).toSorted();
  return {
    open: kept.length - ends.length,
    resolved: ends.length,
    firstFiredAt: fired[0] ?? null,
    lastFiredAt: fired.at(-1) ?? null,
    lastResolvedAt: ends.toSorted().at(-1) ?? null,
    listed: kept
      .toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
      .slice(0, 10)
      .map(({ alert, status }) => ({ alert, status })),
  };
}

const rulesOf = (kept: readonly KeptAlert[]): readonly RuleAlerts[] =>
  [...new Set(kept.map(({ alert }) => alert.rule))]
    .map((rule) => {
      const { open, resolved, lastResolvedAt } = alertsOf(kept.filter(({ alert }) => alert.rule === rule));
      return { rule, open, resolved, lastResolvedAt };
    })
    .toSorted((one, other) => other.open - one.open || one.rule.localeCompare(other.rule));

type MemoryIncidents = Readonly<{
  queries: IncidentStore;
  /** A run of its thread has moved on. */
  showRun(run: Run): void;
}>;

export function createMemoryIncidents(
  watches: Watch[],
  volunteers: Map<string, Volunteer>,
  audit: AuditEntry[],
  now: () => Date,
  outbox: MemoryOutbox,
  runs: () => readonly Run[],
): MemoryIncidents {
  const delivered = { fired: new Set<string>(), resolved: new Set<string>() };
  const taken: TakenAlert[] = [];
  const ends: End[] = [];
  /** By watch: when each was read last. */
  const [operationReadAt, plannedReadAt] = [new Map<string, string>(), new Map<string, string>()];
  const incidents = new Map<string, Kept>();
  /** By place: the channel, and the Monday of its newest card. */
  const weekly = new Map<string, { conversation: ConversationRef; sentFor: string }>();
  const keyOf = ({ cluster, conversation }: Place) => `${idKey(cluster.id)} ${conversation.key}`;
  const messageOf = (id: string) => outbox.entries.get(incidentKey(id));
  const isOf = ({ incident }: Run, id: string): boolean =>
    (incidents.get(incident ?? "")?.mergedInto ?? incident) === id;
  const newest = (id: string, which: (run: Run) => boolean): string | null =>
    byAge(runsOf(id).filter((run) => run.show === "thread" && which(run)))?.id ?? null;
  const whole = ({
    kept,
    looked: _,
    read: __,
    called,
    inHand: ___,
    ringOwed: ____,
    ...incident
  }: Kept): Incident =>
    copy({
      ...withoutTimes(incident),
      ...(incident.reopened > 0 && { openSince: incident.openSince }),
      calling: { made: called, since: waitsSince({ ...incident, called }) },
      ...duringOf(incident),
      messageId: messageOf(incident.id)?.delivery.messageId ?? null,
      alerts: alertsOf(kept),
      diagnosis: newest(
        incident.id,
        ({ task, status }) => task.kind === "diagnose" && "diagnosis" in status && status.diagnosis != null,
      ),
      cause: newest(incident.id, (run) => causeIn(run) !== null),
      change: newest(incident.id, ({ task }) => task.kind === "change" || task.kind === "fix"),
    });
  const duringOf = (incident: Place): Pick<Incident, "during"> => {
    const during = watches.find((each) => isSame(each, incident))?.operation;
    return during === undefined || during.isOver ? {} : { during };
  };
  const incidentFor = ({ cluster, conversation, alert, joinHours }: Candidate): Kept | undefined =>
    [...incidents.values()]
      .filter(
        (one) =>
          sameId(one.cluster.id, cluster.id) &&
          one.conversation.key === conversation.key &&
          one.mergedInto === undefined &&
          (one.split?.rules.includes(alert.rule) ?? true) &&
          messageOf(one.id)?.state !== "refused" &&
          (one.status.state !== "resolved" ||
            now().getTime() - Date.parse(one.status.at) <= joinHours * 3_600_000),
      )
      .toSorted((one, other) => Number(!one.split) - Number(!other.split) || openFirst(one, other))[0];
  const runsOf = (id: string) => runs().filter((run) => isOf(run, id) && run.show === "thread");
  const byAge = (all: readonly Run[]) =>
    all.toSorted((one, other) => one.createdAt.localeCompare(other.createdAt)).at(-1);
  const causeIn = ({ task, status }: Run): RootCause | null =>
    task.kind === "diagnose" && "diagnosis" in status ? (status.diagnosis?.rootCause ?? null) : null;
  const newestCause = (id: string): RootCause | null => {
    const found = byAge(runsOf(id).filter((run) => causeIn(run) !== null));
    return found ? causeIn(found) : null;
  };
  const earlierOf = (one: Kept): EarlierIncident => {
    const made = byAge(
      runsOf(one.id).filter(
        ({ task, status }) =>
          status.state === "succeeded" &&
          (task.kind === "fix" || (task.kind === "change" && status.result?.exitCode === 0)),
      ),
    )?.task;
    const isMade = made?.kind === "change" || (made?.kind === "fix" && made.undoes !== true);
    const { status } = one;
    const by = status.state === "resolved" ? status.by : null;
    const cause = newestCause(one.id);
    return {
      ...{ incident: one.id, at: one.openedAt },
      because: status.state === "resolved" ? status.because : null,
      endedBy:
        status.state !== "resolved"
          ? "open"
          : made && isMade
            ? (made.kind as "fix" | "change")
            : status.into !== undefined
              ? "split"
              : by
                ? "person"
                : "itself",
      cause: cause && { check: cause.check, facts: cause.facts },
      changed: cause?.changed ?? null,
    };
  };
  const joinedUntil = ({ status }: Kept): number =>
    status.state === "resolved" ? Date.parse(status.at) + linkedWithinMilliseconds : Number.POSITIVE_INFINITY;
  const isOfOneCause = (own: Kept, one: Kept): boolean => {
    const [cause, other] = [newestCause(own.id), newestCause(one.id)];
    return (
      cause?.resourceId !== undefined &&
      other?.check === cause.check &&
      sameId(other.resourceId, cause.resourceId)
    );
  };
  const regionOf = (one: Kept): string | undefined => watches.find((watch) => isSame(watch, one))?.region;
  const eventsOf = ({ kept }: Kept) =>
    kept.flatMap(({ alert: { reason }, firing }) =>
      reason?.is === "serviceHealth" ? [{ ...reason, origin: firing.origin }] : [],
    );
  const namesRegion = (one: Kept, region: string): boolean =>
    eventsOf(one).some(
      ({ incidentType, where }) =>
        incidentType === "Incident" &&
        (where.at(-1) ?? "")
          .toLowerCase()
          .split(/[,;]/)
          .some((named) => named.replaceAll(/[^a-z0-9]/g, "") === region),
    );
  const isOfPlatform = (one: Kept): boolean => {
    const cause = newestCause(one.id);
    return (
      one.kept.some(({ alert: { reason } }) => reason?.is === "health" && reason.cause === "azure") ||
      (cause?.check === "cluster.resource-health" && cause.facts.some(({ is }) => is === "incident"))
    );
  };
  const linkBeside = (own: Kept, one: Kept): LinkReason | null => {
    if (
      sameId(one.cluster.id, own.cluster.id) ||
      one.mergedInto !== undefined ||
      Date.parse(one.openedAt) > joinedUntil(own) ||
      Date.parse(own.openedAt) > joinedUntil(one)
    )
      return null;
    if (isOfOneCause(own, one)) return { is: "cause" };
    if (eventsOf(own).some(({ origin }) => eventsOf(one).some((other) => other.origin === origin)))
      return { is: "event" };
    const region = regionOf(own);
    const isReported =
      region !== undefined &&
      region === regionOf(one) &&
      (namesRegion(own, region) || namesRegion(one, region) || (isOfPlatform(own) && isOfPlatform(one)));
    return isReported ? { is: "region", region } : null;
  };
  /** Of a card that stands nowhere yet. */
  const hold = (id: string, mute: Mute | null, at: string): void => {
    const one = incidents.get(id);
    if ((messageOf(id)?.delivery.messageId ?? null) !== null) return;
    outbox.hold(incidentKey(id), () => mute !== null && mute.until > now().toISOString());
    if (!one?.muted) return;
    Object.assign(one, { muted: mute === null ? { ...one.muted, until: at } : copy(mute) });
    if (mute === null && one.untakenSince < at) Object.assign(one, { untakenSince: at });
  };
  /** Unless it stands there. */
  const post = async ({ id, conversation }: Kept, at: string): Promise<void> => {
    if ((messageOf(id)?.delivery.messageId ?? null) !== null) return;
    await outbox.write([messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id })]);
    hold(id, null, at);
  };
  const worstOf = ({ severity, kept }: Kept): AlertSeverity | null =>
    severity ??
    kept
      .filter(({ status }) => status.state === "fired")
      .map(({ alert }) => alert.severity)
      .toSorted()[0] ??
    null;
  const holdAnew = (watch: Watch, at: string): void => {
    for (const one of incidents.values())
      if (isSame(one, watch) && one.muted && one.declared === null)
        hold(one.id, muteOf(watch, worstOf(one) ?? "Sev4", at), at);
  };
  const showOpen = (watch: Place): void =>
    outbox.showSoon(
      [...incidents.values()]
        .filter((one) => isSame(one, watch) && one.status.state !== "resolved")
        .map(({ id }) => id),
    );
  /** What a mute held back. */
  const ringOwed = async (one: Kept, at: string): Promise<void> => {
    const { id, conversation, kept, ringOwed: owed } = one;
    const watch = watches.find((each) => isSame(each, one));
    const isHeard =
      watch !== undefined &&
      ["open", "acknowledged"].includes(one.status.state) &&
      (messageOf(id)?.delivery.messageId ?? null) !== null;
    if (owed === null || !isHeard || !mayRing(owed, at)) return;
    if (one.declared === null && muteOf(watch, worstOf(one) ?? "Sev4", at) !== null) return;
    Object.assign(one, { ringOwed: null, untakenSince: at });
    const [worst] = alertsOf(kept.filter(({ status }) => status.state === "fired")).listed;
    if (worst === undefined || !isOwedStill(owed, worst.alert.severity, { ...one, ...one.status })) return;
    const { severity, rule } = worst.alert;
    const held = owed.flap === undefined ? { heldSince: owed.at } : {};
    await outbox.write([ringMessage(id, conversation, { why: owed.why, at, severity, rule, ...held })]);
  };
  const joinOne = async (candidate: Candidate, firing: Firing, receivedAt: string): Promise<void> => {
    const { id, cluster, conversation, alert, muting } = candidate;
    const mute = muteOf(muting, alert.severity, receivedAt);
    const end = ends.find((other) => isEndOf(other, { alert, firing }, delivered.fired));
    const status: AlertStatus = end ? { state: "resolved", resolvedAt: end.resolvedAt } : { state: "fired" };
    const one = copy({ alert, status, firing, receivedAt });
    const found = incidentFor(candidate);
    const [worst] = [alert.severity, (found && worstOf(found)) ?? alert.severity].toSorted();
    if (!found?.declared)
      hold(found?.id ?? id, muteOf(muting, worst ?? alert.severity, receivedAt), receivedAt);
    if (!found) {
      const state: IncidentStatus = end
        ? { state: "resolved", at: end.resolvedAt, by: null, because: null }
        : { state: "open" };
      incidents.set(id, {
        ...{ id, cluster: copy(cluster), conversation: copy(conversation), openedAt: receivedAt },
        ...{
          status: state,
          owner: null,
          severity: null,
          declared: null,
          reopened: 0,
          kept: [one],
          ...{ looked: null, read: null },
          ...untouched(receivedAt),
          ringOwed: null,
          inHand: null,
          ...(mute !== null && { muted: copy(mute) }),
        },
      });
      return outbox.write([messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id })]);
    }
    const { state, delivery } = messageOf(found.id) ?? {};
    const unsent =
      (state === "waiting" || state === "resting") && delivery?.messageId === null && delivery.unsure === 0;
    const all = found.kept.map(({ alert }) => alert.severity).toSorted();
    const before = { ...found, worstOpen: worstOf(found), worst: found.severity ?? all[0] ?? null };
    if (!found.kept.some((each) => each.firing.key === firing.key)) found.kept.push(one);
    outbox.showSoon([found.id]);
    if (status.state === "resolved") return;
    const { ring, ...to } = afterFiring(before, alert.severity, receivedAt);
    const isMoved = to.status.state !== found.status.state;
    if (isMoved && to.status.state === "open") Object.assign(found, untouched(receivedAt));
    Object.assign(found, to);
    if (ring === null || unsent) return;
    const owed = { at: receivedAt, known: before.worstOpen };
    if (ring === "flaps") {
      const until = new Date(Date.parse(receivedAt) + flapMilliseconds).toISOString();
      const flap = { opening: to.reopened, until };
      found.ringOwed = owedRing(found.ringOwed, { ...owed, why: "reopened", flap });
      return;
    }
    if (mute !== null && found.declared === null) {
      found.ringOwed = owedRing(found.ringOwed, { ...owed, why: ring });
      return;
    }
    if (found.ringOwed !== null) Object.assign(found, { ringOwed: null, untakenSince: receivedAt });
    await outbox.write([
      ringMessage(found.id, conversation, {
        ...{ why: ring, at: receivedAt, severity: alert.severity, rule: alert.rule },
      }),
    ]);
  };
  const resolve = async (end: End): Promise<void> => {
    ends.push(end);
    for (const incident of incidents.values()) {
      const ended = incident.kept.filter(
        (each) => each.status.state === "fired" && isEndOf(end, each, delivered.fired),
      );
      if (ended.length === 0) continue;
      incident.kept = incident.kept.map((each) =>
        ended.includes(each) ? { ...each, status: { state: "resolved", resolvedAt: end.resolvedAt } } : each,
      );
      const open = incident.kept.filter(({ status }) => status.state === "fired").length;
      const before = incident.status;
      Object.assign(incident, { status: afterResolving(incident, open, end.resolvedAt) });
      outbox.showSoon([incident.id]);
      await outbox.write(ringOfEnd(incident, before));
    }
  };
  /** Where it has just ended. */
  const ringOfEnd = (one: Kept, { state }: IncidentStatus) => {
    const { id, status, conversation, openSince } = one;
    const stands = (messageOf(id)?.delivery.messageId ?? null) !== null;
    if (state === "resolved" || status.state !== "resolved" || !stands) return [];
    const { at } = status;
    const [worst = "Sev4"] = one.severity
      ? [one.severity]
      : one.kept.map(({ alert }) => alert.severity).sort();
    const isMuted =
      one.declared === null && watches.some((each) => isSame(each, one) && muteOf(each, worst, at) !== null);
    return isMuted || !ringsAtEnd(one, openSince, at)
      ? []
      : [ringMessage(id, conversation, { why: "resolved", at })];
  };
  const showRun = ({ incident: id, task, status: to }: Run): void => {
    const incident = incidents.get(incidents.get(id ?? "")?.mergedInto ?? id ?? "");
    if (!incident || !isOnCard(task, to)) return;
    Object.assign(incident, { status: copy(afterRun(incident, task, to)) });
    outbox.showSoon([incident.id]);
  };
  const queries: IncidentStore = {
    addWatch: async (edit, entry) => {
      audit.push(copy(entry));
      const index = watches.findIndex((other) => isSame(other, edit));
      const known = watches[index];
      const { cluster, conversation, by, since, ...wished } = copy(edit);
      const made: Watch = { ...(known ?? { cluster, conversation, by, since }) };
      const now = Object.fromEntries(
        Object.entries({ ...made, ...wished }).filter(([, value]) => value !== null && value !== undefined),
      ) as unknown as Watch;
      watches[index < 0 ? watches.length : index] = now;
      holdAnew(now, since);
      const how = ({ severity, quiet }: Watch) => JSON.stringify([severity, quiet]);
      const outcome = known === undefined ? "added" : how(known) === how(now) ? "already" : "changed";
      return { outcome, now: copy(now) };
    },
    setMute: async (watch, mute, at, entry) => {
      const index = watches.findIndex((other) => isSame(other, watch));
      const known = watches[index];
      if (known === undefined) return false;
      const { mute: _, ...rest } = known;
      const changed = { ...rest, ...(mute !== null && { mute: copy(mute) }) };
      watches[index] = changed;
      audit.push(copy(entry));
      holdAnew(changed, at);
      return true;
    },
    seeOperation: async (watch, seen, at, entry) => {
      const known = watches.find((other) => isSame(other, watch));
      if (known === undefined) return;
      const { operation: before = null, ...rest } = known;
      if (at < (operationReadAt.get(keyOf(watch)) ?? "")) return;
      operationReadAt.set(keyOf(watch), at);
      const after = operationSeen(before, seen, at);
      if (before === null && after === null) return;
      const changed = after === null ? rest : { ...rest, operation: copy(after) };
      watches[watches.indexOf(known)] = changed;
      if (after === null || after.since !== before?.since)
        audit.push(copy(entry(after === null ? "ends" : "begins")));
      holdAnew(changed, at);
      showOpen(watch);
    },
    takeOperations: async (at, before) =>
      watches.flatMap((known, index) => {
        const { operation } = known;
        const isDue =
          operation !== undefined &&
          !operation.isOver &&
          operation.until > at &&
          operation.seenAt <= before &&
          (operation.lookedAt ?? "") <= before;
        if (!isDue) return [];
        watches[index] = { ...known, operation: { ...operation, lookedAt: at } };
        return [copy({ cluster: known.cluster, conversation: known.conversation })];
      }),
    endOperations: async (at, entry) => {
      for (const [index, known] of watches.entries()) {
        const { operation, ...rest } = known;
        if (operation === undefined || operation.isOver || operation.until > at) continue;
        watches[index] = { ...rest, operation: { ...operation, isOver: true } };
        audit.push(copy(entry(known)));
        showOpen(known);
      }
    },
    ringOwed: async (at) => {
      for (const one of incidents.values()) await ringOwed(one, at);
    },
    setPlanned: async (watch, planned, at, entry) => {
      const known = watches.find((other) => isSame(other, watch));
      if (known === undefined || at < (plannedReadAt.get(keyOf(watch)) ?? "")) return;
      plannedReadAt.set(keyOf(watch), at);
      const { planned: before, ...rest } = known;
      if (!isDeepStrictEqual(planned?.configurations ?? [], before?.configurations ?? []))
        audit.push(copy(entry));
      const changed = { ...rest, ...(planned !== null && { planned: copy(planned) }) };
      watches[watches.indexOf(known)] = changed;
      holdAnew(changed, at);
    },
    removeWatch: async (watch, entry) => {
      const index = watches.findIndex((other) => isSame(other, watch));
      if (index < 0) return false;
      watches.splice(index, 1);
      volunteers.delete(keyOf(watch));
      audit.push(copy(entry));
      for (const one of incidents.values())
        if (isSame(one, watch) && one.muted && one.muted.until > now().toISOString())
          if ((messageOf(one.id)?.delivery.messageId ?? null) === null)
            outbox.hold(incidentKey(one.id), () => true);
      return true;
    },
    setVolunteer: async (watch, one, entry) => {
      if (!watches.some((other) => isSame(other, watch))) return null;
      const before = volunteers.get(keyOf(watch)) ?? null;
      volunteers.set(keyOf(watch), copy(one));
      audit.push(copy(entry));
      return { before };
    },
    endVolunteer: async (watch, person, entry) => {
      const one = volunteers.get(keyOf(watch));
      if (!one || personKey(one.requester) !== personKey(person)) return false;
      volunteers.delete(keyOf(watch));
      audit.push(copy(entry));
      return true;
    },
    volunteersIn: async (place, at) =>
      new Map(
        [...volunteers].flatMap(([key, one]) => {
          const [cluster = "", where] = key.split(" ");
          return where === place && one.until > at ? [[cluster, copy(one)] as const] : [];
        }),
      ),
    takeUndiagnosed: async (at, unattended) =>
      [...incidents.values()].flatMap((one) => {
        const standing = volunteers.get(keyOf(one));
        const volunteer = standing !== undefined && standing.until > at ? standing : null;
        const isDue =
          watches.some(
            (each) =>
              isSame(each, one) &&
              (one.declared !== null || muteOf(each, worstOf(one) ?? "Sev4", at) === null),
          ) &&
          isAnotherQuestion(one, one.looked, at) &&
          (one.status.state === "open" || one.status.state === "acknowledged") &&
          (messageOf(one.id)?.delivery.messageId ?? null) !== null;
        const isAsked = runs().some(
          ({ incident, task, createdAt }) =>
            incident === one.id && task.kind === "diagnose" && createdAt >= one.openSince,
        );
        const isForNobody = unattended && isAnotherQuestion(one, one.read, at) && !isAsked;
        if (!isDue || (volunteer === null && !isForNobody)) return [];
        one[volunteer === null ? "read" : "looked"] = { at, reopened: one.reopened, inHand: true };
        return [{ incident: one.id, volunteer: copy(volunteer) }];
      }),
    takeUntaken: async (at, before, callsOf) =>
      [...incidents.values()].flatMap((one) => {
        const isDue =
          (one.inHand === null || isLeft({ at: one.inHand, inHand: true }, at)) &&
          one.called.length < callsOf(copy(one.cluster)) &&
          one.status.state === "open" &&
          waitsSince(one) <= before &&
          (one.ringOwed === null || one.ringOwed.flap !== undefined) &&
          (one.declared !== null || watches.some((each) => isSame(each, one))) &&
          !watches.some(
            (each) =>
              isSame(each, one) &&
              one.declared === null &&
              [before, at].some((moment) => muteOf(each, worstOf(one) ?? "Sev4", moment) !== null),
          ) &&
          (messageOf(one.id)?.delivery.messageId ?? null) !== null;
        if (isDue) one.inHand = at;
        return isDue ? [{ id: one.id, made: one.called.length }] : [];
      }),
    settle: async (id, what) => {
      const one = incidents.get(id);
      if (one?.looked && what === "diagnosis") one.looked = { ...one.looked, inHand: false };
      if (one?.read && what === "diagnosis") one.read = { ...one.read, inHand: false };
      if (one && what === "call") one.inHand = null;
    },
    watches: async () => copy(watches).toSorted((a, b) => (a.since < b.since ? -1 : 1)),
    takeAlerts: async (all) => {
      for (const one of all) {
        const { key, condition } = one.alert;
        if (delivered[condition].has(key)) continue;
        delivered[condition].add(key);
        taken.push(copy(one));
      }
    },
    joinAlerts: async (join) => {
      const next = taken.shift();
      if (!next) return false;
      taken.push(next);
      const { candidates, audit: entries } = join(copy(next), copy(watches));
      taken.pop();
      audit.push(...copy(entries));
      const { key, id, origin } = next.alert;
      const firing = { key, id, origin };
      for (const candidate of candidates) await joinOne(candidate, firing, next.receivedAt);
      const resolvedAt = endOf(next.alert, next.receivedAt);
      if (resolvedAt !== null) await resolve({ ...firing, resolvedAt });
      return true;
    },
    incident: async (id) => {
      const kept = incidents.get(id);
      return kept ? whole(kept) : null;
    },
    incidentAlerts: async (id, limit) =>
      copy(incidents.get(id)?.kept ?? [])
        .slice(0, limit)
        .map(({ alert, status }) => ({ alert, status })),
    incidentsIn: async (place, limit) =>
      [...incidents.values()]
        .filter(({ conversation, mergedInto }) => conversation.key === place && mergedInto === undefined)
        .toSorted(openFirst)
        .slice(0, limit)
        .map(whole),
    incidentsSince: async (place, since) =>
      [...incidents.values()]
        .filter(
          ({ conversation, mergedInto, openedAt }) =>
            conversation.key === place && mergedInto === undefined && openedAt >= since,
        )
        .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt))
        .map(({ id, cluster, severity, kept }) => ({
          ...{ id, cluster },
          severity: severity ?? kept.map(({ alert }) => alert.severity).toSorted()[0] ?? null,
        })),
    seenBefore: async ({ id, cluster, conversation, openedAt }, check, since) => {
      const all = [...incidents.values()]
        .filter(
          (one) =>
            one.id !== id &&
            newestCause(one.id)?.check === check &&
            keyOf(one) === keyOf({ cluster, conversation }) &&
            one.status.state === "resolved" &&
            one.openedAt >= since &&
            one.openedAt <= openedAt,
        )
        .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt));
      const [last, ...others] = all.slice(0, 3).map(earlierOf);
      return last === undefined ? null : { ...last, times: all.length, others };
    },
    firedBefore: async ({ id, cluster, conversation, openedAt }, since) => {
      const rulesOf = (of: string) => new Set(incidents.get(of)?.kept.map(({ alert }) => alert.rule));
      const before = [...incidents.values()]
        .filter(
          (one) =>
            one.id !== id &&
            keyOf(one) === keyOf({ cluster, conversation }) &&
            one.openedAt >= since &&
            one.openedAt < openedAt,
        )
        .toSorted((one, other) => other.openedAt.localeCompare(one.openedAt));
      return [...rulesOf(id)].toSorted().flatMap((rule) => {
        const those = before.filter((one) => rulesOf(one.id).has(rule));
        return those.length === 0
          ? []
          : [{ rule, incidents: those.length, newest: those.slice(0, 3).map(earlierOf) }];
      });
    },
    linkedIncidents: async (id) => {
      const own = incidents.get(id);
      if (!own) return [];
      const linked = (why: (other: Kept) => LinkReason | null): readonly LinkedIncident[] =>
        [...incidents.values()]
          .filter(({ conversation }) => conversation.key === own.conversation.key)
          .toSorted(openFirst)
          .flatMap((other) => {
            const { id: incident, cluster, status, owner } = other;
            const reason = why(other);
            const about = { cluster: cluster.name, state: status.state };
            const name = owner?.person.displayName ?? null;
            return reason === null ? [] : [{ incident, ...about, owner: name, why: copy(reason) }];
          })
          .slice(0, 3);
      const told = (is: "splitFrom" | "splitInto", { rules, by }: Split) => ({
        ...{ is, rules, by: by.displayName },
      });
      return [
        ...linked((other) => (own.split?.from === other.id ? told("splitFrom", own.split) : null)),
        ...linked(({ split, mergedInto }) =>
          split?.from === id && mergedInto === undefined ? told("splitInto", split) : null,
        ),
        ...linked((other) => linkBeside(own, other)),
      ];
    },
    openIncident: async (clusterId, place) => {
      const open = [...incidents.values()]
        .filter(
          ({ cluster, conversation, status }) =>
            sameId(cluster.id, clusterId) && conversation.key === place && status.state !== "resolved",
        )
        .toSorted((one, other) => Number(!!one.split) - Number(!!other.split) || openFirst(one, other))[0];
      return open ? whole(open) : null;
    },
    declareIncident: async (incident, message, entry) => {
      const open = [...incidents.values()].findLast(
        (one) => isSame(one, incident) && one.status.state !== "resolved" && !one.split,
      );
      if (open) {
        if (open.declared === null) Object.assign(open, { declared: copy(incident.declared) });
        await post(open, incident.openedAt);
        return whole(open);
      }
      incidents.set(incident.id, {
        ...copy(incident),
        kept: [],
        ...{ looked: null, read: null, ringOwed: null, inHand: null },
        ...untouched(incident.openedAt),
      });
      audit.push(copy(entry));
      await outbox.write([message]);
      return null;
    },
    stepIncident: async (id, step) => {
      const kept = incidents.get(id);
      if (!kept) return null;
      const move = step(whole(kept));
      if (move.to) {
        if (move.to.reopened !== kept.reopened) Object.assign(kept, untouched(now().toISOString()));
        const before = kept.status;
        const isAsSevere = move.to.severity === kept.severity;
        Object.assign(kept, copy(move.to));
        const watch = watches.find((each) => isSame(each, kept)) ?? {};
        const at = now().toISOString();
        if (!isAsSevere && kept.muted && kept.declared === null)
          hold(id, muteOf(watch, worstOf(kept) ?? "Sev4", at), at);
        outbox.showSoon([id]);
        await outbox.write(ringOfEnd(kept, before));
      }
      if (move.call) {
        kept.called = [...kept.called, copy(move.call)];
        outbox.showSoon([id]);
      }
      if (move.audit) audit.push(copy(move.audit));
      await outbox.write(move.messages);
      return move.said;
    },
    mergeIncidents: async ({ from, into }, { person, at }, entry) => {
      const [source, target] = [incidents.get(from), incidents.get(into)];
      if (!source || !target || source.mergedInto || target.mergedInto) return false;
      const { split, ...to } = afterMerge(whole(target), whole(source));
      const owed = mergedOwed(
        { ...whole(target), reopened: to.reopened, owed: target.ringOwed },
        { ...whole(source), owed: source.ringOwed },
      );
      const own = new Set(target.kept.map(({ firing }) => firing.key));
      const kept = [...target.kept, ...source.kept.filter(({ firing }) => !own.has(firing.key))];
      if (to.reopened !== target.reopened) Object.assign(target, untouched(at));
      Object.assign(target, copy(to), { kept });
      if (split === undefined) delete target.split;
      else target.split = copy(split);
      for (const one of incidents.values()) {
        if (one.mergedInto === from) one.mergedInto = into;
        if (one.split?.from === from && one.id !== into) one.split = { ...one.split, from: into };
      }
      const stands = (messageOf(into)?.delivery.messageId ?? null) !== null;
      if (stands && source.status.state !== "resolved") target.ringOwed = owed;
      const status = { state: "resolved", at, by: copy(person), because: null } as const;
      Object.assign(source, { status, kept: [], mergedInto: into });
      audit.push(copy(entry));
      outbox.showSoon([from, into]);
      if (to.status.state !== "resolved") await post(target, at);
      return true;
    },
    splitIncident: async (id, step) => {
      const source = incidents.get(id);
      if (!source) return null;
      const splits = [...incidents.values()].flatMap(({ id: own, split, mergedInto }) =>
        split?.from === id && mergedInto === undefined ? [{ id: own, rules: split.rules }] : [],
      );
      const { said, split: wanted } = step(whole(source), { rules: rulesOf(source.kept), splits });
      if (wanted === null) return said;
      const { rule, by, at } = wanted;
      const isOf = ({ alert }: KeptAlert) => alert.rule === rule;
      const { cluster, conversation, status: before } = source;
      incidents.set(wanted.id, {
        ...copy({ id: wanted.id, cluster, conversation, openedAt: at, status: wanted.own }),
        ...{
          owner: null,
          severity: null,
          declared: null,
          reopened: 0,
          looked: null,
          read: null,
          ringOwed: null,
          inHand: null,
        },
        ...{ kept: source.kept.filter(isOf), split: { from: id, rules: [rule], by: copy(by) } },
        ...untouched(at),
      });
      Object.assign(source, { kept: source.kept.filter((each) => !isOf(each)), status: copy(wanted.source) });
      if (source.split)
        source.split = { ...source.split, rules: source.split.rules.filter((each) => each !== rule) };
      audit.push(...copy(wanted.audit));
      outbox.showSoon([id]);
      if (source.status.state !== "resolved") await post(source, at);
      await outbox.write([
        messageWith(incidentKey(wanted.id), conversation, { show: "incident", incidentId: wanted.id }),
        ...ringOfEnd(source, before),
      ]);
      return said;
    },
    worstOpenAlert: async (clusterId, since) =>
      [...incidents.values()]
        .filter(({ cluster }) => sameId(cluster.id, clusterId))
        .flatMap(({ kept }) => kept)
        .filter(
          ({ alert, status, receivedAt }) =>
            alert.ofCluster === true && status.state === "fired" && receivedAt >= since,
        )
        .map(({ alert }) => alert.severity)
        .sort()[0] ?? null,
    // What people and runs did is counted by the real stores alone (test/store/weekly.test.ts).
    week: async ({ place, clusters, from, to }) => {
      const here = [...incidents.values()].filter(
        ({ conversation, cluster }) =>
          conversation.key === place && clusters.some(({ id }) => sameId(id, cluster.id)),
      );
      const fired = here.flatMap(({ kept }) => kept).filter(({ receivedAt }) => receivedAt >= from);
      return {
        incidents: here
          .filter(({ openedAt }) => openedAt >= from && openedAt < to)
          .map(({ severity, kept }) => ({
            severity: severity ?? kept.map(({ alert }) => alert.severity).toSorted()[0] ?? null,
            times: { acknowledged: null, explained: null, mitigated: null, resolved: null },
            explains: null,
          })),
        ...{ before: 0, calls: 0, alerts: { fired: fired.length, alone: 0 }, rules: [], causes: [] },
      };
    },
    setWeekly: async (conversation, sentFor, entry) => {
      if (weekly.has(conversation.key)) return false;
      weekly.set(conversation.key, copy({ conversation, sentFor }));
      audit.push(copy(entry));
      return true;
    },
    endWeekly: async (place, entry) => {
      const isGone = weekly.delete(place);
      if (isGone) audit.push(copy(entry));
      return isGone;
    },
    hasWeekly: async (place) => weekly.has(place),
    weeklyDue: async (monday) =>
      [...weekly.values()]
        .filter(
          ({ conversation: { key }, sentFor }) =>
            sentFor < monday && watches.some(({ conversation }) => conversation.key === key),
        )
        .map(({ conversation }) => copy(conversation)),
    sendWeekly: async (place, monday, card, entry) => {
      const one = weekly.get(place);
      if (!one || one.sentFor >= monday) return false;
      one.sentFor = monday;
      audit.push(copy(entry));
      await outbox.write([card]);
      return true;
    },
    strayAlerts: async (since) => {
      const strays = audit
        .filter(
          ({ action, detail, time }) => action === "alert.fired" && detail.channels === 0 && time >= since,
        )
        .toSorted((a, b) => (a.time < b.time ? -1 : 1));
      const { time, detail } = strays.at(-1) ?? {};
      if (time === undefined || detail === undefined) return null;
      const [source, rule, named] = [detail.source as AlertSource, String(detail.name), String(detail.named)];
      return { count: strays.length, newest: { source, rule, named, time } };
    },
    incidentOfMessage: async (place, messageId) => {
      const found = [...outbox.entries.values()].find(
        ({ delivery }) =>
          delivery.content.show === "incident" &&
          delivery.messageId === messageId &&
          placeOf(delivery.to.key) === place,
      );
      const id = found?.delivery.content.show === "incident" ? found.delivery.content.incidentId : null;
      return incidents.get(id ?? "")?.mergedInto ?? id;
    },
  };
  return { queries, showRun };
}
