// The one sentence that stands first in a diagnosis.
import type { Diagnosis } from "../../../core/diagnosis/diagnosis.ts";
import type {
  DoubtPlace,
  Limit,
  Stated,
  Summary,
  UntestedSummary,
} from "../../../core/diagnosis/summary-data.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type About<Is extends string> = Extract<UntestedSummary, Readonly<{ is: Is }>>;

type Placed = DoubtPlace & Readonly<{ cluster: string; ownAddress: string }>;

/** A cause is said by its finding. */
type Said = Readonly<{ cluster: string }> &
  (
    | Exclude<UntestedSummary, About<"cause" | "place" | "warning">>
    | (About<"place"> & Readonly<{ place: Placed }>)
    | (About<"warning"> & Readonly<{ place: Placed | null }>)
  );

type Speech = Readonly<{
  sayFound: (stated: Stated) => string;
  sayTested: (tested: Extract<Summary, { is: "tested" }>, cluster: string, said: string) => string;
  ownAddress: () => string;
}>;

export function summarySpeech({ summary: texts }: Catalogue, { sayFound, sayTested, ownAddress }: Speech) {
  const placedIn = (place: DoubtPlace, cluster: string): Placed => ({
    ...place,
    cluster,
    ownAddress: ownAddress(),
  });

  function saidOf(it: Exclude<UntestedSummary, About<"cause">>, cluster: string): Said {
    const placed = (place: DoubtPlace): Placed => placedIn(place, cluster);
    switch (it.is) {
      case "place":
        return { ...it, cluster, place: placed(it.place) };
      case "warning":
        return { ...it, cluster, place: it.place && placed(it.place) };
      default:
        return { ...it, cluster };
    }
  }

  function saySummary({ cluster: { name }, rootCause, summary }: Diagnosis): string {
    const words: Says<Said> = texts.said;
    const untested = summary.is === "tested" ? summary.rest : summary;
    const cause = rootCause === null ? "" : sayFound(rootCause);
    const said = untested.is === "cause" ? cause : say(words, saidOf(untested, name));
    return summary.is === "tested" ? sayTested(summary, name, said) : said;
  }

  function whoOf(limit: Limit): string {
    if (limit.is === "managerRules") return texts.canLook.right(limit.missing);
    return limit.who.runs === "component" ? texts.canLook.component(limit.who) : texts.canLook.farSide;
  }

  return {
    saySummary,
    sayPlaceDoubt: (place: DoubtPlace, cluster: string): string =>
      say<Placed, []>(texts.requesterPlace, placedIn(place, cluster)),
    sayLimit: (limit: Limit) => ({
      what: say<Limit, []>(texts.limit, limit),
      who: whoOf(limit),
      tell: limit.tell,
    }),
  };
}
