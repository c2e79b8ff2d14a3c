// Whether the cause that was found explains the alerts: what is hurt by it, against what they speak of. Only pairs of which
// that is known say anything; a cause and an alert of the same night may have nothing to do with each other.
import type { RootCause } from "../diagnosis/cause.ts";
import type { Diagnosis } from "../diagnosis/diagnosis.ts";
import type { Impact, NodesLoss, PodsLoss } from "../diagnosis/impact.ts";
import { type AlertAbout, type AlertTopic, aboutOf, nodeTopics, podTopics } from "./alert-topic.ts";
import type { IncidentAlert } from "./incident.ts";

/** `elsewhere`: of the same kind and at another place; what is down in one namespace may pull down another, or not. */
export const whetherExplained = ["explains", "not", "elsewhere"] as const;
type WhetherExplained = (typeof whetherExplained)[number];

/** What the alerts speak of, each once. `unknown`: so many more may be explained or not, and nobody knows. */
export type Explained = Readonly<Record<WhetherExplained, readonly AlertAbout[]> & { unknown: number }>;

// What shows where somebody is hurt, and what is never unwell by it. What stands in neither is not known.

type Shown = Readonly<Record<"shows" | "never", readonly AlertTopic[]>>;

const shows = (...topics: readonly AlertTopic[]): Shown => ({ shows: topics, never: [] });

/** What keeps a pod from its work loads no node and takes none away. */
const lack = (...topics: readonly AlertTopic[]): Shown => ({
  shows: [...topics, "podsReady"],
  never: nodeTopics,
});

const ofPods: Readonly<Record<PodsLoss, Shown>> = {
  resolveNames: lack("names", "restarts", "jobs"),
  reachApi: lack("restarts"),
  reachOtherNodes: lack("names"),
  beCreated: lack(),
  pullImages: lack("images"),
  start: lack(),
  getVolumes: lack("volumes", "podsPending"),
  findNode: shows("podsPending", "podsReady"),
  keepRunning: shows("restarts", "podsReady"),
  beReady: shows("podsReady"),
  stayOnNode: shows("podsReady"),
  finish: shows("jobs", "podsReady"),
};

const gone = shows("nodesReady", "podsReady");

const ofNodes: Readonly<Record<NodesLoss, Shown>> = {
  ...{ reachApi: gone, beReady: gone, report: gone, run: gone },
  resolveNames: shows("nodesReady", "images"),
  reachOutside: shows("images"),
  reachEachOther: shows("names", "podsReady"),
  haveRoom: shows("nodesRoom"),
  beWell: shows("nodesReady"),
  takePods: shows("podsPending"),
  beReached: shows(),
  beSupported: shows(),
};

/** Nothing in the cluster is unwell by it. What probes the API server may stand where those people do. */
const keptOut: Shown = {
  shows: [],
  never: ["apiServerLoad", "clusterHealth", "names", ...nodeTopics, ...podTopics],
};

function shownBy(impact: Impact): Shown {
  switch (impact.on) {
    case "apiServer":
      if (impact.cannot === "getAddress") return shows();
      return { shows: ["apiServer", "clusterHealth", "nodesReady"], never: ["nodesCpu", "nodesRoom"] };
    case "nodes":
      return ofNodes[impact.cannot];
    case "pods":
      return ofPods[impact.cannot];
    case "operations":
      return impact.cannot === "addNodes" ? shows("podsPending") : shows();
    case "people":
      // Else nodes may be cut off as well.
      return impact.works === null ? shows() : keptOut;
    case "requester":
      return keptOut;
  }
}

/** A finding that counts more than it names has not named all. */
const isWhole = (facts: RootCause["facts"]): boolean =>
  !facts
    .flatMap((fact): readonly unknown[] => Object.values(fact))
    .some((value) => typeof value === "object" && value !== null && "left" in value && value.left !== 0);

type Place = "same" | "other" | "unknown";

function placeOf(impact: Impact, about: AlertAbout, facts: RootCause["facts"]): Place {
  if (impact.on !== "pods" && impact.on !== "nodes") return "same";
  const { which } = impact;
  // What resolves names runs there itself.
  const isResolver = impact.cannot === "resolveNames" && about.namespace === "kube-system";
  if (which.is === "all") return isResolver ? "unknown" : "same";
  const topics = { namespaces: podTopics, nodes: nodeTopics };
  if (which.is !== "namespaces" && which.is !== "nodes") return "unknown";
  const name = which.is === "namespaces" ? about.namespace : about.node;
  if (name === null || !topics[which.is].includes(about.topic)) return "unknown";
  if (which.names.includes(name)) return "same";
  return isWhole(facts) ? "other" : "unknown";
}

type Cause = Pick<Diagnosis, "impact"> & Readonly<{ rootCause: Pick<RootCause, "facts" | "changed"> | null }>;

/** Null where it cannot be told. */
function judge(about: AlertAbout, firedAt: string, { impact, rootCause }: Cause): WhetherExplained | null {
  if (impact === null || rootCause === null) return null;
  const { shows: shown, never } = shownBy(impact);
  if (never.includes(about.topic)) return "not";
  const place = shown.includes(about.topic) ? placeOf(impact, about, rootCause.facts) : "unknown";
  if (place === "other") return "elsewhere";
  // The newest change of what is broken is only a hint, but an alert from before it may have had another cause.
  const isEarlier = Date.parse(firedAt) < Date.parse(rootCause.changed?.time ?? "");
  return place === "unknown" || isEarlier ? null : "explains";
}

const isSame = (one: AlertAbout, other: AlertAbout): boolean =>
  one.topic === other.topic && one.namespace === other.namespace && one.node === other.node;

/** `about`: null where nothing is known of what it speaks of. `is`: null where it cannot be told. */
export type JudgedAlert = Readonly<{
  one: IncidentAlert;
  about: AlertAbout | null;
  is: WhetherExplained | null;
}>;

export const judgedBy = (alerts: readonly IncidentAlert[], cause: Cause): readonly JudgedAlert[] =>
  alerts.map((one) => {
    const about = aboutOf(one.alert);
    return { one, about, is: about === null ? null : judge(about, one.alert.firedAt, cause) };
  });

/** Of the alerts that are open; where none is, of all. */
export function explained(alerts: readonly IncidentAlert[], cause: Cause): Explained {
  const open = alerts.filter(({ status }) => status.state === "fired");
  const judged = judgedBy(open.length > 0 ? open : alerts, cause);
  const those = (wanted: WhetherExplained): readonly AlertAbout[] =>
    judged
      .flatMap(({ is, about }) => (is === wanted && about !== null ? [about] : []))
      .filter((about, at, all) => all.findIndex((other) => isSame(about, other)) === at);
  const unknown = judged.filter(({ is }) => is === null).length;
  return { explains: those("explains"), elsewhere: those("elsewhere"), not: those("not"), unknown };
}

/** In a word, for whoever counts: of several alerts it is enough that one is explained. */
export type Fit = "yes" | "no" | "unknown";

export const fitOf = ({ explains, not }: Explained): Fit =>
  explains.length > 0 ? "yes" : not.length > 0 ? "no" : "unknown";
