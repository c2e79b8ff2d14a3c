// Request attributes by method and path, as Kubernetes derives them.
import { readRequest } from "../../../simulator/kubernetes/api-request.ts";

const read = (method: string, target: string) => {
  const url = new URL(target, "https://localhost");
  return readRequest({ method, path: url.pathname, query: url.searchParams });
};

test.each([
  ["GET", "/api/v1/namespaces/shop/pods/web", "get pods shop web"],
  ["GET", "/api/v1/namespaces/shop/pods", "list pods shop "],
  ["GET", "/api/v1/pods", "list pods  "],
  ["GET", "/api/v1/pods?watch=true", "watch pods  "],
  ["GET", "/api/v1/namespaces/shop/pods?fieldSelector=metadata.name%3Dweb", "list pods shop web"],
  ["GET", "/api/v1/namespaces/shop/pods/web/log", "get pods/log shop web"],
  ["GET", "/api/v1/namespaces", "list namespaces  "],
  ["GET", "/api/v1/namespaces/shop", "get namespaces shop shop"],
  ["PUT", "/api/v1/namespaces/shop/finalize", "update namespaces/finalize shop shop"],
  ["DELETE", "/api/v1/namespaces/shop/pods", "deletecollection pods shop "],
  ["DELETE", "/api/v1/namespaces/shop/pods/web", "delete pods shop web"],
  ["POST", "/apis/apps/v1/namespaces/shop/deployments", "create apps:deployments shop "],
  ["PATCH", "/apis/apps/v1/namespaces/shop/deployments/web/scale", "patch apps:deployments/scale shop web"],
])("%s %s", (method, target, expected) => {
  const request = read(method, target);
  if (request.kind !== "resource") throw new Error("not a resource");
  const { verb, group, resource, subresource, namespace, name } = request.attributes;
  const what = `${group && `${group}:`}${resource}${subresource && `/${subresource}`}`;
  expect(`${verb} ${what} ${namespace} ${name}`).toBe(expected);
});

test.each(["/", "/version", "/apis/apps/v1", "/api/v1", "/metrics"])(
  "%s is a path, not a resource",
  (path) => {
    expect(read("GET", path)).toEqual({ kind: "path", verb: "get", path });
  },
);
