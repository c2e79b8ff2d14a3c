// Discovery: what kubectl asks first to learn which kinds there are and under which paths.

import { openApiDocument } from "./openapi.ts";
import { groupVersion, type ResourceType, resourceTypes, singularName } from "./resource-types.ts";

/** Between the kubectl versions 1.32 and 1.34, so that none of them warns of a version skew. */
const usualVersion = "1.33.5";

function versionDocument(version: string) {
  const [major = "", minor = ""] = version.split(".");
  return {
    major,
    minor,
    gitVersion: `v${version}`,
    gitCommit: "",
    gitTreeState: "clean",
    buildDate: "2025-09-09T00:00:00Z",
    goVersion: "go1.24.6",
    compiler: "gc",
    platform: "linux/amd64",
  };
}

/** The discovery document at a path; undefined where the path is none of discovery's. */
export function discoveryDocument(path: string, version = usualVersion): unknown {
  if (path === "/version") return versionDocument(version);
  if (path.startsWith("/openapi/")) return openApiDocument(path);
  if (path === "/api") return { kind: "APIVersions", versions: ["v1"], serverAddressByClientCIDRs: [] };
  if (path === "/apis") return { kind: "APIGroupList", apiVersion: "v1", groups: groups() };
  const group = /^\/apis\/([^/]+)$/.exec(path)?.[1];
  if (group !== undefined) return groups().find((known) => known.name === group);
  const asked = /^\/(?:api\/(v1)|apis\/([^/]+\/[^/]+))$/.exec(path);
  return asked === null ? undefined : resourceList(asked[1] ?? asked[2] ?? "");
}

function groups() {
  const named = resourceTypes.filter((type) => type.group !== "");
  const byGroup = new Map(named.map((type) => [type.group, type]));
  return [...byGroup.values()].map((type) => {
    const version = { groupVersion: groupVersion(type), version: type.version };
    return {
      kind: "APIGroup",
      apiVersion: "v1",
      name: type.group,
      versions: [version],
      preferredVersion: version,
    };
  });
}

function resourceList(version: string) {
  const types = resourceTypes.filter((type) => groupVersion(type) === version);
  if (types.length === 0) return undefined;
  const resources = types.flatMap((type) => [apiResource(type), ...subresources(type)]);
  return { kind: "APIResourceList", apiVersion: "v1", groupVersion: version, resources };
}

function apiResource(type: ResourceType) {
  return {
    name: type.resource,
    singularName: singularName(type),
    namespaced: type.namespaced,
    kind: type.kind,
    verbs: type.verbs,
    shortNames: type.shortNames,
    categories: type.categories,
  };
}

function subresources(type: ResourceType) {
  return type.subresources.map((sub) => ({
    name: `${type.resource}/${sub.name}`,
    singularName: "",
    namespaced: type.namespaced,
    group: sub.group,
    version: sub.version,
    kind: sub.kind,
    verbs: sub.verbs,
  }));
}
