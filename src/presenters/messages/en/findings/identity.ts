// What findings about `identity.*` say.
import type { IdentityRoleFact } from "../../../../core/finding/rights/identity-findings.ts";
import type { FindingWords } from "../../finding-words.ts";
import type { Says } from "../../says.ts";

/** `thing`: what its owner brought, with its article. `fails`: what AKS cannot do without the right. */
const roleFacts = (thing: string, fails: string): Says<IdentityRoleFact> => ({
  nothingBrought: () =>
    `AKS made ${thing} itself, so its identity needs no role that somebody could take away.`,
  identityUnsaid: () => "Azure does not say which identity the cluster acts as.",
  applicationUnknown: () =>
    `The cluster acts as a service principal, of which Azure Resource Manager tells the application and not the object that holds roles: whether it may change ${thing} is not known.`,
  rolesUnlisted: ({ on }) => `The roles of the cluster's identity on ${on} were not read.`,
  may: ({ on }) => `The cluster's identity may do on ${on} what AKS does there.`,
  roleUnclear: ({ role, on }) =>
    `The cluster's identity holds the role ${role} on ${on}, and what that allows is not known here.`,
  lacks: ({ action, on }) =>
    `The cluster's identity lacks ${action} on ${on}: what runs goes on running, and ${fails} will fail.`,
  failedFor: ({ action, on }) =>
    `The cluster's identity lacks ${action} on ${on}, and the last operation failed for that.`,
  wasRefused: ({ on }) =>
    `The last operation failed because the cluster's identity might not do on ${on} what AKS does there.`,
});

const giveBack = "Give the identity its role back, then let AKS apply the cluster's settings again.";
const subnetFacts = roleFacts("the network", "the next start, scale-out or upgrade");
const zoneFacts = roleFacts("the private DNS zone", "the next start or upgrade that moves the API server");
const tableFacts = roleFacts("the route table", "the next start, scale-out or upgrade");

export const identityFindings: FindingWords<"identity"> = {
  "identity.kind": {
    title: "The cluster acts as a managed identity",
    why: "The secret of a service principal ends one day; then AKS can change nothing, while the API server still answers.",
    remediation:
      "An owner of the Entra application makes a new secret and gives it to the cluster with `az aks update-credentials --reset-service-principal`, which restarts every node; a managed identity has no secret to renew.",
    facts: {
      identityUnsaid: subnetFacts.identityUnsaid,
      managedIdentity: ({ kind }) =>
        kind === "system"
          ? "The cluster acts as its own managed identity."
          : "The cluster acts as a managed identity that its owner gave it.",
      servicePrincipal: ({ application, cluster }) =>
        `${cluster} acts as the service principal ${application}, whose secret ends one day.`,
      secretExpired: ({ application, cluster }) =>
        `${cluster} acts as the service principal ${application}, whose secret has expired: AKS can change nothing in Azure.`,
      secretUnsure: ({ application, cluster }) =>
        `The error says that a secret has expired, and not of which application: whether it is the service principal ${application}, as which ${cluster} acts, is open (az ad app credential list --id ${application} shows until when its secrets are good).`,
    },
  },
  "identity.subnet-role": {
    title: "The cluster's identity may join its subnets",
    why: "AKS joins new nodes to a subnet of the owner's own as the cluster's identity; without the right each start, scale-out and upgrade fails.",
    remediation: giveBack,
    facts: subnetFacts,
  },
  "identity.dns-role": {
    title: "The cluster's identity may write its DNS zone",
    why: "AKS writes the API server's record into a zone of the owner's own; without the right the record stays as it was when the address moves.",
    remediation: giveBack,
    facts: zoneFacts,
  },
  "identity.route-role": {
    title: "The cluster's identity may write its route table",
    why: "With kubenet AKS writes a route for each new node; without the right pods on it are not reached.",
    remediation: giveBack,
    facts: {
      ...tableFacts,
      writesNone: () => "AKS writes routes only with kubenet, which this cluster does not use.",
    },
  },
};
