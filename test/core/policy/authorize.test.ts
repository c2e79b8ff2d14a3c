// Who may do what: deny by default, deny beats allow, every resource counts, unknown is never allowed.
import fc from "fast-check";
import { groupsOf, readerDecision } from "../../../src/core/policy/authorize.ts";
import type { PolicyAction } from "../../../src/core/policy/decision.ts";
import {
  allow,
  decide,
  deny,
  diagnose,
  everything,
  everythingAndHelm,
  ids,
  lookInside,
  may,
  memberOf,
  podsInPay,
  policyOf,
  prod,
  run,
  watch,
} from "./policies.ts";

/** A text is a command that reads. */
type Asked = string | PolicyAction;

describe.each<[string, string[], allowed: Asked[], denied: Asked[]]>([
  [
    "diagnosing alone",
    [allow("a", "diagnose: true")],
    [diagnose()],
    [lookInside(), watch(), "kubectl get pods", "kubectl version"],
  ],
  [
    "looking inside alone",
    [allow("a", "diagnose-inside: true")],
    [lookInside()],
    [diagnose(), lookInside(true), "kubectl get pods"],
  ],
  [
    "looking inside as cluster-admin, denied on some clusters",
    [
      allow("a", "diagnose-inside: true, asClusterAdmin: true"),
      '{ id: b, effect: deny, groups: ["*"], clusters: ["pci-*"], diagnose-inside: true }',
    ],
    [lookInside(), lookInside(true)],
    [lookInside(false, "pci-1")],
  ],
  ["watching alone", [allow("a", "watch: true")], [watch()], [diagnose(), "kubectl get pods"]],
  ["running alone", [allow("a", everything)], ["kubectl get pods"], [diagnose(), lookInside(), watch()]],
  [
    "watching denied on some clusters, which says nothing of diagnosing",
    [
      allow("a", "diagnose: true, watch: true"),
      '{ id: b, effect: deny, groups: ["*"], clusters: ["pci-*"], watch: true }',
    ],
    [watch(), diagnose("pci-1")],
    [watch("pci-1")],
  ],
  [
    "pods of some namespaces",
    [allow("a", podsInPay)],
    ["kubectl get pods -n pay", "kubectl get po x -n pay-eu"],
    [
      diagnose(),
      "kubectl get pods",
      "kubectl get pods -n payroll",
      "kubectl get pods -A",
      "kubectl describe pods -n pay",
      "kubectl logs x -n pay",
      "kubectl get pods,services -n pay",
      "kubectl get all -n pay",
      "kubectl get nodes,pods -n pay",
    ],
  ],
  [
    "logs",
    [allow("a", may("logs", "pods, pods/log", "pay"))],
    ["kubectl logs x -n pay", "kubectl logs -l app=x -n pay"],
    ["kubectl get pods -n pay", "kubectl logs x", "kubectl logs deploy/x -n pay"],
  ],
  [
    "logs of the pods that are found through a type",
    [allow("a", may("logs", "pods, pods/log, deployments", "pay"))],
    ["kubectl logs deploy/api -n pay"],
    ["kubectl logs job/api -n pay", "kubectl logs svc/api -n pay"],
  ],
  [
    "pods/log without the pods, which kubectl reads first",
    [allow("a", may("logs", "pods/log", "pay"))],
    [],
    ["kubectl logs x -n pay"],
  ],
  [
    "the verb logs with pods but not pods/log",
    [allow("a", may('"*"', "pods", '"*"'))],
    ["kubectl get pods -A"],
    ["kubectl logs x"],
  ],
  [
    "all namespaces, nothing cluster-wide",
    [allow("a", may('"*"', '"*"', '"*"'))],
    ["kubectl get pods -A", "kubectl get all", "kubectl get secrets", "kubectl version"],
    ["kubectl get nodes", "kubectl get ns", "kubectl get pods,nodes"],
  ],
  [
    "cluster-wide",
    [allow("a", may("get, top", "nodes, pods", '"*"', ", clusterScoped: true"))],
    ["kubectl get nodes", "kubectl top nodes", "kubectl get pods,nodes"],
    ["kubectl get namespaces", "kubectl describe nodes", "kubectl cluster-info"],
  ],
  [
    "verbs without a resource",
    [allow("a", may("version, auth can-i, explain", "pods", "pay"))],
    ["kubectl version", "kubectl auth can-i get secrets -A", "kubectl explain nodes"],
    ["kubectl api-resources", "kubectl auth whoami"],
  ],
  [
    "types that a cluster adds, of which nobody knows whether they lie in namespaces",
    [allow("a", may("get", '"*"', '"*"', ", clusterScoped: true"))],
    ["kubectl get certificates -n pay"],
    ["kubectl describe certificates"],
  ],
  [
    "the same without what lies in no namespace",
    [allow("a", may("get", '"*"', '"*"'))],
    ["kubectl get pods"],
    ["kubectl get certificates -n pay"],
  ],
  [
    "a type that a cluster adds, by its group: a word alone may mean another one",
    [allow("a", may('"*"', "certificates.cert-manager.io", "pay", ", clusterScoped: true"))],
    [
      "kubectl get certificates.cert-manager.io -n pay",
      "kubectl get certificates.v1.cert-manager.io a -n pay",
    ],
    [
      "kubectl get certificates -n pay",
      "kubectl get certificates.cert-manager -n pay",
      "kubectl get issuers.cert-manager.io -n pay",
      "kubectl get certificates.cert-manager.io",
      // Its events, in all namespaces where it lies in none.
      "kubectl describe certificates.cert-manager.io a -n pay",
    ],
  ],
  [
    "all types of a group",
    [allow("a", may('"*"', '"*.cert-manager.io"', "pay", ", clusterScoped: true"))],
    [
      "kubectl get certificate.cert-manager.io -n pay",
      "kubectl describe issuers.cert-manager.io a -n pay --show-events=false",
    ],
    ["kubectl get certificates -n pay", "kubectl get a.acme.cert-manager.io -n pay"],
  ],
  [
    "a type of a group that is denied, by every word that may mean it",
    [allow("a", everything), deny("b", may('"*"', "certificates.cert-manager.io", '"*"'))],
    ["kubectl get pods", "kubectl get gateways.gateway.networking.k8s.io"],
    [
      "kubectl get certificates.cert-manager.io",
      "kubectl get certificates",
      "kubectl get cert -n pay",
      "kubectl get cert.cert-m",
    ],
  ],
  [
    "what Helm keeps",
    [allow("a", may('"*"', "secrets/helm", "pay"))],
    ["helm list -n pay", "helm get values api -n pay"],
    ["helm list", "helm list -A", "kubectl get secrets -n pay"],
  ],
  [
    "Secrets, which are not what Helm keeps of them",
    [allow("a", may('"*"', "secrets", '"*"'))],
    ["kubectl get secrets"],
    ["helm list"],
  ],
  [
    "Secrets denied, and with them what Helm keeps",
    [allow("a", everything), deny("b", may('"*"', "secrets", '"*"'))],
    ["kubectl get cm"],
    ["helm list -A", "helm get notes api"],
  ],
  [
    "everything, which is all but what Helm keeps",
    [allow("a", everything)],
    ["kubectl get secrets", "kubectl get certificates"],
    ["helm list", "helm list -A", "helm status api", "helm get notes api"],
  ],
  [
    "everything denied, and with it what Helm keeps",
    [allow("a", everythingAndHelm), deny("b", may('"*"', '"*"', "vault"))],
    ["helm list"],
    ["helm list -A", "helm list -n vault"],
  ],
  [
    "the status of a release, which may print whatever it holds",
    [allow("a", everythingAndHelm), deny("b", may('"*"', "leases", "vault"))],
    ["helm history api"],
    ["helm status api"],
  ],
  [
    "a part of an object, which is read as the object",
    [allow("a", may("get", "deployments", '"*"'))],
    ["kubectl get deploy/api --subresource=status"],
    ["kubectl get rs/api --subresource=scale"],
  ],
  [
    "clusters by name",
    ['{ id: a, effect: allow, groups: [oncall], clusters: ["Prod-*", stage], diagnose: true, show: thread }'],
    [diagnose("prod-1"), diagnose("PROD-2"), diagnose("stage")],
    [diagnose("preprod-1"), diagnose("stage-2"), diagnose("")],
  ],
  [
    "clusters by resource id",
    [
      `{ id: a, effect: allow, groups: [oncall], clusters: ["/subscriptions/*/resourceGroups/rg-prod/*"], diagnose: true, show: thread }`,
    ],
    [diagnose("whatever")],
    [
      { kind: "diagnose", cluster: { id: prod.id.replace("rg-prod", "rg-dev"), name: prod.name } },
      { kind: "diagnose", cluster: { id: "", name: "/subscriptions/x/resourceGroups/rg-prod/y" } },
    ],
  ],
  [
    "another group's rule",
    ["{ id: a, effect: allow, groups: [leads], clusters: ['*'], diagnose: true, show: thread }"],
    [],
    [diagnose()],
  ],
  [
    "clusters without Entra",
    [allow("a", everything), allow("b", `asClusterAdmin: true, ${podsInPay}`)],
    [run("kubectl get pods -n pay", { clusterAdmin: true }), "kubectl get nodes"],
    [run("kubectl get nodes", { clusterAdmin: true })],
  ],
  [
    "a denied resource",
    [allow("a", everything), deny("b", may('"*"', "secrets", '"*"'))],
    ["kubectl get pods -A", "kubectl version", "kubectl get nodes"],
    [
      "kubectl get secrets",
      "kubectl describe secret x -n pay",
      "kubectl get pods,secrets",
      "kubectl get secrets -A",
    ],
  ],
  [
    "a denied resource that is read besides",
    [allow("a", everything), deny("b", may('"*"', "resourcequotas, controllerrevisions", "vault"))],
    ["kubectl describe ns pay", "kubectl get ns vault", "kubectl rollout status ds x"],
    [
      "kubectl describe ns vault",
      "kubectl describe ns pay vault",
      "kubectl describe ns",
      "kubectl rollout history ds x -n vault",
    ],
  ],
  [
    "a denied namespace, which all namespaces include",
    [allow("a", everything), deny("b", may('"*"', '"*"', "vault"))],
    [
      "kubectl get pods -n pay",
      "kubectl get nodes",
      "kubectl version",
      "kubectl get ns pay",
      "kubectl describe ns pay",
      "kubectl describe sc x --show-events=false",
    ],
    [
      "kubectl get pods -n vault",
      "kubectl get pods -A",
      "kubectl events -A",
      "kubectl get ns",
      "kubectl get ns -l a=b",
      "kubectl get ns vault",
      "kubectl get ns pay vault",
      "kubectl describe ns/vault",
      "kubectl describe ns",
      "kubectl describe node x",
      "kubectl describe sc x",
    ],
  ],
  [
    "everything cluster-wide denied",
    [allow("a", everything), deny("b", may('"*"', '"*"', "none", ", clusterScoped: true"))],
    ["kubectl get pods"],
    ["kubectl get nodes", "kubectl get pods,nodes", "kubectl get ns pay"],
  ],
  [
    "a verb denied everywhere",
    [allow("a", everything), deny("b", may("version", '"*"', '"*"'))],
    ["kubectl api-versions"],
    ["kubectl version"],
  ],
  [
    "diagnosing denied",
    [allow("a", `diagnose: true, ${everything}`), deny("b", "diagnose: true")],
    ["kubectl get pods"],
    [diagnose()],
  ],
])("%s", (_, rules, allowed, denied) => {
  const said = (asked: Asked) => {
    const action = typeof asked === "string" ? run(asked) : asked;
    return [
      action.kind === "run"
        ? `${action.request.argv.join(" ")} ${action.clusterAdmin}`
        : `diagnose ${action.cluster.name}`,
      action,
    ] as const;
  };
  if (allowed.length > 0)
    test.each(allowed.map(said))("allows %s", (_name, action) => {
      expect(decide(rules, action).effect).toBe("allow");
    });
  test.each(denied.map(said))("denies %s", (_name, action) => {
    expect(decide(rules, action).effect).toBe("deny");
  });
});

