// What was done to an audit trail that does not fit together.
import type { TrailFault } from "../../../core/audit/broken.ts";
import type { trailTexts as en } from "../en/trail.ts";
import type { Says } from "../says.ts";

export const trailFaults: Says<TrailFault> = {
  rowMissing: ({ row, next, head }) => `Zeile ${row} fehlt: Auf Zeile ${head} folgt Zeile ${next}.`,
  rowOutOfOrder: ({ row, head }) =>
    `Zeile ${row} steht nach Zeile ${head}: Sie ist in falscher Reihenfolge oder doppelt da.`,
  notContinued: ({ row, head }) =>
    `Zeile ${row} setzt Zeile ${head} nicht fort: Ihr previousHash ist nicht der Hash jener Zeile.`,
  changed: ({ row }) => `Zeile ${row} wurde nach dem Versiegeln geändert: Ihr Hash passt nicht zum Inhalt.`,
  withoutKey: ({ row, head }) =>
    `Zeile ${row} wurde ohne Schlüssel versiegelt, Zeile ${head} davor mit einem.`,
  forged: ({ row, signed }) =>
    `Die Signatur von Zeile ${row} passt nicht: Diese Zeile, oder eine seit Zeile ${signed}, wurde geändert, und die Hashes wurden ohne den Schlüssel neu berechnet.`,
  otherRow: ({ row, hash }) =>
    `Zeile ${row} ist nicht die, die dort stand: Ihr Hash war anderswo als ${hash} festgehalten.`,
  endCutOff: ({ row, head }) =>
    `Zeile ${row} war anderswo festgehalten und ist weg: Der Trail endet mit Zeile ${head}, sein Ende wurde also abgeschnitten.`,
  writtenTwice: ({ row, hashes: [one, other] }) =>
    `Zeile ${row} war anderswo zweimal festgehalten, als ${one} und als ${other}: Der Trail wurde davor abgeschnitten und ging weiter.`,
  noneSigned: () => "Keine Zeile ist signiert: Wer in die Datenbank schreiben kann, kann alle gemacht haben.",
  endUnsigned: ({ signed, head }) =>
    `Die Zeilen hinter ${signed} sind nicht signiert, bis zur letzten, ${head}: Wer in die Datenbank schreiben kann, kann sie gemacht haben.`,
  anchorUnreadable: () =>
    "Der Eintrag, der sagt, was die Aufbewahrungsfrist entfernt hat, nennt weder Zeile noch Hash.",
  anchorUnsigned: () =>
    "Der Eintrag, der sagt, was die Aufbewahrungsfrist entfernt hat, ist nicht vom Produkt signiert.",
  removedUnsaid: ({ upTo }) =>
    `Zeilen bis ${upTo} fehlen, und kein Eintrag sagt, dass die Aufbewahrungsfrist sie alle entfernt hat.`,
  removedTooEarly: ({ upTo, before, kept }) =>
    `Zeilen bis ${upTo} wurden zu früh entfernt: alle von vor ${before}, während alles seit ${kept} aufzuheben ist.`,
};

export const trailTexts: typeof en = { trailFaults };
