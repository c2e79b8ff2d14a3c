// The short phrases of a whoami card.
import { describeAccess } from "../../../src/core/policy/authorize.ts";
import type { AccessPhrase } from "../../../src/core/policy/describe-access.ts";
import { say } from "../../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { ids, policyOf } from "./policies.ts";

const { accessPhrases } = messages();

const policy = policyOf(
  "{ id: a, effect: allow, groups: [oncall, leads], clusters: ['prod-*', stage], diagnose: true, diagnose-inside: true, watch: true, show: thread }",
  "{ id: b, effect: allow, groups: [oncall], clusters: ['*'], show: thread, run: { verbs: [get, logs], resources: [pods, pods/log], namespaces: [pay, 'web-*'] } }",
  "{ id: c, effect: deny, groups: ['*'], clusters: ['*'], run: { verbs: ['*'], resources: [secrets], namespaces: ['*'] } }",
  "{ id: d, effect: allow, groups: [leads], clusters: ['*'], show: thread, diagnose: true, asClusterAdmin: true, run: { verbs: ['*'], resources: ['*'], namespaces: ['*'], clusterScoped: true } }",
);

test.each([
  [
    "one group",
    [ids.oncall],
    ["prod-*, stage"],
    ["prod-*, stage"],
    ["prod-*, stage"],
    [
      "get, logs for pods, pods/log in pay, web-* on all clusters",
      "never any command for secrets in all namespaces on all clusters",
    ],
  ],
  [
    "another group",
    [ids.leads],
    ["prod-*, stage", "all clusters"],
    ["prod-*, stage"],
    ["prod-*, stage"],
    [
      "every reading command for all resources in all namespaces and cluster-wide on all clusters, also those without Entra",
      "never any command for secrets in all namespaces on all clusters",
    ],
  ],
  ["no group of the policy", ["00000000-0000-0000-0000-00000000000f"], [], [], [], []],
  ["no group", [], [], [], [], []],
])("%s", (_, groupIds, mayDiagnose, mayLookInside, mayWatch, mayRun) => {
  const access = describeAccess(policy, groupIds);
  const said = (phrases: readonly AccessPhrase[]) => phrases.map((phrase) => say(accessPhrases, phrase));
  const all = [access.mayDiagnose, access.mayLookInside, access.mayWatch, access.mayRun];
  expect(all.map(said)).toEqual([mayDiagnose, mayLookInside, mayWatch, mayRun]);
});

describe("what may be changed", () => {
  const changing = policyOf(
    "{ id: a, effect: allow, groups: [oncall], clusters: ['prod-*'], show: thread, change: { verbs: [scale, cordon], resources: [deployments, nodes], namespaces: ['*'], names: ['api-*', web], clusterScoped: true }, fix: true, approval: { count: 2, groups: [leads, oncall], expires: 2h, escalate: { after: 1m, groups: [leads] } }, when: { days: [mon, sat], from: '08:00', to: '18:00', timeZone: Europe/Berlin } }",
    "{ id: b, effect: allow, groups: [oncall], clusters: ['*'], show: thread, change: { verbs: ['*'], resources: ['*'], namespaces: [pay] }, approval: requester, breakGlass: true, incidentOnly: true, tags: { env: prod }, asClusterAdmin: true }",
    "{ id: c, effect: deny, groups: ['*'], clusters: ['*'], change: { verbs: ['*'], resources: [pods], namespaces: ['*'] }, when: { from: '22:00', to: '06:00', timeZone: Etc/UTC } }",
    "{ id: d, effect: allow, groups: [leads], clusters: ['*'], show: thread, diagnose: true, incidentOnly: true, run: { verbs: [get], resources: [pods], namespaces: [pay] } }",
  );
  const said = (phrases: readonly AccessPhrase[]) => phrases.map((phrase) => say(accessPhrases, phrase));

  test("with who has to agree, and when", () => {
    const { mayChange, mayFix, mayRun } = describeAccess(changing, [ids.oncall]);
    expect([mayChange, mayFix, mayRun].map(said)).toEqual([
      [
        "scale, cordon of deployments, nodes named api-* or web in all namespaces and cluster-wide on prod-*, approved by 2 of leads or oncall, of leads too after 1 minute, within 2 hours (Mon, Sat 08:00 to 18:00 Europe/Berlin)",
        "every change of all resources in pay on all clusters, also those without Entra, approved by the requester alone (while an alert of Sev2 or worse is open; in an emergency; with the tag env=prod)",
        "never any change of pods in all namespaces on all clusters (daily 22:00 to 06:00 Etc/UTC)",
      ],
      [
        "prod-*, approved by 2 of leads or oncall, of leads too after 1 minute, within 2 hours (Mon, Sat 08:00 to 18:00 Europe/Berlin)",
      ],
      [],
    ]);
  });

  test("nothing, with what is only for an incident", () => {
    const { mayChange, mayFix, mayRun, mayDiagnose } = describeAccess(changing, [ids.leads]);
    expect([mayChange, mayFix, mayRun, mayDiagnose].map(said)).toEqual([
      [],
      [],
      ["get for pods in pay on all clusters (while an alert of Sev2 or worse is open)"],
      ["all clusters (while an alert of Sev2 or worse is open)"],
    ]);
  });
});
