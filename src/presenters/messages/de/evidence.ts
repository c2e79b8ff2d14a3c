// What was seen: what a line is about, and the words that stand among what was read.
import type { ApiMode } from "../../../core/outcome/columns.ts";
import type { Clash, Ranged } from "../../../core/outcome/fact.ts";
import type { MaintenanceSchedule } from "../../../core/snapshot/maintenance.ts";
import type { evidenceTexts as en } from "../en/evidence.ts";
import { type EvidenceWords, evidenceSpeech } from "../speech/evidence.ts";
import { sayAddressSource, sayCalled } from "./called.ts";
import { sayChange, timeText } from "./changes.ts";
import { sayThing } from "./findings/common.ts";
import { counted } from "./words.ts";

const sayRanged = ({ of, range }: Ranged): string => `${sayThing(of)} ${range}`;

/** `jump 10.0.1.0/24 und die Services des Clusters 10.0.0.0/16` */
export const sayClash = ({ one, other }: Clash): string => `${sayRanged(one)} und ${sayRanged(other)}`;

const exits = { loadBalancer: "Load Balancer", natGateway: "NAT-Gateway", firewall: "Firewall" } as const;

const countedNodes = counted("{it, plural, one {# Node} other {# Nodes}}");
const countedAddresses = counted("{it, plural, one {# Adresse} other {# Adressen}}");
const countedRoutes = counted("{it, plural, one {# Route} other {# Routen}}");

const paths = { primary: "primär", secondary: "sekundär" } as const;

const apiModes: Readonly<Record<ApiMode, string>> = {
  "public-open": "öffentlich, für alle offen",
  "public-ranges": "öffentlich, autorisierte Bereiche",
  "private-link": "Private Link",
  "vnet-public": "im Netzwerk, öffentlich",
  "vnet-private": "im Netzwerk, privat",
};

const schedules: Readonly<Record<MaintenanceSchedule["is"], string>> = {
  daily: "täglich",
  weekly: "wöchentlich",
  absoluteMonthly: "monatlich",
  relativeMonthly: "monatlich",
  other: "anderer Zeitplan",
};

export const labels: EvidenceWords["labels"] = {
  address: "Adresse",
  agent: "Agent",
  apiServer: "API-Server",
  application: "Anwendung",
  capacity: "Kapazität",
  client: "Client",
  cluster: "Cluster",
  code: "Code",
  delegations: "Delegierungen",
  eligible: "aktivierbar",
  endpoint: "Endpunkt",
  error: "Fehler",
  expected: "erwartet",
  group: "Gruppe",
  holds: "hat",
  id: "ID",
  interface: "Schnittstelle",
  inUse: "belegt",
  loadBalancer: "Load Balancer",
  message: "Meldung",
  missing: "fehlt",
  mode: "Modus",
  name: "Name",
  names: "Namen",
  network: "Netzwerk",
  on: "auf",
  pool: "Pool",
  pools: "Pools",
  prefix: "Präfix",
  privateEndpoint: "privater Endpunkt",
  public: "öffentlich",
  ranges: "Bereiche",
  since: "seit",
  state: "Zustand",
  status: "Status",
  subnet: "Subnetz",
  subnets: "Subnetze",
  target: "Ziel",
  version: "Version",
  you: "du",
  zone: "Zone",
};

export const columns: EvidenceWords["columns"] = {
  addressFrom: ({ address, from }) => `${address}, aus ${sayAddressSource(from)}`,
  apiMode: ({ mode }) => apiModes[mode],
  deniedBy: ({ rule }) => `gesperrt von ${rule}`,
  down: () => "unterbrochen",
  drained: () => "nimmt keine Sitzungen an",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `${used} von ${limit}`,
  leads: ({ from, to }) => `${from} → ${to}`,
  listed: ({ names }) => names.join(", ") || "keine",
  nodes: ({ count }) => (count === null ? "Nodes nicht genannt" : countedNodes(count)),
  noDnsServer: () => "kein eigener DNS-Server",
  noOutboundRule: () => "keine Ausgangsregel",
  noScaleSet: () => "keine Skalierungsgruppe",
  noSku: () => "keine SKU",
  noSuchName: () => "kein solcher Name",
  notJudged: ({ range }) => `${range}, nicht bewertet`,
  notKnown: () => "nicht bekannt",
  notNamed: () => "nicht genannt",
  notRead: () => "nicht gelesen",
  on: ({ what, scope }) => `${what} auf ${scope}`,
  ports: ({ each, addresses, nodes }) =>
    `je ${each} Ports für ${countedNodes(nodes)}, aus ${countedAddresses(addresses)}`,
  priority: ({ priority }) => `Priorität ${priority}`,
  routes: ({ count }) => countedRoutes(count),
  schedule: ({ of }) => schedules[of],
  sources: ({ sources }) => `von ${sources.join(", ")}`,
  taints: ({ taints }) => taints.join(", ") || "keine Taints",
  traffic: ({ path, bits }) => `${paths[path]} ${bits}`,
  until: ({ time }) => `bis ${time}`,
  up: () => "steht",
  zoneOfAks: () => "eine Zone von AKS",
};

export const lines: EvidenceWords["lines"] = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}, ${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS nennt keinen Fehler.",
};

export const evidenceTexts: typeof en = { sayEvidence: evidenceSpeech({ labels, columns, lines }) };