describe("the deciding rule", () => {
  const podsAndServices = run("kubectl get pods,services");
  const one = (id: string, resource: string, show = "thread") => allow(id, may("get", resource, '"*"'), show);

  test.each<[string, string[], string]>([
    ["one rule", [one("a", "pods, services")], "a"],
    [
      "one for all before one for each",
      [one("a", "pods"), one("b", "services"), one("c", "pods, services")],
      "c",
    ],
    ["one for each", [one("b", "services"), one("a", "pods")], "a, b"],
    ["the first by id of equals", [one("b", "pods, services"), one("a", "pods, services")], "a"],
  ])("%s", (_, rules, rule) => {
    expect(decide(rules, podsAndServices)).toEqual({
      effect: "allow",
      rule,
      show: "thread",
      unmasked: false,
    });
  });

  test("the more careful rule says who sees the output", () => {
    const rules = [one("a", '"*"'), one("b", "services", "personal")];
    expect(decide(rules, podsAndServices)).toMatchObject({ show: "personal", showBy: "b" });
    expect(decide(rules, run("kubectl get services"))).toEqual({
      effect: "allow",
      rule: "b",
      show: "personal",
      showBy: "b",
      unmasked: false,
    });
    expect(decide(rules, run("kubectl get pods"))).toEqual({
      effect: "allow",
      rule: "a",
      show: "thread",
      unmasked: false,
    });
  });

  const asItIs = (id: string, resource: string, show = "thread") =>
    allow(id, `unmasked: true, ${may("get", resource, '"*"')}`, show);

  test.each<[string, string[], boolean, string]>([
    ["a rule that says it", [asItIs("a", "pods, services")], true, "a"],
    ["a rule that does not", [one("a", "pods, services")], false, "a"],
    ["two that say it, one for each", [asItIs("a", "pods"), asItIs("b", "services")], true, "a, b"],
    ["one of two that says it", [asItIs("a", "pods"), one("b", "services")], false, "a, b"],
    ["two for all, and one does not say it", [asItIs("a", '"*"'), one("b", '"*"')], false, "b"],
    ["one for a part does not say it", [asItIs("a", '"*"'), one("b", "services")], false, "a, b"],
    ["one that is about something else does not say it", [asItIs("a", '"*"'), one("b", "nodes")], true, "a"],
    [
      "the more careful place and the more careful output",
      [asItIs("a", '"*"', "personal"), one("b", '"*"')],
      false,
      "a",
    ],
  ])("unmasked by %s", (_, rules, unmasked, rule) => {
    expect(decide(rules, podsAndServices)).toMatchObject({ effect: "allow", unmasked, rule });
  });

  test("unmasked where a rule denies the command is a denial", () => {
    const rules = [asItIs("a", '"*"'), deny("z", may('"*"', "services", '"*"'))];
    expect(decide(rules, podsAndServices)).toMatchObject({ effect: "deny", rule: "z" });
  });

  test("a denying rule is named", () => {
    const rules = [allow("a", everything), deny("z", may('"*"', "secrets", '"*"'))];
    expect(decide(rules, run("kubectl get secrets"))).toMatchObject({ effect: "deny", rule: "z" });
  });
});

