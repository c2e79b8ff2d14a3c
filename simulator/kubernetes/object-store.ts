// The objects of one cluster in memory, with resource versions and a feed of changes for watches.

import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { linkEvent } from "./event-links.ts";
import { at, fieldsAt, type KubeObject, number, parseObject, text } from "./kube-object.ts";
import { findTypeOfKind, type ResourceType } from "./resource-types.ts";

export type ChangeType = "ADDED" | "MODIFIED" | "DELETED";
export type Change = { type: ChangeType; resourceType: ResourceType; object: KubeObject };
export type ObjectStore = {
  get(type: ResourceType, namespace: string, name: string): KubeObject | undefined;
  /** Objects ordered by namespace and name; every namespace's when `namespace` is empty. */
  list(type: ResourceType, namespace: string): KubeObject[];
  /** Stores a new or changed object under a new resource version and returns it as stored. */
  put(type: ResourceType, object: KubeObject): KubeObject;
  remove(type: ResourceType, object: KubeObject): void;
  all(): KubeObject[];
  /** Resource version of the newest change. */
  version(): string;
  subscribe(listener: (change: Change) => void): () => void;
};

type Entry = { type: ResourceType; object: KubeObject };

/** Opens a store; throws a sentence where a scenario's object is malformed or of a kind that is not in the table. */
export function createObjectStore(objects: readonly unknown[]): ObjectStore {
  const store = createEmptyStore();
  const read = objects.map(readScenarioObject);
  for (const { type, object } of read.filter((entry) => !isEvent(entry))) store.put(type, object);
  const find = (kind: string, namespace: string, name: string) => {
    const type = read.find((entry) => entry.object.kind === kind)?.type;
    return type && store.get(type, namespace, name);
  };
  for (const { type, object } of read.filter(isEvent)) store.put(type, linkEvent(object, find));
  return store;
}

function createEmptyStore(): ObjectStore {
  const entries = new Map<string, Entry>();
  const listeners = new Set<(change: Change) => void>();
  let version = 1000;

  const put = (type: ResourceType, object: KubeObject): KubeObject => {
    const key = keyOf(type, object.metadata.namespace ?? "", object.metadata.name);
    version += 1;
    const before = entries.get(key)?.object;
    const stored = withServerFields(type, withGeneration(type, object, before), String(version));
    const change = {
      type: before === undefined ? "ADDED" : "MODIFIED",
      resourceType: type,
      object: stored,
    } as const;
    entries.set(key, { type, object: stored });
    for (const listener of listeners) listener(change);
    return stored;
  };

  return {
    get: (type, namespace, name) => entries.get(keyOf(type, namespace, name))?.object,
    list: (type, namespace) =>
      [...entries]
        .filter(([, entry]) => entry.type === type && inNamespace(entry.object, namespace))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, entry]) => entry.object),
    put,
    remove: (type, object) => {
      version += 1;
      entries.delete(keyOf(type, object.metadata.namespace ?? "", object.metadata.name));
      for (const listener of listeners) listener({ type: "DELETED", resourceType: type, object });
    },
    all: () => [...entries.values()].map((entry) => entry.object),
    version: () => String(version),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function isEvent(entry: Entry): boolean {
  return entry.type.resource === "events";
}

export function inNamespace(object: KubeObject, namespace: string): boolean {
  return namespace === "" || object.metadata.namespace === namespace;
}

function readScenarioObject(value: unknown): Entry {
  const parsed = parseObject(value);
  if (!parsed.ok) throw new Error(`kubernetes.objects: ${parsed.reason}`);
  const { apiVersion, kind, metadata } = parsed.object;
  const type = findTypeOfKind(apiVersion, kind);
  if (type === undefined || !type.verbs.includes("create") || !type.verbs.includes("get")) {
    throw new Error(`kubernetes.objects: ${apiVersion} ${kind} cannot be stored; see resource-types.ts`);
  }
  if (metadata.name === "") throw new Error(`kubernetes.objects: a ${kind} has no metadata.name`);
  return { type, object: placed(type, parsed.object, metadata.namespace ?? "default") };
}

/** The object in that namespace, or in none where the kind is cluster-scoped. */
export function placed(type: ResourceType, object: KubeObject, namespace: string): KubeObject {
  const { namespace: _, ...metadata } = object.metadata;
  return { ...object, metadata: type.namespaced ? { ...metadata, namespace } : metadata };
}

/** Groups whose objects count how often what they want was changed. */
const counting = new Set([
  "admissionregistration.k8s.io",
  "apps",
  "batch",
  "cert-manager.io",
  "constraints.gatekeeper.sh",
  "discovery.k8s.io",
  "external-secrets.io",
  "helm.toolkit.fluxcd.io",
  "networking.k8s.io",
  "policy",
]);

/** One more where anything but metadata and status differs; whoever looks after workloads sees it at once. */
function withGeneration(type: ResourceType, object: KubeObject, before: KubeObject | undefined): KubeObject {
  if (!counting.has(type.group)) return object;
  const last = number(before ?? object, "metadata.generation", 1);
  const wanted = ({ metadata: _, status: __, ...rest }: KubeObject) => rest;
  const isChanged = before !== undefined && !isDeepStrictEqual(wanted(object), wanted(before));
  const generation = isChanged ? last + 1 : last;
  const counted = { ...object, metadata: { ...object.metadata, generation } };
  const isGiven = before === undefined && at(object, "status.observedGeneration") !== undefined;
  if (type.group !== "apps" || isGiven) return counted;
  return { ...counted, status: { ...fieldsAt(object, "status"), observedGeneration: generation } };
}

function withServerFields(type: ResourceType, object: KubeObject, resourceVersion: string): KubeObject {
  const uid = text(object, "metadata.uid") || randomUUID();
  const creationTimestamp = text(object, "metadata.creationTimestamp") || secondsOf(new Date());
  const labels =
    type.kind === "Namespace"
      ? { "kubernetes.io/metadata.name": object.metadata.name, ...object.metadata.labels }
      : object.metadata.labels;
  const metadata = {
    ...object.metadata,
    ...(labels ? { labels } : {}),
    uid,
    creationTimestamp,
    resourceVersion,
  };
  return { ...object, metadata };
}

/** Kubernetes' time format: RFC 3339 in UTC without fractions. */
function secondsOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

function keyOf(type: ResourceType, namespace: string, name: string): string {
  return [type.group, type.resource, type.namespaced ? namespace : "", name].join("/");
}
