// What the API server does with a request for a resource once the caller has been found to be allowed to make it.

import type { Call } from "./api-request.ts";
import type { Attributes } from "./attributes.ts";
import { type KubeObject, parseObject, text } from "./kube-object.ts";
import { whyNoLog } from "./kubelet.ts";
import { type ObjectStore, placed } from "./object-store.ts";
import { PatchError } from "./patches.ts";
import { podLog } from "./pod-log.ts";
import { showList, showOne, wantedForm } from "./representation.ts";
import { isDryRun, type Read, readObject, readPatch } from "./request-body.ts";
import { findType, type ResourceType } from "./resource-types.ts";
import { scaleOf, withScale } from "./scale.ts";
import { type Predicate, parseFieldSelector, parseLabelSelector } from "./selectors.ts";
import {
  type Answer,
  alreadyExists,
  badRequest,
  conflict,
  noSuchPath,
  notAllowed,
  notFound,
  unprocessable,
} from "./status.ts";
import type { WatchRequest } from "./watch.ts";

export type ResourceCall = { store: ObjectStore; call: Call; attributes: Attributes; type: ResourceType };
export type Watching = { watch: WatchRequest };

/** The kind of a request's path, or undefined where the server has none; cluster-scoped kinds live in no namespace. */
export function typeOfRequest(version: string, a: Attributes): ResourceType | undefined {
  const type = findType(a.group, version, a.resource);
  if (type === undefined) return undefined;
  const needsNamespace = a.name !== "" && !["list", "watch", "deletecollection"].includes(a.verb);
  const misplaced = type.namespaced ? needsNamespace && a.namespace === "" : a.namespace !== "";
  return misplaced && type.resource !== "namespaces" ? undefined : type;
}

export function answerResource(request: ResourceCall): Answer | Watching {
  const { attributes: a, type } = request;
  if (a.subresource !== "") return answerSubresource(request);
  if (!type.verbs.includes(a.verb)) return notAllowed();
  if (["list", "watch", "deletecollection"].includes(a.verb)) return answerCollection(request);
  return a.verb === "create" ? create(request) : answerObject(request);
}

/** The store keeps events once, as v1, whichever group they are asked for in, and autoscalers as v2. */
function storedType(type: ResourceType): ResourceType {
  if (type.group === "events.k8s.io") return findType("", "v1", "events") ?? type;
  return type.group === "autoscaling" ? (findType(type.group, "v2", type.resource) ?? type) : type;
}

function answerCollection(request: ResourceCall): Answer | Watching {
  const { store, call, attributes: a, type } = request;
  const labels = parseLabelSelector(call.query.get("labelSelector") ?? "");
  const fields = parseFieldSelector(type, call.query.get("fieldSelector") ?? "");
  if (!labels.ok) return badRequest(labels.reason);
  if (!fields.ok) return badRequest(fields.reason);
  const matches: Predicate = (object) => labels.matches(object) && fields.matches(object);
  if (a.verb === "watch") return { watch: watchRequest(request, matches) };
  const objects = store.list(storedType(type), a.namespace).filter(matches);
  if (a.verb === "deletecollection" && !isDryRun(call)) {
    for (const object of objects) store.remove(type, object);
  }
  const wanted = wantedForm(call.accept, call.query, new Date());
  return { status: 200, body: showList(type, objects, wanted, store.version()) };
}

function watchRequest({ call, attributes: a, type }: ResourceCall, matches: Predicate): WatchRequest {
  const timeout = Number(call.query.get("timeoutSeconds"));
  return {
    stored: storedType(type),
    shown: type,
    namespace: a.namespace,
    matches: (object) => matches(object) && (a.name === "" || object.metadata.name === a.name),
    wanted: wantedForm(call.accept, call.query, new Date()),
    resourceVersion: call.query.get("resourceVersion") ?? "",
    timeoutSeconds: timeout > 0 ? timeout : null,
  };
}

