// What the store counts: versions with every change, generations where what is wanted differs.
import { createObjectStore } from "../../../simulator/kubernetes/object-store.ts";
import { findType } from "../../../simulator/kubernetes/resource-types.ts";

const stored = (group: string, version: string, resource: string, object: object) => {
  const type = findType(group, version, resource);
  if (type === undefined) throw new Error("no such type");
  const store = createObjectStore([object]);
  const now = () => {
    const found = store.get(type, "shop", "one");
    if (found === undefined) throw new Error("it is gone");
    return found;
  };
  const change = (part: object) => {
    const { generation, resourceVersion } = now().metadata;
    const after = store.put(type, { ...now(), ...part }).metadata;
    expect(Number(after.resourceVersion)).toBeGreaterThan(Number(resourceVersion));
    return Number(after.generation) - Number(generation);
  };
  return { now, change };
};
const metadata = { name: "one", namespace: "shop" };

test("a workload's generation goes up with what it wants, and with nothing else", () => {
  const { now, change } = stored("apps", "v1", "deployments", {
    ...{ apiVersion: "apps/v1", kind: "Deployment", metadata },
    spec: { replicas: 1 },
  });
  expect(now()).toMatchObject({ metadata: { generation: 1 }, status: { observedGeneration: 1 } });
  expect(change({ metadata: { ...now().metadata, labels: { a: "b" } } })).toBe(0);
  expect(change({ status: { replicas: 1 } })).toBe(0);
  expect(change({ spec: { replicas: 1 } })).toBe(0);
  expect(change({ spec: { replicas: 2 } })).toBe(1);
  expect(now()).toMatchObject({ status: { observedGeneration: 2 } });
});

test("a generation that a client sends counts for nothing", () => {
  const { now, change } = stored("apps", "v1", "deployments", {
    ...{ apiVersion: "apps/v1", kind: "Deployment", metadata },
  });
  expect(change({ metadata: { ...now().metadata, generation: 7 } })).toBe(0);
});

test.each([
  ["v1", "configmaps", "ConfigMap"],
  ["v1", "services", "Service"],
])("%s %s has none", (version, resource, kind) => {
  const { now, change } = stored("", version, resource, { apiVersion: version, kind, metadata });
  change({ spec: { a: 1 } });
  expect(now().metadata).not.toHaveProperty("generation");
});
