// One thing that a policy answers otherwise than another, and what has to be the same for two of them to be told as one.
import type { Decision } from "../decision.ts";

/** What is asked varies in these, told in this order: names and namespaces are brought together first, groups last. */
export const dimensions = [
  "names",
  "namespaces",
  "hours",
  "incident",
  "emergency",
  "withoutEntra",
  "tags",
  "clusters",
  "resources",
  "verbs",
  "groups",
] as const;
export type Dimension = (typeof dimensions)[number];

export type Kind = "diagnose" | "diagnose-inside" | "watch" | "run" | "change" | "fix" | "mode";

/** What neither of the policies names. */
export const other = "…";
/** The same of types whose objects lie in no namespace. */
export const otherOutside = "…/";
/** Of what lies in no namespace, or has no name of its own. */
export const nowhere = "-";
/** All namespaces at once. */
export const everywhere = "-A";
/** Whoever is in all groups. */
export const together = "*";

/** As the policies write them, or one of the above; empty where it does not matter. Of the circumstances `yes` or `no`. */
export type Labels = Readonly<Record<Dimension, string>>;

/** What of a decision matters to whoever asks. */
export type Outcome =
  | Readonly<{ effect: "deny" }>
  | Pick<Extract<Decision, { effect: "allow" }>, "effect" | "show" | "unmasked" | "approval">;

export type Difference = Readonly<{ kind: Kind; labels: Labels; before: Outcome; after: Outcome }>;

/** `all`: whatever was asked there. */
export type Merged = Readonly<{
  kind: Kind;
  in: Readonly<Record<Dimension, "all" | readonly string[]>>;
  before: Outcome;
  after: Outcome;
}>;
