// What many cards share, and what stands where a card could not be shown.
import type { everyCard as en } from "../en/every-card.ts";
import { and, counted, dotted } from "./words.ts";

const entriesLeft = counted("{it, plural, =0 {} one {# Eintrag} other {# Einträge}}");
const charactersLeft = counted("{it, plural, =0 {} one {# Zeichen} other {# Zeichen}}");

export const everyCard: typeof en = {
  /** Titles of at most 12 characters: two fit on a phone. */
  buttons: {
    checkAgain: "Neu prüfen",
    diagnose: "Diagnose",
    ways: "Zugänge",
    details: "Prüfungen",
    command: "Befehl",
    evidence: "Belege",
    pods: "Pods zeigen",
    events: "Events",
    otherWays: "Andere Wege",
    help: "Hilfe",
    clusters: "Cluster",
    status: "Anfragen",
    signIn: "Anmelden",
    openChat: "Chat öffnen",
    choose: "Auswählen",
    next: "Weiter",
    previous: "Zurück",
    runAgain: "Wiederholen",
    asText: "Als Text",
    asTable: "Als Tabelle",
    refresh: "Neu laden",
    yes: "Ja",
    no: "Nein",
    forgetMe: "Vergiss mich",
    forgetPlace: "Ort löschen",
    whoAmI: "Wer bin ich",
  },
  footer: {
    run: (run, name, time, took, readBefore) =>
      dotted([
        run,
        `gefragt von ${name}`,
        time,
        took === "" ? "" : `dauerte ${took}`,
        readBefore > 0 ? `Azure wurde ${readBefore} s vor der Frage gelesen` : "",
      ]),
    logId: (id) => `Log-ID ${id}`,
  },
  tooBig: {
    /** `canAskLess`: a smaller question is answered whole. */
    shortened: (entries, characters, canAskLess) =>
      `▲ Gekürzt auf eine Nachricht, weggelassen: ${and([entriesLeft(entries), charactersLeft(characters)])}. ${
        canAskLess
          ? "Frag nach weniger, um den Rest zu sehen (ein Namespace, ein Name), oder frag auf der Kommandozeile, die alles ausgibt."
          : "Die Kommandozeile gibt alles aus."
      }`,
    command: (characters) =>
      `▲ Ein Befehl von ${characters} Zeichen passt nicht hierher, und die Hälfte davon wäre ein anderer Befehl.`,
  },
  /** Where a card was not taken or could not be made. */
  short: {
    title: "▲ Die Antwort ließ sich nicht zeigen",
    text: "Die ganze Antwort ließ sich hier nicht zeigen: Schreib „status“.",
    elsewhere: "Wo du das gefragt hast, kann ich nicht schreiben, deshalb kommt die Antwort hier.",
  },
  failure: {
    title: "✖ Etwas ist schiefgegangen",
    done: "Was geschehen ist",
    next: "Weiter",
  },
  pressRefused: { title: "✖ Nichts ist geschehen" },
  noted: { title: "✔ Notiert" },
  /** After the name of the person, in a new message: an edit notifies nobody. */
  mention: {
    done: "deine Antwort steht oben.",
    failed: "deine Anfrage ging nicht gut aus, siehe oben.",
    made: "deine Änderung ist ausgeführt, siehe oben.",
    rejected: "deine Änderung wurde abgelehnt, geändert wurde nichts: siehe oben.",
    expired: "die Zeit für deine Änderung ist um, geändert wurde nichts: siehe oben.",
  },
};
