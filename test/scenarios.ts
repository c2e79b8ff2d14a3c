// What every scenario of the local Azure has to be called, by chat, command line and proof alike.
import { readdirSync } from "node:fs";
import type { Verdict } from "../src/core/diagnosis/cause.ts";
import type { Client } from "../src/core/snapshot/snapshot.ts";

export type ScenarioRow = Readonly<{
  name: string;
  /** `prod-1` unless said otherwise. */
  cluster: string;
  /** Of a cluster that no list shows; then it is asked for by its id. */
  id?: string;
  /** The address that the requester tells. */
  from?: string;
  /** The error text that the requester pastes. */
  symptom?: string;
  verdict: Verdict;
  /** The check or requirement that is blamed; null when nothing is. */
  cause: string | null;
  /** No line of ours mends it in Azure: whoever owns what stops it has to, or the requester on their own machine. */
  mendedBy?: "others";
}>;

const prod = (name: string, verdict: Verdict, cause: string | null = null): ScenarioRow => ({
  name,
  cluster: "prod-1",
  verdict,
  cause,
});

const edge = (
  name: string,
  from: string | undefined,
  verdict: Verdict,
  cause: string | null = null,
): ScenarioRow => ({
  ...prod(name, verdict, cause),
  cluster: "edge-1",
  ...(from === undefined ? {} : { from }),
});

const at = (name: string, cluster: string, verdict: Verdict, cause: string | null = null): ScenarioRow => ({
  ...prod(name, verdict, cause),
  cluster,
});
const prodId =
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";
/** Of `prod-1`. */
const privateName =
  "prod-1-dns-7k2m9x4q.5c0f2e1d-7b84-4a39-9e16-d3f0a8b7c254.privatelink.westeurope.azmk8s.io";
const withSymptom = (row: ScenarioRow, symptom: string): ScenarioRow => ({ ...row, symptom });
const noShell = "Your Cloud Shell failed to provision";
const noDesktop = "Azure Virtual Desktop does not get me to the cluster";

