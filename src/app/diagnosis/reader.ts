// The bot's own read-only identity, where operators set one up: it reads Azure for a channel's new incident that nobody stands
// for. It is no person, so nothing that asks for one is asked of it; the policy's word on the cluster stands in their place.
import { failureTo } from "../../core/authorization/refusal.ts";
import { type RunFailure, readerFailure } from "../../core/run/failure.ts";
import type { ReadersRun } from "../../core/run/run.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { runMessage } from "../delivery/outbox-messages.ts";
import { auditEntry, byPolicy } from "../identity/authorize.ts";
import { readerRight } from "../identity/gates.ts";
import type { ReaderCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** Nobody asked for it, so where it may not be read nobody is told; the trail has either. */
export async function readForIncident(
  services: Services,
  as: ReaderCredential,
  incidentId: string,
): Promise<void> {
  const { store, clock, places, newId } = services;
  const incident = await store.incident(incidentId);
  if (incident === null || incident.messageId === null) return;
  const { cluster } = incident;
  const right = await readerRight(services, as, cluster);
  const rule = right.ok ? right.decision.rule : null;
  const entry = (action: string, outcome: "recorded" | "denied" | "allowed", runId: string | null = null) =>
    auditEntry(clock, as.reader, {
      ...{ action, outcome, cluster: cluster.id, runId, rule },
      detail: { incident: incidentId, ...byPolicy(services) },
    });
  await store.rememberName(as.reader);
  await store.appendAudit(entry("incident.diagnose", right.ok ? "recorded" : "denied"));
  if (!right.ok) return;
  const run: ReadersRun = {
    ...{ id: newId("R"), requester: as.reader, cluster: { id: cluster.id, name: cluster.name } },
    task: { kind: "diagnose", client: {}, forIncident: incidentId },
    ...{ show: "thread", rule: right.decision.rule, createdAt: clock.now().toISOString() },
    // Of no person: nobody's sign-in is found by it.
    conversation: { ...places.threadOf(incident.conversation, incident.messageId), userId: "" },
    ...{ incident: incidentId, status: { state: "queued" } },
  };
  await store.createRun(run, null, [runMessage(run, "queued")], entry("diagnose.submit", "allowed", run.id));
}

type Ready = Readonly<
  { ok: true; credential: ReaderCredential; rule: string } | { ok: false; failure: RunFailure }
>;

/** Asked once more as a worker begins: all of it may have changed while the run waited. */
export async function readyToRead(services: Services, run: ReadersRun): Promise<Ready> {
  const { readOnlyIdentity: as } = services;
  const no = (failure: RunFailure): Ready => ({ ok: false, failure });
  if (as === null || !isSame(as, run)) return no(readerFailure("off"));
  const right = await readerRight(services, as, run.cluster);
  if (!right.ok)
    return no(
      right.mode ? failureTo({ kind: "mode", reason: right.mode }, "nothingSent") : readerFailure("policy"),
    );
  if (!(await isWatched(services, run))) return no(readerFailure("unwatched"));
  const token = await as.exchange("arm");
  if (!token.ok) return no(readerFailure("token"));
  const section = await services.reader.read(as, run.cluster.id);
  // What is gone, or does not answer, is what a diagnosis tells; without the right it could tell nothing.
  if (section.status === "unavailable" && section.reason === "denied") return no(readerFailure("rights"));
  return { ok: true, credential: as, rule: right.decision.rule };
}

/** Operators may have set up another one since. */
const isSame = ({ reader }: ReaderCredential, { requester }: ReadersRun): boolean =>
  reader.objectId === requester.objectId && reader.tenantId === requester.tenantId;

async function isWatched({ store }: Services, { cluster, incident: id }: ReadersRun): Promise<boolean> {
  const incident = await store.incident(id);
  const watches = await store.watches();
  return watches.some(
    (watch) => watch.conversation.key === incident?.conversation.key && sameId(watch.cluster.id, cluster.id),
  );
}
