// What findings say about a cluster's own settings: versions, certificates, its key, and when AKS may work on it.
import type { PoolVersion } from "../../../../core/finding/cluster/cluster.version-skew.ts";
import { utc } from "../../../time.ts";
import { english } from "../../catalogue.ts";
import type { FindingWords } from "../../finding-words.ts";
import { few, list } from "../words.ts";
import { locked } from "./locked.ts";

const { withNeeds } = english.speech;

const timeOf = utc;

const longTermNote = (longTerm: string | null): string =>
  longTerm === null ? "" : ` Long-term support would last until ${longTerm}.`;

const sayPools = (pools: readonly PoolVersion[]): string =>
  few(pools.map(({ pool, version }) => `${pool} runs ${version}`));

type VersionId = "cluster.version-support" | "cluster.version-skew" | "cluster.compat-flags";

const versionFindings: Pick<FindingWords<"cluster">, VersionId> = {
  "cluster.version-support": {
    title: "Kubernetes version is supported",
    why: "Outside of support nobody mends what breaks in Kubernetes, and some operations are refused.",
    remediation: "Plan an upgrade; each minor version is passed one after the other.",
    facts: {
      supported: ({ version, until }) => `AKS supports Kubernetes ${version} until ${until}.`,
      endsSoon: ({ version, until, longTerm }) =>
        `AKS supports Kubernetes ${version} until ${until} only.${longTermNote(longTerm)}`,
      ended: ({ version, since, longTerm }) =>
        `AKS supported Kubernetes ${version} until ${since}.${longTermNote(longTerm)}`,
      endedLongAgo: ({ version }) => `AKS has not supported Kubernetes ${version} for a long time.`,
      unknownVersion: ({ version }) =>
        `Until when AKS supports Kubernetes ${version} is not known here: look at its release calendar.`,
      calendarOld: ({ version, calendarUntil }) =>
        `Until when AKS supports Kubernetes ${version} is known here as it was before ${calendarUntil}: look at its release calendar.`,
      versionUnsaid: ({ cluster }) => `Azure does not say which version of Kubernetes ${cluster} runs.`,
    },
  },
  "cluster.version-skew": {
    title: "Nodes run the API server's version",
    why: "Nodes more than three minor versions behind are not supported, and Azure refuses the next upgrade of the cluster.",
    remediation: "Upgrade the node pools; their nodes are drained and replaced.",
    facts: {
      noPools: () => "The cluster lists no node pools of its own.",
      versionUnsaid: () => "Azure does not say which versions the API server and its nodes run.",
      same: ({ version }) => `All node pools run what the API server runs, ${version}.`,
      tooFar: ({ pools, version, most }) =>
        `The API server runs ${version}, and ${sayPools(pools)}: more than ${most} minor versions behind, so the next upgrade is refused.`,
      behind: ({ pools, version }) => `The API server runs ${version}, and ${sayPools(pools)}.`,
    },
  },
  "cluster.compat-flags": {
    title: "Cluster takes every way in",
    why: "Cloud Shell in a network, and Bastion straight to the API server, are not made for AKS Automatic nor for a locked node resource group.",
    remediation: "Use another way in: a jump host, the run command, or a VPN.",
    facts: {
      open: () => "The cluster's kind closes no way in.",
      locked: ({ by }) =>
        `This is ${locked[by]}: it takes neither Cloud Shell in a network nor Bastion straight to its API server.`,
    },
  },
};

type CertificateId = "cluster.api-certificate" | "cluster.credential-stale";

