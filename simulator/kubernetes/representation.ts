// How objects leave the server: whole, as a table or as metadata only, whichever the Accept header asks for first.

import { asEventsGroup } from "./events-view.ts";
import type { KubeObject } from "./kube-object.ts";
import { renewed } from "./node-leases.ts";
import { groupVersion, type ResourceType } from "./resource-types.ts";
import { type IncludeObject, metadataOnly, tableOf } from "./tables.ts";

export type Wanted = { form: "object" | "table" | "metadata"; include: IncludeObject; now: Date };

/** Prefix of annotations that steer the local Azure, such as `simulator/log`; no client ever sees them. */
const ownAnnotations = "simulator/";

export function wantedForm(accept: string, query: URLSearchParams, now: Date): Wanted {
  const first = accept.split(",").find((part) => part.includes("json")) ?? "";
  const form = first.includes("as=Table")
    ? "table"
    : first.includes("as=PartialObjectMetadata")
      ? "metadata"
      : "object";
  const include = query.get("includeObject");
  return { form, include: include === "Object" || include === "None" ? include : "Metadata", now };
}

export function showOne(type: ResourceType, object: KubeObject, wanted: Wanted): unknown {
  const shown = visible(object, wanted.now);
  if (wanted.form === "table") {
    return tableOf(type.kind, [shown], { ...wanted, resourceVersion: resourceVersionOf(object) });
  }
  return wanted.form === "metadata" ? metadataOnly(shown) : inGroup(type, shown);
}

export function showList(
  type: ResourceType,
  objects: readonly KubeObject[],
  wanted: Wanted,
  resourceVersion: string,
): unknown {
  const shown = objects.map((object) => visible(object, wanted.now));
  if (wanted.form === "table") return tableOf(type.kind, shown, { ...wanted, resourceVersion });
  const metadata = { resourceVersion };
  if (wanted.form === "metadata") {
    const items = shown.map(metadataOnly);
    return { kind: "PartialObjectMetadataList", apiVersion: "meta.k8s.io/v1", metadata, items };
  }
  const items = shown.map((object) => inGroup(type, object));
  return { kind: `${type.kind}List`, apiVersion: groupVersion(type), metadata, items };
}

function inGroup(type: ResourceType, object: KubeObject): KubeObject {
  if (type.group === "autoscaling") return { ...object, apiVersion: groupVersion(type) };
  return type.group === "events.k8s.io" ? asEventsGroup(object) : object;
}

function visible(stored: KubeObject, now: Date): KubeObject {
  const object = renewed(stored, now);
  const { annotations, ...metadata } = object.metadata;
  if (annotations === undefined) return object;
  const kept = Object.entries(annotations).filter(([key]) => !key.startsWith(ownAnnotations));
  return kept.length === 0
    ? { ...object, metadata }
    : { ...object, metadata: { ...metadata, annotations: Object.fromEntries(kept) } };
}

function resourceVersionOf(object: KubeObject): string {
  const version = object.metadata.resourceVersion;
  return typeof version === "string" ? version : "";
}