describe("groups that would be allowed", () => {
  const rules = [
    allow("a", podsInPay),
    `{ id: b, effect: allow, groups: [leads], clusters: ["*"], show: thread, asClusterAdmin: true, ${everything} }`,
    deny("z", may('"*"', "secrets", '"*"')),
  ];
  const wouldAllow = (action: PolicyAction) => {
    const decision = decide(rules, action, memberOf());
    return decision.effect === "deny" ? decision.wouldAllow.map(({ name }) => name) : null;
  };

  test.each<[PolicyAction, string[]]>([
    [run("kubectl get pods -n pay"), ["oncall", "leads"]],
    [run("kubectl get pods"), ["leads"]],
    [run("kubectl get pods -n pay", { clusterAdmin: true }), ["leads"]],
    [run("kubectl get secrets"), []],
    [diagnose(), []],
  ])("%j: %j", (action, groups) => {
    expect(wouldAllow(action)).toEqual(groups);
  });
});

describe("the bot's own read-only identity, which is in no group,", () => {
  const known = { now: null, incident: null };
  const decided = (rules: readonly string[], cluster = prod) =>
    readerDecision(policyOf(...rules), cluster, known)?.rule ?? null;
  const rule = (id: string, more: string, clusters = "*") =>
    `{ id: ${id}, effect: allow, groups: [leads], clusters: ["${clusters}"], ${more} }`;
  const closes = (groups: string, what: string) =>
    `{ id: closed, effect: deny, groups: ["${groups}"], clusters: ["prod-*"], ${what}: true }`;
  const opened = rule("reads", "reader: true, show: thread");

  test.each<[string, readonly string[], string | null]>([
    ["reads where a rule of any group says so", [opened], "reads"],
    ["reads nothing where rules let people diagnose", [rule("a", "diagnose: true, show: thread")], null],
    ["reads nothing of other clusters", [rule("a", "reader: true, show: thread", "stage-*")], null],
    ["reads nothing that is shown to one person alone", [rule("a", "reader: true, show: personal")], null],
    ["reads nothing that is closed to it for another group", [opened, closes("oncall", "reader")], null],
    ["reads nothing that is closed to everybody", [opened, closes("*", "diagnose")], null],
    ["reads what a group may not diagnose", [opened, closes("oncall", "diagnose")], "reads"],
    [
      "reads nothing on the strength of hours that are not known",
      [
        rule(
          "a",
          'reader: true, show: thread, when: { from: "08:00", to: "18:00", timeZone: Europe/Berlin }',
        ),
      ],
      null,
    ],
    [
      "reads nothing on the strength of tags that are not known",
      [rule("a", "reader: true, show: thread, tags: { env: prod }")],
      null,
    ],
  ])("%s", (_name, rules, decides) => {
    expect(decided(rules)).toBe(decides);
  });
});

