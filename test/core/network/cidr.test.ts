// IPv4 arithmetic, and what it refuses to decide.
import {
  coverage,
  isPrivateAddress,
  parseCidr,
  parseIpv4,
  textOf,
} from "../../../src/core/network/address/cidr.ts";

test.each([
  ["10.0.0.4", 0x0a000004],
  ["255.255.255.255", 0xffffffff],
  ["10.0.0.04", null],
  ["10.0.0.256", null],
  ["10.0.0", null],
  [" 10.0.0.4", null],
  ["::1", null],
])("address %s is %s", (text, value) => {
  expect(parseIpv4(text)).toBe(value);
});

test.each([
  ["10.1.2.3/8", "10.0.0.0/8"],
  ["0.0.0.0/0", "0.0.0.0/0"],
  ["20.50.0.9", "20.50.0.9/32"],
  ["10.0.0.0/33", null],
  ["10.0.0.0/08", null],
  ["10.0.0.0/8/8", null],
  ["10.0.0.0/", null],
  ["AzureCloud", null],
])("prefix %s is %s", (text, value) => {
  const parsed = parseCidr(text);
  expect(parsed === null ? null : textOf(parsed)).toBe(value);
});

test.each([
  [["10.0.0.0/8"], "10.255.0.1", "yes"],
  [["0.0.0.0/0"], "20.50.0.9", "yes"],
  [["10.0.0.0/8"], "11.0.0.1", "no"],
  [["10.0.0.0/16"], "10.0.1.0/24", "yes"],
  [["10.0.1.0/24"], "10.0.0.0/16", "undecidable"],
  [["128.0.0.0/1"], "255.255.255.255", "yes"],
  [["2603:1020::/32"], "20.50.0.9", "no"],
  [["AzureDevOps"], "20.50.0.9", "undecidable"],
  [["AzureDevOps", "20.50.0.0/24"], "20.50.0.9", "yes"],
  [["0.0.0.0/0"], "2603:1020::1", "undecidable"],
  [[], "20.50.0.9", "no"],
])("%j holds %s: %s", (prefixes, target, answer) => {
  expect(coverage(prefixes, target)).toBe(answer);
});

test.each([
  ["10.0.0.1", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["100.64.0.1", true],
  ["20.50.0.9", false],
])("%s is private: %s", (text, answer) => {
  expect(isPrivateAddress(text)).toBe(answer);
});
