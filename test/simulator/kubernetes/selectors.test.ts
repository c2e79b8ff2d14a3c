// Label and field selectors over one object.
import type { KubeObject } from "../../../simulator/kubernetes/kube-object.ts";
import { findType } from "../../../simulator/kubernetes/resource-types.ts";
import {
  parseFieldSelector,
  parseLabelSelector,
  selectedName,
} from "../../../simulator/kubernetes/selectors.ts";

const node: KubeObject = {
  apiVersion: "v1",
  kind: "Node",
  metadata: { name: "n1", labels: { app: "web", "kubernetes.io/os": "linux", empty: "" } },
};

describe("labels", () => {
  test.each([
    ["", true],
    ["app", true],
    ["!app", false],
    ["!missing", true],
    ["app=web", true],
    ["app==web", true],
    ["app = web", true],
    ["app!=web", false],
    ["missing!=web", true],
    ["empty=", true],
    ["kubernetes.io/os=linux,app=web", true],
    ["kubernetes.io/os=linux,app=db", false],
    ["app in (db,web),kubernetes.io/os", true],
    ["app in (db)", false],
    ["missing in (web)", false],
    ["app notin (db)", true],
    ["app notin (db, web)", false],
    ["missing notin (web)", true],
  ])("%s selects: %s", (selector, expected) => {
    const parsed = parseLabelSelector(selector);
    expect(parsed.ok && parsed.matches(node)).toBe(expected);
  });

  test.each(["=web", "app in web", "app=(a)", "a b"])("%s is refused", (selector) => {
    expect(parseLabelSelector(selector)).toEqual({
      ok: false,
      reason: expect.stringContaining("unable to parse"),
    });
  });
});

describe("fields", () => {
  const nodes = findType("", "v1", "nodes");
  if (nodes === undefined) throw new Error("nodes are missing");

  test.each([
    ["metadata.name=n1", true],
    ["metadata.name!=n1", false],
    ["metadata.namespace=", true],
    ["spec.unschedulable=false", true],
    ["spec.unschedulable=true,metadata.name=n1", false],
  ])("%s selects: %s", (selector, expected) => {
    const parsed = parseFieldSelector(nodes, selector);
    expect(parsed.ok && parsed.matches(node)).toBe(expected);
  });

  test.each([
    ["spec.podCIDR=x", "field label not supported: spec.podCIDR"],
    ["nonsense", "invalid selector: 'nonsense'; can't understand 'nonsense'"],
  ])("%s is refused", (selector, reason) => {
    expect(parseFieldSelector(nodes, selector)).toEqual({ ok: false, reason });
  });

  test.each([
    ["metadata.name=web", "web"],
    ["status.phase=Running,metadata.name==web", "web"],
    ["metadata.name!=web", ""],
    ["", ""],
  ])("the name pinned by %j is %j", (selector, name) => {
    expect(selectedName(selector)).toBe(name);
  });
});
