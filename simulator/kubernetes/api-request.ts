// From method and path to what is asked of the API server, by Kubernetes' own rules for request attributes.

import type { Attributes } from "./attributes.ts";
import { selectedName } from "./selectors.ts";

export type Call = {
  method: string;
  path: string;
  query: URLSearchParams;
  accept: string;
  contentType: string;
  body: Buffer;
};
export type ApiRequest =
  | { kind: "resource"; version: string; attributes: Attributes }
  | { kind: "path"; verb: string; path: string };

const verbsOfMethods = new Map([
  ["GET", "get"],
  ["HEAD", "get"],
  ["POST", "create"],
  ["PUT", "update"],
  ["PATCH", "patch"],
  ["DELETE", "delete"],
]);
const namespaceSubresources = ["status", "finalize"];

/** Throws a URIError where the path is not decodable. */
export function readRequest(call: Pick<Call, "method" | "path" | "query">): ApiRequest {
  const parts = call.path
    .split("/")
    .filter((part) => part !== "")
    .map(decodeURIComponent);
  const [root, first = "", second = ""] = parts;
  if (root === "api" && parts.length > 2) return resourceRequest(call, "", first, parts.slice(2));
  if (root === "apis" && parts.length > 3) return resourceRequest(call, first, second, parts.slice(3));
  return { kind: "path", verb: call.method.toLowerCase(), path: call.path };
}

function resourceRequest(
  call: Pick<Call, "method" | "query">,
  group: string,
  version: string,
  parts: string[],
): ApiRequest {
  const place = splitNamespace(parts);
  const [resource = "", pathName = "", subresource = ""] = place.rest;
  const verb = verbOf(call, pathName);
  const isList = verb === "list" || verb === "watch" || verb === "deletecollection";
  const name = isList ? selectedName(call.query.get("fieldSelector") ?? "") : pathName;
  return {
    kind: "resource",
    version,
    attributes: { verb, group, resource, subresource, namespace: place.namespace, name },
  };
}

/** A namespace itself is asked for "in" that namespace, as Kubernetes does; so a role in it can allow reading it. */
function splitNamespace(parts: string[]): { namespace: string; rest: string[] } {
  const [first, namespace, next] = parts;
  if (first !== "namespaces" || namespace === undefined) return { namespace: "", rest: parts };
  const ofNamespace = next === undefined || namespaceSubresources.includes(next);
  return { namespace, rest: ofNamespace ? parts : parts.slice(2) };
}

function verbOf(call: Pick<Call, "method" | "query">, name: string): string {
  const verb = verbsOfMethods.get(call.method) ?? call.method.toLowerCase();
  if (verb === "get" && isWatch(call.query)) return "watch";
  if (name !== "") return verb;
  if (verb === "get") return "list";
  return verb === "delete" ? "deletecollection" : verb;
}

function isWatch(query: URLSearchParams): boolean {
  return ["1", "true"].includes(query.get("watch") ?? "");
}
