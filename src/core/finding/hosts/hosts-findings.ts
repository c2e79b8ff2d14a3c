// Azure Bastion: every check of it. A new one goes here or beside this, and into the list.

import { isRunning } from "../../client/client-networks.ts";
import type { Absence } from "../../client/gateways-near.ts";
import { areJumpHosts, likelyHosts, type StrangersFact, unlessStrangers } from "../../client/likely-hosts.ts";
import { type Fix, fixAt } from "../../fix/write/fix.ts";
import { publicIpIn } from "../../network/route/egress.ts";
import {
  advise,
  fail,
  notApplicable,
  notAssessed,
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
import { isProduction } from "../../snapshot/cluster.ts";
import type { BastionHost, JumpHost, JumpScaleSet } from "../../snapshot/hosts.ts";
import type { PublicIpAddress } from "../../snapshot/network.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { type ById, collected } from "../../snapshot/section.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { reachFrom } from "../kit/told-by-way-in.ts";
import { bastionNsgRules } from "./bastion.nsg-rules.ts";
import { bastionUserRoles } from "./bastion.user-roles.ts";
import { bastionClientAddress, bastionSubnet } from "./bastion-group.ts";
import { cloudshellAciRoles } from "./cloudshell.aci-roles.ts";
import { cloudshellRelay } from "./cloudshell.relay.ts";
import { cloudshellStorage } from "./cloudshell.storage.ts";
import { jumpAci } from "./jump.aci.ts";
import { jumpPlacement } from "./jump.placement.ts";
import { jumpHealth, jumpPower } from "./jump.power.ts";
import { atShell, cloudshellNetworkProfile, cloudshellProviders, shellSections } from "./shell-here.ts";

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

// bastion.provisioning: a Bastion host that failed or is on its way out takes no session.

type BastionStateFact = Readonly<
  | { is: "changeFailed"; bastion: string }
  | { is: "deleting"; bastion: string }
  | { is: "provisioned"; bastion: string }
>;

/** Sends the settings as they are; what Azure then does is to deploy again what failed. */
const applyAgain = ({ id, enableTunneling }: BastionHost): Fix | null =>
  fixAt(id, () => ({ kind: "setBastionTunnels", id, enabled: enableTunneling }), { is: "bastionReapplied" });

function hostState(bastion: BastionHost): Outcome<BastionStateFact | SharedFact> {
  const { id, name, provisioningState: state } = bastion;
  const evidence = [labelled("provisioningState", state)];
  const more = { resourceId: id, evidence };
  if (/^failed$/i.test(state))
    return fail({ is: "changeFailed", bastion: name }, { ...more, fix: applyAgain(bastion) });
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

// Jump hosts: every check of it. A new one goes here or beside this, and into the list.

// jump.discovered: most ways into a private cluster end on a virtual machine near it.

type JumpHostFact = Readonly<
  | { is: "found"; count: number }
  /** Which of them is a jump host is not known. */
  | { is: "machinesFound" }
  /** Whether they have instances is another question. */
  | { is: "setsFound"; sets: readonly string[] }
  | { is: "noMachine" }
  /** Appliances and DNS servers. */
  | { is: "serversOnly" }
>;

const jumpDiscovered = defineCheck({
  id: "jump.discovered",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  needs: ["jumpHosts", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpScaleSets"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({
    clusterNetwork,
    jumpHosts,
    peerNetworks,
    jumpScaleSets,
  }): Outcome<JumpHostFact | SharedFact> => {
    const sources = { clusterNetwork, peerNetworks, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length > 0)
      return pass(
        areJumpHosts(sources) ? { is: "found", count: hosts.length } : { is: "machinesFound" },
        hosts.map((host) => columns(host.name, host.privateIpAddress ?? "", nameOf(host.virtualNetworkId))),
      );
    const sets = jumpScaleSets.items.map(({ name }) => name);
    if (sets.length > 0) return pass({ is: "setsFound", sets });
    if (peerNetworks.status === "unavailable") return unread(peerNetworks);
    const unreadable = peerNetworks.data
      .map(({ network }) => network)
      .find((network) => network.status === "unavailable");
    return unreadable === undefined
      ? notConfigured({ is: jumpHosts.length === 0 ? "noMachine" : "serversOnly" })
      : unread(unreadable);
  },
});

// jump.vmss: a scale set without instances is no jump host.

type JumpSetFact = Readonly<
  | { is: "noSet" }
  | { is: "empty"; set: string }
  | { is: "single"; set: string }
  | { is: "filled"; set: string; count: number }
>;

/** One more than is needed, so that one may fail. */
const fill = ({ id }: JumpScaleSet): Fix | null =>
  fixAt(
    id,
    (at) => ({ kind: "scaleScaleSet", at, count: 2 }),
    { is: "machineCosts" },
    "Virtual Machine Contributor",
  );

/** Of several sets, the fullest: one way in is enough. */
function judgeSet({ id, name, capacity }: JumpScaleSet): Outcome<JumpSetFact> {
  const evidence = [labelled("capacity", name, capacity)];
  if (capacity > 1) return pass({ is: "filled", set: name, count: capacity }, evidence);
  return advise({ is: "single", set: name }, { resourceId: id, evidence });
}

const jumpVmss = defineCheck({
  id: "jump.vmss",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-machine-scale-sets/overview",
  needs: ["clusterNetwork"],
  looksAt: ["jumpScaleSets", "jumpHosts", "peerNetworks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: ({ jumpScaleSets: { items, missing }, ...sources }): Outcome<JumpSetFact | SharedFact> => {
    const [set] = items.toSorted((one, other) => other.capacity - one.capacity);
    if (set === undefined)
      return missing[0] === undefined ? notApplicable({ is: "noSet" }) : unread(missing[0]);
    if (set.capacity > 0) return missing[0] === undefined ? judgeSet(set) : unread(missing[0]);
    const { id, name } = set;
    const more = { resourceId: id, evidence: [labelled("capacity", name, set.capacity)], fix: fill(set) };
    return likelyHosts(sources).some(isRunning)
      ? advise({ is: "empty", set: name }, more)
      : fail({ is: "empty", set: name }, more);
  },
});

// jump.redundancy: whether people still get in when one jump host, or the zone that it stands in, fails. Advice.

type RedundancyFact = Readonly<
  | { is: "noHost" }
  | { is: "onlyOne"; host: string }
  /** Nothing keeps them from failing together. */
  | { is: "sideBySide"; hosts: readonly string[] }
  | { is: "apart"; hosts: readonly string[] }
>;

/** Two that stand in different zones, in one availability set, or in one scale set. */
function areApart(hosts: readonly JumpHost[]): boolean {
  const zones = new Set(hosts.flatMap(({ zones: each = [] }) => each));
  const shared = hosts.flatMap(({ availabilitySetId, scaleSetId }) => availabilitySetId ?? scaleSetId ?? []);
  return zones.size > 1 || new Set(shared.map(idKey)).size < shared.length;
}

function judgeApart(hosts: readonly JumpHost[]): Outcome<RedundancyFact | SharedFact> {
  const [first] = hosts;
  if (first === undefined) return notApplicable({ is: "noHost" });
  if (hosts.length === 1) return advise({ is: "onlyOne", host: first.name }, { resourceId: first.id });
  const names = hosts.map(({ name }) => name);
  if (areApart(hosts)) return pass({ is: "apart", hosts: names });
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return advise({ is: "sideBySide", hosts: names }, { resourceId: first.id });
}

const jumpRedundancy = defineCheck({
  id: "jump.redundancy",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/virtual-machines/availability",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<RedundancyFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgeApart(likelyHosts(sources)));
  },
});

