// A policy file is taken whole or not at all, and every problem names its line.
import { readFile } from "node:fs/promises";
import { groups as contoso } from "../../../simulator/people.ts";
import { authorizeByPolicy } from "../../../src/core/policy/authorize.ts";
import { callsFor, scheduleOf, schedulesOf } from "../../../src/core/policy/on-call.ts";
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import { aliasesOf, escalatesAfter } from "../../../src/core/policy/policy.ts";
import { saidProblem } from "../../said.ts";
import { fix } from "./policies.ts";

const good = `version: 1
groups:
  oncall: 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70
  leads: c7a1f684-2e95-4b03-a6d9-18f0e57b3c42
rules:
  - id: reads
    effect: allow
    groups: [oncall]
    clusters: ["*"]
    diagnose: true
    run:
      verbs: [get, "*"]
      resources: [pods, pods/log]
      namespaces: ["*"]
      clusterScoped: true
    asClusterAdmin: true
    show: thread
  - id: closed
    effect: deny
    groups: ["*"]
    clusters: ["pci-*"]
    diagnose: true
tests:
  - { groups: [oncall], cluster: prod-1, run: kubectl get pods -A, expect: allow, rule: reads }
  - { groups: [], cluster: pci-1, diagnose: true, withoutEntra: true, expect: deny, rule: closed }
`;

/** `line:column message` of every problem. */
function problemsOf(text: string): readonly string[] {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : parsed.problems.map(saidProblem);
}

test("a good file is its data", () => {
  expect(parsePolicy(good)).toMatchObject({
    ok: true,
    policy: {
      version: 1,
      rules: [
        { id: "reads", effect: "allow" },
        { id: "closed", effect: "deny" },
      ],
    },
  });
});

test("clusters may have other names", () => {
  const named = good.replace("rules:", "aliases: { Payments: rg-prod/prod-1, edge: edge-1 }\nrules:");
  const parsed = parsePolicy(named);
  expect(parsed.ok && [...aliasesOf(parsed.policy)]).toEqual([
    ["payments", "rg-prod/prod-1"],
    ["edge", "edge-1"],
  ]);
});

test.each([
  [
    "a name that cannot be written",
    "'my cluster': prod-1",
    "5:12 `aliases` (`my cluster`) can be the name of no cluster: write its name, group/name or its resource id.",
  ],
  [
    "what no cluster is called",
    "prod: prod one",
    "5:18 `aliases.prod` (`prod one`) can be the name of no cluster: write its name, group/name or its resource id.",
  ],
])("refuses as another name %s", (_, alias, problem) => {
  expect(problemsOf(good.replace("rules:", `aliases: { ${alias} }\nrules:`))).toEqual([problem]);
});

test("schedules by name, for clusters by pattern", () => {
  const team = "c5d0c76b-80c4-481c-be50-923cd8d680a1";
  const scheduled = good.replace(
    "rules:",
    `onCall:
  nights: { pagerduty: PI7DH85, clusters: ["prod-*"] }
  platform: { opsgenie: Platform schedule, clusters: ["*"] }
  office: { shifts: { team: ${team}, schedulingGroup: TAG_day }, clusters: [edge-1] }
  rota: { ical: { calendar: rota, timeZone: Europe/Berlin }, clusters: [edge-1] }
  leads: { group: leads, clusters: ["*"] }
rules:`,
  );
  const parsed = parsePolicy(scheduled);
  if (!parsed.ok) throw new Error(parsed.problems.map(saidProblem).join());
  const names = (name: string) => schedulesOf(parsed.policy, { id: "", name }).map((each) => each.name);
  expect([names("PROD-1"), names("edge-1"), names("other")]).toEqual([
    ["nights", "platform", "leads"],
    ["platform", "office", "rota", "leads"],
    ["platform", "leads"],
  ]);
  expect(schedulesOf(parsed.policy, null).map(({ source }) => source)).toEqual([
    { from: "pagerduty", schedule: "PI7DH85" },
    { from: "opsgenie", schedule: "Platform schedule" },
    { from: "shifts", team, schedulingGroup: "TAG_day" },
    { from: "ical", calendar: "rota", timeZone: "Europe/Berlin" },
    { from: "group", id: "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42" },
  ]);
  expect([scheduleOf(parsed.policy, "rota")?.source.from, scheduleOf(parsed.policy, "none")]).toEqual([
    "ical",
    null,
  ]);
});

