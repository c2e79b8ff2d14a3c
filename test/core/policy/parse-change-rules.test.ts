// Rules that let something be changed are taken whole or not at all: somebody has to agree, hours have to be hours, and
// an emergency opens nothing that needs none.
import { parsePolicy } from "../../../src/core/policy/parse-policy.ts";
import { saidProblem } from "../../said.ts";

const good = `version: 1
groups:
  oncall: 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70
  leads: c7a1f684-2e95-4b03-a6d9-18f0e57b3c42
rules:
  - id: changes
    effect: allow
    groups: [oncall]
    clusters: ["prod-*"]
    show: thread
    change:
      verbs: [scale, rollout restart]
      resources: [deployments]
      namespaces: ["*"]
      names: [api-*]
      clusterScoped: true
    approval:
      count: 2
      groups: [leads]
      expires: 30m
      escalate: { after: 10m, groups: [oncall] }
    when: { days: [mon, tue], from: "08:00", to: "18:00", timeZone: Europe/Berlin }
    tags: { env: prod }
    incidentOnly: true
  - id: urgent
    effect: allow
    groups: [oncall]
    clusters: ["*"]
    show: thread
    fix: true
    approval: { count: 1, groups: [leads], expires: 10m }
    breakGlass: true
  - id: frozen
    effect: deny
    groups: ["*"]
    clusters: ["*"]
    change: { verbs: ["*"], resources: [secrets], namespaces: ["*"] }
    when: { from: "20:00", to: "24:00", timeZone: Etc/UTC }
tests:
  - { groups: [oncall], cluster: prod-1, tags: { env: prod }, at: "2026-11-24T09:00:00Z", incident: Sev1, change: kubectl scale deploy/api-1 --replicas=2, approval: { count: 2, groups: [leads] }, expect: allow, rule: changes }
  - { groups: [oncall], cluster: prod-1, breakGlass: true, fix: true, approval: { groups: [leads] }, expect: allow, rule: urgent }
`;

function problemsOf(text: string): readonly string[] {
  const parsed = parsePolicy(text);
  return parsed.ok ? [] : parsed.problems.map(saidProblem);
}

test("a good file", () => {
  expect(problemsOf(good)).toEqual([]);
});

const scope = "`rules[0].change";
const approval = good.slice(good.indexOf("    approval:\n"), good.indexOf("    when:"));

