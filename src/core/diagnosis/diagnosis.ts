// The answer to "what is wrong with reaching this cluster": one cause, the evidence, the fix, the access paths.
import type { AccessPath } from "../access/access-path.ts";
import type { Allowed } from "../access/allowed.ts";
import { type ClientTestResult, isCut } from "../client/client-test-result.ts";
import type { ClientTest } from "../client/test-lines.ts";
import type { UnroutedClient } from "../finding/api/client-findings.ts";
import { powerState } from "../finding/kit/finding-id.ts";
import type { FailingPod } from "../in-cluster/failing-pod.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { InClusterVerdict } from "../in-cluster/verdict.ts";
import type { Trace } from "../network/model/step.ts";
import type { CheckResult, CheckStatus } from "../outcome/check.ts";
import type { RequirementResult } from "../requirement/requirement.ts";
import type { ArmCost, LocationKind, ResourceChange } from "../snapshot/snapshot.ts";
import type { AlsoBroken, RootCause, Verdict } from "./cause.ts";
import type { ClusterFact, FactId } from "./fact.ts";
import type { Impact } from "./impact.ts";
import type { CauseRule } from "./precedence.ts";
import type { Since } from "./since/kept.ts";
import type { Hint, Limit, Summary } from "./summary-data.ts";
import type { VerdictRule } from "./verdict-rules.ts";

/** `looking`: the answer is on its way, and what is told is of the way alone. */
export type InClusterFound = InClusterVerdict | Readonly<{ is: "looking" }>;

/** As it is kept; the command line makes its own document of it. */
export type Diagnosis = Readonly<{
  cluster: Readonly<{ id: string; name: string }>;
  verdict: Verdict;
  /** The rules that decided: of the verdict, and of the cause among everything that might be it. */
  decidedBy: Readonly<{ verdict: VerdictRule; cause: CauseRule | null }>;
  /** What the first sentence says. */
  summary: Summary;
  rootCause: RootCause | null;
  /** Who is hurt, and what still works; null where nobody is, or nobody knows. */
  impact: Impact | null;
  /**
   * Where there is no cause: changes of it and on the way to it in the last 24 hours, the newest three. Absent where the
   * log could not be read.
   */
  lately?: readonly ResourceChange[];
  /** What is left to mend besides the cause, in the order in which it is met; absent without a cause. */
  thenAlso?: readonly AlsoBroken[];
  /**
   * What stands inside, and the verdict of the way alone; absent where no look belongs to it. `failing`: the pod to look at
   * first, whatever the cause is; absent where every container runs.
   */
  inside?: Readonly<{ found: InClusterFound; way: Verdict; failing?: FailingPod }>;
  /** What differs from an earlier one of this cluster; the command line keeps none to compare with. */
  since?: Since;
  /** The address that the requester told, where nothing near the cluster holds it. `isRemembered`: with an earlier question. */
  outside?: UnroutedClient & Readonly<{ isRemembered?: true }>;
  /** Whether what somebody asks about is let in; only where they do. */
  allowed?: Allowed;
  /** What somebody asked of the cluster; only where they do, and it could be read. */
  fact?: ClusterFact;
  /** What their error means, where what was found is something else, or nothing; absent where they showed none. */
  pasted?: Hint;
  /** What to run where the requester is; absent while the API server's name is not known. */
  clientTest?: ClientTest;
  /** What the requester's own test has shown, furthest first. */
  shown?: readonly ClientTestResult[];
  /** Where the requester said to be, in words, and how the way from there ends; left out where none is walked from there. */
  fromPlace?: Readonly<{ stands: LocationKind; end: Trace["end"] }>;
  /** Where they may be, as far as that decides; left out where they said it, or it decides nothing. */
  asks?: readonly LocationKind[];
  /** What was proved, or not, by walking it. */
  requirements: readonly RequirementResult[];
  /** What nobody told this person, and no walk meets; absent where there is nothing. */
  unseen?: readonly Limit[];
  checks: readonly CheckResult[];
  accessPaths: readonly AccessPath[];
  arm: ArmCost;
}>;

/** The check that says why it is not known whether the place that the requester named leads to the API server. */
export const placeDoubt = <C extends Pick<CheckResult, "id" | "status">>({
  checks,
}: Readonly<{ checks: readonly C[] }>): C | undefined =>
  checks.find(({ id, status }) => id === "client.network" && status === "notAssessed");

