// What was changed, by whom and when, from the activity log.
import type { ChangedType } from "../../../core/finding/operation.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { utc } from "../../time.ts";
import { type ChangeWords, changeSpeech } from "../speech/changes.ts";

export const kinds: Readonly<Record<ChangedType, string>> = {
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

export const deeds: ChangeWords["deeds"] = {
  write: (thing) => `changed ${thing}`,
  delete: (thing) => `deleted ${thing}`,
  start: (thing) => `started ${thing}`,
  stop: (thing) => `stopped ${thing}`,
  restart: (thing) => `restarted ${thing}`,
  deallocate: (thing) => `deallocated ${thing}`,
  poweroff: (thing) => `powered off ${thing}`,
  redeploy: (thing) => `redeployed ${thing}`,
  abort: (thing) => `aborted the operation of ${thing}`,
  reset: (thing) => `reset ${thing}`,
  rotateclustercertificates: (thing) => `rotated the certificates of ${thing}`,
  rotateserviceaccountsigningkeys: (thing) => `rotated the signing keys of ${thing}`,
  resetserviceprincipalprofile: (thing) => `reset the service principal of ${thing}`,
  resetaadprofile: (thing) => `reset the Entra integration of ${thing}`,
  upgradenodeimageversion: (thing) => `upgraded the node image of ${thing}`,
};

export const { sayChanged, sayChange } = changeSpeech({
  kinds,
  resource: "resource",
  deeds,
  roleAssignment: (on) => `role assignment on ${on}`,
  thing: (kind, name, of) => `${kind} ${name}${of === "" ? "" : ` of ${of}`}`,
  by: (done, name, isPerson) => `${done} by ${isPerson ? "" : "application "}${name}`,
});

export const timeOf = utc;

export const timeText = ({ time }: ResourceChange): string => timeOf(time);

export const changeTexts = { sayChange };
