// Reads clusters and what surrounds them from Azure Resource Manager, always as the person who asks.
import { type AzureReader, type ClusterList, type ClusterReader, whoReads } from "../../app/ports/azure.ts";
import type { ClusterSummary } from "../../core/conversation/cluster-answer.ts";
import { collected, type Section, type Unavailable } from "../../core/snapshot/section.ts";
import { subject } from "../../core/snapshot/subject.ts";
import { type ArmOptions, type ArmSession, openArmSession } from "../arm/arm-client.ts";
import type { Query } from "../arm/arm-failure.ts";
import { mapClusterSummary } from "../map/managed-cluster.ts";
import { collectSnapshot } from "./collect-snapshot.ts";
import {
  readCluster,
  readMaintenance,
  readPermissions,
  readSubscriptions,
  type Subscription,
} from "./kit/cluster.ts";
import { gapsOf, itemsOf, type ListRead, readAll } from "./kit/read-list.ts";

const readClusters = (arm: ArmSession, { id, name }: Subscription) => {
  const query: Query = {
    what: subject("clustersOfSubscription", name),
    needs: { action: "Microsoft.ContainerService/managedClusters/read", scope: `/subscriptions/${id}` },
  };
  return readAll(1, query, (options) => arm.clusters(id).managedClusters.list(options), mapClusterSummary);
};

const isPassing = ({ reason }: Unavailable): boolean => reason !== "denied";

/** What more rights would not have helped is `passing`: it says that there may be clusters after all. */
const listOf = (lists: readonly ListRead<ClusterSummary>[], odd: readonly Unavailable[]): ClusterList => {
  const refused = lists.flatMap(({ section }) => (section.status === "unavailable" ? [section] : []));
  const gaps = [...odd, ...lists.flatMap(gapsOf)];
  const whole = lists.filter((list) => list.section.status === "unavailable" && list.readable === undefined);
  const said = gaps.map(({ message }) => message);
  return {
    clusters: lists
      .flatMap(itemsOf)
      .sort((left, right) => left.name.localeCompare(right.name) || left.id.localeCompare(right.id)),
    problem:
      gaps.length === 0
        ? null
        : { is: "notListed", unlisted: whole.length, subscriptions: lists.length, said },
    ...([...odd, ...refused].some(isPassing) && { passing: true as const }),
  };
};

const listClusters = async (arm: ArmSession): Promise<Section<ClusterList>> => {
  const read = await readSubscriptions(arm, 0);
  const subscriptions = itemsOf(read);
  const [cause] = gapsOf(read);
  if (subscriptions.length === 0)
    return cause ?? collected({ clusters: [], problem: { is: "noSubscription" } });
  const lists = await Promise.all(subscriptions.map((each) => readClusters(arm, each)));
  const refused = lists.flatMap(({ section, readable }) =>
    section.status === "unavailable" && readable === undefined ? [section] : [],
  );
  const first = refused.find(isPassing) ?? refused[0];
  return first !== undefined && refused.length === lists.length
    ? first
    : collected(listOf(lists, gapsOf(read)));
};

type ClusterReaderOptions = ArmOptions &
  Readonly<{
    /** Time that one question may take in Azure altogether, in milliseconds. */
    budgetMs?: number;
    /** Milliseconds since the epoch. */
    now?: () => number;
  }>;

const defaultBudgetMs = 20_000;
const maxRetries = 3;

export const createClusterReader = (options: ClusterReaderOptions): ClusterReader => {
  const open = (as: AzureReader): ArmSession =>
    openArmSession(options, as, {
      ms: options.budgetMs ?? defaultBudgetMs,
      maxRetries,
    });
  return {
    list: (as) => listClusters(open(as)),
    read: async (as, clusterId) => (await readCluster(open(as), clusterId)).section,
    planned: async (as, cluster) => (await readMaintenance(open(as), 0, cluster)).listing,
    permissions: async (as, scope) => (await readPermissions(open(as), scope)).section,
    collect: (as, clusterId, client, reads) =>
      collectSnapshot(open(as), clusterId, client, whoReads(as), options.now ?? Date.now, reads),
  };
};
