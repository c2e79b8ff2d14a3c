// Operations of the activity log: which kinds of resource can lie on the way to an API server, and what was done to
// them. `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete` deleted a peering.
import { isInNodeGroup, type ManagedCluster } from "../../snapshot/cluster.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";

/** By provider and type, in lower case. A kind that is not here never keeps anyone from an API server. */
const types = [
  "microsoft.containerservice/managedclusters",
  "microsoft.containerservice/managedclusters/agentpools",
  "microsoft.containerservice/managedclusters/privateendpointconnections",
  "microsoft.network/azurefirewalls",
  "microsoft.network/bastionhosts",
  "microsoft.network/connections",
  "microsoft.network/connections/sharedkey",
  "microsoft.network/dnsforwardingrulesets",
  "microsoft.network/dnsforwardingrulesets/forwardingrules",
  "microsoft.network/dnsforwardingrulesets/virtualnetworklinks",
  "microsoft.network/dnsresolvers",
  "microsoft.network/dnsresolvers/inboundendpoints",
  "microsoft.network/expressroutecircuits",
  "microsoft.network/expressroutecircuits/peerings",
  "microsoft.network/firewallpolicies",
  "microsoft.network/firewallpolicies/rulecollectiongroups",
  "microsoft.network/ipgroups",
  "microsoft.network/localnetworkgateways",
  "microsoft.network/loadbalancers",
  "microsoft.network/natgateways",
  "microsoft.network/networkinterfaces",
  "microsoft.network/networksecuritygroups",
  "microsoft.network/networksecuritygroups/securityrules",
  "microsoft.network/privatednszones",
  "microsoft.network/privatednszones/a",
  "microsoft.network/privatednszones/virtualnetworklinks",
  "microsoft.network/privateendpoints",
  "microsoft.network/privateendpoints/privatednszonegroups",
  "microsoft.network/publicipaddresses",
  "microsoft.network/routetables",
  "microsoft.network/routetables/routes",
  "microsoft.network/virtualhubs",
  "microsoft.network/virtualhubs/hubroutetables",
  "microsoft.network/virtualhubs/hubvirtualnetworkconnections",
  "microsoft.network/virtualnetworkgateways",
  "microsoft.network/virtualnetworks",
  "microsoft.network/virtualnetworks/subnets",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings",
  "microsoft.compute/virtualmachines",
  "microsoft.compute/virtualmachinescalesets",
  "microsoft.authorization/roleassignments",
] as const;

const verbs = [
  "write",
  "delete",
  "start",
  "stop",
  "restart",
  "deallocate",
  "poweroff",
  "redeploy",
  "abort",
  "reset",
  "rotateclustercertificates",
  "rotateserviceaccountsigningkeys",
  "resetserviceprincipalprofile",
  "resetaadprofile",
  "upgradenodeimageversion",
] as const;

export type ChangedType = (typeof types)[number];
export type Verb = (typeof verbs)[number];
export type Deed = Readonly<{ verb: Verb; type: ChangedType }>;

/**
 * What an operation did to which kind of resource. Null for kinds beside the way, and for actions that change nothing:
 * reading a credential, joining a subnet, running a command.
 */
export function deedOf(operation: string): Deed | null {
  const segments = operation.toLowerCase().split("/");
  const isAction = segments.at(-1) === "action";
  const last = segments.at(isAction ? -2 : -1);
  const path = segments.slice(0, isAction ? -2 : -1).join("/");
  const verb = verbs.find((each) => each === last);
  const type = types.find((each) => each === path);
  return verb === undefined || type === undefined ? null : { verb, type };
}

// What was changed lately on the cluster and on the way to it, without what Azure's services write all day.

/** People sign in with a name; applications and managed identities are logged by their object id. */
export const isPerson = (caller: string | undefined): boolean => caller?.includes("@") === true;

/** A change of another cluster, or of a pool of it, is in the same log when it shares the resource group. */
function isOtherCluster(id: string, cluster: ManagedCluster): boolean {
  const owner = /^.+\/managedClusters\/[^/]+/i.exec(id)?.[0];
  return owner !== undefined && !sameId(owner, cluster.id);
}

/**
 * In the node resource group AKS's own identity writes load balancers, addresses and interfaces all day, so there an
 * application's write is routine; its deletions count, and everything that a person did. Extensions and patches write
 * to virtual machines as often, so of machines only what switched or deleted them counts.
 */
function counts({ resourceId, operation, caller }: ResourceChange, cluster: ManagedCluster): boolean {
  const deed = deedOf(operation);
  if (deed === null || isOtherCluster(resourceId, cluster)) return false;
  if (deed.verb !== "write") return true;
  return (
    deed.type !== "microsoft.compute/virtualmachines" &&
    (isPerson(caller) || !isInNodeGroup(resourceId, cluster))
  );
}

const timeOf = ({ time }: ResourceChange): number => Date.parse(time) || 0;

const keyOf = ({ resourceId, operation, caller }: ResourceChange): string =>
  [idKey(resourceId), operation.toLowerCase(), caller ?? ""].join("\n");

/**
 * Newest first. Azure logs an operation when it is accepted and again when it is done, so of equal ones by the same
 * caller only the newest is kept.
 */
export function changesOnTheWay(
  changes: readonly ResourceChange[],
  cluster: ManagedCluster,
): readonly ResourceChange[] {
  const newestFirst = changes
    .filter((change) => counts(change, cluster))
    .toSorted((left, right) => timeOf(right) - timeOf(left));
  const seen = new Set<string>();
  return newestFirst.filter((change) => {
    const key = keyOf(change);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** `inner` is a part of `outer`; what is only attached to it, as a role assignment is, is none. Both as `idKey` spells. */
export const isPartOf = (inner: string, outer: string): boolean =>
  inner.startsWith(`${outer}/`) && !inner.slice(outer.length).includes("/providers/");

/** What was changed is what this is a part of: a resource, and no mere group of them. */
export const isPartOfChanged = (id: string, changedId: string): boolean =>
  changedId.includes("/providers/") && isPartOf(id, changedId);

/**
 * The newest change of a resource, of what it is a part of, or of its parts: a rule belongs to its security group, a
 * deleted link to its zone. `changes` newest first, as `changesOnTheWay` gives them; undefined where nothing changed.
 */
export function changeOf(resourceId: string, changes: readonly ResourceChange[]): ResourceChange | undefined {
  const id = idKey(resourceId);
  return changes.find((change) => {
    const changedId = idKey(change.resourceId);
    return changedId === id || isPartOf(changedId, id) || isPartOfChanged(id, changedId);
  });
}
