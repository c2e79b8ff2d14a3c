// What the lines of a fix cost or change besides, a sentence or two each.
import type { FixRisk } from "../../../core/fix/write/risk.ts";
import type { Says } from "../says.ts";

const rulesDeny = (rules: readonly string[]): string =>
  rules.length === 1 ? `the rule ${rules[0]} denies` : `the rules ${rules.join(" and ")} deny`;

export const risks: Says<FixRisk> = {
  addressLetIn: () => "Lets this address open sessions through Bastion, and no other.",
  apiOpened: () => "Opens TCP 443 to the API server's address only.",
  bastionNeedsOpened: () => "Opens what Bastion needs, as Azure's page lists it, and nothing else.",
  flowOpened: ({ protocol, port, source, destination }) =>
    `Opens ${protocol.toUpperCase()} ${port} from ${source} to ${destination} only.`,
  windowOpened: ({ machine, port, source, until }) =>
    `Opens TCP ${port} of ${machine} to ${source} until ${until}.`,
  rulesRemoved: ({ rules, group }) =>
    `All that ${rulesDeny(rules)} gets through again. AKS manages ${group} and may put its own rules back.`,

  firewallAllocated: () =>
    "Takes about ten minutes and costs money again. The public address is a new one: name the old one instead where somebody has it on a list. Compare the private address with the routes afterwards.",
  firewallReapplied: () => "Applies the firewall's own settings again; connections through it may be cut.",
  firewallLetsConnection: ({ sources }) =>
    `Lets this one connection through the firewall, from ${sources.join(", ")} only.`,
  firewallLetsNames: ({ tag, sources }) =>
    `Lets the names of ${tag} through the firewall, from ${sources.join(", ")} only.`,
  sourcesTranslated: () =>
    "Every firewall with this policy then puts its own address in front of what goes to public ones; who tells senders apart by their private addresses cannot any more.",
  proxyEnabled: () =>
    "The firewall takes some minutes to apply it, and passes questions on to its own DNS servers.",
  proxyEnabledByPolicy: () => "Every firewall with this policy then answers names.",

  routedToGateway: ({ prefix, table }) =>
    `Sends what is for ${prefix} from the subnets of ${table} to the gateway; all other routes stay.`,
  routeRemoved: () => "Traffic that this route carried takes another way; open connections on it may be cut.",
  leavesByRoute: () =>
    "All that nodes send outside takes this way from now on; open connections are cut and the public address changes.",
  tableApplies: () => "Pods on this subnet are reached again; all of the table's routes apply to it.",
  interfaceForwards: () =>
    "Azure lets the interface take packets for other addresses; the appliance decides what happens to them.",

  forwardedLetIn: () =>
    "Lets in what the other network's appliances pass on, wherever security groups allow it.",
  networksJoined: () => "Lets the two networks talk to each other wherever security groups allow it.",
  peeringMade: () => "Traffic between the two networks is down already; making the peering brings it back.",
  peeringLeftover: ({ network }) =>
    `Where ${network} holds a leftover half, Azure refuses until that is removed.`,
  networkDecrypted: () =>
    "What machines of this network send each other is no longer encrypted by Azure; ask whoever wants it to be.",
  rangesSynced: () => "Lets each network route to the other's new ranges; what is routed now stays.",
  transitOpened: () =>
    "Adds routes between the network and what is behind the gateway; VPN clients on Windows need a new profile.",
  clientsDrop: () => "Whoever is connected by point-to-site is cut off, and downloads the profile again.",
  registeredNamesGone: () => "Removes the names of machines that were registered in the zone.",
  privatePeeringOn: () => "Whatever the circuit joins by its private peering is joined again.",
  tunnelsDrop: () => "Every tunnel of the gateway drops for about a minute.",

  leavesByNatGateway: () =>
    "Nodes leave by this gateway from now on; open connections are cut and the public address changes.",
  natGatewayCosts: () => "It costs money by the hour.",
  natGatewayReaddressed: () =>
    "Gives the gateway a new public address; whoever lists the cluster's address has to add it.",
  natGatewayReapplied: () => "Applies the gateway's own settings again; open connections may be cut.",
  portsShared: () =>
    "Shares the ports out anew: connections that are open may be cut, and a new public address is to be named to whoever lists the cluster's.",

  linkAdded: () => "Adds one link and removes nothing; the name resolves after about a minute.",
  serversOfNetwork: () => "The machine keeps asking the old servers until it restarts or renews its lease.",
  linkRemade: () => "Names of the zone do not resolve in that network for a moment.",
  recordAdded: () => "Adds one record and removes nothing.",
  recordChanged: () =>
    "Changes one record, for every network that is linked to this zone; clients may keep the old answer until its time to live has passed.",
  zoneMade: () =>
    "Makes the zone with links to the cluster's network and to those that people come from; other networks need their links again.",
  zoneAdded: () =>
    "Adds a second zone and leaves the first as it is. The cluster goes on naming the first one; that cannot be changed.",

  apiAddressMayMove: () =>
    "Compute costs begin again. Starting may move the API server's address: diagnose again afterwards, and leave 15 to 30 minutes between a stop and a start.",
  apiNamePublic: () => "The name can be resolved by everyone; it leads to the private address.",
  apiOpenedToAddress: () =>
    "Opens the API server to this address as well; it takes up to two minutes. Remove the address when you are done.",
  apiOpenedToEgress: () =>
    "Opens the API server to the address that the cluster itself leaves by; it takes up to two minutes.",
  apiSubnetDelegated: () => "Azure refuses it while the subnet holds anything but API servers of AKS.",
  certificatesRotated: () =>
    "Makes every node anew: expect up to 30 minutes without an API server, and fetch the kubeconfig again afterwards.",
  clusterReapplied: () =>
    "Applies the cluster's settings again; a change that was still pending may restart nodes.",
  commandsEnabled: () =>
    "Whoever may run commands on this cluster can do so again: a decision for its owner.",
  endpointApproved: () => "Lets this endpoint carry traffic to the API server; make sure that it is yours.",
  endpointMoved: () =>
    "The new endpoint has another address: the A record that leads people of that network to the old one has to be changed as well.",
  nodeCosts: () => "The node costs money while it runs.",
  nodesCost: () => "The nodes cost money while they run.",
  upgradesOneByOne: () => "Upgrades of this pool take longer: one node at a time.",

  vaultRecovered: () =>
    "Brings the vault back with its keys and rules as they were; the API server needs some minutes to read it again.",
  vaultOpened: () =>
    "Opens the vault's public address to every network; who may use its keys is decided by roles as before.",

  bastionReapplied: () =>
    "Applies the host's settings again, which takes about ten minutes and ends its sessions.",
  bastionRouted: () => "Bastion's own traffic takes Azure's routes again; the table itself stays.",
  bastionUpdated: () => "Takes about ten minutes and may end sessions.",
  bastionStandardCosts: () => "Standard costs more than Basic, and there is no way back.",
  containersCost: () => "The containers cost money while they run.",
  machineCosts: () => "The virtual machine costs money while it runs.",
  machineRestarted: () => "Ends every session on the machine.",

  providerRegistered: () => "Changes nothing that runs; it takes a minute or two.",
  relayApproved: () => "Lets this endpoint carry sessions of Cloud Shell; make sure that it is yours.",
  subnetLetIn: () => "Lets this subnet come to the storage account, and no other.",
  serviceEndpointAdded: () =>
    "Connections that the subnet has open to storage may be cut when it gets the service endpoint.",

  desktopGranted: () => "Lets you open the desktops of this group; it changes nothing in the cluster.",
  serviceGranted: () =>
    "Gives Azure's own container service these roles again, and nobody else; they hold after some minutes.",
  adminToo: () =>
    "The Cluster Admin role also gives the administrator's kubeconfig while local accounts are on; a custom role with only the two actions is tighter.",
  identityGranted: ({ role }) =>
    `Gives the cluster's identity the role ${role} there; Azure may take some minutes to apply it, so wait before the next line.`,
  kubeconfigGranted: () =>
    "Gives the user kubeconfig only; what it may do in the cluster is up to Kubernetes.",
  kubeconfigReplaced: () => "Replaces the cluster's entry in your own kubeconfig; nothing in Azure changes.",
  kubernetesReadable: () =>
    "Lets you read what namespaces hold, without secrets; it takes up to five minutes. A namespace's own id as the scope is tighter.",
  machineShown: () => "Lets you see the virtual machine, not change it.",
  scopesShown: () => "Lets you read what is there, not change it.",

  nodesTakePods: () =>
    "New pods may be put on these nodes again; make sure that nobody cordoned them for a reason.",
  podsReplaced: () => "Replaces the pods one after the other.",
  policiesDeleted: ({ policies }) =>
    `What ${policies.join(" and ")} closed is open again: keep ${policies.length === 1 ? "it" : "them"} first, with -o yaml, and ask whoever made ${policies.length === 1 ? "it" : "them"}.`,
};
