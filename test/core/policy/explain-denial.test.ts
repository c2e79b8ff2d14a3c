// What somebody is told who may not: which rule, which part of the command, and what would be allowed instead.
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import { decisionInWords } from "../../said.ts";
import { allow, decide, deny, diagnose, everything, ids, may, memberOf, podsInPay, run } from "./policies.ts";

describe("the reason of a denial", () => {
  const rules = [allow("a", `diagnose: true, ${everything}`), deny("z", may('"*"', '"*"', "vault"))];

  test.each<[string, string[], PolicyAction, string]>([
    [
      "names the rule that forbids",
      rules,
      run("kubectl get pods -n vault"),
      "The rule `z` forbids kubectl get pods in the namespace vault on prod-1.",
    ],
    ["says how to go around a closed namespace", rules, run("kubectl get pods -A"), "name one with -n."],
    [
      "says that the command would run as cluster-admin",
      rules,
      run("kubectl get pods", { clusterAdmin: true }),
      "prod-1 has no Entra integration, so the command would run as cluster-admin",
    ],
    [
      "names groups and command",
      [allow("a", podsInPay)],
      run("kubectl logs x -n pay"),
      "No rule allows oncall to do this: kubectl logs pods/log in the namespace pay on prod-1.",
    ],
    [
      "says to name a namespace",
      [allow("a", podsInPay)],
      run("kubectl get pods -A"),
      "in all namespaces on prod-1: name a namespace with -n",
    ],
    [
      "names the part that kubectl reads besides, the namespace that is closed, and what would be allowed",
      rules,
      run("kubectl describe node aks-0"),
      "kubectl describe also reads pods in all namespaces, and the rule `z` forbids that in the namespace vault on prod-1: `kubectl get nodes aks-0` would be allowed.",
    ],
    [
      "offers to leave events out where they alone are in the way",
      rules,
      run("kubectl describe storageclass x"),
      "also reads events in all namespaces, and the rule `z` forbids that in the namespace vault on prod-1: `kubectl describe storageclasses x --show-events=false` would be allowed.",
    ],
    [
      "says of which Namespace object it speaks",
      rules,
      run("kubectl get ns pay vault"),
      "The rule `z` forbids kubectl get namespaces pay vault on prod-1.",
    ],
    [
      "offers to name one of a list",
      rules,
      run("kubectl get ns -l a=b"),
      "The rule `z` forbids kubectl get namespaces (all of them) on prod-1: `kubectl get namespaces NAME` would be allowed.",
    ],
    [
      "names the resource that is denied among several",
      [allow("a", everything), deny("z", may('"*"', "secrets", '"*"'))],
      run("kubectl get pods,secrets -n pay"),
      "The rule `z` forbids kubectl get secrets in the namespace pay on prod-1.",
    ],
    [
      "names a resource that is read besides",
      [allow("a", everything), deny("z", may('"*"', "secrets", '"*"'))],
      run("kubectl describe sa x -n pay"),
      "kubectl describe also reads secrets in the namespace pay, and the rule `z` forbids that on prod-1: `kubectl get serviceaccounts x --namespace=pay` would be allowed.",
    ],
    [
      "offers one pod's log where the type behind it is not allowed",
      [allow("a", may("logs", "pods, pods/log", "pay"))],
      run("kubectl logs deploy/api -n pay"),
      "No rule allows oncall to do this: kubectl logs deployments in the namespace pay on prod-1: `kubectl logs POD --namespace=pay --tail=1000` would be allowed.",
    ],
    [
      "leaves out what the smaller command does not take",
      rules,
      run("kubectl describe node aks-0 --show-events=false"),
      "on prod-1: `kubectl get nodes aks-0` would be allowed.",
    ],
    [
      "offers the object where its history is not allowed",
      [allow("a", everything), deny("z", may('"*"', "replicasets", "vault"))],
      run("kubectl rollout history deploy x -n vault --revision=2"),
      "also reads replicasets in the namespace vault, and the rule `z` forbids that on prod-1: `kubectl get deployments x --namespace=vault` would be allowed.",
    ],
    [
      "says how to go around a closed namespace of which a part is read besides",
      [allow("a", everything), deny("z", may('"*"', "secrets", "vault"))],
      run("kubectl describe sa -A"),
      "also reads secrets in all namespaces, and the rule `z` forbids that in the namespace vault on prod-1: name one with -n.",
    ],
    [
      "offers nothing that is not allowed either",
      [allow("a", may("describe", "nodes", "pay", ", clusterScoped: true"))],
      run("kubectl describe node aks-0"),
      "kubectl describe also reads pods in all namespaces, and no rule allows oncall that on prod-1.",
    ],
    [
      "names the cluster",
      [allow("a", podsInPay)],
      diagnose(),
      "No rule allows oncall to do this: diagnose on prod-1.",
    ],
  ])("%s", (_, policy, action, reason) => {
    expect(decisionInWords(decide(policy, action))).toMatchObject({
      effect: "deny",
      reason: expect.stringContaining(reason),
    });
  });

  test("says so when the person is in no group", () => {
    expect(decide(rules, diagnose(), memberOf())).toMatchObject({
      rule: null,
      reason: { is: "inNoGroup" },
    });
  });

  test("never says so when the groups could not be read", () => {
    const decision = decide(rules, diagnose(), {
      status: "unknown",
      reason: { is: "graphFailed", status: 503 },
    });
    expect(decisionInWords(decision)).toEqual({
      effect: "deny",
      rule: null,
      reason:
        "Your group memberships could not be read, so nothing can be allowed: Microsoft Graph could not say which groups you are in (HTTP 503): try again in a minute.",
      wouldAllow: [{ id: ids.oncall, name: "oncall" }],
    });
  });
});
