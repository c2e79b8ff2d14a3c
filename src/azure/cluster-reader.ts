// Reads clusters and what surrounds them from Azure Resource Manager, always as the person who asks.
import { z } from "zod";
import type { ClusterList, ClusterReader, RequesterCredential } from "../app/ports.ts";
import { collected, type Section } from "../core/diagnosis/section.ts";
import { type ArmOptions, type ArmSession, openArmSession } from "./arm-client.ts";
import type { Subject } from "./arm-failure.ts";
import { readCluster, readPermissions } from "./collect/cluster.ts";
import { collectSnapshot } from "./collect/collect-snapshot.ts";
import { type Read, readAll, readOne } from "./collect/read.ts";
import { mapClusterSummary } from "./map/managed-cluster.ts";

const subscription = z.object({ subscriptionId: z.string(), displayName: z.string().nullish() });
type Subscription = Readonly<{ id: string; name: string }>;

const readSubscriptions = (arm: ArmSession): Promise<Read<readonly Subscription[]>> =>
  readOne(
    0,
    {
      what: "your subscriptions",
      needs: { action: "Microsoft.Resources/subscriptions/read", scope: "/subscriptions" },
    },
    () => arm.json.list("/subscriptions", "2022-12-01", subscription),
    (list) =>
      list.map((each) => ({ id: each.subscriptionId, name: each.displayName ?? each.subscriptionId })),
  );

const readClusters = (arm: ArmSession, { id, name }: Subscription) => {
  const subject: Subject = {
    what: `the clusters of subscription ${name}`,
    needs: { action: "Microsoft.ContainerService/managedClusters/read", scope: `/subscriptions/${id}` },
  };
  return readAll(1, subject, () => arm.clusters(id).managedClusters.list(), mapClusterSummary);
};

const listClusters = async (arm: ArmSession): Promise<Section<ClusterList>> => {
  const { section: subscriptions } = await readSubscriptions(arm);
  if (subscriptions.status === "unavailable") return subscriptions;
  if (subscriptions.data.length === 0)
    return collected({ clusters: [], problem: "You can see no Azure subscription." });
  const lists = await Promise.all(subscriptions.data.map((each) => readClusters(arm, each)));
  const refused = lists.flatMap(({ section }) => (section.status === "unavailable" ? [section] : []));
  // What more rights would not have helped comes first: it says that there may be clusters after all.
  const passing = refused.find(({ reason }) => reason !== "denied");
  const first = passing ?? refused[0];
  if (first !== undefined && refused.length === lists.length) return first;
  const clusters = lists
    .flatMap(({ section }) => (section.status === "collected" ? section.data : []))
    .sort((left, right) => left.name.localeCompare(right.name) || left.id.localeCompare(right.id));
  return collected({
    clusters,
    problem: problemOf(
      refused.map((each) => each.message),
      lists.length,
    ),
    ...(passing && { passing: true as const }),
  });
};

const problemOf = (messages: readonly string[], subscriptions: number): string | null =>
  messages.length === 0
    ? null
    : `${messages.length} of ${subscriptions} subscriptions could not be listed. ${messages.join(" ")}`;

export type ClusterReaderOptions = ArmOptions &
  Readonly<{
    /** Time that one question may take in Azure altogether, in milliseconds. */
    budgetMs?: number;
    /** Milliseconds since the epoch. */
    now?: () => number;
  }>;

const defaultBudgetMs = 20_000;
const maxRetries = 3;

export const createClusterReader = (options: ClusterReaderOptions): ClusterReader => {
  const open = (as: RequesterCredential): ArmSession =>
    openArmSession(options, as, {
      ms: options.budgetMs ?? defaultBudgetMs,
      maxRetries,
    });
  return {
    list: (as) => listClusters(open(as)),
    read: async (as, clusterId) => (await readCluster(open(as), clusterId)).section,
    permissions: async (as, scope) => (await readPermissions(open(as), scope)).section,
    collect: (as, clusterId, client) =>
      collectSnapshot(open(as), clusterId, client, as.requester, options.now ?? Date.now),
  };
};
