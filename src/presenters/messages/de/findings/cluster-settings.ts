// What findings say about a cluster's own settings: versions, certificates, its key, and when AKS may work on it.
import type { PoolVersion } from "../../../../core/finding/cluster/cluster.version-skew.ts";
import { utc } from "../../../time.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { few, list } from "../words.ts";
import { locked } from "./locked.ts";

const { withNeeds } = german.speech;

const timeOf = utc;

const longTermNote = (longTerm: string | null): string =>
  longTerm === null ? "" : ` Mit Langzeitsupport ginge es bis ${longTerm}.`;

const sayPools = (pools: readonly PoolVersion[]): string =>
  few(pools.map(({ pool, version }) => `${pool} auf ${version}`));

type VersionId = "cluster.version-support" | "cluster.version-skew" | "cluster.compat-flags";

const versionFindings: Pick<FindingWords<"cluster">, VersionId> = {
  "cluster.version-support": {
    title: "Kubernetes-Version wird unterstützt",
    why: "Außerhalb des Supports behebt niemand, was in Kubernetes kaputtgeht, und manche Vorgänge werden verweigert.",
    remediation: "Plane ein Upgrade; es geht von einer Nebenversion zur nächsten.",
    facts: {
      supported: ({ version, until }) => `AKS unterstützt Kubernetes ${version} bis ${until}.`,
      endsSoon: ({ version, until, longTerm }) =>
        `AKS unterstützt Kubernetes ${version} nur noch bis ${until}.${longTermNote(longTerm)}`,
      ended: ({ version, since, longTerm }) =>
        `AKS unterstützte Kubernetes ${version} bis ${since}.${longTermNote(longTerm)}`,
      endedLongAgo: ({ version }) => `AKS unterstützt Kubernetes ${version} schon lange nicht mehr.`,
      unknownVersion: ({ version }) =>
        `Bis wann AKS Kubernetes ${version} unterstützt, ist hier nicht bekannt: Sieh in seinem Releasekalender nach.`,
      calendarOld: ({ version, calendarUntil }) =>
        `Bis wann AKS Kubernetes ${version} unterstützt, ist hier nur auf dem Stand von vor ${calendarUntil} bekannt: Sieh in seinem Releasekalender nach.`,
      versionUnsaid: ({ cluster }) => `Azure nennt nicht, welche Kubernetes-Version ${cluster} hat.`,
    },
  },
  "cluster.version-skew": {
    title: "Die Nodes haben die Version des API-Servers",
    why: "Nodes, die mehr als drei Nebenversionen zurückliegen, werden nicht unterstützt, und Azure verweigert das nächste Upgrade des Clusters.",
    remediation: "Aktualisiere die Nodepools; ihre Nodes werden geleert und ersetzt.",
    facts: {
      noPools: () => "Der Cluster führt keine eigenen Nodepools auf.",
      versionUnsaid: () => "Azure nennt nicht, welche Versionen der API-Server und seine Nodes haben.",
      same: ({ version }) => `Alle Nodepools haben die Version des API-Servers, ${version}.`,
      tooFar: ({ pools, version, most }) =>
        `Der API-Server ist auf ${version}, ${sayPools(pools)}: mehr als ${most} Nebenversionen zurück, deshalb wird das nächste Upgrade verweigert.`,
      behind: ({ pools, version }) => `Der API-Server ist auf ${version}, ${sayPools(pools)}.`,
    },
  },
  "cluster.compat-flags": {
    title: "Der Cluster verträgt jeden Zugang",
    why: "Cloud Shell in einem Netzwerk und Bastion direkt zum API-Server sind weder für AKS Automatic noch für eine gesperrte Node-Ressourcengruppe gemacht.",
    remediation: "Nimm einen anderen Zugang: eine Jumpbox, den Run-Command oder ein VPN.",
    facts: {
      open: () => "Die Art des Clusters verschließt keinen Zugang.",
      locked: ({ by }) =>
        `Das ist ${locked[by]}: Weder Cloud Shell in einem Netzwerk noch Bastion direkt zu seinem API-Server geht hier.`,
    },
  },
};

type CertificateId = "cluster.api-certificate" | "cluster.credential-stale";

