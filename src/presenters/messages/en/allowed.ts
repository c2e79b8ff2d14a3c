// Whether an address or a range is let in.
import type { AllowedFact } from "../../../core/access/allowed.ts";
import type { Says } from "../says.ts";
import { few, message } from "./words.ts";

const inRanges = message<{ count: number; names: string }>(
  "{count, plural, one {It is in the authorized IP range {names}.} other {The authorized IP ranges {names} hold it.}}",
);
const inPart = message<{ count: number; names: string }>(
  "Of it, only {names} {count, plural, one {is} other {are}} in the authorized IP ranges.",
);
const perhapsMore = message<{ count: number; names: string }>(
  "Of it, {names} {count, plural, one {is} other {are}} in the authorized IP ranges; whether a service tag among them holds more is not known.",
);

export const whyAllowed: Says<AllowedFact, [cluster: string]> = {
  openToAll: (_fact, cluster) =>
    `${cluster} has no authorized IP ranges, so its API server takes every address.`,
  inRanges: ({ ranges }) => inRanges({ count: ranges.length, names: few(ranges) }),
  inNone: () => "It is in none of the authorized IP ranges, so its connections time out.",
  inPart: ({ parts, mayBeMore }) =>
    (mayBeMore ? perhapsMore : inPart)({ count: parts.length, names: few(parts) }),
  perhapsInTag: () =>
    "It is in none of the authorized IP ranges that are addresses; whether a service tag among them holds it is not known.",
  ownOutbound: () => "AKS lets in the cluster's own outbound address, and this is one.",
  perhapsOwnOutbound: () =>
    "It is in none of the authorized IP ranges; whether it is an outbound address of the cluster, which AKS lets in, is not known.",
  onlyOwnOutbound: ({ ips }) =>
    `It is in none of the authorized IP ranges. Of it, AKS lets in only what the cluster itself leaves by: ${few(ips)}.`,
  privateSpace: () =>
    "It is private, and the API server sees the public address with which connections from there arrive: ask about that one.",
  nowhereNear: ({ mayBeLearned }, cluster) =>
    mayBeLearned
      ? `${cluster} is private. No network near it holds this address, and a gateway may still lead there.`
      : `${cluster} is private, and no network from which it is reached holds this address.`,
  inNoSubnet: ({ network }) =>
    `It is in the range of ${network} and in none of its subnets, so nothing there has this address.`,
  wayThrough: (_fact, cluster) => `The way from there reaches the private API server of ${cluster}.`,
  wayStopped: (_fact, cluster) => `The way from there ends before the private API server of ${cluster}.`,
  wayOpen: (_fact, cluster) =>
    `Whether the way from there reaches the private API server of ${cluster} is not known.`,
  rangeNotWalked: (_fact, cluster) =>
    `${cluster} is private, where authorized IP ranges have no effect; the way there is followed from one address. Ask about one of the range.`,
  unread: (_fact, cluster) => `${cluster} could not be read.`,
};

export const allowedTexts = { whyAllowed };
