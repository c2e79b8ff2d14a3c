// What stands first: the verdict, unless something simpler says it better.
import type { Diagnosis, Verdict } from "./diagnosis.ts";

/** `stopped`: somebody stopped it, and nothing is broken. `outside`: a fact about the way of whoever asks. */
export type Headline = Verdict | "stopped" | "outside";

/** The cause first: an address is mentioned only where nothing is wrong with the cluster. */
export function headlineOf({ verdict, rootCause, outside, checks }: Diagnosis): Headline {
  if (rootCause?.check === "cluster.power-state") return "stopped";
  const isElse = rootCause !== null || checks.some(({ status }) => status === "warn");
  return outside === undefined || isElse || verdict === "healthy" ? verdict : "outside";
}