// jump.public-ip: a jump host with a public address is found by everybody who scans the Internet. Advice.

type PublicHostFact = Readonly<
  { is: "noHost" } | { is: "noneIsPublic" } | { is: "arePublic"; hosts: readonly string[] }
>;

const jumpPublicIp = defineCheck({
  id: "jump.public-ip",
  severity: "medium",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<PublicHostFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    const hosts = likelyHosts(sources);
    if (hosts.length === 0) return notApplicable({ is: "noHost" });
    const open = hosts.filter(({ hasPublicAddress }) => hasPublicAddress === true);
    const [first] = open;
    if (first === undefined) return pass({ is: "noneIsPublic" });
    const found = { is: "arePublic", hosts: open.map(({ name }) => name) } as const;
    return unlessStrangers(sources, advise(found, { resourceId: first.id }));
  },
});

// jump.ssh-auth: a password is guessed in time, a key is not. Advice.

type SshFact = Readonly<
  | { is: "takesKeys"; hosts: readonly string[] }
  | { is: "takesPasswords"; hosts: readonly string[] }
  /** Windows, and disks that Azure did not make. */
  | { is: "noneSays" }
>;

const namesOf = (hosts: readonly JumpHost[]): readonly string[] => hosts.map(({ name }) => name);

function judgePasswords(hosts: readonly JumpHost[]): Outcome<SshFact | SharedFact> {
  const open = hosts.filter(({ takesPasswords }) => takesPasswords === true);
  const [first] = open;
  if (first !== undefined)
    return advise({ is: "takesPasswords", hosts: namesOf(open) }, { resourceId: first.id });
  const shut = hosts.filter(({ takesPasswords }) => takesPasswords === false);
  const unasked = hosts.map(({ powerState }) => powerState).find(({ status }) => status === "unavailable");
  if (unasked?.status === "unavailable") return unread(unasked);
  return shut.length > 0
    ? pass({ is: "takesKeys", hosts: namesOf(shut) })
    : notApplicable({ is: "noneSays" });
}

