// What differs from an earlier diagnosis of the same cluster: parts that came or went, and settings.
import type { Verdict } from "../../../core/diagnosis/cause.ts";
import type { Setting } from "../../../core/diagnosis/since/part.ts";
import { german } from "../catalogue.ts";
import type { sinceTexts as en } from "../en/since.ts";
import { sinceSpeech } from "../speech/since.ts";
import { counted, few, list } from "./words.ts";

const { sayChanged } = german.speech;

export const settings: Readonly<Record<Setting, string>> = {
  access: "Zugriff",
  addresses: "Adresse",
  addressPrefixes: "Bereich",
  adminRules: "Regeln eines Netzwerkmanagers",
  basePolicy: "übergeordnete Richtlinie",
  circuit: "Leitung",
  circuitPeering: "privates Peering",
  connectionState: "Zustand",
  destinations: "Ziel",
  direction: "Richtung",
  dnsProxy: "DNS-Proxy",
  dnsServers: "DNS-Server",
  domain: "Domäne",
  endpointPolicies: "Netzwerkrichtlinien für Endpunkte",
  forwards: "weitergeleiteter Verkehr",
  gatewayTransit: "Gateway-Transit",
  httpsProxy: "HTTPS-Proxy",
  leadsOut: "Ausgänge für Nodes",
  localGateway: "lokales Netzwerkgateway",
  natGateway: "NAT-Gateway",
  networks: "Netzwerk",
  nextHop: "nächster Hop",
  outboundByDefault: "standardmäßiger ausgehender Zugriff",
  outboundType: "Ausgangstyp",
  policy: "Richtlinie",
  ports: "Port",
  powerState: "Betriebszustand",
  priority: "Priorität",
  privateDnsZone: "private DNS-Zone",
  protocol: "Protokoll",
  providerState: "Zustand beim Anbieter",
  publicAddresses: "öffentliche Adresse",
  ranges: "autorisierte IP-Bereiche",
  reaches: "Zugriff zwischen den Netzwerken",
  refusesLearned: "Ablehnung gelernter Routen",
  remoteGateways: "Nutzung des Gateways im anderen Netzwerk",
  routeTable: "Routingtabelle",
  runCommandOff: "Run-Command abgeschaltet",
  securityGroup: "NSG",
  sourcePorts: "Quellport",
  sources: "Quelle",
  state: "Zustand",
  subnet: "Subnetz",
  sync: "Synchronisierung",
};

const andMore = counted(
  "{it, plural, =0 {} one { Ein weiterer Unterschied.} other { # weitere Unterschiede.}}",
);

export const verdicts: Readonly<Record<Verdict, string>> = {
  healthy: "gut",
  degraded: "beeinträchtigt",
  broken: "gestört",
  unknown: "offen",
};

const saySince = sinceSpeech(
  {
    settings,
    verdicts,
    on: "an",
    off: "aus",
    none: "nichts",
    few,
    firewallRule: (name) => `Firewallregel ${name}`,
    changed: (setting, before, after) => `${setting} ${before} → ${after}`,
    added: (thing) => `${thing} ist neu`,
    gone: (thing) => `${thing} ist weg`,
    has: (thing, changes) => `${thing}, ${list(changes)}`,
    since: ({ verdict, better, at, told, more }) =>
      `${better ? "Geändert seit" : "Seit"} der Diagnose von ${at} (${verdict}): ${told.join("; ")}.${andMore(more)}`,
  },
  sayChanged,
);

export const sinceTexts: typeof en = { saySince };
