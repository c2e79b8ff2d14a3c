// What answers names, as read: the private zone that names the API server, others that could answer in its place, resolvers.
import type { Section } from "./section.ts";

export type PrivateDnsZone = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
}>;

export type VirtualNetworkLink = Readonly<{
  id: string;
  name: string;
  virtualNetworkId: string;
  linkState: string;
  provisioningState: string;
  registrationEnabled: boolean;
}>;

/** The record set that names the API server. `null` in its section: the zone is readable and has none. */
export type ARecordSet = Readonly<{
  id: string;
  name: string;
  ttl?: number;
  addresses: readonly string[];
  isAutoRegistered: boolean;
}>;

/** Another zone that could hold the API server's name. `record`: what it says of that name; null: nothing. */
export type OtherZone = Readonly<{
  zone: PrivateDnsZone;
  links: Section<readonly VirtualNetworkLink[]>;
  record: Section<ARecordSet | null>;
}>;

/** An inbound endpoint of an Azure DNS Private Resolver: answers what private zones linked to its network say. */
export type DnsInboundEndpoint = Readonly<{
  id: string;
  virtualNetworkId?: string;
  provisioningState: string;
  addresses: readonly string[];
}>;

/** `domainName` ends with a dot; `.` stands for every name. */
export type ForwardingRule = Readonly<{
  name: string;
  domainName: string;
  ruleState: string;
  servers: readonly string[];
}>;

/** What Azure's own DNS passes on for the networks that are linked to it. */
export type ForwardingRuleset = Readonly<{
  id: string;
  name: string;
  linkedNetworkIds: Section<readonly string[]>;
  rules: Section<readonly ForwardingRule[]>;
}>;
