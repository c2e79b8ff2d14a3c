// pool.subnet-ip-free: without free addresses in its subnet no node comes: not for an upgrade, not for more load.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import {
  advise,
  combine,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { stateWordOf } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { Subnet, SubnetUsage } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { Section } from "../../snapshot/section.ts";
import { defineCheck } from "../kit/define-check.ts";
import { isRoomProved, type SubnetNeed, sizeOf, subnetNeeds } from "./address-need.ts";

type PoolRoomFact = Readonly<
  /** `hasFailed`: the last operation on the cluster, or on a pool in it. */
  | { is: "noRoom"; subnet: string; free: number; oneNode: number; hasFailed: boolean }
  /** Its own nodes alone take more than the subnet has: nobody had to count. */
  | { is: "tooSmall"; subnet: string; need: number; size: number }
  /** As AKS says by the error of its last operation: nobody was allowed to count. */
  | { is: "saidFull"; subnet: string }
  | { is: "noRoomForSurge"; subnet: string; free: number; surge: number }
  | { is: "noRoomToGrow"; subnet: string; free: number; growth: number }
  | { is: "hasRoom"; subnet: string; free: number }
  | { is: "roomByCount"; subnet: string }
  | { is: "useUnsaid"; subnet: string }
  | { is: "noSubnet" }
>;

type RoomOutcome = Outcome<PoolRoomFact | SharedFact>;

const failed = ({ provisioningState }: Readonly<{ provisioningState: string }>): boolean =>
  stateWordOf(provisioningState) === "failed";

/** An upgrade that adds one node at a time needs room for one. */
const surgeByOne = (cluster: ManagedCluster, { pools }: SubnetNeed): Fix | undefined => {
  const [pool] = pools.filter(({ maxSurge = "10%" }) => maxSurge !== "1");
  return pool === undefined
    ? undefined
    : aksFix(
        cluster,
        { kind: "surgePoolByOne", at: atCluster(cluster, pool.name) },
        { is: "upgradesOneByOne" },
      );
};

type Counted = Readonly<{ each: SubnetNeed; usage: SubnetUsage }>;

function roomIn(cluster: ManagedCluster, { each, usage }: Counted): RoomOutcome {
  const { subnet, pools, need } = each;
  const { oneNode, surge, growth } = need;
  const free = Math.max(0, usage.limit - usage.used);
  const evidence = [
    labelled("subnet", subnet.name, subnet.addressPrefixes.join(", ")),
    labelled("inUse", { is: "inUse", used: usage.used, limit: usage.limit }),
    labelled("pools", { is: "listed", names: pools.map(({ name }) => name) }),
  ];
  const more = { resourceId: subnet.id, evidence };
  const hasFailed = [cluster, ...pools].some(failed);
  if (free < oneNode)
    return (hasFailed ? fail : warn)({ is: "noRoom", subnet: subnet.name, free, oneNode, hasFailed }, more);
  if (free < surge)
    return warn(
      { is: "noRoomForSurge", subnet: subnet.name, free, surge },
      { ...more, fix: pools.length === 1 ? surgeByOne(cluster, each) : undefined },
    );
  return free < surge + growth
    ? advise({ is: "noRoomToGrow", subnet: subnet.name, free, growth }, more)
    : pass({ is: "hasRoom", subnet: subnet.name, free }, evidence);
}

/** AKS names the subnet, and the addresses that it has. */
const isSaidFull = (
  { provisioningState, provisioningError: error }: ManagedCluster,
  { name }: Subnet,
): boolean =>
  error !== undefined &&
  failed({ provisioningState }) &&
  /SubnetIsFull|InsufficientSubnetSize/i.test(`${error.code} ${error.message}`) &&
  error.message.toLowerCase().includes(name.toLowerCase());

function judge(
  cluster: ManagedCluster,
  each: SubnetNeed,
  usages: Section<readonly SubnetUsage[]>,
): RoomOutcome {
  const { subnet, need } = each;
  const size = sizeOf(subnet);
  if (usages.status === "collected") {
    const usage = usages.data.find(({ subnetId }) => sameId(subnetId, subnet.id));
    return usage === undefined
      ? notAssessed({ is: "useUnsaid", subnet: subnet.name })
      : roomIn(cluster, { each, usage });
  }
  if (isSaidFull(cluster, subnet))
    return fail({ is: "saidFull", subnet: subnet.name }, { resourceId: subnet.id });
  const least = need.now + need.oneNode;
  return size !== null && size < least
    ? warn({ is: "tooSmall", subnet: subnet.name, need: least, size }, { resourceId: subnet.id })
    : unread(usages);
}

export const poolSubnetIpFree = defineCheck({
  id: "pool.subnet-ip-free",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["subnetUsages"],
  after: ["cluster.power-state", "vnet.cluster-subnet"],
  evaluate: ({ managedCluster: cluster, clusterNetwork: network, subnetUsages }): RoomOutcome => {
    const needs = subnetNeeds(cluster, network);
    if (needs.length === 0) return notApplicable({ is: "noSubnet" });
    if (subnetUsages.status === "unavailable" && isRoomProved(cluster, network))
      return pass(needs.map(({ subnet }) => ({ is: "roomByCount" as const, subnet: subnet.name })));
    return combine(
      needs.map((each) => judge(cluster, each, subnetUsages)),
      true,
    );
  },
});
