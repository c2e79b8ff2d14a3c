// What becomes possible or impossible when one policy takes the place of another: both are asked the same questions.
import { decide } from "../decide.ts";
import type { PolicyAction } from "../decision.ts";
import { whyNoOperator } from "../may-approve.ts";
import { groupNames, groupsOf, type Policy, type Rule } from "../policy.ts";
import {
  byDimension,
  type Dimension,
  dimensions,
  type Kind,
  type Labels,
  type Merged,
  merge,
  type PolicyDifference,
  type PolicyOutcome,
  together,
} from "./difference.ts";
import { changesFor, readsFor } from "./sample-commands.ts";
import {
  namesFor,
  policyIn,
  rulesOf,
  type Sample,
  type Situation,
  samplesFor,
  situationsOf,
} from "./samples.ts";

/** Members of each group that either policy knows, and whoever is in all of them. */
export function comparePolicies(before: Policy, after: Policy): readonly Merged[] {
  const rules = rulesOf(before, after);
  const commands = { reads: readsFor(rules), changes: changesFor(rules) };
  const samples = samplesFor(rules);
  const people = peopleOf(before, after);
  const differences = people.flatMap((person) => [
    ...modeDifference(before, after, person),
    ...differencesFor(before, after, person, [...situationsOf(samples)], commands),
  ]);
  const both = overlapsIn(rules, samples);
  const labelsOf = (all: readonly Sample<unknown>[]) =>
    all.flatMap(({ label, both }) => (both === undefined ? [label] : []));
  return merge(withoutImplied(differences, both), askedOf(commands, both), {
    ...{ clusters: labelsOf(samples.clusters), tags: labelsOf(samples.tags), hours: labelsOf(samples.hours) },
    ...{ incident: labelsOf(samples.incident), emergency: labelsOf(samples.emergency) },
    withoutEntra: labelsOf(samples.withoutEntra),
    groups: labelsOf(people).filter((label) => label !== together),
  });
}

function peopleOf(before: Policy, after: Policy): readonly Sample<readonly string[]>[] {
  const names = new Map([...groupsOf(before), ...groupsOf(after)].map(({ id, name }) => [id, name]));
  const twice = [...names.values()].filter((name, index, all) => all.indexOf(name) !== index);
  const single = [...names].map(([id, name]) => ({
    label: twice.includes(name) ? `${name} (${id})` : name,
    value: [id],
  }));
  return names.size < 2 ? single : [...single, { label: together, value: [...names.keys()] }];
}

/** What one of the groups brings is told of that group alone, and what one of two patterns brings of that pattern. */
function withoutImplied(
  differences: readonly PolicyDifference[],
  both: Overlaps,
): readonly PolicyDifference[] {
  const keyOf = ({ labels, ...rest }: PolicyDifference) =>
    JSON.stringify([rest, ...dimensions.map((each) => labels[each])]);
  const all = new Set(differences.map(keyOf));
  const single = new Set(
    differences
      .filter(({ labels }) => labels.groups !== together)
      .map((each) => keyOf(at(each, "groups", ""))),
  );
  const isOfPattern = (each: PolicyDifference): boolean =>
    overlapping.some((dimension) => {
      const labels = both.get(dimension)?.get(each.labels[dimension]) ?? [];
      return labels.some((label) => all.has(keyOf(at(each, dimension, label))));
    });
  const isOfGroup = (each: PolicyDifference): boolean =>
    each.labels.groups === together && single.has(keyOf(at(each, "groups", "")));
  return differences.filter((each) => !isOfGroup(each) && !isOfPattern(each));
}

const at = (each: PolicyDifference, dimension: Dimension, label: string): PolicyDifference => ({
  ...each,
  labels: { ...each.labels, [dimension]: label },
});

const overlapping = ["clusters", "tags", "namespaces", "names"] as const;
type Overlaps = ReadonlyMap<Dimension, ReadonlyMap<string, readonly string[]>>;

/** Labels of examples that fit two patterns, with those of both. */
function overlapsIn(rules: readonly Rule[], samples: ReturnType<typeof samplesFor>): Overlaps {
  const scopes = rules.flatMap(({ run, change }) => [...(run ? [run] : []), ...(change ? [change] : [])]);
  const named = rules.flatMap(({ change }) => change?.names ?? []);
  const of = (all: readonly Sample<unknown>[]) =>
    new Map(all.flatMap(({ label, both }) => (both === undefined ? [] : [[label, both] as const])));
  return new Map([
    ["clusters", of(samples.clusters)],
    ["tags", of(samples.tags)],
    ["namespaces", of(namesFor([...scopes.flatMap(({ namespaces }) => namespaces), ...named]))],
    ["names", of(namesFor(named))],
  ]);
}

