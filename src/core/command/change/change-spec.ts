// What is said of a verb that changes something: beside its words and flags, what kubectl asks the API server for.
import type { AlsoRead } from "../grammar/also-reads.ts";
import type { VerbSpec } from "../grammar/verb-spec.ts";
import type { Flags } from "../read-flags.ts";
import type { WriteVerb } from "./change-request.ts";
import type { ChangeRisk } from "./change-risk.ts";

/** `self`: where the object is; the others as of what is read besides. `named`: of another name than the object's. */
export type Effect = Readonly<{
  verb: WriteVerb;
  resource: string;
  where: "self" | AlsoRead["where"];
  named?: string | undefined;
}>;

/** Words behind the names that say what is to be. */
export type ValueWords = Readonly<{ pattern: RegExp; most: number }>;

/** What was said to be done, and to what. */
export type Said = Readonly<{ resources: readonly string[]; values: readonly string[]; flags: Flags }>;

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
