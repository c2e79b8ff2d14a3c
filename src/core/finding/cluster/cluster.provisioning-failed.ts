// cluster.provisioning-failed: a failed operation leaves the API server up, but names a fault and blocks repairs.

import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, pass, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { redact } from "../../redact/redact.ts";
import { reconcile } from "../../repair/fixes.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../define-check.ts";

/** What AKS's error says is to be mended first. Where a check finds that itself, it explains this one. */
const meanings: readonly (readonly [text: RegExp, meaning: string])[] = [
  [/SubnetIsFull|InsufficientSubnetSize/i, "a subnet has no free addresses for its nodes"],
  [/(Linked)?AuthorizationFailed/i, "the cluster's identity lacks a role on something that it has to change"],
  [
    /VMExtensionProvisioningError|OutboundConn/i,
    "new nodes do not reach what they load at their start, so look at routes, firewall and DNS",
  ],
  [/PodDrainFailure/i, "a PodDisruptionBudget keeps pods from leaving a node"],
];

const longestMessage = 300;

/** The message may quote whatever somebody wrote into the cluster, so secrets are masked before it is cut. */
function shorten(message: string): string {
  const text = redact(message).text.replace(/\s+/g, " ").trim();
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}

function failed(cluster: ManagedCluster) {
  const { id, name, provisioningError: error } = cluster;
  const resourceId = error?.target?.startsWith("/subscriptions/") === true ? error.target : id;
  const said = `${error?.code ?? ""} ${error?.message ?? ""}`;
  const meaning = meanings.find(([text]) => text.test(said))?.[1];
  const code = error === undefined || error.code === "" ? "" : ` with ${error.code}`;
  const evidence =
    error === undefined
      ? ["AKS names no error."]
      : [
          `code     ${error.code}`,
          `message  ${shorten(error.message)}`,
          ...(error.target === undefined ? [] : [`target   ${error.target}`]),
        ];
  return fail(`The last operation on ${name} failed${code}${meaning === undefined ? "" : `: ${meaning}`}.`, {
    resourceId,
    evidence,
    fix: reconcile(cluster),
  });
}

export const clusterProvisioningFailed = defineCheck({
  id: "cluster.provisioning-failed",
  severity: "high",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/node-not-ready-basic-troubleshooting",
  needs: ["managedCluster"],
  after: [
    "cluster.exists",
    "dns.custom-servers",
    "dns.link-cluster",
    "dns.a-record-match",
    "api.authorized-ip-egress",
    "api.vnetint-subnet",
    "api.vnetint-nsg",
    "egress.outbound-consistent",
    "egress.nat-gateway",
    "firewall.state",
    "nsg.node-egress",
    "route.default",
    "route.next-hop-alive",
  ],
  evaluate: ({ managedCluster: cluster }): Outcome => {
    const { name, provisioningState: state } = cluster;
    const evidence = [`provisioningState  ${state}`];
    switch (stateWordOf(state)) {
      case "done":
        return pass("The last operation on the cluster succeeded.", evidence);
      case "canceled":
        return warn(`The last operation on ${name} was canceled.`, {
          resourceId: cluster.id,
          evidence,
          fix: reconcile(cluster),
        });
      case "failed":
        return failed(cluster);
      case "unsaid":
      case "unknown":
        return strangeWord(thing("named", name), "state", state);
      case "moving":
        return notApplicable(
          `The last operation has not ended; cluster.operation-in-progress says that it is ${state}.`,
        );
    }
  },
});
