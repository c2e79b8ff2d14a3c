// What to ask instead of a command that reads too much: commands that read less and answer much of the same.
import type { CommandRequest } from "../command/command-request.ts";
import { parseArgv } from "../command/parse-kubectl.ts";

/** The nearest first. Which of them are allowed is another question. */
export function narrowerCommands(request: CommandRequest): readonly CommandRequest[] {
  const { verb, argv, scope } = request;
  const words = argv.slice(1 + verb.split(" ").length);
  const get = ["kubectl", "get", ...words.filter((word) => !/^--(show-events|revision)\b/.test(word))];
  const onePod = [
    "kubectl",
    "logs",
    "POD",
    ...(scope.kind === "namespace" ? [`--namespace=${scope.name}`] : []),
  ];
  const isList = request.names.length === 0 && !words.some((word) => word.startsWith("--all-namespaces"));
  switch (verb) {
    case "describe":
      return accepted(
        [...argv.filter((word) => !word.startsWith("--show-events")), "--show-events=false"],
        get,
      );
    case "rollout history":
      return accepted(get);
    case "logs":
      return accepted(onePod);
    case "get":
      return isList
        ? accepted([
            ...argv.slice(0, 3),
            "NAME",
            ...words.slice(1).filter((word) => !/^--(selector|field-selector)=/.test(word)),
          ])
        : [];
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
