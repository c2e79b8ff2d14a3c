// What another policy makes possible or impossible, in the words of the command line.
import { writeVerbs } from "../../../../src/core/command/change/change-verbs.ts";
import { comparePolicies } from "../../../../src/core/policy/diff/compare.ts";
import { changesFor } from "../../../../src/core/policy/diff/sample-commands.ts";
import { parsePolicy } from "../../../../src/core/policy/parse-policy.ts";
import type { Policy } from "../../../../src/core/policy/policy.ts";
import { policyDiff as diff } from "../../../../src/presenters/messages/operator/policy.ts";
import { saidProblem } from "../../../said.ts";
import { allow, byLeads, deny, everything, may, mayChange, policyOf } from "../policies.ts";

const told = (before: Policy, after: Policy) => comparePolicies(before, after).map(diff.sentence).sort();

const on = (rule: string, clusters: string) => rule.replace('clusters: ["*"]', `clusters: [${clusters}]`);
const scaling = mayChange("scale", "deployments", "payments");
const base = allow("base", "diagnose: true");
const closed = deny("z", "diagnose: true");
const berlin = 'when: { from: "13:00", to: "14:00", timeZone: Europe/Berlin }';
const newYork = 'when: { from: "08:00", to: "09:00", timeZone: America/New_York }';
const sydney = 'when: { from: "18:00", to: "18:30", timeZone: Australia/Sydney }';
const morning = 'when: { from: "09:00", to: "09:30", timeZone: Europe/Berlin }';
const leads = (rule: string) => rule.replace("groups: [oncall]", "groups: [leads]");

