// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Verdict } from "../../../core/diagnosis/diagnosis.ts";
import type { Changed, Difference } from "../../../core/diagnosis/since/difference.ts";
import type { Since } from "../../../core/diagnosis/since/kept.ts";
import type { PartKind, Setting, Value } from "../../../core/diagnosis/since/part.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import { whatOf } from "./changes.ts";
import { counted, few, list } from "./words.ts";

const settings: Readonly<Record<Setting, string>> = {
  access: "access",
  addresses: "address",
  addressPrefixes: "range",
  adminRules: "rules of a network manager",
  basePolicy: "parent policy",
  circuit: "circuit",
  circuitPeering: "private peering",
  connectionState: "state",
  destinations: "destination",
  direction: "direction",
  dnsProxy: "DNS proxy",
  dnsServers: "DNS servers",
  domain: "domain",
  endpointPolicies: "network policies for endpoints",
  forwards: "forwarded traffic",
  gatewayTransit: "gateway transit",
  httpsProxy: "HTTPS proxy",
  leadsOut: "ways out for nodes",
  localGateway: "local network gateway",
  natGateway: "NAT gateway",
  networks: "network",
  nextHop: "next hop",
  outboundByDefault: "default outbound access",
  outboundType: "outbound type",
  policy: "policy",
  ports: "port",
  powerState: "power state",
  priority: "priority",
  privateDnsZone: "private DNS zone",
  protocol: "protocol",
  providerState: "state at the provider",
  publicAddresses: "public address",
  ranges: "authorized ranges",
  reaches: "access between the networks",
  refusesLearned: "refusal of learned routes",
  remoteGateways: "use of the other network's gateway",
  routeTable: "route table",
  runCommandOff: "run command switched off",
  securityGroup: "security group",
  sourcePorts: "source port",
  sources: "source",
  state: "state",
  subnet: "subnet",
  sync: "sync",
};

/** Resources by their names. */
const shown = (value: string): string => (/^\/subscriptions\//i.test(value) ? nameOf(value) : value);

const textOf = (value: Value): string => {
  if (typeof value === "boolean") return value ? "on" : "off";
  const items = typeof value === "string" ? [value] : value;
  return few(items.filter((each) => each !== "").map(shown)) || "none";
};

/** `access Allow → Deny`. */
const sayChanged = ({ setting, before, after }: Changed): string =>
  `${settings[setting] ?? setting} ${textOf(before)} → ${textOf(after)}`;

const thingOf = (of: PartKind, id: string): string =>
  of === "firewallRule" ? `firewall rule ${nameOf(id)}` : whatOf(of, id);

function sayDifference(difference: Difference): string {
  const thing = thingOf(difference.of, difference.id);
  if (difference.is === "added") return `${thing} was added`;
  if (difference.is === "gone") return `${thing} is gone`;
  return `${thing} has ${list(difference.settings.slice(0, 2).map(sayChanged))}`;
}

const andMore = counted("{it, plural, =0 {} one { One more thing differs.} other { # more things differ.}}");

const verdicts: Readonly<Record<Verdict, string>> = {
  healthy: "good",
  degraded: "degraded",
  broken: "broken",
  unknown: "open",
};

/** `at`: the time as people read it. */
function saySince({ verdict, better, differences, more }: Since, at: string): string {
  const told = differences.map(sayDifference).join("; ");
  const lead = better ? "What changed since the" : "Since the";
  return `${lead} ${verdicts[verdict]} diagnosis of ${at}: ${told}.${andMore(more)}`;
}

export const sinceTexts = { saySince };
