// The API server's name: every check of it. A new one is a file beside this and a line here.
import { dnsARecordExtra } from "./dns.a-record-extra.ts";
import { dnsARecordMatch } from "./dns.a-record-match.ts";
import { dnsARecordPresent } from "./dns.a-record-present.ts";
import { dnsCustomServers } from "./dns.custom-servers.ts";
import { dnsDuplicateZone } from "./dns.duplicate-zone.ts";
import { dnsLinkClient } from "./dns.link-client.ts";
import { dnsLinkCluster } from "./dns.link-cluster.ts";
import { dnsLinkRegistration } from "./dns.link-registration.ts";
import { dnsLinkResolver } from "./dns.link-resolver.ts";
import { dnsLinkState } from "./dns.link-state.ts";
import { dnsOnpremForwarding } from "./dns.onprem-forwarding.ts";
import { dnsPrivateResolver } from "./dns.private-resolver.ts";
import { dnsZoneExists } from "./dns.zone-exists.ts";
import { dnsZoneName } from "./dns.zone-name.ts";

export const dnsChecks = [
  dnsZoneExists,
  dnsZoneName,
  dnsARecordPresent,
  dnsARecordMatch,
  dnsARecordExtra,
  dnsLinkCluster,
  dnsLinkClient,
  dnsLinkResolver,
  dnsLinkState,
  dnsLinkRegistration,
  dnsDuplicateZone,
  dnsPrivateResolver,
  dnsCustomServers,
  dnsOnpremForwarding,
] as const;
