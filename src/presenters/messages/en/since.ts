// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Verdict } from "../../../core/diagnosis/cause.ts";
import type { Setting } from "../../../core/diagnosis/since/part.ts";
import { english } from "../catalogue.ts";
import { sinceSpeech } from "../speech/since.ts";
import { counted, few, list } from "./words.ts";

const { sayChanged } = english.speech;

export const settings: Readonly<Record<Setting, string>> = {
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

const andMore = counted("{it, plural, =0 {} one { One more thing differs.} other { # more things differ.}}");

export const verdicts: Readonly<Record<Verdict, string>> = {
  healthy: "good",
  degraded: "degraded",
  broken: "broken",
  unknown: "open",
};

const saySince = sinceSpeech(
  {
    settings,
    verdicts,
    on: "on",
    off: "off",
    none: "none",
    few,
    firewallRule: (name) => `firewall rule ${name}`,
    changed: (setting, before, after) => `${setting} ${before} → ${after}`,
    added: (thing) => `${thing} was added`,
    gone: (thing) => `${thing} is gone`,
    has: (thing, changes) => `${thing} has ${list(changes)}`,
    since: ({ verdict, better, at, told, more }) => {
      const lead = better ? "What changed since the" : "Since the";
      return `${lead} ${verdict} diagnosis of ${at}: ${told.join("; ")}.${andMore(more)}`;
    },
  },
  sayChanged,
);

export const sinceTexts = { saySince };
