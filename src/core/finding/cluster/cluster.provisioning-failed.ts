// cluster.provisioning-failed: a failed operation leaves the API server up, but names a fault and blocks repairs.

import { reconcile } from "../../fix/cluster.ts";
import {
  type Evidence,
  fail,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  warn,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { nodeFound } from "../../outcome/operation.ts";
import { stateWordOf, strangeWord, thing } from "../../outcome/state-word.ts";
import { redact } from "../../redact/redact.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

/** What is to be mended first. */
type ErrorMeaning =
  | "subnetFull"
  | "portsShort"
  | "roleLacking"
  | "loadUnreachable"
  | "apiUnreachable"
  | "nameUnknown"
  | "podsKept";

export type ProvisioningFact = Readonly<
  | { is: "succeeded" }
  | { is: "canceled"; cluster: string }
  /** `code`: empty where AKS names none. */
  | { is: "failed"; cluster: string; code: string; meaning: ErrorMeaning | null }
  | { is: "notEnded"; state: string }
>;

/** What AKS's error says. Where a check finds that itself, it explains this one. */
const meanings: readonly (readonly [text: RegExp, meaning: ErrorMeaning])[] = [
  [/SubnetIsFull|InsufficientSubnetSize/i, "subnetFull"],
  [/InsufficientOutboundPorts|AllocatedOutboundPorts|not enough (?:outbound|SNAT) ports/i, "portsShort"],
  [/(Linked)?AuthorizationFailed/i, "roleLacking"],
  [nodeFound.noName, "nameUnknown"],
  [nodeFound.noApiServer, "apiUnreachable"],
  [nodeFound.noInternet, "loadUnreachable"],
  [/VMExtensionProvisioningError/i, "loadUnreachable"],
  [/PodDrainFailure|UnsatisfiablePDB|PodDisruptionBudget/i, "podsKept"],
];

const longestMessage = 300;

/** The message may quote whatever somebody wrote into the cluster, so secrets are masked before it is cut. */
function shorten(message: string): string {
  const text = redact(message).text.replace(/\s+/g, " ").trim();
  return text.length > longestMessage ? `${text.slice(0, longestMessage - 1)}…` : text;
}

function failed(cluster: ManagedCluster): Outcome<ProvisioningFact> {
  const { id, name, provisioningError: error } = cluster;
  const resourceId = error?.target?.startsWith("/subscriptions/") === true ? error.target : id;
  const said = `${error?.code ?? ""} ${error?.message ?? ""}`;
  const meaning = meanings.find(([text]) => text.test(said))?.[1] ?? null;
  const evidence: readonly Evidence[] =
    error === undefined
      ? [{ is: "noErrorNamed" }]
      : [
          labelled("code", error.code),
          labelled("message", shorten(error.message)),
          ...(error.target === undefined ? [] : [labelled("target", error.target)]),
        ];
  return fail(
    { is: "failed", cluster: name, code: error?.code ?? "", meaning },
    { resourceId, evidence, fix: reconcile(cluster) },
  );
}

export const clusterProvisioningFailed = defineCheck({
  id: "cluster.provisioning-failed",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/availability-performance/node-not-ready-basic-troubleshooting",
  needs: ["managedCluster"],
  after: [
    "cluster.exists",
    "identity.kind",
    "identity.subnet-role",
    "identity.dns-role",
    "identity.route-role",
    "cluster.kms-key",
    "api.vnetint-network",
    "pe.provisioning",
    "dns.custom-servers",
    "dns.link-cluster",
    "dns.a-record-match",
    "api.authorized-ip-egress",
    "api.vnetint-subnet",
    "api.vnetint-nsg",
    "pool.subnet-ip-free",
    "egress.outbound-consistent",
    "egress.nat-gateway",
    "egress.lb-outbound",
    "firewall.state",
    "firewall.aks-fqdns",
    "firewall.precedence",
    "nsg.node-egress",
    "route.default",
    "route.next-hop-alive",
  ],
  evaluate: ({ managedCluster: cluster }): Outcome<ProvisioningFact | SharedFact> => {
    const { name, provisioningState: state } = cluster;
    const evidence = [labelled("provisioningState", state)];
    switch (stateWordOf(state)) {
      case "done":
        return pass({ is: "succeeded" }, evidence);
      case "canceled":
        return warn(
          { is: "canceled", cluster: name },
          { resourceId: cluster.id, evidence, fix: reconcile(cluster) },
        );
      case "failed":
        return failed(cluster);
      case "unsaid":
      case "unknown":
        return strangeWord(thing("named", name), "state", state);
      case "moving":
        return notApplicable({ is: "notEnded", state });
    }
  },
});
