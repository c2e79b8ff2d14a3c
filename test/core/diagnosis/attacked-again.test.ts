// What fresh eyes broke again: each was called open, or another fault, before.
import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import {
  type Change,
  changed,
  firewallAddress,
  publicRanges,
  setClient,
  setHub,
  setHubFirewall,
  setSpoke,
  surroundingIds,
} from "../../fixtures/snapshots.ts";

const of = (...changes: readonly Change[]) => diagnose(changed(...changes));

const asks =
  (...dnsServers: readonly string[]): Change =>
  (snapshot) =>
    setSpoke({ dnsServers })(setHub({ dnsServers })(snapshot));

describe("networks ask a firewall for names that was deallocated to save money", () => {
  const away: Change = (snapshot) =>
    asks(firewallAddress)(setHubFirewall({ dnsProxy: true, ipConfigurations: [] })(snapshot));

  test.each<[string, readonly Change[]]>([
    ["of a private cluster", [away]],
    ["of a public one", [away, publicRanges, setClient({ ip: "20.40.0.9" })]],
  ])("%s: broken for that, and the line that brings it back is proved", (_name, changes) => {
    const { verdict, rootCause } = of(...changes);
    expect([verdict, rootCause?.check, rootCause?.resourceId]).toEqual([
      ...["broken", "firewall.state", surroundingIds.firewall],
    ]);
    expect(rootCause?.repairs?.map(({ proved }) => proved)).toEqual([true]);
  });

  test("and it is there: healthy", () => {
    expect(of(setHubFirewall({ dnsProxy: true }), asks(firewallAddress)).verdict).toBe("healthy");
  });
});
