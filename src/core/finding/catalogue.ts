// Every check there is. A new one is a file in the folder of its group and a line here.
import { accessArmRead } from "./access/access.arm-read.ts";
import { accessKubeconfig } from "./access/access.kubeconfig.ts";
import { accessKubernetesRole } from "./access/access.kubernetes-role.ts";
import { accessPimEligible } from "./access/access.pim-eligible.ts";
import { apiAuthorizedIpClient } from "./api/api.authorized-ip-client.ts";
import { apiAuthorizedIpEgress } from "./api/api.authorized-ip-egress.ts";
import { apiAuthorizedIpHygiene } from "./api/api.authorized-ip-hygiene.ts";
import { apiMode } from "./api/api.mode.ts";
import { apiPublicExposure } from "./api/api.public-exposure.ts";
import { apiPublicFqdn } from "./api/api.public-fqdn.ts";
import { apiVnetintIlb } from "./api/api.vnetint-ilb.ts";
import { apiVnetintNetwork } from "./api/api.vnetint-network.ts";
import { apiVnetintNsg } from "./api/api.vnetint-nsg.ts";
import { apiVnetintSubnet } from "./api/api.vnetint-subnet.ts";
import { avdSessionHosts } from "./avd/avd.session-hosts.ts";
import { bastionClientAddress } from "./bastion/bastion.client-address.ts";
import { bastionExists } from "./bastion/bastion.exists.ts";
import { bastionNsgRules } from "./bastion/bastion.nsg-rules.ts";
import { bastionProvisioning } from "./bastion/bastion.provisioning.ts";
import { bastionPublicIp } from "./bastion/bastion.public-ip.ts";
import { bastionReach } from "./bastion/bastion.reach.ts";
import { bastionSkuFeatures } from "./bastion/bastion.sku-features.ts";
import { bastionSubnet } from "./bastion/bastion.subnet.ts";
import { bastionUserRoles } from "./bastion/bastion.user-roles.ts";
import { clientNetwork } from "./client/client.network.ts";
import { cloudshellNetworkProfile } from "./cloudshell/cloudshell.network-profile.ts";
import { clusterApiCertificate } from "./cluster/cluster.api-certificate.ts";
import { clusterCompatFlags } from "./cluster/cluster.compat-flags.ts";
import { clusterCredentialStale } from "./cluster/cluster.credential-stale.ts";
import { clusterExists } from "./cluster/cluster.exists.ts";
import { clusterKmsKey } from "./cluster/cluster.kms-key.ts";
import { clusterMaintenanceWindow } from "./cluster/cluster.maintenance-window.ts";
import { clusterOperationInProgress } from "./cluster/cluster.operation-in-progress.ts";
import { clusterPowerState } from "./cluster/cluster.power-state.ts";
import { clusterProvisioningFailed } from "./cluster/cluster.provisioning-failed.ts";
import { clusterRecentChange } from "./cluster/cluster.recent-change.ts";
import { clusterResourceHealth } from "./cluster/cluster.resource-health.ts";
import { clusterVersionSkew } from "./cluster/cluster.version-skew.ts";
import { clusterVersionSupport } from "./cluster/cluster.version-support.ts";
import { ddosPerimeter } from "./ddos/ddos.perimeter.ts";
import type { Check } from "./define-check.ts";
import { dnsARecordExtra } from "./dns/dns.a-record-extra.ts";
import { dnsARecordMatch } from "./dns/dns.a-record-match.ts";
import { dnsARecordPresent } from "./dns/dns.a-record-present.ts";
import { dnsCustomServers } from "./dns/dns.custom-servers.ts";
import { dnsDuplicateZone } from "./dns/dns.duplicate-zone.ts";
import { dnsLinkClient } from "./dns/dns.link-client.ts";
import { dnsLinkCluster } from "./dns/dns.link-cluster.ts";
import { dnsLinkRegistration } from "./dns/dns.link-registration.ts";
import { dnsLinkResolver } from "./dns/dns.link-resolver.ts";
import { dnsLinkState } from "./dns/dns.link-state.ts";
import { dnsOnpremForwarding } from "./dns/dns.onprem-forwarding.ts";
import { dnsPrivateResolver } from "./dns/dns.private-resolver.ts";
import { dnsZoneExists } from "./dns/dns.zone-exists.ts";
import { dnsZoneName } from "./dns/dns.zone-name.ts";
import { egressHttpProxy } from "./egress/egress.http-proxy.ts";
import { egressLbOutbound } from "./egress/egress.lb-outbound.ts";
import { egressNatGateway } from "./egress/egress.nat-gateway.ts";
import { egressOutboundConsistent } from "./egress/egress.outbound-consistent.ts";
import { entraAdminGroup } from "./entra/entra.admin-group.ts";
import { entraAzureRbac } from "./entra/entra.azure-rbac.ts";
import { entraLocalAccounts } from "./entra/entra.local-accounts.ts";
import { entraManagedAad } from "./entra/entra.managed-aad.ts";
import { entraTenant } from "./entra/entra.tenant.ts";
import { erBgpRoutes } from "./er/er.bgp-routes.ts";
import { erCircuitProvisioned } from "./er/er.circuit-provisioned.ts";
import { erEncryption } from "./er/er.encryption.ts";
import { erFastpath } from "./er/er.fastpath.ts";
import { erGatewayConnection } from "./er/er.gateway-connection.ts";
import { erPrivatePeering } from "./er/er.private-peering.ts";
import { firewallAksFqdns } from "./firewall/firewall.aks-fqdns.ts";
import { firewallNetworkRules } from "./firewall/firewall.network-rules.ts";
import { firewallPrecedence } from "./firewall/firewall.precedence.ts";
import { firewallState } from "./firewall/firewall.state.ts";
import { identityDnsRole } from "./identity/identity.dns-role.ts";
import { identityKind } from "./identity/identity.kind.ts";
import { identityRouteRole } from "./identity/identity.route-role.ts";
import { identitySubnetRole } from "./identity/identity.subnet-role.ts";
import { invokeEnabled } from "./invoke/invoke.enabled.ts";
import { invokeIdentity } from "./invoke/invoke.identity.ts";
import { invokeLastRun } from "./invoke/invoke.last-run.ts";
import { invokePermission } from "./invoke/invoke.permission.ts";
import { invokePolicy } from "./invoke/invoke.policy.ts";
import { invokeSchedulableNode } from "./invoke/invoke.schedulable-node.ts";
import { jitActiveRequest } from "./jit/jit.active-request.ts";
import { jitPolicy } from "./jit/jit.policy.ts";
import { jumpAci } from "./jump/jump.aci.ts";
import { jumpDiscovered } from "./jump/jump.discovered.ts";
import { jumpDnsServers } from "./jump/jump.dns-servers.ts";
import { jumpHealth } from "./jump/jump.health.ts";
import { jumpPlacement } from "./jump/jump.placement.ts";
import { jumpPower } from "./jump/jump.power.ts";
import { jumpPublicIp } from "./jump/jump.public-ip.ts";
import { jumpRedundancy } from "./jump/jump.redundancy.ts";
import { jumpSshAuth } from "./jump/jump.ssh-auth.ts";
import { jumpVmss } from "./jump/jump.vmss.ts";
import { nsgAvnmAdminRules } from "./nsg/nsg.avnm-admin-rules.ts";
import { nsgClient443 } from "./nsg/nsg.client-443.ts";
import { nsgEffective } from "./nsg/nsg.effective.ts";
import { nsgIntraNode } from "./nsg/nsg.intra-node.ts";
import { nsgJumpInbound } from "./nsg/nsg.jump-inbound.ts";
import { nsgNodeEgress } from "./nsg/nsg.node-egress.ts";
import { nsgPeInbound } from "./nsg/nsg.pe-inbound.ts";
import { nsgSshInternet } from "./nsg/nsg.ssh-internet.ts";
import { pawDevice } from "./paw/paw.device.ts";
import { peConnectionApproved } from "./pe/pe.connection-approved.ts";
import { peExists } from "./pe/pe.exists.ts";
import { peExtraEndpoint } from "./pe/pe.extra-endpoint.ts";
import { peIp } from "./pe/pe.ip.ts";
import { peProvisioning } from "./pe/pe.provisioning.ts";
import { peSubnetPolicy } from "./pe/pe.subnet-policy.ts";
import { peeringAddressOverlap } from "./peering/peering.address-overlap.ts";
import { peeringBothSides } from "./peering/peering.both-sides.ts";
import { peeringForwardedTraffic } from "./peering/peering.forwarded-traffic.ts";
import { peeringGatewayTransit } from "./peering/peering.gateway-transit.ts";
import { peeringState } from "./peering/peering.state.ts";
import { peeringSync } from "./peering/peering.sync.ts";
import { peeringVnetAccess } from "./peering/peering.vnet-access.ts";
import { peeringVwanHub } from "./peering/peering.vwan-hub.ts";
import { poolPower } from "./pool/pool.power.ts";
import { poolProvisioning } from "./pool/pool.provisioning.ts";
import { poolSubnetIpFree } from "./pool/pool.subnet-ip-free.ts";
import { poolSystemReady } from "./pool/pool.system-ready.ts";
import { poolVmInstances } from "./pool/pool.vm-instances.ts";
import { poolZones } from "./pool/pool.zones.ts";
import { routeApiPath } from "./route/route.api-path.ts";
import { routeBgpPropagation } from "./route/route.bgp-propagation.ts";
import { routeDefault } from "./route/route.default.ts";
import { routeInside } from "./route/route.inside.ts";
import { routeKubenetTable } from "./route/route.kubenet-table.ts";
import { routeNextHopAlive } from "./route/route.next-hop-alive.ts";
import { vnetClusterSubnet } from "./vnet/vnet.cluster-subnet.ts";
import { vnetPeerState } from "./vnet/vnet.peer-state.ts";
import { vpnBgpPeers } from "./vpn/vpn.bgp-peers.ts";
import { vpnConnectionStatus } from "./vpn/vpn.connection-status.ts";
import { vpnGatewayState } from "./vpn/vpn.gateway-state.ts";
import { vpnP2sConfig } from "./vpn/vpn.p2s-config.ts";
import { vpnRedundancy } from "./vpn/vpn.redundancy.ts";
import { vpnRouteToSpoke } from "./vpn/vpn.route-to-spoke.ts";

