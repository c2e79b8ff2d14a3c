// A channel that follows a cluster, and when it does not ring there.
import { type AlertSeverity, isAsSevere } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import { maintenanceAt } from "../finding/cluster/maintenance-window.ts";
import { closesAt, isWithinWindow, type Window } from "../policy/window.ts";
import type { ReaderIdentity, Requester } from "../requester.ts";
import type { ConversationRef } from "../run/run.ts";
import type { MaintenanceConfiguration } from "../snapshot/cluster.ts";

/** Who stands for a channel's watch: its incidents are diagnosed with their rights. ISO times, UTC. */
export type Volunteer = Readonly<{ requester: Requester; userId: string; since: string; until: string }>;

/** As long as a shift. */
export const volunteersForMilliseconds = 12 * 3_600_000;

/** With the rights of the bot's own read-only identity, too, something may have been read. */
type Person = Requester | ReaderIdentity;

/**
 * Nothing is posted about the cluster in the channel until then, an ISO time. `by`: who said so, once or for every night.
 * `because`: masked.
 */
export type Mute = Readonly<
  { by: Person; until: string } & (
    | { of: "person"; because: string | null }
    | { of: "quietHours" }
    /** `by`: with whose rights the schedule was read, and when. */
    | { of: "maintenance"; readAt: string }
    /** `by`: with whose rights it was seen, and when. `state`: in Azure's word. */
    | { of: "operation"; readAt: string; state: string }
  )
>;

/** Of those on call, to an incident that nobody has taken. `people`: who were mentioned; `schedules`: that were asked. ISO time. */
export type Call = Readonly<{ at: string; schedules: readonly string[]; people: readonly Requester[] }>;

/** `made`: since the incident is open, the oldest first. `since`: when it began to wait for whoever is called next. */
export type Calling = Readonly<{ made: readonly Call[]; since: string }>;

/** Of a pattern: each is read in Azure, and nobody means more of them by one line. */
export const mostAtOnce = 50;

export const longestMuteMinutes = 24 * 60;

/** A mute that comes back. */
export type QuietHours = Readonly<{ by: Requester; windows: readonly Window[] }>;

/** The windows that the cluster's owner planned in Azure, as somebody's rights showed them in the channel. */
export type PlannedMaintenance = Readonly<{
  by: Person;
  readAt: string;
  configurations: readonly MaintenanceConfiguration[];
}>;

/** An operation of Azure on the cluster or a pool of it, as the newest diagnosis in the channel saw it. ISO times, UTC. */
export type SeenOperation = Readonly<{
  by: Person;
  /** In Azure's word: `Upgrading`. */
  state: string;
  /** When it was seen first, and last. */
  since: string;
  seenAt: string;
  /** It mutes no longer than until then. */
  until: string;
  /** When somebody's rights were last asked for a look, whatever came of it. */
  lookedAt?: string;
  /** That was said. */
  isOver?: true;
}>;

/** What it stirs up is expected for so long; one that goes on longer may hang, or be over without anybody having looked. */
export const operationMutesForMilliseconds = 3_600_000;

/** Whoever sees one so long after the last look sees another one. */
const anotherAfterMilliseconds = 24 * 3_600_000;

/** What a look makes of it. `seen`: null where none runs. `readAt`: when the cluster was read for that. */
export function operationSeen(
  before: SeenOperation | null,
  seen: Pick<SeenOperation, "by" | "state"> | null,
  readAt: string,
): SeenOperation | null {
  if (seen === null) return null;
  const at = Date.parse(readAt);
  const isSame =
    before !== null &&
    at - Date.parse(before.seenAt) < anotherAfterMilliseconds &&
    // One may lead to the next, as an upgrade of the cluster to that of its pools, while it mutes.
    (!before.isOver || wordOf(before) === wordOf(seen));
  if (isSame) return { ...before, ...seen, seenAt: readAt };
  const until = new Date(at + operationMutesForMilliseconds).toISOString();
  return { ...seen, since: readAt, seenAt: readAt, until };
}

