// What a check, a way, a cluster or a run is in: a word and a shape for every state; colour only repeats them.
import type { states as en } from "../en/states.ts";

export const states: typeof en = {
  checkStatus: {
    pass: "✔ In Ordnung",
    warn: "▲ Warnung",
    fail: "✖ Fehler",
    notAssessed: "? Nicht bewertet",
    notApplicable: "– Entfällt",
    notConfigured: "– Nicht eingerichtet",
  },
  pathState: {
    available: "✔ Verfügbar",
    probable: "? Wahrscheinlich",
    blocked: "✖ Gesperrt",
    notConfigured: "– Nicht eingerichtet",
  },
  verdict: {
    reachable: "✔ Erreichbar",
    well: "✔ Erreichbar und in Ordnung",
    wrongInside: "▲ Erreichbar, innen stimmt etwas nicht",
    degraded: "▲ Beeinträchtigt",
    broken: "✖ Gestört",
    unknown: "? Unbekannt",
    stopped: "■ Gestoppt",
  },
  runState: {
    queued: "… Wartet",
    running: "… Läuft",
    succeeded: "✔ Fertig",
    failed: "✖ Fehlgeschlagen",
    denied: "✖ Verweigert",
    timedOut: "▲ Timeout",
    lost: "? Ausgang unbekannt",
    pendingApproval: "▲ Wartet auf Genehmigung",
    approved: "… Genehmigt",
    applying: "… Wird ausgeführt",
    rejected: "✖ Abgelehnt",
    withdrawn: "– Zurückgezogen",
    expired: "– Abgelaufen",
  },
};
