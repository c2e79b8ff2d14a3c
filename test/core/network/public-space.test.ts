// The pieces into which prefixes cut the public addresses: one address for each, and none that is not public.

import { coverage, privateSpace } from "../../../src/core/network/address/cidr.ts";
import { heldBy, piecesOf } from "../../../src/core/network/address/public-ranges.ts";

test.each<[string, readonly string[], number]>([
  ["nothing", [], 1],
  ["everything", ["0.0.0.0/0"], 1],
  ["two halves", ["0.0.0.0/1", "128.0.0.0/1"], 2],
  ["one range", ["20.0.0.0/8"], 2],
  ["one in the other", ["20.0.0.0/8", "20.1.0.0/16"], 3],
  ["private ranges", ["10.0.0.0/8", "172.16.0.0/12"], 1],
  ["the last addresses", ["255.255.255.255/32"], 1],
])("%s", (_name, prefixes, count) => {
  const pieces = piecesOf(prefixes) ?? [];
  expect(pieces).toHaveLength(count);
  for (const piece of pieces) expect(coverage([...privateSpace, "224.0.0.0/3"], piece)).toBe("no");
  const sets = pieces.map((piece) => prefixes.map((prefix) => coverage([prefix], piece)).join());
  expect(new Set(sets).size).toBe(count);
});

test("more than anybody writes by hand: not cut", () => {
  expect(
    piecesOf(Array.from({ length: 300 }, (_none, index) => `20.${index % 256}.${index}.0/24`)),
  ).toBeNull();
});

const registry = { holds: ["microsoftcontainerregistry"], perhaps: ["azurecloud"] };
test.each([
  ["MicrosoftContainerRegistry", "yes"],
  ["MicrosoftContainerRegistry.WestEurope", "perhaps"],
  ["AzureCloud", "perhaps"],
  ["AzureCloud.westeurope", "perhaps"],
  ["SomethingNew", "perhaps"],
  ["Storage", "no"],
  ["VirtualNetwork", "no"],
  ["AzurePlatformDNS", "no"],
  ["20.0.0.0/8", "no"],
])("the registry's address is in %s: %s", (tag, held) => {
  expect(heldBy(tag, registry)).toBe(held);
});
