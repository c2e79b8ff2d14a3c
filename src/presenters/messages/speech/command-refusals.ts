// Why a command is not accepted, and what to write instead.
import type { Wanted } from "../../../core/command/grammar/flags.ts";
import type { RefusalReason } from "../../../core/command/grammar/refusal.ts";
import type { Says } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

export function commandRefusalSpeech({ refusals: texts }: Catalogue) {
  const { verbUnknown, metacharacter } = texts.refusals;
  const refusals = {
    ...texts.refusals,
    verbUnknown: (it) => verbUnknown({ ...it, near: it.near.map((verb) => `${it.tool} ${verb}`) }),
    metacharacter: (it) => metacharacter({ ...it, character: it.character === "`" ? null : it.character }),
  } satisfies Says<RefusalReason>;
  return {
    refusals,
    sayWanted: (wants: Wanted): string => {
      if (typeof wants === "string") return texts.wantedKind[wants];
      return "either" in wants ? texts.wantedEither(wants) : texts.wantedOneOf(wants);
    },
  };
}
