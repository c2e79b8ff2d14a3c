// Parts of the patterns by which lines are known. Each is bounded, so that no line costs more than its length.
import { parseIpv4 } from "../network/address/cidr.ts";

export const host = "[A-Za-z0-9][\\w.-]{0,252}";
export const ipv4 = "\\d{1,3}(?:\\.\\d{1,3}){3}";
/** Of either kind, as a tool prints it. */
export const address = `(?:${ipv4}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{2,45})`;

/** Tools write names as they like. */
export const pattern = (text: string): RegExp => new RegExp(text, "i");

export const isIpv4 = (text: string): boolean => parseIpv4(text) !== null;

/** Names end with a dot in some tools. */
export const bare = (name: string): string => name.replace(/\.$/, "").toLowerCase();

/** A name, unless it is an address. */
export const nameOnly = (text: string | undefined): string | null =>
  text === undefined || isIpv4(text) ? null : bare(text);

export const addressOnly = (text: string | undefined): string | null =>
  text !== undefined && isIpv4(text) ? text : null;
