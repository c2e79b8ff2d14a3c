// Azure Bastion: every check of it. A new one goes here or beside this, and into the list.

import type { Absence } from "../../client/gateways-near.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { publicIpIn } from "../../network/route/egress.ts";
import {
  advise,
  fail,
  notApplicable,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns, labelled } from "../../outcome/columns.ts";
import { strangeWord, thing, unsettled } from "../../outcome/state-word.ts";
import {
  bastionOnPath,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
  takesNativeClients,
} from "../../requirement/bastion-on-path.ts";
import type { BastionHost } from "../../snapshot/hosts.ts";
import type { PublicIpAddress } from "../../snapshot/network.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import type { ById } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { bastionNsgRules } from "./bastion.nsg-rules.ts";
import { bastionUserRoles } from "./bastion.user-roles.ts";
import { bastionClientAddress, bastionSubnet } from "./bastion-network.ts";

// bastion.exists: a Bastion host leads to a jump host that has no public address.

/** `network`: null where Azure does not say in which it stands. */
type BastionFact = Readonly<{ is: "found"; bastion: string; network: string | null }>;

const bastionExists = defineCheck({
  id: "bastion.exists",
  severity: "high",
  scope: "people",
  impact: "degrades",
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

// bastion.provisioning: a Bastion host that is on its way out takes no session.

type BastionStateFact = Readonly<
  { is: "deleting"; bastion: string } | { is: "provisioned"; bastion: string }
>;

function hostState({
  id,
  name,
  provisioningState: state,
}: BastionHost): Outcome<BastionStateFact | SharedFact> {
  const evidence = [labelled("provisioningState", state)];
  const more = { resourceId: id, evidence };
  return /^deleting$/i.test(state)
    ? fail({ is: "deleting", bastion: name }, more)
    : (unsettled(thing("bastion", name), state, more) ??
        pass({ is: "provisioned", bastion: name }, evidence));
}

const bastionProvisioning = defineCheck({
  id: "bastion.provisioning",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/troubleshoot",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), ({ bastion }) => hostState(bastion)),
});

// bastion.sku-features: ssh and tunnels through Bastion take Standard or Premium, with tunneling on.

type SkuFact = Readonly<
  | { is: "browserOnly"; bastion: string }
  | { is: "takesTools"; bastion: string }
  | { is: "refusesTools"; bastion: string; lack: "sku" | "tunneling" }
>;

const isBasic = ({ sku }: BastionHost): boolean => /^basic$/i.test(sku);

const allowNativeClients = (bastion: BastionHost): Fix | null =>
  isBasic(bastion)
    ? fixAt(bastion.id, () => ({ kind: "upgradeBastion", id: bastion.id }), [
        { is: "bastionUpdated" },
        { is: "bastionStandardCosts" },
      ])
    : fixAt(bastion.id, () => ({ kind: "setBastionTunnels", id: bastion.id, enabled: true }), {
        is: "bastionUpdated",
      });

function nativeClients(bastion: BastionHost): Outcome<SkuFact | SharedFact> {
  const { id, name, sku, enableTunneling } = bastion;
  const evidence = [labelled("sku", sku), labelled("enableTunneling", enableTunneling)];
  if (isDeveloper(bastion)) return notApplicable({ is: "browserOnly", bastion: name });
  if (takesNativeClients(bastion)) return pass({ is: "takesTools", bastion: name }, evidence);
  if (!isBasic(bastion) && !/^(standard|premium)$/i.test(sku))
    return strangeWord(thing("bastion", name), "sku", sku);
  return fail(
    { is: "refusesTools", bastion: name, lack: isBasic(bastion) ? "sku" : "tunneling" },
    { resourceId: id, evidence, fix: allowNativeClients(bastion) },
  );
}

const bastionSkuFeatures = defineCheck({
  id: "bastion.sku-features",
  severity: "medium",
  scope: "requester",
  impact: "degrades",
  requesterIssue: "bastion",
  source: "https://learn.microsoft.com/azure/bastion/bastion-sku-comparison",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), ({ bastion }) => nativeClients(bastion)),
});

// bastion.public-ip: a Bastion host needs a static address of the Standard kind. Advice: where the API server lets in some
// addresses only, the way that starts at Bastion asks for it by itself.

type BastionAddressFact = Readonly<
  | { is: "hasNone"; bastion: string }
  /** Read only where something else names it: for advice alone nothing is asked. */
  | { is: "notLookedAt"; bastion: string }
  | { is: "fits"; address: string }
  | { is: "ofOldKind"; address: string; sku: string; allocation: string }
>;

function judgeAddress(
  { bastion }: FoundBastion,
  addresses: ById<PublicIpAddress>,
): Outcome<BastionAddressFact | SharedFact> {
  const { name, publicIpAddressId: id } = bastion;
  if (id === undefined || isDeveloper(bastion) || bastion.privateOnly)
    return notApplicable({ is: "hasNone", bastion: name });
  if (!Object.hasOwn(addresses, idKey(id))) return notApplicable({ is: "notLookedAt", bastion: name });
  const section = publicIpIn(id, addresses);
  if (section.status === "unavailable") return unread(section);
  const { name: address, sku = "", allocation = "", ipAddress = "" } = section.data;
  const evidence = [columns(address, ipAddress, sku, allocation)];
  const more = { resourceId: id, evidence };
  if (/^basic$/i.test(sku) || /^dynamic$/i.test(allocation))
    return advise({ is: "ofOldKind", address, sku, allocation }, more);
  return /^standard$/i.test(sku)
    ? pass({ is: "fits", address }, evidence)
    : strangeWord(thing("named", address), "sku", sku);
}

const bastionPublicIp = defineCheck({
  id: "bastion.public-ip",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/bastion/configuration-settings#public-ip",
  needs: ["clusterNetwork"],
  looksAt: [...bastionSections, "publicIpAddresses"],
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnPath(client, data), (found) => judgeAddress(found, data.publicIpAddresses)),
});

export const bastionChecks = [
  bastionExists,
  bastionProvisioning,
  bastionSkuFeatures,
  bastionSubnet,
  bastionNsgRules,
  bastionClientAddress,
  // Bastion reaches machines in its own and directly peered networks, and no further.
  defineStep({
    id: "bastion.reach",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
    of: ["bastion.jump"],
    after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
    skip: unlessPrivate,
  }),
  bastionUserRoles,
  bastionPublicIp,
] as const;
