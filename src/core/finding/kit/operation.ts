// Operations of the activity log: which kinds of resource can lie on the way to an API server, and what was done to
// them. `Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete` deleted a peering.

/** By provider and type, in lower case. A kind that is not here never keeps anyone from an API server. */
const types = [
  "microsoft.containerservice/managedclusters",
  "microsoft.containerservice/managedclusters/agentpools",
  "microsoft.containerservice/managedclusters/privateendpointconnections",
  "microsoft.network/azurefirewalls",
  "microsoft.network/bastionhosts",
  "microsoft.network/connections",
  "microsoft.network/connections/sharedkey",
  "microsoft.network/dnsforwardingrulesets",
  "microsoft.network/dnsforwardingrulesets/forwardingrules",
  "microsoft.network/dnsforwardingrulesets/virtualnetworklinks",
  "microsoft.network/dnsresolvers",
  "microsoft.network/dnsresolvers/inboundendpoints",
  "microsoft.network/expressroutecircuits",
  "microsoft.network/expressroutecircuits/peerings",
  "microsoft.network/firewallpolicies",
  "microsoft.network/firewallpolicies/rulecollectiongroups",
  "microsoft.network/ipgroups",
  "microsoft.network/localnetworkgateways",
  "microsoft.network/loadbalancers",
  "microsoft.network/natgateways",
  "microsoft.network/networkinterfaces",
  "microsoft.network/networksecuritygroups",
  "microsoft.network/networksecuritygroups/securityrules",
  "microsoft.network/privatednszones",
  "microsoft.network/privatednszones/a",
  "microsoft.network/privatednszones/virtualnetworklinks",
  "microsoft.network/privateendpoints",
  "microsoft.network/privateendpoints/privatednszonegroups",
  "microsoft.network/publicipaddresses",
  "microsoft.network/routetables",
  "microsoft.network/routetables/routes",
  "microsoft.network/virtualhubs",
  "microsoft.network/virtualhubs/hubroutetables",
  "microsoft.network/virtualhubs/hubvirtualnetworkconnections",
  "microsoft.network/virtualnetworkgateways",
  "microsoft.network/virtualnetworks",
  "microsoft.network/virtualnetworks/subnets",
  "microsoft.network/virtualnetworks/virtualnetworkpeerings",
  "microsoft.compute/virtualmachines",
  "microsoft.compute/virtualmachinescalesets",
  "microsoft.authorization/roleassignments",
] as const;

const verbs = [
  "write",
  "delete",
  "start",
  "stop",
  "restart",
  "deallocate",
  "poweroff",
  "redeploy",
  "abort",
  "reset",
  "rotateclustercertificates",
  "rotateserviceaccountsigningkeys",
  "resetserviceprincipalprofile",
  "resetaadprofile",
  "upgradenodeimageversion",
] as const;

export type ChangedType = (typeof types)[number];
export type Verb = (typeof verbs)[number];
export type Deed = Readonly<{ verb: Verb; type: ChangedType }>;

/**
 * What an operation did to which kind of resource. Null for kinds beside the way, and for actions that change nothing:
 * reading a credential, joining a subnet, running a command.
 */
export function deedOf(operation: string): Deed | null {
  const segments = operation.toLowerCase().split("/");
  const isAction = segments.at(-1) === "action";
  const last = segments.at(isAction ? -2 : -1);
  const path = segments.slice(0, isAction ? -2 : -1).join("/");
  const verb = verbs.find((each) => each === last);
  const type = types.find((each) => each === path);
  return verb === undefined || type === undefined ? null : { verb, type };
}