/** `before → after`, in the good file. */
test.each<[string, string, string]>([
  // What is tested of files.
  [
    "a test of a file that says not what it holds",
    "change: kubectl scale deploy/api-1 --replicas=2, → change: kubectl apply -f web.yaml,",
    "`holds` says what stands in the file",
  ],
  [
    "a test of a file with what no file may hold",
    "change: kubectl scale deploy/api-1 --replicas=2, → change: kubectl apply -f web.yaml, holds: [secret/db],",
    "`holds` says what stands in the file",
  ],
  [
    "a test of no file that says what it holds",
    "change: kubectl scale deploy/api-1 --replicas=2, → change: kubectl scale deploy/api-1 --replicas=2, holds: [deployment/api-1],",
    "`holds` says what stands in the file",
  ],
  [
    "a test of a fix that says what a file holds",
    "breakGlass: true, fix: true, → breakGlass: true, fix: true, holds: [deployment/api-1],",
    "`holds` says what stands in the file",
  ],
  // Who has to agree.
  [
    "nobody has to agree",
    `${approval} → `,
    "6:5 The rule `changes` lets something be changed, so it has to say who approves: add `approval: requester`, or ",
  ],
  [
    "nobody has to agree to a fix",
    "    approval: { count: 1, groups: [leads], expires: 10m }\n → ",
    "25:5 The rule `urgent` lets something be changed, so it has to say who approves",
  ],
  [
    "somebody has to agree to nothing",
    "    fix: true\n →     diagnose: true\n",
    "31:15 The rule `urgent` lets nothing be changed, so there is nothing to approve",
  ],
  [
    "another word for who agrees",
    `${approval} →     approval: nobody\n`,
    "17:15 `rules[0].approval` must be requester, or say count, groups and expires.",
  ],
  [
    "a list of who agrees",
    `${approval} →     approval: [leads]\n`,
    "`rules[0].approval` must be requester, or say",
  ],
  ["a number that is missing", "      count: 2\n → ", "18:7 `rules[0].approval.count` is missing."],
  [
    "no approvals",
    "count: 2 → count: 0",
    "18:14 `rules[0].approval.count` (`0`) must be a whole number from 1 to 10.",
  ],
  ["half an approval", "count: 2 → count: 1.5", "must be a whole number from 1 to 10."],
  ["too many", "count: 2 → count: 11", "must be a whole number from 1 to 10."],
  ["a number in words", "count: 2 → count: two", "`rules[0].approval.count` must be a number."],
  [
    "a group that is not known",
    "      groups: [leads]\n →       groups: [lead]\n",
    "19:16 There is no group `lead` under `groups`. Did you mean `leads`?",
  ],
  [
    "everybody",
    '      groups: [leads]\n →       groups: ["*"]\n',
    "19:16 `*`, for everybody, is accepted in deny rules only",
  ],
  [
    "a second group that is not known",
    "groups: [oncall] } → groups: [onkall] }",
    "21:40 There is no group `onkall` under `groups`.",
  ],
  ["a time that is none", "expires: 30m → expires: 30", "`rules[0].approval.expires` must be text."],
  [
    "a time without a unit",
    'expires: 30m → expires: "30"',
    "must be minutes or hours, such as 30m or 2h, and at most 24h.",
  ],
  [
    "more than a day",
    "expires: 30m → expires: 25h",
    "20:16 `rules[0].approval.expires` (`25h`) must be minutes or hours",
  ],
  ["no time at all", "expires: 30m → expires: 0m", "must be minutes or hours"],
  [
    "a second group when all is over",
    "after: 10m → after: 30m",
    "21:26 Nobody would be asked any more: `after` has to be shorter than `expires`.",
  ],
  [
    "a key of it",
    "expires: 30m → expire: 30m",
    "`expire` is not known in `rules[0].approval`. Did you mean `expires`?",
  ],
  [
    "a key of the second group",
    "after: 10m → afer: 10m",
    "`afer` is not known in `rules[0].approval.escalate`. Did you mean `after`?",
  ],
  // What is changed.
  [
    "a verb that reads",
    "verbs: [scale → verbs: [get",
    `12:15 ${scope}.verbs[0]\` (\`get\`) is not a verb that changes something`,
  ],
  [
    "a verb that is not known",
    "verbs: [scale → verbs: [scal",
    "is not a verb that changes something and can be allowed. Did you mean `scale` or `autoscale`?",
  ],
  ["a short name", "resources: [deployments → resources: [deploy", "Write `deployments`."],
  [
    "a name that none can have",
    "names: [api-*] → names: [Api]",
    `15:15 ${scope}.names[0]\` (\`Api\`) can be the name of no object`,
  ],
  [
    "a key of it",
    "      clusterScoped: →       clusterScope:",
    `16:7 \`clusterScope\` is not known in ${scope}\`. Did you mean \`clusterScoped\`?`,
  ],
  [
    "nodes in a rule that closes",
    "resources: [secrets] → resources: [nodes]",
    "37:41 `nodes` lie in no namespace, so this rule does not close them: add `clusterScoped: true`.",
  ],
  // When it counts.
  [
    "a day that is none",
    "days: [mon → days: [monday",
    "22:20 `rules[0].when.days[0]` must be mon, tue, wed, thu, fri, sat or sun.",
  ],
  [
    "an hour that is none",
    'from: "08:00" → from: "8:00"',
    '22:37 `rules[0].when.from` (`8:00`) must be a time of day in quotes, from "00:00" to "24:00".',
  ],
  ["an hour behind the last", 'to: "24:00" → to: "24:01"', "must be a time of day"],
  [
    "a zone that is none",
    "Europe/Berlin → Europe/Berlim",
    "`rules[0].when.timeZone` (`Europe/Berlim`) is no time zone",
  ],
  ["no zone", ", timeZone: Etc/UTC → ", "`rules[2].when.timeZone` is missing."],
  ["no hours", 'to: "24:00" → to: "20:00"', "38:11 It ends when it begins: write another `to`"],
  [
    "no hours at midnight",
    'from: "20:00", to: "24:00" → from: "24:00", to: "00:00"',
    "It ends when it begins",
  ],
  [
    "a key of it",
    "timeZone: Europe → timezone: Europe",
    "`timezone` is not known in `rules[0].when`. Did you mean `timeZone`?",
  ],
  ["no tags", "tags: { env: prod }\n    incident → tags: {}\n    incident", "23:11 `rules[0].tags` "],
  [
    "an alert in a rule that denies",
    "    when: { from →     incidentOnly: true\n    when: { from",
    "38:5 `incidentOnly` belongs to rules that allow: leave it out of `rules[2]`.",
  ],
  [
    "a severity that there is not",
    "    incidentOnly: true →     incidentOnly: Sev5",
    "`rules[0].incidentOnly` must be true, Sev0, Sev1, Sev2, Sev3 or Sev4.",
  ],
  // Emergencies.
  [
    "an emergency for what is read",
    "    fix: true\n →     fix: true\n    diagnose: true\n",
    "33:17 The rule `urgent` is for emergencies, and they are for `change` and `fix` alone",
  ],
  [
    "an emergency for nothing",
    "    fix: true\n    approval: { count: 1, groups: [leads], expires: 10m }\n → ",
    "30:17 The rule `urgent` is for emergencies and lets nothing be changed",
  ],
  [
    "an emergency that asks for no less",
    "approval: { count: 1 → approval: { count: 2",
    "32:17 The rule `urgent` is for emergencies and asks for no fewer approvals than rules for the same groups",
  ],
  // Whose rights.
  [
    "the rights of somebody else",
    "approval: { count: 1, groups: [leads], expires: 10m } → approval: { count: 1, groups: [leads], expires: 10m, runAs: lead }",
    "`rules[1].approval.runAs` must be requester or approver.",
  ],
  // Its own tests.
  [
    "a test of a command that reads",
    "change: kubectl scale deploy/api-1 --replicas=2 → change: kubectl get pods",
    "40:5 The test's command is refused whatever the policy says",
  ],
  [
    "a test that is incomplete",
    " --replicas=2 → ",
    "40:5 The test's command is refused whatever the policy says",
  ],
  [
    "a test of another number",
    "approval: { count: 2, groups: [leads] } → approval: { count: 1 }",
    "40:5 The test expects approval by 1, and by `changes` it is 2 of leads, of oncall too after 10 minutes, within 30 minutes.",
  ],
  [
    "a test of another group",
    "approval: { count: 2, groups: [leads] } → approval: { groups: [leads, oncall] }",
    "40:5 The test expects approval by some of leads or oncall, and by `changes` it is 2 of leads",
  ],
  [
    "a test of nobody else",
    "approval: { groups: [leads] } → approval: requester",
    "41:5 The test expects approval by the requester alone, and by `urgent` it is 1 of leads, within 10 minutes.",
  ],
  [
    "a test at another hour",
    "2026-11-24T09 → 2026-11-25T09",
    "40:5 The test expects allow by `changes`, and the policy answers deny: The rule `changes` allows this at other hours",
  ],
  [
    "a test at an hour without a zone",
    "09:00:00Z → 09:00:00",
    "`tests[0].at` (`2026-11-24T09:00:00`) must be a time with its zone",
  ],
  [
    "a test without an alert",
    "incident: Sev1, change → change",
    "answers deny: The rule `changes` allows this only while an alert of Sev2 or worse is open",
  ],
  [
    "a test with an alert that is not severe enough",
    "incident: Sev1 → incident: Sev3",
    "answers deny: The rule `changes` allows this only while an alert of Sev2 or worse is open whose rule is set on prod-1, and none is",
  ],
  [
    "a test on another cluster",
    "cluster: prod-1, tags: { env: prod } → cluster: prod-1, tags: { env: test }",
    "answers deny: No rule allows oncall to do this",
  ],
  [
    "a test without the emergency",
    "breakGlass: true, fix → fix",
    "41:5 The test expects allow by `urgent`, and the policy answers deny: The rule `urgent` allows this in an emergency only",
  ],
  [
    "a test of who agrees to what is read",
    "breakGlass: true, fix: true, approval: { groups: [leads] } → diagnose: true, approval: requester",
    "41:5 `approval` and `breakGlass` are about what changes something",
  ],
  [
    "a test that asks twice",
    "breakGlass: true, fix → diagnose: true, breakGlass: true, fix",
    "41:5 A test asks one thing",
  ],
])("%s", (_, change, expected) => {
  const [before = "", after = ""] = change.split(" → ");
  const broken = good.replace(before, after);
  expect(broken).not.toBe(good);
  expect(problemsOf(broken)).toContainEqual(expect.stringContaining(expected));
});

test.each([
  ["the requester alone", "approval: { count: 1, groups: [leads], expires: 10m }", "approval: requester"],
  [
    "as many as for others, where nothing is open to the same people without it",
    "approval: { count: 1",
    "approval: { count: 2",
  ],
])("an emergency may ask for %s", (_, before, after) => {
  const [head = "", tests = ""] = good.split("tests:");
  const alone = after.includes("2") ? head.replace("groups: [oncall]", "groups: [leads]") : head;
  expect(problemsOf(alone.replace(before, after))).toEqual([]);
  expect(tests).not.toBe("");
});
