// What is kept of a person, and what goes when they ask for it.
import type { forgetMeTexts as en } from "../en/forget-me.ts";
import { counted, list, message } from "./words.ts";

const alsoStays =
  "wo Azures eigene Aufzeichnungen dich in Alarmen oder in Anfragen anderer nennen, bis diese gehen; meine Nachrichten, die Teams aufhebt";

const recordStays = message<{ days: number; also: string }>(
  "Die Aufzeichnung dessen, was du gefragt und gelesen hast (Audit-Einträge: Cluster, Namespaces, Namen, Flags, Anzahlen, nie die Ausgabe), bis sie {days, plural, one {# Tag} other {# Tage}} alt ist: Niemand kann sie vorher entfernen lassen; {also}.",
);
const requests = counted("{it, plural, one {# Anfrage} other {# Anfragen}} samt Ausgaben");
const feedback = counted(
  "{it, plural, one {# Rückmeldung zu einer Diagnose} other {# Rückmeldungen zu Diagnosen}}",
);
const conversations = counted("{it, plural, one {# Unterhaltung} other {# Unterhaltungen}}");
const questions = counted("{it, plural, one {# Frage} other {# Fragen}}");
const watches = counted(
  "{it, plural, =0 {} one {dein Name an # Watch, den der Kanal behält} other {dein Name an # Watches, die die Kanäle behalten}}",
);

export const forgetMeTexts: typeof en = {
  forgetMe: {
    title: "Dich vergessen?",
    subtitle: "Entfernt wird erst etwas, wenn du bestätigst. Das kannst nur du, innerhalb von zehn Minuten.",
    goes: "Geht",
    goesText:
      "Deine Anmeldung, deine Anfragen samt Ausgaben, deine Fragen, deine Rückmeldungen, was ich von unseren Chats weiß, und dein Name dort, wo ein Kanal einem Cluster folgt, und neben einem Modus, den du gesetzt hast.",
    stays: "Bleibt",
    staysText: (days) => recordStays({ days, also: alsoStays }),
  },
  forgotten: {
    title: "✔ Vergessen",
    subtitle: "Deine Anmeldung und das hier Genannte sind entfernt.",
    removed: "Entfernt",
    removedText: (gone) =>
      list([
        requests(gone.requests),
        feedback(gone.feedback),
        conversations(gone.conversations),
        questions(gone.questions),
        watches(gone.watches),
      ]),
    stays: "Bleibt",
    staysText: (time) =>
      `Die Aufzeichnung dessen, was du gefragt und gelesen hast (Audit-Einträge). Der bisher letzte geht nach ${time}, nicht vorher. Außerdem ${alsoStays}.`,
    running: "Läuft noch",
    runningText: counted(
      "{it, plural, =0 {} one {# deiner Anfragen ist noch nicht zu Ende. Schreib danach noch einmal „forget me“, um auch sie zu entfernen.} other {# deiner Anfragen sind noch nicht zu Ende. Schreib danach noch einmal „forget me“, um auch sie zu entfernen.}}",
    ),
  },
};
