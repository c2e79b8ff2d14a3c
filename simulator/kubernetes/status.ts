// Kubernetes' Status object: how the API server says no. The sentences are Kubernetes' own, word for word.

import type { Attributes, KubernetesUser } from "./attributes.ts";

export type StatusDetails = { name?: string; group?: string; kind?: string; uid?: string };

/** One answer of the API server; text bodies are sent as text/plain, everything else as JSON. */
export type Answer = { status: number; body: unknown };

export function failure(code: number, reason: string, message: string, details: StatusDetails = {}): Answer {
  const status = "Failure";
  return {
    status: code,
    body: { kind: "Status", apiVersion: "v1", metadata: {}, status, message, reason, details, code },
  };
}

export const unauthorized = (): Answer => failure(401, "Unauthorized", "Unauthorized");
export const badRequest = (message: string): Answer => failure(400, "BadRequest", message);
export const noSuchPath = (): Answer =>
  failure(404, "NotFound", "the server could not find the requested resource");
export const notAllowed = (): Answer =>
  failure(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
/** Of a patch that does not fit: the API server keeps to itself which operation that is. */
export const unprocessable = (): Answer =>
  failure(422, "Invalid", "the server rejected our request due to an error in our request");
export const unsupported = (message: string): Answer => failure(415, "UnsupportedMediaType", message);

/** `pods "web" not found`, `deployments.apps "web" not found`. */
export function notFound(a: Attributes): Answer {
  return failure(404, "NotFound", `${qualified(a)} "${a.name}" not found`, detailsOf(a));
}

export function alreadyExists(a: Attributes): Answer {
  return failure(409, "AlreadyExists", `${qualified(a)} "${a.name}" already exists`, detailsOf(a));
}

export function conflict(a: Attributes): Answer {
  const why = "the object has been modified; please apply your changes to the latest version and try again";
  const message = `Operation cannot be fulfilled on ${qualified(a)} "${a.name}": ${why}`;
  return failure(409, "Conflict", message, detailsOf(a));
}

/** Refusal of a request for a resource; `reason` is what an authorizer other than RBAC adds. */
export function forbidden(user: KubernetesUser, a: Attributes, reason = ""): Answer {
  const object = a.name === "" ? qualified(a) : `${qualified(a)} "${a.name}"`;
  const resource = a.subresource === "" ? a.resource : `${a.resource}/${a.subresource}`;
  const place = a.namespace === "" ? "at the cluster scope" : `in the namespace "${a.namespace}"`;
  const sentence = `User "${user.username}" cannot ${a.verb} resource "${resource}" in API group "${a.group}" ${place}`;
  const message = `${object} is forbidden: ${sentence}${reason === "" ? "" : `: ${reason}`}`;
  return failure(403, "Forbidden", message, detailsOf(a));
}

/** Refusal of a path that is no resource, for example `/metrics`. */
export function forbiddenPath(user: KubernetesUser, verb: string, path: string): Answer {
  return failure(403, "Forbidden", `forbidden: User "${user.username}" cannot ${verb} path "${path}"`);
}

function qualified(a: Attributes): string {
  return a.group === "" ? a.resource : `${a.resource}.${a.group}`;
}

function detailsOf(a: Attributes): StatusDetails {
  return { name: a.name, group: a.group, kind: a.resource };
}
