// Rows for what people work from beside machines: containers, Cloud Shell in a network, desktops; and just-in-time access.

import { collected } from "../../../../src/core/snapshot/section.ts";
import { noBastion } from "../../../fixtures/entry-changes.ts";
import {
  denyContainers,
  denyDesktops,
  denyJit,
  jitPolicyId,
  setContainers,
  setDesktops,
  setJit,
  setShell,
  shutJump,
} from "../../../fixtures/place-changes.ts";
import { setData, setJumpHosts } from "../../../fixtures/snapshot-changes.ts";
import { deny, hubDenied, publicRanges } from "../../../fixtures/snapshot-variants.ts";
import { unavailable } from "../../../unavailable.ts";
import { type Rows, row } from "./row.ts";

const isOff = { containerState: collected("Stopped") };
const stateUnread = unavailable("denied", "Whether the containers of ssh-1 run could not be read.");
const allowed: Parameters<typeof shutJump>[number] = ["allow-ssh", 200, "Allow", "10.0.2.0/26", "10.0.1.4"];

export const placeRows: Rows = {
  "jump.aci": [
    row("running", [setContainers({})], "pass", { says: "ssh-1 is running" }),
    row("on the usual port", [setContainers({ ports: ["22", "80"] })], "pass"),
    row("one of two runs", [setContainers(isOff, { name: "ssh-2" })], "pass", { says: "ssh-2" }),
    row("stopped beside a machine that runs", [setContainers(isOff)], "warn", { fix: "az container start" }),
    row("stopped, and nothing else runs", [setContainers(isOff), setData("jumpHosts", [])], "fail", {
      says: "does not run",
      fix: "az container start",
    }),
    row(
      "ended",
      [setContainers({ containerState: collected("Succeeded") }), setData("jumpHosts", [])],
      "fail",
    ),
    row("being started", [setContainers({ containerState: collected("Pending") })], "warn"),
    row(
      "a word that nobody knows",
      [setContainers({ containerState: collected("Hibernated") })],
      "notAssessed",
    ),
    row("its state unread", [setContainers({ containerState: stateUnread })], "notAssessed"),
    row("takes no SSH", [setContainers({ ports: ["80"] })], "notConfigured", { says: "takes SSH" }),
    row("in another network", [setContainers({ subnetId: "/subscriptions/x/subnets/y" })], "notConfigured"),
    row("no subnet for containers", [], "notConfigured", { says: "No subnet" }),
    row("denied", [denyContainers], "notAssessed", { says: "containerGroups/read" }),
    row("the hub unread", [hubDenied], "notAssessed"),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "cloudshell.network-profile": [
    row("set up", [setShell()], "pass", { says: "containers" }),
    row("its subnet lost the delegation", [setShell({}, false)], "warn", { says: "not delegated" }),
    row("a profile of something else", [setShell({ name: "runners" })], "notConfigured"),
    row("none", [], "notConfigured"),
    row("denied", [denyContainers], "notAssessed", { says: "networkProfiles/read" }),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
  "avd.session-hosts": [
    row("takes sessions", [setDesktops({})], "pass", { says: "avd-0" }),
    row("off, and starts on connect", [setDesktops({ status: "Shutdown", startsOnConnect: true })], "pass"),
    row("off", [setDesktops({ status: "Shutdown" })], "warn", { says: "Shutdown" }),
    row("drained", [setDesktops({ allowNewSession: false })], "warn"),
    row("of another network", [setDesktops({ machineId: "/x" })], "notConfigured"),
    row("nothing is called like one", [], "notApplicable"),
    row("denied", [denyDesktops], "notAssessed", { says: "hostPools/read" }),
    row("machines unread", [deny("jumpHosts")], "notAssessed"),
  ],
  "jit.active-request": [
    row("no such rule", [], "notApplicable"),
    row("shut, and nobody asked", [shutJump(), setJit()], "fail", {
      says: "No window is open",
      fix: `${jitPolicyId}/initiate`,
    }),
    row("shut, and the window is over", [shutJump(), setJit([{}])], "fail", {
      says: "ended at 2026-11-25T06:00:00.000Z",
    }),
    row("a rule before it lets Bastion in", [shutJump(allowed), setJit()], "warn"),
    row("a window is open", [shutJump(allowed), setJit([{ endTime: "2026-11-25T09:00:00.000Z" }])], "pass", {
      says: "until 2026-11-25T09:00",
    }),
    row(
      "a window was taken back",
      [shutJump(allowed), setJit([{ endTime: "2026-11-25T09:00:00.000Z", status: "Revoked" }])],
      "warn",
    ),
    row("no Bastion, and its policy unread", [noBastion, shutJump(), denyJit], "fail", {
      says: "Its policy was not read",
    }),
    row(
      "no Bastion, somebody near is let in, and its policy unread",
      [noBastion, shutJump(["admins", 200, "Allow", "10.0.0.0/8", "10.0.1.4"]), denyJit],
      "notAssessed",
      {
        says: "jitNetworkAccessPolicies/read",
      },
    ),
    row(
      "before another machine",
      [shutJump(), setJumpHosts({ privateIpAddress: "10.0.1.5" })],
      "notApplicable",
    ),
    row("public cluster", [publicRanges], "notApplicable"),
  ],
};
