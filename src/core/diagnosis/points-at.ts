// Which findings explain what a test has shown: those are looked at first.

import type { AskedServer, ClientTestResult } from "../client/client-test-result.ts";
import type { FindingId } from "../finding/kit/finding-id.ts";

const records: readonly FindingId[] = ["dns.a-record-match", "dns.duplicate-zone", "dns.a-record-extra"];

const links: readonly FindingId[] = [
  "dns.link-client",
  "dns.link-resolver",
  "dns.private-resolver",
  "dns.custom-servers",
  "dns.a-record-present",
  "dns.zone-exists",
  "dns.zone-name",
];

/** A server that stands behind a gateway, or at home, cannot ask Azure by itself. */
const forwarding = ({ kind }: AskedServer): readonly FindingId[] =>
  kind === "private" ? ["dns.onprem-forwarding"] : [];

/** What stands on the way of a connection to the API server's private address. */
export const privateWay: readonly FindingId[] = [
  "peering.both-sides",
  "peering.state",
  "peering.vnet-access",
  "peering.sync",
  "peering.forwarded-traffic",
  "peering.gateway-transit",
  "peering.vwan-hub",
  "vpn.gateway-state",
  "vpn.connection-status",
  "vpn.bgp-peers",
  "vpn.p2s-config",
  "vpn.route-to-spoke",
  "er.circuit-provisioned",
  "er.private-peering",
  "er.gateway-connection",
  "er.bgp-routes",
  "route.api-path",
  "route.bgp-propagation",
  "firewall.network-rules",
  "firewall.precedence",
  "nsg.avnm-admin-rules",
  "nsg.client-443",
  "nsg.pe-inbound",
];

/** What stands between the nodes, with the pods on them, and the API server. */
export const nodesWay: readonly FindingId[] = [
  "api.authorized-ip-egress",
  "dns.a-record-match",
  "nsg.node-egress",
  "nsg.pe-inbound",
  "api.vnetint-nsg",
  "api.vnetint-ilb",
  "api.vnetint-network",
  "route.api-path",
  "pe.connection-approved",
  "pe.provisioning",
];

/** Where the API server answers, and takes no sign-in; whom a 403 refuses, its text says. */
const byStatus: Readonly<Record<number, readonly FindingId[]>> = {
  401: ["entra.tenant", "entra.managed-aad", "cluster.credential-stale"],
};

export function pointsAt(shown: ClientTestResult): readonly FindingId[] {
  switch (shown.is) {
    case "nameOther":
      return [...records, ...forwarding(shown.asked)];
    case "namePublic":
    case "noName":
    case "answerDropped":
      return [...links, ...forwarding(shown.asked), "cluster.power-state"];
    case "serverFails":
      return ["dns.custom-servers", "dns.private-resolver", ...links];
    case "noServer":
      return ["dns.custom-servers", "dns.private-resolver"];
    case "timedOut":
      return shown.isPrivate ? privateWay : ["api.authorized-ip-client"];
    case "insideOnly":
      return [...nodesWay, "k8s.api-endpoint", "k8s.netpol"];
    case "refused":
      return [...records, "peering.address-overlap"];
    case "reset":
    case "tlsSilent":
    case "inspected":
      return ["firewall.precedence", "cluster.resource-health"];
    case "expired":
      return ["cluster.api-certificate"];
    case "otherTenant":
      return ["entra.tenant"];
    case "otherCluster":
      return ["cluster.credential-stale"];
    case "answers":
      return byStatus[shown.status] ?? [];
    case "proxied":
    case "opens":
    case "nameRight":
    case "nameAnswered":
      return [];
  }
}
