// Why something could not be read: one sentence, and where what leads to it was not read, two.
import type {
  LeftOut,
  NoAddress,
  NotAnswered,
  NotAsked,
  NotFollowed,
  WhyUnread,
} from "../../../core/snapshot/why-unread.ts";
import type { unreadTexts as en } from "../en/unread.ts";
import { type Says, say } from "../says.ts";
import { whyRefused } from "./refused-by-azure.ts";
import { blockedParts, sayOneOf, sayResource, saySubject } from "./subjects.ts";
import { accusative, and, counted } from "./words.ts";

const oddForm = "Azure beschreibt es in einer Form, die hier nicht bekannt ist.";

const takeOrTakes = counted("{it, plural, one {nimmt} other {nehmen}}");

export const notAnswered: Says<NotAnswered> = {
  refused: ({ what, failure }) => `Nicht zu lesen: ${saySubject(what)}. ${whyRefused(failure)}`,
  oddForm: ({ what }) => `Nicht zu lesen: ${saySubject(what)}. ${oddForm}`,
  oddItem: ({ what, name }) =>
    `Nicht zu lesen: ${name ?? "etwas ohne Namen"} (Liste: ${saySubject(what)}). ${oddForm}`,
  oddConnection: () => "Azure hat eine Gatewayverbindung in unbekannter Form aufgeführt.",
  unsaid: ({ what }) => `Azure nennt ${accusative(saySubject(what))} nicht.`,
  tooSlow: ({ what }) => `Azure hat zu lange gebraucht für ${accusative(saySubject(what))}.`,
  networkCutShort: ({ network }) =>
    `Azure hat das virtuelle Netzwerk ${network} ohne Adressraum, Subnetze oder Peerings geliefert.`,
  scaleSetCutShort: ({ scaleSet }) =>
    `Azure hat die Skalierungsgruppe ${scaleSet} ohne ihre Netzwerkschnittstellen geliefert.`,
  noNetworkInGroup: ({ group }) => `Die Ressourcengruppe ${group} enthält kein virtuelles Netzwerk.`,
  noZoneInGroup: ({ group }) =>
    `Die Ressourcengruppe ${group} enthält keine private DNS-Zone für den API-Server.`,
  referenceGone: ({ of, id, group }) =>
    `${sayResource(of)} ${id} ist genannt, liegt aber nicht in der Ressourcengruppe ${group}.`,
};

export const leftOut: Says<LeftOut> = {
  groupsSkipped: ({ groups, read }) =>
    `In diesen Netzwerken stehen virtuelle Maschinen aus ${groups} weiteren Ressourcengruppen; angesehen wurden ${read}.`,
  poolsSkipped: ({ pools, read }) => `Von ${pools} Hostpools wurden ${read} angesehen.`,
  peersSkipped: ({ peers, read, left }) =>
    `Das Netzwerk des Clusters hat Peerings mit ${peers} Netzwerken; die ${read} wahrscheinlichsten wurden gelesen, ${left} nicht.`,
  connectionsSkipped: ({ read }) => `Nur die ersten ${read} Verbindungen der Gateways wurden gelesen.`,
  machinesSkipped: ({ asked }) =>
    `Nur die ${asked} wahrscheinlichsten virtuellen Maschinen werden nach ihrem Betriebszustand gefragt.`,
};

export const notAsked: Says<NotAsked> = {
  blocked: ({ what, cause }) => `Nicht gesucht: ${blockedParts[what]}. ${sayUnread(cause)}`,
  notAnId: ({ of, id }) => `„${id}“ taugt nicht als ID für ${sayOneOf(of)}.`,
  overVirtualHub: () =>
    "Vom Netzwerk des Clusters führt ein Hub von Virtual WAN weiter, den niemand lesen darf; Wege über Virtual WAN sind noch nicht bewertet.",
  noBastionHost: () => "Kein Bastion-Host verlangt diese Berechtigungen.",
  containersTakeNoSsh: () => "Container, die kein SSH annehmen, werden nicht gefragt, ob sie laufen.",
  addressesDoNotMatter: () =>
    "Belegte Adressen werden nicht gezählt: Das von AKS erstellte Netzwerk hat mehr Platz, als die Nodes füllen können.",
  noPolicyAddon: () => "Der Cluster hat kein Add-on von Azure Policy.",
  noPrivateName: () =>
    "Der Cluster nennt keine private Adresse seines API-Servers; ein gestoppter Cluster hat keine.",
  zoneHoldsNot: ({ zone, name }) => `Die Zone ${zone} kann den Namen ${name} nicht enthalten.`,
  nameIsPublic: () => "Der API-Server ist öffentlich: Sein Name steht im öffentlichen DNS.",
  clusterWithoutZone: () =>
    "Der Cluster hat keine private DNS-Zone („none“): Sein öffentlicher Name führt zur privaten Adresse.",
  endpointOfPublic: () => "Der API-Server ist öffentlich: Er hat keinen privaten Endpunkt.",
  endpointOfIntegrated: () =>
    "Der API-Server steht im virtuellen Netzwerk selbst: Er hat keinen privaten Endpunkt.",
};

