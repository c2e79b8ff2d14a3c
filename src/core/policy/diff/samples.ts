// What either of two policies names, an example for each pattern, and one that neither names.
import type { ClusterRef } from "../decision.ts";
import type { Policy, Rule } from "../policy.ts";
import { isWithin, type Window } from "../window.ts";
import { other } from "./difference.ts";

/** `label`: as the policy writes it. */
export type Sample<Value> = Readonly<{ label: string; value: Value }>;

/** In names of examples: no pattern that people write holds it. */
const fresh = "q7x";
const exampleOf = (pattern: string): string => pattern.replaceAll("*", fresh);

const once = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

/** Names that fit each pattern alone as far as can be, and one that fits none but `*`. */
export const namesFor = (patterns: readonly string[]): readonly Sample<string>[] => [
  ...once(patterns)
    .filter((pattern) => pattern !== "*")
    .map((pattern) => ({ label: pattern, value: exampleOf(pattern) })),
  { label: other, value: fresh },
];

export const rulesOf = (...policies: readonly Policy[]): readonly Rule[] =>
  policies.flatMap(({ rules }) => rules);

export function clustersFor(rules: readonly Rule[]): readonly Sample<ClusterRef>[] {
  const id = (name: string) =>
    `/subscriptions/${fresh}/resourceGroups/${fresh}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  return namesFor(rules.flatMap(({ clusters }) => clusters)).map(({ label, value }) => {
    if (!value.startsWith("/")) return { label, value: { id: id(value), name: value } };
    const [, name = fresh] = /\/managedclusters\/([^/]+)$/i.exec(value) ?? [];
    return { label, value: { id: value, name } };
  });
}

/** The tags that rules ask for, and none. */
export function tagsFor(rules: readonly Rule[]): readonly Sample<Readonly<Record<string, string>>>[] {
  const named = once(rules.flatMap(({ tags }) => (tags === undefined ? [] : [JSON.stringify(tags)])));
  return [
    ...named.map((text) => {
      const tags: Record<string, string> = JSON.parse(text);
      const written = Object.entries(tags).map((tag) => tag.join("="));
      const value = Object.fromEntries(
        Object.entries(tags).map(([name, pattern]) => [name, exampleOf(pattern)]),
      );
      return { label: written.join(", "), value };
    }),
    { label: other, value: {} },
  ];
}

/** A moment for each set of hours that are open at once, whichever of the zones has changed its clocks. */
export function hoursFor(rules: readonly Rule[]): readonly Sample<Date>[] {
  const windows = once(rules.flatMap(({ when }) => (when === undefined ? [] : [JSON.stringify(when)]))).map(
    (text): Window => JSON.parse(text),
  );
  const moments = new Map<string, Date>();
  for (const now of windows.length > 0 ? momentsOf(windows) : []) {
    const open = windows.filter((window) => isWithin(window, now)).map(hoursOf);
    const label = open.length === 0 ? other : open.join(", ");
    if (!moments.has(label)) moments.set(label, now);
  }
  if (moments.size === 0) moments.set(other, new Date(weeks[0]));
  return [...moments].map(([label, value]) => ({ label, value }));
}

/** In winter, in summer, and in the weeks in which America has changed its clocks and Europe has not. UTC. */
const weeks = [
  Date.UTC(2026, 0, 5),
  Date.UTC(2026, 2, 16),
  Date.UTC(2026, 6, 6),
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

/** Both, where some rule asks for it. */
export const switchFor = (isUsed: boolean): readonly Sample<boolean>[] => [
  { label: "no", value: false },
  ...(isUsed ? [{ label: "yes", value: true }] : []),
];
