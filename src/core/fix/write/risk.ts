// What the lines of a fix cost or change besides, as data: an id for each thing that is said, and its values.

/** `group`: a security group that AKS keeps. */
type RuleRisk = Readonly<
  | { is: "addressLetIn" }
  | { is: "apiOpened" }
  | { is: "bastionNeedsOpened" }
  | { is: "flowOpened"; protocol: "Tcp" | "Udp"; port: number; source: string; destination: string }
  /** `machine`: whose port is opened until then. */
  | { is: "windowOpened"; machine: string; port: number; source: string; until: string }
  /** It had the first number that Azure takes, or all before it are taken. */
  | { is: "ruleMoved"; rule: string; group: string; from: number; to: number }
  | { is: "rulesRemoved"; rules: readonly string[]; group: string }
>;

type FirewallRisk = Readonly<
  | { is: "firewallAllocated" }
  | { is: "firewallLetsConnection"; sources: readonly string[] }
  | { is: "firewallLetsNames"; tag: string; sources: readonly string[] }
  | { is: "sourcesTranslated" }
  | { is: "proxyEnabled" }
  | { is: "proxyEnabledByPolicy" }
>;

/** `table`: a route table. */
type RouteRisk = Readonly<
  | { is: "routedToGateway"; prefix: string; table: string }
  | { is: "routeRemoved" }
  | { is: "leavesByRoute" }
  | { is: "tableApplies" }
  | { is: "interfaceForwards" }
>;

/** `network`: of whose half nothing is known. */
type PeeringRisk = Readonly<
  | { is: "clientsDrop" }
  | { is: "forwardedLetIn" }
  | { is: "networkDecrypted" }
  | { is: "networksJoined" }
  | { is: "peeringMade" }
  | { is: "peeringLeftover"; network: string }
  | { is: "rangesSynced" }
  | { is: "privatePeeringOn" }
  | { is: "transitOpened" }
  | { is: "tunnelsDrop" }
>;

type EgressRisk = Readonly<
  | { is: "leavesByNatGateway" }
  | { is: "natGatewayCosts" }
  | { is: "natGatewayReaddressed" }
  | { is: "natGatewayReapplied" }
  | { is: "portsShared" }
>;

type NameRisk = Readonly<
  | { is: "linkAdded" }
  | { is: "linkRemade" }
  | { is: "serversOfNetwork" }
  | { is: "recordAdded" }
  | { is: "recordChanged" }
  | { is: "registeredNamesGone" }
  | { is: "zoneMade" }
  | { is: "zoneAdded" }
>;

type ClusterRisk = Readonly<
  | { is: "apiAddressMayMove" }
  | { is: "apiNamePublic" }
  | { is: "apiOpenedToAddress" }
  | { is: "apiOpenedToEgress" }
  | { is: "apiSubnetDelegated" }
  | { is: "certificatesRotated" }
  | { is: "clusterReapplied" }
  | { is: "commandsEnabled" }
  | { is: "endpointApproved" }
  | { is: "endpointMoved" }
  | { is: "nodeCosts" }
  | { is: "nodesCost" }
  | { is: "upgradesOneByOne" }
>;

type KeyRisk = Readonly<{ is: "vaultRecovered" } | { is: "vaultOpened" }>;

type DoorRisk = Readonly<
  | { is: "bastionRouted" }
  | { is: "bastionUpdated" }
  | { is: "bastionStandardCosts" }
  | { is: "containersCost" }
  | { is: "machineCosts" }
  | { is: "machineRestarted" }
  | { is: "providerRegistered" }
  | { is: "relayApproved" }
  | { is: "subnetLetIn" }
  | { is: "serviceEndpointAdded" }
>;

type RightRisk = Readonly<
  | { is: "adminToo" }
  /** `on`: what it goes on keeping from being deleted. */
  | { is: "lockLoosened"; on: string }
  /** `role`: that the cluster's identity gets. */
  | { is: "identityGranted"; role: string }
  | { is: "kubeconfigGranted" }
  | { is: "kubeconfigReplaced" }
  | { is: "kubernetesReadable" }
  | { is: "machineShown" }
  | { is: "scopesShown" }
  | { is: "desktopGranted" }
  | { is: "serviceGranted" }
>;

/** Of lines for kubectl. */
type InsideRisk = Readonly<
  { is: "nodesTakePods" } | { is: "podsReplaced" } | { is: "policiesDeleted"; policies: readonly string[] }
>;

export type FixRisk =
  | RuleRisk
  | FirewallRisk
  | RouteRisk
  | PeeringRisk
  | EgressRisk
  | NameRisk
  | ClusterRisk
  | KeyRisk
  | DoorRisk
  | RightRisk
  | InsideRisk;
