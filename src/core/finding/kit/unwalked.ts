// Ways in that nobody could walk, because what they start from was not read: they are open, and never absent.
import type { NetworkModel } from "../../network/model/model.ts";
import type { Outcome } from "../../outcome/check.ts";
import type { SharedFact } from "../../outcome/fact.ts";
import { notAssessed, unread } from "../../outcome/outcomes.ts";
import { isDeveloper } from "../../requirement/bastion-on-way.ts";
import { placeOfBastion } from "../../requirement/jump-host-needs.ts";
import type { RequirementId } from "../../requirement/requirement.ts";
import type { BastionHost } from "../../snapshot/hosts.ts";
import { idKey, networkIdOf } from "../../snapshot/resource-id.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import type { StepFact } from "./step-fact.ts";

type Gap = Outcome<StepFact | SharedFact>;

/** Of needs that have no ways: why. */
export type Unwalked = Readonly<{ [K in RequirementId]?: Gap }>;

/** A host of the Developer kind stands in no subnet, and from a network that nothing here names nobody comes. */
function startUnread(model: NetworkModel, bastion: BastionHost): readonly Gap[] {
  const { name, subnetId = "", virtualNetworkId = "" } = bastion;
  const networkId = networkIdOf(subnetId) ?? virtualNetworkId;
  const network = model.networks[idKey(networkId)];
  if (network === undefined || isDeveloper(bastion) || placeOfBastion(model, bastion) !== null) return [];
  if (network.status === "unavailable") return [unread(network)];
  const needs = [{ action: "Microsoft.Network/virtualNetworks/read", scope: networkId }];
  return [notAssessed({ is: "startUnread", bastion: name, needs }, needs)];
}

function overBastion({ bastionHosts, jumpHosts }: ClusterSnapshot, model: NetworkModel): Gap | undefined {
  const { items, missing } = bastionHosts;
  const [gap] = [
    ...missing.map(unread),
    ...(items.length > 0 && jumpHosts.status === "unavailable" ? [unread(jumpHosts)] : []),
    ...items.flatMap((bastion) => startUnread(model, bastion)),
  ];
  return gap;
}

export function unwalkedIn(snapshot: ClusterSnapshot, model: NetworkModel): Unwalked {
  const bastion = overBastion(snapshot, model);
  const [gateway] = snapshot.virtualNetworkGateways.missing;
  return {
    ...(bastion === undefined ? {} : { "bastion.jump": bastion }),
    ...(gateway === undefined ? {} : { "gateway.api": unread(gateway) }),
  };
}
