// What was seen: what a line is about, and the words that stand among what was read.
import type { ApiMode } from "../../../core/outcome/columns.ts";
import type { Clash, Ranged } from "../../../core/outcome/fact.ts";
import type { MaintenanceSchedule } from "../../../core/snapshot/maintenance.ts";
import { type EvidenceWords, evidenceSpeech } from "../speech/evidence.ts";
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

const paths = { primary: "primary", secondary: "secondary" } as const;

const apiModes: Readonly<Record<ApiMode, string>> = {
  "public-open": "public, open to all",
  "public-ranges": "public, authorized ranges",
  "private-link": "private link",
  "vnet-public": "in the network, public",
  "vnet-private": "in the network, private",
};

const schedules: Readonly<Record<MaintenanceSchedule["is"], string>> = {
  daily: "daily",
  weekly: "weekly",
  absoluteMonthly: "monthly",
  relativeMonthly: "monthly",
  other: "another schedule",
};

export const labels: EvidenceWords["labels"] = {
  address: "address",
  agent: "agent",
  apiServer: "API server",
  application: "application",
  capacity: "capacity",
  client: "client",
  cluster: "cluster",
  code: "code",
  delegations: "delegations",
  eligible: "eligible",
  endpoint: "endpoint",
  error: "error",
  expected: "expected",
  group: "group",
  holds: "holds",
  id: "id",
  interface: "interface",
  inUse: "in use",
  loadBalancer: "load balancer",
  message: "message",
  missing: "missing",
  mode: "mode",
  name: "name",
  names: "names",
  network: "network",
  on: "on",
  pool: "pool",
  pools: "pools",
  prefix: "prefix",
  privateEndpoint: "private endpoint",
  public: "public",
  ranges: "ranges",
  since: "since",
  state: "state",
  status: "status",
  subnet: "subnet",
  subnets: "subnets",
  target: "target",
  version: "version",
  you: "you",
  zone: "zone",
};

export const columns: EvidenceWords["columns"] = {
  addressFrom: ({ address, from }) => `${address}, from ${sayAddressSource(from)}`,
  apiMode: ({ mode }) => apiModes[mode],
  deniedBy: ({ rule }) => `denied by ${rule}`,
  down: () => "down",
  drained: () => "drained",
  exit: ({ by }) => exits[by],
  inUse: ({ used, limit }) => `${used} of ${limit}`,
  leads: ({ from, to }) => `${from} → ${to}`,
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
  on: ({ what, scope }) => `${what} on ${scope}`,
  ports: ({ each, addresses, nodes }) =>
    `${each} ports for each of ${countedNodes(nodes)}, of ${countedAddresses(addresses)}`,
  priority: ({ priority }) => `priority ${priority}`,
  routes: ({ count }) => countedRoutes(count),
  schedule: ({ of }) => schedules[of],
  sources: ({ sources }) => `from ${sources.join(", ")}`,
  taints: ({ taints }) => taints.join(", ") || "no taints",
  traffic: ({ path, bits }) => `${paths[path]} ${bits}`,
  until: ({ time }) => `until ${time}`,
  up: () => "up",
  zoneOfAks: () => "a zone of AKS",
};

export const lines: EvidenceWords["lines"] = {
  change: ({ change }) => `${timeText(change)}  ${sayChange(change)}`,
  way: ({ from, to, service }) => {
    const way = `${sayCalled(from)} → ${to}`;
    return service === null ? way : `${way}, ${service}`;
  },
  clash: sayClash,
  noErrorNamed: () => "AKS names no error.",
};

export const evidenceTexts = { sayEvidence: evidenceSpeech({ labels, columns, lines }) };
