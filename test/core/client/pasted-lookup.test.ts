// What a server told the requester, as nslookup, dig and kubectl print it.
import { pastedLookup } from "../../../src/core/client/pasted-lookup.ts";

const name = "prod-1-x1y2.guid.privatelink.westeurope.azmk8s.io";
const none = { server: "192.168.1.53", name, addresses: [] };

test.each<[who: string, text: string, expected: ReturnType<typeof pastedLookup>]>([
  [
    "Windows",
    `Server:  dns.corp.example\nAddress:  192.168.1.53\n\n*** dns.corp.example can't find ${name}: Non-existent domain`,
    none,
  ],
  [
    "Linux",
    `Server:\t\t192.168.1.53\nAddress:\t192.168.1.53#53\n\n** server can't find ${name}: NXDOMAIN`,
    none,
  ],
  ["kubectl", `dial tcp: lookup ${name} on 192.168.1.53:53: no such host`, none],
  [
    "an answer",
    `Server:  UnKnown\nAddress:  192.168.1.53\n\nNon-authoritative answer:\nName:    ${name}\nAddress:  10.10.0.4\n`,
    { ...none, addresses: ["10.10.0.4"] },
  ],
  [
    "several addresses",
    `Server: a Address: 192.168.1.53 Name: ${name.toUpperCase()} Addresses: 10.10.0.4 10.10.0.5`,
    { ...none, addresses: ["10.10.0.4", "10.10.0.5"] },
  ],
  ["the machine's own server", `lookup ${name} on 127.0.0.53:53: no such host`, null],
  ["a server that failed", `Server: a Address: 192.168.1.53 ** server can't find ${name}: SERVFAIL`, null],
  ["no server", `dial tcp: lookup ${name}: no such host`, null],
  ["no lookup", "dial tcp 10.10.0.4:443: i/o timeout", null],
])("%s", (_who, text, expected) => {
  expect(pastedLookup(text, name)).toEqual(expected);
});

test("of several lookups each server keeps its own answer, and a public one is asked to compare", () => {
  const right = `Server: a\nAddress: 192.168.1.53\n\nName: ${name}\nAddress: 10.10.0.4\n`;
  const compared = `Server: b\nAddress: 8.8.8.8\n\n** server can't find ${name}: NXDOMAIN\n`;
  const expected = { ...none, addresses: ["10.10.0.4"] };
  expect(pastedLookup(`${right}\n${compared}`, name)).toEqual(expected);
  expect(pastedLookup(`${compared}\n${right}`, name)).toEqual(expected);
});
