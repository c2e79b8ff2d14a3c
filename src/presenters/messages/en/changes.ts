// What was changed, by whom and when, from the activity log.
import { type ChangedType, deedOf, type Verb } from "../../../core/finding/operation.ts";
import { isPerson } from "../../../core/finding/recent-changes.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";

const kinds: Readonly<Record<ChangedType, string>> = {
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
  "microsoft.network/dnsforwardingrulesets/virtualnetworklinks": "network link of a DNS forwarding ruleset",
  "microsoft.network/expressroutecircuits": "ExpressRoute circuit",
  "microsoft.network/expressroutecircuits/peerings": "peering of an ExpressRoute circuit",
  "microsoft.network/firewallpolicies": "firewall policy",
  "microsoft.network/firewallpolicies/rulecollectiongroups": "firewall rules",
  "microsoft.network/ipgroups": "IP group",
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
  "microsoft.network/privateendpoints/privatednszonegroups": "DNS zone group of a private endpoint",
  "microsoft.network/publicipaddresses": "public IP address",
  "microsoft.network/routetables": "route table",
  "microsoft.network/routetables/routes": "route",
  "microsoft.network/virtualhubs": "virtual hub",
  "microsoft.network/virtualhubs/hubroutetables": "route table of a virtual hub",
  "microsoft.network/virtualhubs/hubvirtualnetworkconnections": "hub connection",
  "microsoft.network/virtualnetworkgateways": "network gateway",
  "microsoft.network/virtualnetworks": "network",
  "microsoft.network/virtualnetworks/subnets": "subnet",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": "peering",
  "microsoft.compute/virtualmachines": "virtual machine",
  "microsoft.compute/virtualmachinescalesets": "scale set",
  "microsoft.authorization/roleassignments": "role assignment",
};

const deeds: Readonly<Record<Verb, string>> = {
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

/** `peering hub-to-aks of vnet-hub`; a role assignment's own name is a GUID, so only what it is on is named. */
export function whatOf(kind: ChangedType | null, resourceId: string): string {
  const [scope = "", role] = resourceId.split(/\/providers\/Microsoft\.Authorization\/roleAssignments\//i);
  if (role !== undefined) return `role assignment on ${nameOf(scope)}`;
  const segments = withoutTrailing(resourceId, "/").split("/");
  const isChild = (/\/providers\/(.*)$/i.exec(resourceId)?.[1]?.split("/").length ?? 0) > 3;
  return `${kind === null ? "resource" : (kinds[kind] ?? "resource")} ${nameOf(resourceId)}${isChild ? ` of ${segments.at(-3)}` : ""}`;
}

const whoOf = ({ caller }: ResourceChange): string => {
  if (caller === undefined || caller === "") return "";
  return isPerson(caller) ? ` by ${caller}` : ` by application ${caller}`;
};

/** `deleted peering hub-to-aks of vnet-hub by megan@contoso.example`. */
export function sayChange(change: ResourceChange): string {
  const deed = deedOf(change.operation);
  return `${deeds[deed?.verb ?? "write"]} ${whatOf(deed?.type ?? null, change.resourceId)}${whoOf(change)}`;
}

/** `2026-11-25 06:12 UTC`; what Azure wrote where that is no time. */
export const timeOf = (time: string): string => {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds)
    ? time
    : `${new Date(milliseconds).toISOString().slice(0, 16).replace("T", " ")} UTC`;
};

export const timeText = ({ time }: ResourceChange): string => timeOf(time);

export const sayChangeAt = (change: ResourceChange): string => `${timeText(change)}  ${sayChange(change)}`;

export const changeTexts = { sayChange };
