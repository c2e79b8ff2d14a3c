// Bastion reaches a jump host: on the port that the host's system speaks, whatever lies between.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import {
  type Change,
  changed,
  noBastion,
  publicRanges,
  setBastion,
  setJumpHosts,
  setRules,
} from "../../fixtures/snapshots.ts";

const judged = (...changes: readonly Change[]) => diagnose(changed(...changes));
const endOf = (diagnosis: ReturnType<typeof diagnose>) =>
  diagnosis.requirements.find(({ id }) => id === "bastion.jump")?.end;
const denies = (port: string): Change =>
  setRules({ direction: "Inbound", destinationPortRanges: [port], name: "no-entry" });
const linux = setJumpHosts({ osName: "ubuntu" });
const windows = setJumpHosts({ osName: "Windows Server 2022 Datacenter" });

test.each<[string, readonly Change[], ReturnType<typeof endOf>]>([
  ["nothing is in the way", [], "delivered"],
  ["SSH denied to a Linux host", [linux, denies("22")], "stopped"],
  ["RDP denied to a Linux host", [linux, denies("3389")], "delivered"],
  ["RDP denied to a Windows host", [windows, denies("3389")], "stopped"],
  ["SSH denied to a Windows host", [windows, denies("22")], "delivered"],
  [
    "SSH denied, and what the host runs is not known: RDP may do",
    [setJumpHosts({}), denies("22")],
    "delivered",
  ],
  ["no Bastion", [noBastion], undefined],
  ["a Developer host, which stands in no subnet", [setBastion({ sku: "Developer" })], undefined],
  ["a public cluster needs none", [publicRanges], undefined],
])("%s: %s", (_name, changes, expected) => {
  expect(endOf(judged(...changes))).toBe(expected);
});

test("SSH denied beside an open RDP: a way in does not work, and the group and the rule are named", () => {
  const { verdict, rootCause } = judged(linux, denies("22"));
  expect(verdict).toBe("degraded");
  expect(rootCause?.resourceId).toContain("nsg-jump");
  expect(rootCause?.summary).toContain("no-entry");
});