type Some = string | string[];
test.each<[string, Some, Some, Some]>([
  ["nothing", base, base, []],
  ["another id", base, base.replace("id: base", "id: other"), []],
  [
    "a rule that another holds",
    allow("a", everything),
    [allow("a", everything), allow("b", may("get", "pods", "pay"))],
    [],
  ],
  [
    "a change of one type in one namespace of some clusters",
    base,
    [base, on(allow("a", `${scaling}, ${byLeads}`), "prod-*")],
    "oncall may now: kubectl scale deployments in payments on prod-*, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "the same the other way round",
    [base, on(allow("a", `${scaling}, ${byLeads}`), "prod-*")],
    base,
    "oncall may no longer: kubectl scale deployments in payments on prod-* (before: approved by 1 of leads, within 30 minutes)",
  ],
  [
    "who has to agree",
    [base, allow("a", `${scaling}, ${byLeads}`)],
    [base, allow("a", `${scaling}, approval: requester`)],
    "oncall may still: kubectl scale deployments in payments, approved by the requester alone (before: approved by 1 of leads, within 30 minutes)",
  ],
  [
    "several verbs, types and names",
    base,
    [
      base,
      allow(
        "a",
        `${mayChange("scale, rollout restart", "deployments, statefulsets", '"*"', ", names: [api-*]")}, ${byLeads}`,
      ),
    ],
    "oncall may now: kubectl scale, rollout restart deployments, statefulsets named api-*, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "files of one type",
    base,
    [base, allow("a", `${mayChange("apply, replace", "deployments", "payments")}, ${byLeads}`)],
    "oncall may now: kubectl apply, replace deployments in payments, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "files of every type, where both policies name the first of those that a file may hold",
    [base, deny("z", mayChange("scale", "configmaps", "vault"))],
    [
      base,
      deny("z", mayChange("scale", "configmaps", "vault")),
      allow("a", `${mayChange("apply", '"*"', "payments")}, ${byLeads}`),
    ],
    "oncall may now: kubectl apply configmaps, other types in payments, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "files of what lies in no namespace",
    [base, allow("a", `${mayChange("apply", '"*"', "payments")}, ${byLeads}`)],
    [base, allow("a", `${mayChange("apply", '"*"', "payments", ", clusterScoped: true")}, ${byLeads}`)],
    [
      "oncall may now: kubectl apply namespaces in payments, approved by 1 of leads, within 30 minutes (before: not at all)",
      "oncall may now: kubectl apply other types outside namespaces, approved by 1 of leads, within 30 minutes (before: not at all)",
    ],
  ],
  [
    "namespaces themselves, of some names",
    base,
    [
      base,
      allow(
        "a",
        `${mayChange("apply, label", "namespaces", '"team-*"', ", clusterScoped: true")}, ${byLeads}`,
      ),
    ],
    "oncall may now: kubectl label, apply namespaces in team-*, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "a fix, on clusters with a tag",
    base,
    [base, allow("a", "fix: true, approval: requester, tags: { env: prod }")],
    "oncall may now: have the fix made in Azure, with the tags env=prod, approved by the requester alone (before: not at all)",
  ],
  [
    "what is only for emergencies",
    base,
    [base, allow("a", `${scaling}, approval: requester, breakGlass: true`)],
    "oncall may now: kubectl scale deployments in payments, in an emergency, approved by the requester alone (before: not at all)",
  ],
  [
    "what is only for incidents, and for some hours",
    base,
    [
      base,
      allow("a", "watch: true, incidentOnly: Sev1"),
      allow(
        "b",
        'diagnose-inside: true, when: { days: [mon], from: "08:00", to: "18:00", timeZone: Etc/UTC }',
      ),
    ],
    [
      "oncall may now: diagnose-inside, at mon 08:00–18:00 Etc/UTC, seen by everyone in the thread (before: not at all)",
      "oncall may now: watch, while an alert of Sev1 is open, seen by everyone in the thread (before: not at all)",
    ],
  ],
  [
    "what is only for some minutes",
    base,
    [base, allow("b", 'watch: true, when: { from: "08:01", to: "08:09", timeZone: Asia/Kolkata }')],
    "oncall may now: watch, at 08:01–08:09 Asia/Kolkata, seen by everyone in the thread (before: not at all)",
  ],
  [
    "hours of two zones that meet only where one of them has changed its clocks",
    [allow("a", `diagnose: true, ${berlin}`), deny("z", `diagnose: true, ${newYork}`)],
    [allow("a", `diagnose: true, ${berlin}`), deny("z", `watch: true, ${newYork}`)],
    "oncall may now: diagnose, at 08:00–09:00 America/New_York, 13:00–14:00 Europe/Berlin, seen by everyone in the thread (before: not at all)",
  ],
  [
    "hours of two zones that meet only where the south has changed its clocks and the north has not yet",
    [allow("a", `diagnose: true, ${sydney}`), deny("z", `diagnose: true, ${morning}`)],
    allow("a", `diagnose: true, ${sydney}`),
    "oncall may now: diagnose, at 09:00–09:30 Europe/Berlin, 18:00–18:30 Australia/Sydney, seen by everyone in the thread (before: not at all)",
  ],
  [
    "clusters without Entra",
    allow("a", may("get", "pods", "pay")),
    allow("a", `${may("get", "pods", "pay")}, asClusterAdmin: true`),
    "oncall may now: kubectl get pods in pay, where there is no Entra, seen by everyone in the thread (before: not at all)",
  ],
  [
    "what was closed where two patterns of names meet",
    [on(base, '"prod-*"'), on(closed, '"*-pci"')],
    on(base, '"prod-*"'),
    "oncall may now: diagnose on prod-…-pci, seen by everyone in the thread (before: not at all)",
  ],
  [
    "what was closed by id, of clusters that are open by name",
    [on(base, '"prod-*"'), on(closed, '"/subscriptions/8a6c2f10/*"')],
    on(base, '"prod-*"'),
    "oncall may now: diagnose on prod-* (/subscriptions/8a6c2f10/*), seen by everyone in the thread (before: not at all)",
  ],
  [
    "what was closed by the name in an id, of clusters that are open by name",
    [on(base, '"prod-*"'), on(closed, '"/subscriptions/*/managedClusters/*-1"')],
    on(base, '"prod-*"'),
    "oncall may now: diagnose on prod-* (/subscriptions/*/managedClusters/*-1), seen by everyone in the thread (before: not at all)",
  ],
  [
    "what was closed by one tag, of clusters that are open by another",
    [allow("base", "diagnose: true, tags: { env: prod }"), deny("z", 'diagnose: true, tags: { pci: "yes" }')],
    allow("base", "diagnose: true, tags: { env: prod }"),
    "oncall may now: diagnose, with the tags env=prod, pci=yes, seen by everyone in the thread (before: not at all)",
  ],
  [
    "what was closed where two patterns of namespaces meet, and of names",
    [
      allow("a", `${may("get", "pods", '"pay-*"')}`),
      deny("y", may("get", "pods", '"*-vault"')),
      allow("b", `${mayChange("scale", "deployments", '"*"', ", names: [api-*]")}, ${byLeads}`),
      deny("z", mayChange("scale", "deployments", '"*"', ', names: ["*-db"]')),
    ],
    [
      allow("a", `${may("get", "pods", '"pay-*"')}`),
      allow("b", `${mayChange("scale", "deployments", '"*"', ", names: [api-*]")}, ${byLeads}`),
    ],
    [
      "oncall may now: kubectl get pods in pay-…-vault, seen by everyone in the thread (before: not at all)",
      "oncall may now: kubectl scale deployments named api-…-db, approved by 1 of leads, within 30 minutes (before: not at all)",
    ],
  ],
  [
    "what is open by each of two patterns, and so where they meet",
    base,
    [base, on(allow("a", "watch: true"), '"prod-*", "*-pci"')],
    "oncall may now: watch on *-pci, prod-*, seen by everyone in the thread (before: not at all)",
  ],
  [
    "another group",
    base,
    [base, leads(allow("a", "diagnose: true", "personal"))],
    [
      "leads may now: diagnose, seen by the requester alone (before: not at all)",
      "whoever is in all groups may still: diagnose, seen by the requester alone (before: seen by everyone in the thread)",
    ],
  ],
  [
    "what is closed again, of all that is open",
    allow("a", everything),
    [allow("a", everything), deny("z", may('"*"', "pods", "vault"))],
    "oncall may no longer: every reading command pods in vault, all namespaces at once (before: seen by everyone in the thread)",
  ],
  [
    "secrets by their name alone",
    base,
    [base, allow("a", `${mayChange("delete", '"*", secrets', '"*"')}, ${byLeads}`)],
    "oncall may now: kubectl delete secrets, other types, approved by 1 of leads, within 30 minutes (before: not at all)",
  ],
  [
    "every command that reads",
    base,
    [base, allow("a", everything)],
    "oncall may now: every reading command secrets, other types, other types outside namespaces, seen by everyone in the thread (before: not at all)",
  ],
])("%s", (_, before, after, sentences) => {
  expect(told(policyOf(...[before].flat()), policyOf(...[after].flat()))).toEqual([sentences].flat());
});