test.each([
  [
    "no source",
    "nights: { clusters: ['*'] }",
    "6:11 The schedule `nights` needs exactly one of `group`, `pagerduty`, `opsgenie`, `shifts` and `ical`.",
  ],
  [
    "two sources",
    "nights: { group: leads, pagerduty: P1, clusters: ['*'] }",
    "6:11 The schedule `nights` needs exactly one of `group`, `pagerduty`, `opsgenie`, `shifts` and `ical`.",
  ],
  ["no clusters", "nights: { pagerduty: P1 }", "6:11 `onCall.nights.clusters` is missing."],
  [
    "a group that there is not",
    "nights: { group: lead, clusters: ['*'] }",
    "6:20 There is no group `lead` under `groups`. Did you mean `leads`?",
  ],
  [
    "an address in the place of a calendar's name",
    "nights: { ical: { calendar: 'https://x.example/y' }, clusters: ['*'] }",
    "6:31 `onCall.nights.ical.calendar` (`https://x.example/y`) must be small letters, digits and dashes.",
  ],
  [
    "a key that is not known",
    "nights: { pagerdut: P1, clusters: ['*'] }",
    "6:13 `pagerdut` is not known in `onCall.nights`. Did you mean `pagerduty`?",
  ],
  [
    "a name that nobody could write",
    "'the nights': { pagerduty: P1, clusters: ['*'] }",
    "6:3 `onCall` (`the nights`) must be small letters, digits and dashes.",
  ],
])("refuses of schedules %s", (_, entry, problem) => {
  expect(problemsOf(good.replace("rules:", `onCall:\n  ${entry}\nrules:`))).toContain(problem);
});

const schedules = [
  "onCall:",
  "  all-leads: { group: leads, clusters: ['prod-*'] }",
  "  backup: { opsgenie: O1, clusters: ['prod-*', 'edge-*'] }",
  "  nights: { pagerduty: P1, clusters: ['prod-*'] }\n",
].join("\n");

test.each([
  ["no time", "{ escalate: { after: soon } }", "9:33 "],
  [
    "another key",
    "{ escalate: { after: 5m, groups: [leads] } }",
    "`groups` is not known in `incidents.escalate`",
  ],
  ["another key beside it", "{ escalated: { after: 5m } }", "Did you mean `escalate`?"],
  [
    "a schedule that there is not",
    "{ escalate: { after: 5m, later: [backups] } }",
    "There is no schedule `backups` under `onCall`. Did you mean `backup`?",
  ],
  [
    "one schedule twice",
    "{ escalate: { after: 5m, later: [backup, backup] } }",
    "`backup` stands here twice",
  ],
  ["no schedule", "{ escalate: { after: 5m, later: [] } }", "`incidents.escalate.later` "],
  [
    "one name without a list",
    "{ escalate: { after: 5m, later: backup } }",
    "`incidents.escalate.later` must be",
  ],
])("refuses of incidents %s", (_, entry, problem) => {
  expect(problemsOf(good.replace("rules:", `${schedules}incidents: ${entry}\nrules:`)).join("\n")).toContain(
    problem,
  );
});

describe("whom an incident that nobody takes calls, one after another", () => {
  const names = (later: string, cluster: string) => {
    const parsed = parsePolicy(
      good.replace("rules:", `${schedules}incidents: { escalate: { after: 5m${later} } }\nrules:`),
    );
    if (!parsed.ok) throw new Error("not valid");
    const calls = callsFor(parsed.policy, { id: `/subscriptions/s/x/${cluster}`, name: cluster });
    return calls.map((schedulesOfCall) => schedulesOfCall.map(({ name }) => name));
  };
  test.each<[string, string, string, string[][]]>([
    ["all at once without an order", "", "prod-1", [["all-leads", "backup", "nights"]]],
    [
      "those that it does not name first",
      ", later: [backup]",
      "prod-1",
      [["all-leads", "nights"], ["backup"]],
    ],
    ["in its order", ", later: [nights, backup]", "prod-1", [["all-leads"], ["nights"], ["backup"]]],
    ["those of the cluster", ", later: [nights, backup]", "edge-1", [["backup"]]],
    ["nobody, where no schedule is of the cluster", "", "other", [[]]],
  ])("%s", (_, then, cluster, expected) => {
    expect(names(then, cluster)).toEqual(expected);
  });
});

