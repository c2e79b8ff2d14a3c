// One step of a walk as a sentence: what stops there, or why nobody knows whether it goes on.
import { isJitRule } from "../../../core/network/jit.ts";
import { isNumbered } from "../../../core/network/numbered-zone.ts";
import type { Reason, Step } from "../../../core/network/step.ts";
import { nameOf } from "../../../core/snapshot/resource-id.ts";
import type { stepTexts as en } from "../en/steps.ts";
import { type Says, say } from "../says.ts";
import { inGroup, sayComponent } from "./called.ts";
import { sayDownState, sayFirewallDoubt, sayPart, sayPartState, sayRuleDoubt } from "./undecided.ts";
import { sayUnread } from "./unread.ts";

const hop = (own: boolean, prefix: string, name: string): string =>
  own ? `Die Route ${prefix} von ${name}` : `Die Systemroute ${prefix} von ${name}`;

/** Feminine, without its article. */
const zoneCalled = (zone: string, group?: string): string =>
  isNumbered(zone) && group === undefined ? "DNS-Zone des Clusters" : `Zone ${inGroup(zone, group)}`;

const over = (appliance: string | null): string =>
  appliance === null || appliance === "" ? "direkt" : `über ${appliance}`;

/** `name`: of what the step is about. */
export const steps: Says<Reason, [name: string]> = {
  asksAzure: ({ network }) => `${network} fragt Azures eigenes DNS.`,
  asksOwnServers: ({ machine, servers }) =>
    `Die Netzwerkschnittstelle von ${machine} hat eigene DNS-Server: ${servers.join(", ")}.`,
  ownServersUnseen: ({ machine, servers }) =>
    `Die Netzwerkschnittstelle von ${machine} hat eigene DNS-Server, ${servers.join(", ")}, und niemand hier weiß, was sie antworten; die ihres Netzwerks kennen den Namen.`,
  ownServersLack: ({ machine, servers, othersKnow }) =>
    `Die Netzwerkschnittstelle von ${machine} hat eigene DNS-Server, ${servers.join(", ")}, die den Namen nicht kennen; ${othersKnow ? "die ihres Netzwerks kennen ihn" : "ob die ihres Netzwerks ihn kennen, wurde nicht gelesen"}.`,
  asksServers: ({ network, servers }) => `${network} fragt die DNS-Server ${servers.join(", ")}.`,
  zoneLinked: ({ zone, group, network }) => `Die ${zoneCalled(zone, group)} ist mit ${network} verknüpft.`,
  zoneNotLinked: ({ zone, group, network }) =>
    `Die ${zoneCalled(zone, group)} hat keine Verknüpfung mit ${network}, deshalb gilt sie dort nicht.`,
  linkUnfinished: ({ zone, group, network, state }) =>
    `Die Verknüpfung der ${zoneCalled(zone, group)} mit ${network} ist im Zustand „${state}“.`,
  ruleForwards: ({ ruleset, rule, servers }) =>
    `Die Regel ${rule} im Regelsatz ${ruleset} leitet den Namen an ${servers.join(", ") || "niemanden"} weiter.`,
  zoneMissing: ({ name }) => `Keine private DNS-Zone enthält ${name}.`,
  recordFound: ({ name, addresses }) => `${name} löst zu ${addresses.join(", ")} auf.`,
  recordMissing: ({ zone, group }) => `In der ${zoneCalled(zone, group)} fehlt der Eintrag des API-Servers.`,
  serverForwardsUnseen: ({ server }) => `Wohin der DNS-Server ${server} weiterleitet, zeigt Azure nicht.`,
  serverDown: ({ server, state }) => `Der DNS-Server ${server} läuft nicht (${state}).`,
  serverUnknown: ({ server }) => `Was der DNS-Server ${server} antwortet, zeigt Azure nicht.`,
  serverPublic: ({ server, name }) =>
    `Der DNS-Server ${server} ist ein öffentlicher und kennt die private Zone von ${name} nicht.`,
  proxyOff: ({ firewall }) => `Die Firewall ${firewall} beantwortet keine Namen, weil ihr DNS-Proxy aus ist.`,
  answerStale: ({ addresses, wanted, zoneId }, name) =>
    `${zoneId === undefined ? name : `Die ${zoneCalled(name)}`} antwortet mit ${addresses.join(", ")}, aber der API-Server steht unter ${wanted}.`,
  answerRight: ({ wanted }) => `Die Antwort führt zu ${wanted}, und dort steht der API-Server.`,
  answerElsewhere: ({ addresses, endpoint }, name) =>
    `${name} antwortet mit ${addresses.join(", ")}; ob dort der weitere private Endpunkt ${endpoint} steht, wurde nicht gelesen.`,
  publicAnswer: ({ name }) => `Auf ${name} kommt als Antwort eine öffentliche Adresse.`,
  ruleAllows: ({ group, rule }) => `${group} lässt es mit der Regel ${rule} durch.`,
  ruleDenies: ({ group, rule, priority }) =>
    isJitRule(rule)
      ? `Die Regel ${rule} (Priorität ${priority}) von ${group} sperrt es, bis jemand Just-in-time-Zugriff anfordert.`
      : `Die Regel ${rule} (Priorität ${priority}) von ${group} sperrt es.`,
  ruleUndecided: ({ group, because }) => `Ob ${group} es durchlässt, ist offen: ${sayRuleDoubt(because)}.`,
  adminAllows: ({ rule, manager }) =>
    `Die Administratorregel ${rule} des Netzwerkmanagers ${manager} lässt es durch, was auch immer NSGs sagen.`,
  adminDenies: ({ rule, manager, priority }) =>
    `Die Administratorregel ${rule} (Priorität ${priority}) des Netzwerkmanagers ${manager} sperrt es, bevor eine NSG gefragt wird.`,
  adminUndecided: ({ rule, manager }) =>
    `Ob die Administratorregel ${rule} des Netzwerkmanagers ${manager} es sperrt, ist offen: Sie nennt ein Tag, eine Gruppe von Netzwerken oder einen Bereich, und ihr Text allein klärt das nicht.`,
  routeLeads: ({ prefix, nextHop, own }, name) => `${hop(own, prefix, name)} führt zu ${nextHop}.`,
  routeDrops: ({ prefix, own, address = "diese Adresse" }, name) =>
    own
      ? `${hop(own, prefix, name)} verwirft es.`
      : `Kein mit ${name} verbundenes Netzwerk hat ${address}, deshalb verwirft es die Systemroute ${prefix}.`,
  routesRefused: ({ prefix }, name) =>
    `${name} übernimmt keine Routen von Gateways, deshalb fehlt ihren Subnetzen die zu ${prefix} hinter dem Gateway.`,
  routeUnknown: ({ prefix, nextHop }, name) =>
    prefix === null && nextHop === null
      ? `Wohin Pakete von ${name} gehen, ist offen: Es kann gelernte Routen geben, die Azure nicht aufführt.`
      : `Wohin Pakete von ${name} gehen, ist offen: Die Route ${prefix ?? ""} hat den nächsten Hop „${nextHop ?? ""}“, und es kann gelernte Routen geben, die Azure nicht aufführt.`,
  routeMayDrop: ({ prefix, name: target }, name) =>
    `Ob ${target} erreichbar ist, ist offen: Die Route ${prefix} von ${name} führt nirgendwohin, und ob sie die wechselnde Adresse dieses Namens enthält, ist nicht bekannt.`,
  noWayOut: ({ route }, name) =>
    route === null
      ? `${name} hat keine Standardroute und kein NAT-Gateway, und einen anderen Ausgang sieht der Cluster nicht vor.`
      : `Die Route ${route} von ${name} führt direkt ins Internet, und dafür hat der Cluster keine öffentliche Adresse.`,
  noPublicAddress: (_reason, name) => `${name} hat keine öffentliche Adresse, um hinauszugehen.`,
  sourceKept: ({ firewall }) =>
    `${firewall} übersetzt keine Adressen, deshalb bekommt keine Antwort, was die Firewall mit Netzwerkregeln ins Internet schickt.`,
  natGatewayBare: ({ subnet }, name) =>
    `Das NAT-Gateway ${name} soll hinausbringen, was ${subnet} weiterschickt, hat aber keine öffentliche Adresse.`,
  hopWithoutWayOut: ({ address, subnet }, name) =>
    `${name} unter ${address} nimmt an, was ins Internet soll, hat aber selbst keinen Ausgang (keine öffentliche Adresse, und ${nameOf(subnet)} hat weder NAT-Gateway noch standardmäßigen ausgehenden Zugriff).`,
  peeringConnected: ({ from, to }) => `${from} hat ein Peering mit ${to}.`,
  peeringMissing: ({ from, to }) => `${from} hat kein Peering mit ${to}.`,
  peeringState: ({ from, to, state }) => `Das Peering von ${from} mit ${to} ist „${state}“.`,
  peeringForbids: ({ from, to, setting }) => `Beim Peering von ${from} mit ${to} ist ${setting} aus.`,
  peeringStale: ({ from, to, address }) =>
    `Das Peering von ${from} mit ${to} ist nicht synchron und führt nicht zu ${address}.`,
  peeringPartial: ({ from, to }) => `Das Peering von ${from} mit ${to} verbindet nur einige Subnetze.`,
  transitOpen: ({ hub, network }) => `${network} nutzt das Gateway von ${hub}.`,
  transitMissing: ({ hub, network, halves }) =>
    `${network} nutzt das Gateway von ${hub} nicht, weil bei ihrem Peering ${halves.map(({ setting }) => setting).join(" und ")} aus ist.`,
  connectionUp: (_reason, name) => `Die Verbindung ${name} steht.`,
  connectionDown: ({ state }, name) => `Die Verbindung ${name} ist unterbrochen („${state}“).`,
  connectionUnsure: ({ state }, name) =>
    state === ""
      ? `Azure nennt nicht, ob die Verbindung ${name} steht.`
      : `Ob die Verbindung ${name} steht, ist offen: Azure nennt sie „${state}“.`,
  connectionSkipped: (_reason, name) =>
    `${name} ist eine von vielen Verbindungen, und nur die ersten davon wurden gelesen.`,
  connectionStrange: ({ type }, name) => `Die Verbindung ${name} ist von der unbekannten Art „${type}“.`,
  farRangeHolds: ({ address }, name) => `${address} ist ein Bereich von ${name}.`,
  farRangeLacks: ({ address }, name) =>
    `${address} liegt in keinem Bereich von ${name}, deshalb kommt keine Antwort zurück.`,
  farRangesLearned: ({ connection }) =>
    `Welche Bereiche die andere Seite von ${connection} per BGP lehrt, weiß ihr Router; gelesen wurde es nicht.`,
  nothingTaught: ({ connection }, name) =>
    `Keine BGP-Sitzung von ${name} lehrt, was hinter ${connection} liegt, deshalb kommt keine Antwort zurück.`,
  farRangeTaken: ({ address, network }) =>
    `${address} liegt auch im Bereich von ${network}, deshalb verlassen die Antworten dieses Netzwerk nie.`,
  selectorsJoin: ({ from, to }, name) => `Die Traffic-Selektoren von ${name} verbinden ${from} und ${to}.`,
  selectorsUnsure: ({ from, to }, name) =>
    `Die Traffic-Selektoren von ${name} verbinden nur Teile von ${from} mit ${to}.`,
  selectorsLack: ({ from, to }, name) =>
    `Kein Traffic-Selektor von ${name} verbindet ${from} und ${to}, deshalb nimmt der Tunnel es nicht an.`,
  circuitWorks: ({ part }, name) => `Bei der ExpressRoute-Leitung ${name} ist ${sayPart(part)} in Betrieb.`,
  circuitDown: ({ part, state }, name) =>
    `Bei der ExpressRoute-Leitung ${name} ist ${sayPart(part)} außer Betrieb („${sayPartState(state)}“).`,
  circuitUnsure: ({ part, state }, name) =>
    `Ob bei der ExpressRoute-Leitung ${name} ${sayPart(part)} in Betrieb ist, ist offen: Azure nennt als Zustand „${state}“.`,
  gatewayWorks: (_reason, name) => `Das Gateway ${name} funktioniert.`,
  gatewayState: ({ state }, name) => `Das Gateway ${name} ist im Zustand „${state}“.`,
  gatewayMissing: ({ network }) =>
    `Eine Route führt zum Gateway von ${network}, aber weder dort noch in einem Netzwerk, dessen Gateway es nutzt, steht eines.`,
  gatewayUnjoined: (_reason, name) =>
    `Das Gateway ${name} hat keine Verbindung, deshalb führt von dort nichts weiter.`,
  beyondGateway: (_reason, name) => `Was hinter dem Gateway ${name} liegt, zeigt Azure nicht.`,
  hopForwards: ({ address }, name) =>
    address === null ? `${name} ist da.` : `${name} unter ${address} ist da.`,
  hopDown: ({ address, state }, name) => `${name} unter ${address} antwortet nicht (${sayDownState(state)}).`,
  hopNotForwarding: ({ address }, name) =>
    `${name} unter ${address} leitet nichts weiter, weil die IP-Weiterleitung aus ist.`,
  hopNobody: ({ address, route }, name) =>
    route === null
      ? `Nichts in ${name} hat die Adresse ${address}, zu der eine Route führt.`
      : `Die Route ${route} von ${name} führt zu ${address}, und diese Adresse gehört niemandem.`,
  hopOpen: ({ because }, name) => `Ob ${name} funktioniert, ist offen. ${sayUnread(because)}`,
  hopRulesUnread: ({ firewall }) =>
    `Was ${firewall} nach den eigenen Regeln durchlässt, wurde nicht gelesen.`,
  proxyUnseen: ({ proxy }) => `Was der Proxy ${proxy} der Nodes durchlässt, zeigt Azure nicht.`,
  firewallAllows: ({ firewall, rule }) => `${firewall} lässt es mit der Regel ${rule} durch.`,
  firewallDenies: ({ firewall, rule, collection, before }) =>
    before === undefined
      ? `Die Regel ${rule} in der Regelsammlung ${collection} von ${firewall} sperrt es.`
      : `Die Regel ${rule} in der Regelsammlung ${collection} von ${firewall} sperrt es, bevor die Regel ${before} es durchlassen könnte.`,
  firewallOpensTls: ({ firewall, rule, collection }) =>
    `Die Regel ${rule} in der Regelsammlung ${collection} von ${firewall} bricht TLS auf, und die Nodes nehmen das Zertifikat der Firewall nicht an.`,
  firewallNoRule: ({ firewall, to, service }) =>
    `Keine Regel von ${firewall} lässt ${to} auf ${service} durch, deshalb wird es verworfen.`,
  firewallUndecided: ({ firewall, because }) =>
    `Ob ${firewall} es durchlässt, ist offen: ${sayFirewallDoubt(because)}.`,
  loops: ({ address }) => `Routen führen über ${address} im Kreis.`,
  otherAppliance: ({ there, back }) =>
    `Hin geht es ${over(there)}, die Antworten kommen ${over(back)} zurück; die Appliance kann sie deshalb verwerfen.`,
  targetReached: ({ address, port }) => `${address}:${port} ist erreichbar.`,
  targetGone: ({ address }, name) => `Nichts in ${name} hat noch die Adresse ${address}.`,
  listenerUnseen: ({ port }, name) => `Ob ${name} auf TCP ${port} Anmeldungen annimmt, zeigt Azure nicht.`,
  leavesStraight: (_reason, name) => `${name} geht direkt ins Internet.`,
  targetUnknown: ({ address }) => `In welchem Netzwerk ${address} steht, wurde nicht gelesen.`,
  unread: ({ message }) => sayUnread(message),
};

export const sayStep = ({ reason, component }: Step): string => say(steps, reason, sayComponent(component));

export const stepTexts: typeof en = { sayStep };
