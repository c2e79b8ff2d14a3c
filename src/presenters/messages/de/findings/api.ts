// What findings about `api.*` say.

import type { Exit } from "../../../../core/finding/api/api.authorized-ip-egress.ts";
import type { RangesSkip } from "../../../../core/finding/api/authorized-ranges.ts";
import type { ApiMode } from "../../../../core/outcome/columns.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";
import { counted, few } from "../words.ts";

const ownAddress = german.speech.ownAddress();

const rangesFacts: Says<RangesSkip> = {
  withoutEffect: () => "Der Cluster ist privat: Autorisierte IP-Bereiche haben auf ihn keine Wirkung.",
  openToAll: () => "Der API-Server steht jeder Adresse offen.",
};

const askFrom = (cluster: string): string => `Schreib "diagnose ${cluster} from ADDRESS" mit ${ownAddress}`;

const exitKinds: Readonly<Record<Exit["by"], string>> = {
  loadBalancer: "Load Balancer",
  natGateway: "NAT-Gateway",
  firewall: "Firewall",
};

const listed = (exits: readonly Exit[]): string =>
  exits.map(({ ip, by }) => `${ip} (${exitKinds[by]})`).join(", ");

const modes: Readonly<Record<ApiMode, string>> = {
  "public-open": "Der API-Server ist öffentlich und steht jeder Adresse offen.",
  "public-ranges": "Der API-Server ist öffentlich und steht nur den autorisierten Adressen offen.",
  "private-link": "Der API-Server ist privat, hinter einem privaten Endpunkt.",
  "vnet-public": "Der API-Server ist öffentlich; die Nodes erreichen ihn innerhalb des virtuellen Netzwerks.",
  "vnet-private": "Der API-Server ist privat, innerhalb des virtuellen Netzwerks.",
};

const freeAddresses = counted("{it, plural, one {# freie Adresse} other {# freie Adressen}}");

const authorizedRanges = counted(
  "{it, plural, one {Der eine autorisierte IP-Bereich ist} other {Alle # autorisierten IP-Bereiche sind}} richtig angegeben.",
);

