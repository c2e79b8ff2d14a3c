// The short phrases of a whoami card.
import { describeAccess } from "../../../src/core/policy/authorize.ts";
import type { AccessPhrase } from "../../../src/core/policy/describe-access.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";
import { say } from "../../../src/presenters/messages/says.ts";
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
