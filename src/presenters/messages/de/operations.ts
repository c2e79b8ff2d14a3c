// What operators of the bot read: the mode in force, the head of the audit trail.
import type { operationTexts as en } from "../en/operations.ts";
import { counted, few } from "./words.ts";

const mistakes = counted("{it, plural, one {# Fehler} other {# Fehler}} darin");

export const operationTexts: typeof en = {
  closed: {
    title: "✖ Gerade nicht",
    next: "Weiter",
    nextText: "„mode“ zeigt, was jetzt gilt. Frag noch einmal, sobald das hier erlaubt ist.",
  },
  mode: {
    title: (mode) => `Modus: ${mode}`,
    changed: (mode) => `✔ Modus gesetzt: ${mode}`,
    unchanged: "✖ Modus nicht geändert",
    unknown: "? Der Modus war nicht zu lesen",
    unknownText: "Meine Datenbank hat nicht geantwortet. Bis sie es tut, wird nichts ausgeführt.",
    does: {
      full: "Diagnosen und Befehle funktionieren.",
      diagnose: "Diagnosen funktionieren. In keinen Cluster wird ein Befehl geschickt.",
      off: "Aus Azure wird nichts gelesen, und kein Befehl wird geschickt.",
    },
    inForce: "Gilt jetzt",
    setBy: "Gesetzt von",
    since: "Seit",
    reason: "Grund",
    noReason: "Keiner genannt",
    policy: "Richtlinie",
    policyText: (version, others) =>
      others.length === 0
        ? `Version ${version}`
        : `▲ Version ${version} hier, und ${few(others)} auf anderen Replikaten: Was erlaubt ist, hängt davon ab, welches antwortet. Gib allen dieselbe Datei.`,
    newerPolicy: "Neuere Datei",
    newerPolicyText: (problems, first) => `▲ Nicht in Kraft: ${mistakes(problems)}. Der erste: ${first}`,
    sent: "Ein schon geschickter Befehl lässt sich nicht zurückholen: Sein Ergebnis wird noch gezeigt.",
    /** On other cards, as long as the mode is not `full`. */
    line: (mode, name, time, reason) =>
      `▲ Modus ${mode}, ${mode === "off" ? "abgeschaltet" : "keine Befehle"}: gesetzt von ${name}, ${time}${reason === "" ? "" : `: ${reason}`}`,
    shortLine: (mode) => `▲ Modus ${mode}, ${mode === "off" ? "abgeschaltet" : "keine Befehle"}`,
    unknownLine: "? Der Modus war nicht zu lesen: Nichts wird ausgeführt.",
  },
  auditHead: {
    title: (seq) => `Audit-Trail: Zeile ${seq}`,
    subtitle:
      "Einmal am Tag gepostet, wo niemand es ändern kann, dem die Datenbank gehört: Daran fällt auf, wenn der Trail seitdem abgeschnitten oder zurückgesetzt wurde.",
    line: "Hält den Trail gegen diese Zeile",
    waiting: "Nicht versiegelt",
    waitingText: counted("{it, plural, one {# Zeile wartet} other {# Zeilen warten}} dahinter."),
  },
};
