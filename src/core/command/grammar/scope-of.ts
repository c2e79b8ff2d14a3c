// Where a command acts, and what makes it end.
import type { CommandScope } from "./command-request.ts";
import type { Flags } from "./read-flags.ts";
import type { ReadTarget } from "./read-target.ts";
import { isClusterScoped } from "./resources.ts";
import type { VerbSpec } from "./verb-spec.ts";

type Scoped = Readonly<{ scope: CommandScope; assumed?: true; flags: Flags }>;

/** With what makes the command end, where nothing that was typed does. */
export function bounded({ bound }: VerbSpec, flags: Flags): Flags {
  if (bound === undefined || bound.unless.some((name) => flags.has(name))) return flags;
  return new Map([...flags, [bound.flag, bound.value]]);
}

type Shortened = Readonly<{ flags: Flags; waitAsked?: string }>;

/** With the longest wait that an answer is waited for, and what was asked for in its place. */
export function shortened({ most }: VerbSpec, flags: Flags): Shortened {
  const asked = most === undefined ? undefined : flags.get(most.flag);
  if (most === undefined || asked === undefined || most.within.test(asked)) return { flags };
  return { flags: new Map([...flags, [most.flag, most.value]]), waitAsked: asked };
}

/** Where the command reads, with the flags that say so first. */
export function scopeOf(verb: VerbSpec, target: Extract<ReadTarget, { ok: true }>, given: Flags): Scoped {
  const {
    namespace,
    namespaces,
    "all-namespaces": everywhere,
    container,
    ...others
  } = Object.fromEntries(given);
  const named = target.container ?? container;
  const rest = [...(named === undefined ? [] : [["container", named] as const]), ...Object.entries(others)];
  if (verb.target.kind === "fixed" && verb.target.namespace !== undefined) {
    return { scope: { kind: "namespace", name: verb.target.namespace }, flags: new Map(rest) };
  }
  const inNamespace =
    verb.target.kind === "accessQuestion" || target.resources.some((resource) => !isClusterScoped(resource));
  if (!inNamespace) return { scope: { kind: "cluster" }, flags: new Map(rest) };
  if (everywhere === "true") {
    return { scope: { kind: "allNamespaces" }, flags: new Map([["all-namespaces", "true"], ...rest]) };
  }
  const asked = namespaces ?? namespace;
  const name = asked ?? "default";
  const flag = verb.namespaceFlag ?? "namespace";
  return {
    scope: { kind: "namespace", name },
    ...(asked === undefined && { assumed: true }),
    flags: new Map([[flag, name], ...rest]),
  };
}