export const notFollowed: Says<NotFollowed> = {
  notRead: ({ what }) => `Nicht gelesen: ${saySubject(what)}.`,
  resourceNotRead: ({ name }) => `Nicht gelesen: ${name}.`,
  connectionEndNotRead: () => "Wohin eine Verbindung führt, wurde nicht gelesen.",
  apiPlaceNotRead: () => "Wo der API-Server steht, wurde nicht gelesen.",
  networkNotPeered: ({ network }) =>
    `Das Netzwerk ${network} hat kein Peering mit dem des Clusters und wurde nicht gelesen.`,
  bastionNowhere: ({ bastion }) => `Azure nennt nicht, in welchem Netzwerk ${bastion} steht.`,
  bastionNotHeld: ({ network }) =>
    `${network} hat ein Subnetz für Bastion, aber keine gelesene Ressourcengruppe enthält den Host dazu.`,
  gatewayNowhere: ({ gateway }) => `Azure nennt nicht, in welchem Netzwerk das Gateway ${gateway} steht.`,
  gatewayOfType: ({ gateway, type }) =>
    `Azure nennt als Typ des Gateways ${gateway} „${type}“; das ist hier nicht bekannt.`,
  mayOwnAddress: ({ name, subnet }) => `${name} in ${subnet} wurde nicht gelesen und kann die Adresse haben.`,
  stateUnknown: ({ state }) => `Der Zustand ist „${state}“.`,
  connectionStateUnknown: ({ state }) => `Der Zustand der Verbindung ist „${state}“.`,
  nobodyBehind: ({ balancer }) => `${balancer} nennt keine Maschine dahinter.`,
  nobodyReadBehind: ({ balancer, address }) =>
    `Nichts Gelesenes hat die Adresse ${address} hinter ${balancer}.`,
  notAllForward: ({ balancer, machines }) =>
    `Hinter ${balancer} ${takeOrTakes(machines.length)} ${and(machines)} keine Pakete für andere an (IP-Weiterleitung ist aus), und ${balancer} kann dorthin schicken.`,
  scaleSetBehind: ({ balancer }) =>
    `Hinter ${balancer} steht eine Skalierungsgruppe, und ob sie läuft, wird nicht gelesen.`,
  interfaceBehind: ({ balancer, name }) =>
    `Die Schnittstelle ${name} hinter ${balancer} wurde nicht gelesen.`,
  proxyOfParent: ({ firewall }) =>
    `Ob ${firewall} aus der übergeordneten Richtlinie einen DNS-Proxy hat, wurde nicht gelesen.`,
  ownAncestor: ({ policy }) => `Die Firewallrichtlinie ${policy} ist sich selbst übergeordnet.`,
};

export const noAddress: Says<NoAddress> = {
  endpointWithoutAddress: () => "Der private Endpunkt hat keine Adresse.",
  balancerWithoutAddress: () => "Der interne Load Balancer des API-Servers hat keine Adresse.",
  zoneWithoutAddress: () => "Die Zone enthält keine Adresse des API-Servers.",
  publicIpWithoutAddress: ({ name }) => `Die öffentliche IP-Adresse ${name} hat keine Adresse.`,
  firewallWithoutAddress: ({ firewall }) => `Die Firewall ${firewall} nennt keine öffentliche Adresse.`,
  applianceAddressUnread: ({ ip }) => `Die öffentliche Adresse der Appliance unter ${ip} wird nicht gelesen.`,
  routeAddressUnread: ({ route, nextHopType }) =>
    `Die Standardroute ${route} führt zu ${nextHopType}; die öffentliche Adresse dort wird nicht gelesen.`,
  wayOutUnknown: ({ subnet }) =>
    `Wie Nodes im Subnetz ${subnet} aus dem Netzwerk hinausgehen, ist nicht bekannt.`,
};

export const whyUnread: Says<WhyUnread> = {
  ...notAnswered,
  ...leftOut,
  ...notAsked,
  ...notFollowed,
  ...noAddress,
};

export const sayUnread = (why: WhyUnread): string => say(whyUnread, why);

export const unreadTexts: typeof en = { sayUnread };