function create(request: ResourceCall): Answer {
  const { store, call, attributes: a, type } = request;
  const body = readObject(call);
  if (!body.ok) return body.answer;
  const { kind, metadata } = body.value;
  if (kind !== type.kind) return badRequest(`the object is a ${kind}, the path is for ${type.resource}`);
  if (metadata.namespace !== undefined && metadata.namespace !== a.namespace) {
    return badRequest(
      "the namespace of the provided object does not match the namespace sent on the request",
    );
  }
  const name = metadata.name || generatedName(body.value);
  if (name === "") return badRequest("metadata.name or metadata.generateName is required");
  if (store.get(storedType(type), a.namespace, name) !== undefined) return alreadyExists({ ...a, name });
  const object = placed(type, { ...body.value, metadata: { ...metadata, name } }, a.namespace);
  return save(request, object, 201);
}

function answerObject(request: ResourceCall): Answer {
  const { store, call, attributes: a, type } = request;
  const existing = store.get(storedType(type), a.namespace, a.name);
  if (existing === undefined) return notFound(a);
  switch (a.verb) {
    case "get":
      return { status: 200, body: showOne(type, existing, wantedForm(call.accept, call.query, new Date())) };
    case "delete":
      return remove(request, existing);
    default:
      return change(request, existing, existing, (changed) => changed);
  }
}

function answerSubresource(request: ResourceCall): Answer {
  const { store, call, attributes: a, type } = request;
  const subresource = type.subresources.find((candidate) => candidate.name === a.subresource);
  if (subresource === undefined) return noSuchPath();
  if (!subresource.verbs.includes(a.verb)) return notAllowed();
  const existing = store.get(type, a.namespace, a.name);
  if (existing === undefined) return notFound(a);
  if (subresource.name === "log") return whyNoLog(store, existing) ?? podLog(existing, call.query);
  if (subresource.name === "eviction") return remove(request, existing);
  if (a.verb === "get") return { status: 200, body: scaleOf(existing) };
  const changed = change(request, existing, scaleOf(existing), (scale) => withScale(existing, scale));
  const saved = parseObject(changed.body);
  return changed.status === 200 && saved.ok ? { status: 200, body: scaleOf(saved.object) } : changed;
}

/** PUT or PATCH of `target`, which is the object itself or a view of it that `back` turns into the object again. */
function change(
  request: ResourceCall,
  existing: KubeObject,
  target: KubeObject,
  back: (changed: KubeObject) => KubeObject,
): Answer {
  const { call, attributes: a, type } = request;
  const body = a.verb === "update" ? readObject(call) : patched(call, target);
  if (!body.ok) return body.answer;
  const version = text(body.value, "metadata.resourceVersion");
  if (version !== "" && version !== existing.metadata.resourceVersion) return conflict(a);
  const changed = back(body.value);
  const { name, uid, creationTimestamp } = existing.metadata;
  const { apiVersion, kind } = existing;
  const metadata = { ...changed.metadata, name, uid, creationTimestamp };
  return save(request, placed(type, { ...changed, apiVersion, kind, metadata }, a.namespace), 200);
}

function patched(call: Call, target: KubeObject): Read<KubeObject> {
  const patch = readPatch(call);
  if (!patch.ok) return patch;
  try {
    const parsed = parseObject(patch.value(target));
    return parsed.ok ? { ok: true, value: parsed.object } : { ok: false, answer: badRequest(parsed.reason) };
  } catch (error) {
    if (error instanceof PatchError) return { ok: false, answer: unprocessable() };
    throw error;
  }
}

function save({ store, call, type }: ResourceCall, object: KubeObject, status: number): Answer {
  const saved = isDryRun(call) ? object : store.put(storedType(type), object);
  return { status, body: showOne(type, saved, wantedForm(call.accept, call.query, new Date())) };
}

function remove({ store, call, attributes: a, type }: ResourceCall, object: KubeObject): Answer {
  if (!isDryRun(call)) store.remove(type, object);
  const details = { name: a.name, group: a.group, kind: a.resource, uid: text(object, "metadata.uid") };
  return {
    status: 200,
    body: { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details },
  };
}

function generatedName(object: KubeObject): string {
  const prefix = text(object, "metadata.generateName");
  return prefix === "" ? "" : `${prefix}${Math.random().toString(36).slice(2, 7)}`;
}
