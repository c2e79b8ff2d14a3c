// What findings about `avd.*` say.
import type { FindingWords } from "../../finding-words.ts";

const noDesktop = (): string => "Nahe am Cluster wurde kein Sitzungshost von Azure Virtual Desktop gefunden.";

export const avdFindings: FindingWords<"avd"> = {
  "avd.session-hosts": {
    title: "Ein Sitzungshost nahe am Cluster nimmt Sitzungen an",
    why: "Ein Hostpool ohne Host, der Sitzungen annimmt, lässt niemanden herein.",
    remediation:
      "Starte einen Sitzungshost des Pools, oder beende seinen Drain-Modus: Das darf, wer den Pool betreibt.",
    facts: {
      takesSessions: ({ machine, pool }) => `${machine} aus dem Hostpool ${pool} nimmt Sitzungen an.`,
      takesNone: ({ machine, status }) =>
        `Kein Sitzungshost nahe am Cluster nimmt Sitzungen an; ${machine} ${status === "" ? "ist in keinem bekannten Zustand" : `steht auf ${status}`}.`,
      noneHere: () => "In diesen Netzwerken steht kein Sitzungshost von Azure Virtual Desktop.",
      notSought: () =>
        "Nahe am Cluster heißt nichts wie ein Desktop, deshalb wurde nach keinem Hostpool gesucht.",
    },
  },
  "avd.host-pool": {
    title: "Du darfst einen Desktop nahe am Cluster öffnen",
    why: "Ein Desktop öffnet sich nur für den, dem er über eine Desktopgruppe seines Hostpools zugewiesen ist.",
    remediation: "Bitte um die Rolle Desktop Virtualization User auf der Desktopgruppe.",
    facts: {
      noDesktop,
      mayUse: ({ group, pool }) => `Du darfst über ${group} Desktops des Hostpools ${pool} öffnen.`,
      mayNotUse: ({ group, pool }) =>
        `Du darfst keinen Desktop des Hostpools ${pool} öffnen: ${group} ist dir nicht zugewiesen.`,
      noDesktopGroup: ({ pool }) => `Der Hostpool ${pool} hat keine Gruppe, die ganze Desktops vergibt.`,
    },
  },
  "avd.reach": {
    title: "Ein Desktop erreicht den API-Server",
    why: "Von einem Desktop kommt kubectl so weit, wie Namen, Regeln, Routen und Peerings seines Netzwerks führen.",
    remediation: "Behebe das, woran der Weg vom Sitzungshost endet.",
    facts: {
      noDesktop,
      reaches: () => "Der Weg von einem Sitzungshost führt zum API-Server.",
    },
  },
};
