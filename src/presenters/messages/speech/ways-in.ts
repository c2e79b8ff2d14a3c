// The access paths: what each is called, why it is as it is, and what is to be done on it beside the lines to copy.
import type { AccessPath, PathReason } from "../../../core/access/access-path.ts";
import type { PathId } from "../../../core/access/path-order.ts";
import type { Instruction } from "../../../core/access/way-fact.ts";
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import type { Stop } from "../../../core/requirement/requirement.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import type { Common } from "./finding-words.ts";

type Speech = Readonly<{
  commonFacts: () => Says<Common>;
  stopClause: (stop: Stop) => string;
  sayFound: (stated: Stated) => string;
}>;

/** Something to do that is no command. On one line, whatever a name holds. */
export const remark = (text: string): string => `# ${text.replace(/\s+/g, " ")}`;

export function wayInSpeech(
  { waysIn: texts }: Catalogue,
  { commonFacts, stopClause, sayFound }: Speech,
  closeUp: (text: string) => string,
) {
  const titles: Readonly<Record<PathId, string>> = texts.wayTitle;
  const instructions: Says<Instruction> = texts.instruction;
  const reasons: Says<PathReason> = {
    ...commonFacts(),
    ...texts.fact,
    podStopped: (stop) => texts.podStopped({ clause: stopClause(stop) }),
    told: sayFound,
  };
  return {
    /** Undefined for a way of another release. */
    titleOfWay: (id: string): string | undefined => lookUp<string>(titles, id),
    sayReason: (reason: PathReason): string => closeUp(say(reasons, reason)),
    sayWayStep: (step: AccessPath["steps"][number]): string =>
      typeof step === "string" ? step : remark(say(instructions, step)),
  };
}
