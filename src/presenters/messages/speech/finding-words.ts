// What each finding says: a finding without its words, or a fact that nobody says, does not compile.
import type { Absence } from "../../../core/client/gateways-near.ts";
import type { Finding } from "../../../core/finding/catalogue.ts";
import type { SkipFact } from "../../../core/finding/kit/define-check.ts";
import type { StepFact } from "../../../core/finding/kit/walks.ts";
import type { SharedFact } from "../../../core/outcome/check.ts";
import type { Says } from "../catalogue/says.ts";

export type FindingId = Finding["id"];

/** Fact alike by every finding that finds it. */
export type Common = SharedFact | SkipFact | StepFact | Absence;

type FoundBy<Id extends FindingId> = ReturnType<
  Extract<Finding, Readonly<{ id: Id }>>["evaluate"]
>["facts"][number];

type FactsOf<Id extends FindingId> = Exclude<FoundBy<Id>, string | Readonly<{ is: Common["is"] }>>;

type Words<Id extends FindingId> = Readonly<{
  /** The subject of the check. */
  title: string;
  /** What depends on it. */
  why: string;
  remediation: string;
  facts: Says<FactsOf<Id>>;
}>;

export type AllWords = { readonly [Id in FindingId]: Words<Id> };

type Group = Readonly<{ shared: object }>;

/** Each finding of a group with the facts that several of them say alike; what only helps the texts is left out. */
type WithShared<Of extends Group> = {
  readonly [Id in keyof Of & `${string}.${string}`]: Of[Id] extends Readonly<{ facts: infer Facts }>
    ? Omit<Of[Id], "facts"> & Readonly<{ facts: Of["shared"] & Facts }>
    : never;
};

export function withShared<Of extends Group>({ shared, ...group }: Of): WithShared<Of> {
  const findings = Object.entries(
    group as object as Readonly<Record<string, Readonly<{ facts?: object }>>>,
  ).filter(([id]) => id.includes("."));
  return Object.fromEntries(
    findings.map(([id, words]) => [id, { ...words, facts: { ...shared, ...words.facts } }]),
  ) as WithShared<Of>;
}
