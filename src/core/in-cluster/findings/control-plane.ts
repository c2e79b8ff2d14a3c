// The API server and who asks it. A new one goes here or beside this, and into the list.
import { advise, fail, notApplicable, notAssessed, type Outcome, pass, warn } from "../../outcome/check.ts";
import type { PartName, Pod, RequiredRead, Versions } from "../reads/model.ts";
import { defineFinding, namesOf } from "./define-finding.ts";
import { isImageTrouble } from "./recent.ts";

// k8s.aks-command: pods of run commands, ours and others'. Where they do not start, neither does the next command.

type CommandPodsFact = Readonly<
  | { is: "start" }
  | { is: "noImage"; pods: readonly string[] }
  | { is: "pending"; pods: readonly string[] }
  | { is: "leftOver"; count: number }
>;

const longMs = 60_000;
/** AKS removes them after a while; more than these are seldom at work at once. */
const usual = 5;

const isStuck = ({ phase, created }: Pod, now: number): boolean =>
  phase === "Pending" && now - created > longMs;

const aksCommand = defineFinding({
  id: "k8s.aks-command",
  severity: "medium",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/resolve-az-aks-command-invoke-failures",
  needs: ["commandPods"],
  after: ["invoke.policy", "k8s.gatekeeper", "firewall.aks-fqdns", "k8s.nodes-ready"],
  evaluate: ({ commandPods }, { now }): Outcome<CommandPodsFact> => {
    const noImage = commandPods.filter(isImageTrouble);
    if (noImage.length > 0) return fail({ is: "noImage", pods: namesOf(noImage) });
    const pending = commandPods.filter((pod) => isStuck(pod, now));
    if (pending.length > 0) return warn({ is: "pending", pods: namesOf(pending) });
    return commandPods.length > usual
      ? advise({ is: "leftOver", count: commandPods.length })
      : pass({ is: "start" });
  },
});

// k8s.api-endpoint: where pods find the API server, beside where Azure says that it stands. That they are the same on
// every private cluster is not documented, so that a difference is a hint and no fault.

type ApiEndpointFact = Readonly<
  | { is: "same"; addresses: readonly string[] }
  | { is: "differs"; addresses: readonly string[]; expected: readonly string[] }
  | { is: "none" }
  | { is: "notKnown" }
>;

const apiEndpoint = defineFinding({
  id: "k8s.api-endpoint",
  severity: "high",
  source: "https://learn.microsoft.com/azure/aks/private-clusters",
  needs: ["apiEndpoints"],
  evaluate: ({ apiEndpoints }, { azure: { apiAddresses } }): Outcome<ApiEndpointFact> => {
    const addresses = apiEndpoints.flatMap((slice) => slice.addresses);
    if (addresses.length === 0) return fail({ is: "none" });
    if (apiAddresses === null) return notApplicable({ is: "notKnown" });
    return addresses.every((each) => apiAddresses.includes(each))
      ? pass({ is: "same", addresses })
      : advise({ is: "differs", addresses, expected: apiAddresses });
  },
});

// k8s.api-ready: the API server itself says whether it and what it stands on are well.

type ApiReadyFact = Readonly<{ is: "ready" } | { is: "notReady"; checks: readonly string[] }>;

const apiReady = defineFinding({
  id: "k8s.api-ready",
  severity: "critical",
  source: "https://kubernetes.io/docs/reference/using-api/health-checks/",
  needs: ["ready"],
  after: ["cluster.kms-key", "cluster.resource-health"],
  evaluate: ({ ready }): Outcome<ApiReadyFact> =>
    ready.isReady ? pass({ is: "ready" }) : fail({ is: "notReady", checks: ready.failing }),
});

// k8s.can-i: what of all this Kubernetes did not let the requester read. It is seen by having tried.

type CanIFact = Readonly<
  { is: "all" } | { is: "lacks"; needs: readonly RequiredRead[] } | { is: "notTried" }
>;

/** Without these nobody on call sees what is wrong. */
const essential: readonly PartName[] = ["systemPods", "deployments"];

const canI = defineFinding({
  id: "k8s.can-i",
  severity: "medium",
  scope: "requester",
  requesterIssue: "inCluster",
  source: "https://learn.microsoft.com/azure/aks/manage-azure-rbac",
  needs: [],
  after: ["access.kubernetes-role"],
  evaluate: (_data, { model: { parts } }): Outcome<CanIFact> => {
    const names = Object.keys(parts) as readonly PartName[];
    const refused = names.filter((name) => {
      const part = parts[name];
      return part.status === "unread" && part.why === "forbidden";
    });
    const needs = refused.flatMap((name) => {
      const part = parts[name];
      return part.status === "unread" ? part.needs : [];
    });
    if (essential.some((name) => refused.includes(name))) return fail({ is: "lacks", needs });
    if (refused.length > 0) return advise({ is: "lacks", needs });
    return names.some((name) => parts[name].status === "read")
      ? pass({ is: "all" })
      : notAssessed({ is: "notTried" });
  },
});

// k8s.version: kubectl is made for the API server's own minor version and its two neighbours.

type KubectlVersionFact = Readonly<{ is: "fits" | "apart" } & Versions>;

const kubectlVersion = defineFinding({
  id: "k8s.version",
  severity: "info",
  impact: "advises",
  source: "https://kubernetes.io/releases/version-skew-policy/#kubectl",
  needs: ["version"],
  evaluate: ({ version }): Outcome<KubectlVersionFact> =>
    Math.abs(version.server - version.kubectl) <= 1
      ? pass({ is: "fits", ...version })
      : advise({ is: "apart", ...version }),
});

// k8s.whoami: as whom commands act in the cluster. Whoever is an administrator to it, its own rights do not hold back.

type WhoAmIFact = Readonly<{ is: "oneself" | "administrator" }>;

const whoAmI = defineFinding({
  id: "k8s.whoami",
  severity: "medium",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/manage-local-accounts-managed-azure-ad",
  needs: ["whoami"],
  after: ["entra.managed-aad"],
  evaluate: ({ whoami: { username, groups } }): Outcome<WhoAmIFact> =>
    groups.includes("system:masters") || username === "masterclient"
      ? advise({ is: "administrator" })
      : pass({ is: "oneself" }),
});

export const controlPlaneFindings = [
  apiReady,
  kubectlVersion,
  whoAmI,
  canI,
  apiEndpoint,
  aksCommand,
] as const;