test("tests may be left out", () => {
  expect(problemsOf(good.slice(0, good.indexOf("tests:")))).toEqual([]);
});

/** `before → after`, in the good file. */
test.each<[string, string, string]>([
  // Shape.
  ["another version", "version: 1 → version: 2", "1:10 `version` must be 1."],
  ["no version", "version: 1\n → ", "1:1 `version` is missing."],
  [
    "a key that is not known",
    "groups:\n → group:\n",
    "2:1 `group` is not known in the policy. Did you mean `groups`?",
  ],
  [
    "a key of a rule",
    "    diagnose: true\n    run →     diagnos: true\n    run",
    "10:5 `diagnos` is not known in `rules[0]`. Did you mean `diagnose` or `diagnose-inside`?",
  ],
  [
    "a key of a scope",
    "clusterScoped → clusterscoped",
    "15:7 `clusterscoped` is not known in `rules[0].run`. Did you mean `clusterScoped`?",
  ],
  [
    "a key of a test",
    "withoutEntra → withoutentra",
    "25:51 `withoutentra` is not known in `tests[1]`. Did you mean `withoutEntra`?",
  ],
  [
    "a key like none",
    "    show: thread →     show: thread\n    colour: red",
    "18:5 `colour` is not known in `rules[0]`. These are known: ",
  ],
  [
    "a key of allow rules in a deny rule",
    "    effect: deny →     effect: deny\n    show: thread",
    "20:5 `show` belongs to rules that allow: leave it out of `rules[1]`.",
  ],
  ["a missing key", "    show: thread\n → ", "6:5 `rules[0].show` is missing."],
  ["a list that is none", 'clusters: ["*"] → clusters: prod-1', "9:15 `rules[0].clusters` must be a list."],
  ["text that is none", "cluster: prod-1 → cluster: 7", "24:34 `tests[0].cluster` must be text."],
  [
    "an empty list",
    "groups: [oncall]\n    clusters → groups: []\n    clusters",
    "8:13 `rules[0].groups` must not be empty.",
  ],
  ["an empty pattern", '["pci-*"] → [""]', "21:16 `rules[1].clusters[0]` must not be empty."],
  [
    "a look-alike letter, with which nothing would be closed",
    '["pci-*"] → ["pсi-*"]',
    "21:16 `rules[1].clusters[0]` (`pсi-*`) can fit no cluster: write a name with * for any characters",
  ],
  ...[
    "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653",
    "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg",
    "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg/providers/Microsoft.ContainerServices/*",
    "/subscriptions/*/",
    "/subscription/*",
  ].map((pattern): [string, string, string] => [
    `${pattern}, which is no cluster's id`,
    `["pci-*"] → ["${pattern}"]`,
    "can fit no cluster: write a name with * for any characters, or the beginning of a resource id and *",
  ]),
  [
    "a namespace that none can be called",
    "namespaces: [ → namespaces: [Payments, ",
    "(`Payments`) can fit no namespace: write small letters, digits and dashes",
  ],
  ["another effect", "effect: deny → effect: forbid", "19:13 `rules[1].effect` must be allow or deny."],
  ["another audience", "show: thread → show: all", "17:11 `rules[0].show` must be thread or personal."],
  [
    "a switch that is off",
    "asClusterAdmin: true → asClusterAdmin: false",
    "16:21 `rules[0].asClusterAdmin` must be true.",
  ],
  [
    "a rule that is no mapping",
    "  - id: closed →   - 7\n  - id: closed",
    "18:5 `rules[1]` must be a mapping.",
  ],
  // Words.
  [
    "no GUID",
    "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42 → aks-leads",
    "4:10 `groups.leads` (`aks-leads`) must be a group's object id in Entra",
  ],
  [
    "a verb that is not known",
    "verbs: [get → verbs: [gett",
    "12:15 `rules[0].run.verbs[0]` (`gett`) is not a kubectl verb that can be allowed. Did you mean `get`?",
  ],
  [
    "a verb that changes",
    "verbs: [get → verbs: [delete",
    "12:15 `rules[0].run.verbs[0]` (`delete`) is not a kubectl verb that can be allowed.",
  ],
  [
    "a short name",
    "resources: [pods → resources: [po",
    "13:19 `rules[0].run.resources[0]` (`po`) is not the full name of a resource type. Write `pods`.",
  ],
  [
    "a type that is not known",
    "resources: [pods → resources: [podds",
    "(`podds`) is not the full name of a resource type. Did you mean `pods`",
  ],
  [
    "a sub-resource that is not known",
    "pods/log → pods/exec",
    "13:25 `rules[0].run.resources[1]` (`pods/exec`) is not the full name of a resource type.",
  ],
  [
    "a known type with its group",
    "pods/log → deployments.apps",
    "13:25 `rules[0].run.resources[1]` (`deployments.apps`) is not the full name of a resource type. Write `deployments`.",
  ],
  [
    "a type that a cluster adds, without its group",
    "pods/log → certificates",
    "13:25 `rules[0].run.resources[1]` (`certificates`) is not the full name of a resource type. Did you mean `certificatesigningrequests`? A type that a cluster adds is written with its group, as in `certificates.cert-manager.io`.",
  ],
  [
    "an id with spaces",
    "id: reads → id: May read",
    "6:9 `rules[0].id` (`May read`) must be small letters, digits and dashes.",
  ],
  // Meaning.
  [
    "nodes in a rule that closes namespaces",
    '["pci-*"]\n    diagnose: true → ["pci-*"]\n    run: { verbs: ["*"], resources: [namespaces, nodes], namespaces: ["*"] }',
    "22:50 `nodes` lie in no namespace, so this rule does not close them: add `clusterScoped: true`.",
  ],
  [
    "a group that is not named",
    "groups: [oncall]\n    clusters → groups: [onkall]\n    clusters",
    "8:14 There is no group `onkall` under `groups`. Did you mean `oncall`?",
  ],
  [
    "a group of a test",
    "{ groups: [oncall] → { groups: [lead]",
    "24:16 There is no group `lead` under `groups`. Did you mean `leads`?",
  ],
  [
    "everybody in an allow rule",
    'groups: [oncall]\n    clusters → groups: ["*"]\n    clusters',
    "8:14 `*`, for everybody, is accepted in deny rules only: name the groups.",
  ],
  ["everybody as a group", '  leads:  →   "*": ', "4:3 `*` stands for everybody and cannot name a group."],
  [
    "one group under two names",
    "c7a1f684-2e95-4b03-a6d9-18f0e57b3c42 → 5E0D3C9A-71B4-4D28-8F6E-C3A9B2E41D70",
    "4:10 `leads` has the same object id as `oncall`",
  ],
  ["an id used twice", "id: closed → id: reads", "18:9 The rule id `reads` is used twice."],
  [
    "a rule that says nothing",
    '["pci-*"]\n    diagnose: true → ["pci-*"]',
    "18:5 The rule `closed` says nothing: add `diagnose: true`, `diagnose-inside: true`, `watch: true`, `run:`, `change:` or `fix: true`.",
  ],
  [
    "a test of a rule that is not there",
    "rule: closed → rule: close",
    "25:91 There is no rule `close`. Did you mean `closed`?",
  ],
  ["a test that asks nothing", "diagnose: true, withoutEntra → withoutEntra", "25:5 A test asks one thing"],
  ["a test that asks twice", "withoutEntra: true → run: kubectl version", "25:5 A test asks one thing"],
  // Its own tests.
  [
    "a test that expects an output as it is",
    "get pods -A, expect: allow → get pods -A, unmasked: true, expect: allow",
    "24:5 The test expects allow by `reads`, and the policy answers deny: only masked by `reads`.",
  ],
  [
    "a test of an output without a command",
    "withoutEntra: true, expect → unmasked: true, expect",
    "25:5 `unmasked: true` is about the output of a command: add `run: kubectl …`.",
  ],
  [
    "a test that expects to be denied",
    "expect: allow → expect: deny",
    "24:5 The test expects deny by `reads`, and the policy answers allow by `reads`.",
  ],
  [
    "a test that expects to be allowed",
    "expect: deny, rule: closed → expect: allow",
    "25:5 The test expects allow, and the policy answers deny: The rule `closed` forbids",
  ],
  [
    "a test that expects another rule",
    "rule: reads → rule: closed",
    "24:5 The test expects allow by `closed`, and the policy answers allow by `reads`.",
  ],
  [
    "a test by a name that a rule by resource id could close",
    '["pci-*"] → ["pci-*", "/subscriptions/*/prod-*"]\n    run: { verbs: ["*"], resources: ["*"], namespaces: ["*"] }',
    "25:5 The name alone does not decide this test: closed goes by the cluster's resource id.",
  ],
  [
    "a test of a command that is refused anyway",
    "get pods -A → delete pod x",
    "24:5 The test's command is refused whatever the policy says: `kubectl delete`",
  ],
  // YAML.
  ["broken YAML", "groups: [oncall]\n    clusters → groups: [oncall\n    clusters", "Not valid YAML"],
  [
    "a key written twice",
    "version: 1 → version: 1\nversion: 1",
    "2:1 Not valid YAML: Map keys must be unique",
  ],
  ["an alias", '["pci-*"] → [*pci]', "21:16 Aliases (`*name`) are not accepted"],
  ["a tag", "version: 1 → version: !one 1", "1:10 Not valid YAML: Unresolved tag"],
  ["several documents", "groups:\n → ---\ngroups:\n", "2:1 The file holds several documents: keep one."],
])("%s", (_, change, expected) => {
  const [before = "", after = ""] = change.split(" → ");
  const broken = good.replace(before, after);
  expect(broken).not.toBe(good);
  expect(problemsOf(broken)).toContainEqual(expect.stringContaining(expected));
});

