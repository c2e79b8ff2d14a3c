// What stands first: the verdict, unless something simpler says it better.
import { isCut } from "../client-test/shown.ts";
import type { CheckStatus } from "../outcome/check.ts";
import type { Diagnosis, Verdict } from "./diagnosis.ts";

/**
 * `stopped`: somebody stopped it, and nothing is broken. `outside`, `cutOff`: a fact about the way of whoever asks, by
 * the address that they told, or as their own test shows.
 */
export type Headline = Verdict | "stopped" | "outside" | "cutOff";

/** The cause first: an address is mentioned only where nothing is wrong with the cluster. */
export function headlineOf({
  verdict,
  rootCause,
  outside,
  shown = [],
  checks,
}: Pick<Diagnosis, "verdict" | "outside" | "shown"> &
  Readonly<{
    rootCause: Readonly<{ check: string }> | null;
    checks: readonly Readonly<{ status: CheckStatus; advice?: true }>[];
  }>): Headline {
  if (rootCause?.check === "cluster.power-state") return "stopped";
  if (rootCause?.check === "dns.onprem-forwarding" && verdict !== "broken") return "cutOff";
  if (rootCause !== null || verdict === "healthy") return verdict;
  // Advice is no reason to call it the cluster's trouble.
  if (checks.some(({ status, advice }) => status === "warn" && advice === undefined)) return verdict;
  if (outside !== undefined) return "outside";
  return verdict !== "unknown" && isCut(shown) ? "cutOff" : verdict;
}
