// What either of two policies names, an example for each pattern, and one that neither names.
import { type AlertSeverity, severities } from "../../alert/alert.ts";
import type { ClusterRef } from "../../cluster-name.ts";
import { matchesGlob } from "../../text/glob.ts";
import { type Circumstances, counts, leastSeverity } from "../circumstances.ts";
import { matchesCluster, matchesGroups } from "../match.ts";
import { type AllowRule, groupNames, type Policy, type Rule } from "../policy.ts";
import { isWithinWindow, type Window } from "../window.ts";
import { type Labels, other } from "./difference.ts";

// Examples for patterns, and for two of them at once: what one rule allows and another closes may lie where they meet.

/** In names of examples: no pattern that people write holds it. */
const fresh = "q7x";

const exampleOf = (pattern: string): string => pattern.replaceAll("*", fresh);

const pairsOf = <Item>(all: readonly Item[]): readonly (readonly [Item, Item])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((another) => [one, another] as const));

/** For each two of which neither's own example fits the other: one that fits both, where there is one. */
function overlapsOf(patterns: readonly string[]) {
  return pairsOf(patterns).flatMap(([a, b]) => {
    const value = exampleOfBoth(a, b);
    if (value === null || value === exampleOf(a) || value === exampleOf(b)) return [];
    return [{ label: value.replaceAll(fresh, other), value, both: [a, b] as const }];
  });
}

/** What fits both, the example of one of them where it does; null where nothing was found. */
function exampleOfBoth(a: string, b: string): string | null {
  const [[start = "", ...inA], [begin = "", ...inB]] = [a.split("*"), b.split("*")];
  const [last = "", end = ""] = [inA.pop(), inB.pop()];
  const met = [longer(start, begin), ...inA, ...inB, longer(last, end)].join(fresh);
  const fitsBoth = (text: string) => [a, b].every((pattern) => matchesGlob(pattern, text));
  return [exampleOf(b), exampleOf(a), met].find(fitsBoth) ?? null;
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a);

/** `label`: as the policy writes it; `both`: of an example that fits two of them at once, the labels of those. */
export type Sample<Value> = Readonly<{ label: string; value: Value; both?: readonly [string, string] }>;

const once = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Names that fit each pattern alone as far as can be, some that fit two, and one that fits none but `*`. */
export function namesFor(patterns: readonly string[]): readonly Sample<string>[] {
  const named = once(patterns).filter((pattern) => pattern !== "*");
  return [...named.map(sampleOf), ...overlapsOf(named), { label: other, value: fresh }];
}

const sampleOf = (pattern: string): Sample<string> => ({ label: pattern, value: exampleOf(pattern) });

export const rulesOf = (...policies: readonly Policy[]): readonly Rule[] =>
  policies.flatMap(({ rules }) => rules);

function clustersFor(rules: readonly Rule[]): readonly Sample<ClusterRef>[] {
  const named = once(rules.flatMap(({ clusters }) => clusters)).filter((pattern) => pattern !== "*");
  const [byId, byName] = [named.filter(isOfId), named.filter((pattern) => !isOfId(pattern))];
  const alone = [...named.map(sampleOf), ...overlapsOf(byName), ...overlapsOf(byId)];
  return [
    ...alone.map((sample) => ({ ...sample, value: clusterOf(sample.value) })),
    ...byId.flatMap((id) => byName.flatMap((name) => clusterOfBoth(id, name))),
    { label: other, value: clusterOf(fresh) },
  ];
}

const isOfId = (pattern: string): boolean => pattern.startsWith("/");

function clusterOf(example: string): ClusterRef {
  if (isOfId(example)) return { id: example, name: nameIn(example) ?? fresh };
  const group = `/subscriptions/${fresh}/resourceGroups/${fresh}`;
  return { id: `${group}/providers/Microsoft.ContainerService/managedClusters/${example}`, name: example };
}

