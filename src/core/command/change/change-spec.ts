// What is said of a verb that changes something: beside its words and flags, what kubectl asks the API server for.
import type { AlsoRead } from "../grammar/also-reads.ts";
import type { Flags } from "../grammar/read-flags.ts";
import { type Refusal, refuse } from "../grammar/refusal.ts";
import type { VerbSpec } from "../grammar/verb-spec.ts";
import type { WriteVerb } from "./change-request.ts";
import type { ChangeRisk } from "./change-risks.ts";

/** `self`: where the object is; the others as of what is read besides. `named`: of another name than the object's. */
export type Effect = Readonly<{
  verb: WriteVerb;
  resource: string;
  where: "self" | AlsoRead["where"];
  named?: string | undefined;
}>;

/** Words behind the names that say what is to be. */
type ValueWords = Readonly<{ pattern: RegExp; most: number }>;

/** What was said to be done, and to what. */
type Said = Readonly<{ resources: readonly string[]; values: readonly string[]; flags: Flags }>;

/** What kubectl does with an object of a type. */
export type Effects = Readonly<{ reads: readonly AlsoRead[]; writes: readonly Effect[] }>;

export type ChangeSpec = VerbSpec &
  Readonly<{
    values?: ValueWords;
    /** Of each group one flag has to be given: without it nothing is said, or it would end halfway. */
    needs?: readonly (readonly string[])[];
    /** The names alone are typed: they are of this type. */
    of?: string;
    /** Its objects stand in a file that was sent before. */
    fromFile?: true;
    /** kubectl takes its type, the only one, in a word before the names, and in no other form. */
    apart?: string;
    effects: (resource: string, flags: Flags) => Effects;
    risks?: (of: Said) => readonly ChangeRisk[];
  }>;

// The words behind the objects of a change: labels, taints, images, and what else a verb sets.

const qualified =
  "(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?";
const effect = "(?:NoSchedule|PreferNoSchedule|NoExecute)";
export const labels: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[A-Za-z0-9_.-]{0,63}|-)$`),
  most: 20,
};
export const annotations: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:=[^\\n\\r]{0,2000}|-)$`),
  most: 20,
};
export const taints: ValueWords = {
  pattern: new RegExp(`^${qualified}(?:-|(?:=[\\w.-]{0,63})?:${effect}-?)$`),
  most: 10,
};
export const images: ValueWords = {
  pattern: /^(?:\*|[a-z0-9][a-z0-9-]{0,62})=\w[\w./:@-]{0,300}$/,
  most: 20,
};
export const variables: ValueWords = { pattern: /^[A-Za-z_][\w.-]{0,127}(?:=[^\n\r]{0,1000}|-)$/, most: 20 };
/** 0 is whichever was before: nobody who approves it would know which. */

// What has to be said of a change, once.

export function refuseUnsaid(
  { needs, example }: ChangeSpec,
  values: readonly string[],
  flags: Flags,
): Refusal | null {
  const missing = needs?.find((group) => !group.some((name) => flags.has(name)));
  if (missing !== undefined) {
    const names = missing.map((name) => `--${name}`);
    return refuse("flag-value", { is: "changeFlagMissing", flags: names, example });
  }
  const keys = values.map((value) => value.split(/[=:]|-$/)[0] ?? "");
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  // Which of the two kubectl takes is nothing that whoever approves it should have to know.
  return twice === undefined ? null : refuse("argument-invalid", { is: "changeTwice", word: twice });
}
