// What findings about `dns.*` say.
import type { GoneZone } from "../../../../core/finding/private-link/gone-zone.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";

const goneZone: Says<GoneZone> = { zoneGone: () => "Es gibt keine private DNS-Zone." };

const sayTo = (servers: readonly string[]): string =>
  servers.length === 0 ? "" : `; den Namen kennt dort ${servers.join(", ")}`;

export const dnsFindings: FindingWords<"dns"> = {
  "dns.a-record-extra": {
    title: "Eintrag enthält keine andere Adresse",
    why: "Wer fragt, nimmt eine der Adressen: Ist eine tote dabei, läuft ein Teil der Verbindungen in den Timeout.",
    remediation: "Entferne die Adressen, unter denen kein API-Server steht.",
    facts: {
      ...goneZone,
      noRecord: () => "Es gibt keinen Eintrag.",
      ofMachine: ({ record }) =>
        `Den Eintrag ${record} hat eine virtuelle Maschine dieses Namens registriert.`,
      oneAddress: () => "Der Eintrag enthält eine Adresse.",
      noneRight: () => "Keine der Adressen im Eintrag ist die des API-Servers.",
      deadBeside: ({ ip }) => `Neben ${ip} enthält der Eintrag Adressen, unter denen kein API-Server steht.`,
    },
  },
  "dns.a-record-match": {
    title: "Eintrag führt zum API-Server",
    why: "Ein Neustart des Clusters oder ein neuer Endpunkt kann die Adresse ändern; Clients laufen dann in den Timeout.",
    remediation: "Ersetze die Adresse im Eintrag, und leere dann die DNS-Caches der Clients.",
    facts: {},
  },
  "dns.a-record-present": {
    title: "Zone hat den Eintrag des API-Servers",
    why: "Ohne den Eintrag antwortet jedes verknüpfte Netzwerk, dass es so einen Host nicht gibt.",
    remediation: "Lege den A-Eintrag mit der Adresse des API-Servers an.",
    facts: {},
  },
  "dns.custom-servers": {
    title: "Eigene DNS-Server antworten",
    why: "Sind die eigenen DNS-Server eines Netzwerks aus, löst nichts mehr auf: Nodes fallen aus, und alle Jumpboxen darin auch.",
    remediation: "Starte die DNS-Server, gib UDP 53 zu ihnen frei, und halte zwei davon.",
    facts: {},
  },
  "dns.duplicate-zone": {
    title: "Keine andere Zone dieses Namens antwortet",
    why: "In Azure hat ein Netzwerk nur mit einer Zone eines Namens eine Verknüpfung: Was die sagt, gilt dort als Antwort, und AKS pflegt nur die eigene.",
    remediation:
      "Verknüpfe das Netzwerk stattdessen mit der Zone des Clusters, oder berichtige den Eintrag in der anderen.",
    facts: {},
  },
  "dns.link-client": {
    title: "Zone ist mit deinem Netzwerk verknüpft",
    why: "Ohne Verknüpfung löst der Name des API-Servers dort nicht auf, obwohl das Peering funktioniert.",
    remediation: "Verknüpfe die Zone mit dem Netzwerk, aus dem du kommst.",
    facts: {},
  },
  "dns.link-cluster": {
    title: "Zone ist mit dem Netzwerk des Clusters verknüpft",
    why: "Über diese Verknüpfung lösen die Nodes den Namen des API-Servers auf.",
    remediation: "Verknüpfe die Zone mit dem Netzwerk des Clusters.",
    facts: {},
  },
  "dns.link-registration": {
    title: "Kein Netzwerk registriert seine Maschinen in der Zone",
    why: "Registrierung füllt die Zone mit Namen von Maschinen, von denen einer den des API-Servers verdrängen kann; und ein Netzwerk kann sich nur in einer Zone registrieren.",
    remediation: "Schalte die Registrierung an den Verknüpfungen der Zone des API-Servers ab.",
    facts: {
      ...goneZone,
      noneRegisters: () => "Kein Netzwerk registriert seine Maschinen in der Zone.",
      registers: ({ links }) => `Registrierung ist an: ${links.join(", ")}.`,
    },
  },
  "dns.link-resolver": {
    title: "Zone ist mit dem Netzwerk der DNS-Server verknüpft",
    why: "Mit eigenen DNS-Servern wird der Name aus dem Netzwerk der Server aufgelöst, nicht aus dem des Clients.",
    remediation:
      "Verknüpfe die Zone mit dem Netzwerk der Server, und lass sie an 168.63.129.16 weiterleiten.",
    facts: {},
  },
  "dns.link-state": {
    title: "Verknüpfungen der Zone sind fertig",
    why: "Eine Verknüpfung wirkt nur im Zustand Completed.",
    remediation: "Warte, solange sie in Arbeit ist; eine fehlgeschlagene lösch und leg sie neu an.",
    facts: {},
  },
  "dns.onprem-forwarding": {
    title: "DNS-Server außerhalb von Azure leiten den Namen weiter",
    why: "Server außerhalb von Azure kennen den privaten Namen nur, wenn sie die Zone an einen Server darin weiterleiten.",
    remediation:
      "Lass den Betreiber des Servers die Zone weiterleiten: an den eingehenden Endpunkt eines DNS-Resolvers oder an einen Server in einem Netzwerk, mit dem die Zone verknüpft ist.",
    facts: {
      noLookupPasted: ({ name }) =>
        `Was DNS-Server außerhalb von Azure antworten, zeigt es nicht: Füg ein, was nslookup ${name} ausgibt.`,
      otherNamePasted: ({ name }) =>
        `Was du eingefügt hast, betrifft einen anderen Namen: Frag nach ${name}.`,
      serverInAzure: ({ server }) => `Gefragt wurde ${server}, und der steht in Azure.`,
      serverPublic: ({ server }) =>
        `${server} ist ein öffentlicher DNS-Server; an ihn wird kein privater Name weitergeleitet.`,
      serverForwards: ({ server, ip }) => `${server} antwortet ${ip}, und dort steht der API-Server.`,
      serverForwardsNot: ({ server, name, to }) =>
        `${server} kennt ${name} nicht: Er leitet die Zone nicht an Azure weiter${sayTo(to)}.`,
      serverAnswersElse: ({ server, addresses, to }) =>
        `${server} antwortet ${addresses.join(", ")}, und dort steht der API-Server nicht: Er hat die Zone woanders her als von Azure${sayTo(to)}.`,
    },
  },
  "dns.private-resolver": {
    title: "Weiterleitungsregeln führen zum richtigen Server",
    why: "In einem Netzwerk, das mit einem DNS-Weiterleitungsregelsatz verknüpft ist, entscheidet eine Regel mit längerem Namen als jede verknüpfte Zone, wer gefragt wird.",
    remediation:
      "Richte die Regel auf einen Resolver, dessen Netzwerk mit der Zone des Clusters verknüpft ist, oder entferne sie und verknüpfe die Zone.",
    facts: {},
  },
  "dns.zone-exists": {
    title: "Private DNS-Zone ist da",
    why: "Ohne die Zone können weder Nodes noch Menschen den Namen des API-Servers auflösen.",
    remediation: "Erstelle die Zone unter demselben Namen neu, mit Eintrag und Verknüpfungen.",
    facts: {
      absent: () => "Die private DNS-Zone des API-Servers gibt es nicht.",
      changeFailed: ({ zone }) => `Die letzte Änderung der privaten DNS-Zone ${zone} ist fehlgeschlagen.`,
      exists: ({ zone }) => `Die private DNS-Zone ${zone} ist da.`,
    },
  },
  "dns.zone-name": {
    title: "Private DNS-Zone hat den richtigen Namen",
    why: "Eine Zone mit anderem Namen, oder einer anderen Region, wird nie nach diesem Namen gefragt.",
    remediation: "Erstelle eine Zone mit dem richtigen Namen, mit Eintrag und Verknüpfungen.",
    facts: {
      ...goneZone,
      fqdnUnknown: () =>
        "Der Cluster nennt keinen privaten Namen seines API-Servers, mit dem die Zone zu vergleichen wäre.",
      fits: ({ zone }) => `Die Zone ${zone} kann den Namen des API-Servers enthalten.`,
      answeredBeside: ({ zone, fqdn, by }) =>
        `Die Zone ${zone} wird nie nach ${fqdn} gefragt; ${by} antwortet dafür, und deren Eintrag pflegt AKS nicht.`,
      neverAsked: ({ zone, fqdn, expected }) =>
        `Die Zone ${zone} wird nie nach ${fqdn} gefragt: Sie müsste ${expected} heißen.`,
    },
  },
};
