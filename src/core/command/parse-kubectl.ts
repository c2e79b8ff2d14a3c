// The one door for commands: typed text becomes a request that is fully understood, or a refusal. Nothing is guessed,
// and the argv is written anew from what was understood, so what is decided on is what is sent.
import type { OutputFilter, ParsedCommand } from "./command-request.ts";
import { findVerb, type Grammar } from "./find-verb.ts";
import { refusedHelmVerbs, refusedVerbs } from "./grammar/refused.ts";
import { isClusterScoped } from "./grammar/resources.ts";
import { toolOf } from "./grammar/verb-spec.ts";
import { verbs } from "./grammar/verbs.ts";
import { readFilter } from "./output-filter.ts";
import { type Flags, readFlags, writeFlags } from "./read-flags.ts";
import { type ReadTarget, readTarget } from "./read-target.ts";
import { readsOf } from "./reads.ts";
import { type Refusal, refuse } from "./refusal.ts";
import { bounded, scopeOf, shortened } from "./scope-of.ts";
import { refuseSecretValues, risksOf } from "./sensitive.ts";
import { splitShellWords } from "./shell-words.ts";
import { oneTemplate } from "./templates.ts";
import { refuseTypedSecrets } from "./typed-secrets.ts";
import { refuseValueFilters } from "./value-filters.ts";

const reading: Grammar = { verbs, refused: { kubectl: refusedVerbs, helm: refusedHelmVerbs } };

/**
 * Parses one command as it was typed. The argv names full plural types, one word a flag, and the namespace even where
 * none was typed: the runner's own default is not ours to rely on.
 */
export function parseKubectl(text: string): ParsedCommand {
  const split = splitShellWords(text);
  return split.ok ? parseWords(split.parts) : split;
}

/** The same for a command that is an argv already, such as a stored one. */
export const parseArgv = (argv: readonly string[]): ParsedCommand => parseWords([argv]);

/** The words of the command, then those of each part behind a pipe. */
function parseWords([words = [], ...pipes]: readonly (readonly string[])[]): ParsedCommand {
  const found = findVerb(reading, words);
  if (!found.ok) return found;
  const { verb } = found;
  const typed = readFlags(verb, found.words);
  if (!typed.ok) return typed;
  const read = oneTemplate(typed.flags);
  if (!read.ok) return read;
  const target = readTarget(verb, typed.args, read.flags);
  if (!target.ok) return target;
  const filters = readFilters(pipes);
  if ("ok" in filters) return filters;
  const refusal =
    refuseSecretValues(target.resources, read.flags) ?? refuseNameEverywhere(target, read.flags);
  if (refusal !== null) return refusal;
  const { flags: within, ...waits } = shortened(verb, bounded(verb, read.flags));
  const { scope, assumed, flags } = scopeOf(verb, target, within);
  const tool = toolOf(verb);
  const argv = [tool, ...verb.words, ...target.args, ...writeFlags(flags), ...(verb.always ?? [])];
  const telling = refuseTypedSecrets(argv, filters) ?? refuseValueFilters(read.flags);
  if (telling !== null) return telling;
  return {
    ok: true,
    request: {
      tool,
      argv,
      verb: verb.verb,
      resources: target.resources,
      ...(target.subresource === undefined ? {} : { subresource: target.subresource }),
      names: target.names,
      scope,
      ...(assumed && { namespaceAssumed: assumed }),
      ...waits,
      reads: readsOf(verb.verb, target.asked, scope, flags.get("show-events") !== "false"),
      access: "read",
      risks: risksOf(verb.verb, target.resources, flags),
      filters,
    },
  };
}

function readFilters(pipes: readonly (readonly string[])[]): readonly OutputFilter[] | Refusal {
  const filters: OutputFilter[] = [];
  for (const words of pipes) {
    const read = readFilter(words);
    if (!read.ok) return read;
    filters.push(read.filter);
  }
  return filters;
}

/** kubectl refuses this too; here it is said before anything is sent. */
function refuseNameEverywhere(target: Extract<ReadTarget, { ok: true }>, flags: Flags): Refusal | null {
  const inNamespace = target.resources.some((resource) => !isClusterScoped(resource));
  if (flags.get("all-namespaces") !== "true" || target.names.length === 0 || !inNamespace) return null;
  return refuse("name-in-all-namespaces", { is: "nameInAllNamespaces" });
}
