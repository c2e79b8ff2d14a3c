// A Kubernetes API server that writes down what it is asked for. It keeps nothing: it has an object for every question,
// or none for any, or forbids them all, as told.
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { helmSecret, namespaces, objectNames, objectOf } from "./served-objects.ts";
import { categoriesOf, groupVersionOf, type ServedType, servedTypes, shortNamesOf } from "./served-types.ts";

/** One thing that kubectl asked of the API server; discovery and the version do not count. */
export type ApiRead = Readonly<{
  verb: string;
  group: string;
  /** With its sub-resource: `pods/log`. */
  resource: string;
  /** Empty for all namespaces, and for what lies in none. */
  namespace: string;
  name: string;
  /** Of what is written: what the query says of it, and the body. */
  sent?: string;
}>;

/** `full`: there is everything. `empty`: nothing is there. `closed`: everything is forbidden but what `open` names. */
export type World = "full" | "empty" | "closed";

export type RecordingServer = Readonly<{
  url: string;
  /** From here on the world is this, and nothing was read yet. */
  begin: (world: World) => void;
  reads: () => readonly ApiRead[];
  /** Paths that were neither discovery nor understood: there must be none. */
  unknown: () => readonly string[];
  close: () => Promise<void>;
}>;

type Asked = Readonly<{ type: ServedType; read: ApiRead; part: string }>;
type Answer = readonly [status: number, body: unknown];