/** What an id, or a pattern of ids, says of the name; undefined where that is open. */
const nameIn = (id: string): string | undefined =>
  /\/managedclusters\/([^/]+)$/i.exec(id)?.[1] ?? /\/([^/*]+)$/.exec(id)?.[1];

function clusterOfBoth(id: string, pattern: string): readonly Sample<ClusterRef>[] {
  const inId = nameIn(id);
  const name = inId === undefined ? exampleOf(pattern) : exampleOfBoth(inId, pattern);
  // Where the one for the id alone has such a name, it fits both already.
  if (name === null || (inId !== undefined && name === exampleOf(inId))) return [];
  const head = inId === undefined ? id : id.slice(0, -inId.length);
  const value = { id: `${exampleOf(head)}${inId === undefined ? "" : name}`, name };
  return [{ label: `${pattern} (${id})`, value, both: [pattern, id] }];
}

type Tags = Readonly<Record<string, string>>;

/** The tags that rules ask for, those of two rules together, and none. */
function tagsFor(rules: readonly Rule[]): readonly Sample<Tags>[] {
  const wanted = once(rules.flatMap(({ tags }) => (tags === undefined ? [] : [JSON.stringify(tags)]))).map(
    (text): Tags => JSON.parse(text),
  );
  const alone = wanted.map((tags) => ({ label: labelOf(tags), value: examplesOf(tags) }));
  const known = new Set(alone.map(({ value }) => sorted(value)));
  const together = pairsOf(wanted).flatMap(([a, b]): readonly Sample<Tags>[] => {
    const value = tagsOfBoth(a, b);
    if (value === null || known.has(sorted(value))) return [];
    return [{ label: labelOf(a, b), value, both: [labelOf(a), labelOf(b)] }];
  });
  return [...alone, ...together, { label: other, value: {} }];
}

const labelOf = (...all: readonly Tags[]): string =>
  [...new Set(all.flatMap(Object.entries).map((tag) => tag.join("=")))].join(", ");

const sorted = (tags: Tags): string => JSON.stringify(Object.entries(tags).sort());

const examplesOf = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).map(([name, pattern]) => [name, exampleOf(pattern)]));

/** Null where they ask for different values of one tag. */
function tagsOfBoth(a: Tags, b: Tags): Tags | null {
  const shared = Object.entries(a).flatMap(([name, pattern]) => {
    const pattern2 = b[name];
    return pattern2 === undefined ? [] : [[name, exampleOfBoth(pattern, pattern2)] as const];
  });
  if (shared.some(([, example]) => example === null)) return null;
  return { ...examplesOf(a), ...examplesOf(b), ...Object.fromEntries(shared) } as Tags;
}

/** A moment for each set of hours that are open at once, whichever of the zones has changed its clocks. */
function hoursFor(rules: readonly Rule[]): readonly Sample<Date>[] {
  const windows = once(rules.flatMap(({ when }) => (when === undefined ? [] : [JSON.stringify(when)]))).map(
    (text): Window => JSON.parse(text),
  );
  const moments = new Map<string, Date>();
  for (const now of windows.length > 0 ? momentsOf(windows) : []) {
    const open = windows.filter((window) => isWithinWindow(window, now)).map(hoursOf);
    const label = open.length === 0 ? other : open.join(", ");
    if (!moments.has(label)) moments.set(label, now);
  }
  if (moments.size === 0) moments.set(other, new Date(weeks[0]));
  return [...moments].map(([label, value]) => ({ label, value }));
}

/** In winter, in summer, and in the weeks in which America or the south has changed its clocks and Europe has not. UTC. */
const weeks = [
  Date.UTC(2026, 0, 5),
  Date.UTC(2026, 2, 16),
  Date.UTC(2026, 6, 6),
  Date.UTC(2026, 9, 12),
  Date.UTC(2026, 9, 26),
] as const;

