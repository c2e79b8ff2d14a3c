// What is asked of Azure, as it stands after "Could not read " or "Azure does not say ".
import type { GroupListKind, ResourceKind } from "../../../core/snapshot/subject.ts";
import type { BlockedPart } from "../../../core/snapshot/why-unread.ts";
import { type SubjectWords, subjectSpeech } from "../speech/subjects.ts";
import { upperFirst } from "./words.ts";

export const resources: Readonly<Record<ResourceKind, string>> = {
  cluster: "der Cluster",
  expressRouteCircuit: "die ExpressRoute-Leitung",
  expressRoutePort: "der ExpressRoute-Port",
  firewallPolicy: "die Firewallrichtlinie",
  ipGroup: "die IP-Gruppe",
  loadBalancer: "der Load Balancer",
  localNetworkGateway: "das lokale Netzwerkgateway",
  natGateway: "das NAT-Gateway",
  networkSecurityGroup: "die NSG",
  privateDnsZone: "die private DNS-Zone",
  publicIpAddress: "die öffentliche IP-Adresse",
  publicIpPrefix: "das öffentliche IP-Präfix",
  routeTable: "die Routingtabelle",
  virtualNetwork: "das virtuelle Netzwerk",
};

export const groupLists: Readonly<Record<GroupListKind, string>> = {
  activityLog: "das Aktivitätsprotokoll",
  bastionHosts: "die Bastion-Hosts",
  containerGroups: "die Container",
  dnsResolvers: "die DNS-Resolver",
  dnsRulesets: "die DNS-Weiterleitungsregelsätze",
  firewalls: "die Firewalls",
  gatewayConnections: "die Gatewayverbindungen",
  jitPolicies: "die Richtlinien für Just-in-time-Zugriff",
  keyVaults: "die Key Vaults",
  loadBalancers: "die Load Balancer",
  natGateways: "die NAT-Gateways",
  networkInterfaces: "die Netzwerkschnittstellen",
  networkProfiles: "die Netzwerkprofile",
  networkSecurityGroups: "die NSGs",
  privateDnsZones: "die privaten DNS-Zonen",
  privateEndpoints: "die privaten Endpunkte",
  publicIpAddresses: "die öffentlichen IP-Adressen",
  relays: "die Relay-Namespaces",
  routeTables: "die Routingtabellen",
  scaleSets: "die Skalierungsgruppen",
  storageAccounts: "die Speicherkonten",
  virtualNetworkGateways: "die Gateways für virtuelle Netzwerke",
  virtualNetworks: "die virtuellen Netzwerke",
};

export const others: SubjectWords["others"] = {
  addressesInUse: (name) => `die belegten Adressen in ${name}`,
  adminRules: (name) => `die Regeln des Netzwerkmanagers für ${name}`,
  bastionSubnet: (name) => `das Subnetz des Bastion-Hosts ${name}`,
  hubConnections: (name) => `die Netzwerke am virtuellen Hub ${name}`,
  virtualHubs: (name) => `die virtuellen Hubs des Abonnements ${name}`,
  bgpPeers: (name) => `die BGP-Sitzungen des Gateways ${name}`,
  circuitTraffic: (name) => `der Verkehr auf der Leitung ${name}`,
  connectionState: (name) => `der Zustand der Verbindung ${name}`,
  connectionsOfGateway: (name) => `die Verbindungen des Gateways ${name}`,
  containersRun: (name) => `der Zustand der Container von ${name}`,
  firewallRules: (name) => `die Regeln der Firewallrichtlinie ${name}`,
  maintenance: (name) => `die geplante Wartung von ${name}`,
  machinesOf: (name) => `die Maschinen der Skalierungsgruppe ${name}`,
  policyDefinition: (name) => `die Definition der Richtlinie ${name}`,
  powerState: (name) => `der Betriebszustand der virtuellen Maschine ${name}`,
  provider: (name) => `der Ressourcenanbieter ${name}`,
  roleAssignments: (name) => `die Rollenzuweisungen auf ${name}`,
  rulesetLinks: (name) => `die Verknüpfungen des DNS-Weiterleitungsregelsatzes ${name}`,
  scaleSetInstances: (name) => `die Instanzen der Skalierungsgruppe ${name}`,
  scaleSetInterfaces: (name) => `die Netzwerkschnittstellen der Skalierungsgruppe ${name}`,
  rulesetRules: (name) => `die Regeln des DNS-Weiterleitungsregelsatzes ${name}`,
  sessionHosts: (name) => `die Sitzungshosts von ${name}`,
  zoneLinks: (name) => `die Verknüpfungen der privaten DNS-Zone ${name}`,
  zoneRecords: (name) => `die Einträge der privaten DNS-Zone ${name}`,
  clusterHealth: () => "die Integrität des Clusters auf der Plattform",
  desktopGroups: () => "die Anwendungsgruppen von Azure Virtual Desktop",
  endpointConnections: () => "die privaten Endpunktverbindungen des Clusters",
  hostPools: () => "die Hostpools von Azure Virtual Desktop",
  inboundEndpoints: () => "die eingehenden Endpunkte eines DNS-Resolvers",
  networkManagers: () => "die Netzwerkmanager",
  permissions: () => "deine Berechtigungen",
  policyAssignments: () => "die Richtlinien, die dem Cluster zugewiesen sind",
  subscriptions: () => "deine Abonnements",
  aRecord: (name) => `der A-Eintrag von ${name}`,
  record: (name) => `der Eintrag ${name}`,
  clustersOfSubscription: (name) => `die Cluster des Abonnements ${name}`,
  deletedVaults: (name) => `die gelöschten Key Vaults des Abonnements ${name}`,
  vaultsOfSubscription: (name) => `die Key Vaults des Abonnements ${name}`,
  zonesOfSubscription: (name) => `die privaten DNS-Zonen des Abonnements ${name}`,
  identityRoles: (name) => `die Rollen der Identität des Clusters auf ${name}`,
  gatewayIn: (name) => `das Gateway in ${name}`,
  network: (name) => `das Netzwerk ${name}`,
};