const unsaid: Labels = byDimension(() => "");

type Person = Sample<readonly string[]>;

function modeDifference(
  before: Policy,
  after: Policy,
  { label, value: groupIds }: Person,
): readonly PolicyDifference[] {
  const answer = (policy: Policy): PolicyOutcome =>
    whyNoOperator(policy, { status: "known", groupIds, source: "token" }) === null
      ? { effect: "allow", show: "thread", unmasked: false }
      : { effect: "deny" };
  const [was, is] = [answer(before), answer(after)];
  return was.effect === is.effect
    ? []
    : [{ kind: "mode", labels: { ...unsaid, groups: label }, before: was, after: is }];
}

type Commands = Readonly<{ reads: ReturnType<typeof readsFor>; changes: ReturnType<typeof changesFor> }>;
type Answered = Readonly<{ kind: Kind; of: Partial<Labels>; before: PolicyOutcome; after: PolicyOutcome }>;

function differencesFor(
  before: Policy,
  after: Policy,
  { label: groups, value: ids }: Person,
  situations: readonly Situation[],
  commands: Commands,
): readonly PolicyDifference[] {
  /** Where the same rules count the answers are the same. */
  const known = new Map<string, readonly Answered[]>();
  return situations.flatMap((situation) => {
    const [was, is] = [policyIn(before, ids, situation), policyIn(after, ids, situation)];
    const { clusterAdmin, breakGlass } = situation;
    const key = JSON.stringify([was.rules, is.rules, clusterAdmin, breakGlass]);
    const answered = known.get(key) ?? [...answersIn(was, is, ids, situation, commands)];
    known.set(key, answered);
    return answered.map(({ kind, of, ...outcomes }) => ({
      kind,
      labels: { ...unsaid, ...situation.labels, groups, ...of },
      ...outcomes,
    }));
  });
}

function* answersIn(
  before: Policy,
  after: Policy,
  ids: readonly string[],
  situation: Situation,
  commands: Commands,
): Generator<Answered> {
  const isAlike =
    JSON.stringify([before.groups, before.rules]) === JSON.stringify([after.groups, after.rules]);
  if (isAlike) return;
  for (const { action, of } of questionsIn(situation, commands)) {
    const [was, is] = [answerOf(before, ids, action, situation), answerOf(after, ids, action, situation)];
    if (JSON.stringify(was) !== JSON.stringify(is)) yield { kind: action.kind, of, before: was, after: is };
  }
}

type Question = Readonly<{ action: PolicyAction; of: Partial<Labels> }>;

/** What is no command is the same without Entra, and what only reads is no emergency: nothing is said of either then. */
function* questionsIn(
  { cluster, clusterAdmin, breakGlass }: Situation,
  { reads, changes }: Commands,
): Generator<Question> {
  const urgent = breakGlass ? ({ breakGlass } as const) : {};
  const calm = { emergency: "" };
  if (!breakGlass && !clusterAdmin)
    for (const kind of ["diagnose", "watch", "volunteer", "reader"] as const)
      yield { action: { kind, cluster }, of: { ...calm, withoutEntra: "" } };
  if (!breakGlass) {
    yield { action: { kind: "diagnose-inside", cluster, clusterAdmin }, of: calm };
    for (const { labels, request } of reads)
      yield { action: { kind: "run", cluster, clusterAdmin, request }, of: { ...calm, ...labels } };
  }
  if (!clusterAdmin) yield { action: { kind: "fix", cluster, ...urgent }, of: { withoutEntra: "" } };
  for (const { labels, request } of changes)
    yield { action: { kind: "change", cluster, clusterAdmin, request, ...urgent }, of: labels };
}

function answerOf(
  policy: Policy,
  groupIds: readonly string[],
  action: PolicyAction,
  { circumstances }: Situation,
): PolicyOutcome {
  const verdict = decide(policy, groupNames(policy, groupIds), action, circumstances);
  if (verdict.effect === "deny") return { effect: "deny" };
  const { effect, show, unmasked, approval } = verdict;
  return { effect, show, unmasked, ...(approval && { approval }) };
}

/** Without what lies where two patterns meet: it is the same for all where it is for each of them. */
const askedOf = ({ reads, changes }: Commands, both: Overlaps) =>
  [
    ...reads.map(({ labels }) => ({ kind: "run" as const, labels: { ...unsaid, ...labels } })),
    ...changes.map(({ labels }) => ({ kind: "change" as const, labels: { ...unsaid, ...labels } })),
  ].filter(({ labels }) => !overlapping.some((each) => both.get(each)?.has(labels[each])));
