// What became of a change after somebody decided.
import type { changeStateTexts as en } from "../en/change-states.ts";
import { labelled } from "./words.ts";

export const changeStateTexts: typeof en = {
  changeState: {
    next: (name) => `Sie wird als Nächstes ausgeführt, einmal, als ${name}.`,
    waitsForSignIn: (name) =>
      `Sie wartet, bis ${name} angemeldet ist: Schreib „sign in“ in deinem Chat mit mir. Danach wird sie einmal ausgeführt.`,
    applying: (name) => `Sie wird einmal ausgeführt, als ${name}. Ein zweites Mal schickt sie nichts.`,
    goesOn: (time) => `Azure war ${time} noch dabei.`,
    done: (name) => `Einmal ausgeführt, als ${name}.`,
    failed: "Sie wurde nicht oder nicht ganz ausgeführt. Es wird nichts mehr geschickt.",
    exitUnknown:
      "Sie wurde einmal geschickt, und es kam kein Exit-Code zurück. Es wird nichts mehr geschickt.",
    printed: (tool) => `Was ${tool} ausgab`,
    lookFirst: "Sieh zuerst die Objekte an. Frag dann an, was fehlt: Das wird neu genehmigt.",
    findOut: "Sieh die Objekte an, bevor jemand sie noch einmal anfragt: Vielleicht wurde sie ausgeführt.",
    see: "Wie sie jetzt sind",
    atStart: "Geschickt",
    atEnd: "Beendet",
    rejected: (name, word) =>
      word === null
        ? `${name} hat sie abgelehnt und keinen Grund genannt.`
        : labelled(`${name} hat sie abgelehnt`, word),
    withdrawn: (name) => `${name} hat sie zurückgezogen.`,
    nothingChanged: "Es wurde nichts geändert.",
    askAnew: "Wird sie noch gebraucht, frag sie neu an.",
    expiredUnapproved: (time) => `Bis ${time} hat sie niemand genehmigt.`,
    expiredInPart: (given, needed, time) =>
      `${given} von ${needed} hatten sie genehmigt, als ihre Zeit ${time} um war.`,
    expiredUndone: (time) => `Sie war genehmigt und konnte bis ${time} nicht begonnen werden.`,
    seen: "Ihre Objekte",
    changed: (time) =>
      `Nachgesehen ${time}: Sie waren nicht mehr wie bei der Genehmigung. Die Änderung wurde mindestens zum Teil ausgeführt, oder jemand anderes hat die Objekte geändert.`,
    unchanged: (time) =>
      `Nachgesehen ${time}: Sie waren wie bei der Genehmigung. Bis dahin zeigt sich nichts davon.`,
  },
};
