// What earlier diagnoses of a cluster saw, beside a new one: a hint, so an answer never fails for it.
import type { KeptDigest } from "../core/diagnosis/since/kept.ts";
import { redact } from "../core/redact/redact.ts";
import type { Run } from "../core/run/run.ts";
import type { Services } from "./services.ts";

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

/** Once the diagnosis was delivered. */
export async function keepForNext(services: Services, digest: KeptDigest | null): Promise<void> {
  if (digest === null) return;
  await services.store.keepDigest(digest).catch(warn(services, "a diagnosis was not kept for the next"));
}
