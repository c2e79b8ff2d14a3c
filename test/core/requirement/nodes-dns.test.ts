// Names for nodes: one of the servers that their network asks has to be reached, wherever the API server stands.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import {
  type Change,
  changed,
  dnsAt,
  dnsMachines,
  publicRanges,
  setSpoke,
  setSpokePeering,
} from "../../fixtures/snapshots.ts";

const dnsOf = (...changes: readonly Change[]) =>
  diagnose(changed(...changes)).requirements.find(({ id }) => id === "nodes.dns")?.end;
const asks = (...dnsServers: readonly string[]) => setSpoke({ dnsServers });
const usesGateway: Change = setSpokePeering({ useRemoteGateways: true });
const inHub = asks(dnsAt(1), dnsAt(2));

test.each<[string, readonly Change[], ReturnType<typeof dnsOf>]>([
  ["Azure's own DNS", [], undefined],
  ["a public server", [asks("20.1.1.1")], undefined],
  ["a private one to which nothing leads", [asks("10.9.9.9")], "stopped"],
  ["the same for a public cluster", [publicRanges, asks("10.9.9.9")], "stopped"],
  ["a private one that a gateway may have learned", [usesGateway, asks("10.9.9.9")], "unknown"],
  ["servers in the hub", [dnsMachines("running", "running"), inHub], "delivered"],
  ["one of them is down", [dnsMachines("running", "deallocated"), inHub], "delivered"],
  ["both are", [dnsMachines("deallocated", "deallocated"), inHub], "stopped"],
])("%s: %s", (_name, changes, expected) => {
  expect(dnsOf(...changes)).toBe(expected);
});