export const saySubject = subjectSpeech({
  resources,
  resource: (called, name) => `${called} ${name}`,
  groupLists,
  groupList: (called, group) => `${called} der Ressourcengruppe ${group}`,
  others,
});

/** What begins with "der" is one of masculine gender, all of them nouns without an adjective. */
export const accusative = (nominative: string): string => nominative.replace(/^der /, "den ");

/** In the accusative: what an id is to be of. */
export const sayOneOf = (kind: ResourceKind): string => accusative(resources[kind]);

/** As it stands before a name at the beginning of a sentence. */
export const sayResource = (kind: ResourceKind): string => upperFirst(resources[kind]);

/** What was not looked for, behind a colon. */
export const blockedParts: Readonly<Record<BlockedPart, string>> = {
  apiRecord: "der A-Eintrag des API-Servers",
  bastionHosts: "Bastion-Hosts",
  clusterNetwork: "das virtuelle Netzwerk des Clusters",
  clusterPeers: "Netzwerke mit Peering zu dem des Clusters",
  connections: "Gatewayverbindungen",
  containerGroups: "Container",
  dnsResolvers: "DNS-Resolver",
  dnsRulesets: "DNS-Weiterleitungsregelsätze",
  endpoint: "der private Endpunkt des API-Servers",
  endpointConnections: "private Endpunktverbindungen",
  endpointInterface: "die Netzwerkschnittstelle des privaten Endpunkts",
  firewalls: "Firewalls",
  inPeeredNetworks: "was in den Netzwerken mit Peering liegt",
  interfaceOfEndpoint: "die Netzwerkschnittstelle des Endpunkts",
  jitPolicies: "Richtlinien für Just-in-time-Zugriff",
  keyVaults: "Key Vaults",
  loadBalancers: "Load Balancer",
  maintenance: "geplante Wartung",
  machines: "virtuelle Maschinen als Zwischenstation",
  networkProfiles: "Netzwerkprofile",
  nodeInstances: "die Maschinen der Skalierungsgruppen der Nodes",
  nodeInterfaces: "die Netzwerkschnittstellen der Nodes",
  otherZones: "andere private DNS-Zonen",
  peerNetworks: "Netzwerke mit Peering",
  policyAssignments: "Richtlinien, die dem Cluster zugewiesen sind",
  recentChanges: "letzte Änderungen",
  scaleSets: "die Skalierungsgruppen der Nodes",
  sessionHosts: "Sitzungshosts",
  desktopGroups: "Anwendungsgruppen von Desktops",
  shellParts: "was Cloud Shell in einem Netzwerk braucht",
  usedAddresses: "die belegten Adressen",
  virtualNetworkGateways: "Gateways für virtuelle Netzwerke",
  zone: "die private DNS-Zone",
  zoneLinks: "die Verknüpfungen der privaten DNS-Zone",
};