const jumpSshAuth = defineCheck({
  id: "jump.ssh-auth",
  severity: "low",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<SshFact | StrangersFact | SharedFact> => {
    const sources = { ...data, jumpHosts: collected(jumpHosts) };
    return unlessStrangers(sources, judgePasswords(likelyHosts(sources)));
  },
});

export const jumpChecks = [
  jumpDiscovered,
  jumpPower,
  jumpHealth,
  jumpPlacement,
  jumpVmss,
  // A machine whose interface names DNS servers of its own asks them, whatever its network's know.
  defineStep({
    id: "jump.dns-servers",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source:
      "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers",
    of: ["people.api"],
    after: ["jump.power"],
    skip: unlessPrivate,
  }),
  jumpRedundancy,
  jumpPublicIp,
  jumpSshAuth,
  jumpAci,
] as const;

// Cloud Shell in a network: every check of it. A new one goes here or beside this, and into the list.

// cloudshell.reach: a session of Cloud Shell reaches the API server from its subnet, by the same rules as a machine there.

const place = defineCheck({
  id: "cloudshell.reach",
  severity: "medium",
  scope: "people",
  impact: "degrades",
  requesterIssue: "cloudShellSession",
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

// The asker's own device: every check of it. A new one goes here or beside this, and into the list.

// paw.device: from which device somebody comes to production. Nothing in Azure Resource Manager says it: a reminder.

type DeviceFact = Readonly<{ is: "notProduction" } | { is: "deviceUnseen" }>;

const pawDevice = defineCheck({
  id: "paw.device",
  severity: "info",
  scope: "requester",
  impact: "advises",
  requesterIssue: null,
  source: "https://learn.microsoft.com/security/privileged-access-workstations/privileged-access-devices",
  needs: ["managedCluster"],
  evaluate: ({ managedCluster }): Outcome<DeviceFact> =>
    isProduction(managedCluster)
      ? notAssessed({ is: "deviceUnseen" })
      : notApplicable({ is: "notProduction" }),
});

export const pawChecks = [pawDevice] as const;
