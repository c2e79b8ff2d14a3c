// The way drawn: in a few words, why a thing on it does not let anything through.
import type { Reason } from "../../../core/network/step.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { PartState } from "../../../core/way/drawn-way.ts";

/** `reasons`: of what passes there is nothing to say. `checks`, by their id, `checksByState`, by id and state. */
export type WayWords = Readonly<{
  states: Readonly<Record<PartState, string>>;
  reasons: Readonly<{ [K in Reason["is"]]?: (reason: Extract<Reason, Readonly<{ is: K }>>) => string }>;
  checks: Readonly<Record<string, string>>;
  checksByState: Readonly<Record<string, string>>;
}>;

export function waySpeech({ states, reasons, checks, checksByState }: WayWords) {
  const ofReason = (reason: Reason): string | undefined =>
    // The key picks the words that take this reason: TypeScript does not follow the link between the two.
    lookUp<(reason: never) => string>(reasons, reason.is)?.(reason as never);
  const ofCheck = (check: string, state: PartState): string | undefined =>
    lookUp(checksByState, `${check} ${state}`) ?? lookUp(checks, check);

  return (state: PartState, reason: Reason | null, check: string | undefined): string => {
    if (state === "passes") return "";
    const said = reason === null ? undefined : ofReason(reason);
    return said ?? (check === undefined ? undefined : ofCheck(check, state)) ?? states[state];
  };
}