/** Without the counts that Azure puts behind it: `Scaling(2/3)`. */
const wordOf = ({ state }: Pick<SeenOperation, "state">): string => state.replace(/\W.*$/, "").toLowerCase();

export type Watch = Readonly<{
  cluster: ClusterRef;
  /** The channel itself, none of its threads: an incident is a new post there. */
  conversation: ConversationRef;
  by: Requester;
  since: string;
  /** Where the cluster is, in Azure's word: `westeurope`. */
  region?: string;
  /** The least severe alerts that reach the channel; left out: all do. */
  severity?: AlertSeverity;
  mute?: Extract<Mute, { of: "person" }>;
  quiet?: QuietHours;
  planned?: PlannedMaintenance;
  operation?: SeenOperation;
}>;

/** What a line makes of a watch. What it leaves out stays as it is, null takes it away. */
export type WatchEdit = Pick<Watch, "cluster" | "conversation" | "by" | "since" | "region"> &
  Readonly<{
    severity?: AlertSeverity | null;
    quiet?: QuietHours | null;
    planned?: PlannedMaintenance | null;
  }>;

/** What somebody may do with a watch. */
export type WatchOffer = "unmute" | "mute" | "unwatch" | "volunteer" | "release";

/** As it is at a moment: what mutes it then, who stands for it, and what whoever asks may do with it. */
export type WatchNow = Omit<Watch, "mute"> &
  Readonly<{ mute?: Mute; volunteer?: Volunteer; offers: readonly WatchOffer[] }>;

/** What of a watch says when it does not ring. */
export type Muting = Pick<Watch, "mute" | "quiet" | "planned" | "operation">;

/** Whoever mutes a cluster knows what goes on there; hours and schedules know nothing. */
const leastThatRings: Readonly<Record<Mute["of"], AlertSeverity>> = {
  person: "Sev0",
  quietHours: "Sev1",
  maintenance: "Sev1",
  operation: "Sev1",
};

/** What keeps an alert of this severity from ringing at `now`, an ISO time, as long as anything does so without a break. */
export function muteOf(watch: Muting, alert: AlertSeverity, now: string): Mute | null {
  const held = (at: string): Mute | undefined =>
    mutesAt(watch, at).find(({ of, until }) => until > at && !isAsSevere(alert, leastThatRings[of]));
  let last = held(now);
  // One may begin before another ends: a mute, a night, a weekend, the night behind it. Their number is bounded all the same.
  for (let joined = 0; last !== undefined && joined < 10; joined += 1) {
    const next = held(last.until);
    if (next === undefined) return last;
    last = next;
  }
  return last ?? null;
}

const mutesAt = ({ mute, quiet, planned, operation }: Muting, now: string): readonly Mute[] => [
  ...(mute === undefined ? [] : [mute]),
  ...(quiet === undefined ? [] : quietAt(quiet, new Date(now))),
  ...(planned === undefined ? [] : plannedAt(planned, Date.parse(now))),
  ...(operation === undefined ? [] : [operationMute(operation)]),
];

const operationMute = ({ by, seenAt, state, until }: SeenOperation): Mute => ({
  ...{ of: "operation", by, readAt: seenAt, state, until },
});

const quietAt = ({ by, windows }: QuietHours, now: Date): readonly Mute[] =>
  windows.flatMap((window) => {
    const until = isWithinWindow(window, now) ? closesAt(window, now) : null;
    return until === null ? [] : [{ of: "quietHours", by, until: until.toISOString() }];
  });

/** What nobody can tell of a schedule mutes nothing. */
const plannedAt = ({ by, readAt, configurations }: PlannedMaintenance, now: number): readonly Mute[] =>
  configurations.flatMap((configuration) => {
    const state = maintenanceAt(configuration, now);
    return state.is === "open" ? [{ of: "maintenance", by, readAt, until: state.until }] : [];
  });

/** Whether an alert of this severity is to reach the channel. */
export const reaches = (alert: AlertSeverity, { severity }: Pick<Watch, "severity">): boolean =>
  severity === undefined || isAsSevere(alert, severity);
