// What a DNS server told the requester, out of what they pasted: `nslookup`, `dig`, or the error of kubectl. Line breaks may be lost.

import { isPrivateAddress, parseIpv4 } from "../network/address/cidr.ts";
import type { Observation, Of } from "./observation.ts";
import { readClientTest } from "./read-client-test.ts";
import { bare, host, ipv4 as ip } from "./shapes.ts";

/** `addresses`: none where the server said that there is no such name. */
export type PastedLookup = Readonly<{ server: string; name: string; addresses: readonly string[] }>;

const serverBefore: readonly RegExp[] = [
  new RegExp(String.raw`\bServer:\s{1,9}\S{1,253}\s{1,9}Address(?:es)?:\s{1,9}(${ip})(?:#53)?\b`, "i"),
  new RegExp(String.raw`;; SERVER: (${ip})#53\b`, "i"),
  new RegExp(String.raw`\blookup ${host} on (${ip}):53:`, "i"),
];

const noSuchName: readonly RegExp[] = [
  new RegExp(String.raw`\bcan't find (${host}): (?:Non-existent domain|NXDOMAIN)`, "i"),
  new RegExp(String.raw`\blookup (${host}) on ${ip}:53: no such host`, "i"),
];

const answered = new RegExp(
  String.raw`\bName:\s{1,9}(${host})\s{1,9}Address(?:es)?:\s{1,9}(${ip}(?:\s{1,9}${ip}){0,9})`,
  "i",
);

const firstOf = (text: string, patterns: readonly RegExp[]): string | undefined =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[1] ?? []).at(0);

type Answer = Of<"name"> & Readonly<{ server: string }>;

const isAnswer = (each: Of<"name">): each is Answer =>
  each.server !== null &&
  !each.server.startsWith("127.") &&
  (each.answer === "addresses" || each.answer === "noSuchName");

/** Of several lookups the first of a private server, which is the requester's own: public ones are asked to compare. */
function ownLookup(lookups: readonly Of<"name">[], wanted: string): PastedLookup | null {
  const answers = lookups.filter(isAnswer);
  const first = answers.find(({ server }) => isPrivateAddress(server)) ?? answers[0];
  return first === undefined ? null : { server: first.server, name: wanted, addresses: first.addresses };
}

/**
 * Null where the text names no server, or does not say what that answered. A server of the machine itself says nothing.
 * `wanted`: the name that is asked about, of which the lookup is taken where there are several.
 */
export function pastedLookup(text: string, wanted: string): PastedLookup | null {
  const name = wanted.toLowerCase();
  const lookups = readClientTest(text).filter(
    (each: Observation): each is Of<"name"> => each.is === "name" && each.names.includes(name),
  );
  return (lookups.length > 0 ? ownLookup(lookups, name) : null) ?? lookupInOne(text);
}

function lookupInOne(text: string): PastedLookup | null {
  const server = firstOf(text, serverBefore);
  if (server === undefined || parseIpv4(server) === null || server.startsWith("127.")) return null;
  const missing = firstOf(text, noSuchName);
  if (missing !== undefined) return { server, name: bare(missing), addresses: [] };
  const [, name, addresses = ""] = answered.exec(text) ?? [];
  return name === undefined
    ? null
    : {
        server,
        name: bare(name),
        addresses: addresses.split(/\s+/).filter((each) => parseIpv4(each) !== null),
      };
}
