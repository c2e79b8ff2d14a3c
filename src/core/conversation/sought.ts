// What somebody asked of an object of which they did not say where it lies: a look finds it, and what was asked is offered for
// each that is found. Nothing is guessed, and nothing is sent before a press.

import { findResource } from "../command/grammar/resources.ts";
import type { Run, RunState, Sought } from "../run/run.ts";
import type { TableFact } from "../table/table.ts";
import { toldOutput } from "../table/table-of.ts";

/** As the intent has it: the command that looks for it, too. */
export type SoughtBy = Sought & Readonly<{ look: string }>;

/** In `wants`, for what the look finds. */
export const itsName = "what-it-is";
export const itsSpace = "where-it-is";
export const itsCount = 999;

/** Each becomes a button. */
const mostLines = 4;

/** The lines for what the look has found, the ones that are called so first; none where it found nothing. */
export function soughtLines({ task, cluster }: Run, end: RunState): readonly string[] {
  if (task.kind !== "command" || task.sought === undefined) return [];
  if (end.state !== "succeeded" || end.result === null) return [];
  const { request, sought } = task;
  const told = toldOutput(request, end.result);
  if (told.as !== "table") return [];
  const space = request.scope.kind === "namespace" ? request.scope.name : null;
  const { resource, rows } = told.table;
  const found = rows.map(({ name, namespace, facts }) => {
    const [, kind = resource, bare = name] = /^([a-z]+)[a-z.]*\/(.+)$/.exec(name) ?? [];
    return { type: findResource(kind)?.name ?? kind, name: bare, namespace: namespace ?? space, facts };
  });
  const { name } = sought;
  const called = found.filter((each) => each.name === name);
  const owned = found.filter((each) => name !== null && each.name.startsWith(`${name}-`));
  const meant = [called, owned, found].find(({ length }) => length > 0) ?? [];
  const lines = meant.flatMap((each) => lineFor(sought, each) ?? []);
  return [...new Set(lines)].slice(0, mostLines).map((line) => `${line} on ${cluster.name}`);
}

type Found = Readonly<{
  type: string;
  name: string;
  namespace: string | null;
  facts: readonly TableFact[];
}>;

function lineFor({ wants, more }: Sought, { type, name, namespace, facts }: Found): string | null {
  if (namespace === null || ![name, namespace].every((each) => /^[a-z0-9][a-z0-9.-]*$/.test(each)))
    return null;
  const [, want] = /^\d+\/(\d+)$/.exec(facts.find(({ column }) => column === "READY")?.value ?? "") ?? [];
  if (more !== undefined && want === undefined) return null;
  return wants
    .replace(`workload/${itsName}`, `${type.replace(/s$/, "")}/${name}`)
    .replace(itsName, name)
    .replace(itsSpace, namespace)
    .replace(`=${itsCount}`, `=${Math.max(0, Number(want ?? 0) + (more ?? 0))}`);
}
