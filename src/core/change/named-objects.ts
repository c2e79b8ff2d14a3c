// The objects that a change names, one by one, as they are asked for.
import type { ChangeRequest } from "../command/change/change-request.ts";
import { customResource } from "../command/grammar/custom-resources.ts";
import { findResource, isClusterScoped } from "../command/grammar/resources.ts";

export type Named = Readonly<{
  /** Full plural name of its type. */
  type: string;
  /** The type as kubectl is asked for it. */
  word: string;
  name: string;
  /** Null where it lies in none. */
  namespace: string | null;
  /** It is made: so far it must not be there. */
  isMade?: true;
  /** It is made where it is not there. */
  mayBeMade?: true;
}>;

/** Where the object is, behind a verb of kubectl. */
export const placeOf = ({ word, name, namespace }: Named): readonly string[] => [
  `${word}/${name}`,
  ...(namespace === null ? [] : [`--namespace=${namespace}`]),
];

/** Value of a flag of the argv, `true` of one without; undefined where it is not there. */
export function flagOf({ argv }: Pick<ChangeRequest, "argv">, name: string): string | undefined {
  const flag = argv.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));
  return flag === undefined ? undefined : flag === `--${name}` ? "true" : flag.slice(name.length + 3);
}

/** The words of the argv behind the verb. */
export function wordsOf({ verb, argv }: ChangeRequest): readonly string[] {
  const verbs = verb.split(" ").length;
  return argv.slice(1 + verbs).filter((word) => !word.startsWith("--"));
}

const ofNodes = ["cordon", "uncordon", "drain"];

/** Those of its file. */
const objectsInFile = ({ file, scope, verb }: ChangeRequest): readonly Named[] =>
  (file?.objects ?? []).map(({ resource, name }) => ({
    ...{ type: resource, word: resource, name },
    namespace: scope.kind === "namespace" && !isClusterScoped(resource) ? scope.name : null,
    ...(verb === "create" && { isMade: true }),
    ...(verb === "apply" && { mayBeMade: true }),
  }));

/** `TYPE/NAME` of each, or `TYPE` before the names; nodes are named alone. */
function typedNames(request: ChangeRequest): readonly (readonly [word: string, name: string])[] {
  const [first = ""] = wordsOf(request);
  const { names } = request;
  if (ofNodes.includes(request.verb)) return names.map((name) => ["nodes", name]);
  if (!first.includes("/")) return names.map((name) => [first, name]);
  return wordsOf(request)
    .slice(0, names.length)
    .map((word) => {
      const [type = "", name = ""] = word.split("/");
      return [type, name];
    });
}

/** Each once, in the order in which they are named; with `autoscale` what would be made, too. */
export function namedObjects(request: ChangeRequest): readonly Named[] {
  const { scope } = request;
  if (request.file !== undefined) return objectsInFile(request);
  const named = typedNames(request).map(([word, name]): Named => {
    const type = findResource(word)?.name ?? customResource(word) ?? word;
    const namespace = scope.kind === "namespace" && !isClusterScoped(type) ? scope.name : null;
    return { type, word, name, namespace };
  });
  const made = request.verb === "autoscale" ? named.map((each) => autoscalerOf(request, each)) : [];
  return [...new Map([...named, ...made].map((each) => [`${each.type}/${each.name}`, each])).values()];
}

const autoscalerOf = (request: ChangeRequest, { name, namespace }: Named): Named => ({
  type: "horizontalpodautoscalers",
  word: "horizontalpodautoscalers",
  name: flagOf(request, "name") ?? name,
  namespace,
  isMade: true,
});
