// Load balancers as the SDK reads them → our data.
import type { LoadBalancer as ArmBalancer } from "@azure/arm-network";
import type { LoadBalancer } from "../../core/diagnosis/snapshot.ts";
import { present } from "./present.ts";

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
});
