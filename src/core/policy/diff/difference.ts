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

export const byDimension = <Value>(of: (dimension: Dimension) => Value): Readonly<Record<Dimension, Value>> =>
  Object.fromEntries(dimensions.map((each) => [each, of(each)])) as Record<Dimension, Value>;

export type Kind =
  | ("diagnose" | "diagnose-inside" | "watch" | "volunteer" | "reader")
  | ("run" | "change" | "fix" | "mode");

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
export type PolicyOutcome =
  | Readonly<{ effect: "deny" }>
  | Pick<Extract<Decision, { effect: "allow" }>, "effect" | "show" | "unmasked" | "approval">;

export type PolicyDifference = Readonly<{
  kind: Kind;
  labels: Labels;
  before: PolicyOutcome;
  after: PolicyOutcome;
}>;

/** `all`: whatever was asked there. */
export type Merged = Readonly<{
  kind: Kind;
  in: Readonly<Record<Dimension, "all" | readonly string[]>>;
  before: PolicyOutcome;
  after: PolicyOutcome;
}>;

// Differences that are alike in all but one respect are told as one.

/** A question that was asked, whether or not it was answered alike. */
type Asked = Readonly<{ kind: Kind; labels: Labels }>;

/** Of whom, where and when each of them was asked; what was asked varies by its kind. */
type Everywhere = Readonly<Partial<Record<Dimension, readonly string[]>>>;

export function merge(
  differences: readonly PolicyDifference[],
  asked: Iterable<Asked>,
  everywhere: Everywhere,
): readonly Merged[] {
  const universe = universeOf(asked);
  let all: readonly Merged[] = differences.map(({ labels, ...rest }) => ({ ...rest, in: asLists(labels) }));
  for (const dimension of dimensions)
    all = mergeIn(
      all,
      dimension,
      (each) => everywhere[dimension] ?? universe.get(keyOf(each.kind, dimension, each.in)) ?? [],
    );
  return all;
}

const asLists = (labels: Labels): Merged["in"] => byDimension((each) => [labels[each]]);

function mergeIn(
  all: readonly Merged[],
  dimension: Dimension,
  whole: (each: Merged) => Iterable<string>,
): readonly Merged[] {
  const alike = Map.groupBy(all, (each) =>
    JSON.stringify({ ...each, in: { ...each.in, [dimension]: null } }),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const labels = [...new Set(group.flatMap((each) => each.in[dimension]))];
    const all = [...whole(first)];
    const isAll = all.length > 0 && all.every((label) => labels.includes(label));
    return [{ ...first, in: { ...first.in, [dimension]: isAll ? "all" : labels } }];
  });
}

/** What may be asked depends on this: deployments can be scaled, nodes not; nodes lie in no namespace. */
const dependsOn: Readonly<Partial<Record<Dimension, readonly Dimension[]>>> = {
  names: ["verbs", "resources"],
  namespaces: ["verbs", "resources"],
  resources: ["verbs"],
};

const keyOf = (kind: Kind, dimension: Dimension, at: Readonly<Record<Dimension, unknown>>): string =>
  JSON.stringify([kind, dimension, ...(dependsOn[dimension] ?? []).map((each) => [at[each]].flat())]);

function universeOf(asked: Iterable<Asked>): ReadonlyMap<string, ReadonlySet<string>> {
  const universe = new Map<string, Set<string>>();
  for (const { kind, labels } of asked)
    for (const dimension of dimensions) {
      const key = keyOf(kind, dimension, labels);
      const known = universe.get(key);
      if (known === undefined) universe.set(key, new Set([labels[dimension]]));
      else known.add(labels[dimension]);
    }
  return universe;
}
