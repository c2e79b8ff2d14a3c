// Rows for advice about jump hosts and what protects them, scale sets as jump hosts, and DNS servers of their own.

import type { JumpHost, JumpScaleSet } from "../../../../src/core/snapshot/hosts.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids, jumpHost } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  databaseHost,
  setCluster,
  setData,
  setJumpHosts,
  setRules,
} from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const machine = (name: string, more: Partial<JumpHost> = {}): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", name),
  name,
  ...more,
});
const linksDenied: Change = (snapshot) => ({
  ...snapshot,
  privateDnsLinks: unavailable("denied", "The links of the zone could not be read."),
});
const unasked = unavailable("denied", "The power state of jump-1 could not be read.", [
  { action: "Microsoft.Compute/virtualMachines/read", scope: ids.jump },
]);
const isPublic = setJumpHosts({ hasPublicAddress: true });
const letsInternetIn = {
  ...{ name: "AllowSsh", priority: 300, direction: "Inbound", access: "Allow", protocol: "Tcp" },
  ...{ sourceAddressPrefixes: ["Internet"], destinationPortRanges: ["22"] },
} as const;
const jitRule = {
  ...{ name: "MicrosoftDefenderForCloud-JITRule_1", priority: 4096, direction: "Inbound", access: "Deny" },
  ...{ destinationPortRanges: ["22", "3389"], destinationAddressPrefixes: ["10.0.1.4"] },
} as const;
const noGroups: Change = (snapshot) => ({ ...snapshot, networkSecurityGroups: {} });

const setId = ids.jump.replace("virtualMachines/jump-1", "virtualMachineScaleSets/jump");
const scaleSetOf = (capacity: number): JumpScaleSet => ({
  ...{ id: setId, name: "jump", capacity, virtualNetworkId: ids.hub, subnetId: ids.jumpSubnet },
});
const setJumpSets =
  (...items: readonly JumpScaleSet[]): Change =>
  (snapshot) => ({ ...snapshot, jumpScaleSets: { items, missing: [] } });
const setsDenied: Change = (snapshot) => ({
  ...snapshot,
  jumpScaleSets: {
    items: [],
    missing: [
      unavailable("denied", "The scale sets of rg-hub could not be read.", [
        { action: "Microsoft.Compute/virtualMachineScaleSets/read", scope: ids.hub },
      ]),
    ],
  },
});
const instance = (number: string, state = "running"): Partial<JumpHost> => ({
  ...{ id: `${setId}/virtualMachines/${number}`, name: `jump_${number}`, scaleSetId: setId },
  powerState: collected(state),
});
const noHosts = setData("jumpHosts", []);

const askOwn = (...dnsServers: readonly string[]): Change =>
  setJumpHosts({ interfaces: jumpHost.interfaces.map((each) => ({ ...each, dnsServers })) });

export const jumpAdviceRows: Rows = {
  "jump.public-ip": [
    row("none", [], "pass"),
    row("one", [isPublic], "warn", { says: "jump-1 has a public address" }),
    row(
      "of a machine that may be anything",
      [setJumpHosts(databaseHost, machine("app-1", { hasPublicAddress: true }))],
      "notAssessed",
    ),
    row("no host", [noHosts], "notApplicable"),
    row("hosts denied", [deny("jumpHosts")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "jump.redundancy": [
    row("one", [], "warn", { says: "jump-1 is the only jump host" }),
    row("two zones", [setJumpHosts({ zones: ["1"] }, machine("jump-2", { zones: ["2"] }))], "pass"),
    row("two in one zone", [setJumpHosts({ zones: ["1"] }, machine("jump-2", { zones: ["1"] }))], "warn", {
      says: "jump-1 and jump-2",
    }),
    row(
      "an availability set",
      [setJumpHosts({ availabilitySetId: "/a" }, machine("jump-2", { availabilitySetId: "/A" }))],
      "pass",
    ),
    row("two instances", [setJumpHosts(instance("0"), instance("1"))], "pass"),
    row("one was not asked", [setJumpHosts({}, machine("jump-2", { powerState: unasked }))], "notAssessed"),
    row("no host", [noHosts], "notApplicable"),
  ],
  "jump.ssh-auth": [
    row("keys only", [setJumpHosts({ takesPasswords: false })], "pass"),
    row("passwords", [setJumpHosts({ takesPasswords: true })], "warn", { says: "take passwords" }),
    row("Windows", [], "notApplicable"),
    row("not asked", [setJumpHosts({ powerState: unasked })], "notAssessed", {
      says: "power state of jump-1 could not be read",
    }),
  ],
  "jump.vmss": [
    row("none", [], "notApplicable"),
    row("two instances", [setJumpSets(scaleSetOf(2)), setJumpHosts(instance("0"), instance("1"))], "pass"),
    row("one instance", [setJumpSets(scaleSetOf(1)), setJumpHosts(instance("0"))], "warn"),
    row("empty", [setJumpSets(scaleSetOf(0)), noHosts], "fail", {
      says: "capacity is 0",
      fix: "az vmss scale --subscription",
    }),
    row("empty, beside a jump host", [setJumpSets(scaleSetOf(0))], "warn"),
    row("not readable", [setsDenied, noHosts], "notAssessed", {
      says: "virtualMachineScaleSets/read",
    }),
  ],
  "jump.dns-servers": [
    row("asks Azure by itself", [askOwn("168.63.129.16")], "pass"),
    row("asks nobody's servers", [askOwn("8.8.8.8")], "fail", {
      says: "8.8.8.8",
      fix: "az network nic update",
    }),
    row(
      "asks nobody's servers, and what its network's know was not read",
      [askOwn("8.8.8.8"), linksDenied],
      "fail",
      {
        says: "whether those of its network do was not read",
      },
    ),
    row("asks servers that nobody knows", [askOwn("10.99.0.4", "10.99.0.5")], "fail"),
    row("asks servers in a network that was not read", [askOwn("10.10.9.9"), hubDenied], "notAssessed"),
    row("none of its own", [], "notApplicable"),
  ],
  "nsg.ssh-internet": [
    row("shut", [], "pass"),
    row("open, no public address", [setRules(letsInternetIn)], "warn", {
      says: "lets the Internet in to TCP 22 of jump-1.",
    }),
    row("open, with a public address", [setRules(letsInternetIn), isPublic], "warn", {
      says: "which has a public address",
    }),
    row("group not read", [noGroups], "notAssessed", { says: "networkSecurityGroups/read" }),
  ],
  "nsg.effective": [
    row("provable", [], "pass", { says: "which act on jump-1" }),
    row("off", [setJumpHosts({ powerState: collected("deallocated") })], "notAssessed"),
    row("no host", [noHosts], "notApplicable"),
  ],
  "jit.policy": [
    row("not needed", [], "notApplicable"),
    row("covered", [setRules(jitRule), isPublic], "pass"),
    row("a public address", [isPublic], "warn", { says: "has a public address" }),
    row("the Internet let in", [setRules(letsInternetIn)], "warn", { says: "A rule lets the Internet in" }),
    row("its rule comes too late", [setRules(letsInternetIn, jitRule)], "warn", {
      says: "has no effect on jump-1: the rule AllowSsh (priority 300)",
    }),
    row("group not read", [noGroups], "notAssessed"),
  ],
  "paw.device": [
    row("production", [], "notAssessed", { says: "privileged access workstation" }),
    row("a trial", [setCluster({ tags: { env: "dev" } })], "notApplicable"),
  ],
};
