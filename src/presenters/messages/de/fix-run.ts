// "Request this fix": a fix made in Azure, or taken back, beside what is said of every change.
import type { fixRunTexts as en } from "../en/fix-run.ts";
import { and, labelled, list, message } from "./words.ts";

const place = message<{ cluster: string; count: number; groups: string }>(
  "{cluster}; in Azure {count, plural, one {die Ressourcengruppe} other {die Ressourcengruppen}} {groups}",
);

export const fixRunTexts: typeof en = {
  fixRun: {
    request: "Beheben lassen",
    title: (state, cluster) => `${state}: Behebung für ${cluster}`,
    undoTitle: (state, cluster) => `${state}: Rücknahme der Behebung für ${cluster}`,
    takesBack: (run, does) => labelled(`Nimmt zurück, was ${run} getan hat`, does),
    asks: (name) => `Angefragt von ${name}.`,
    breaksAgain: "Was die Behebung repariert hat, ist danach wieder kaputt.",
    place: (cluster, groups) => place({ cluster, count: groups.length, groups: and(groups) }),
    failed: "Nicht bestanden",
    provedBy: "Bewiesen von",
    wayNow: "Der Weg jetzt",
    wayBefore: "Der Weg vorher",
    came: {
      reachable: "✔ Behoben",
      well: "✔ Behoben",
      degraded: "▲ Ausgeführt, noch beeinträchtigt",
      broken: "✖ Ausgeführt, noch kaputt",
      unknown: "? Ausgeführt, Wirkung nicht bekannt",
      stopped: "■ Ausgeführt, aber gestoppt",
      wrongInside: "▲ Ausgeführt, innen stimmt etwas nicht",
      outside: "▲ Ausgeführt, noch außer Reichweite",
      cutOff: "▲ Ausgeführt, noch außer Reichweite",
    },
    fixed: (word, cluster) => `${word}: ${cluster} ist erreichbar`,
    undone: "✔ Zurückgenommen",
    takenBack: (word, cluster) => `${word}: die Behebung für ${cluster}`,
    notKept: "Alles davon wurde ausgeführt. Was daraus wurde, ist hier nicht bekannt: Drück „Neu prüfen“.",
    made: "Ausgeführt",
    madeOf: (made, all, names) => labelled(`${made} von ${all}`, list(names)),
    open: "Ohne Antwort",
    notAgain:
      "Auf eine der Änderungen kam keine Antwort: Sie wurde höchstens einmal gesendet, und nichts davon wird noch einmal gesendet.",
    seenMade: (name, time) => `${name}; nachgesehen ${time}: Es war, wie es sein sollte, also ausgeführt.`,
    seenNotMade: (name, time) =>
      `${name}; nachgesehen ${time}: Es war nicht, wie es sein sollte. Bis dahin zeigt sich nichts davon.`,
    nothingChanged: "In Azure wurde nichts geändert.",
    findOut: "Drück „Neu prüfen“, bevor jemand mehr anfragt: Das sagt, was jetzt gilt und was noch fehlt.",
    lines: "Ihre Zeilen",
    undo: "Zurücknehmen",
    undoUntil: (time) => `Bis ${time}; das wird wie die Behebung angesehen und genehmigt.`,
    noUndoAhead: "Ist es einmal gemacht, nimmt es hier nichts mehr zurück.",
    noUndo: {
      cutsOff:
        "Nicht von hier: Vielleicht arbeitet inzwischen jemand damit oder es läuft Verkehr darüber, und beides würde abgeschnitten.",
      noStateBefore: "Nichts zurückzunehmen: Es wurde so geschrieben, wie es stand, oder neu begonnen.",
      oneWay: "Azure nimmt eine solche Änderung nicht zurück.",
      stays:
        "Nicht von hier: Es bewirkt allein nichts, und andere haben vielleicht seither etwas hineingelegt.",
      notKept: "Nicht von hier: Was vorher dort stand, ist nicht aufgehoben.",
    },
  },
};
