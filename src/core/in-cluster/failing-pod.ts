// The pod to look at first where containers do not run: which container, why, how it ended, and what it said last.

import { isComponent, troubleOf } from "./findings/recent.ts";
import { maskedIn } from "./judge-in-cluster.ts";
import type { InClusterModel, Pod, WaitingContainer } from "./reads/model.ts";

/** `why`: as Kubernetes calls it. `said`: masked; "" where nobody said anything. `more`: so many other pods fail. */
export type FailingPod = Readonly<{
  namespace: string;
  pod: string;
  container: string;
  why: string;
  restarts: number;
  /** How the container ended before; null where it never did. */
  end: WaitingContainer["end"];
  said: string;
  more: number;
  /** It has an earlier log, and no name of it is masked. */
  hasPreviousLog: boolean;
}>;

type Failing = Readonly<{ pod: Pod; container: WaitingContainer; trouble: number }>;

/** Of several containers the one that is worst. */
function failingIn(pod: Pod): readonly Failing[] {
  const all = pod.containers.flatMap((container) => {
    const trouble = troubleOf(container.why);
    return trouble === null ? [] : [{ pod, container, trouble }];
  });
  return all.toSorted((one, other) => one.trouble - other.trouble).slice(0, 1);
}

/** A pod without which the cluster does not do its work first, then the worst, then what was started again most often. */
const sooner = (one: Failing, other: Failing): number =>
  Number(isComponent(other.pod)) - Number(isComponent(one.pod)) ||
  one.trouble - other.trouble ||
  other.container.restarts - one.container.restarts;

/** More is read by nobody at one glance. */
const longest = 200;

/** A log ends with what matters. */
const lastLine = (text: string): string =>
  (text.split("\n").findLast((line) => line.trim() !== "") ?? "").trim().slice(0, longest).toWellFormed();

/** Kubernetes puts what it was told by others behind its own words. */
const itsEnd = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= longest ? line : `…${line.slice(1 - longest).toWellFormed()}`;
};

function saidOf({ pod, container }: Failing, { parts: { lastWords } }: InClusterModel): string {
  const words = lastWords.status === "read" ? lastWords.data : [];
  const own = words
    .find(({ namespace, name }) => namespace === pod.namespace && name === pod.name)
    ?.containers.find(({ name }) => name === container.name);
  if (own !== undefined) return lastLine(maskedIn(own.said));
  // Of a crash Kubernetes says only how long it waits.
  return container.why === "CrashLoopBackOff" ? "" : itsEnd(maskedIn(pod.said[0] ?? ""));
}

/** Null where every container runs, or none was read. */
export function failingPod(model: InClusterModel): FailingPod | null {
  const { pods } = model.parts;
  const all = pods.status === "read" ? pods.data.flatMap(failingIn).toSorted(sooner) : [];
  const [first] = all;
  if (first === undefined) return null;
  const { pod, container } = first;
  const names = { namespace: pod.namespace, pod: pod.name, container: container.name };
  const shown = maskedIn(names);
  return {
    ...shown,
    restarts: container.restarts,
    // A reason is whatever text somebody's controller wrote there.
    ...maskedIn({ why: container.why, end: container.end }),
    said: saidOf(first, model),
    more: all.length - 1,
    hasPreviousLog: container.end !== null && JSON.stringify(shown) === JSON.stringify(names),
  };
}

/**
 * What to begin with where a container crashes. `memory`: it was killed for lack of it. `killed`: by a signal from outside. `start`:
 * its command never ran. `said`: it said why, or at least something, last. `ended`: by itself, without an error.
 */
export type CrashLead = "memory" | "killed" | "start" | "said" | "ended" | "silent";

/** https://tldp.org/LDP/abs/html/exitcodes.html: not executable, not found; 128 and more for a signal, 9 and 15 from outside. */
const [notStarted, fromOutside] = [
  [126, 127, 128],
  [137, 143],
];

/** What it said before it was killed, or in place of starting, is not why. */
export function crashLead({ end, said }: Pick<FailingPod, "end" | "said">): CrashLead {
  if (end?.why === "OOMKilled") return "memory";
  if (end !== null && fromOutside.includes(end.code)) return "killed";
  if (end !== null && notStarted.includes(end.code)) return "start";
  if (said !== "") return "said";
  return end?.code === 0 ? "ended" : "silent";
}
