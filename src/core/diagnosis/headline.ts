// What stands first: the verdict, unless something simpler says it better.
import type { CheckStatus } from "../outcome/check.ts";
import type { Diagnosis, Verdict } from "./diagnosis.ts";

/** `stopped`: somebody stopped it, and nothing is broken. `outside`: a fact about the way of whoever asks. */
export type Headline = Verdict | "stopped" | "outside";

/** The cause first: an address is mentioned only where nothing is wrong with the cluster. */
export function headlineOf({
  verdict,
  rootCause,
  outside,
  checks,
}: Pick<Diagnosis, "verdict" | "outside"> &
  Readonly<{
    rootCause: Readonly<{ check: string }> | null;
    checks: readonly Readonly<{ status: CheckStatus; advice?: true }>[];
  }>): Headline {
  if (rootCause?.check === "cluster.power-state") return "stopped";
  const isElse =
    rootCause !== null || checks.some(({ status, advice }) => status === "warn" && advice === undefined);
  return outside === undefined || isElse || verdict === "healthy" ? verdict : "outside";
}
