// What was seen, a line each: columns of Azure's own words, and what is said where Azure has none.
import type { Column } from "../../../core/outcome/columns.ts";
import type { Clash, Evidence, Ranged } from "../../../core/outcome/fact.ts";
import type { evidenceTexts as en } from "../en/evidence.ts";
import { type Says, say } from "../says.ts";
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

export const columns: Says<Exclude<Column, string>> = {
  addressFrom: ({ address, from }) => `${address}, aus ${sayAddressSource(from)}`,
  deniedBy: ({ rule }) => `gesperrt von ${rule}`,
  down: () => "unterbrochen",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `belegt       ${used} von ${limit}`,
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
  ports: ({ each, addresses, nodes }) =>
    `je ${each} Ports für ${countedNodes(nodes)}, aus ${countedAddresses(addresses)}`,
  priority: ({ priority }) => `Priorität ${priority}`,
  routes: ({ count }) => countedRoutes(count),
  sources: ({ sources }) => `von ${sources.join(", ")}`,
  taints: ({ taints }) => taints.join(", ") || "keine Taints",
  until: ({ time }) => `bis ${time}`,
  up: () => "steht",
  zoneOfAks: () => "eine Zone von AKS",
};

export const lines: Says<Exclude<Evidence, string>> = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}, ${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS nennt keinen Fehler.",
  columns: ({ columns: all }) => all.map((each) => say(columns, each)).join("  "),
};

export const evidenceTexts: typeof en = { sayEvidence: (line: Evidence): string => say(lines, line) };
