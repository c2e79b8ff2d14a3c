// What findings about `entra.*` say.
import type { FindingWords } from "../../finding-words.ts";

const notIntegrated = () => "The cluster is not integrated with Entra.";

export const entraFindings: FindingWords<"entra"> = {
  "entra.managed-aad": {
    title: "The cluster is integrated with Entra",
    why: "Without Entra whoever holds the user's kubeconfig is administrator of the cluster.",
    remediation:
      "Have its owner integrate it with Entra; that cannot be undone, and every kubeconfig is fetched again.",
    facts: {
      integrated: () => "The cluster is integrated with Entra.",
      notIntegrated: ({ cluster }) =>
        `${cluster} is not integrated with Entra: whoever holds its kubeconfig is administrator.`,
      legacy: ({ cluster }) =>
        `${cluster} uses the integration of before Entra's own, which Azure no longer supports.`,
    },
  },
  "entra.azure-rbac": {
    title: "Where rights in the cluster are given is known",
    why: "It says where a missing right is given: a role assignment in Azure, or a binding in the cluster.",
    remediation:
      "Give roles in Azure first, then turn Azure RBAC on; or keep the bindings where you can restore them.",
    facts: {
      notIntegrated,
      byAzure: () => "Rights in the cluster are given by role assignments in Azure.",
      byKubernetes: ({ cluster }) =>
        `Rights in ${cluster} are given by bindings inside of it, which Azure does not show.`,
      byNobody: ({ cluster }) => `${cluster} asks nobody for rights: whoever gets in may do everything.`,
    },
  },
  "entra.local-accounts": {
    title: "Local accounts are off, and you use none",
    why: "With local accounts off `--admin` is refused; with them on there is a way in that names nobody.",
    remediation:
      "Leave out `--admin` and sign in with Entra: kubelogin convert-kubeconfig -l azurecli makes kubectl use your sign-in.",
    facts: {
      off: () => "Local accounts are off: everybody signs in with Entra.",
      onlyWay: () => "Local accounts are the way in, as the cluster is not integrated with Entra.",
      backDoor: ({ cluster }) =>
        `Local accounts of ${cluster} are on beside Entra: who uses them is not seen.`,
      nobody: ({ cluster }) =>
        `Local accounts of ${cluster} are off, and it is not integrated with Entra: nobody can sign in.`,
      adminRefused: ({ cluster }) =>
        `Local accounts of ${cluster} are off, so Azure gives nobody the administrator's kubeconfig: the network is fine.`,
    },
  },
  "entra.tenant": {
    title: "Your tenant is the cluster's",
    why: "The API server refuses tokens of another tenant, as guests get them who sign in at home.",
    remediation: "Sign in to the cluster's tenant and fetch the kubeconfig again.",
    facts: {
      notIntegrated,
      trustedUnsaid: () => "The cluster does not name its Entra tenant.",
      ownUnknown: () => "Which tenant your token comes from is not known.",
      trusted: () => "Your token comes from the tenant that the cluster trusts.",
      notTrusted: ({ own, trusted }) =>
        `Your token comes from the tenant ${own}, and the cluster trusts ${trusted} only.`,
    },
  },
  "entra.admin-group": {
    title: "A group is administrator of the cluster",
    why: "Where bindings in the cluster are lost, only its administrators get in.",
    remediation: "Name a group of administrators with `az aks update --aad-admin-group-object-ids`.",
    facts: {
      notIntegrated,
      byAzure: () => "Administrators are named by role assignments in Azure.",
      set: ({ groups }) =>
        groups === 1
          ? "One group is administrator of the cluster."
          : `${groups} groups are administrators of the cluster.`,
      none: ({ cluster }) =>
        `No group is administrator of ${cluster}: where its bindings are lost, nobody gets in.`,
    },
  },
};
