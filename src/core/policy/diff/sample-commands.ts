// Commands to ask two policies about: each verb with each type, namespace and name that they name.
import type { ChangeRequest, ChangeSpec } from "../../command/change/change-request.ts";
import { changeVerbs } from "../../command/change/change-verbs.ts";
import { parseChange } from "../../command/change/parse-change.ts";
import { imaginedFile, typeInFile } from "../../command/change/sent-file.ts";
import type { CommandRequest, Read } from "../../command/grammar/command-request.ts";
import { helmSecrets } from "../../command/grammar/helm.ts";
import { isClusterScoped, isCustom, resourceTypes } from "../../command/grammar/resources.ts";
import { readVerbs } from "../../command/grammar/verbs.ts";
import type { Rule } from "../policy.ts";
import { everywhere, nowhere, other, otherOutside } from "./difference.ts";
import { namesFor, type Sample } from "./samples.ts";

type Place = Readonly<{ verbs: string; resources: string; namespaces: string; names: string }>;
type SampleCommand<Request> = Readonly<{ labels: Place; request: Request }>;

/** A verb reads one type in one place: the policy sees no more of a command than its reads, one by one. */
export function readsFor(rules: readonly Rule[]): readonly SampleCommand<CommandRequest>[] {
  const scopes = rules.flatMap(({ run }) => run ?? []);
  if (scopes.length === 0) return [];
  const named = scopes.flatMap(({ verbs }) => verbs).filter((verb) => verb !== "*");
  const unnamed = readVerbs.find((verb) => !named.includes(verb));
  const verbs = [
    ...[...new Set(named)].map((verb) => ({ label: verb, value: verb })),
    ...(unnamed === undefined ? [] : [{ label: other, value: unnamed }]),
  ];
  const namespaces = [
    ...namesFor(scopes.flatMap((scope) => scope.namespaces)),
    { label: everywhere, value: null },
  ];
  return verbs.flatMap((verb) =>
    typesFor(scopes.flatMap(({ resources }) => resources)).flatMap((resource) =>
      placesFor(resource.value, namespaces).map(({ label, value: scope }) => ({
        labels: { verbs: verb.label, resources: resource.label, namespaces: label, names: nowhere },
        request: readOf(verb.value, { resource: resource.value, scope, also: false }),
      })),
    ),
  );
}

function readOf(verb: string, read: Read): CommandRequest {
  const scope = read.scope.kind === "namespaceObjects" ? ({ kind: "cluster" } as const) : read.scope;
  return {
    ...{ tool: verb.startsWith("helm ") ? "helm" : "kubectl", argv: [], verb, resources: [read.resource] },
    ...{ names: [], scope, reads: [read], access: "read", risks: [], filters: [] },
  };
}

/** What is never meant by `*`, or by it alone, is asked about by its name. */
function typesFor(
  named: readonly string[],
  isAsked: (type: string) => boolean = () => true,
): readonly Sample<string>[] {
  const known = [...new Set([...named.filter((type) => type !== "*"), "secrets", helmSecrets])];
  const examples = known.map((type) => ({ label: type, value: type.replace(/^\*\./, "q7x.") }));
  const unnamed = (namespaced: boolean) =>
    resourceTypes.find(
      ({ name, ...type }) => type.namespaced === namespaced && !known.includes(name) && isAsked(name),
    )?.name;
  return [
    ...examples,
    ...[
      { label: other, value: unnamed(true) },
      { label: otherOutside, value: unnamed(false) },
    ].flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }])),
  ];
}

function placesFor(
  resource: string,
  namespaces: readonly Sample<string | null>[],
): readonly Sample<Read["scope"]>[] {
  if (resource === "namespaces")
    return namespaces.map(({ label, value }) => ({
      label,
      value: { kind: "namespaceObjects", names: value === null ? [] : [value] },
    }));
  if (isClusterScoped(resource)) return [{ label: nowhere, value: { kind: "cluster" } }];
  return namespaces.map(({ label, value }) => ({
    label,
    value: value === null ? { kind: "allNamespaces" } : { kind: "namespace", name: value },
  }));
}

/** Commands as they are typed, so that they read and change what the real ones do. */
export function changesFor(rules: readonly Rule[]): readonly SampleCommand<ChangeRequest>[] {
  const scopes = rules.flatMap(({ change }) => change ?? []);
  if (scopes.length === 0) return [];
  const namespaces = namesFor(scopes.flatMap((scope) => scope.namespaces));
  const names = namesFor(scopes.flatMap((scope) => scope.names ?? []));
  const named = scopes.flatMap(({ resources }) => resources);
  return changeVerbs.flatMap((spec) =>
    changedTypes(spec, named).flatMap((type) =>
      objectsFor(type.value, namespaces, names).flatMap(({ name, namespace, in: place }) => {
        const file = spec.fromFile === true ? imaginedFile(fileName, [`${type.value}/${name}`]) : null;
        const parsed = parseChange(typed(spec, type.value, name, namespace), file ?? undefined);
        const labels = { verbs: spec.verb, resources: type.label, ...place };
        return parsed.ok ? [{ labels, request: parsed.request }] : [];
      }),
    ),
  );
}

/** Never meant by `*`, or judged by their own names as what lies in them is by theirs. */
const apart = ["roles", "rolebindings", "clusterroles", "clusterrolebindings", "namespaces"];

function changedTypes(
  { target, of, fromFile }: ChangeSpec,
  named: readonly string[],
): readonly Sample<string>[] {
  if (of !== undefined) return [{ label: of, value: of }];
  const types = target.kind === "objects" ? target.types : undefined;
  if (types === undefined)
    return typesFor([...named, ...apart], (type) => fromFile !== true || typeInFile(type) !== undefined);
  // Those that neither policy names are alike.
  return types.map((type) => ({ label: named.includes(type) ? type : other, value: type }));
}

type Placed = Readonly<{
  name: string;
  /** Empty where it lies in none. */
  namespace: string;
  in: Pick<Place, "namespaces" | "names">;
}>;

function objectsFor(
  type: string,
  namespaces: readonly Sample<string>[],
  names: readonly Sample<string>[],
): readonly Placed[] {
  if (type !== "namespaces")
    return names.flatMap((name) =>
      changedPlaces(type, namespaces).map(({ label, value }) => ({
        ...{ name: name.value, namespace: value },
        in: { namespaces: label, names: name.label },
      })),
    );
  // Its name is that of a namespace, whichever of the two a rule names it by.
  const all = new Map([...names, ...namespaces].map(({ label, value }) => [value, label]));
  return [...all].map(([name, label]) => ({
    ...{ name, namespace: "" },
    in: { namespaces: label, names: nowhere },
  }));
}

const changedPlaces = (type: string, namespaces: readonly Sample<string>[]): readonly Sample<string>[] =>
  isClusterScoped(type) && !isCustom(type) ? [{ label: nowhere, value: "" }] : namespaces;

/** As the examples call it. */
const fileName = "web.yaml";

/** The verb's own example, about something else. */
function typed({ example, of }: ChangeSpec, type: string, name: string, namespace: string): string {
  const rest = example.replace(/ -n \S+/, "");
  const about = of === undefined ? `${type}/${name}` : name;
  const changed = rest.replace(/ (?:(?:pod|nodes?)[ ]|deployment\/)\S+| aks-system\S+/, ` ${about}`);
  return namespace === "" ? changed : `${changed} -n ${namespace}`;
}
