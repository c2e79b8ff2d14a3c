// The whole output of a command as a file: what is kept of it, masked as it is.

import { outputFormat } from "../command/output-format.ts";
import type { Run } from "./run.ts";

/** `bytes`: of it in UTF-8. */
export type OutputFile = Readonly<{ name: string; text: string; bytes: number }>;

/** Null where nothing is kept, or nothing was printed. */
export function outputFile({ id, cluster, task, status }: Run): OutputFile | null {
  if (task.kind !== "command" || status.state !== "succeeded" || status.result === null) return null;
  const { argv, verb, filters } = task.request;
  const text = status.result.output;
  if (text === "") return null;
  const format = outputFormat(argv);
  const ending = filters.length === 0 && (format === "json" || format === "yaml") ? format : "txt";
  return {
    name: `${plain(cluster.name)}-${plain(verb)}-${id}.${ending}`,
    text,
    bytes: new TextEncoder().encode(text).length,
  };
}

/** OneDrive takes few characters in a name. */
const plain = (word: string): string => word.replace(/[^A-Za-z0-9_-]+/g, "-");