/** What somebody asked of a diagnosis: its answer begins with that. */
export type Question = "isDown" | "whoChanged" | "whatHappened" | FactId;

/**
 * Whether the cluster is down, by what was seen of it: what answers inside is up, whatever the connection is. `cut`,
 * `open`, `faulty`: nobody looked inside, and nobody reaches the API server, nothing is wrong, or something is.
 */
export type Down =
  | Readonly<{
      is: "stopped" | "gone" | "looking" | "unknown" | "up" | "upButCut" | "cut" | "open" | "faulty";
    }>
  | Readonly<{ is: "upWithFaults"; count: number }>;

export function whetherDown({
  verdict,
  rootCause,
  inside,
  impact,
}: Pick<Seen, "verdict" | "rootCause" | "inside"> & Pick<Diagnosis, "impact">): Down {
  if (rootCause?.check === powerState) return { is: "stopped" };
  if (rootCause?.check === "cluster.exists") return { is: "gone" };
  if (inside?.found.is === "looking") return { is: "looking" };
  if (inside !== undefined && inside.found.is !== "notLookedInside") {
    if (inside.way === "broken") return { is: "upButCut" };
    if (inside.found.is !== "reachableWithFaults") return { is: "up" };
    return { is: "upWithFaults", count: inside.found.faults.length || inside.found.follows };
  }
  if (verdict !== "broken") {
    const seen = { healthy: "open", degraded: "faulty", unknown: "unknown" } as const;
    return { is: seen[verdict] };
  }
  if (impact?.on === "apiServer") return { is: "cut" };
  // What only keeps people out says nothing of the cluster; what nodes or pods lack may be as bad as that.
  return { is: impact?.on === "nodes" || impact?.on === "pods" ? "unknown" : "faulty" };
}

// What stands first: the verdict, unless something simpler says it better.

/**
 * A cluster is never called more than what was looked at: `reachable` says nothing of what stands inside, `well` that it
 * was looked at, and `wrongInside` that something there is not. `stopped`: somebody stopped it, and nothing is broken.
 * `outside`, `cutOff`: a fact about the way of whoever asks, by the address that they told, or as their own test shows.
 */
export type Headline =
  | Exclude<Verdict, "healthy">
  | "reachable"
  | "well"
  | "wrongInside"
  | "stopped"
  | "outside"
  | "cutOff";

type Seen = Pick<Diagnosis, "verdict" | "outside" | "shown" | "inside"> &
  Readonly<{
    rootCause: Readonly<{ check: string }> | null;
    checks: readonly Readonly<{ id: string; status: CheckStatus; advice?: true }>[];
  }>;

/** The cause first: an address is mentioned only where nothing is wrong with the cluster. */
export function headlineOf(seen: Seen): Headline {
  const { verdict, rootCause, outside, shown = [], checks, inside } = seen;
  if (rootCause?.check === powerState) return "stopped";
  if (rootCause !== null && isCutOff(rootCause) && verdict !== "broken") return "cutOff";
  if (isOnlyInside(inside)) return "wrongInside";
  if (verdict === "healthy") return inside?.found.is === "reachableAndWell" ? "well" : "reachable";
  if (rootCause !== null) return verdict;
  // Advice is no reason to call it the cluster's trouble, and what stands inside explains no way that ends before it.
  const within = inside?.found.is === "reachableWithFaults" ? inside.found.faults : [];
  const isTrouble = ({ id, status, advice }: Seen["checks"][number]): boolean =>
    status === "warn" && advice === undefined && !within.includes(id);
  if (checks.some(isTrouble)) return verdict;
  if (outside !== undefined && outside.isRemembered !== true) return "outside";
  return verdict !== "unknown" && isCut(shown) ? "cutOff" : verdict;
}

/** A fault on people's access path that nothing but their own test shows. */
function isCutOff({ check }: Readonly<{ check: string }>): boolean {
  const meta = metaOf(check);
  return meta?.shownBy === "clientTest" && meta.scope === "people";
}

/** Nothing keeps anyone from reaching it, and something inside is wrong. */
const isOnlyInside = (inside: Diagnosis["inside"]): boolean =>
  inside?.way === "healthy" && inside.found.is === "reachableWithFaults";
