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

/** A moment for each set of hours that are open at once, out of two weeks. */
export function hoursFor(rules: readonly Rule[]): readonly Sample<Date>[] {
  const windows = once(rules.flatMap(({ when }) => (when === undefined ? [] : [JSON.stringify(when)]))).map(
    (text): Window => JSON.parse(text),
  );
  const begin = Date.UTC(2026, 0, 5);
  const moments = new Map<string, Date>();
  for (let quarter = 0; quarter < 14 * 96 && windows.length > 0; quarter += 1) {
    const now = new Date(begin + quarter * 15 * 60_000);
    const open = windows.filter((window) => isWithin(window, now)).map(hoursOf);
    const label = open.length === 0 ? other : open.join(", ");
    if (!moments.has(label)) moments.set(label, now);
  }
  if (moments.size === 0) moments.set(other, new Date(begin));
  return [...moments].map(([label, value]) => ({ label, value }));
}

const hoursOf = ({ days = [], from, to, timeZone }: Window): string =>
  [...days, `${from}–${to}`, timeZone].join(" ");

/** Both, where some rule asks for it. */
export const switchFor = (isUsed: boolean): readonly Sample<boolean>[] => [
  { label: "no", value: false },
  ...(isUsed ? [{ label: "yes", value: true }] : []),
];
