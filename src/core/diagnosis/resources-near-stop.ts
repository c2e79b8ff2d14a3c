// What stands around the place where a walk stops: its components and what they name, by how far each is from it.

import type { NetworkModel } from "../network/model/model.ts";
import type { Reason, Step } from "../network/model/step.ts";
import type { RequirementResult } from "../requirement/requirement-result.ts";
import { idKey, idsIn, networkIdOf, sameId } from "../snapshot/resource-id.ts";
import type { RootCause } from "./cause.ts";

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
