// A NAT gateway without a public address, before the subnet of an appliance or a firewall: it gets one.
import { networkHoldingSubnet } from "../network/model.ts";
import { idKey } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { giveAddress } from "./nat-gateway-repair.ts";
import type { Mend } from "./repair.ts";

export const addressNatGateway: Mend = ({ reason, component: { id } }, model) => {
  if (reason.is !== "natGatewayBare" || id === null) return null;
  const key = idKey(id);
  const gateway = model.natGateways[key];
  const network = networkHoldingSubnet(model, reason.subnetId);
  if (gateway?.status !== "collected" || network === undefined) return null;
  const fix = giveAddress(gateway.data, network.location);
  const addressed = collected({ ...gateway.data, publicIpAddressIds: [`pip-${gateway.data.name}`] });
  return (
    fix && {
      fix,
      apply: (before) => ({ ...before, natGateways: { ...before.natGateways, [key]: addressed } }),
    }
  );
};
