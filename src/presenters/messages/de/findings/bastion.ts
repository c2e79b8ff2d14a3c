// What findings about `bastion.*` say.

import type { BastionGroupFact, Doubt } from "../../../../core/finding/bastion/bastion-group.ts";
import type { OwnSubnetFact } from "../../../../core/finding/bastion/own-subnet.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { sayRuleDoubt } from "../undecided.ts";

const ownAddressShown = german.speech.ownAddressShown();

/** `what`: behind "Ob". */
const isOpen = (what: string, because: Doubt): string => `Ob ${what}, ist offen: ${sayRuleDoubt(because)}.`;

const ownSubnetFacts: Says<OwnSubnetFact> = {
  inNoSubnet: ({ bastion }) => `${bastion} ist ein Developer-Host und steht in keinem Subnetz.`,
  subnetUnlisted: ({ bastion, network }) => `Das Subnetz von ${bastion} ist keines von ${network}.`,
};

const groupFacts: Says<BastionGroupFact> = {
  ...ownSubnetFacts,
  noGroup: ({ subnet }) => `Auf ${subnet} liegt keine NSG.`,
};

export const bastionFindings: FindingWords<"bastion"> = {
  "bastion.client-address": {
    title: "Bastion lässt deine Adresse herein",
    why: "Eine NSG vor Bastion lässt womöglich nur einige Adressen herein, zum Beispiel die des Büros.",
    remediation: "Verbinde dich von einer dieser Adressen aus, oder lass deine in die Regel aufnehmen.",
    facts: {
      ...groupFacts,
      letsIn: ({ group, ip, bastion }) => `${group} lässt ${ip} zu ${bastion} herein.`,
      open: ({ group, ip, bastion, because }) => isOpen(`${group} ${ip} zu ${bastion} hereinlässt`, because),
      shutsOut: ({ group, ip, bastion, ranges }) => {
        const only = ranges.length === 0 ? "niemanden" : `nur ${ranges.join(", ")}`;
        return `${group} lässt ${only} zu ${bastion} herein, deine Adresse ${ip} nicht.`;
      },
      letsAllIn: ({ group, bastion }) => `${group} lässt von überall zu ${bastion} herein.`,
      namesNobody: ({ group }) => `${group} lässt niemanden herein, den ihre Regeln mit Adresse nennen.`,
      dependsOnAddress: ({ group, bastion, ranges }) =>
        `Es hängt von deiner Adresse ab: ${group} lässt nur ${ranges.join(", ")} zu ${bastion} herein. ${ownAddressShown}`,
    },
  },
  "bastion.exists": {
    title: "Ein Bastion-Host bedient diese Netzwerke",
    why: "Bastion führt aus dem Internet zu einer Jumpbox, die keine öffentliche Adresse hat.",
    remediation:
      "Erstelle einen Bastion-Host im Netzwerk der Jumpbox; Standard mit Tunneling nimmt auch ssh an.",
    facts: {
      found: ({ bastion, network }) =>
        network === null
          ? `Es gibt den Bastion-Host ${bastion}.`
          : `Der Bastion-Host ${bastion} steht in ${network}.`,
    },
  },
  "bastion.nsg-rules": {
    title: "NSG-Regeln lassen Bastion arbeiten",
    why: "Eine NSG auf dem Subnetz von Bastion braucht acht Regeln; fehlt eine, brechen Sitzungen oder die Updates der Plattform.",
    remediation: "Ergänze die fehlenden Regeln.",
    facts: {
      ...groupFacts,
      deniesNeeded: ({ group, bastion, rules }) =>
        `${group} sperrt, was der Bastion-Host ${bastion} braucht: ${rules.join(", ")}.`,
      deniesWanted: ({ group, bastion, rules }) =>
        `${group} sperrt, was der Bastion-Host ${bastion} haben sollte: ${rules.join(", ")}.`,
      open: ({ group, bastion, rule, port, because }) =>
        isOpen(`${group} den Port ${port} von ${rule} für ${bastion} freigibt`, because),
      letsThrough: ({ group, bastion }) => `${group} lässt durch, was Sitzungen über ${bastion} brauchen.`,
    },
  },
  "bastion.provisioning": {
    title: "Bastion ist bereitgestellt",
    why: "Ein Host, dessen Bereitstellung fehlschlug oder der gerade geändert wird, nimmt keine Sitzungen an.",
    remediation:
      "Wende die Einstellungen des Hosts noch einmal an; schlägt auch das fehl, lösch ihn und erstelle ihn neu.",
    facts: {
      changeFailed: ({ bastion }) =>
        `Die letzte Änderung des Bastion-Hosts ${bastion} ist fehlgeschlagen, deshalb nimmt er womöglich keine Sitzungen an.`,
      deleting: ({ bastion }) => `Der Bastion-Host ${bastion} wird gerade gelöscht.`,
      provisioned: ({ bastion }) => `${bastion} ist bereitgestellt.`,
    },
  },
  "bastion.public-ip": {
    title: "Öffentliche Adresse von Bastion passt",
    why: "Bastion braucht eine statische Adresse der SKU Standard.",
    remediation: "Gib dem Host eine statische Adresse der SKU Standard.",
    facts: {
      hasNone: ({ bastion }) => `${bastion} hat keine eigene öffentliche Adresse.`,
      notLookedAt: ({ bastion }) =>
        `Nur für einen Hinweis wird die öffentliche Adresse von ${bastion} nicht gelesen.`,
      fits: ({ address }) => `${address} ist statisch und von der SKU Standard.`,
      ofOldKind: ({ address, sku, allocation }) =>
        `${address} ist ${allocation === "" ? "nicht statisch" : allocation} und von der SKU ${sku}; das nimmt Bastion nicht mehr an.`,
    },
  },
  "bastion.reach": {
    title: "Bastion erreicht die Jumpbox",
    why: "Bastion erreicht Maschinen im eigenen Netzwerk und in direkt verbundenen, nie über zwei Peerings hinweg.",
    remediation:
      "Verbinde die beiden Netzwerke mit einem Peering, oder erstelle einen Bastion-Host in dem der Jumpbox.",
    facts: {},
  },
  "bastion.sku-features": {
    title: "Bastion nimmt ssh und Tunnel an",
    why: "Eigenes ssh, Tunnel und Editoren gehen durch Bastion nur mit der SKU Standard oder Premium und mit Tunneling.",
    remediation: "Nutze jetzt den Browser, oder heb die SKU auf Standard an und schalte Tunneling ein.",
    facts: {
      browserOnly: ({ bastion }) => `${bastion} ist ein Developer-Host, nur für den Browser gemacht.`,
      takesTools: ({ bastion }) => `${bastion} nimmt außer dem Browser auch ssh und Tunnel an.`,
      refusesTools: ({ bastion, lack }) =>
        `Beim Bastion-Host ${bastion} ${lack === "sku" ? "ist die SKU Basic" : "ist Tunneling aus"}, deshalb geht nur der Browser, weder ssh noch Tunnel.`,
    },
  },
  "bastion.subnet": {
    title: "Subnetz von Bastion passt",
    why: "Ein zu kleines Subnetz hindert Bastion am Skalieren und Aktualisieren, und eine Routingtabelle darauf bricht seine Sitzungen.",
    remediation:
      "Nimm die Routingtabelle weg; für ein größeres Subnetz lösch erst den Host und erstelle dann beide neu.",
    facts: {
      ...ownSubnetFacts,
      sizeUnknown: ({ subnet }) => `Der Adressbereich von ${subnet} ist nicht bekannt.`,
      fits: ({ subnet }) => `${subnet} ist groß genug und hat keine eigenen Routen.`,
      ofOldSize: ({ subnet, bits }) =>
        `${subnet} ist ein /${bits}; das dürfen nur Hosts von vor November 2021 behalten.`,
      tooSmall: ({ subnet, bits }) => `${subnet} ist ein /${bits}; Bastion braucht ein /26 oder größer.`,
      hasRoutes: ({ subnet, table }) =>
        `Auf ${subnet} liegt die Routingtabelle ${table}, und das unterstützt Bastion nicht.`,
      delegated: ({ subnet, to }) => `${subnet} ist an ${to.join(", ")} delegiert.`,
    },
  },
  "bastion.user-roles": {
    title: "Du darfst dich über Bastion verbinden",
    why: "Ohne Reader auf der virtuellen Maschine, ihrer Schnittstelle, dem Bastion-Host und den Netzwerken dazwischen verweigert Bastion die Verbindung.",
    remediation: "Bitte einen Besitzer um Reader auf der virtuellen Maschine.",
    facts: {
      lacks: ({ action, machine }) =>
        `Dir fehlt ${action} auf ${machine}, deshalb lässt Bastion dich nicht dorthin verbinden.`,
      mayRead: ({ bastion, machine }) => `Du darfst ${bastion}, ${machine} und alles dazwischen lesen.`,
      noMachine: () => "Es gibt keine Jumpbox, mit der man sich verbinden könnte.",
    },
  },
};