test("a group that is another one under the same name, and who may switch the mode", () => {
  const policyWith = (leadsId: string, operators: string) => {
    const parsed = parsePolicy(
      [
        "version: 1",
        `groups: { oncall: 00000000-0000-0000-0000-00000000000a, leads: ${leadsId} }`,
        operators,
        "rules:",
        `  - ${leads(base)}`,
      ].join("\n"),
    );
    if (!parsed.ok) throw new Error(parsed.problems.map(saidProblem).join("\n"));
    return parsed.policy;
  };
  const [b, c] = ["00000000-0000-0000-0000-00000000000b", "00000000-0000-0000-0000-00000000000c"];
  expect(told(policyWith(b, ""), policyWith(c, "operators: [oncall]"))).toEqual([
    `leads (${b}) may no longer: diagnose (before: seen by everyone in the thread)`,
    `leads (${c}) may now: diagnose, seen by everyone in the thread (before: not at all)`,
    "oncall may now: switch the mode",
  ]);
});

test("every verb that changes something is asked about", () => {
  const { rules } = policyOf(allow("a", `${mayChange('"*"', '"*"', '"*"')}, ${byLeads}`));
  const asked = new Set(changesFor(rules).map(({ request }) => request.verb));
  expect([...asked].sort()).toEqual([...writeVerbs].sort());
});
