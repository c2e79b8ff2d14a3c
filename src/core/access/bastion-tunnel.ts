// P09: a Bastion tunnel straight to the API server, a preview of Azure.
// https://learn.microsoft.com/azure/bastion/bastion-connect-to-aks-private-cluster

import { az } from "../fix/write/az.ts";
import { apiModeOf } from "../network/address/api-server.ts";
import { coverage } from "../network/address/cidr.ts";
import { publicIpIn } from "../network/route/egress.ts";
import { lockOf } from "../snapshot/cluster.ts";
import { foundBastion, presenceOfBastion, startAtBastion, withoutDeveloper } from "./entry.ts";
import {
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  stopped,
  there,
  unjudged,
  unseen,
  type Works,
} from "./path-spec.ts";
import { traitsOf } from "./rank.ts";
import { addExtension } from "./steps.ts";

/** A public API server that lets in some addresses only may let in the Bastion host's. */
function presence(context: PathContext): Presence {
  const isLocked = apiModeOf(context.cluster) === "public-ranges" && foundBastion(context) !== null;
  const bastion = withoutDeveloper(isLocked ? there : presenceOfBastion(context), context);
  return bastion.state === "there" && foundBastion(context) === null ? unseen : bastion;
}

/** A tunnel to a public API server comes from the Bastion host's own address. */
function comesFrom(context: PathContext): Works {
  const preview = unjudged({ is: "previewUnjudged" }, []);
  const bastion = foundBastion(context)?.bastion;
  if (bastion === undefined || apiModeOf(context.cluster) !== "public-ranges") return preview;
  const id = bastion.publicIpAddressId;
  const address = id === undefined ? undefined : publicIpIn(id, context.snapshot.publicIpAddresses);
  const ip = address?.status === "collected" ? address.data.ipAddress : undefined;
  if (ip === undefined)
    return unjudged({ is: "bastionAddressUnknown", bastion: bastion.name }, ["bastion.public-ip"]);
  const ranges = context.cluster.apiServerAccess.authorizedIpRanges;
  return coverage(ranges, ip) === "yes"
    ? preview
    : stopped({ is: "bastionNotAuthorized", bastion: bastion.name, ip }, "bastion.public-ip");
}

export const bastionTunnel: PathSpec = {
  id: "P09",
  traits: traitsOf("other", 3, { exposure: 1 }),
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
  works: (context) => {
    const by = lockOf(context.cluster);
    return by === null ? comesFrom(context) : stopped({ is: "clusterLocked", by }, "cluster.compat-flags");
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
