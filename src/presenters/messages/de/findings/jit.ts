// What findings about `jit.*` say.
import type { LastWindow } from "../../../../core/finding/machines/jit-findings.ts";
import { german } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";

const { sayCalled } = german.speech;
const { sayUnread } = german.speech;

const whoMay = (action: string): string => `Wer ${action} hat, darf eines anfordern`;

const lastEnd = (ended: string | null): string =>
  ended === null ? "Kein Zeitfenster ist offen" : `Das letzte Zeitfenster endete ${ended}`;

const lastWindow = (last: LastWindow): string =>
  "unread" in last
    ? `Seine Richtlinie wurde nicht gelesen. ${sayUnread(last.unread)}`
    : `${lastEnd(last.ended)}.`;

export const jitFindings: FindingWords<"jit"> = {
  "jit.active-request": {
    title: "Just-in-time-Zugriff lässt dich auf die Jumpbox",
    why: "Just-in-time-Zugriff sperrt SSH und RDP zu einer Maschine mit Absicht, bis jemand ein Zeitfenster anfordert.",
    remediation: "Fordere ein Zeitfenster für Just-in-time-Zugriff an; ändere die Regel nicht.",
    facts: {
      noRule: () => "Vor keiner Jumpbox steht eine Regel für Just-in-time-Zugriff.",
      shut: ({ machine, ended, action }) =>
        `Just-in-time-Zugriff hält ${machine} geschlossen. ${lastEnd(ended)}. ${whoMay(action)}.`,
      shutByRule: ({ machine, port, from, rule, last, action }) =>
        `Just-in-time-Zugriff hält TCP ${port} von ${machine} für ${sayCalled(from)} geschlossen, mit der Regel ${rule}. ${lastWindow(last)} ${whoMay(action)}, um hineinzukommen.`,
      openUntil: ({ machine, port, until }) =>
        `Just-in-time-Zugriff auf TCP ${port} von ${machine} ist bis ${until} offen.`,
    },
  },
  "jit.policy": {
    title: "Just-in-time-Zugriff schützt die Jumpbox",
    why: "An Ports, die geschlossen sind, bis jemand ein Zeitfenster anfordert, probiert sich dazwischen nicht das ganze Internet aus.",
    remediation:
      "Schalte in Defender for Cloud Just-in-time-Zugriff für die Maschine ein, und entferne Regeln, die vor seinen kommen.",
    facts: {
      noHost: () => "Es gibt keine Jumpbox, die eine virtuelle Maschine ist.",
      covered: ({ host }) => `Just-in-time-Zugriff hält ${host} geschlossen, bis jemand anfragt.`,
      needsNone: ({ host }) =>
        `${host} hat keine öffentliche Adresse, und keine Regel lässt das Internet zu ihr herein.`,
      uncovered: ({ host, isPublic }) =>
        isPublic
          ? `${host} hat eine öffentliche Adresse, und keine Regel für Just-in-time-Zugriff steht davor.`
          : `Eine Regel lässt das Internet zu ${host} herein, und keine für Just-in-time-Zugriff steht davor.`,
      overruled: ({ host, rule, priority }) =>
        `Just-in-time-Zugriff hat auf ${host} keine Wirkung: Die Regel ${rule} (Priorität ${priority}) lässt das Internet schon vorher herein.`,
      strangers: () => "Keine Maschine nahe am Cluster heißt wie eine Jumpbox.",
    },
  },
};
