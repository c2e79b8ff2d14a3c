// The OpenAPI that kubectl asks for: that the server takes `fieldValidation` (`apply`), and bare schemas (`explain`).

import { groupVersion, resourceTypes } from "./resource-types.ts";

const root = "/openapi/v3";

/** The index at `/openapi/v3` or the document of one group version below it; undefined for any other path. */
export function openApiDocument(path: string): unknown {
  const versions = [...new Set(resourceTypes.map(groupVersion))];
  if (path === root) {
    const paths = versions.map((version) => [
      apiPath(version),
      { serverRelativeURL: `${root}/${apiPath(version)}` },
    ]);
    return { paths: Object.fromEntries(paths) };
  }
  const version = versions.find((candidate) => path === `${root}/${apiPath(candidate)}`);
  return version === undefined ? undefined : documentOf(version);
}

function apiPath(version: string): string {
  return version.includes("/") ? `apis/${version}` : `api/${version}`;
}

function documentOf(version: string) {
  const parameters = ["dryRun", "fieldValidation"].map((name) => ({
    name,
    in: "query",
    schema: { type: "string" },
  }));
  const types = resourceTypes.filter(
    (type) => groupVersion(type) === version && type.verbs.includes("patch"),
  );
  const paths = types.map(({ group, kind, namespaced, resource, version: v }) => [
    `/${apiPath(version)}${namespaced ? "/namespaces/{namespace}" : ""}/${resource}/{name}`,
    { patch: { parameters, responses: {}, "x-kubernetes-group-version-kind": { group, kind, version: v } } },
  ]);
  const schemas = types.map(({ group, kind, version: v }) => [
    `${version}.${kind}`.replace("/", "."),
    { ...bareSchema, "x-kubernetes-group-version-kind": [{ group, kind, version: v }] },
  ]);
  const info = { title: "Kubernetes", version: "v1" };
  const components = { schemas: Object.fromEntries(schemas) };
  return { openapi: "3.0.0", info, paths: Object.fromEntries(paths), components };
}

const bareSchema = {
  description: "The local Azure does not describe the fields of this kind.",
  type: "object",
  properties: {
    apiVersion: { type: "string" },
    kind: { type: "string" },
    metadata: { type: "object" },
    spec: { type: "object" },
    status: { type: "object" },
  },
};
