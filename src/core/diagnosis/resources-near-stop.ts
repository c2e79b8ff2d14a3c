// What stands around the place where a walk stops: its components and what they name, by how far each is from it.

import { type ChangedType, deedOf, isPartOf, isPartOfChanged, isPerson } from "../finding/kit/operation.ts";
import { recordNameIn } from "../network/address/api-server.ts";
import { isKept, type NetworkModel } from "../network/model/model.ts";
import type { Reason, Step } from "../network/model/step.ts";
import type { RequirementResult } from "../requirement/requirement.ts";
import { idKey, idsIn, nameOf, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import type { RootCause } from "./cause.ts";
import type { Diagnosis } from "./diagnosis.ts";

/** `id` as `idKey` spells it. `far`: in steps of the walk, 0 where it stops. */
export type NearbyResource = Readonly<{ id: string; far: number; reason: Reason | null }>;

/** A record is named by its zone and its label. */
const idsOf = (reason: Reason): readonly string[] => [
  ...idsIn(reason),
  ...("zoneId" in reason && "label" in reason ? [`${reason.zoneId}/A/${reason.label}`] : []),
];

function subnetIn({ networks }: NetworkModel, id: string) {
  const network = networks[idKey(networkIdOf(id) ?? "")];
  return network?.status === "collected"
    ? network.data.subnets.find((each) => sameId(each.id, id))
    : undefined;
}

/** Ids that a component names: what is gone is still called by whoever leads there. */
function namedBy(model: NetworkModel, id: string): readonly string[] {
  const subnet = subnetIn(model, id);
  const firewall = model.firewalls.find((each) => sameId(each.id, id));
  const policy = model.policies[idKey(firewall?.policyId ?? "")];
  const holder = model.holders.find((each) => sameId(each.id, id));
  const way = model.gateways.flatMap(({ ways }) => ways).find((each) => sameId(each.id, id));
  return idsIn([
    [subnet?.networkSecurityGroupId, subnet?.routeTableId, subnet?.natGatewayId],
    [firewall?.policyId, firewall?.ipConfigurations],
    policy?.status === "collected" ? policy.data.basePolicyId : undefined,
    [holder?.subnetId, holder?.interfaceId, holder?.groupIds],
    way,
  ]);
}

type Stopped = Readonly<{ steps: readonly Step[]; at: number }>;

/** Of a cause that a walk found, that walk; else the stopped one that leads over its resource, else the first. */
function stoppedBy(
  requirements: readonly RequirementResult[],
  { need, resourceId }: RootCause,
): Stopped | null {
  const isMeant = ({ component }: Step): boolean => sameId(component.id ?? undefined, resourceId);
  const stopped = requirements.filter(({ end }) => end === "stopped");
  const own = stopped.filter(({ id }) => id === need);
  const stepsOf = (needs: readonly RequirementResult[]) =>
    needs.flatMap(({ walks }) =>
      walks.filter(({ trace }) => trace.end === "stopped").map(({ trace }) => trace.steps),
    );
  const all = stepsOf([...own, ...stopped]);
  const steps = all.find((each) => each.some(isMeant)) ?? all[0];
  if (steps === undefined) return null;
  const meant = steps.findLastIndex(isMeant);
  return { steps, at: meant >= 0 ? meant : steps.findIndex(({ state }) => state === "stops") };
}

/** The blamed resource itself, and everything on the walk that it stops; the nearest first. */
export function resourcesNearStop(
  cause: RootCause,
  model: NetworkModel,
  requirements: readonly RequirementResult[],
): readonly NearbyResource[] {
  const stopped = stoppedBy(requirements, cause);
  const own = cause.resourceId === undefined ? [] : [{ id: idKey(cause.resourceId), far: 0, reason: null }];
  const spots = (stopped?.steps ?? []).flatMap(({ component, reason }, index) => {
    const far = Math.abs(index - (stopped?.at ?? 0));
    const ids = component.id === null ? [] : [component.id, ...namedBy(model, component.id)];
    return [...ids, ...idsOf(reason)].map((id) => ({ id: idKey(id), far, reason }));
  });
  return [...own, ...spots].toSorted((one, other) => one.far - other.far);
}

// Who changed what on a walk that stops, the nearest to where it stops first: hints at the cause, and no proof.

/** More lines beside a cause are read by nobody. */
const mostChanges = 3;

/** Parts of a network or of a zone belong to many ways: of those that no walk meets, only what is gone is a hint. */
const isShared = (id: string): boolean => /\/(virtualnetworks|privatednszones)\/[^/]+$/.test(id);

/** What may have stood where nobody stands now: gone as a whole, it leaves nothing but its deletion. */
const perhapsGone: Readonly<{ [Is in Reason["is"]]?: readonly ChangedType[] }> = {
  zoneMissing: ["microsoft.network/privatednszones"],
  hopNobody: [
    "microsoft.network/azurefirewalls",
    "microsoft.network/loadbalancers",
    "microsoft.network/networkinterfaces",
    "microsoft.compute/virtualmachines",
  ],
  targetGone: ["microsoft.network/privateendpoints", "microsoft.network/networkinterfaces"],
  serverUnknown: ["microsoft.network/dnsresolvers", "microsoft.network/dnsresolvers/inboundendpoints"],
  gatewayMissing: ["microsoft.network/virtualnetworkgateways"],
  gatewayUnjoined: ["microsoft.network/connections"],
};

function mayHaveStood(
  { resourceId, operation }: ResourceChange,
  reason: Reason | null,
  model: NetworkModel,
): boolean {
  const deed = deedOf(operation);
  if (reason === null || deed?.verb !== "delete") return false;
  // A zone answers for the names that end with its own.
  if (reason.is === "zoneMissing" && recordNameIn(nameOf(resourceId), reason.name) === null) return false;
  // The cluster's own stands in its node resource group, whatever others were deleted.
  if (deed.type === "microsoft.network/privateendpoints" && !isKept(model, resourceId)) return false;
  return perhapsGone[reason.is]?.includes(deed.type) === true;
}

function touches(change: ResourceChange, id: string): boolean {
  const changedId = idKey(change.resourceId);
  if (changedId === id || isPartOfChanged(id, changedId)) return true;
  return isPartOf(changedId, id) && (!isShared(id) || deedOf(change.operation)?.verb === "delete");
}

/** Null where it has no part in the walk. What only may have stood there comes behind what did. */
function farOf(change: ResourceChange, spots: readonly NearbyResource[], model: NetworkModel): number | null {
  const met = spots.find(({ id }) => touches(change, id))?.far;
  const perhaps = spots.find(({ reason }) => mayHaveStood(change, reason, model))?.far;
  const all = [met, perhaps === undefined ? undefined : perhaps + 0.5].filter((far) => far !== undefined);
  return all.length === 0 ? null : Math.min(...all);
}

const connections = "microsoft.containerservice/managedclusters/privateendpointconnections";

/** Parts of the cluster that a check finds missing or refused, though it blames the cluster or the endpoint for it. */
const partsOfCluster: Readonly<Record<string, ChangedType>> = {
  "pe.exists": "microsoft.network/privateendpoints",
  "pe.provisioning": connections,
  "egress.lb-outbound": "microsoft.network/loadbalancers",
  "pool.system-ready": "microsoft.compute/virtualmachinescalesets",
  "invoke.schedulable-node": "microsoft.compute/virtualmachinescalesets",
};

/**
 * Changes of those that explain a cause, as `changes` are ordered: gone, one leaves nothing but its deletion. Balancers and
 * scale sets AKS itself deletes where no service or pool needs them any more.
 */
export const changesOfParts = (
  { check }: RootCause,
  model: NetworkModel,
  changes: readonly ResourceChange[],
): readonly ResourceChange[] =>
  changes.filter(({ resourceId, operation, caller }) => {
    const deed = deedOf(operation);
    if (deed === null || partsOfCluster[check] !== deed.type) return false;
    if (deed.type === connections) return true;
    return deed.verb === "delete" && isKept(model, resourceId) && (isPerson(caller) || check === "pe.exists");
  });

/** `changes` newest first, `spots` nearest first. */
export const changesNear = (
  changes: readonly ResourceChange[],
  spots: readonly NearbyResource[],
  model: NetworkModel,
): readonly ResourceChange[] =>
  changes
    .flatMap((change) => {
      const far = farOf(change, spots, model);
      return far === null ? [] : [{ change, far }];
    })
    .toSorted((one, other) => one.far - other.far)
    .slice(0, mostChanges)
    .map(({ change }) => change);

/** Beside the one that is told of the blamed resource itself. */
export const alsoChanged = (
  changed: ResourceChange | undefined,
  near: readonly ResourceChange[],
): readonly ResourceChange[] =>
  near.filter((change) => change !== changed).slice(0, changed === undefined ? mostChanges : mostChanges - 1);

const hourMs = 60 * 60_000;

/** What the same caller did at about that time elsewhere, as far as the log was read. `changes`: newest first. */
export function withSame(
  cause: RootCause,
  { recentChanges }: ClusterSnapshot,
  changes: readonly ResourceChange[],
): RootCause {
  const { changed, alsoChanged: near = [] } = cause;
  if (changed?.caller === undefined || recentChanges.missing.length > 0) return cause;
  const at = Date.parse(changed.time);
  const bySame = changes.filter(
    (one) =>
      one !== changed &&
      !near.includes(one) &&
      one.caller === changed.caller &&
      Math.abs(Date.parse(one.time) - at) <= hourMs,
  );
  return { ...cause, bySame: bySame.slice(0, mostChanges) };
}

// What was changed lately, where no cause is named that a change would stand beside.

const most = 3;

/**
 * `changes`: newest first, of the newest page of the log of each group. Where one of these could not be read, that there
 * are none is not said.
 */
export function latelyIn(
  { managedCluster, recentChanges }: ClusterSnapshot,
  changes: readonly ResourceChange[],
): Pick<Diagnosis, "lately"> {
  const isWhole = managedCluster.status === "collected" && recentChanges.missing.length === 0;
  return changes.length > 0 || isWhole ? { lately: changes.slice(0, most) } : {};
}
