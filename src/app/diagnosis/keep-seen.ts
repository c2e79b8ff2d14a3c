// What a diagnosis saw that its channel's watch of the cluster keeps: an operation of Azure that runs, which mutes it while it
// does, and the planned maintenance. The diagnosis does not wait for it.
import type { AuditEntry } from "../../core/audit/audit-event.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Watch } from "../../core/incident/watch.ts";
import { holdsOperation, operationWord } from "../../core/outcome/operation.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run } from "../../core/run/run.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { AzureReader } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

/** Never throws. What only its requester may see changes nothing of the channel. */
export async function keepSeen(
  services: Services,
  credential: AzureReader,
  run: Run,
  snapshot: ClusterSnapshot,
): Promise<void> {
  const { show, conversation } = run;
  const { managedCluster } = snapshot;
  if (show !== "thread" || conversation.personal || managedCluster.status !== "collected") return;
  try {
    const place = placeOf(conversation.key);
    const watch = (await services.store.watches()).find(
      (each) => each.conversation.key === place && sameId(each.cluster.id, run.cluster.id),
    );
    if (watch === undefined) return;
    await keepOperation(services, run, watch, snapshot.takenAt, managedCluster.data);
    await keepPlanned(services, credential, run, watch, snapshot, managedCluster.data);
  } catch (error) {
    services.log.warn("what a diagnosis saw was not kept with its channel", {
      ...{ runId: run.id, error: redact(String(error)).text },
    });
  }
}

async function keepOperation(
  { store, clock }: Services,
  run: Run,
  watch: Watch,
  readAt: string,
  cluster: ManagedCluster,
): Promise<void> {
  const { requester: by } = run;
  const state = operationWord(cluster);
  await store.seeOperation(watch, state === null ? null : { by, state }, readAt, (what) =>
    entryOf(clock, run, watch, `watch.operation.${what}`, { ...(state !== null && { state }) }),
  );
}

/** A diagnosis reads it while an operation runs; otherwise it is read beside it. */
async function keepPlanned(
  { store, clock, reader }: Services,
  credential: AzureReader,
  run: Run,
  watch: Watch,
  { maintenance, takenAt }: ClusterSnapshot,
  cluster: ManagedCluster,
): Promise<void> {
  const isRead = holdsOperation(cluster);
  const readAt = isRead ? takenAt : clock.now().toISOString();
  const { items, missing } = isRead ? maintenance : await reader.planned(credential, cluster);
  // What these rights do not show, others may have shown.
  if (missing.length > 0) return;
  const planned = items.length === 0 ? null : { by: run.requester, readAt, configurations: items };
  const entry = entryOf(clock, run, watch, "watch.planned", { configurations: items.length });
  await store.setPlanned(watch, planned, readAt, entry);
}

/** Of the run, and so of its incident. */
const entryOf = (
  clock: Services["clock"],
  { id: runId, requester, cluster }: Run,
  { conversation }: Watch,
  action: string,
  detail: AuditEntry["detail"],
): AuditEntry => ({
  ...{ time: clock.now().toISOString(), actor: requester.objectId, tenant: requester.tenantId, action },
  ...{ outcome: "recorded", cluster: cluster.id, runId, rule: null },
  detail: { place: conversation.key, ...detail },
});
