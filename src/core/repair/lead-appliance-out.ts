// An appliance in a subnet that is lent no public address: a NAT gateway gives the subnet one.

import { networkIn } from "../network/model.ts";
import { subnetById } from "../network/route.ts";
import { idKey, networkIdOf } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { createNatGateway } from "./nat-gateway-repair.ts";
import type { Mend } from "./repair.ts";

export const leadApplianceOut: Mend = ({ reason }, model) => {
  if (reason.is !== "hopWithoutWayOut") return null;
  const network = networkIn(model, networkIdOf(reason.subnet) ?? "");
  const subnet = network.status === "unavailable" ? undefined : subnetById(network.data, reason.subnet);
  if (network.status === "unavailable" || subnet === undefined) return null;
  const { id, subnets } = network.data;
  const fix = createNatGateway(subnet, network.data);
  const led = subnets.map((each) =>
    each === subnet ? { ...each, natGatewayId: `${id}/new-gateway` } : each,
  );
  return (
    fix && {
      fix,
      apply: (before) => ({
        ...before,
        networks: { ...before.networks, [idKey(id)]: collected({ ...network.data, subnets: led }) },
      }),
    }
  );
};
