// Operations of the activity log in plain words: which kinds of resource can lie on the way to an API server, and what
// was done to them. `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete` is "deleted peering".
import { lookUp } from "../text/look-up.ts";

/** By provider and type, in lower case. A kind that is not here never keeps anyone from an API server. */
const kinds: Readonly<Record<string, string>> = {
  "microsoft.containerservice/managedclusters": "cluster",
  "microsoft.containerservice/managedclusters/agentpools": "node pool",
  "microsoft.containerservice/managedclusters/privateendpointconnections": "private endpoint connection",
  "microsoft.network/azurefirewalls": "firewall",
  "microsoft.network/bastionhosts": "Bastion host",
  "microsoft.network/connections": "gateway connection",
  "microsoft.network/connections/sharedkey": "shared key of gateway connection",
  "microsoft.network/dnsforwardingrulesets": "DNS forwarding ruleset",
  "microsoft.network/dnsforwardingrulesets/forwardingrules": "DNS forwarding rule",
  "microsoft.network/dnsresolvers": "DNS resolver",
  "microsoft.network/dnsresolvers/inboundendpoints": "inbound endpoint of a DNS resolver",
  "microsoft.network/expressroutecircuits": "ExpressRoute circuit",
  "microsoft.network/firewallpolicies": "firewall policy",
  "microsoft.network/firewallpolicies/rulecollectiongroups": "firewall rules",
  "microsoft.network/localnetworkgateways": "local network gateway",
  "microsoft.network/loadbalancers": "load balancer",
  "microsoft.network/natgateways": "NAT gateway",
  "microsoft.network/networkinterfaces": "network interface",
  "microsoft.network/networksecuritygroups": "security group",
  "microsoft.network/networksecuritygroups/securityrules": "security rule",
  "microsoft.network/privatednszones": "private DNS zone",
  "microsoft.network/privatednszones/a": "A record",
  "microsoft.network/privatednszones/virtualnetworklinks": "DNS zone link",
  "microsoft.network/privateendpoints": "private endpoint",
  "microsoft.network/publicipaddresses": "public IP address",
  "microsoft.network/routetables": "route table",
  "microsoft.network/routetables/routes": "route",
  "microsoft.network/virtualnetworkgateways": "network gateway",
  "microsoft.network/virtualnetworks": "network",
  "microsoft.network/virtualnetworks/subnets": "subnet",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": "peering",
  "microsoft.compute/virtualmachines": "virtual machine",
  "microsoft.authorization/roleassignments": "role assignment",
};

const deeds: Readonly<Record<string, string>> = {
  write: "changed",
  delete: "deleted",
  start: "started",
  stop: "stopped",
  restart: "restarted",
  deallocate: "deallocated",
  poweroff: "powered off",
  redeploy: "redeployed",
  abort: "aborted the operation of",
  reset: "reset",
  rotateclustercertificates: "rotated the certificates of",
  rotateserviceaccountsigningkeys: "rotated the signing keys of",
  resetserviceprincipalprofile: "reset the service principal of",
  resetaadprofile: "reset the Entra integration of",
  upgradenodeimageversion: "upgraded the node image of",
};

export type Deed = Readonly<{ verb: string; done: string; kind: string }>;

/**
 * What an operation did to which kind of resource. Null for kinds beside the way, and for actions that change nothing:
 * reading a credential, joining a subnet, running a command.
 */
export function deedOf(operation: string): Deed | null {
  const segments = operation.toLowerCase().split("/");
  const verb = segments.at(-1) === "action" ? (segments.at(-2) ?? "") : (segments.at(-1) ?? "");
  const kind = lookUp(kinds, segments.slice(0, segments.at(-1) === "action" ? -2 : -1).join("/"));
  const done = lookUp(deeds, verb);
  return kind === undefined || done === undefined ? null : { verb, done, kind };
}
