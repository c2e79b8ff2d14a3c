// Where the requester says they sit: `from 20.50.0.9`, `from vnet-hub`.
import { parseCidr, textOf } from "../network/address/cidr.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { ParseError } from "./parse-error.ts";

export type Place =
  | Readonly<{ ok: true; client: Pick<Client, "ip" | "virtualNetwork"> }>
  | Readonly<{ ok: false; reason: ParseError }>;

const octet = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
/** Azure's rule for names of virtual networks. */
const networkName = /^[a-z0-9][a-z0-9_.-]{0,62}[a-z0-9_]$/i;
const networkId =
  /^\/subscriptions\/[^/\s]+\/resourceGroups\/[^/\s]+\/providers\/Microsoft\.Network\/virtualNetworks\/[^/\s]+$/i;

/**
 * What may be asked about: an address, or a range of several without its host bits; null where it is neither. A port
 * behind an address is left out: who may connect does not depend on it.
 */
export function parseAsked(written: string): string | null {
  const withoutPort = written.replace(/^([\d.]+):\d{1,5}$/, "$1");
  const range = parseCidr(withoutPort);
  if (range === null) return null;
  return range.bits === 32 ? range.network.toString() : textOf(range);
}

/** An address that is asked about is seen from; in a range that is, nobody said to be. */
export const seenFrom = (asksOf: string): Pick<Client, "ip"> => (asksOf.includes("/") ? {} : { ip: asksOf });

export function parsePlace(written: string): Place {
  if (ipv4.test(written)) {
    return { ok: true, client: { ip: written } };
  }
  if (/^[\d.]+\/\d+$/.test(written)) {
    return { ok: false, reason: { is: "addressRange", written } };
  }
  if (/^[\d.]+$/.test(written)) {
    return { ok: false, reason: { is: "noAddress", written } };
  }
  if (/^[\da-f]*:[\da-f:.]*$/i.test(written)) {
    return { ok: false, reason: { is: "addressIpv6", written } };
  }
  if (networkName.test(written) || networkId.test(written)) {
    return { ok: true, client: { virtualNetwork: written } };
  }
  return { ok: false, reason: { is: "noPlace", written } };
}