const certificateFindings: Pick<FindingWords<"cluster">, CertificateId> = {
  "cluster.api-certificate": {
    title: "Zertifikat des API-Servers ist gültig",
    why: "Zertifikate von Clustern von vor Mai 2019 halten zwei Jahre; sind sie abgelaufen, lehnt jeder Client den API-Server ab.",
    remediation: "Rotiere die Zertifikate des Clusters in einem Fenster, in dem er fehlen darf.",
    facts: {
      ageUnsaid: () =>
        "Azure nennt nicht, wann der Cluster erstellt wurde, und niemand meldet ein abgelaufenes Zertifikat.",
      rotated: ({ at }) => `Die Zertifikate des Clusters wurden am ${timeOf(at)} rotiert.`,
      lasts: ({ createdAt }) =>
        `Der Cluster wurde am ${timeOf(createdAt)} erstellt, und Zertifizierungsstellen aus dieser Zeit halten 30 Jahre.`,
      old: ({ createdAt }) =>
        `Der Cluster wurde am ${timeOf(createdAt)} erstellt, als Zertifizierungsstellen zwei Jahre hielten: Stell sicher, dass sie seitdem rotiert wurden.`,
      expired: ({ cluster, createdAt }) =>
        `Die Zertifikate von ${cluster} sind abgelaufen: Er wurde am ${timeOf(createdAt)} erstellt, als sie zwei Jahre hielten, und keine Rotation ist bekannt.`,
      saidExpired: () =>
        "Laut deiner Fehlermeldung ist ein Zertifikat abgelaufen: das deiner kubeconfig oder das des API-Servers, oder deine Uhr geht falsch.",
    },
  },
  "cluster.credential-stale": {
    title: "Deine kubeconfig passt zum heutigen Cluster",
    why: "Eine kubeconfig von vor einer Rotation der Zertifikate, oder von einem früheren Cluster gleichen Namens, führt nicht mehr hinein.",
    remediation: "Hol die kubeconfig noch einmal.",
    facts: {
      nothingSaid: () => "Deine Frage enthält keinen Fehler zu einem Namen oder einem Zertifikat.",
      sameName: ({ name }) => `Deine Fehlermeldung nennt den API-Server dieses Clusters, ${name}.`,
      formerServer: ({ cluster, asked, now }) =>
        `Deine Fehlermeldung nennt ${asked}, der API-Server von ${cluster} ist aber ${now}: Deine kubeconfig ist von einem früheren oder einem anderen Cluster.`,
      rotatedSince: ({ cluster, at }) =>
        `Die Zertifikate von ${cluster} wurden am ${timeOf(at)} rotiert, und deine kubeconfig vertraut den früheren.`,
      notRotated: () =>
        "Aus den letzten 24 Stunden ist keine Rotation der Zertifikate bekannt: Deine kubeconfig ist noch älter, oder etwas auf dem Weg bricht TLS auf.",
    },
  },
};

export const settingFindings: Pick<
  FindingWords<"cluster">,
  VersionId | CertificateId | "cluster.kms-key" | "cluster.maintenance-window"
> = {
  ...versionFindings,
  ...certificateFindings,
  "cluster.kms-key": {
    title: "Key Vault für das KMS des Clusters ist nutzbar",
    why: "Mit KMS braucht der API-Server den Schlüssel in diesem Key Vault für alles, was er geheim abgelegt hat; ohne ihn fällt er aus.",
    remediation:
      "Stell den Key Vault wieder her, solange Azure ihn noch aufhebt, oder öffne sein Netzwerk für AKS; ist er endgültig weg, eröffne eine Supportanfrage.",
    facts: {
      off: () => "Was der API-Server ablegt, ist ohne eigenen Schlüssel verschlüsselt.",
      usable: ({ vault }) =>
        `Der Key Vault ${vault} ist da und lässt AKS herein; ob der Schlüssel darin gültig ist, wird nicht gelesen.`,
      deleted: ({ vault, purgedAt }) =>
        `Der Key Vault ${vault}, dessen Schlüssel der API-Server braucht, wurde gelöscht; er lässt sich${purgedAt === null ? "" : ` bis ${timeOf(purgedAt)}`} wiederherstellen.`,
      gone: ({ vault, mayBeBroughtBack }) =>
        `Der Key Vault ${vault}, dessen Schlüssel der API-Server braucht, ist ${mayBeBroughtBack ? "weg; ob er sich wiederherstellen lässt, war nicht zu lesen" : "endgültig weg: Secrets im Cluster sind nicht mehr lesbar, also frag Azures Support"}.`,
      closed: ({ vault }) =>
        `Der Key Vault ${vault}, dessen Schlüssel der API-Server braucht, lässt kein Netzwerk herein, und AKS erreicht ihn über seine öffentliche Adresse.`,
      restricted: ({ vault, letIn }) =>
        `Der Key Vault ${vault}, dessen Schlüssel der API-Server braucht, lässt nur ${letIn === 1 ? "ein Netzwerk oder eine Adresse" : `${letIn} Netzwerke und Adressen`} herein, und das unterstützt AKS nicht.`,
      privateWithoutNetwork: ({ vault }) =>
        `Der Key Vault ${vault} ist privat, und so einen erreicht AKS nur mit API Server VNet Integration.`,
      notSeen: ({ vault, needs }) =>
        withNeeds(
          `Der Key Vault ${vault}, dessen Schlüssel der API-Server braucht, ist keiner von denen, die du im Abonnement des Clusters siehst.`,
          needs,
        ),
      noVaultNamed: () =>
        "KMS ist an, aber der Cluster nennt seinen Schlüssel in einer Form, die hier nicht bekannt ist.",
    },
  },
  "cluster.maintenance-window": {
    title: "Keine geplante Wartung läuft",
    why: "In einem geplanten Fenster aktualisiert AKS die Nodes von selbst, und der API-Server kann kurz aussetzen.",
    remediation: "Warte das Ende des Fensters ab, oder plane es für eine andere Zeit.",
    facts: {
      noOperation: () => "Kein Vorgang läuft, deshalb spielt kein geplantes Fenster eine Rolle.",
      noWindow: () => "Ein Vorgang läuft, und für einen von AKS selbst ist kein Fenster geplant.",
      open: ({ window, until }) =>
        `Das geplante Fenster ${window} ist bis ${timeOf(until)} offen: Der laufende Vorgang ist vielleicht von AKS selbst.`,
      closed: ({ windows }) =>
        `Kein geplantes Fenster ist jetzt offen (${list(windows)}), also hat jemand den laufenden Vorgang gestartet.`,
      unknown: ({ window }) => `Ob das geplante Fenster ${window} jetzt offen ist, ist nicht bekannt.`,
    },
  },
};
