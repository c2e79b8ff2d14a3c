// Who may change what: every write and every read of a command has to be allowed, and a denial of a part is one of all.

import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { coversChange } from "../../../src/core/policy/match.ts";
import {
  allow,
  byLeads,
  change,
  decide,
  deny,
  diagnose,
  everything,
  fix,
  may,
  mayChange,
  memberOf,
  run,
} from "./policies.ts";

const rule = (scope: string, more = "") => allow("a", `${byLeads}, ${scope}${more}`);
const all = mayChange('"*"', '"*"', '"*"', ", clusterScoped: true");

/** A text is a command that changes something. */
type Asked = string | PolicyAction;
const actionOf = (asked: Asked) => (typeof asked === "string" ? change(asked) : asked);

describe.each<[string, string[], allowed: Asked[], denied: Asked[]]>([
  [
    "one verb of one type in a namespace",
    [rule(mayChange("scale", "deployments", "pay"))],
    [
      "kubectl scale deploy/api -n pay --replicas=2",
      "kubectl scale deploy/api -n pay --replicas=2 --current-replicas=1",
    ],
    [
      "kubectl scale deploy/api -n payroll --replicas=2",
      "kubectl scale deploy/api --replicas=2",
      "kubectl scale sts/api -n pay --replicas=2",
      "kubectl rollout restart deploy/api -n pay",
      fix(),
      diagnose(),
      run("kubectl get deployments -n pay"),
    ],
  ],
  [
    "running everything, which changes nothing",
    [allow("a", everything)],
    [run("kubectl get deployments")],
    ["kubectl scale deploy/api --replicas=2", fix()],
  ],
  [
    "a fix, which is no command",
    [allow("a", `fix: true, ${byLeads}`)],
    [fix()],
    ["kubectl scale deploy/api --replicas=2", diagnose()],
  ],
  [
    "a type, with its sub-resources and what lies beside it only where that is named",
    [rule(mayChange("rollout undo, drain, autoscale", "deployments", '"*"', ", clusterScoped: true"))],
    [],
    [
      // Reads replicasets.
      "kubectl rollout undo deploy/api -n pay",
      "kubectl drain node-1 --ignore-daemonsets",
      // Makes a HorizontalPodAutoscaler.
      "kubectl autoscale deploy/api --max=3",
    ],
  ],
  [
    "what is read besides, where it may be read anyway",
    [rule(mayChange("rollout undo", "deployments", "pay"), `, ${may("get", "replicasets", "pay")}`)],
    ["kubectl rollout undo deploy/api -n pay"],
    ["kubectl rollout undo sts/api -n pay", "kubectl rollout undo deploy/api"],
  ],
  [
    "what is read besides, where it may be read by another verb alone",
    [rule(mayChange("rollout undo", "deployments", "pay"), `, ${may("describe", "replicasets", "pay")}`)],
    [],
    ["kubectl rollout undo deploy/api -n pay"],
  ],
  [
    "nodes, and the pods on them",
    [rule(mayChange("drain, cordon", "nodes, pods, daemonsets", '"*"', ", clusterScoped: true"))],
    ["kubectl drain node-1 --ignore-daemonsets", "kubectl cordon node-1"],
    ["kubectl uncordon node-1", "kubectl delete node node-1"],
  ],
  [
    "nodes, and pods of one namespace",
    [rule(mayChange("drain, cordon", "nodes, pods, daemonsets", "pay", ", clusterScoped: true"))],
    ["kubectl cordon node-1"],
    ["kubectl drain node-1 --ignore-daemonsets"],
  ],
  [
    "nodes, where nothing is said of what lies in no namespace",
    [rule(mayChange("cordon", "nodes", '"*"'))],
    [],
    ["kubectl cordon node-1"],
  ],
  [
    "everything, which holds no Secrets and nothing that gives rights",
    [rule(all)],
    [
      "kubectl delete pod api-0 -n pay",
      "kubectl drain node-1 --ignore-daemonsets",
      "kubectl label cm/api a=b",
      "kubectl delete certificates.cert-manager.io/api -n pay",
    ],
    [
      "kubectl delete secret api",
      "kubectl label role/api a=b",
      "kubectl delete rolebinding api",
      "kubectl delete clusterrole api",
      "kubectl delete clusterrolebinding api",
    ],
  ],
  [
    "Secrets, where they are named, which are not those of Helm",
    [rule(mayChange('"*"', '"*", secrets, roles', '"*"', ", clusterScoped: true"))],
    ["kubectl delete secret api", "kubectl delete role api"],
    [
      "kubectl delete rolebinding api",
      "kubectl delete secret api sh.helm.release.v1.api.v3",
      "kubectl label secrets/sh.helm.release.v1.api.v3 status=failed --overwrite",
    ],
  ],
  [
    "names, and what is changed because of what is named so",
    [
      rule(
        mayChange(
          "scale, drain",
          "deployments, nodes, pods, daemonsets",
          '"*"',
          ", clusterScoped: true, names: [api-*, node-1]",
        ),
      ),
    ],
    ["kubectl scale deploy/api-eu --replicas=2", "kubectl drain node-1 --ignore-daemonsets"],
    [
      "kubectl scale deploy/db --replicas=2",
      "kubectl scale deploy/api-eu deploy/db --replicas=2",
      "kubectl drain node-2 --ignore-daemonsets",
    ],
  ],
  [
    "a namespace, which may be deleted where it is one of those that are named",
    [rule(mayChange("delete", "namespaces", "web-*", ", clusterScoped: true"))],
    ["kubectl delete namespace web-1"],
    ["kubectl delete namespace pay", "kubectl delete namespace web-1 pay"],
  ],
  [
    "clusters without Entra, where a rule says so",
    [rule(mayChange("scale", "deployments", "pay"), ", asClusterAdmin: true")],
    [change("kubectl scale deploy/api -n pay --replicas=2", { clusterAdmin: true })],
    [],
  ],
  [
    "clusters with Entra alone",
    [rule(mayChange("scale", "deployments", "pay"))],
    [],
    [change("kubectl scale deploy/api -n pay --replicas=2", { clusterAdmin: true })],
  ],
  [
    "denied in part, all is denied",
    [rule(all), deny("z", mayChange("scale", "deployments", "vault"))],
    ["kubectl scale deploy/api -n pay --replicas=2", "kubectl rollout restart deploy/api -n vault"],
    ["kubectl scale deploy/api -n vault --replicas=2"],
  ],
  [
    "denied names",
    [rule(all), deny("z", mayChange('"*"', "deployments, pods", '"*"', ", names: [db]"))],
    ["kubectl scale deploy/api --replicas=2"],
    [
      "kubectl scale deploy/api deploy/db --replicas=2",
      // Whichever pods are on it, and whatever is in it.
      "kubectl drain node-1 --ignore-daemonsets",
      "kubectl delete namespace pay",
    ],
  ],
  [
    "denied names of namespaces, and what lies in none",
    [
      rule(all),
      deny("y", mayChange("delete", "namespaces", '"*"', ", clusterScoped: true, names: [web-*]")),
      deny("z", mayChange('"*"', "nodes", '"*"', ", clusterScoped: true")),
    ],
    ["kubectl delete namespace pay"],
    ["kubectl delete namespace pay web-1", "kubectl cordon node-1"],
  ],
  [
    "a closed namespace, of which drain would evict pods, and which nobody may delete",
    [rule(all), deny("z", mayChange('"*"', "pods", "vault"))],
    ["kubectl cordon node-1", "kubectl delete namespace pay"],
    ["kubectl drain node-1 --ignore-daemonsets", "kubectl delete namespace vault"],
  ],
  [
    "closed to reading, it is closed to changes",
    [rule(mayChange('"*"', '"*", secrets', '"*"')), deny("z", may('"*"', "secrets", '"*"'))],
    ["kubectl scale deploy/api --replicas=2"],
    ["kubectl delete secret api"],
  ],
  [
    "closed to reading, it is not made, and goes with no namespace",
    [rule(all), deny("z", may("get", "horizontalpodautoscalers", "vault"))],
    ["kubectl autoscale deploy/api --min=1 --max=3 -n pay", "kubectl delete namespace pay"],
    ["kubectl autoscale deploy/api --min=1 --max=3 -n vault", "kubectl delete namespace vault"],
  ],
  [
    "closed to another verb than get, or beside it",
    [
      rule(all),
      deny("z", may("logs", '"*"', '"*"')),
      deny("y", may("get", "nodes", '"*"', ", clusterScoped: true")),
    ],
    ["kubectl delete namespace pay"],
    ["kubectl cordon node-1"],
  ],
  [
    "closed to changes, it may still be read",
    [rule(all, `, ${everything}`), deny("z", mayChange('"*"', "replicasets", '"*"'))],
    [run("kubectl get replicasets"), "kubectl rollout undo deploy/api"],
    ["kubectl scale rs/api --replicas=2"],
  ],
  [
    "a denied fix",
    [allow("a", `fix: true, diagnose: true, ${byLeads}`), deny("z", "fix: true")],
    [diagnose()],
    [fix()],
  ],
])("%s", (_, rules, allowed, denied) => {
  const said = (asked: Asked) => {
    const action = actionOf(asked);
    return "request" in action
      ? ([action.request.argv.join(" "), action] as const)
      : ([action.kind, action] as const);
  };
  if (allowed.length > 0)
    test.each(allowed.map(said))("allows %s", (_said, action) => {
      expect(decide(rules, action).effect).toBe("allow");
    });
  if (denied.length > 0)
    test.each(denied.map(said))("denies %s", (_said, action) => {
      expect(decide(rules, action).effect).toBe("deny");
    });
});

test("who is in no group changes nothing", () => {
  const rules = [rule(all, ", fix: true")];
  for (const action of [change("kubectl scale deploy/api --replicas=2"), fix()])
    expect(decide(rules, action, memberOf())).toMatchObject({ effect: "deny", reason: { is: "inNoGroup" } });
});

test("the rule that denies is named, and the part that it closes", () => {
  const rules = [rule(all), deny("z", mayChange('"*"', "pods", "vault"))];
  expect(decide(rules, change("kubectl drain node-1 --ignore-daemonsets"))).toMatchObject({
    rule: "z",
    reason: { is: "ruleForbids", deed: { kind: "change", verb: "drain", of: { resource: "pods/eviction" } } },
  });
});

test("Secrets that are named are not what Helm keeps of releases", () => {
  const { request } = change("kubectl delete secret sh.helm.release.v1.api.v3 -n pay");
  const kept = request.writes.find(({ resource }) => resource === "secrets/helm");
  if (kept === undefined) throw new Error("Helm keeps nothing");
  const covers = (resource: string) =>
    coversChange({ verbs: ["*"], resources: [resource], namespaces: ["*"] }, request, kept);
  expect([covers("secrets"), covers("*"), covers("secrets/helm")]).toEqual([false, false, true]);
});
