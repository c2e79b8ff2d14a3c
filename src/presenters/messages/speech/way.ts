// The way drawn: what each thing on it is called, and in a few words why it does not let anything through.

import type { Thing } from "../../../core/finding/kit/check-meta.ts";
import type { Reason } from "../../../core/network/model/step.ts";
import type { PartState } from "../../../core/path-diagram/drawn-path.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Says } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** Of the packet that a rule denies. */
type Told = Reason & Readonly<{ protocol: string; port: number | string }>;

/** Of what passes there is nothing to say. `checksByState`, by id and state. */
type Words = Readonly<{
  states: Readonly<Record<PartState, string>>;
  marks: Readonly<Record<PartState, string>>;
  things: Readonly<Record<Thing, string>>;
  reasons: Partial<Says<Told>>;
  checks: Readonly<Record<string, string>>;
  checksByState: Readonly<Record<string, string>>;
}>;

function toldOf(reason: Reason): object {
  if (!("packet" in reason)) return reason;
  return { ...reason, protocol: reason.packet.protocol.toUpperCase(), port: reason.packet.port };
}

export function waySpeech({ way }: Catalogue) {
  const { states, marks, things, reasons, checks, checksByState }: Words = way;
  const ofReason = (reason: Reason): string | undefined => {
    // The key picks the words that take this reason: TypeScript does not follow the link between the two.
    const said = lookUp<string | ((reason: never) => string)>(reasons, reason.is);
    return typeof said === "function" ? said(toldOf(reason) as never) : said;
  };
  const ofCheck = (check: string, state: PartState): string | undefined =>
    lookUp(checksByState, `${check} ${state}`) ?? lookUp(checks, check);

  return {
    things,
    marks,
    states,
    called: way.called,
    own: way.own,
    head: way.head,
    saidPart: way.saidPart,
    why: (state: PartState, reason: Reason | null, check: string | undefined): string => {
      if (state === "passes") return "";
      const said = reason === null ? undefined : ofReason(reason);
      return said ?? (check === undefined ? undefined : ofCheck(check, state)) ?? states[state];
    },
    said: (parts: readonly string[]): string => way.said({ parts: parts.join(way.apart) }),
  };
}
