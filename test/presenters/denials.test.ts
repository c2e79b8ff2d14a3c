// A denial says each thing once: why, who may, whom to ask.
import type { DenialReason } from "../../src/core/policy/decision.ts";
import { say } from "../../src/presenters/messages/catalogue/says.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { present } from "../../src/presenters/present.ts";
import { answers } from "../fixtures/answers.ts";
import { nodesOf } from "./card-rules.ts";

/** What a phone shows, without what was asked, lines to copy and what Kubernetes says itself. */
function sentencesOf(name: string): string {
  const answer = answers[name];
  if (answer === undefined) throw new Error(`no answer called ${name}`);
  const nodes = nodesOf(present(answer, messages("en")).card);
  const sentences = nodes.filter(({ type }) => type === "TextBlock").map(({ text }) => String(text));
  return sentences.join("\n").replaceAll("\\", "");
}

test.each([
  ["denied", "aks-leads"],
  ["denied", "No rule allows"],
  ["denied", "Nothing was"],
  ["denied-unknown-groups", "Microsoft Graph did not answer in time"],
  ["can-i-no", "no-secrets-in-prod"],
  ["azure-denied", "managedClusters/read"],
  ["azure-denied", "Reader"],
  ["azure-denied", "owner"],
  ["run-denied", "upgrade-freeze"],
  ["run-denied", "Nothing was"],
  ["run-failed-azure", "managedClusters/runCommand/action"],
  ["run-failed-azure", "Azure Kubernetes Service Contributor Role"],
  ["run-failed-azure", "owner"],
  ["command-result-forbidden-azure", "Azure Kubernetes Service RBAC Reader"],
  ["command-result-forbidden-azure", "managedClusters/pods/read"],
  ["command-result-forbidden-azure", "owner"],
])("%s says %j once", (name, said) => {
  expect(sentencesOf(name).split(said)).toHaveLength(2);
});

test.each([
  ["en", "✖ Not allowed on this cluster", "diagnose on this cluster."],
  ["de", "✖ Auf diesem Cluster nicht erlaubt", "diagnose auf diesem Cluster."],
  ["zh", "✖ 不允许在此集群上执行", "对此集群执行 diagnose。"],
])("in %s, of a cluster that was not named: %s", (language, title, deed) => {
  const { denied, denials } = messages(language);
  expect(denied.title({ cluster: "" })).toBe(title);
  const reason = { is: "inNoGroup", deed: { kind: "diagnose", cluster: "" } } as const;
  expect(say(denials, reason)).toContain(deed);
});

test.each([
  ["en", "Upgrade, hands off!", "No command is sent into a cluster: somebody set mode diagnose on"],
  ["en", "Upgrade, hands off!", "; reason: Upgrade, hands off."],
  ["de", "Upgrade.", "gesetzt (Grund: Upgrade)."],
  ["zh", "升级。", "有人于 2026-07-27 01:10 UTC 把模式设为 diagnose；原因：升级。"],
])("in %s, the reason of a mode stands in a sentence: %s", (language, reason, said) => {
  const forbids = { is: "modeForbids", mode: "diagnose", setBy: null, since: "2026-07-27T01:10:00Z", reason };
  const { denials } = messages(language);
  expect(say(denials, forbids as DenialReason)).toContain(said);
});
