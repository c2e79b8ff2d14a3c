// Whether what kubectl asked the API server for is what the request says that it reads.
import type { Write } from "../../src/core/command/change/change-request.ts";
import type { CommandRequest, Read } from "../../src/core/command/grammar/command-request.ts";
import { isCustom } from "../../src/core/command/grammar/resources.ts";
import type { ApiRead } from "./api-server.ts";
import type { Recorded } from "./record.ts";
import { namespaces } from "./served-objects.ts";
import { customTypes, servedTypes, shortNamesOf } from "./served-types.ts";

export const isNamespaced = ({ group, resource }: ApiRead): boolean =>
  servedTypes.some(
    (type) => type.group === group && type.resource === resource.split("/")[0] && type.namespaced,
  );

type Declared = Pick<CommandRequest, "reads" | "scope">;

/** What somebody is allowed is asked with a `create`, and no object is read for the answer. */
const isAboutOneself = ({ verb, resource }: ApiRead): boolean =>
  verb === "create" && /^selfsubject(access|rules)?reviews$/.test(resource);

/** An object was not found: kubectl looks whether the namespace that was named exists, and prints nothing of it. */
export const looksForNamespace = ({ verb, resource, name }: ApiRead, { scope }: Declared): boolean =>
  verb === "get" && resource === "namespaces" && scope.kind === "namespace" && scope.name === name;

/**
 * Only what reads objects counts; anything that would change one is left in, and is never declared. What is read in one
 * namespace after the other until none is left is read in all namespaces.
 */
export function readsThatCount(reads: readonly ApiRead[], request: Declared): readonly ApiRead[] {
  const isDeclared = (read: ApiRead) => request.reads.some((declared) => isWithin(read, declared));
  const counting = reads.filter(
    (read) => !isAboutOneself(read) && (isDeclared(read) || !looksForNamespace(read, request)),
  );
  const inAll = (resource: string) =>
    namespaces.every((name) =>
      counting.some((read) => read.resource === resource && read.namespace === name),
    );
  return counting.map((read) => (inAll(read.resource) ? { ...read, namespace: "" } : read));
}

/** A word that is declared for what the cluster alone knows: `cert`, `certificates.cert-manager.io`. */
function meansCustom(read: ApiRead, word: string): boolean {
  const type = customTypes.find(({ group, resource }) => group === read.group && resource === read.resource);
  if (type === undefined) return false;
  const [name = "", ...group] = word.split(".");
  const names = [type.resource, type.kind.toLowerCase(), ...shortNamesOf(type)];
  return names.includes(name) && type.group.startsWith(group.join("."));
}

const isOfCustomType = ({ group }: ApiRead): boolean => customTypes.some((type) => type.group === group);

/** Whether the one read lies within the other. */
export function isWithin(read: ApiRead, declared: Read): boolean {
  const isMeant = isOfCustomType(read)
    ? meansCustom(read, declared.resource)
    : read.resource === declared.resource;
  if (!(isMeant || declared.resource === "*") || !["get", "list", "watch"].includes(read.verb)) return false;
  const { scope } = declared;
  switch (scope.kind) {
    case "cluster":
      return !isNamespaced(read);
    case "namespaceObjects":
      return scope.names.length === 0 || scope.names.includes(read.name);
    case "allNamespaces":
      return isNamespaced(read);
    case "namespace":
      return isNamespaced(read) && read.namespace === scope.name;
  }
}

/** What kubectl read and no request declares: the command and the read. */
export const undeclaredReads = (recorded: readonly Recorded[]): readonly (readonly [string, ApiRead])[] =>
  recorded.flatMap(({ text, request, reads }) =>
    readsThatCount(reads, request)
      .filter((read) => !request.reads.some((declared) => isWithin(read, declared)))
      .map((read) => [text, read] as const),
  );

/** There is no object of this name, and kubectl does not look for longer ones: it reads less than it might. */
export const stopsEarly = ({ text }: Recorded): boolean =>
  / namespaces[ /]vaul( |$)|^kubectl rollout .* on /.test(text);

/** What a request declares and kubectl did not read in a world in which everything is there. */
export const unusedReads = (recorded: readonly Recorded[]): readonly (readonly [string, Read])[] =>
  recorded
    .filter((each) => each.world === "full" && !stopsEarly(each))
    .flatMap(({ text, request, reads }) =>
      request.reads
        // Of a type that only the cluster knows both places are declared, and one of them is read.
        .filter((declared) => {
          const same = request.reads.filter(
            (other) => isCustom(other.resource) && other.resource === declared.resource,
          );
          const counting = readsThatCount(reads, request);
          return ![declared, ...same].some((each) => counting.some((read) => isWithin(read, each)));
        })
        .map((declared) => [text, declared] as const),
    );

const writing = ["create", "update", "patch", "delete"];

/** What somebody is allowed is asked with a `create`, and changes nothing. */
export const isWrite = ({ verb, resource }: ApiRead): boolean =>
  writing.includes(verb) && !/reviews$/.test(resource);

export const writesIn = (reads: readonly ApiRead[]): readonly ApiRead[] => reads.filter(isWrite);

/** What is made has its name in what is sent, and none in its address. */
export function nameWritten({ name, sent = "" }: ApiRead): string {
  if (name !== "") return name;
  const body = sent.indexOf("{");
  const { metadata } = body < 0 ? {} : (JSON.parse(sent.slice(body)) as { metadata?: { name?: string } });
  return metadata?.name ?? "";
}

/** Whether what was written lies within what is declared. */
export function isWriteDeclared(written: ApiRead, { verb, resource, scope, names }: Write): boolean {
  if (verb !== written.verb && verb !== "*") return false;
  const name = nameWritten(written);
  const isNamed = names.length === 0 || name === "" || names.includes(name);
  return isNamed && isWithin({ ...written, name, verb: "get" }, { resource, scope, also: false });
}