const certificateFindings: Pick<FindingWords<"cluster">, CertificateId> = {
  "cluster.api-certificate": {
    title: "API server's certificate is good",
    why: "Certificates of clusters from before May 2019 last two years; once they expire, every client refuses the API server.",
    remediation: "Rotate the cluster's certificates in a window in which it may be away.",
    facts: {
      ageUnsaid: () =>
        "Azure does not say when the cluster was made, and nobody reports a certificate that has expired.",
      rotated: ({ at }) => `The cluster's certificates were rotated at ${timeOf(at)}.`,
      lasts: ({ createdAt }) =>
        `The cluster was made at ${timeOf(createdAt)}, and certificate authorities of that time last 30 years.`,
      old: ({ createdAt }) =>
        `The cluster was made at ${timeOf(createdAt)}, when certificate authorities lasted two years: make sure that they were rotated since.`,
      expired: ({ cluster, createdAt }) =>
        `The certificates of ${cluster} have expired: it was made at ${timeOf(createdAt)}, when they lasted two years, and no rotation is known.`,
      saidExpired: () =>
        "Your error says that a certificate has expired: of your kubeconfig, or of the API server, or your clock is wrong.",
    },
  },
  "cluster.credential-stale": {
    title: "Your kubeconfig is of this cluster as it is now",
    why: "A kubeconfig from before a rotation of certificates, or from an earlier cluster of the same name, no longer leads in.",
    remediation: "Fetch the kubeconfig again.",
    facts: {
      nothingSaid: () => "Your question holds no error about a name or a certificate.",
      sameName: ({ name }) => `Your error names the cluster's own API server, ${name}.`,
      formerServer: ({ cluster, asked, now }) =>
        `Your error names ${asked}, and the API server of ${cluster} is ${now}: your kubeconfig is of an earlier or another cluster.`,
      rotatedSince: ({ cluster, at }) =>
        `The certificates of ${cluster} were rotated at ${timeOf(at)}, and your kubeconfig trusts the earlier ones.`,
      notRotated: () =>
        "No rotation of the cluster's certificates is known of the last 24 hours: your kubeconfig is older still, or something on the way opens TLS.",
    },
  },
};

export const settingFindings: Pick<
  FindingWords<"cluster">,
  VersionId | CertificateId | "cluster.kms-key" | "cluster.maintenance-window"
> = {
  ...versionFindings,
  ...certificateFindings,
  "cluster.kms-key": {
    title: "Key vault of the cluster's KMS can be used",
    why: "With KMS on, the API server needs the key in this vault for all that it stored as a secret; without it, it goes down.",
    remediation:
      "Bring the vault back while Azure still keeps it, or open its network to AKS; once it is gone for good, open a support request.",
    facts: {
      off: () => "What the API server stores is encrypted without a key of your own.",
      usable: ({ vault }) =>
        `The key vault ${vault} is there and lets AKS in; whether the key in it is good is not read.`,
      deleted: ({ vault, purgedAt }) =>
        `The key vault ${vault}, whose key the API server needs, was deleted; it can be brought back${purgedAt === null ? "" : ` until ${timeOf(purgedAt)}`}.`,
      gone: ({ vault, mayBeBroughtBack }) =>
        `The key vault ${vault}, whose key the API server needs, is gone${mayBeBroughtBack ? "; whether it can be brought back could not be read" : " for good: secrets in the cluster cannot be read again, so ask Azure's support"}.`,
      closed: ({ vault }) =>
        `The key vault ${vault}, whose key the API server needs, lets no network in, and AKS reaches it over its public address.`,
      restricted: ({ vault, letIn }) =>
        `The key vault ${vault}, whose key the API server needs, lets only ${letIn === 1 ? "one network or address" : `${letIn} networks and addresses`} in, which AKS does not support.`,
      privateWithoutNetwork: ({ vault }) =>
        `The key vault ${vault} is private, and AKS reaches such a vault only with API Server VNet Integration.`,
      notSeen: ({ vault, needs }) =>
        withNeeds(
          `The key vault ${vault}, whose key the API server needs, is not among those that you see in the cluster's subscription.`,
          needs,
        ),
      noVaultNamed: () => "KMS is on, and the cluster names its key in a form that is not known here.",
    },
  },
  "cluster.maintenance-window": {
    title: "No planned maintenance runs",
    why: "In a planned window AKS upgrades nodes by itself, and the API server may pause for a moment.",
    remediation: "Wait for the end of the window, or plan it for another time.",
    facts: {
      noOperation: () => "No operation runs, so no planned window matters.",
      noWindow: () => "An operation runs, and no window is planned for AKS's own.",
      open: ({ window, until }) =>
        `The planned window ${window} is open until ${timeOf(until)}: the operation that runs may be AKS's own.`,
      closed: ({ windows }) =>
        `No planned window is open now (${list(windows)}), so somebody began the operation that runs.`,
      unknown: ({ window }) => `Whether the planned window ${window} is open now is not known.`,
    },
  },
};