test.each([
  ["nothing", ""],
  ["a list", "- 1"],
  ["text", "policy"],
])("%s is no policy", (_, text) => {
  expect(problemsOf(text)).toEqual(["1:1 The policy must be a mapping."]);
});

test("all problems are found at once, in the order of their lines", () => {
  const broken = good
    .replace("version: 1", "version: 2")
    .replace("groups: [oncall]\n    clusters", "groups: [onkall]\n    clusters")
    .replace("show: thread", "show: all")
    .replace("rule: closed", "rule: close");
  expect(problemsOf(broken).map((problem) => problem.split(":")[0])).toEqual(["1", "8", "17", "25"]);
});

describe("policies/example.yaml", () => {
  const example = readFile("policies/example.yaml", "utf8");

  test("is accepted, with its tests", async () => {
    expect(problemsOf(await example)).toEqual([]);
    expect(parsePolicy(await example)).toMatchObject({ policy: { tests: { length: 55 } } });
  });

  test("lets nobody have a fix made that nobody else agrees to, nor anything in an emergency alone", async () => {
    const parsed = parsePolicy(await example);
    if (!parsed.ok) throw new Error("not valid");
    const { policy } = parsed;
    const everybody = { status: "known", groupIds: Object.values(policy.groups), source: "token" } as const;
    for (const action of [fix(), fix(true)])
      expect(authorizeByPolicy(policy, everybody, action)).toMatchObject({
        ...{ effect: "allow", rule: "oncall-fixes" },
        approval: { by: "others", count: 1, groups: ["aks-oncall", "aks-leads"] },
      });
    expect(policy.rules.filter((rule) => "breakGlass" in rule)).toEqual([]);
  });

  test("is accepted with what is switched off in it, too", async () => {
    const on = (await example).replace(/^ *#(?=- | {2}|incidents:)/gm, (mark) => mark.slice(0, -1));
    expect(problemsOf(on)).toEqual([]);
    const parsed = parsePolicy(on);
    expect(parsed.ok && escalatesAfter(parsed.policy)).toBe(5);
    const ids = parsed.ok ? parsed.policy.rules.map(({ id }) => id) : [];
    expect(ids).toEqual(expect.arrayContaining(["oncall-fixes", "oncall-emergency"]));
  });

  test("names the groups of the local Azure", async () => {
    expect(parsePolicy(await example)).toMatchObject({
      policy: { groups: { "aks-oncall": contoso.aksOncall, "aks-leads": contoso.aksLeads } },
    });
  });
});

test.each([
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/*",
  "/SUBSCRIPTIONS/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourcegroups/rg-*",
  "/sub*/prod-1",
  "/*/managedClusters/pci-*",
  "/subscriptions/*/resourceGroups/rg/*",
  "/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/pci-1",
])("%s can be a cluster's id", (pattern) => {
  expect(problemsOf(good.replace('["pci-*"]', `["pci-*", "${pattern}"]`))).toEqual([]);
});
