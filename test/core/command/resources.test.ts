// The types that may be asked for, held against those that a cluster lists.
import { findResource, isClusterScoped, resourceTypes } from "../../../src/core/command/grammar/resources.ts";
import { ownTypes } from "../../kubectl/served-types.ts";

/** Answers about oneself, measurements and a second name of events are no objects to get. */
const notObjects = /^(authentication|authorization|metrics|events)\.k8s\.io$/;
const objects = ownTypes.filter(({ group }) => !notObjects.test(group));

test.each(objects.map((type) => [type.resource, type] as const))(
  "%s are known as the cluster names them, and where they lie",
  (resource, { group, kind, namespaced }) => {
    for (const name of [resource, kind, ...(group === "" ? [] : [`${resource}.${group}`])])
      expect(findResource(name)?.name).toBe(resource);
    expect(isClusterScoped(resource)).toBe(!namespaced);
  },
);

test("no type is known that a cluster does not have", () => {
  expect(resourceTypes.map(({ name }) => name).toSorted()).toEqual(
    [...new Set(objects.map(({ resource }) => resource))].toSorted(),
  );
});

test.each([
  ["cm configmaps", "cs componentstatuses", "ep endpoints", "ev events", "limits limitranges", "no nodes"],
  ["ns namespaces", "po pods", "pv persistentvolumes", "pvc persistentvolumeclaims", "quota resourcequotas"],
  ["rc replicationcontrollers", "sa serviceaccounts", "svc services", "crd customresourcedefinitions"],
  ["ds daemonsets", "deploy deployments", "rs replicasets", "sts statefulsets", "cj cronjobs"],
  ["hpa horizontalpodautoscalers", "csr certificatesigningrequests", "ing ingresses"],
  ["netpol networkpolicies", "pdb poddisruptionbudgets", "pc priorityclasses", "sc storageclasses"],
])("kubectl's short names: %s, %s, %s, %s, …", (...rows) => {
  for (const [short = "", name] of rows.map((row) => row.split(" ")))
    expect(findResource(short)?.name).toBe(name);
});

test("every name of a type leads to it alone", () => {
  for (const type of resourceTypes) {
    for (const name of [type.name, ...type.aliases, `${type.name}${type.group && `.${type.group}`}`]) {
      expect(findResource(name)).toBe(type);
    }
  }
});
