// P09: a Bastion tunnel straight to the API server, a preview of Azure.
// https://learn.microsoft.com/azure/bastion/bastion-connect-to-aks-private-cluster
import { az } from "../../repair/az.ts";
import { lockOf } from "../../snapshot/locked-cluster.ts";
import { foundBastion, presenceOfBastion, startAtBastion, withoutDeveloper } from "../entry.ts";
import {
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  stopped,
  unjudged,
  unseen,
} from "../path-spec.ts";
import { traitsOf } from "../rank.ts";
import { addExtension } from "../steps.ts";

function presence(context: PathContext): Presence {
  const bastion = withoutDeveloper(presenceOfBastion(context), context);
  return bastion.state === "there" && foundBastion(context) === null ? unseen : bastion;
}

export const p09: PathSpec = {
  id: "P09",
  traits: traitsOf(3, { exposure: 1 }),
  needs: ["bastion.api"],
  hard: [
    ...ownKubectlChecks,
    "pe.exists",
    "pe.connection-approved",
    "bastion.provisioning",
    "bastion.subnet",
    "bastion.nsg-rules",
    "bastion.client-address",
    "bastion.sku-features",
  ],
  soft: [],
  presence,
  starts: startAtBastion,
  works: ({ cluster }) => {
    const by = lockOf(cluster);
    return by === null
      ? unjudged({ is: "previewUnjudged" }, [])
      : stopped({ is: "clusterLocked", by }, "cluster.compat-flags");
  },
  steps: (context) => {
    const { cluster } = context;
    const bastion = foundBastion(context)?.bastion.id;
    if (bastion === undefined) return [];
    const target = ["--resource-group", cluster.resourceGroup, "--name", cluster.name];
    return [
      addExtension("aks-preview"),
      az(cluster.subscriptionId, "aks bastion", ...target, "--bastion", bastion),
      { is: "inTunnelShell" },
      "kubectl get pods",
    ];
  },
};