export const apiFindings: FindingWords<"api"> = {
  "api.authorized-ip-client": {
    title: "Deine öffentliche Adresse ist autorisiert",
    why: "Eine Verbindung von einer nicht autorisierten Adresse läuft in den Timeout, und das sieht aus wie ein Ausfall.",
    remediation:
      "Nimm deine Adresse in die autorisierten IP-Bereiche auf, oder nutze einen Zugang, der keine braucht.",
    facts: {
      ...rangesFacts,
      letIn: () =>
        "Dein Test kam bis zum API-Server durch, also ist die Adresse, von der du kommst, autorisiert.",
      addressUnsaid: () =>
        "Du hast deine öffentliche Adresse nicht genannt, deshalb wird sie nicht mit den Bereichen verglichen.",
      notIpv4: ({ ip, cluster }) =>
        `„${ip}“ ist keine IPv4-Adresse und lässt sich nicht vergleichen: ${askFrom(cluster)}.`,
      privateAddress: ({ ip, cluster }) =>
        `${ip} ist eine private Adresse; der API-Server sieht eine andere: ${askFrom(cluster)}.`,
      authorized: ({ ip }) => `${ip} liegt in den autorisierten IP-Bereichen.`,
      notAuthorized: ({ ip, cluster }) =>
        `${ip} liegt nicht in den autorisierten IP-Bereichen von ${cluster}, deshalb laufen Verbindungen von dort in den Timeout.`,
      perhapsInTag: ({ ip }) =>
        `${ip} liegt in keinem der autorisierten IP-Bereiche, die Adressen sind; ob ein Diensttag darunter sie enthält, ist nicht bekannt.`,
      ownOutbound: ({ ip }) => `${ip} ist die Ausgangsadresse des Clusters selbst, und die lässt AKS herein.`,
      perhapsOwnOutbound: ({ ip }) =>
        `${ip} liegt in keinem der autorisierten IP-Bereiche; ob es eine Ausgangsadresse des Clusters ist, die AKS hereinlässt, ist nicht bekannt.`,
    },
  },
  "api.authorized-ip-egress": {
    title: "Öffentliche Adressen der Nodes sind autorisiert",
    why: "Die Nodes erreichen einen öffentlichen API-Server von ihrer Ausgangsadresse aus; ist sie nicht autorisiert, werden sie NotReady und Befehle bleiben hängen.",
    remediation: "Nimm die Ausgangsadressen der Nodes in die autorisierten IP-Bereiche auf.",
    facts: {
      ...rangesFacts,
      inNetwork: () => "Die Nodes erreichen den API-Server innerhalb des Netzwerks.",
      noExit: () => "Die Nodes haben keine öffentliche Ausgangsadresse.",
      exitUnknown: () => "Es ist keine öffentliche Ausgangsadresse der Nodes bekannt.",
      notAuthorized: ({ exits, losesApi }) =>
        `Die Nodes gehen über ${listed(exits)} hinaus, und das liegt nicht in den autorisierten IP-Bereichen${losesApi ? ", deshalb verlieren sie den API-Server" : ""}.`,
      perhapsInTag: ({ exits }) =>
        `Die Nodes gehen über ${listed(exits)} hinaus; ob ein Diensttag unter den autorisierten IP-Bereichen das enthält, ist nicht bekannt.`,
      authorized: ({ exits }) =>
        `Die Ausgangsadressen der Nodes dürfen den API-Server erreichen: ${listed(exits)}.`,
    },
  },
  "api.authorized-ip-hygiene": {
    title: "Autorisierte IP-Bereiche sind richtig angegeben",
    why: "Einträge, die nichts bewirken oder anderes, als es scheint, überraschen den, der den nächsten hinzufügt.",
    remediation: "Setze die Liste neu, ohne das, was nichts bewirkt.",
    facts: {
      noRanges: () => "Der Cluster autorisiert keine bestimmten Adressen.",
      wellFormed: ({ count }) => authorizedRanges(count),
      withoutEffect: () =>
        "Der Cluster ist privat, deshalb haben seine autorisierten IP-Bereiche keine Wirkung.",
      privateRanges: ({ ranges }) =>
        `Private Adressen unter den autorisierten IP-Bereichen lassen niemanden herein: ${few(ranges)}.`,
      hostBits: ({ ranges }) =>
        `Autorisierte IP-Bereiche mit Hostbits sind nicht das, was sie scheinen: ${few(ranges)}.`,
      nearlyFull: ({ count, most }) =>
        `Von höchstens ${most} autorisierten IP-Bereichen sind ${count} belegt.`,
      notStandard: ({ sku }) =>
        `Autorisierte IP-Bereiche brauchen einen Load Balancer der SKU Standard, der des Clusters hat ${sku}.`,
      loosePublicIps: ({ pools }) =>
        `Nodes in ${few(pools)} haben öffentliche Adressen ohne Präfix, deshalb kommt jeder neue Node mit einer, die nicht autorisiert ist.`,
    },
  },
  "api.mode": {
    title: "Erreichbarkeit des API-Servers ist bekannt",
    why: "Davon hängt ab, welche Prüfungen und welche Zugänge gelten, und ein Paar von Einstellungen lässt gar keinen Namen übrig.",
    remediation: "Schalte den öffentlichen Namen ein, oder nutze eine private DNS-Zone.",
    facts: {
      noName: () =>
        "Der Cluster hat weder eine private DNS-Zone noch einen öffentlichen Namen, also löst nichts zu ihm auf.",
      exposed: ({ mode }) => modes[mode],
    },
  },
  "api.public-exposure": {
    title: "Öffentlicher API-Server ist eingeschränkt",
    why: "Wo nur ein Token Zugang gibt, kann es jeder versuchen; ein privater API-Server oder autorisierte IP-Bereiche sind ein zweites Schloss.",
    remediation:
      "Autorisiere nur die Adressen, die es brauchen, auch die der Nodes, oder mach den Cluster privat.",
    facts: {
      isPrivate: () => "Der API-Server ist privat.",
      openToAll: () => "Der API-Server ist öffentlich und steht jeder Adresse offen.",
      wide: ({ ranges }) => `Autorisierte IP-Bereiche sind so weit wie ${few(ranges)}.`,
      restricted: () => "Nur autorisierte Adressen erreichen den API-Server.",
    },
  },
  "api.public-fqdn": {
    title: "Privater API-Server hat keinen öffentlichen Namen",
    why: "Ein öffentlicher Name verrät jedem die private Adresse, und manche Resolver verwerfen so eine Antwort.",
    remediation: "Schalte den öffentlichen Namen ab, sobald keine kubeconfig ihn mehr nutzt.",
    facts: {
      none: () => "Der private API-Server hat keinen Namen im öffentlichen DNS.",
      needed: () => "Der Cluster hat keine private DNS-Zone, deshalb braucht er seinen öffentlichen Namen.",
      published: ({ name }) =>
        `Der private API-Server hat auch im öffentlichen DNS einen Namen${name === null ? "" : `: ${name}`}.`,
    },
  },
  "api.vnetint-network": {
    title: "Netzwerk verträgt die VNet-Integration",
    why: "Mit VNet-Integration kommen Nodes, die in einem verschlüsselten Netzwerk ihren Verkehr verschlüsseln, nicht zum API-Server.",
    remediation:
      "Schalte die Verschlüsselung des Netzwerks ab, oder nimm Nodes einer Größe, die nicht verschlüsselt.",
    facts: {
      fits: ({ network }) => `In ${network} funktioniert die VNet-Integration.`,
      dualStack: () =>
        "Der Cluster nutzt auch IPv6; dass API Server VNet Integration das verträgt, ist nicht dokumentiert.",
      encryptedInVain: ({ network }) =>
        `${network} ist verschlüsselt, und kein Node hat eine Größe, die verschlüsselt: Der nächste Pool einer neueren Größe kommt nicht zum API-Server.`,
      sizeUnknown: ({ network, pools }) =>
        `${network} ist verschlüsselt; ob die Nodes ${pools.length === 0 ? "dieses Clusters" : `in ${few(pools)}`} ihren Verkehr verschlüsseln, ist nicht bekannt.`,
      encrypted: ({ network, pools, failed }) =>
        `${network} ist verschlüsselt, und das verträgt API Server VNet Integration nicht: Nodes in ${few(pools)} kommen ${failed ? "nicht" : "womöglich nicht mehr"} zum API-Server${failed ? "" : ", sobald sie neu gemacht werden"}.`,
    },
  },
  "api.vnetint-ilb": {
    title: "Load Balancer des API-Servers ist da",
    why: "Mit VNet-Integration erreichen Nodes und Clients den API-Server unter der Adresse dieses Load Balancers.",
    remediation:
      "Lass AKS den Cluster abgleichen; wurde die VNet-Integration eben erst eingeschaltet, stopp ihn einmal und starte ihn wieder.",
    facts: {
      absent: ({ resourceGroup, balancer }) =>
        `In der Node-Ressourcengruppe ${resourceGroup} fehlt der Load Balancer ${balancer}, deshalb führt nichts zum API-Server.`,
      failed: ({ balancer }) => `Der Load Balancer ${balancer} des API-Servers ist im Zustand Failed.`,
      noAddress: ({ balancer }) => `Der Load Balancer ${balancer} des API-Servers hat keine private Adresse.`,
      outside: ({ ip, subnet }) =>
        `Die Adresse ${ip} des API-Servers liegt außerhalb seines Subnetzes ${subnet}.`,
      standsAt: ({ ip, balancer }) =>
        `Der API-Server steht unter ${ip}, hinter dem Load Balancer ${balancer}.`,
    },
  },
  "api.vnetint-nsg": {
    title: "NSGs lassen die Nodes zum API-Server",
    why: "Mit VNet-Integration brauchen die Nodes TCP 443 und 4443 zum Subnetz des API-Servers, und der Load Balancer TCP 9988.",
    remediation: "Gib diese Ports frei, vor der Regel, die sie sperrt.",
    facts: {},
  },
  "api.vnetint-subnet": {
    title: "Subnetz des API-Servers hat Platz",
    why: "Mit VNet-Integration belegt der API-Server Adressen in diesem Subnetz; ohne eine freie kann er nicht neu starten.",
    remediation:
      "Azure ändert den Bereich eines belegten Subnetzes nicht: Lass darin Adressen frei machen (andere Cluster, alte Nodes), oder zieh in einen Cluster mit größerem Subnetz um.",
    facts: {
      absent: ({ network, wanted }) =>
        `Im Netzwerk ${network} fehlt ${wanted === null ? "ein an AKS delegiertes Subnetz" : `das Subnetz ${wanted}`}, und der API-Server braucht es.`,
      notDelegated: ({ subnet }) => `Das Subnetz ${subnet} des API-Servers ist nicht an AKS delegiert.`,
      tooSmall: ({ subnet, prefixes, leastBits }) =>
        `Das Subnetz ${subnet} (${prefixes.join(", ")}) des API-Servers ist kleiner als /${leastBits}.`,
      useUnsaid: ({ subnet }) => `Azure nennt nicht, wie viele Adressen in ${subnet} belegt sind.`,
      full: ({ subnet }) => `Das Subnetz ${subnet} des API-Servers hat keine freie Adresse mehr.`,
      nearlyFull: ({ subnet, free }) =>
        `Das Subnetz ${subnet} des API-Servers hat nur noch ${freeAddresses(free)}.`,
      hasRoom: ({ subnet, free }) =>
        `Das Subnetz ${subnet} des API-Servers ist delegiert und hat ${freeAddresses(free)}.`,
    },
  },
};
