// "Ask NAME": who may make a fix, and the message that asks them.
import type { fixAskTexts as en } from "../en/fix-ask.ts";
import { dotted } from "./words.ts";

export const fixAskTexts: typeof en = {
  fixAsk: {
    button: (name) => `${name} fragen`,
    /** Beside the roles that the fix takes. */
    may: (name) => `Die Rollen von ${name} erlauben es.`,
    groupMay: (name) => `Die Rollen der Gruppe ${name} erlauben es.`,
    wasAsked: (name, time) => `Die Rollen von ${name} erlauben es, gefragt wurde ${time}.`,
    summary: (by, name, cluster) => `${by} bittet ${name}, ${cluster} zu reparieren.`,
    /** Follows the name of whoever is asked. */
    asks: (by) => `: ${by} bittet dich um diese Behebung: Deine Rollen in Azure erlauben sie.`,
    takes: (role) => `Nötig ist ${role}.`,
    untilThen: "Bis dahin",
    wayHere: (isSure) =>
      `kubectl funktioniert ${isSure ? "" : "vielleicht "}hier im Chat: Schreib „kubectl …“.`,
    footer: (run, name, time) =>
      dotted([run, `diagnostiziert ${time} mit den Berechtigungen von ${name}`, "nichts wurde ausgeführt"]),
  },
};