/** Hours begin and end at these minutes of an hour, in any zone: their clocks differ by quarters. */
function* momentsOf(windows: readonly Window[]): Generator<Date> {
  const edges = windows.flatMap(({ from, to }) => [from, to]).map((time) => Number(time.slice(3)));
  const minutes = new Set(edges.flatMap((edge) => [0, 15, 30, 45].map((quarter) => (edge + quarter) % 60)));
  for (const week of weeks)
    for (let hour = 0; hour < 7 * 24; hour += 1)
      for (const minute of minutes) yield new Date(week + (hour * 60 + minute) * 60_000);
}

const hoursOf = ({ days = [], from, to, timeZone }: Window): string =>
  [...days, `${from}–${to}`, timeZone].join(" ");

/** No alert, and each severity from which on some rule counts. */
function incidentsFor(rules: readonly AllowRule[]): readonly Sample<AlertSeverity | "none">[] {
  const least = rules.flatMap(({ incidentOnly }) =>
    incidentOnly === undefined ? [] : [leastSeverity(incidentOnly)],
  );
  return [
    { label: "no", value: "none" },
    ...severities
      .filter((each) => least.includes(each))
      .map((severity) => ({ label: severity, value: severity })),
  ];
}

/** Both, where some rule asks for it. */
const switchFor = (isUsed: boolean): readonly Sample<boolean>[] => [
  { label: "no", value: false },
  ...(isUsed ? [{ label: "yes", value: true }] : []),
];

// Where and when two policies are asked: on which cluster, at which hour, in an incident or an emergency.

type Respect = "clusters" | "tags" | "hours" | "incident" | "emergency" | "withoutEntra";

export type Situation = Readonly<{
  labels: Pick<Labels, Respect>;
  cluster: ClusterRef;
  clusterAdmin: boolean;
  breakGlass: boolean;
  circumstances: Circumstances;
}>;

type Samples = Readonly<{
  clusters: readonly Sample<ClusterRef>[];
  tags: readonly Sample<NonNullable<ClusterRef["tags"]>>[];
  hours: readonly Sample<Date>[];
  incident: readonly Sample<AlertSeverity | "none">[];
  emergency: readonly Sample<boolean>[];
  withoutEntra: readonly Sample<boolean>[];
}>;

export function samplesFor(rules: readonly Rule[]): Samples {
  const allowing = rules.filter((rule) => rule.effect === "allow");
  return {
    clusters: clustersFor(rules),
    tags: tagsFor(rules),
    hours: hoursFor(rules),
    incident: incidentsFor(allowing),
    emergency: switchFor(allowing.some(({ breakGlass }) => breakGlass)),
    withoutEntra: switchFor(true),
  };
}

export function* situationsOf(samples: Samples): Generator<Situation> {
  for (const cluster of samples.clusters)
    for (const tags of samples.tags)
      for (const hours of samples.hours)
        for (const incident of samples.incident)
          for (const emergency of samples.emergency)
            for (const withoutEntra of samples.withoutEntra)
              yield {
                labels: {
                  ...{ clusters: cluster.label, tags: tags.label, hours: hours.label },
                  ...{ incident: incident.label, emergency: emergency.label },
                  withoutEntra: withoutEntra.label,
                },
                cluster: { ...cluster.value, tags: tags.value },
                ...{ clusterAdmin: withoutEntra.value, breakGlass: emergency.value },
                circumstances: { now: hours.value, incident: incident.value },
              };
}

/** The policy, with the rules that count there for members of these groups: they alone decide what is asked there. */
export function policyIn(policy: Policy, groupIds: readonly string[], situation: Situation): Policy {
  const { cluster, clusterAdmin, breakGlass, circumstances } = situation;
  const groups = groupNames(policy, groupIds);
  const rules = policy.rules.filter((rule) => {
    if (!matchesGroups(rule, groups) || !matchesCluster(rule, cluster)) return false;
    if (!counts(rule, cluster, circumstances)) return false;
    if (rule.effect === "deny") return true;
    return (rule.asClusterAdmin || !clusterAdmin) && (rule.breakGlass === undefined || breakGlass);
  });
  return { ...policy, rules };
}
