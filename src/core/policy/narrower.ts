// What to ask instead of a command that reads too much: commands that read less and answer much of the same.
import type { CommandRequest } from "../command/command-request.ts";
import { parseArgv } from "../command/parse-kubectl.ts";

/** The nearest first. Which of them are allowed is another question. */
export function narrowerCommands({ verb, argv, names, scope }: CommandRequest): readonly CommandRequest[] {
  const words = argv.slice(1 + verb.split(" ").length);
  const without = (flags: RegExp) => words.filter((word) => !flags.test(word));
  const get = ["kubectl", "get", ...without(/^--(show-events|revision)\b/)];
  switch (verb) {
    case "describe":
      return accepted(["kubectl", "describe", ...without(/^--show-events\b/), "--show-events=false"], get);
    case "helm status": {
      const plain = words.filter((word) => !/^--(revision|output)\b/.test(word));
      return accepted(["helm", "history", ...plain], ["helm", "get", "notes", ...plain]);
    }
    case "rollout history":
      return accepted(get);
    case "logs": {
      const there = scope.kind === "namespace" ? [`--namespace=${scope.name}`] : [];
      return accepted(["kubectl", "logs", "POD", ...there]);
    }
    case "get": {
      const [types = "", ...flags] = without(/^--(selector|field-selector)=/);
      return names.length === 0 ? accepted(["kubectl", "get", types, "NAME", ...flags]) : [];
    }
    default:
      return [];
  }
}

/** The same in a namespace that most rules reach: says whether naming one can help at all. Null where it was no `-A`. */
export function inOneNamespace({ argv, scope }: CommandRequest): CommandRequest | null {
  if (scope.kind !== "allNamespaces") return null;
  const one = argv.map((word) => (word === "--all-namespaces" ? "--namespace=default" : word));
  return accepted(one)[0] ?? null;
}

/** Commands of our own go through the same door as everyone's. */
const accepted = (...argvs: readonly (readonly string[])[]): readonly CommandRequest[] =>
  argvs.map(parseArgv).flatMap((parsed) => (parsed.ok ? [parsed.request] : []));
