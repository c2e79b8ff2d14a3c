// One fault each, with the cause that has to be named. The numbers are those of the scenarios in the catalogue of checks.
import type { Diagnosis } from "../../../src/core/diagnosis/diagnosis.ts";
import { collected } from "../../../src/core/diagnosis/section.ts";
import type { ClusterSnapshot } from "../../../src/core/diagnosis/snapshot.ts";
import {
  addDataNetwork,
  besideNodes,
  changed,
  ids,
  linkTo,
  publicRanges,
  setAccess,
  setBastion,
  setBastionRules,
  setBastionSubnet,
  setClient,
  setData,
  setEndpointSubnet,
  setGateways,
  setHub,
  setHubPeering,
  setJumpHosts,
  setPools,
  setRecord,
  setRoutes,
  setRules,
  setSpoke,
  setSpokePeering,
  stop,
  zoneName,
} from "../../fixtures/snapshots.ts";

export const linkMissing = changed(setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]));
export const hubPeeringGone = changed(
  setHub({ peerings: [] }),
  setSpokePeering({ peeringState: "Disconnected" }),
);
const spokePeeringGone = changed(
  setSpoke({ peerings: [] }),
  setData("peerNetworks", []),
  setData("jumpHosts", []),
);
export const notCovered = changed(publicRanges, setClient({ ip: "20.50.0.9" }));
const onlyInvoke = [setSpoke({ peerings: [] }), setData("peerNetworks", []), setData("jumpHosts", [])];
const ownLinkOnly = setData("privateDnsLinks", [linkTo(ids.spoke, "link-aks")]);
export const tainted = setPools({ nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] });
const deallocated = setJumpHosts({ powerState: collected("deallocated") });

export const basicBastion = changed(setBastion({ sku: "Basic", enableTunneling: false }));
export const bastionCutOff = changed(setBastionRules({ AllowAzureCloudOutbound: null }));

type Fault = readonly [name: string, snapshot: ClusterSnapshot, cause: string, verdict: Diagnosis["verdict"]];
export const faults: readonly Fault[] = [
  ["S01 stopped overnight", changed(stop), "cluster.power-state", "broken"],
  ["S02 hub not linked to the zone", linkMissing, "dns.link-client", "broken"],
  ["S03 the hub's half of the peering deleted", hubPeeringGone, "peering.both-sides", "broken"],
  ["S03 the spoke's half deleted", spokePeeringGone, "peering.both-sides", "broken"],
  ["S04 record left behind by a restart", changed(setRecord("10.10.0.77")), "dns.a-record-match", "broken"],
  [
    "S06 DNS servers in a network without a link",
    changed(addDataNetwork, setHub({ dnsServers: ["10.20.1.5"] })),
    "dns.link-resolver",
    "broken",
  ],
  [
    "S08 zone of another region",
    changed(
      setData("privateDnsZone", {
        id: ids.zone.replace(zoneName, "privatelink.northeurope.azmk8s.io"),
        name: "privatelink.northeurope.azmk8s.io",
        provisioningState: "Succeeded",
      }),
      setData("apiServerRecord", null),
    ),
    "dns.zone-name",
    "broken",
  ],
  ["S10 jump host's group denies 443", changed(setRules({})), "nsg.client-443", "broken"],
  [
    "S13 firewall on the way there only",
    changed(
      setRoutes({ prefix: "10.10.0.0/16", hop: "VirtualAppliance", ip: "10.0.3.4" }),
      setEndpointSubnet("Enabled"),
    ),
    "route.api-path",
    "broken",
  ],
  ["S15 home address changed", notCovered, "api.authorized-ip-client", "broken"],
  [
    "S20 only the run command, every pool tainted",
    changed(...onlyInvoke, ownLinkOnly, tainted),
    "invoke.schedulable-node",
    "broken",
  ],
  ["every pool tainted, the jump host works", changed(tainted), "invoke.schedulable-node", "degraded"],
  ["S21 run command disabled", changed(setAccess({ disableRunCommand: true })), "invoke.enabled", "degraded"],
  ["S24 Bastion takes the browser only", basicBastion, "bastion.sku-features", "degraded"],
  ["S25 Bastion cannot reach Azure", bastionCutOff, "bastion.nsg-rules", "degraded"],
  ["S26 jump host shut down, and Bastion leads nowhere", changed(deallocated), "jump.power", "broken"],
  [
    "S26 the only jump host, beside the nodes, shut down",
    changed(setJumpHosts({ ...besideNodes, powerState: collected("deallocated") })),
    "jump.power",
    "broken",
  ],
  [
    "Bastion failed to deploy",
    changed(setBastion({ provisioningState: "Failed" })),
    "bastion.provisioning",
    "degraded",
  ],
  [
    "a route table on Bastion's subnet",
    changed(setBastionSubnet({ routeTableId: ids.jumpRoutes })),
    "bastion.subnet",
    "degraded",
  ],
  [
    "VPN gateway failed",
    changed(setGateways({ provisioningState: "Failed" })),
    "vpn.gateway-state",
    "degraded",
  ],
  [
    "S45 incident of the platform",
    changed(setData("resourceHealth", { availabilityState: "Unavailable", reasonType: "Unplanned" })),
    "cluster.resource-health",
    "broken",
  ],
  [
    "endpoint deleted",
    changed(setData("privateEndpoint", null), setData("privateEndpointNic", null)),
    "pe.exists",
    "broken",
  ],
  [
    "endpoint waits for approval",
    changed(
      setData("privateEndpointConnections", [
        { id: ids.connection, privateEndpointId: ids.endpoint, status: "Pending" },
      ]),
    ),
    "pe.connection-approved",
    "broken",
  ],
  [
    "access off at the peering",
    changed(setHubPeering({ allowVirtualNetworkAccess: false })),
    "peering.vnet-access",
    "broken",
  ],
  ["zone deleted", changed(setData("privateDnsZone", null)), "dns.zone-exists", "broken"],
  ["record deleted", changed(setData("apiServerRecord", null)), "dns.a-record-present", "broken"],
  [
    "no name at all",
    changed(setAccess({ privateDnsZone: "none", enablePrivateClusterPublicFqdn: false })),
    "api.mode",
    "broken",
  ],
];
