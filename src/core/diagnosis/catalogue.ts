// Every check there is. A new one is a file under checks/ and a line here.
import { accessKubeconfig } from "./checks/access/access.kubeconfig.ts";
import { apiAuthorizedIpClient } from "./checks/api/api.authorized-ip-client.ts";
import { apiAuthorizedIpEgress } from "./checks/api/api.authorized-ip-egress.ts";
import { apiMode } from "./checks/api/api.mode.ts";
import { apiVnetintIlb } from "./checks/api/api.vnetint-ilb.ts";
import { apiVnetintNsg } from "./checks/api/api.vnetint-nsg.ts";
import { apiVnetintSubnet } from "./checks/api/api.vnetint-subnet.ts";
import { bastionClientAddress } from "./checks/bastion/bastion.client-address.ts";
import { bastionExists } from "./checks/bastion/bastion.exists.ts";
import { bastionNsgRules } from "./checks/bastion/bastion.nsg-rules.ts";
import { bastionProvisioning } from "./checks/bastion/bastion.provisioning.ts";
import { bastionReach } from "./checks/bastion/bastion.reach.ts";
import { bastionSkuFeatures } from "./checks/bastion/bastion.sku-features.ts";
import { bastionSubnet } from "./checks/bastion/bastion.subnet.ts";
import { bastionUserRoles } from "./checks/bastion/bastion.user-roles.ts";
import { clientNetwork } from "./checks/client/client.network.ts";
import { clusterExists } from "./checks/cluster/cluster.exists.ts";
import { clusterOperationInProgress } from "./checks/cluster/cluster.operation-in-progress.ts";
import { clusterPowerState } from "./checks/cluster/cluster.power-state.ts";
import { clusterProvisioningFailed } from "./checks/cluster/cluster.provisioning-failed.ts";
import { clusterRecentChange } from "./checks/cluster/cluster.recent-change.ts";
import { clusterResourceHealth } from "./checks/cluster/cluster.resource-health.ts";
import { dnsARecordMatch } from "./checks/dns/dns.a-record-match.ts";
import { dnsARecordPresent } from "./checks/dns/dns.a-record-present.ts";
import { dnsCustomServers } from "./checks/dns/dns.custom-servers.ts";
import { dnsLinkClient } from "./checks/dns/dns.link-client.ts";
import { dnsLinkCluster } from "./checks/dns/dns.link-cluster.ts";
import { dnsLinkResolver } from "./checks/dns/dns.link-resolver.ts";
import { dnsLinkState } from "./checks/dns/dns.link-state.ts";
import { dnsZoneExists } from "./checks/dns/dns.zone-exists.ts";
import { dnsZoneName } from "./checks/dns/dns.zone-name.ts";
import { egressLoadBalancer } from "./checks/egress/egress.load-balancer.ts";
import { egressNatGateway } from "./checks/egress/egress.nat-gateway.ts";
import { egressOutboundConsistent } from "./checks/egress/egress.outbound-consistent.ts";
import { entraTenant } from "./checks/entra/entra.tenant.ts";
import { firewallState } from "./checks/firewall/firewall.state.ts";
import { invokeEnabled } from "./checks/invoke/invoke.enabled.ts";
import { invokeIdentity } from "./checks/invoke/invoke.identity.ts";
import { invokePermission } from "./checks/invoke/invoke.permission.ts";
import { invokeSchedulableNode } from "./checks/invoke/invoke.schedulable-node.ts";
import { jumpDiscovered } from "./checks/jump/jump.discovered.ts";
import { jumpHealth } from "./checks/jump/jump.health.ts";
import { jumpPlacement } from "./checks/jump/jump.placement.ts";
import { jumpPower } from "./checks/jump/jump.power.ts";
import { nsgClient443 } from "./checks/nsg/nsg.client-443.ts";
import { nsgIntraNode } from "./checks/nsg/nsg.intra-node.ts";
import { nsgJumpInbound } from "./checks/nsg/nsg.jump-inbound.ts";
import { nsgNodeEgress } from "./checks/nsg/nsg.node-egress.ts";
import { nsgPeInbound } from "./checks/nsg/nsg.pe-inbound.ts";
import { peConnectionApproved } from "./checks/pe/pe.connection-approved.ts";
import { peExists } from "./checks/pe/pe.exists.ts";
import { peExtraEndpoint } from "./checks/pe/pe.extra-endpoint.ts";
import { peIp } from "./checks/pe/pe.ip.ts";
import { peProvisioning } from "./checks/pe/pe.provisioning.ts";
import { peSubnetPolicy } from "./checks/pe/pe.subnet-policy.ts";
import { peeringAddressOverlap } from "./checks/peering/peering.address-overlap.ts";
import { peeringBothSides } from "./checks/peering/peering.both-sides.ts";
import { peeringForwardedTraffic } from "./checks/peering/peering.forwarded-traffic.ts";
import { peeringState } from "./checks/peering/peering.state.ts";
import { peeringSync } from "./checks/peering/peering.sync.ts";
import { peeringVnetAccess } from "./checks/peering/peering.vnet-access.ts";
import { poolProvisioning } from "./checks/pool/pool.provisioning.ts";
import { poolSystemReady } from "./checks/pool/pool.system-ready.ts";
import { routeApiPath } from "./checks/route/route.api-path.ts";
import { routeDefault } from "./checks/route/route.default.ts";
import { routeKubenetTable } from "./checks/route/route.kubenet-table.ts";
import { routeNextHopAlive } from "./checks/route/route.next-hop-alive.ts";
import { vnetClusterSubnet } from "./checks/vnet/vnet.cluster-subnet.ts";
import { vnetPeerState } from "./checks/vnet/vnet.peer-state.ts";
import { vpnGatewayState } from "./checks/vpn/vpn.gateway-state.ts";
import type { Check } from "./define-check.ts";

/** In the order in which people read them: the cluster first, then the way to it. */
export const catalogue: readonly Check[] = [
  clusterExists,
  clusterPowerState,
  clusterOperationInProgress,
  clusterProvisioningFailed,
  clusterResourceHealth,
  clusterRecentChange,
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiVnetintSubnet,
  apiVnetintNsg,
  apiVnetintIlb,
  clientNetwork,
  peExists,
  peConnectionApproved,
  peProvisioning,
  peIp,
  peSubnetPolicy,
  peExtraEndpoint,
  dnsZoneExists,
  dnsZoneName,
  dnsARecordPresent,
  dnsARecordMatch,
  dnsLinkCluster,
  dnsLinkClient,
  dnsLinkResolver,
  dnsLinkState,
  dnsCustomServers,
  vnetClusterSubnet,
  vnetPeerState,
  peeringBothSides,
  peeringState,
  peeringVnetAccess,
  peeringSync,
  peeringForwardedTraffic,
  peeringAddressOverlap,
  nsgClient443,
  nsgPeInbound,
  nsgNodeEgress,
  nsgIntraNode,
  nsgJumpInbound,
  routeApiPath,
  routeDefault,
  routeNextHopAlive,
  routeKubenetTable,
  egressOutboundConsistent,
  egressNatGateway,
  egressLoadBalancer,
  firewallState,
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  bastionExists,
  bastionProvisioning,
  bastionSkuFeatures,
  bastionSubnet,
  bastionNsgRules,
  bastionClientAddress,
  bastionReach,
  bastionUserRoles,
  vpnGatewayState,
  invokeEnabled,
  invokePermission,
  invokeSchedulableNode,
  invokeIdentity,
  accessKubeconfig,
  entraTenant,
  poolSystemReady,
  poolProvisioning,
];
