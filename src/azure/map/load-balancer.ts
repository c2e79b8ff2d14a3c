// Load balancers as the SDK reads them → our data.
import type { LoadBalancer as ArmBalancer, BackendAddressPool } from "@azure/arm-network";
import type { Backend, LoadBalancer } from "../../core/snapshot/outbound.ts";
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
});
