// What a change does to each object that it names.
import type { Touched } from "../../../core/run/proposed.ts";
import type { changeObjectTexts as en } from "../en/change-objects.ts";
import { counted, dotted } from "./words.ts";

const does: Readonly<Record<Touched["does"], string>> = {
  change: "wird geändert",
  create: "wird angelegt",
  delete: "wird gelöscht",
  restart: "wird neu gestartet",
  evict: "Pods werden verdrängt",
};

const podsEnd = counted("{it, plural, =0 {} one {# Pod endet} other {# Pods enden}}");

export const changeObjectTexts: typeof en = {
  changeObjects: {
    wouldChange: (time) => `Was sie täte, gesehen ${time}`,
    approved: (time) => `Was genehmigt wurde, gesehen ${time}`,
    object: (what, namespace) => (namespace === null ? what : `${what} in ${namespace}`),
    does: (what, pods) => dotted([does[what], podsEnd(pods)]),
    actedOn: "kein Feld davon ändert sich: Die Zeile sagt, was damit geschieht",
    nothingDiffers: "nichts daran wäre anders als jetzt",
    notSet: "(nicht gesetzt)",
    moreFields: counted(
      "{it, plural, one {# weiteres Feld ist} other {# weitere Felder sind}} nicht gezeigt.",
    ),
    moreObjects: counted(
      "{it, plural, one {# weiteres Objekt ist} other {# weitere Objekte sind}} nicht gezeigt.",
    ),
    noPreview:
      "Was daraus wird, lässt sich vorher nicht zeigen: Dafür gibt es keinen Probelauf. Beurteile sie nach dem Befehl und den Objekten.",
    valuesHidden: "Die Werte sieht nur, wer die Änderung ansieht; hier stehen sie nicht.",
  },
};
