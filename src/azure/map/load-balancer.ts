// Load balancers as the SDK reads them → our data.
import type { LoadBalancer as ArmBalancer, BackendAddressPool } from "@azure/arm-network";
import type { Backend, LoadBalancer } from "../../core/diagnosis/snapshot.ts";
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
  leadsOut:
    (balancer.outboundRules ?? []).length > 0 ||
    (balancer.loadBalancingRules ?? []).some(({ disableOutboundSnat }) => disableOutboundSnat !== true),
});