export const scenarioRows: readonly ScenarioRow[] = [
  // Every exposure mode, healthy.
  prod("hub-spoke", "healthy"),
  prod("private-byo-zone", "healthy"),
  prod("private-no-zone", "healthy"),
  prod("vnet-private", "healthy"),
  prod("jump-in-spoke", "healthy"),
  prod("two-hubs", "healthy"),
  prod("custom-dns", "healthy"),
  prod("hub-firewall", "healthy"),
  prod("endpoint-nsg-ignored", "healthy"),
  prod("ssh-container", "healthy"),
  // Worth a word, and nobody's fault.
  prod("jump-host-public", "healthy"),
  // For whoever does not ask for ssh of their own.
  prod("bastion-basic", "healthy"),
  prod("cloud-shell-in-network", "healthy"),
  prod("cloud-shell-on-automatic", "healthy"),
  prod("desktop-in-hub", "healthy"),
  prod("vpn-healthy", "healthy"),
  { ...prod("vpn-healthy", "healthy"), from: "192.168.1.10" },
  prod("firewall-ip-groups", "healthy"),
  prod("expressroute-healthy", "healthy"),
  {
    ...prod("point-to-site-profile-older", "degraded", "vpn.p2s-config"),
    symptom: "dial tcp 10.20.0.4:443: i/o timeout",
    mendedBy: "others",
  },
  edge("public-open", undefined, "healthy"),
  edge("public-ranges", "20.50.1.9", "healthy"),
  edge("public-nat", "20.50.1.9", "healthy"),
  edge("vnet-public", "20.50.1.9", "healthy"),
  // Whole topologies, each in its own region and naming, among unrelated things.
  at("one-network", "shop-live", "healthy"),
  at("three-subscriptions", "pay-core", "healthy"),
  at("own-name-servers", "claims-us", "healthy"),
  at("leased-line", "ledger-uk", "healthy"),
  { ...at("kubenet-ranges", "farm-au", "healthy"), from: "20.50.70.9" },
  // An operation that only runs.
  prod("pool-scaling", "healthy"),
  // Switched off on purpose, which is nobody's fault.
  prod("run-command-disabled", "healthy"),
  // Broken.
  prod("dns-link-missing", "broken", "dns.link-client"),
  prod("second-zone", "broken", "dns.duplicate-zone"),
  prod("custom-dns-without-link", "broken", "dns.link-resolver"),
  prod("dns-servers-stopped", "broken", "dns.custom-servers"),
  prod("record-stale", "broken", "dns.a-record-match"),
  prod("stopped", "broken", "cluster.power-state"),
  prod("peering-disconnected", "broken", "peering.both-sides"),
  prod("nsg-denies-443", "degraded", "nsg.client-443"),
  prod("endpoint-nsg", "degraded", "nsg.pe-inbound"),
  prod("jump-box-stopped", "degraded", "jump.power"),
  prod("jit-window-over", "degraded", "jit.active-request"),
  prod("pools-tainted", "degraded", "invoke.schedulable-node"),
  // Ways that not everybody comes by: nothing is wrong until somebody asks about them.
  ...["cloud-shell-roles-lost", "cloud-shell-relay-not-approved", "desktop-without-route"].map((name) =>
    prod(name, "healthy"),
  ),
  prod("desktops-shut-down", "healthy"),
  withSymptom(prod("cloud-shell-roles-lost", "degraded", "cloudshell.aci-roles"), noShell),
  withSymptom(prod("cloud-shell-relay-not-approved", "degraded", "cloudshell.relay"), noShell),
  withSymptom(prod("desktop-without-route", "degraded", "avd.reach"), noDesktop),
  {
    ...withSymptom(prod("desktops-shut-down", "degraded", "avd.session-hosts"), noDesktop),
    mendedBy: "others",
  },
  { ...prod("vpn-tunnel-down", "degraded", "vpn.connection-status"), mendedBy: "others" },
  { ...prod("bgp-session-down", "degraded", "vpn.bgp-peers"), mendedBy: "others" },
  { ...prod("hub-connection-missing", "degraded", "peering.vwan-hub"), mendedBy: "others" },
  prod("gateway-transit-missing", "degraded", "peering.gateway-transit"),
  { ...prod("point-to-site-without-dns", "degraded", "vpn.p2s-config"), mendedBy: "others" },
  { ...prod("circuit-deprovisioned", "degraded", "er.circuit-provisioned"), mendedBy: "others" },
  {
    ...prod("expressroute-healthy", "degraded", "dns.onprem-forwarding"),
    symptom: `Server: dns.corp.example Address: 192.168.1.53 *** dns.corp.example can't find ${privateName}: Non-existent domain`,
    mendedBy: "others",
  },
  prod("private-peering-disabled", "degraded", "er.private-peering"),
  { ...prod("circuit-connection-missing", "degraded", "er.gateway-connection"), mendedBy: "others" },
  { ...prod("ranges-overlap", "degraded", "peering.address-overlap"), mendedBy: "others" },
  prod("peering-not-synced", "degraded", "peering.sync"),
  { ...prod("endpoint-routes-one-way", "degraded", "route.api-path"), mendedBy: "others" },
  prod("bastion-nsg", "degraded", "bastion.nsg-rules"),
  prod("bastion-failed", "unknown"),
  {
    ...prod("bastion-basic", "degraded", "bastion.sku-features"),
    symptom: "Bastion Host SKU must be Standard or Premium",
  },
  prod("jump-host-hung", "degraded", "jump.health"),
  prod("jump-host-own-dns", "degraded", "jump.dns-servers"),
  prod("jump-scale-set-empty", "degraded", "jump.vmss"),
  prod("appliances-not-forwarding", "broken", "route.next-hop-alive"),
  prod("dead-appliance", "broken", "route.next-hop-alive"),
  prod("firewall-deallocated", "broken", "firewall.state"),
  prod("firewall-without-aks", "broken", "firewall.aks-fqdns"),
  { ...prod("admin-rule-denies", "broken", "nsg.avnm-admin-rules"), mendedBy: "others" },
  prod("node-interface-nsg", "broken", "nsg.node-egress"),
  prod("api-subnet-nsg", "broken", "api.vnetint-nsg"),
  edge("nat-not-authorized", "20.50.1.9", "broken", "api.authorized-ip-egress"),
  edge("public-ranges", "20.50.9.9", "broken", "api.authorized-ip-client"),
  edge("ranges-by-tag", "20.50.9.9", "unknown"),
  prod("name-servers-shut", "broken", "nsg.node-egress"),
  prod("kubelet-shut", "broken", "nsg.intra-node"),
  prod("zone-of-another-region", "broken", "dns.zone-name"),
  prod("own-endpoint-dead", "degraded", "pe.extra-endpoint"),
  {
    ...prod("hub-spoke", "degraded"),
    symptom: `Server: 8.8.8.8 Address: 8.8.8.8#53 ** server can't find ${privateName}: NXDOMAIN`,
    mendedBy: "others",
  },
  // The whole topologies, each with one thing changed.
  at("nodes-without-nat", "shop-live", "broken", "egress.outbound-consistent"),
  at("resolver-unlinked", "pay-core", "broken", "dns.link-resolver"),
  at("peering-shut", "claims-us", "broken", "peering.vnet-access"),
  at("line-not-shared", "ledger-uk", "degraded", "peering.gateway-transit"),
  {
    ...at("pods-unrouted", "farm-au", "degraded", "route.kubenet-table"),
    from: "20.50.70.9",
    mendedBy: "others",
  },
  prod("kms-vault-deleted", "broken", "cluster.kms-key"),
  { ...prod("kms-vault-purged", "broken", "cluster.kms-key"), mendedBy: "others" },
  prod("kms-vault-closed", "broken", "cluster.kms-key"),
  prod("network-encrypted", "broken", "api.vnetint-network"),
  { ...prod("platform-incident", "broken", "cluster.resource-health"), mendedBy: "others" },
  { ...prod("cluster-deleted", "broken", "cluster.exists"), id: prodId, mendedBy: "others" },
  {
    ...prod("certificates-rotated", "degraded", "cluster.credential-stale"),
    symptom: "tls: failed to verify certificate: x509: certificate signed by unknown authority",
    mendedBy: "others",
  },
  prod("certificates-rotated", "healthy"),
  // As whom the cluster acts, and what that identity may.
  prod("subnet-role-lost", "degraded", "identity.subnet-role"),
  prod("zone-role-lost", "broken", "identity.dns-role"),
  { ...prod("principal-secret-expired", "degraded", "identity.kind"), mendedBy: "others" },
  // What keeps everybody from it in Azure, whatever their rights.
  prod("cluster-locked", "degraded", "access.locks"),
  // What the requester lacks, where their error text says so.
  {
    ...prod("kubernetes-role-missing", "degraded", "access.kubernetes-role"),
    symptom: "Error from server (Forbidden): nodes is forbidden: User alexw cannot list resource nodes",
    mendedBy: "others",
  },
  {
    ...prod("guest-at-home", "degraded", "entra.tenant"),
    symptom: "error: You must be logged in to the server (Unauthorized)",
    mendedBy: "others",
  },
  {
    ...prod("hub-spoke", "degraded", "entra.local-accounts"),
    symptom:
      "Getting static credential is not allowed because this cluster is set to disable local accounts.",
    mendedBy: "others",
  },
  { ...prod("hub-spoke", "healthy"), symptom: "exec: executable kubelogin not found" },
  {
    ...prod("run-command-not-allowed", "degraded", "invoke.permission"),
    symptom:
      "(AuthorizationFailed) The client does not have authorization to perform action 'Microsoft.ContainerService/managedClusters/runCommand/action'",
  },
  {
    ...prod("command-result-unreadable", "degraded", "invoke.permission"),
    symptom:
      "(AuthorizationFailed) The client does not have authorization to perform action 'Microsoft.ContainerService/managedClusters/commandResults/read'",
  },
  prod("firewall-opens-tls", "broken", "firewall.precedence"),
  prod("nodes-kept-inside", "broken", "nsg.node-egress"),
  prod("routes-without-default", "broken", "route.default"),
  prod("outbound-rule-deleted", "broken", "egress.lb-outbound"),
  edge("snat-ports-exhausted", "20.50.1.9", "degraded", "egress.lb-outbound"),
  prod("pool-blocks-pool", "broken", "nsg.intra-node"),
  prod("kubenet-table-detached", "broken", "route.kubenet-table"),
  prod("system-pool-empty", "broken", "pool.system-ready"),
  prod("user-pool-stopped", "degraded", "pool.power"),
  { ...prod("api-subnet-full", "broken", "api.vnetint-subnet"), mendedBy: "others" },
  { ...prod("node-subnet-full", "degraded", "pool.subnet-ip-free"), mendedBy: "others" },
  {
    ...prod("policy-denies-command", "degraded", "invoke.policy"),
    symptom:
      '(KubernetesOperationError) Failed to run command due to kubernetes failure. details: admission webhook "validation.gatekeeper.sh" denied the request',
    mendedBy: "others",
  },
  // Nothing is broken that could be read.
  prod("hub-not-readable", "unknown"),
  prod("hub-role-not-activated", "unknown"),
  // What a virtual hub routes, nobody reads.
  prod("virtual-wan", "unknown"),
];

/** Names of all scenario files, so that none is forgotten in the table. */
export const scenarioNames = (): readonly string[] =>
  readdirSync(`${import.meta.dirname}/../simulator/scenarios`)
    .filter((file) => file.endsWith(".json"))
    .map((file) => file.replace(/\.json$/, ""));

/** `diagnose prod-1`, as it is typed in chat. */
export const questionOf = ({ cluster, id = cluster, from, symptom }: ScenarioRow): string =>
  [
    `diagnose ${id}`,
    ...(from === undefined ? [] : [`from ${from}`]),
    ...(symptom === undefined ? [] : [`with "${symptom.replaceAll('"', "'")}"`]),
  ].join(" ");

/** What the requester tells of themselves. */
export const clientOf = ({ from, symptom }: ScenarioRow): Client => ({
  ...(from === undefined ? {} : { ip: from }),
  ...(symptom === undefined ? {} : { symptom }),
});
