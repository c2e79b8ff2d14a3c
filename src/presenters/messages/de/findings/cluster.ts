// What findings about `cluster.*` say.

import type { ErrorMeaning } from "../../../../core/finding/cluster/cluster.provisioning-failed.ts";
import { withoutIds } from "../../../../core/snapshot/resource-id.ts";
import { utc } from "../../../time.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { upperFirst } from "../words.ts";
import { settingFindings } from "./cluster-settings.ts";

const { sayChange } = german.speech;
const timeOf = utc;
const timeText = ({ time }: Readonly<{ time: string }>): string => utc(time);
const { sayUnread } = german.speech;
const { sayOperation } = german.speech;

const meanings: Readonly<Record<ErrorMeaning, string>> = {
  subnetFull: "Ein Subnetz hat keine freien Adressen für die Nodes",
  portsShort: "Die Adressen des Load Balancers haben zu wenige Ports für alle Nodes",
  roleLacking: "Der Identität des Clusters fehlt eine Rolle auf etwas, das sie ändern muss",
  loadUnreachable:
    "Neue Nodes erreichen nicht, was sie beim Start laden. Sieh dir Routen, Firewall und DNS an",
  apiUnreachable:
    "Neue Nodes finden den Namen des API-Servers und erreichen ihn nicht. Sieh dir NSGs, Routen und autorisierte IP-Bereiche an",
  nameUnknown:
    "Neue Nodes finden den Namen des API-Servers nicht. Sieh dir DNS-Server und Verknüpfungen der Zone an",
  podsKept: "Ein PodDisruptionBudget lässt Pods nicht von einem Node weg",
};

export const clusterFindings: FindingWords<"cluster"> = {
  ...settingFindings,
  "cluster.exists": {
    title: "Der Cluster ist da und lesbar",
    why: "Ein falsches Abonnement, ein falscher Name oder eine fehlende Leseberechtigung ist der häufigste Fehlalarm.",
    remediation:
      "Bitte einen Besitzer um die Rolle Reader auf dem Cluster; wurde er gelöscht, muss er neu erstellt werden.",
    facts: {
      deleted: ({ cluster, at, by }) =>
        `${cluster} wurde am ${timeOf(at)}${by === null ? "" : ` von ${by}`} gelöscht; ein Cluster lässt sich nicht wiederherstellen, er muss neu erstellt werden.`,
      deleting: ({ cluster }) => `${cluster} wird gerade gelöscht.`,
      readable: ({ cluster, location }) => `${cluster} ist in ${location} lesbar.`,
    },
  },
  "cluster.operation-in-progress": {
    title: "Kein langer Vorgang hält den Cluster",
    why: "Während eines Upgrades oder einer Rotation kann der API-Server neu starten, und bis zum Ende wird jede Reparatur verweigert.",
    remediation: "Warte, bis der Vorgang zu Ende ist; brich ihn nur ab, wenn er hängt.",
    facts: {
      none: () => "Kein Vorgang läuft.",
      running: ({ all, rotates }) => {
        const rotation = rotates ? " Rechne mit bis zu 30 Minuten ohne API-Server." : "";
        return `Ein Vorgang läuft: ${all.map(sayOperation).join(", ")}. Bis er zu Ende ist, verweigert Azure dort andere Änderungen.${rotation}`;
      },
    },
  },
  "cluster.power-state": {
    title: "Der Cluster läuft",
    why: "Ein gestoppter Cluster hat keine Control Plane, und sein privater Name kann weg sein.",
    remediation: "Starte den Cluster, und diagnostiziere ihn dann noch einmal.",
    facts: {
      stopped: ({ cluster }) => `${cluster} ist gestoppt, deshalb hat er keinen API-Server.`,
      running: ({ cluster }) => `${cluster} läuft.`,
      unsaid: ({ cluster }) => `Azure nennt nicht, ob ${cluster} läuft.`,
    },
  },
  "cluster.provisioning-failed": {
    title: "Letzter Vorgang am Cluster ist gelungen",
    why: "Ein fehlgeschlagener Vorgang hält den API-Server nicht selbst an, aber er nennt einen Fehler und lässt spätere Reparaturen scheitern.",
    remediation: "Behebe, was der Fehler nennt, und lass AKS den Cluster dann abgleichen.",
    facts: {
      succeeded: () => "Der letzte Vorgang am Cluster ist gelungen.",
      canceled: ({ cluster }) => `Der letzte Vorgang an ${cluster} wurde abgebrochen.`,
      failed: ({ cluster, code, meaning }) => {
        const withCode = code === "" ? "" : ` mit ${code}`;
        const why = meaning === null ? "" : `: ${meanings[meaning]}`;
        return `Der letzte Vorgang an ${cluster} ist${withCode} fehlgeschlagen${why}.`;
      },
      notEnded: ({ state }) =>
        `Der letzte Vorgang ist nicht zu Ende; laut cluster.operation-in-progress steht er auf ${state}.`,
    },
  },
  "cluster.recent-change": {
    title: "Änderungen der letzten 24 Stunden",
    why: "Eine Änderung kurz vor der Störung ist der beste Hinweis auf die Ursache.",
    remediation: "Frag, wer die Änderung gemacht hat; ob sie zurückgenommen wird, entscheidet ein Mensch.",
    facts: {
      nothing: () => "Am Cluster und auf dem Weg zu ihm wurde in den letzten 24 Stunden nichts geändert.",
      newest: ({ change, of, doubt }) => {
        const more = of === 1 ? "" : ` Das ist die neueste von ${of} Änderungen in 24 Stunden.`;
        const unread = doubt === null ? "" : ` Vielleicht gibt es weitere: ${withoutIds(sayUnread(doubt))}`;
        return `${upperFirst(sayChange(change))}, ${timeText(change)}.${more}${unread}`;
      },
    },
  },
  "cluster.resource-health": {
    title: "Azure meldet den Cluster als verfügbar",
    why: "Eine Störung der Plattform kann hier niemand beheben, und ihretwegen ist keine Einstellung zu ändern.",
    remediation:
      "Verfolge Service Health, und eröffne eine Supportanfrage, wenn es ungeplant ist und länger als 30 Minuten dauert.",
    facts: {
      available: () => "Azure meldet den Cluster als verfügbar.",
      incident: () =>
        "Azure selbst meldet den Cluster als nicht verfügbar: Das ist eine Störung der Plattform.",
      unheard: () => "Azures eigene Prüfung hat seit einigen Minuten nichts mehr vom Cluster gehört.",
      reported: ({ state }) => `Azure meldet für den Cluster „${state}“.`,
    },
  },
};
