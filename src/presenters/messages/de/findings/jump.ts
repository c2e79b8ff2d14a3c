// What findings about `jump.*` say.
import type { StrangersFact } from "../../../../core/client/likely-hosts.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted, and as listed } from "../words.ts";
import { clientGroupFacts } from "./nsg.ts";

const { withNeeds } = german.speech;

const jumpHostsFound = counted("{it, plural, one {Eine Jumpbox wurde} other {# Jumpboxen wurden}} gefunden.");
const haveOrHas = counted("{it, plural, one {hat} other {haben}}");
const wereOrWas = counted("{it, plural, one {wurde} other {wurden}}");

const amongStrangers: Says<StrangersFact> = {
  strangers: () =>
    "Keine Maschine nahe am Cluster heißt wie eine Jumpbox; was einer davon fehlt, betrifft also vielleicht niemandes Zugang.",
};

export const jumpFindings: FindingWords<"jump"> = {
  "jump.aci": {
    title: "Ein Container mit SSH läuft",
    why: "Ein Container mit SSH-Server in einem Netzwerk nahe am Cluster ist ein Zugang, solange er läuft.",
    remediation: "Starte die Containergruppe.",
    facts: {
      running: ({ container }) => `${container} läuft und nimmt SSH an.`,
      starting: ({ container }) => `${container} wird gerade gestartet.`,
      off: ({ container }) => `Der Container ${container}, der SSH annimmt, läuft nicht.`,
      noContainer: () =>
        "In diesen Netzwerken steht kein Container, der SSH annimmt, soweit ihre Ressourcengruppen das zeigen.",
      noSubnet: () => "Nahe am Cluster ist kein Subnetz für Container gemacht.",
    },
  },
  "jump.discovered": {
    title: "Eine Jumpbox ist da",
    why: "Die meisten Zugänge zu einem privaten Cluster führen über eine virtuelle Maschine in einem Netzwerk nahe bei ihm.",
    remediation: "Erstelle eine kleine virtuelle Maschine im Hub, ohne öffentliche Adresse.",
    facts: {
      found: ({ count }) => jumpHostsFound(count),
      machinesFound: () => "Maschinen wurden gefunden; welche davon eine Jumpbox ist, ist nicht bekannt.",
      setsFound: ({ sets }) => `Name oder Tag wie eine Jumpbox: Skalierungsgruppe ${listed(sets)}.`,
      noMachine: () =>
        "Im Netzwerk des Clusters und in denen mit Peering dazu steht keine virtuelle Maschine.",
      serversOnly: () =>
        "Die virtuellen Maschinen im Netzwerk des Clusters und in denen mit Peering dazu sind Appliances und DNS-Server.",
    },
  },
  "jump.dns-servers": {
    title: "Die Jumpbox fragt die richtigen DNS-Server",
    why: "DNS-Server an der Schnittstelle einer Maschine gelten statt derer ihres Netzwerks, und für diese ist die private Zone verknüpft.",
    remediation:
      "Nimm die Server von der Schnittstelle, und starte dann die Maschine neu oder erneuere ihre Lease.",
    facts: {},
  },
  "jump.health": {
    title: "Der Jumpbox geht es gut",
    why: "Eine Maschine, die ohne ihren Agent läuft, hängt womöglich, und die Anmeldung mit Entra braucht ihn.",
    remediation: "Starte die virtuelle Maschine neu.",
    facts: {
      notRunning: ({ host }) => `${host} läuft nicht.`,
      noAgent: ({ host }) => `${host} hat keinen Agent, der an Azure meldet; ssh braucht keinen.`,
      ready: ({ host }) => `Der Agent von ${host} ist bereit.`,
      silent: ({ host, state }) =>
        `${host} läuft, aber ihr Agent steht auf „${state}“: Die Maschine hängt womöglich.`,
      noHost: () => "Es gibt keine Jumpbox.",
      ...amongStrangers,
    },
  },
  "jump.placement": {
    title: "Eine Jumpbox neben den Nodes erreicht Port 443",
    why: "Eine Jumpbox im Netzwerk des Clusters braucht kein Peering, aber ihre eigenen NSGs und Routen zählen trotzdem.",
    remediation: "Gib TCP 443 zur Adresse des API-Servers frei, vor der Regel, die das sperrt.",
    facts: {
      noTable: ({ place }) => `Vor ${place} steht keine Routingtabelle.`,
      tableUnread: ({ table, needs }) => withNeeds(`${table} wurde nicht gelesen.`, needs),
      leadsStraight: ({ place, to }) => `Die Routen von ${place} führen direkt zu ${to}.`,
      leadsElsewhere: ({ table, place, to, nextHop }) =>
        `${table} schickt Verkehr von ${place} zu ${to} über „${nextHop}“, und das ist hier nicht bewertet.`,
      noHostHere: () => "Auf diesem Weg steht keine Jumpbox im Netzwerk des Clusters selbst.",
      ...clientGroupFacts,
      ...amongStrangers,
    },
  },
  "jump.public-ip": {
    title: "Die Jumpbox hat keine öffentliche Adresse",
    why: "Eine Maschine mit öffentlicher Adresse findet und testet jeder, der das Internet absucht; Bastion und ein VPN brauchen keine.",
    remediation:
      "Komm über Bastion oder ein VPN, und nimm dann die öffentliche Adresse von der Schnittstelle.",
    facts: {
      noHost: () => "Es gibt keine Jumpbox.",
      noneIsPublic: () => "Keine Jumpbox hat eine öffentliche Adresse an ihrer Schnittstelle.",
      arePublic: ({ hosts }) => `${listed(hosts)} ${haveOrHas(hosts.length)} eine öffentliche Adresse.`,
      ...amongStrangers,
    },
  },
  "jump.redundancy": {
    title: "Jumpboxen überstehen einen Ausfall",
    why: "Bei nur einer Maschine, oder mehreren, die zusammen ausfallen können, nimmt ein Fehler in einer Zone allen den Zugang.",
    remediation:
      "Stell eine zweite Jumpbox in eine andere Zone, oder nimm eine Skalierungsgruppe mit zwei Instanzen.",
    facts: {
      noHost: () => "Es gibt keine Jumpbox.",
      onlyOne: ({ host }) => `${host} ist die einzige Jumpbox.`,
      sideBySide: ({ hosts }) =>
        `${listed(hosts)} stehen weder in verschiedenen Zonen noch in einer Verfügbarkeitsgruppe und können zusammen ausfallen.`,
      apart: ({ hosts }) => `${listed(hosts)} fallen nicht zusammen aus.`,
      ...amongStrangers,
    },
  },
  "jump.ssh-auth": {
    title: "Die Jumpbox nimmt nur Schlüssel an",
    why: "Ein Passwort wird mit der Zeit erraten, ein Schlüssel nicht.",
    remediation:
      "Leg einen Schlüssel auf die Maschine, und schalte dann in ihrem SSH-Server die Anmeldung mit Passwort ab.",
    facts: {
      takesKeys: ({ hosts }) => `${listed(hosts)} ${wereOrWas(hosts.length)} nur für Schlüssel erstellt.`,
      takesPasswords: ({ hosts }) =>
        `${listed(hosts)} ${wereOrWas(hosts.length)} so erstellt, dass SSH Passwörter annimmt.`,
      noneSays: () => "Auf keiner Jumpbox läuft Linux mit Einstellungen, die Azure gemacht hat.",
      ...amongStrangers,
    },
  },
  "jump.vmss": {
    title: "Die Skalierungsgruppe der Jumpboxen hat Instanzen",
    why: "Eine auf null skalierte Skalierungsgruppe ist keine Jumpbox.",
    remediation: "Skaliere sie auf zwei Instanzen, und sieh nach, ob ein Zeitplan sie herunterskaliert.",
    facts: {
      noSet: () => "Keine Skalierungsgruppe nahe am Cluster hat Name oder Tag einer Jumpbox.",
      empty: ({ set }) => `Die Skalierungsgruppe ${set} hat keine Instanz: Ihre Kapazität ist 0.`,
      single: ({ set }) => `Die Skalierungsgruppe ${set} hat eine Instanz.`,
      filled: ({ set, count }) => `Die Skalierungsgruppe ${set} hat ${count} Instanzen.`,
    },
  },
  "jump.power": {
    title: "Eine Jumpbox läuft",
    why: "Eine virtuelle Maschine, die jeden Abend heruntergefahren wird, ist der häufigste Grund, warum der Weg über sie tot ist.",
    remediation: "Starte die virtuelle Maschine.",
    facts: {
      running: ({ host }) => `${host} läuft.`,
      changing: ({ host, state }) => `${host} ist im Betriebszustand „${state}“.`,
      noneKnown: () => "Von keiner Jumpbox ist der Betriebszustand bekannt.",
      off: ({ host, state, others }) =>
        `Die Jumpbox ${host} ist aus (${state})${others === 0 ? "" : ", alle anderen Jumpboxen auch"}.`,
      noHost: () => "Auf diesem Weg gibt es keine Jumpbox.",
      ...amongStrangers,
    },
  },
};
