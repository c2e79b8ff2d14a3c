// What a diagnosis saw that its channel's watch of the cluster keeps: an operation of Azure that runs, which mutes it while it
// does, and the planned maintenance. The diagnosis does not wait for it.
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
    await keepOperation(services, run, watch, managedCluster.data);
    await keepPlanned(services, credential, run, watch, managedCluster.data, snapshot.maintenance);
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
  cluster: ManagedCluster,
): Promise<void> {
  const { requester: by } = run;
  const state = operationWord(cluster);
  const now = clock.now().toISOString();
  await store.seeOperation(watch, state === null ? null : { by, state }, now, (what) => ({
    ...{ time: now, actor: by.objectId, tenant: by.tenantId, action: `watch.operation.${what}` },
    ...{ outcome: "recorded", cluster: run.cluster.id, runId: run.id, rule: null },
    detail: { place: watch.conversation.key, ...(state !== null && { state }) },
  }));
}

/** A diagnosis reads it while an operation runs; otherwise it is read beside it. */
async function keepPlanned(
  { store, clock, reader }: Services,
  credential: AzureReader,
  { requester: by }: Run,
  watch: Watch,
  cluster: ManagedCluster,
  seen: ClusterSnapshot["maintenance"],
): Promise<void> {
  const { items, missing } = holdsOperation(cluster) ? seen : await reader.planned(credential, cluster);
  // What these rights do not show, others may have shown.
  if (missing.length > 0) return;
  const readAt = clock.now().toISOString();
  await store.setPlanned(watch, items.length === 0 ? null : { by, readAt, configurations: items }, readAt);
}

/** Called again and again: one whose end nobody saw mutes for so long and no longer. */
export async function endOperations({ store, clock }: Services): Promise<void> {
  const now = clock.now().toISOString();
  await store.endOperations(now, ({ cluster, conversation }) => ({
    ...{ time: now, actor: "system", tenant: null, action: "watch.operation.ends", outcome: "recorded" },
    ...{ cluster: cluster.id, runId: null, rule: null },
    detail: { place: conversation.key, unseen: true },
  }));
}
