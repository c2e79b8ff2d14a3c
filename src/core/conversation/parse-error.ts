// Why a message was not understood, as data; the catalogue says what to write. What was written is cut short.

import { parseCidr, textOf } from "../network/address/cidr.ts";
import type { Client } from "../snapshot/snapshot.ts";
import type { Ability } from "./examples.ts";

// Keeps what somebody wrote short enough to be repeated in a sentence.

const longest = 60;

export function brief(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}

type Nothing = Readonly<Record<never, never>>;

type Values = {
  /** Nothing we know begins like this. */
  unknown: { written: string };
  didYouMean: { phrase: string };
  /** It may ask for any of these; the likeliest first. */
  unsure: { line: string; abilities: readonly Ability[] };
  /** An end of a mute is said, or more than a mute can last. */
  muteLength: Nothing;

  tooLong: { length: number; longest: number };
  invisible: { codePoint: string };
  severalLines: { count: number };
  unclosedQuote: Nothing;
  /** The message holds the mask itself: what was typed was not kept. */
  masked: Nothing;

  /** After words that stand alone. */
  notAlone: { phrase: string; extra: string };
  /** After the cluster. */
  afterCluster: { verb: "watch" | "unwatch" | "unmute" | "oncall" | "past incidents"; extra: string };
  /** `insideToo`: `without inside` may follow, as well. */
  clauseUnknown: { written: string; insideToo: boolean };
  /** `with "…"` behind something that has no use for what somebody sees. */
  symptomUnused: { verb: "run" | "can-i" | "watch" | "unwatch" | "unmute" | "oncall" | "past incidents" };
  clauseTwice: { keyword: string };
  /** Where somebody is, and an address or a range that is asked about. */
  fromAndFor: Nothing;
  fromMissing: Nothing;
  symptomUnquoted: Nothing;

  commandMissing: { verb: "run" | "can-i" };
  /** Where the command ends. */
  commandEnd: { verb: "run" | "can-i" };
  clusterTwice: { cluster: string };
  clusterFlagTwice: Nothing;
  /** `letter`: one that no cluster's name can hold. */
  noCluster: { written: string; letter: string | null };
  noClusterInFlag: { written: string };

  noMode: { written: string };
  modeReasonMissing: { mode: string };
  modeReasonTooLong: { length: number; longest: number };

  /** Of what is kept with an incident. */
  textTooLong: { length: number; longest: number };
  noteMissing: Nothing;
  /** To whom it is handed over. */
  personMissing: Nothing;
  noSeverity: { written: string };
  /** When a channel is not to ring. */
  noQuietHours: { written: string };
  /** Null where none was written. */
  noTimeZone: { written: string | null };
  incidentReasonMissing: Nothing;

  addressRange: { written: string };
  /** Each is to be asked about by itself. */
  severalAddresses: { addresses: readonly string[] };
  noAddress: { written: string };
  addressIpv6: { written: string };
  noPlace: { written: string };
};

export type ParseError = { [K in keyof Values]: Readonly<{ is: K } & Values[K]> }[keyof Values];

/** What was written, kept short. */
export const written = (text: string) => ({ written: brief(text) });

/** Those that may be asked about, one by one. */
export const addressesIn = (reason: ParseError): readonly string[] =>
  reason.is === "severalAddresses" ? reason.addresses : reason.is === "addressRange" ? [reason.written] : [];

/** Where the other line asks for the same, that keeps what somebody says of it in their own words. */
export const asksElse = (reason: ParseError, other: Readonly<{ is: string; reason?: ParseError }>): boolean =>
  reason.is === "unsure" &&
  !(other.reason?.is === "unsure" && other.reason.abilities[0] === reason.abilities[0]);

/** Nothing of it says what to write instead. */
export const isVague = ({ is }: ParseError): boolean =>
  is === "unknown" || is === "clauseUnknown" || is === "noCluster" || is === "commandEnd";

/** Where the grammar says exactly what is wrong, that is what there is to say. */
export function mayBePlain(reason: ParseError): boolean {
  if (reason.is === "noCluster")
    return reason.letter === null || /[äöüß\p{Script=Han}]/iu.test(reason.letter);
  return plainReasons.has(reason.is);
}
const plainReasons: ReadonlySet<ParseError["is"]> = new Set([
  "unknown",
  "didYouMean",
  "notAlone",
  "afterCluster",
  "clauseUnknown",
  "commandMissing",
  "commandEnd",
  "severalLines",
  "symptomUnquoted",
  "noMode",
]);

export const unknown = (text: string): ParseError => ({ is: "unknown", ...written(text.trim()) });

// Where the requester says they sit: `from 20.50.0.9`, `from vnet-hub`.

type Place =
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
