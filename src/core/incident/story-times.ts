// Times of an incident, from its story, as its report says them. Of a time only the seconds count, as they are shown.
import type { Incident } from "./incident.ts";
import type { StoryEntry } from "./story.ts";
import type { IncidentTimes } from "./week.ts";

/** Which of its openings within a day the newest one is; 0 where it began longer before, or was never opened again. */
export const openingWithinDay = ({ openedAt, openSince, reopened }: Incident): number =>
  openSince !== undefined && Date.parse(openSince) - Date.parse(openedAt) <= 86_400_000 ? reopened + 1 : 0;

/** Without what nobody sees: what is between two times is what a reader finds between them. */
export const toSecond = (iso: string): string => `${iso.slice(0, 19)}Z`;

/** `openedAt`: ISO time. Milliseconds from the first alert, or from when it was declared. */
export function timesOf(
  openedAt: string,
  story: readonly StoryEntry[],
  resolvedAt: string | null,
): IncidentTimes {
  const begin = Math.min(...story.filter(isOwnFiring).map(secondsOf), Date.parse(toSecond(openedAt)));
  const first = (which: (entry: StoryEntry) => boolean): number | null => {
    const entry = story.find(which);
    return entry === undefined ? null : secondsOf(entry) - begin;
  };
  const mended = story.find((entry) => isMended(entry, story));
  return {
    // Whoever merges one into it has it in hand.
    acknowledged: first(({ event: { is } }) => is === "taken" || is === "handedOver" || is === "merged"),
    explained: first(({ event }) => event.is === "diagnosed" && event.cause !== null),
    mitigated: mended === undefined ? null : secondsOf(checkOf(mended, story) ?? mended) - begin,
    resolved: resolvedAt === null ? null : Date.parse(toSecond(resolvedAt)) - begin,
  };
}

const secondsOf = ({ at }: StoryEntry): number => Date.parse(toSecond(at));

const isOwnFiring = ({ event }: StoryEntry): boolean => event.is === "fired" && event.into === null;

const checkOf = ({ run }: StoryEntry, story: readonly StoryEntry[]): StoryEntry | undefined =>
  story.find(({ run: other, event }) => other === run && event.is === "checked");

function isMended(entry: StoryEntry, story: readonly StoryEntry[]): boolean {
  if (entry.event.is !== "made" || entry.event.outcome !== "done") return false;
  const check = checkOf(entry, story)?.event;
  return check?.is !== "checked" || check.verdict !== "broken";
}

/** Milliseconds from each request to its last approval, together. */
export function waitedIn(story: readonly StoryEntry[]): number {
  const waits = story.flatMap(({ event, run, at }) => {
    if (event.is !== "asked" || run === null) return [];
    const agreed = story.findLast((each) => each.run === run && each.event.is === "approved");
    return agreed === undefined ? [] : [secondsOf(agreed) - Date.parse(toSecond(at))];
  });
  return waits.reduce((sum, wait) => sum + wait, 0);
}

// Since when something must have been so.

/** So many seconds Kubernetes waits before a restart, and no longer: https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/ */
const [firstWait, longestWait] = [10, 300];

/** Milliseconds that so many restarts took at least: the first comes at once, and each wait is twice the one before. */
export const leastTimeOf = (restarts: number): number =>
  Array.from({ length: Math.max(0, restarts - 1) }, (_, at) =>
    Math.min(firstWait * 2 ** at, longestWait),
  ).reduce((sum, wait) => sum + wait, 0) * 1_000;
