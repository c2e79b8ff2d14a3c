// Bodies of changes: objects, patches and delete options. JSON, but for delete options, which kubectl also sends packed.

import { autoscalerIn } from "./autoscaler-body.ts";
import { isFields, type KubeObject, parseObject, texts } from "./kube-object.ts";
import { jsonPatch, mergePatch, strategicMergePatch } from "./patches.ts";
import { isProtobuf, messageAt, openEnvelope } from "./protobuf.ts";
import { type Answer, badRequest, unsupported } from "./status.ts";

export type Read<T> = { ok: true; value: T } | { ok: false; answer: Answer };

type Body = { contentType: string; body: Buffer };

const patchKinds = new Map([
  ["application/merge-patch+json", mergePatch],
  ["application/strategic-merge-patch+json", strategicMergePatch],
]);
/** Field numbers of Kubernetes' protobuf. */
const dryRunOfDeleteOptions = 5;
const deleteOptionsOfEviction = 2;

export function readObject(request: Body): Read<KubeObject> {
  if (isProtobuf(request.body)) {
    const autoscaler = autoscalerIn(request.body);
    if (autoscaler !== null) return { ok: true, value: autoscaler };
    return refused(
      unsupported("the local Azure takes new objects as JSON: write a manifest, `kubectl apply -f`"),
    );
  }
  const json = readJson(request.body);
  if (!json.ok) return json;
  const parsed = parseObject(json.value);
  return parsed.ok ? { ok: true, value: parsed.object } : refused(badRequest(parsed.reason));
}

/** What the patch makes of an object. */
export function readPatch(request: Body): Read<(target: unknown) => unknown> {
  const contentType = request.contentType.split(";")[0]?.trim() ?? "";
  if (contentType === "application/json-patch+json") {
    const list = readJson(request.body);
    if (!list.ok) return list;
    const operations = list.value;
    if (!Array.isArray(operations)) return refused(badRequest("the patch is not a list"));
    return { ok: true, value: (target) => jsonPatch(target, operations) };
  }
  const apply = patchKinds.get(contentType);
  if (apply === undefined) {
    return refused(unsupported("the local Azure takes JSON, merge and strategic merge patches only"));
  }
  const json = readJson(request.body);
  if (!json.ok) return json;
  const patch = json.value;
  if (!isFields(patch)) return refused(badRequest("the patch is not an object"));
  return { ok: true, value: (target) => apply(target, patch) };
}

type Change = Body & { path: string; method: string; query: URLSearchParams };

/** True where the query or, for deletes and evictions, the body asks for a dry run. */
export function isDryRun(change: Change): boolean {
  if (change.query.has("dryRun")) return true;
  const isEviction = change.path.endsWith("/eviction");
  if (change.body.length === 0 || (change.method !== "DELETE" && !isEviction)) return false;
  if (isProtobuf(change.body)) {
    const sent = openEnvelope(change.body);
    return (isEviction ? messageAt(sent, deleteOptionsOfEviction) : sent).has(dryRunOfDeleteOptions);
  }
  const sent = readJson(change.body);
  return sent.ok && texts(sent.value, isEviction ? "deleteOptions.dryRun" : "dryRun").length > 0;
}

function readJson(body: Buffer): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(body.toString("utf8")) };
  } catch {
    return refused(badRequest("the body of the request is not JSON"));
  }
}

function refused(answer: Answer): { ok: false; answer: Answer } {
  return { ok: false, answer };
}
