// Without a Bastion somebody has to be let in to a jump host; that nobody is, is told, and nothing else.
import { collected } from "../../../src/core/snapshot/section.ts";
import { diagnose } from "../../diagnosed.ts";
import { noBastion, setBastion } from "../../fixtures/entry-changes.ts";
import { ids } from "../../fixtures/healthy-snapshot.ts";
import {
  addDataNetwork,
  type Change,
  changed,
  databaseHost,
  setData,
  setJumpHosts,
  setRules,
} from "../../fixtures/snapshot-changes.ts";
import { publicRanges } from "../../fixtures/snapshot-variants.ts";

const judged = (...changes: readonly Change[]) => diagnose(changed(...changes));
const endOf = (diagnosis: ReturnType<typeof diagnose>) =>
  diagnosis.requirements.find(({ id }) => id === "jump.entry")?.end;
const linux = setJumpHosts({ osName: "ubuntu" });
/** The host that Bastion leads to, and one in a network that it does not reach. */
const oneBehindBastion =
  (powerState: string): Change =>
  (snapshot) =>
    setJumpHosts(
      { osName: "ubuntu", powerState: collected(powerState) },
      { ...databaseHost, name: "jump-2", osName: "ubuntu", networkSecurityGroupId: ids.jumpNsg },
    )(addDataNetwork(snapshot));
const groupUnread: Change = (snapshot) => ({ ...snapshot, networkSecurityGroups: {} });
const shut = { name: "nobody-in", direction: "Inbound" } as const;
const admins = {
  ...{ name: "admins", priority: 150, access: "Allow", protocol: "Tcp", direction: "Inbound" },
  ...{ sourceAddressPrefixes: ["10.0.0.0/8"], destinationPortRanges: ["22"] },
} as const;

test.each<[string, readonly Change[], "stopped" | undefined]>([
  ["whoever stands near is let in", [noBastion, linux], undefined],
  ["nobody is let in", [noBastion, linux, setRules(shut)], "stopped"],
  [
    "nobody on the port that it speaks",
    [noBastion, linux, setRules({ ...shut, destinationPortRanges: ["22"] })],
    "stopped",
  ],
  [
    "nobody on another port",
    [noBastion, linux, setRules({ ...shut, destinationPortRanges: ["3389"] })],
    undefined,
  ],
  ["somebody near is let in", [noBastion, linux, setRules(admins, shut)], undefined],
  ["Bastion is there, which has a need of its own", [linux, setRules(shut)], undefined],
  ["Bastion leads to one that runs", [oneBehindBastion("running"), setRules(shut)], undefined],
  [
    "Bastion leads to one that is stopped, and nobody is let in to the other",
    [oneBehindBastion("deallocated"), setRules(shut)],
    "stopped",
  ],
  [
    "Bastion leads to one that is stopped, and whoever stands near is let in to the other",
    [oneBehindBastion("deallocated")],
    undefined,
  ],
  ["Bastion's Developer host is there", [setBastion({ sku: "Developer" }), linux, setRules(shut)], undefined],
  ["the group was not read", [noBastion, linux, groupUnread], undefined],
  ["the cluster is public", [publicRanges, noBastion, linux, setRules(shut)], undefined],
])("%s", (_name, changes, expected) => {
  expect(endOf(judged(...changes))).toBe(expected);
});

test("nobody is let in, and nothing else leads in: the rule is named, its ways are blocked, and the fix opens it", () => {
  const { verdict, rootCause, accessPaths } = judged(noBastion, linux, setRules(shut));
  expect([verdict, rootCause?.check]).toEqual(["broken", "nsg.jump-inbound"]);
  expect(rootCause?.summary).toContain("nobody-in");
  expect(rootCause?.repairs?.every(({ proved }) => proved)).toBe(true);
  expect(accessPaths.find(({ id }) => id === "P05")).toMatchObject({
    state: "blocked",
    blockedBy: ["nsg.jump-inbound"],
  });
});

test("a peer that was not read may be where people come from", () => {
  expect(endOf(judged(noBastion, linux, setRules(shut), setData("peerNetworks", [])))).toBeUndefined();
});
