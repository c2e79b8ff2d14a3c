// A request on its way: what goes on, what went wrong, what was asked lately.
import type { runTexts as en } from "../en/runs.ts";
import { counted } from "./words.ts";

export const runTexts: typeof en = {
  progress: {
    queued: "Wartet auf einen freien Worker",
    ahead: counted("Vorher {it, plural, one {kommt # deiner Anfragen} other {kommen # deiner Anfragen}}"),
    diagnose: (cluster) => `Diagnostiziere ${cluster}`,
    diagnoseText: "Lese Azure mit deinen Berechtigungen: DNS, Netzwerk, Firewall, Cluster. Meist 10 s.",
    access: (cluster) => `Suche Zugänge zu ${cluster}`,
    accessText: "Bewerte jeden Zugang Schritt für Schritt, mit deinen Berechtigungen. Meist 10 s.",
    command: (cluster) => `Läuft auf ${cluster}`,
    commandText: "Azure führt den Befehl im Cluster aus, als du. Meist 10 s.",
    change: (cluster) => `Prüfe eine Änderung auf ${cluster}`,
    changeText: "Noch ist nichts geändert: Erst wird als du nachgesehen, was sie täte. Meist 10 s.",
    fix: (cluster) => `Prüfe eine Behebung für ${cluster}`,
    fixText: "Noch ist nichts geändert: Erst wird als du nachgesehen, was sie in Azure änderte.",
    clusterAdmin: "▲ Dieser Cluster hat keine Entra-Integration: Der Befehl läuft als cluster-admin.",
  },
  runProblem: {
    title: (state, cluster) => `${state}: ${cluster}`,
    done: "Was geschehen ist",
    next: "Weiter",
    action: "Es fehlt",
    scope: "Auf",
    role: "Rolle",
  },
  status: {
    title: counted("{it, plural, =0 {Noch keine Anfragen} other {Deine letzten Anfragen}}"),
    running: counted("{it, plural, =0 {Nichts läuft.} one {# läuft.} other {# laufen.}}"),
    waiting: counted(
      "{it, plural, one {# Anfrage wartet hier auf eine Freigabe} other {# Anfragen warten hier auf eine Freigabe}}",
    ),
    own: "Deine eigenen letzten",
    askedBy: (name) => `Angefragt von ${name}`,
    more: (count) => `${count} weitere warten hier: Das sind die neuesten.`,
    elsewhere:
      "Was andere anfragen, wartet im Kanal oder Chat, in dem sie gefragt haben, auf die Freigabe: Schreib dort `status`.",
    none: "Frag mich etwas: „help“ sagt, was.",
    open: (row) => `Öffnen ${row}`,
    ways: counted("{it, plural, one {✔ # Zugang} other {✔ # Zugänge}}"),
    perhapsWays: counted(
      "{it, plural, =0 {✖ Kein Zugang} one {? Vielleicht # Zugang} other {? Vielleicht # Zugänge}}",
    ),
    allowed: {
      yes: "✔ Eingelassen",
      partly: "▲ Zum Teil eingelassen",
      no: "✖ Nicht eingelassen",
      unknown: "? Unklar, ob eingelassen",
    },
    outOfReach: (perhaps) => (perhaps ? "? Vielleicht nicht erreichbar" : "✖ Nicht erreichbar"),
    exit: (code) => `${code === 0 ? "✔" : "✖"} Exit ${code}`,
    updated: (time) => `Stand ${time}`,
  },
};
