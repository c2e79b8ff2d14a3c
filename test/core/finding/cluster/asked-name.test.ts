// Which API server an error text is about, and whether the cluster has, or had, one of that name.
import { formerName } from "../../../../src/core/finding/cluster/versions.ts";

const own = {
  fqdn: "prod-1-dns-7k2m9x4q.hcp.westeurope.azmk8s.io",
  privateFqdn: "prod-1-dns-7k2m9x4q.5c0f2e1d.privatelink.westeurope.azmk8s.io",
};
const former = "prod-1-dns-1a2b3c4d.hcp.westeurope.azmk8s.io";

test.each([
  ["its own public name", `lookup ${own.fqdn}: no such host`, null],
  ["its own private name", `lookup ${own.privateFqdn} on 10.0.0.2:53: no such host`, null],
  [
    "its own name in another zone",
    "lookup prod-1-dns-7k2m9x4q.private.westeurope.azmk8s.io: no such host",
    null,
  ],
  ["an earlier one's", `dial tcp: lookup ${former} on 10.0.0.2:53: no such host`, former],
  ["in capitals", `LOOKUP ${former.toUpperCase()}`, former],
  ["an earlier one's and its own", `${former} ${own.fqdn}`, null],
  ["of a cluster that is called otherwise", "lookup test-dns-1a2b3c4d.hcp.westeurope.azmk8s.io", null],
  ["no name", "dial tcp 10.1.0.4:443: i/o timeout", null],
  ["a name of something else", "lookup prod-1-dns-1a2b3c4d.example.com: no such host", null],
])("%s", (_, text, expected) => {
  expect(formerName(text, own)).toBe(expected);
});

test("nothing where Azure does not say what the cluster's name is", () => {
  expect(formerName(`lookup ${former}`, {})).toBeNull();
});
