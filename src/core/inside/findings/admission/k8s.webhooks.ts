// k8s.webhooks: one that must answer, for what nodes and roles write all the time, can stop a whole cluster.
import type { Outcome } from "../../../outcome/check.ts";
import { advise, pass } from "../../../outcome/outcomes.ts";
import type { Webhook } from "../../model.ts";
import { defineFinding } from "../define-finding.ts";

export type WebhooksFact = Readonly<
  { is: "narrow"; count: number } | { is: "wide"; configurations: readonly string[] }
>;

const everyday = ["*", "*/*", "nodes", "nodes/status", "leases", "clusterroles", "clusterrolebindings"];

/** AKS keeps its own, and keeps them answering. */
const isOfAks = ({ configuration }: Webhook): boolean => configuration.startsWith("aks-");

const isWide = (webhook: Webhook): boolean =>
  webhook.mustAnswer && !isOfAks(webhook) && webhook.resources.some((each) => everyday.includes(each));

export const wideWebhooks = defineFinding({
  id: "k8s.webhooks",
  severity: "medium",
  scope: "cluster",
  impact: "advises",
  source: "https://kubernetes.io/docs/concepts/cluster-administration/admission-webhooks-good-practices/",
  needs: ["webhooks"],
  after: [],
  evaluate: ({ webhooks }): Outcome<WebhooksFact> => {
    const configurations = [...new Set(webhooks.filter(isWide).map(({ configuration }) => configuration))];
    return configurations.length > 0
      ? advise({ is: "wide", configurations })
      : pass({ is: "narrow", count: webhooks.length });
  },
});
