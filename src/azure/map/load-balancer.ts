// Load balancers as the SDK reads them → our data.
import type { LoadBalancer as ArmBalancer, BackendAddressPool } from "@azure/arm-network";
import type { Backend, LoadBalancer, OutboundPorts } from "../../core/snapshot/outbound.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { present } from "./present.ts";

/** A pool made of interfaces lists the same machines as addresses, too: the interfaces say more. */
function backendsIn(pool: BackendAddressPool): readonly Backend[] {
  const interfaces = (pool.backendIPConfigurations ?? []).flatMap(
    ({ id }) => /^(.+)\/ipConfigurations\/[^/]+$/i.exec(id ?? "")?.[1] ?? [],
  );
  if (interfaces.length > 0) return interfaces.map((interfaceId) => ({ interfaceId }));
  return (pool.loadBalancerBackendAddresses ?? []).flatMap(({ ipAddress }) =>
    ipAddress === undefined ? [] : [{ ipAddress }],
  );
}

const isPublic = ({ frontendIPConfigurations: frontends }: ArmBalancer): boolean =>
  (frontends ?? []).some(({ publicIPAddress, publicIPPrefix }) => publicIPAddress ?? publicIPPrefix);

/** By an outbound rule, or by one for what comes in that does not forbid it. */
const translates = ({ outboundRules, loadBalancingRules }: ArmBalancer): boolean =>
  (outboundRules ?? []).length > 0 ||
  (loadBalancingRules ?? []).some(({ disableOutboundSnat }) => disableOutboundSnat !== true);

/** Without rules that leave Azure to share the ports out, and those by a prefix, of which nobody says how long it is. */
function portRules({ outboundRules, frontendIPConfigurations }: ArmBalancer): readonly OutboundPorts[] {
  return (outboundRules ?? []).flatMap(({ name = "", allocatedOutboundPorts: portsEach = 0, ...rule }) => {
    const named = rule.frontendIPConfigurations ?? [];
    const own = (frontendIPConfigurations ?? []).filter((each) =>
      named.some(({ id }) => sameId(id, each.id)),
    );
    const isKnown = own.length > 0 && own.every(({ publicIPAddress }) => publicIPAddress !== undefined);
    return portsEach > 0 && isKnown ? [{ name, portsEach, addressCount: own.length }] : [];
  });
}

export const mapLoadBalancer = (balancer: ArmBalancer): LoadBalancer => ({
  id: balancer.id ?? "",
  name: balancer.name ?? "",
  provisioningState: balancer.provisioningState ?? "",
  frontends: (balancer.frontendIPConfigurations ?? []).map((frontend) =>
    present({
      privateIpAddress: frontend.privateIPAddress,
      subnetId: frontend.subnet?.id,
      publicIpAddressId: frontend.publicIPAddress?.id,
    }),
  ),
  backends: (balancer.backendAddressPools ?? []).flatMap(backendsIn),
  leadsOut: isPublic(balancer) && translates(balancer),
  portRules: portRules(balancer),
});
