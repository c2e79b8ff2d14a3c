// What was seen, a line each: columns of Azure's own words, and what is said where Azure has none.
import type { Column } from "../../../core/outcome/columns.ts";
import type { Clash, Evidence, Ranged } from "../../../core/outcome/fact.ts";
import { type Says, say } from "../says.ts";
import { sayAddressSource, sayCalled } from "./called.ts";
import { sayChange, timeText } from "./changes.ts";
import { sayThing } from "./findings/common.ts";
import { counted } from "./words.ts";

const sayRanged = ({ of, range }: Ranged): string => `${sayThing(of)} ${range}`;

/** `jump 10.0.1.0/24 and the cluster's services 10.0.0.0/16` */
export const sayClash = ({ one, other }: Clash): string => `${sayRanged(one)} and ${sayRanged(other)}`;

const exits = { loadBalancer: "load balancer", natGateway: "NAT gateway", firewall: "firewall" } as const;

const countedNodes = counted("{it, plural, one {# node} other {# nodes}}");
const countedAddresses = counted("{it, plural, one {# address} other {# addresses}}");
const countedRoutes = counted("{it, plural, one {# route} other {# routes}}");

export const columns: Says<Exclude<Column, string>> = {
  addressFrom: ({ address, from }) => `${address}, from ${sayAddressSource(from)}`,
  deniedBy: ({ rule }) => `denied by ${rule}`,
  down: () => "down",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `in use       ${used} of ${limit}`,
  listed: ({ names }) => names.join(", ") || "none",
  nodes: ({ count }) => (count === null ? "unsaid nodes" : countedNodes(count)),
  noDnsServer: () => "no DNS server of its own",
  noOutboundRule: () => "no outbound rule",
  noScaleSet: () => "no scale set",
  noSku: () => "no SKU",
  noSuchName: () => "no such name",
  notJudged: ({ range }) => `${range}, not judged`,
  notKnown: () => "not known",
  notNamed: () => "not named",
  notRead: () => "not read",
  ports: ({ each, addresses, nodes }) =>
    `${each} ports for each of ${countedNodes(nodes)}, of ${countedAddresses(addresses)}`,
  priority: ({ priority }) => `priority ${priority}`,
  routes: ({ count }) => countedRoutes(count),
  sources: ({ sources }) => `from ${sources.join(", ")}`,
  taints: ({ taints }) => taints.join(", ") || "no taints",
  until: ({ time }) => `until ${time}`,
  up: () => "up",
  zoneOfAks: () => "a zone of AKS",
};

export const lines: Says<Exclude<Evidence, string>> = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}, ${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS names no error.",
  columns: ({ columns: all }) => all.map((each) => say(columns, each)).join("  "),
};

export const evidenceTexts = { sayEvidence: (line: Evidence): string => say(lines, line) };
