// What a change does to each object that it names.
import type { Touched } from "../../../core/run/proposed.ts";
import { counted, dotted } from "./words.ts";

const does: Readonly<Record<Touched["does"], string>> = {
  change: "is changed",
  create: "is created",
  delete: "is deleted",
  restart: "is restarted",
  evict: "its pods are evicted",
};

const podsEnd = counted("{it, plural, =0 {} one {# pod ends} other {# pods end}}");

export const changeObjectTexts = {
  changeObjects: {
    wouldChange: (time: string) => `What it would do, as seen ${time}`,
    approved: (time: string) => `What was approved, as seen ${time}`,
    object: (what: string, namespace: string | null) =>
      namespace === null ? what : `${what} in ${namespace}`,
    /** `pods`: so many end with it; 0 where that is not known, or none does. */
    does: (what: Touched["does"], pods: number) => dotted([does[what], podsEnd(pods)]),
    actedOn: "no field of it differs: the line says what is done to it",
    nothingDiffers: "nothing of it would differ from now",
    /** In place of a value. */
    notSet: "(not set)",
    moreFields: counted("{it, plural, one {# more field is} other {# more fields are}} not shown."),
    moreObjects: counted("{it, plural, one {# more object is} other {# more objects are}} not shown."),
    noPreview:
      "What comes of it cannot be shown beforehand: there is no dry run of this. Judge it by the command and the objects.",
    valuesHidden: "Its values are shown to whoever reviews it, and not here.",
  },
};
