// Network interfaces as the SDK reads them → our data.
import type {
  LoadBalancer as ArmBalancer,
  NetworkInterface as ArmInterface,
  BackendAddressPool,
} from "@azure/arm-network";
import { azureHost } from "../../core/network/filter/nsg.ts";
import type { Backend, LoadBalancer, NetworkInterface, OutboundPorts } from "../../core/snapshot/network.ts";
import { sameId } from "../../core/snapshot/resource-id.ts";
import { present, resourceOf } from "./fields.ts";

/** `AzureProvidedDNS` is Azure's own. Undefined where it has none, so that its network's count. */
const serversOf = ({ dnsSettings }: ArmInterface): readonly string[] | undefined => {
  const servers = (dnsSettings?.dnsServers ?? []).filter((server) => server !== "");
  if (servers.length === 0) return undefined;
  return servers.map((server) => (/^AzureProvidedDNS$/i.test(server) ? azureHost : server));
};

export const mapNetworkInterface = (nic: ArmInterface): NetworkInterface => ({
  id: nic.id ?? "",
  provisioningState: nic.provisioningState ?? "",
  enableIpForwarding: nic.enableIPForwarding ?? false,
  ipConfigurations: (nic.ipConfigurations ?? []).map((config) =>
    present({
      privateIpAddress: config.privateIPAddress,
      subnetId: config.subnet?.id,
      publicIpAddressId: config.publicIPAddress?.id,
      isBalanced: (config.loadBalancerBackendAddressPools ?? []).length > 0 || undefined,
    }),
  ),
  ...present({
    virtualMachineId: nic.virtualMachine?.id,
    networkSecurityGroupId: nic.networkSecurityGroup?.id,
    dnsServers: serversOf(nic),
  }),
});

// Load balancers as the SDK reads them → our data.

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
  ...resourceOf(balancer),
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
