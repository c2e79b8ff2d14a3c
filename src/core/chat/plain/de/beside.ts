// What is said beside a question, or asked of an answer, in German.
import type { MayWords } from "../language.ts";
import type { Phrases } from "../phrases.ts";

/** Nobody is to look inside the cluster for it. */
export const leavesOut: Phrases = [
  "ohne hineinzusehen|hineinzuschauen|hineinzugucken|reinzusehen|reinzuschauen|reinzugucken",
  "ohne hineinsehen|hineinschauen|reinsehen|reinschauen|reingucken",
  "ohne blick hinein|rein",
  "ohne blick|einen in|ins den|das cluster|innere",
  "nicht hineinsehen|hineinschauen|reinsehen|reinschauen|reingucken",
  "sieh|schau|guck nicht hinein|rein",
  "sieh|schau|guck aber nicht hinein|rein",
  "ohne befehl|befehle|kommando|kommandos",
  "ohne einen befehl|kommando",
  "ohne|nicht|nichts innen|innere|inneres|drinnen",
  "ohne das innere",
  "nur|bloß der|den weg|pfad$",
];

/** Of the last answer; another word beside it asks something else. */
export const why: Phrases = [
  "warum",
  "wieso",
  "weshalb",
  "warum das",
  "wieso das",
  "warum ist das so",
  "wieso ist das so",
  "warum denn",
  "wieso denn",
  "warum denn das",
];

export const may: MayWords = {
  phrases: [
    "darf|dürfen|dürfte|dürft|dürften ich|wir|man",
    "habe|hab|haben|hätte recht|rechte|berechtigung|berechtigungen|erlaubnis|befugnis",
    "ist|wäre es|mir|uns erlaubt|gestattet|ok|okay",
    "bin|sind ich|wir berechtigt|befugt|autorisiert",
    "^kann|können|könnte ich|wir kubectl|ausführen|laufen|löschen|lesen",
    "^can-i",
  ],
  beside:
    "darf dürfen ich wir recht rechte berechtigung erlaubnis sehen lesen anzeigen anschauen ansehen ausführen auszuführen machen listen auflisten holen erlaubt zu abrufen einsehen",
};
