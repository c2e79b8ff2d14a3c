// The way drawn, in German: what each thing on it is called, and in a few words why it does not let anything through.
// Short on purpose: seven of them stand beside each other on a desktop, and one under the other on a phone.

import type { Called } from "../../../core/outcome/called.ts";
import type { PartState } from "../../../core/way/drawn-way.ts";
import type { way as en } from "../en/way.ts";
import { type WayWords, waySpeech } from "../speech/way.ts";
import { sayCalled } from "./called.ts";
import { sayDownState, sayPart } from "./undecided.ts";
import { list } from "./words.ts";

export const settings: Readonly<Record<string, string>> = {
  allowVirtualNetworkAccess: "Verkehr ist aus",
  allowForwardedTraffic: "weitergeleiteter Verkehr ist aus",
};

/** What passes needs no words. */
export const wayReasons: WayWords["reasons"] = {
  zoneNotLinked: ({ network }) => `Zone nicht mit ${network} verknüpft`,
  linkUnfinished: ({ state }) => `Verknüpfung ist ${state}`,
  zoneMissing: () => "keine Zone enthält ihn",
  recordMissing: () => "kein Eintrag",
  serverForwardsUnseen: () => "Weiterleitung nicht zu sehen",
  serverDown: ({ state }) => state,
  serverUnknown: () => "Antwort nicht zu sehen",
  ownServersLack: () => "eigene DNS-Server",
  ownServersUnseen: () => "eigene DNS-Server",
  serverPublic: () => "kennt keine private Zone",
  proxyOff: () => "DNS-Proxy ist aus",
  answerStale: ({ addresses }) => `antwortet ${list(addresses)}`,
  answerElsewhere: ({ endpoint }) => `${endpoint}: nicht gelesen`,
  publicAnswer: () => "öffentliche Antwort",
  ruleDenies: ({ rule, packet }) => `${rule} sperrt ${packet.protocol.toUpperCase()} ${packet.port}`,
  ruleUndecided: () => "nicht entscheidbar",
  adminDenies: ({ manager }) => `gesperrt von ${manager}`,
  adminUndecided: () => "nicht entscheidbar",
  routeDrops: ({ prefix }) => `verwirft ${prefix}`,
  routesRefused: ({ prefix }) => `keine Route zu ${prefix}`,
  routeUnknown: () => "nächster Hop unbekannt",
  noPublicAddress: () => "keine öffentliche Adresse",
  sourceKept: () => "übersetzt nichts",
  natGatewayBare: () => "keine öffentliche Adresse",
  peeringMissing: () => "fehlt",
  peeringState: ({ state }) => state,
  peeringForbids: ({ setting }) => settings[setting] ?? setting,
  peeringStale: () => "nicht synchron",
  peeringPartial: () => "nur einige Subnetze",
  transitMissing: () => "Gateway nicht geteilt",
  connectionDown: ({ state }) => `unterbrochen: ${state}`,
  connectionUnsure: () => "Zustand unbekannt",
  connectionSkipped: () => "nicht gelesen",
  connectionStrange: () => "unbekannte Art",
  farRangeLacks: ({ address }) => `${address} fehlt`,
  farRangesLearned: () => "Bereiche nicht zu sehen",
  nothingTaught: () => "keine BGP-Routen",
  farRangeTaken: () => "selber Bereich hier",
  selectorsUnsure: () => "Selektoren unsicher",
  selectorsLack: () => "kein Selektor",
  circuitDown: ({ part }) => `außer Betrieb: ${sayPart(part)}`,
  circuitUnsure: ({ part }) => `unsicher: ${sayPart(part)}`,
  gatewayState: ({ state }) => state,
  gatewayMissing: () => "kein Gateway",
  gatewayUnjoined: () => "keine Verbindung",
  beyondGateway: () => "dahinter nicht zu sehen",
  hopDown: ({ state }) => sayDownState(state),
  hopNotForwarding: () => "leitet nicht weiter",
  hopWithoutWayOut: () => "kein Ausgang",
  hopNobody: () => "niemand da",
  hopOpen: () => "Zustand unbekannt",
  hopRulesUnread: () => "Regeln nicht gelesen",
  firewallDenies: ({ rule }) => `${rule} sperrt`,
  firewallOpensTls: () => "bricht TLS auf",
  firewallNoRule: () => "keine Regel gibt es frei",
  firewallUndecided: () => "nicht entscheidbar",
  loops: () => "im Kreis",
  otherAppliance: () => "Antworten gehen woanders hin",
  targetGone: () => "weg",
  listenerUnseen: ({ port }) => `TCP ${port}: nicht zu sehen`,
  targetUnknown: () => "nicht gelesen",
  unread: () => "nicht zu lesen",
};

/** Where a check says it: by its id, else by the state. */
export const checks: Readonly<Record<string, string>> = {
  "jump.power": "ausgeschaltet",
  "peering.both-sides": "eine Hälfte fehlt",
  "dns.link-client": "Zone nicht verknüpft",
  "dns.link-cluster": "Zone nicht verknüpft",
  "dns.link-resolver": "Zone nicht verknüpft",
  "dns.a-record-match": "alte Adresse",
  "dns.a-record-present": "kein Eintrag",
  "dns.zone-exists": "Zone fehlt",
  "dns.custom-servers": "keine Antwort",
  "pe.exists": "Endpunkt fehlt",
  "pe.connection-approved": "nicht genehmigt",
  "firewall.state": "läuft nicht",
  "route.next-hop-alive": "läuft nicht",
  "egress.nat-gateway": "funktioniert nicht",
  "egress.outbound-consistent": "fehlt",
};

export const checksByState: Readonly<Record<string, string>> = {
  "api.authorized-ip-client stops": "Adresse nicht in der Liste",
  "api.authorized-ip-client unknown": "Adresse nicht genannt",
  "api.authorized-ip-egress stops": "Adresse nicht in der Liste",
  "client.network stops": "Adresse nicht darin",
  "client.network unknown": "Weg dorthin unbekannt",
};

export const states: Readonly<Record<PartState, string>> = {
  passes: "in Ordnung",
  stops: "unterbrochen",
  unknown: "unklar",
  notReached: "nicht erreicht",
};

export const way: typeof en = {
  things: {
    you: "Du",
    start: "Von",
    nodes: "Nodes",
    bastion: "Bastion",
    jumpHost: "Jumpbox",
    name: "Name",
    dnsServer: "DNS-Server",
    rules: "Regeln",
    route: "Route",
    peering: "Peering",
    network: "Netzwerk",
    appliance: "Appliance",
    firewall: "Firewall",
    connection: "Verbindung",
    circuit: "Leitung",
    gateway: "Gateway",
    wayOut: "Ausgang",
    ranges: "Erlaubte IPs",
    apiServer: "API-Server",
    internet: "Internet",
  },
  called: (names: readonly Called[]): string => names.map(sayCalled).join(", "),
  marks: { passes: "✔", stops: "✖", unknown: "?", notReached: "–" },
  states,
  why: waySpeech({ states, reasons: wayReasons, checks, checksByState }),
  /** Above a way on which the verdict does not hang. */
  own: "Der Zugang, Schritt für Schritt:",
  head: "Der Weg",
  saidPart: (thing, state, why) => `${thing} ${state}${why === "" ? "" : `, ${why}`}`,
  said: (parts: readonly string[]) => `Der Weg: ${parts.join("; ")}.`,
};
