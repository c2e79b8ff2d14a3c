// Who is on call, as it was read from a schedule, or why it was not.

/** Where it stands who is on call. Ids are those of the service; `name` is one of the calendars that the settings know. */
export type OnCallSource = Readonly<
  | { from: "group"; id: string }
  | { from: "pagerduty"; schedule: string }
  | { from: "opsgenie"; schedule: string }
  | { from: "shifts"; team: string; schedulingGroup?: string }
  /** `timeZone`: of what the calendar gives no zone for, such as whole days. */
  | { from: "ical"; calendar: string; timeZone?: string }
>;

/** These are read with the rights of a person. */
export const isReadAsPerson = ({ from }: OnCallSource): boolean => from === "group" || from === "shifts";

export type OnCallSchedule = Readonly<{ name: string; source: OnCallSource }>;

/** `address`: mail address or user principal name. `objectId`: in Entra, where the person was found there for certain. */
export type OnCallPerson = Readonly<{ name: string; address?: string; objectId?: string }>;

/** `until`: ISO time at which the first of them goes off call; null where the schedule does not say. */
export type OnCallShift = Readonly<{ people: readonly OnCallPerson[]; until: string | null }>;

type Nothing = Readonly<Record<never, never>>;

type Values = {
  /** `setting`: the one that is missing. */
  notConfigured: { setting: string };
  /** The settings know no calendar of this name. */
  calendarUnknown: { calendar: string };
  /** The key or token is not taken, or may not read the schedule. */
  refused: { status: number };
  notFound: Nothing;
  throttled: Nothing;
  failed: { status: number };
  redirected: Nothing;
  /** No answer in time, or no connection. */
  silent: Nothing;
  tooLarge: Nothing;
  /** It is not what the service documents. */
  unreadable: Nothing;
  /** The calendar names a time zone and does not define it. */
  zoneUnknown: { zone: string };
  /** It can be read only as a person, and Entra gives no token for them. */
  noToken: Nothing;
};

export type OnCallUnread = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

export type OnCallNow = Readonly<({ ok: true } & OnCallShift) | { ok: false; unread: OnCallUnread }>;

/** Another day or shift, or a swap; a telephone number; the second line; and to hand over to whoever it is. */
export type AskedOfOnCall = "later" | "phone" | "tier" | "byName" | "escalate";

export type ReadSchedule = Readonly<{ name: string; from: OnCallSource["from"]; now: OnCallNow }>;

/** For the trail: which were read, and which were not and why. Nobody's name. */
export const namesOfRead = (schedules: readonly Pick<ReadSchedule, "name" | "now">[]) => ({
  read: schedules.flatMap(({ name, now }) => (now.ok ? [name] : [])).join(", "),
  unread: schedules.flatMap(({ name, now }) => (now.ok ? [] : [`${name}: ${now.unread.is}`])).join(", "),
});

/** Somebody is on call from `start` on, and not any more from `end` on; in milliseconds since 1970. */
export type OnCallSpan = Readonly<{ person: OnCallPerson; start: number; end: number | null }>;

/** Each person once, and until the first of these spans ends. */
export function shiftAt(spans: readonly OnCallSpan[], at: Date): OnCallShift {
  const now = spans.filter(({ start, end }) => start <= at.getTime() && (end === null || end > at.getTime()));
  const ends = now.map(({ end }) => end).filter((end) => end !== null);
  const people = new Map(
    now.map(({ person }) => [`${person.objectId ?? person.address ?? person.name}`, person]),
  );
  return {
    people: [...people.values()],
    until: ends.length === 0 ? null : new Date(Math.min(...ends)).toISOString(),
  };
}
