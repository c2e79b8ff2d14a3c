// Access paths over Bastion: each starts at a Bastion host.
import type { FindingId } from "../finding/kit/finding-id.ts";
import { azIn } from "../fix/write/az.ts";
import { apiModeOf } from "../network/address/api-server.ts";
import { coverage } from "../network/address/cidr.ts";
import { publicIpIn } from "../network/route/egress.ts";
import { lockOf } from "../snapshot/cluster.ts";
import { quoteArgv } from "../text/marked.ts";
import {
  jumpHostChecks,
  ownKubectlChecks,
  type PathContext,
  type PathSpec,
  type Presence,
  stopped,
  there,
  traitsOf,
  unjudged,
  unseen,
  type Works,
} from "./access-path.ts";
import {
  foundBastion,
  overJumpHost,
  presenceOfBastion,
  presenceOverBastion,
  startAtBastion,
  startAtHosts,
  withoutDeveloper,
} from "./entry.ts";
import { addExtension, bastionSshLine, ownKubectlSteps, tunnelPort, tunnelSteps } from "./steps.ts";

// P06: Bastion in the browser, to a jump host.

/** For every way through Bastion to a jump host. */
const bastionChecks: readonly FindingId[] = [
  "bastion.exists",
  "bastion.provisioning",
  "bastion.subnet",
  "bastion.nsg-rules",
  "bastion.client-address",
  "bastion.user-roles",
  "jit.active-request",
  ...jumpHostChecks,
];

export const bastionPortal: PathSpec = {
  id: "P06",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["bastion.jump", "people.api"],
  hard: bastionChecks,
  works: overJumpHost({ is: "overBastion" }),
  presence: presenceOverBastion,
  starts: startAtHosts,
  steps: (context) => {
    const host = foundBastion(context)?.host?.name;
    return host === undefined ? [] : [{ is: "connectInPortal", host }, ...ownKubectlSteps(context.cluster)];
  },
};

/** P07: One's own ssh through Bastion, to a jump host. */
export const bastionSsh: PathSpec = {
  id: "P07",
  traits: traitsOf("machine", 3, { fragile: true }),
  needs: ["bastion.jump", "people.api"],
  hard: [...bastionChecks, "bastion.sku-features"],
  works: overJumpHost({ is: "overBastionSsh" }),
  presence: (context) => withoutDeveloper(presenceOverBastion(context), context),
  starts: startAtHosts,
  steps: (context) => {
    const found = foundBastion(context);
    if (found === null || found.host === null) return [];
    const { bastion, host } = found;
    return [
      ...tunnelSteps(bastion, host),
      quoteArgv(["ssh", "-p", tunnelPort, "127.0.0.1"]),
      ...bastionSshLine(bastion, host).map((line) => ({ is: "orSsh", host: host.name, line }) as const),
      ...ownKubectlSteps(context.cluster),
    ];
  },
};

/** P16: VS Code on a jump host, through a tunnel of Bastion. By a public address of the host it is no way to offer. */
export const bastionVsCode: PathSpec = {
  ...bastionSsh,
  id: "P16",
  traits: { ...bastionSsh.traits, kind: "other" },
  works: overJumpHost({ is: "overBastionTunnel" }),
  presence: (context) => {
    const presence = bastionSsh.presence(context);
    const isKnown = (foundBastion(context)?.host ?? null) !== null;
    return presence.state === "there" && !isKnown ? unseen : presence;
  },
  steps: (context) => {
    const found = foundBastion(context);
    if (found === null || found.host === null) return [];
    return [
      ...tunnelSteps(found.bastion, found.host),
      quoteArgv(["code", "--remote", `ssh-remote+127.0.0.1:${tunnelPort}`]),
      ...ownKubectlSteps(context.cluster),
    ];
  },
};

// P09: a Bastion tunnel straight to the API server, a preview of Azure.
// https://learn.microsoft.com/azure/bastion/bastion-connect-to-aks-private-cluster

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
    return [
      addExtension("aks-preview"),
      azIn(cluster, "aks bastion", "--name", cluster.name, "--bastion", bastion),
      { is: "inTunnelShell" },
      "kubectl get pods",
    ];
  },
};
