// What earlier diagnoses of a cluster saw, beside a new one: a hint, so an answer never fails for it.
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { KeptDigest, Since } from "../../core/diagnosis/since/kept.ts";
import { sinceOf, toCompareWith, toKeep } from "../../core/diagnosis/since.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { Services } from "../ports/services.ts";

const warn = (services: Services, message: string) => (error: unknown) =>
  services.log.warn(message, { error: redact(String(error)).text });

/** Asked while Azure is read. */
export async function keptBefore(services: Services, { task, cluster }: Run): Promise<readonly KeptDigest[]> {
  if (task.kind !== "diagnose") return [];
  try {
    return await services.store.digestsOf(cluster.id);
  } catch (error) {
    warn(services, "earlier diagnoses could not be read")(error);
    return [];
  }
}

/** Whatever another release may have kept. */
function orNull<T>(services: Services, message: string, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    warn(services, message)(error);
    return null;
  }
}

/** `runId`: whose model it was held against, null where none was; `since`: what is told of that, null where nothing is. */
export function compared(
  services: Services,
  kept: readonly KeptDigest[],
  snapshot: ClusterSnapshot,
  found: Diagnosis,
): Readonly<{ runId: string | null; since: Since | null }> {
  const compare = () => {
    const before = toCompareWith(found.verdict, kept);
    return before === null ? null : { runId: before.runId, since: sinceOf(before, snapshot, found) };
  };
  return orNull(services, "earlier diagnoses could not be compared", compare) ?? { runId: null, since: null };
}

/** Null where nothing is to be kept. */
export const forNext = (
  services: Services,
  { id, task }: Run,
  snapshot: ClusterSnapshot,
  found: Diagnosis,
): KeptDigest | null =>
  task.kind === "diagnose"
    ? orNull(services, "a diagnosis could not be kept", () => toKeep(id, snapshot, found))
    : null;

/** Once the diagnosis was delivered. */
export async function keepForNext(services: Services, digest: KeptDigest | null): Promise<void> {
  if (digest === null) return;
  await services.store.keepDigest(digest).catch(warn(services, "a diagnosis was not kept for the next"));
}
