// A file that somebody sent becomes objects that are understood, or one sentence about what is wrong with it. What goes to
// the cluster is written anew from what was understood, as JSON: no second reader can find something else in it.
import { maskSecrets } from "../../redact/mask-secrets.ts";
import { mask } from "../../redact/span.ts";
import { mostObjects } from "./change-request.ts";
import { risksOfObject } from "./change-risks.ts";
import { type FileProblem, holdsHidden, type NotTaken, problem, readYamlFile } from "./file-problem.ts";
import { type FileObject, type SentFile, typeOfObject } from "./sent-file.ts";

/** Of the file as it is sent to us, and of what goes to the cluster. Azure takes some MB; nobody reads that on a phone. */
export const mostBytes = 64 * 1024;

export type ReadFile = Readonly<{ ok: true; objects: SentFile["objects"]; text: string }> | NotTaken;

type Fields = Readonly<Record<string, unknown>>;
type Understood = Readonly<{ ok: true; object: FileObject }> | NotTaken;

/** Total. `given`: the text of the file. A lone carriage return begins a new line for one reader of YAML and not for another. */
export function readSentFile(given: string): ReadFile {
  if (given.length > mostBytes) return problem({ is: "fileTooLong", most: mostBytes });
  if (holdsHidden(given.replace(/^\ufeff/, "")) || /\r(?!\n)/.test(given))
    return problem({ is: "fileNoText" });
  const read = readYamlFile(given);
  if (!read.ok) return problem(withoutSecret(read.why, given));
  const values = read.values.flatMap(itemsOf);
  if (values.length === 0) return problem({ is: "fileEmpty" });
  if (values.length > mostObjects)
    return problem({ is: "fileOfMany", most: mostObjects, holds: values.length });
  const text = written(values);
  if (new TextEncoder().encode(text).length > mostBytes)
    return problem({ is: "fileTooLong", most: mostBytes });
  const understood = values.map((value, index) => understand(value, index + 1));
  const wrong = understood.find((each) => !each.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const objects = understood.flatMap((each) => (each.ok ? [each.object] : []));
  const why = whyNotTogether(objects);
  return why === null ? { ok: true, objects, text } : problem(why);
}

/** What looks like a secret where it stands is not said, though it could mean two things. */
const withoutSecret = (why: FileProblem, given: string): FileProblem =>
  why.is === "fileTwoReadings" && !maskSecrets(given).text.includes(why.word) ? { ...why, word: mask } : why;

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `kubectl get -o yaml` writes several objects as one List. */
function itemsOf(value: unknown): readonly unknown[] {
  const isList = isFields(value) && value.kind === "List" && value.apiVersion === "v1";
  return isList && Array.isArray(value.items) ? value.items : [value];
}

/** One after the other: so kubectl reads them, and a List of them it would hold against a type of its own. */
const written = (objects: readonly unknown[]): string =>
  objects.map((object) => JSON.stringify(object, exactly)).join("\n");

/** Numbers of any length. One that JSON cannot hold is not taken in the end, but may be a secret before. */
const exactly = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

const dnsName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
/** Names of roles may hold colons and capitals. */
const pathName = /^[A-Za-z0-9](?:[A-Za-z0-9.:_-]{0,251}[A-Za-z0-9])?$/;
const dnsLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

function understand(value: unknown, at: number): Understood {
  if (!isFields(value) || typeof value.apiVersion !== "string")
    return problem({ is: "fileNoObject", at, lacks: "apiVersion" });
  const { apiVersion, kind, metadata } = value;
  if (typeof kind !== "string") return problem({ is: "fileNoObject", at, lacks: "kind" });
  const type = typeOfObject(apiVersion, kind);
  if (type.is === "secret") return problem({ is: "fileSecretKind" });
  if (type.is === "other") return problem({ is: "fileKind", kind: `${apiVersion} ${kind}`.slice(0, 120) });
  if (!isFields(metadata)) return problem({ is: "fileNoObject", at, lacks: "metadata" });
  const { name, namespace } = metadata;
  if (typeof name !== "string") return problem({ is: "fileNoObject", at, lacks: "metadata.name" });
  const { resource, namespaced } = type;
  // To kubectl whatever has items is a list of objects, and itself none: apimachinery's `unstructuredJSONScheme`.
  if (Object.keys(value).some((key) => key.toLowerCase() === "items"))
    return problem({ is: "fileItems", kind });
  if (!(resource.includes("role") ? pathName : dnsName).test(name))
    return problem({ is: "fileName", name: name.slice(0, 80) });
  const isPlaced = namespace !== undefined && namespace !== null;
  if (isPlaced && !(typeof namespace === "string" && namespaced && dnsLabel.test(namespace)))
    return problem({ is: "fileNamespace", namespace: String(namespace).slice(0, 80) });
  const why = whyNotHeld(value);
  if (why !== null) return problem(why);
  const object: FileObject = {
    ...{ resource, name, namespace: isPlaced ? String(namespace) : null },
    risks: risksOfObject(resource, JSON.stringify(value)),
  };
  return { ok: true, object };
}

/** What no file that goes through a chat may hold. */
function whyNotHeld(fields: Fields): FileProblem | null {
  const lines = JSON.stringify(fields, exactly, 1);
  const { masked, text } = maskSecrets(lines);
  const number = masked === 0 ? oddNumber(fields) : null;
  if (number !== null) return { is: "fileNumber", number };
  if (masked === 0) return null;
  const before = new Set(lines.split("\n"));
  const line = text.split("\n").find((each) => !before.has(each)) ?? "";
  return { is: "fileWithSecret", line: line.trim().replace(/,$/, "").slice(0, 120) };
}

/** A number that would be sent as another one: too long to be held exactly, or none that JSON knows. */
function oddNumber(value: unknown): string | null {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number")
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value))
      ? null
      : String(value);
  if (typeof value !== "object" || value === null) return null;
  for (const inner of Object.values(value)) {
    const odd = oddNumber(inner);
    if (odd !== null) return odd;
  }
  return null;
}

function whyNotTogether(objects: readonly FileObject[]): FileProblem | null {
  const keys = objects.map(({ resource, name }) => `${resource}/${name}`);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) return { is: "fileTwice", object: twice };
  const namespaces = [
    ...new Set(objects.flatMap(({ namespace }) => (namespace === null ? [] : [namespace]))),
  ];
  return namespaces.length > 1 ? { is: "fileOfSeveralNamespaces", namespaces } : null;
}