/** Listens on a free loopback port, without TLS: it holds nothing and knows nobody. */
export async function startRecordingServer(): Promise<RecordingServer> {
  let world: World = "full";
  let reads: ApiRead[] = [];
  /** What was deleted since this world began. */
  let gone = new Set<string>();
  const unknown: string[] = [];
  const answerTo = (method: string, url: URL, body: string): Answer => {
    const document = discovery(url.pathname);
    if (document !== undefined) return [200, document];
    // What the fields of a type are called, which no object tells: kubectl goes by what it knows itself.
    if (url.pathname === "/openapi/v2") return failure(404, "NotFound", "no such path");
    const asked = readAsked(method, url, body);
    if (asked === null) {
      unknown.push(url.pathname);
      return failure(404, "NotFound", "no such path");
    }
    const [first = asked.read] = reads;
    reads.push(asked.read);
    return answer(world, asked, first, gone);
  };
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const body = await text(request);
    send(response, ...answerTo(method, new URL(url, "http://localhost"), body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    begin: (next) => {
      world = next;
      reads = [];
      gone = new Set();
    },
    reads: () => reads,
    unknown: () => unknown,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const verbs: Readonly<Record<string, string>> = {
  POST: "create",
  PUT: "update",
  PATCH: "patch",
  DELETE: "delete",
};

function readAsked(method: string, url: URL, body: string): Asked | null {
  const found = /^\/(?:api|apis\/([^/]+))\/(v\w+)((?:\/[^/]+)+)$/.exec(url.pathname);
  const [, group = "", version = "", path = ""] = found ?? [];
  const parts = path.split("/").slice(1).map(decodeURIComponent);
  const inNamespace = parts[0] === "namespaces" && parts.length > 2;
  const namespace = inNamespace ? (parts[1] ?? "") : "";
  const [resource = "", name = "", subresource = ""] = inNamespace ? parts.slice(2) : parts;
  const type = servedTypes.find((t) => t.group === group && t.version === version && t.resource === resource);
  if (type === undefined || (subresource !== "" && !type.subresources.includes(subresource))) return null;
  const isWatch = url.searchParams.get("watch") === "true";
  const reading = isWatch ? "watch" : name === "" ? "list" : "get";
  const verb = verbs[method] ?? reading;
  const selected = /(?:^|,)metadata\.name=([^,]+)/.exec(url.searchParams.get("fieldSelector") ?? "")?.[1];
  const labels = url.searchParams.get("labelSelector") ?? "";
  const shown =
    verbs[method] === undefined
      ? shownAs(resource, name, subresource, labels)
      : partOf(resource, subresource);
  const sent = verbs[method] === undefined ? {} : { sent: `${url.search} ${body}`.trim() };
  const read = { verb, group, resource: shown, namespace, name: name || (selected ?? ""), ...sent };
  return { type, read, part: subresource };
}

/** What is written names the part. */
const partOf = (resource: string, subresource: string): string =>
  subresource === "" ? resource : `${resource}/${subresource}`;

/** As the guard calls it: the status and the scale of an object are parts of it, logs and what Helm keeps are not. */
function shownAs(resource: string, name: string, subresource: string, labels: string): string {
  const isOfHelm = /(?:^|,)owner=helm(?:,|$)/.test(labels) || name.startsWith("sh.helm.release.v1.");
  if (resource === "secrets" && isOfHelm) return "secrets/helm";
  return subresource === "" || /^(?:status|scale)$/.test(subresource)
    ? resource
    : partOf(resource, subresource);
}

function answer(world: World, { type, read, part }: Asked, first: ApiRead, gone: Set<string>): Answer {
  const { verb, namespace, name, resource, group } = read;
  const key = `${type.resource} ${namespace} ${name}`;
  if (verb === "delete" || resource === "pods/eviction") gone.add(key);
  else if (verb === "get" && gone.has(key))
    return failure(404, "NotFound", `${resource} "${name}" not found`);
  if (verb === "create")
    return [201, /reviews$/.test(resource) ? reviewOf(type) : objectOf(type, namespace, name || "one")];
  if (part === "scale") return [200, scaleOf(namespace, name)];
  if (["patch", "update", "delete"].includes(verb)) return [200, objectOf(type, namespace, name)];
  const open = world !== "closed" || (group === first.group && resource === first.resource);
  if (!open) return failure(403, "Forbidden", `${resource} is forbidden`);
  if (resource === "pods/log") return [200, "a line\n"];
  if (verb === "watch") return [200, watched(type, namespace, name)];
  if (resource === "secrets/helm" && world === "full") {
    const found = helmSecret(namespace || "pay");
    return [200, verb === "get" ? found : { apiVersion: "v1", kind: "SecretList", items: [found] }];
  }
  // The beginning of a name is no name: kubectl then looks for those that begin with it.
  const names = world === "empty" ? [] : namesOf(type);
  if (verb === "get") {
    return names.includes(name)
      ? [200, objectOf(type, namespace, name)]
      : failure(404, "NotFound", `${resource} "${name}" not found`);
  }
  const places = !type.namespaced || namespace !== "" ? [namespace] : namespaces;
  const items = places.flatMap((place) => names.map((each) => objectOf(type, place, each)));
  const metadata = { resourceVersion: "1" };
  return [200, { apiVersion: groupVersionOf(type), kind: `${type.kind}List`, metadata, items }];
}

/** An object comes, and goes: whatever is waited for has happened. */
function watched(type: ServedType, namespace: string, name: string): string {
  const object = objectOf(type, namespace, name || "one");
  return ["ADDED", "DELETED"].map((kind) => `${JSON.stringify({ type: kind, object })}\n`).join("");
}

const namesOf = ({ kind }: ServedType): readonly string[] =>
  kind === "Namespace" ? namespaces : objectNames;

const scaleOf = (namespace: string, name: string) => ({
  apiVersion: "autoscaling/v1",
  kind: "Scale",
  metadata: { name, namespace, resourceVersion: "1" },
  spec: { replicas: 1 },
  status: { replicas: 1 },
});

/** Kubernetes' answer about oneself: yes to everything. */
const reviewOf = (type: ServedType) => ({
  apiVersion: groupVersionOf(type),
  kind: type.kind,
  metadata: {},
  status: {
    allowed: true,
    resourceRules: [],
    nonResourceRules: [],
    incomplete: false,
    userInfo: { username: "a" },
  },
});

const failure = (code: number, reason: string, message: string): Answer => [
  code,
  { kind: "Status", apiVersion: "v1", status: "Failure", code, reason, message },
];

/** What kubectl asks first, to learn which kinds there are; undefined for everything else. */
function discovery(path: string): unknown {
  if (/^\/(?:livez|readyz|healthz)(?:\/|$)/.test(path)) return "ok";
  if (path === "/version") return { major: "1", minor: "33", gitVersion: "v1.33.5" };
  if (path.startsWith("/openapi/v3")) return openApi(path);
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"] };
  if (path === "/apis") return { kind: "APIGroupList", apiVersion: "v1", groups: groups() };
  const groupVersion = /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))$/.exec(path);
  if (groupVersion === null) return undefined;
  const wanted = groupVersion[1] ?? groupVersion[2] ?? "";
  const types = servedTypes.filter((type) => groupVersionOf(type) === wanted);
  if (types.length === 0) return undefined;
  return {
    kind: "APIResourceList",
    apiVersion: "v1",
    groupVersion: wanted,
    resources: types.flatMap(entries),
  };
}

const apiPathOf = (type: ServedType): string =>
  type.group === "" ? `api/${type.version}` : `apis/${groupVersionOf(type)}`;

/** That the server looks at the fields itself: else kubectl, before it writes an object of a file, asks for all of them. */
function openApi(path: string) {
  const all = [...new Set(servedTypes.map(apiPathOf))];
  if (path === "/openapi/v3")
    return { paths: Object.fromEntries(all.map((at) => [at, { serverRelativeURL: `/openapi/v3/${at}` }])) };
  const types = servedTypes.filter((type) => path === `/openapi/v3/${apiPathOf(type)}`);
  const parameters = [{ name: "fieldValidation", in: "query", schema: { type: "string" } }];
  const paths = types.map(({ group, version, resource, kind }) => [
    `/${path.replace("/openapi/v3/", "")}/${resource}/{name}`,
    { patch: { parameters, responses: {}, "x-kubernetes-group-version-kind": { group, kind, version } } },
  ]);
  const info = { title: "Kubernetes", version: "v1" };
  return { openapi: "3.0.0", info, paths: Object.fromEntries(paths), components: {} };
}

function groups() {
  const versions = new Map(servedTypes.filter(({ group }) => group !== "").map((type) => [type.group, type]));
  return [...versions.values()].map((type) => {
    const version = { groupVersion: groupVersionOf(type), version: type.version };
    return { name: type.group, versions: [version], preferredVersion: version };
  });
}

/** Parts that are of a kind of their own. */
const ofAnotherGroup: Readonly<Record<string, object>> = {
  eviction: { group: "policy", version: "v1", kind: "Eviction" },
  scale: { group: "autoscaling", version: "v1", kind: "Scale" },
};

function entries(type: ServedType) {
  const { resource, kind, namespaced, subresources } = type;
  const verbs = ["get", "list", "watch", "create", "update", "patch", "delete"];
  const entry = { name: resource, singularName: kind.toLowerCase(), namespaced, kind, verbs };
  const parts = subresources.map((sub) => ({
    ...entry,
    name: `${resource}/${sub}`,
    singularName: "",
    ...ofAnotherGroup[sub],
  }));
  return [{ ...entry, shortNames: shortNamesOf(type), categories: categoriesOf(type) }, ...parts];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const isText = typeof body === "string";
  response.writeHead(status, {
    "content-type": isText && !body.startsWith("{") ? "text/plain" : "application/json",
  });
  response.end(isText ? body : JSON.stringify(body));
}
