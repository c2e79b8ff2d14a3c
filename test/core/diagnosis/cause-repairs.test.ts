// What mends a cause, and whether that was walked; what Azure cannot show, and who can.

import { diagnose } from "../../diagnosed.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setHub, setSpoke, setSpokePeering } from "../../fixtures/snapshot-changes.ts";
import { stop } from "../../fixtures/snapshot-variants.ts";
import { faults, linkMissing } from "./faults.ts";

test("a fix that was walked says which requirement it meets", () => {
  const { rootCause } = diagnose(linkMissing);
  expect(rootCause?.repairs).toEqual([
    {
      what: "Links the private DNS zone to vnet-hub.",
      ...rootCause?.fix,
      proved: true,
      changes: ["people.api: stopped → delivered"],
    },
  ]);
});

test("a fix that only a check proposes is not called proved", () => {
  const { rootCause } = diagnose(changed(stop));
  expect(rootCause?.repairs).toEqual([
    { what: "Starts prod-1.", ...rootCause?.fix, proved: false, changes: [] },
  ]);
});

test.each(faults)("%s: the repairs are the fix, line by line", (_name, snapshot) => {
  const { rootCause } = diagnose(snapshot);
  const lines = (rootCause?.repairs ?? []).flatMap(({ commands }) => commands);
  expect(lines).toEqual(rootCause?.fix?.commands ?? []);
  // What is not proved says at most that it is no longer known to be stopped.
  for (const { proved, changes } of rootCause?.repairs ?? [])
    if (!proved) expect(changes.filter((each) => !each.endsWith(": stopped → unknown"))).toEqual([]);
});

test("a DNS server that nobody sees into is a limit, told once, with the line that shows it", () => {
  const servers = { dnsServers: ["20.9.9.4"] };
  // A gateway that was not read may have learned where that stands.
  const learnt = setSpokePeering({ useRemoteGateways: true });
  const { limits, verdict } = diagnose(changed(setHub(servers), setSpoke(servers), learnt));
  expect(verdict).not.toBe("healthy");
  expect(limits).toEqual([
    {
      what: "What the DNS server 20.9.9.4 answers, Azure does not show.",
      who: "whoever runs 20.9.9.4",
      tell: expect.stringMatching(/^nslookup \S+ 20\.9\.9\.4$/),
    },
  ]);
});

test("where everything was read there is no limit", () => {
  expect(diagnose(healthy).limits).toEqual([]);
});