test("group ids are compared without regard to case", () => {
  const upper = { status: "known", groupIds: [ids.oncall.toUpperCase()], source: "graph" } as const;
  expect(decide([allow("a", "diagnose: true")], diagnose(), upper).effect).toBe("allow");
});

test("a group that the policy does not know opens nothing", () => {
  const foreign = {
    status: "known",
    groupIds: ["00000000-0000-0000-0000-00000000000f"],
    source: "graph",
  } as const;
  expect(decide([allow("a", "diagnose: true")], diagnose(), foreign).effect).toBe("deny");
});

test("groups are listed with their ids in lower case", () => {
  const policy = policyOf(allow("a", "diagnose: true"));
  policy.groups.oncall = ids.oncall.toUpperCase();
  expect(groupsOf(policy)).toEqual([
    { name: "oncall", id: ids.oncall },
    { name: "leads", id: ids.leads },
  ]);
});

describe("for any policy", () => {
  const words = (...choices: string[]) =>
    fc.subarray(choices, { minLength: 1 }).map((list) => list.join(", "));
  const scope = fc
    .tuple(
      words("get", "logs", "version", '"*"'),
      words("pods", "secrets", "nodes", '"*"'),
      words("pay", '"v*"', '"*"'),
      fc.boolean(),
    )
    .map(([verbs, resources, namespaces, wide]) =>
      // A rule that closes nodes has to say so.
      may(verbs, resources, namespaces, wide || resources.includes("nodes") ? ", clusterScoped: true" : ""),
    );
  const body = fc.oneof(
    fc.constant("diagnose: true"),
    scope,
    scope.map((text) => `diagnose: true, ${text}`),
  );
  const rule = fc.oneof(
    fc.tuple(body, fc.constantFrom("thread", "personal")).map(
      ([text, show]) =>
        (id: string) =>
          allow(id, text, show),
    ),
    body.map((text) => (id: string) => deny(id, text)),
  );
  const rules = fc
    .array(rule, { minLength: 1, maxLength: 5 })
    .map((makers) => makers.map((make, index) => make(`r${index}`)));
  const action = fc.constantFrom(
    diagnose(),
    ...[
      "get pods",
      "get pods -n pay",
      "get pods -A",
      "get pods,secrets -n vault",
      "get nodes",
      "logs x",
      "version",
    ].map((text) => run(`kubectl ${text}`)),
  );
  const settings = { numRuns: 60, seed: 42 };

  test("the order of rules decides nothing", () => {
    fc.assert(
      fc.property(rules, action, (list, asked) => {
        expect(decide([...list].reverse(), asked)).toEqual(decide(list, asked));
      }),
      settings,
    );
  });

  test("who is in no group is denied", () => {
    fc.assert(
      fc.property(rules, action, (list, asked) => {
        expect(decide(list, asked, memberOf()).effect).toBe("deny");
      }),
      settings,
    );
  });

  test("one more denying rule never allows more", () => {
    fc.assert(
      fc.property(rules, body, action, (list, text, asked) => {
        const before = decide(list, asked).effect;
        const after = decide([...list, deny("last", text)], asked).effect;
        expect([before, after]).not.toEqual(["deny", "allow"]);
      }),
      settings,
    );
  });

  test("a rule that denies everything beats all others", () => {
    fc.assert(
      fc.property(rules, action, (list, asked) => {
        expect(decide([...list, deny("last", `diagnose: true, ${everything}`)], asked).effect).toBe("deny");
      }),
      settings,
    );
  });
});
