// Azure Bastion: every check of it. A new one is a file beside this and a line here.
import type { Absence } from "../../client/gateways-near.ts";
import {
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import { bastionOnPath, bastionSections } from "../../requirement/bastion-on-path.ts";
import { isProduction } from "../../snapshot/cluster.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { reachFrom } from "../kit/told-by-way-in.ts";
import { bastionClientAddress } from "./bastion.client-address.ts";
import { bastionNsgRules } from "./bastion.nsg-rules.ts";
import { bastionProvisioning } from "./bastion.provisioning.ts";
import { bastionPublicIp } from "./bastion.public-ip.ts";
import { bastionSkuFeatures } from "./bastion.sku-features.ts";
import { bastionSubnet } from "./bastion.subnet.ts";
import { bastionUserRoles } from "./bastion.user-roles.ts";
import { cloudshellAciRoles } from "./cloudshell.aci-roles.ts";
import { cloudshellNetworkProfile } from "./cloudshell.network-profile.ts";
import { cloudshellProviders } from "./cloudshell.providers.ts";
import { cloudshellRelay } from "./cloudshell.relay.ts";
import { cloudshellStorage } from "./cloudshell.storage.ts";
import { jumpAci } from "./jump.aci.ts";
import { jumpDiscovered } from "./jump.discovered.ts";
import { jumpHealth } from "./jump.health.ts";
import { jumpPlacement } from "./jump.placement.ts";
import { jumpPower } from "./jump.power.ts";
import { jumpPublicIp } from "./jump.public-ip.ts";
import { jumpRedundancy } from "./jump.redundancy.ts";
import { jumpSshAuth } from "./jump.ssh-auth.ts";
import { jumpVmss } from "./jump.vmss.ts";
import { atShell, shellSections } from "./shell-here.ts";

// bastion.exists: a Bastion host leads to a jump host that has no public address.

/** `network`: null where Azure does not say in which it stands. */
type BastionFact = Readonly<{ is: "found"; bastion: string; network: string | null }>;

const bastionExists = defineCheck({
  id: "bastion.exists",
  severity: "high",
  scope: "people",
  impact: "degrades",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/bastion/bastion-overview",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }): Outcome<BastionFact | Absence | SharedFact> => {
    const found = bastionOnPath(client, data);
    if (found.status === "unknown") return unread(found.cause);
    if (found.status === "absent") return notConfigured(found.absence);
    const { name, sku, virtualNetworkId } = found.bastion;
    const network = virtualNetworkId === undefined ? null : nameOf(virtualNetworkId);
    return pass({ is: "found", bastion: name, network }, [columns(name, sku)]);
  },
});

// bastion.reach: Bastion reaches machines in its own and directly peered networks, and no further.

const bastionReach = defineStep({
  id: "bastion.reach",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
  of: ["bastion.jump"],
  after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
  skip: unlessPrivate,
});

export const bastionChecks = [
  bastionExists,
  bastionProvisioning,
  bastionSkuFeatures,
  bastionSubnet,
  bastionNsgRules,
  bastionClientAddress,
  bastionReach,
  bastionUserRoles,
  bastionPublicIp,
] as const;

// Jump hosts: every check of it. A new one is a file beside this and a line here.

// jump.dns-servers: a machine whose interface names DNS servers of its own asks them, whatever its network's know.

const jumpDnsServers = defineStep({
  id: "jump.dns-servers",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers",
  of: ["people.api"],
  after: ["jump.power"],
  skip: unlessPrivate,
});

export const jumpChecks = [
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  jumpVmss,
  jumpDnsServers,
  jumpRedundancy,
  jumpPublicIp,
  jumpSshAuth,
  jumpAci,
] as const;

// Cloud Shell in a network: every check of it. A new one is a file beside this and a line here.

// cloudshell.reach: a session of Cloud Shell reaches the API server from its subnet, by the same rules as a machine there.

const place = defineCheck({
  id: "cloudshell.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSession",
  shownBy: "azure",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["clusterNetwork"],
  looksAt: shellSections,
  after: ["cloudshell.network-profile"],
  skip: unlessPrivate,
  evaluate: (data) => atShell<never>(data, () => pass([])),
});

const cloudshellReach = reachFrom(place, "shell.api");

export const cloudshellChecks = [
  cloudshellProviders,
  cloudshellNetworkProfile,
  cloudshellRelay,
  cloudshellStorage,
  cloudshellAciRoles,
  cloudshellReach,
] as const;

// The asker's own device: every check of it. A new one is a file beside this and a line here.

// paw.device: from which device somebody comes to production. Nothing in Azure Resource Manager says it: a reminder.

type DeviceFact = Readonly<{ is: "notProduction" } | { is: "deviceUnseen" }>;

const pawDevice = defineCheck({
  id: "paw.device",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  shownBy: "azure",
  source: "https://learn.microsoft.com/security/privileged-access-workstations/privileged-access-devices",
  needs: ["managedCluster"],
  after: [],
  evaluate: ({ managedCluster }): Outcome<DeviceFact> =>
    isProduction(managedCluster)
      ? notAssessed({ is: "deviceUnseen" })
      : notApplicable({ is: "notProduction" }),
});

export const pawChecks = [pawDevice] as const;
