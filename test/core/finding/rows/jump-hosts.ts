// Rows for jump.discovered and jump.power: which machines are jump hosts, and whether one of them runs.

import type { JumpHost } from "../../../../src/core/snapshot/hosts.ts";
import { collected } from "../../../../src/core/snapshot/section.ts";
import { ids } from "../../../fixtures/healthy-snapshot.ts";
import {
  type Change,
  databaseHost,
  mapData,
  setAccess,
  setData,
  setJumpHosts,
  setSpoke,
} from "../../../fixtures/snapshot-changes.ts";
import { addCrowd, deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const power = (...states: readonly string[]) =>
  setJumpHosts(
    ...states.map((each, index) => ({
      id: ids.jump.replace("jump-1", `jump-${index + 1}`),
      name: `jump-${index + 1}`,
      powerState: collected(each),
    })),
  );
const machine = (name: string, state = "running"): Partial<JumpHost> => ({
  id: ids.jump.replace("jump-1", name),
  name,
  powerState: collected(state),
});
const asksDns = setSpoke({ dnsServers: ["10.0.1.4"] });
const forwarding = { id: `${ids.jumpNic}-2`, privateIpAddresses: ["10.0.1.9"], enableIpForwarding: true };
const leaveUnasked =
  (name: string): Change =>
  (snapshot) => ({
    ...snapshot,
    jumpHosts: mapData(snapshot.jumpHosts, (hosts) =>
      hosts.map((host) =>
        host.name === name
          ? { ...host, powerState: unavailable("notReached", "Only some are asked.") }
          : host,
      ),
    ),
  });
const powerUnknown = setJumpHosts({
  powerState: unavailable("denied", "The power state of jump-1 could not be read."),
});

export const jumpHostRows: Rows = {
  "jump.discovered": [
    row("one", [], "pass"),
    row("none", [setData("jumpHosts", [])], "notConfigured"),
    row("machines of other names", [setJumpHosts(machine("app-1"), machine("app-2"))], "pass", {
      says: "which of them is a jump host is not known",
    }),
    row("a DNS server only", [asksDns, setJumpHosts(machine("vm-dns"))], "notConfigured", {
      says: "DNS servers",
    }),
    row("none, but many networks were not read", [addCrowd, setData("jumpHosts", [])], "notAssessed", {
      says: "293 were not",
    }),
    row("none, but the hub is out of sight", [hubDenied, setData("jumpHosts", [])], "notAssessed"),
    row("denied", [deny("jumpHosts")], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "jump.power": [
    row("running", [], "pass"),
    row("deallocated", [power("deallocated")], "fail", { fix: "az vm start" }),
    row("on its way down", [power("deallocating")], "fail", { fix: "PowerState/deallocated" }),
    row("one of two runs", [power("deallocated", "running")], "pass"),
    row("none of two runs", [power("stopped", "deallocated")], "fail", { says: "every other" }),
    row("starting", [power("starting")], "warn"),
    row(
      "a running database is no jump host",
      [
        setJumpHosts(
          { powerState: collected("deallocated") },
          { ...databaseHost, virtualNetworkId: ids.hub },
        ),
      ],
      "fail",
    ),
    row("the only machine, whatever it is called", [setJumpHosts(machine("vm-1", "stopped"))], "fail"),
    row(
      "of two machines nobody knows which is a jump host",
      [setJumpHosts(machine("app-1", "stopped"), machine("app-2", "deallocated"))],
      "notAssessed",
      { says: "No machine near the cluster is called like a jump host" },
    ),
    row(
      "the only one that is known, while a network was not read",
      [hubDenied, setJumpHosts({ ...machine("vm-1", "stopped"), virtualNetworkId: ids.spoke })],
      "notAssessed",
    ),
    row(
      "a stopped DNS server is none",
      [asksDns, setJumpHosts(machine("vm-dns", "stopped"))],
      "notApplicable",
    ),
    row(
      "a stopped appliance is none",
      [
        setJumpHosts(
          { ...machine("vm-fw", "stopped"), interfaces: [forwarding] },
          machine("vm-1", "running"),
        ),
      ],
      "pass",
      { says: "vm-1" },
    ),
    row(
      "two are off and a third was not asked",
      [power("stopped", "stopped", "stopped"), leaveUnasked("jump-3")],
      "notAssessed",
    ),
    row("unknown", [powerUnknown], "notAssessed"),
    row("denied", [deny("jumpHosts")], "notAssessed"),
    row("no jump host", [setData("jumpHosts", [])], "notApplicable"),
    row("public cluster", [setAccess({ enablePrivateCluster: false })], "notApplicable"),
  ],
};
