// Azure CLI lines to copy: always with the subscription, quoted for a shell, never asking a question.
import { nameOf, parseResourceId, type ResourceId } from "../../snapshot/resource-id.ts";
import type { Json } from "../../text/canonical-json.ts";
import { quoteArgv } from "../../text/marked.ts";
import {
  type ArmAction,
  type ArmType,
  type ArmWrite,
  type Edit,
  idOf,
  type JsonBody,
  type NoWayBack,
  namesIn,
  type Path,
  type ResourcePlace,
  type What,
} from "./arm-write.ts";
import type { CommandEffect } from "./command-effect.ts";

/** `az <command> --subscription … <argv>`; the default subscription of a shell is often another one. */
export const az = (subscriptionId: string, command: string, ...argv: readonly string[]): string =>
  quoteArgv(["az", ...command.split(" "), "--subscription", subscriptionId, ...argv]);

/** A line about something in a resource group. */
export const azIn = (place: ResourcePlace, command: string, ...argv: readonly string[]): string =>
  az(place.subscriptionId, command, "--resource-group", place.resourceGroup, ...argv);

/** What `make` says about the parts of an id; null where the id has none, so that no half line is printed. */
export function forResource<T>(id: string | undefined, make: (parts: ResourceId) => T): T | null {
  const parts = id === undefined ? null : parseResourceId(id);
  return parts === null ? null : make(parts);
}

// One kind of step of a fix: the line that is printed for it, what that does, and the write that makes it in Azure.

/** `V`: the values of such a step. */
export type AzAction<V> = Readonly<{
  /** What is written; null where a step is only shown, and people run its line. */
  type: ArmType | null;
  line: (values: V) => string;
  effect: (values: V) => CommandEffect;
  /** Null where it is only shown, or its names lead elsewhere. */
  write: (values: V) => ArmWrite | null;
  /** The resource group that the line names. */
  place: (values: V) => ResourcePlace | null;
}>;

/** What a line names. `names`: one for each level of the type, the outermost first. */
export type AzTarget = ResourcePlace & Readonly<{ names: readonly string[] }>;

export const target = (
  { subscriptionId, resourceGroup }: ResourcePlace,
  ...names: readonly string[]
): AzTarget => ({ subscriptionId, resourceGroup, names });

type AtTarget = Readonly<{ at: AzTarget }>;
type WithId = Readonly<{ id: string }>;

type Written<V> = Readonly<{ type: ArmType; what: (values: V) => What | null; noWayBack?: NoWayBack }>;

type Spec<V> = Readonly<{
  /** The words of the line behind `az`. */
  az: string;
  /** Its flags behind those that say where it is. */
  argv?: (values: V) => readonly string[];
  /** What does the same where Azure CLI does not know the line yet. */
  older?: (values: V) => string;
  effect: (values: V) => CommandEffect;
  /** Left out where no SDK of ours makes it, or nothing is written. */
  writes?: Written<V>;
}>;

const noArgv = (): readonly string[] => [];

function writeTo<V>(id: string, values: V, writes: Written<V> | undefined): ArmWrite | null {
  const what = writes?.what(values) ?? null;
  // What a name holds besides letters would lead elsewhere.
  if (writes === undefined || what === null || namesIn(id, writes.type) === null) return null;
  const { type, noWayBack } = writes;
  return { id, type, what, ...(noWayBack === undefined ? {} : { noWayBack }) };
}

/** A line names it in its resource group. `flags`: by level of its type. */
export function byName<V = unknown>(
  spec: Spec<V & AtTarget> & Readonly<{ flags: string }>,
): AzAction<V & AtTarget> {
  const { az: words, flags, argv = noArgv, older, effect, writes } = spec;
  const named = flags.split(" ");
  const lineFor = (values: V & AtTarget): string => {
    const names = named.flatMap((flag, level) => [`--${flag}`, values.at.names[level] ?? ""]);
    return azIn(values.at, words, ...names, ...argv(values));
  };
  return {
    type: writes?.type ?? null,
    line: (values) => (older === undefined ? lineFor(values) : `${lineFor(values)} || ${older(values)}`),
    effect,
    write: (values) =>
      writes === undefined ? null : writeTo(idOf(values.at, writes.type, values.at.names), values, writes),
    place: ({ at }) => at,
  };
}

/** A line names it by its id: Azure CLI knows it as a resource alone, or only with an extension. */
export function byId<V = unknown>(
  spec: Spec<V & WithId> & Readonly<{ flag?: "id" | "ids"; apiVersion?: string }>,
): AzAction<V & WithId> {
  const { az: words, flag = "ids", apiVersion, argv = noArgv, effect, writes } = spec;
  const version = apiVersion === undefined ? [] : ["--api-version", apiVersion];
  return {
    type: writes?.type ?? null,
    line: (values) =>
      az(subscriptionOf(values.id), words, `--${flag}`, values.id, ...version, ...argv(values)),
    effect,
    write: (values) => writeTo(values.id, values, writes),
    place: () => null,
  };
}

const subscriptionOf = (id: string): string => parseResourceId(id)?.subscriptionId ?? "";

/** Its own name, and what it is a part of. */
export const partIn = ({ names }: AzTarget) => ({ name: names.at(-1) ?? "", of: names[0] ?? "" });
export const nameIn = ({ names }: AzTarget) => ({ name: names.at(-1) ?? "" });
export const nameOfId = ({ id }: WithId) => ({ name: nameOf(id) });

export const put = (path: Path, value: Json): Edit => ({ is: "put", path, value });
export const drop = (path: Path): Edit => ({ is: "drop", path });
export const change = (...edits: readonly Edit[]): What => ({ do: "change", edits });
export const create = (body: JsonBody): What => ({ do: "create", body });
export const act = (action: ArmAction) => (): What => ({ do: "act", action });
export const remove = (): What => ({ do: "delete" });

/** A step that is only shown and whose line names no one resource group. */
export const shown = <V>(
  line: (values: V) => string,
  effect: (values: V) => CommandEffect,
  place: (values: V) => ResourcePlace | null = () => null,
): AzAction<V> => ({ type: null, line, effect, write: () => null, place });
