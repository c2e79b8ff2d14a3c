// Every kind of step that a fix may have, in one table. From a step, which is data, its line is printed, what it does is
// told, and it is written to Azure; no line is ever read back.

import { sameId } from "../../snapshot/resource-id.ts";
import { canonicalJson, type Json } from "../../text/canonical-json.ts";
import { distinct } from "../../text/distinct.ts";
import { foldCase, unseenIn } from "../../text/text.ts";
import { type ArmWrite, asJson, type ResourcePlace } from "./arm-write.ts";
import type { AzAction } from "./az.ts";
import { clusterActions } from "./cluster-actions.ts";
import type { CommandEffect, FixEffect } from "./command-effect.ts";
import { gatewayActions } from "./gateway-actions.ts";
import { nameActions } from "./name-actions.ts";
import { networkActions } from "./network-actions.ts";
import { shownActions } from "./shown-actions.ts";

export const actions = {
  ...clusterActions,
  ...nameActions,
  ...networkActions,
  ...gatewayActions,
  ...shownActions,
};

type Actions = typeof actions;
type ValuesOf<A> = A extends AzAction<infer V> ? V : never;

/** One step of a fix, by its kind. */
export type FixStep = {
  [Kind in keyof Actions]: Readonly<{ kind: Kind }> & ValuesOf<Actions[Kind]>;
}[keyof Actions];

/** The cast: the kind picks the action that takes these values, and TypeScript does not follow the link between the two. */
const actionOf = ({ kind }: FixStep): AzAction<FixStep> => actions[kind] as unknown as AzAction<FixStep>;

/** As a shell takes it. */
export const lineOf = (step: FixStep): string => actionOf(step).line(step);

/** The resource group that its line names; null where it names none. */
export const placeOf = (step: FixStep): ResourcePlace | null => actionOf(step).place(step);

const effectOf = (step: FixStep): CommandEffect => actionOf(step).effect(step);

/** A peering is made again by up to four steps; null where they do anything else, or for several pairs. */
function peeringAgain(steps: readonly FixStep[]): FixEffect | null {
  if (!steps.every(({ kind }) => kind === "createPeering" || kind === "deletePeering")) return null;
  const made = steps.map(effectOf).filter((effect) => effect.is === "makesPeering");
  const [first] = made;
  const pairs = new Set(made.map(({ one, other }) => [one, other].toSorted().join()));
  if (first === undefined || pairs.size > 1) return null;
  const { one, other } = first;
  return { is: "peeringAgain", one, other, both: made.length === 2 };
}

/** In their order, each once. */
export const effectOfFix = ({ steps }: Readonly<{ steps: readonly FixStep[] }>): FixEffect =>
  peeringAgain(steps) ?? { is: "steps", effects: distinct(steps.map(effectOf)) };

/** Changes of one object that follow each other are one: it is written once, and never half. */
function joined(writes: readonly ArmWrite[]): readonly ArmWrite[] {
  const all: ArmWrite[] = [];
  for (const write of writes) {
    const last = all.at(-1);
    if (last?.what.do === "change" && write.what.do === "change" && sameId(last.id, write.id))
      all[all.length - 1] = {
        ...last,
        ...write,
        what: { ...write.what, ...last.what, edits: [...last.what.edits, ...write.what.edits] },
      };
    else all.push(write);
  }
  return all;
}

const isSeen = (text: string): boolean => text.isWellFormed() && unseenIn(text) === null;

/** Nothing, a letter that nobody sees, or what a command line takes for a flag: what is shown must be what is sent. */
function isUnfit(value: unknown): boolean {
  if (typeof value === "string") return value === "" || value.startsWith("-") || !isSeen(value);
  if (Array.isArray(value)) return value.length === 0 || value.some(isUnfit);
  if (value === null || typeof value !== "object") return false;
  // A body is shown whole, as JSON, in which a list may be empty.
  return Object.entries(value).some(([name, each]) =>
    name === "body" ? !isSeen(JSON.stringify(each)) : isUnfit(each),
  );
}

/** Null as soon as one of them is no write, or holds a value that cannot be shown as it is. */
export function writesOf(steps: readonly FixStep[]): readonly ArmWrite[] | null {
  if (isUnfit(steps)) return null;
  const writes = steps.flatMap((step) => actionOf(step).write(step) ?? []);
  return writes.length === 0 || writes.length < steps.length ? null : joined(writes);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function unordered(value: Json): Json {
  if (typeof value === "string") return foldCase(value);
  if (value === null || typeof value !== "object") return value;
  if (!isList(value))
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unordered(each)]));
  const items = value.map(unordered).map((item) => [canonicalJson(item), item] as const);
  return items.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, item]) => item);
}

/**
 * One text for all lists of writes that come to the same: in other letters, in another order of the writes or of what a
 * list holds. Of two people who diagnose one fault, each may find it spelled another way.
 */
export const writesKey = (writes: readonly ArmWrite[]): string => canonicalJson(unordered(asJson(writes)));
