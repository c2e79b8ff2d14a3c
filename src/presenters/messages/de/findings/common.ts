// What many findings say alike.
import type { Operation, Passage, Thing, ThingKind, WordKind } from "../../../../core/outcome/fact.ts";
import type { Permission } from "../../../../core/snapshot/permission.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { lookUp } from "../../../../core/text/look-up.ts";
import type { Common } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { absences } from "../absences.ts";
import { sayStep } from "../steps.ts";
import { sayStop } from "../stops.ts";
import { sayUnread } from "../unread.ts";
import { upperFirst } from "../words.ts";

const needText = ({ action, scope }: Permission): string => `${action} auf ${scope}`;

/** Always with the action and the scope that would settle it, where one is known and not said. */
export function withNeeds(said: string, needs: readonly Permission[]): string {
  const unsaid = needs.filter(({ action, scope }) => !said.includes(action) || !said.includes(scope));
  return withoutIds(unsaid.length === 0 ? said : `${said} Nötig ist ${unsaid.map(needText).join(" und ")}.`);
}

/** With its article: who or what it is, and whose. */
const things: Readonly<Record<ThingKind, (name: string) => readonly [is: string, of: string]>> = {
  agent: (name) => [`der Agent von ${name}`, `des Agents von ${name}`],
  apiBalancer: (name) => [
    `der Load Balancer ${name} des API-Servers`,
    `des Load Balancers ${name} des API-Servers`,
  ],
  bastion: (name) => [`der Bastion-Host ${name}`, `des Bastion-Hosts ${name}`],
  cluster: () => ["der Cluster", "des Clusters"],
  clusterBalancer: () => ["der Load Balancer des Clusters", "des Load Balancers des Clusters"],
  clusterNetwork: (name) => [
    `das Clusternetzwerk ${name}`.trimEnd(),
    `des Clusternetzwerks ${name}`.trimEnd(),
  ],
  clusterPods: () => ["die Pods des Clusters", "der Pods des Clusters"],
  clusterServices: () => ["die Services des Clusters", "der Services des Clusters"],
  endpoint: (name) => [`der private Endpunkt ${name}`.trimEnd(), `des privaten Endpunkts ${name}`.trimEnd()],
  endpointConnection: () => [
    "die Verbindung des privaten Endpunkts",
    "der Verbindung des privaten Endpunkts",
  ],
  endpointInterface: (name) => [`die Schnittstelle von ${name}`, `der Schnittstelle von ${name}`],
  endpointsSubnet: (name) => [
    `das Subnetz ${name} der privaten Endpunkte`,
    `des Subnetzes ${name} der privaten Endpunkte`,
  ],
  furtherEndpoint: (name) => [
    `der weitere private Endpunkt ${name}`,
    `des weiteren privaten Endpunkts ${name}`,
  ],
  named: (name) => [name, `von ${name}`],
  natGateway: (name) => [`das NAT-Gateway ${name}`, `des NAT-Gateways ${name}`],
  network: (name) => [`das Netzwerk ${name}`, `des Netzwerks ${name}`],
  nodesBalancer: (name) => [`der Load Balancer ${name} der Nodes`, `des Load Balancers ${name} der Nodes`],
  nodesSubnet: (name) => [`das Node-Subnetz ${name}`, `des Node-Subnetzes ${name}`],
  pool: (name) => [`der Pool ${name}`, `des Pools ${name}`],
  systemPool: (name) => [`der Systempool ${name}`, `des Systempools ${name}`],
  vpnClients: (name) => [`die Point-to-Site-Clients von ${name}`, `der Point-to-Site-Clients von ${name}`],
  vpnGateway: (name) => [`das VPN-Gateway ${name}`, `des VPN-Gateways ${name}`],
  zone: (name) => [`die private DNS-Zone ${name}`, `der privaten DNS-Zone ${name}`],
};

/** Of a kind that a newer release kept, the name alone. */
export const sayThing = ({ kind, name }: Thing): string => lookUp(things, kind)?.(name)[0] ?? name;

/** At the beginning of a sentence, where a name stays as it is. */
const sayThingFirst = (thing: Thing): string =>
  thing.kind === "named" ? thing.name : upperFirst(sayThing(thing));

/** In the genitive. */
const ofThing = ({ kind, name }: Thing): string => lookUp(things, kind)?.(name)[1] ?? `von ${name}`;

