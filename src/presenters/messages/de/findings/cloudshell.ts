// What findings about `cloudshell.*` say.
import type { FindingWords } from "../../finding-words.ts";
import { and, counted } from "../words.ts";

const noShell = (): string => "In keinem Netzwerk nahe am Cluster ist Cloud Shell eingerichtet.";

const isOrAre = counted("{it, plural, one {ist} other {sind}}");

export const cloudshellFindings: FindingWords<"cloudshell"> = {
  "cloudshell.network-profile": {
    title: "Cloud Shell darf in einem Netzwerk nahe am Cluster starten",
    why: "Sitzungen von Cloud Shell in einem Netzwerk starten als Container, in einem Subnetz, das an sie delegiert ist.",
    remediation:
      "Delegiere das Subnetz an Microsoft.ContainerInstance/containerGroups, oder stell die Vorlage von Cloud Shell noch einmal bereit.",
    facts: {
      mayStart: ({ subnet, profile }) => `Cloud Shell darf über ${profile} in ${subnet} starten.`,
      notDelegated: ({ subnet, profile }) =>
        `${profile} nennt ${subnet}, und das ist nicht an Container delegiert: Dort startet Cloud Shell nicht.`,
      noProfile: () => "Kein Netzwerkprofil von Cloud Shell nennt ein Subnetz nahe am Cluster.",
    },
  },
  "cloudshell.providers": {
    title: "Ressourcenanbieter von Cloud Shell sind registriert",
    why: "Ohne seine drei Ressourcenanbieter im Abonnement startet Cloud Shell keine Sitzung in einem Netzwerk.",
    remediation: "Registriere die Ressourcenanbieter im Abonnement des Netzwerkprofils.",
    facts: {
      noShell,
      registered: () =>
        "Alle Ressourcenanbieter, die Cloud Shell in einem Netzwerk braucht, sind registriert.",
      notRegistered: ({ namespaces }) =>
        `Cloud Shell startet in keinem Netzwerk dieses Abonnements: ${and(namespaces)} ${isOrAre(namespaces.length)} nicht registriert.`,
      registering: ({ namespaces }) =>
        `${and(namespaces)} ${isOrAre(namespaces.length)} noch nicht registriert.`,
    },
  },
  "cloudshell.relay": {
    title: "Relay von Cloud Shell ist erreichbar",
    why: "Der Browser spricht über Azure Relay mit einem Container von Cloud Shell; ohne das wird eine Sitzung angelegt und öffnet sich nie.",
    remediation:
      "Genehmige den privaten Endpunkt des Relays, verknüpfe seine Zone mit dem Netzwerk der Shell, oder stell die Vorlage von Cloud Shell noch einmal bereit.",
    facts: {
      noShell,
      relayReady: ({ relay }) => `Das Relay ${relay} ist bereit, samt privatem Endpunkt und Namen.`,
      noRelay: ({ group }) =>
        `Neben ${group} steht kein Relay, deshalb öffnet sich keine Sitzung von Cloud Shell.`,
      relayFailed: ({ relay, state }) => `Das Relay ${relay} ist im Zustand „${state}“.`,
      noEndpoint: ({ relay }) =>
        `Das Relay ${relay} hat keinen privaten Endpunkt, über den Container es erreichen.`,
      endpointShut: ({ relay, endpoint, status }) =>
        `Der private Endpunkt ${endpoint} des Relays ${relay} steht auf ${status}, deshalb öffnet sich keine Sitzung von Cloud Shell.`,
      zoneElsewhere: () =>
        "Die Zone mit dem Namen des Relays liegt nicht neben ihm und wurde nicht angesehen.",
      zoneNotLinked: ({ network }) =>
        `Die Zone mit dem Namen des Relays hat keine Verknüpfung mit ${network}, deshalb finden Container dort es nicht.`,
      noRecord: ({ relay }) =>
        `In der Zone fehlt der Eintrag des Relays ${relay}, deshalb finden Container es nicht.`,
    },
  },
  "cloudshell.storage": {
    title: "Cloud Shell erreicht seine Dateifreigabe",
    why: "Cloud Shell bindet seine Dateifreigabe vom eigenen Subnetz aus ein, außer wenn seine Sitzungen nichts aufheben.",
    remediation:
      "Lass das Subnetz der Container auf das Speicherkonto, oder nutze Sitzungen, die nichts aufheben.",
    facts: {
      noShell,
      letsIn: ({ account, subnet }) => `Das Speicherkonto ${account} lässt ${subnet} herein.`,
      keepsOut: ({ account, subnet }) =>
        `Das Speicherkonto ${account} lässt ${subnet} nicht herein, deshalb kann Cloud Shell dort seine Dateifreigabe nicht einbinden.`,
      takesNoKeys: ({ account }) =>
        `Das Speicherkonto ${account} nimmt keine Schlüssel an, und mit ihnen bindet Cloud Shell seine Dateifreigabe ein.`,
      byEndpoint: ({ account }) =>
        `Zum Speicherkonto ${account} führt ein privater Endpunkt; ob es einer für Dateifreigaben ist, wird nicht gelesen.`,
      noAccount: () =>
        "Neben dem Netzwerkprofil liegt kein Speicherkonto: Vielleicht heben die Sitzungen nichts auf.",
    },
  },
  "cloudshell.aci-roles": {
    title: "Der Containerdienst darf Cloud Shell starten",
    why: "Azures Containerdienst startet die Sitzung; dafür braucht er eine Rolle auf dem Netzwerkprofil und auf dem Relay.",
    remediation:
      "Gib Azure Container Instance Service seine Rollen zurück: Network Contributor auf dem Netzwerkprofil, Contributor auf dem Relay.",
    facts: {
      noShell,
      holdsRoles: ({ on }) => `Eine Anwendung hat die Rollen, die Cloud Shell braucht, auf ${and(on)}.`,
      lacksRoles: ({ on }) =>
        `Azures Containerdienst hat keine Rolle auf ${and(on)}, deshalb startet Cloud Shell dort nicht.`,
      someoneHolds: ({ on }) =>
        `Eine Anwendung hat eine Rolle auf ${and(on)}; ob es Azures Containerdienst ist und ob sie reicht, ist nicht bekannt.`,
    },
  },
  "cloudshell.reach": {
    title: "Cloud Shell erreicht den API-Server von seinem Subnetz aus",
    why: "Eine Sitzung in einem Netzwerk kommt so weit, wie Namen, Regeln, Routen und Peerings ihres Subnetzes führen.",
    remediation: "Behebe das, woran der Weg vom Subnetz der Container endet.",
    facts: {
      noShell,
      reaches: () => "Der Weg vom Subnetz der Cloud Shell führt zum API-Server.",
    },
  },
};
