// What stands first: the verdict, unless something simpler says it better.
import { isCut } from "../client/client-test-result.ts";
import { powerState } from "../finding/kit/finding-id.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { CheckStatus } from "../outcome/check.ts";
import type { Verdict } from "./cause.ts";
import type { Diagnosis } from "./diagnosis.ts";

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
  if (outside !== undefined) return "outside";
  return verdict !== "unknown" && isCut(shown) ? "cutOff" : verdict;
}

/** A fault on people's way in that nothing but their own test shows. */
function isCutOff({ check }: Readonly<{ check: string }>): boolean {
  const meta = metaOf(check);
  return meta?.shownBy === "clientTest" && meta.scope === "people";
}

/** Nothing keeps anyone from reaching it, and something inside is wrong. */
const isOnlyInside = (inside: Diagnosis["inside"]): boolean =>
  inside?.way === "healthy" && inside.found.is === "reachableWithFaults";
