// The ways in, and the way drawn.

import { german } from "../catalogue.ts";
import type { wayTexts as en } from "../en/ways.ts";
import { waySpeech } from "../speech/way.ts";
import { message } from "./words.ts";

const ownAddressShown = german.speech.ownAddressShown();
const way = waySpeech(german.texts);

const title = message<{ available: number; probable: number; cluster: string }>(
  `{available, plural,
    =0 {{probable, plural, =0 {✖ Kein Zugang} one {? # wahrscheinlicher Zugang} other {? # wahrscheinliche Zugänge}}}
    one {✔ # Zugang{probable, plural, =0 {} one { und # wahrscheinlicher} other { und # wahrscheinliche}}}
    other {✔ # Zugänge{probable, plural, =0 {} one { und # wahrscheinlicher} other { und # wahrscheinliche}}}
  }: {cluster}`,
);

export const wayTexts: typeof en = {
  way,
  access: {
    /** Of an address or a range. */
    allowed: {
      yes: (of, cluster) => `✔ ${of} wird eingelassen: ${cluster}`,
      partly: (of, cluster) => `▲ Nur ein Teil von ${of} wird eingelassen: ${cluster}`,
      no: (of, cluster) => `✖ ${of} wird nicht eingelassen: ${cluster}`,
      unknown: (of, cluster) => `? Unklar, ob ${of} eingelassen wird: ${cluster}`,
    },
    titleUnread: (cluster) => `? Zugänge unbekannt: ${cluster}`,
    title: (available, probable, cluster) => title({ available, probable, cluster }),
    best: (best) => `Jetzt am besten: ${best}`,
    none: "Jeder Zugang, den ich kenne, ist gesperrt oder nicht eingerichtet: „Andere Wege“ sagt zu jedem, warum.",
    way: (rank, name) => `${rank}. ${name}`,
    lines: "Zeilen zum Kopieren",
    further: "Geht auch",
    closed: "Geht jetzt nicht",
    stopped: (cluster) => `■ ${cluster} ist gestoppt: kein Zugang`,
    from: (place) => `Standort: ${place}.`,
    symptomUnused:
      "Die Zugänge hängen nicht von dem Fehler ab, den du nennst: Für seine Ursache drück „Diagnose“.",
    fromUnknown: (cluster) =>
      `Ich weiß nicht, von wo du dich verbindest. Für eine genaue Antwort schreib: access ${cluster} from ADDRESS. ${ownAddressShown}`,
  },
};