/** In the order in which people read them: the cluster first, then the way to it. */
const all = [
  clusterExists,
  clusterPowerState,
  clusterOperationInProgress,
  clusterProvisioningFailed,
  clusterResourceHealth,
  clusterKmsKey,
  clusterApiCertificate,
  clusterCredentialStale,
  clusterMaintenanceWindow,
  clusterRecentChange,
  clusterVersionSupport,
  clusterVersionSkew,
  clusterCompatFlags,
  apiMode,
  apiAuthorizedIpClient,
  apiAuthorizedIpEgress,
  apiAuthorizedIpHygiene,
  apiPublicExposure,
  apiPublicFqdn,
  apiVnetintNetwork,
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
  dnsARecordExtra,
  dnsLinkCluster,
  dnsLinkClient,
  dnsLinkResolver,
  dnsLinkState,
  dnsLinkRegistration,
  dnsDuplicateZone,
  dnsPrivateResolver,
  dnsCustomServers,
  dnsOnpremForwarding,
  vnetClusterSubnet,
  vnetPeerState,
  peeringBothSides,
  peeringState,
  peeringVnetAccess,
  peeringSync,
  peeringForwardedTraffic,
  peeringGatewayTransit,
  peeringAddressOverlap,
  peeringVwanHub,
  nsgClient443,
  nsgPeInbound,
  nsgNodeEgress,
  nsgIntraNode,
  jitActiveRequest,
  nsgJumpInbound,
  nsgAvnmAdminRules,
  nsgSshInternet,
  nsgEffective,
  routeApiPath,
  routeInside,
  routeDefault,
  routeNextHopAlive,
  routeBgpPropagation,
  routeKubenetTable,
  egressOutboundConsistent,
  egressNatGateway,
  egressLbOutbound,
  egressHttpProxy,
  firewallState,
  firewallAksFqdns,
  firewallNetworkRules,
  firewallPrecedence,
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  jumpVmss,
  jumpDnsServers,
  jumpRedundancy,
  jumpPublicIp,
  jumpSshAuth,
  jitPolicy,
  jumpAci,
  cloudshellNetworkProfile,
  avdSessionHosts,
  bastionExists,
  bastionProvisioning,
  bastionSkuFeatures,
  bastionSubnet,
  bastionNsgRules,
  bastionClientAddress,
  bastionReach,
  bastionUserRoles,
  bastionPublicIp,
  vpnGatewayState,
  vpnConnectionStatus,
  vpnBgpPeers,
  vpnRouteToSpoke,
  vpnP2sConfig,
  vpnRedundancy,
  erCircuitProvisioned,
  erPrivatePeering,
  erGatewayConnection,
  erBgpRoutes,
  erFastpath,
  erEncryption,
  invokeEnabled,
  invokePermission,
  invokeSchedulableNode,
  invokePolicy,
  invokeIdentity,
  accessArmRead,
  accessPimEligible,
  invokeLastRun,
  accessKubeconfig,
  accessKubernetesRole,
  entraManagedAad,
  entraAzureRbac,
  entraLocalAccounts,
  entraTenant,
  entraAdminGroup,
  identityKind,
  identitySubnetRole,
  identityDnsRole,
  identityRouteRole,
  poolSystemReady,
  poolPower,
  poolProvisioning,
  poolVmInstances,
  poolSubnetIpFree,
  poolZones,
  ddosPerimeter,
  pawDevice,
] as const;

/** Each of them, with its id and what it may find. */
export type Finding = (typeof all)[number];

export const catalogue: readonly Check[] = all;
