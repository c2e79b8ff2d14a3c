// Who is on call by any schedule: the service behind it is asked, people are found in Entra, and the answer is kept for a minute.
import type { RequesterCredential } from "../app/ports/azure.ts";
import type { OnCall } from "../app/ports/on-call.ts";
import type { TextWork } from "../app/ports/text-work.ts";
import type { OnCallNow, OnCallSource } from "../core/on-call/on-call.ts";
import { findPeople, readGroup, readShifts } from "./graph.ts";
import type { Limits } from "./http.ts";
import { type Calendars, readIcal } from "./ical.ts";
import { type OpsgenieSettings, readOpsgenie } from "./opsgenie.ts";
import { type PagerDutySettings, readPagerDuty } from "./pagerduty.ts";

type OnCallSettings = Readonly<{
  pagerduty: PagerDutySettings;
  opsgenie: OpsgenieSettings;
  calendars: Calendars;
}>;

type Behind = Readonly<{
  settings: OnCallSettings;
  graphEndpoint: string;
  textWork: Pick<TextWork, "readCalendar">;
  times?: Times;
}>;

/** In milliseconds: for the schedule, for finding its people, between two tries, and how long each answer is kept. */
export type Times = Readonly<{ read: number; find: number; pause: number; keep: number; keepFailed: number }>;

const usualTimes: Times = { read: 6_000, find: 2_000, pause: 300, keep: 60_000, keepFailed: 10_000 };

const mostKept = 500;

type Kept = Readonly<{ answer: Promise<OnCallNow>; from: number; to: number }>;

/** What is read with a person's rights is kept for that person alone. */
export function createOnCall({ times = usualTimes, ...behind }: Behind): OnCall {
  const kept = new Map<string, Kept>();

  function keep(key: string, answer: Promise<OnCallNow>, from: number): void {
    const keptTo = (to: number) => kept.set(key, { answer, from, to });
    keptTo(from + times.keep);
    const oldest = kept.keys().next();
    if (kept.size > mostKept && !oldest.done) kept.delete(oldest.value);
    const isKept = () => kept.get(key)?.answer === answer;
    void answer.then(
      (known) => isKept() && keptTo(endOf(known, from, times)),
      () => isKept() && kept.delete(key),
    );
  }

  return {
    now(schedule, at, as) {
      const person = as === null ? null : [as.requester.tenantId, as.requester.objectId];
      const key = JSON.stringify([schedule.source, person]);
      const time = at.getTime();
      const known = kept.get(key);
      if (known !== undefined && known.from <= time && time < known.to) return known.answer;
      const answer = readAndFind({ ...behind, times }, schedule.source, at, as);
      kept.delete(key);
      keep(key, answer, time);
      return answer;
    },
  };
}

/** Never beyond the end of a shift. */
function endOf(known: OnCallNow, from: number, { keep, keepFailed }: Times): number {
  if (!known.ok) return from + keepFailed;
  return Math.min(from + keep, known.until === null ? Number.POSITIVE_INFINITY : Date.parse(known.until));
}

type Asked = Behind & Readonly<{ times: Times }>;

const limitsOf = (ms: number, { pause }: Times): Limits => ({
  ends: AbortSignal.timeout(ms),
  bytes: 1_000_000,
  tries: 2,
  pauseMs: pause,
});

async function readAndFind(
  asked: Asked,
  source: OnCallSource,
  at: Date,
  as: RequesterCredential | null,
): Promise<OnCallNow> {
  const { graphEndpoint: endpoint, times } = asked;
  const shift = await read(asked, source, at, as);
  if (!shift.ok || as === null) return shift;
  const graph = { endpoint, as, limits: limitsOf(times.find, times) };
  return { ok: true, ...(await findPeople(graph, shift)) };
}

function read(
  { settings, graphEndpoint: endpoint, textWork, times }: Asked,
  source: OnCallSource,
  at: Date,
  as: RequesterCredential | null,
): Promise<OnCallNow> {
  const limits = limitsOf(times.read, times);
  switch (source.from) {
    case "group":
      return readGroup({ endpoint, as, limits }, source);
    case "shifts":
      return readShifts({ endpoint, as, limits }, source, at);
    case "pagerduty":
      return readPagerDuty(settings.pagerduty, source.schedule, at, limits);
    case "opsgenie":
      return readOpsgenie(settings.opsgenie, source.schedule, at, limits);
    case "ical":
      return readIcal({ calendars: settings.calendars, textWork }, source, at, limits);
  }
}
