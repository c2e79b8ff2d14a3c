// What findings about `nsg.*` say.
import type { ClientGroupFact } from "../../../../core/finding/network/client-groups.ts";
import type { AskedFlow } from "../../../../core/finding/network/nsg-groups.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";
import { and, counted } from "../words.ts";

const sayFlow = ({ protocol, port, from, to }: AskedFlow): string =>
  `${protocol.toUpperCase()} ${port} von ${from} zu ${to}`;

/** A sentence is read on a phone: what goes beyond is only counted. */
const mostFlows = 3;

function listed(all: readonly AskedFlow[]): string {
  const flows = [...new Set(all.map(sayFlow))];
  const further = flows.length - mostFlows;
  return [...flows.slice(0, mostFlows), ...(further > 0 ? [`${further} weitere`] : [])].join(" und ");
}

/** Of the groups before a place that people connect from. */
export const clientGroupFacts: Says<ClientGroupFact> = {
  groupDenies: ({ group, rule, priority, flows }) =>
    `Die Regel ${rule} (Priorität ${priority}) von ${group} sperrt ${listed(flows)}.`,
  groupOpen: ({ group, flow, because }) =>
    `Ob ${group} ${sayFlow(flow)} durchlässt, ist offen: ${sayRuleDoubt(because)}.`,
  groupLetsReach: ({ group, place, address }) => `${group} lässt ${place} zu ${address}:443.`,
  noGroup: ({ place }) => `Vor ${place} steht keine NSG.`,
};

const doOrDoes = counted("{it, plural, one {bewirkt} other {bewirken}}");

export const nsgFindings: FindingWords<"nsg"> = {
  "nsg.avnm-admin-rules": {
    title: "Keine Regel eines Netzwerkmanagers sperrt Nötiges",
    why: "Eine Administratorregel, die sperrt, gilt vor jeder NSG; die NSG zu öffnen ändert also nichts.",
    remediation: "Lass den Betreiber des Netzwerkmanagers es freigeben oder diese Netzwerke ausnehmen.",
    facts: {},
  },
  "nsg.client-443": {
    title: "NSGs lassen dich zu Port 443",
    why: "Der API-Server spricht nur HTTPS auf TCP 443.",
    remediation: "Gib TCP 443 zur Adresse des API-Servers frei, vor der Regel, die das sperrt.",
    facts: {},
  },
  "nsg.effective": {
    title: "Wirkung der NSGs belegen",
    why: "Urteile über NSGs kommen aus ihren Regeln, wie sie dastehen; Azure nennt, welche an einer Schnittstelle wirken, mit aufgelösten Tags und Anwendungsgruppen.",
    remediation:
      "Führ die Zeile aus, während die Maschine läuft, und vergleiche sie mit dem, was hier steht.",
    facts: {
      noHost: () => "Vor einer Jumpbox steht keine NSG.",
      provable: ({ host, groups }) =>
        `Was ${and(groups)} ${doOrDoes(groups.length)}, ist aus den Regeln bewertet, wie sie dastehen; die Zeile zeigt, welche an ${host} wirken.`,
      hostOff: ({ host }) =>
        `Urteile über NSGs kommen aus ihren Regeln, wie sie dastehen. Welche an ${host} wirken, zeigt Azure nur, solange die Maschine läuft.`,
    },
  },
  "nsg.intra-node": {
    title: "NSGs lassen Nodes einander erreichen",
    why: "Ohne TCP 10250 zwischen den Nodes scheitern Logs, exec und Webhooks; Verkehr im Subnetz zu sperren wird nicht unterstützt.",
    remediation: "Gib Verkehr innerhalb des Netzwerks frei, vor der Regel, die ihn sperrt.",
    facts: {},
  },
  "nsg.jump-inbound": {
    title: "Die Jumpbox lässt Bastion herein",
    why: "Bastion öffnet SSH oder RDP zur Jumpbox aus dem eigenen Subnetz; eine Regel, die das sperrt, schneidet diesen Zugang ab.",
    remediation: "Gib SSH oder RDP aus dem Subnetz von Bastion frei, vor der Regel, die es sperrt.",
    facts: {},
  },
  "nsg.node-egress": {
    title: "NSGs lassen die Nodes hinaus",
    why: "Nodes, die den API-Server oder Azure nicht erreichen, starten nicht, und die laufenden bekommen keine Images für ihre Pods mehr.",
    remediation:
      "Entferne die Regel, die es sperrt, oder gib davor frei, was die Nodes brauchen; Namen filtert man in einer Firewall.",
    facts: {},
  },
  "nsg.pe-inbound": {
    title: "NSG des Endpunkts lässt Port 443 herein",
    why: "Sind die Netzwerkrichtlinien des Subnetzes an, wirkt dessen NSG auch auf den Endpunkt des API-Servers.",
    remediation: "Gib TCP 443 zum Endpunkt frei, vor der Regel, die es sperrt.",
    facts: {},
  },
  "nsg.ssh-internet": {
    title: "SSH und RDP sind für das Internet geschlossen",
    why: "An Ports zur Anmeldung, die jeder versuchen darf, wird den ganzen Tag probiert; ein schwaches Passwort oder ein ungepatchter Dienst genügt.",
    remediation:
      "Gib nur eigene Adressen oder Just-in-time-Zugriff frei, oder komm über Bastion und entferne die Regel.",
    facts: {
      shut: () => "Keine NSG lässt das Internet zu SSH oder RDP einer Jumpbox oder eines Nodes herein.",
      open: ({ group, rule, priority, port, place }) =>
        `Die Regel ${rule} (Priorität ${priority}) von ${group} lässt das Internet zu TCP ${port} von ${place} herein.`,
      reached: ({ group, rule, priority, port, place }) =>
        `Die Regel ${rule} (Priorität ${priority}) von ${group} lässt das Internet zu TCP ${port} von ${place} herein, und dort ist eine öffentliche Adresse.`,
    },
  },
};