/** As what Azure does not say, and what it is. */
const wordKinds: Readonly<Record<WordKind, readonly [unsaid: string, is: string]>> = {
  health: ["den Integritätsstatus", "Integritätsstatus"],
  mode: ["den Modus", "Modus"],
  networkPolicy: ["die Netzwerkrichtlinie", "Netzwerkrichtlinie"],
  nodeProvisioning: ["den Modus der Node-Bereitstellung", "Modus der Node-Bereitstellung"],
  outboundType: ["den Ausgangstyp", "Ausgangstyp"],
  plugin: ["das Netzwerk-Plug-in", "Netzwerk-Plug-in"],
  pluginMode: ["den Plug-in-Modus", "Plug-in-Modus"],
  powerState: ["den Betriebszustand", "Betriebszustand"],
  priority: ["die Priorität", "Priorität"],
  sku: ["die SKU", "SKU"],
  state: ["den Zustand", "Zustand"],
  system: ["das System", "System"],
  zoneMode: ["die private DNS-Zone", "private DNS-Zone"],
};

/** Inside a sentence. */
export const sayOperation = ({ of, state }: Operation): string => `${sayThing(of)} steht auf ${state}`;

/** What happens to the cluster, and what to wait for. */
const passages: Readonly<Record<Passage, readonly [happens: string, wait: string]>> = {
  creating: [
    "wird gerade erstellt",
    "Warte, bis Azure Succeeded meldet, und diagnostiziere ihn dann noch einmal",
  ],
  starting: ["startet gerade", "Warte, bis Azure Succeeded meldet, und diagnostiziere ihn dann noch einmal"],
  stopping: ["wird gerade gestoppt", "Warte, bis Azure Stopped meldet; erst dann lässt er sich starten"],
  deleting: ["wird gerade gelöscht", "Was zu ihm gehört, verschwindet, und nichts davon ist ein Fehler"],
};

export const commonFacts: Says<Common> = {
  unread: ({ why, needs }) => withNeeds(sayUnread(why), needs),
  strangeWord: ({ of, kind, word }) =>
    word === ""
      ? `Azure nennt ${wordKinds[kind][0]} ${ofThing(of)} nicht.`
      : `Azure nennt als ${wordKinds[kind][1]} ${ofThing(of)} „${word}“; das ist hier nicht bekannt.`,
  changeCanceled: ({ of }) =>
    `Die letzte Änderung ${ofThing(of)} wurde abgebrochen und ist vielleicht nur halb ausgeführt.`,
  inState: ({ of, state }) => `${sayThingFirst(of)} ist im Zustand „${state}“, bis das abgeschlossen ist.`,
  passing: ({ cluster, passage }) => `${cluster} ${passages[passage].join(": ")}.`,
  notWhilePassing: ({ passage }) =>
    `Der Cluster ${passages[passage][0]}; bewertet wird das erst, wenn das abgeschlossen ist.`,
  notWhileStopped: () => "Der Cluster ist gestoppt; bewertet wird das erst, wenn er läuft.",

  apiPublic: () => "Der API-Server ist öffentlich.",
  apiInNetwork: () => "Der API-Server steht im virtuellen Netzwerk selbst und hat keinen privaten Endpunkt.",
  apiNotInNetwork: () => "Der API-Server steht nicht im virtuellen Netzwerk selbst.",
  namePublic: () => "Der API-Server ist öffentlich, sein Name auch.",
  noZone: () =>
    "Der Cluster nutzt keine private DNS-Zone: Sein öffentlicher Name führt zur privaten Adresse.",
  nodesUseAddress: () => "Die Nodes nutzen die Adresse des API-Servers und brauchen keinen Namen.",

  step: ({ step }) => sayStep(step),
  stop: sayStop,
  openStep: ({ step }) => withNeeds(sayStep(step), step.needs),
  openStop: (stop) => withNeeds(sayStop(stop), stop.step.needs),
  endsBefore: ({ step }) => `Der Weg endet schon vorher: ${sayStep(step)}`,
  noneOnTheWay: () => "Kein geprüfter Weg führt hier entlang.",
  noStart: () => "Kein Subnetz wurde gefunden, von dem aus sich der Weg verfolgen lässt.",
  startUnread: ({ bastion, needs }) =>
    withNeeds(`Das Subnetz des Bastion-Hosts ${bastion} wurde nicht gelesen.`, needs),
  startsInside: () => "Der Weg beginnt im Netzwerk des Clusters selbst.",
  noPeer: () => "Kein anderes Netzwerk hat ein Peering mit dem des Clusters.",
  networkNeeded: () => "Dafür muss bekannt sein, aus welchem Netzwerk du kommst.",

  ...absences,
};
