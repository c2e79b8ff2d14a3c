// Facts of a cluster that people ask for: what each may be. Dates and times are ISO 8601.

import type { WhyUnread } from "../snapshot/section.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";

/** `az`: the line that shows what was not read, or more of it. */
type Az = Readonly<{ az: string }>;
type Unread = Az & Readonly<{ is: "unread"; why: WhyUnread }>;
type Versions = readonly Readonly<{ pool: string; version: string }>[];

/** `longTerm`: until when long-term support would last, where the cluster does not have it. `behind`: pools on another version. */
type VersionFact = Readonly<
  | { is: "supported"; version: string; until: string; behind: Versions }
  | { is: "ended"; version: string; since: string | null; longTerm: string | null; behind: Versions }
  | { is: "supportUnknown"; version: string; behind: Versions }
  | (Az & { is: "unsaid" })
>;

/** `channel`: of automatic upgrades, as Azure calls it; null where it says none. */
type UpgradesFact = Az &
  Readonly<{
    is: "from";
    version: string | null;
    support: Readonly<{ is: "until" | "ended"; date: string }> | null;
    channel: string | null;
  }>;

/** `last`: the newest change of the cluster or a pool by an upgrade or update within a day. `isLogRead`: there is no other. */
type AutoUpgradeFact = Readonly<{
  /** What Azure does to the cluster at the moment, as it calls it; null where it does nothing. */
  running: string | null;
  channel: string | null;
  nodeChannel: string | null;
  images: readonly Readonly<{ pool: string; image: string }>[];
}> &
  Readonly<
    { is: "upgraded"; last: ResourceChange; lastAt: string } | { is: "notUpgraded"; isLogRead: boolean }
  >;

/** `type`: as Azure calls it. `why`: why an address that nodes also leave by is not known. */
type EgressFact = Readonly<
  | { is: "isolated"; type: string }
  | (Az & {
      is: "addresses";
      type: string;
      ips: readonly string[];
      by: readonly ("loadBalancer" | "natGateway" | "firewall")[];
      why: WhyUnread | null;
    })
>;

type RangesFact = Readonly<
  (Az & { is: "listed"; ranges: readonly string[]; more: number }) | (Az & { is: "open" }) | { is: "private" }
>;

/**
 * `name`: null where it has none, as a private one that is stopped. `publicName`: what a private one has beside it. `address`:
 * the private one; null where it could not be read.
 */
type ApiServerFact = Readonly<
  | { is: "private"; name: string | null; publicName: string | null; address: string | null }
  | { is: "public"; name: string | null; ranges: number }
>;

/** `networks`: by their names, those that are linked. `none`: its owner wanted none. */
type ZoneFact =
  | Readonly<
      { is: "linked"; zone: string; networks: readonly string[] } | { is: "none" | "missing" | "public" }
    >
  | Unread;

export type PoolSaid = Readonly<{
  pool: string;
  mode: string;
  count: number | null;
  /** Of the autoscaler; `most` is null where it is off. */
  least: number;
  most: number | null;
  isAtMost: boolean;
  isStopped: boolean;
}>;

type PoolsFact = Readonly<{ is: "pools"; pools: readonly PoolSaid[] } | { is: "automatic" }>;

type PowerFact = Readonly<{ is: "running" | "stopped" } | { is: "other"; power: string; state: string }>;

/** `secret`: the line that shows when the secret of its service principal ends; null where it has none. */
type CertificatesFact = Az &
  Readonly<{ is: "notSaid"; rotatedAt: string | null; createdAt: string | null; secret: string | null }>;

type MaintenanceFact =
  | Readonly<
      | { is: "open"; window: string; until: string; next: string | null }
      | { is: "next"; window: string; from: string; until: string; more: number }
      | { is: "none" | "unknown"; az: string }
    >
  | Unread;

/** Whom what was found keeps out. `cluster`: it is hurt, and not the way to it. */
type EverybodyFact = Readonly<{ is: "all" | "some" | "you" | "cluster" | "nobody" | "unknown" }>;

/** What its name leads to. `networks`: those that are linked to its zone; null where that could not be read. */
type NameFact = Readonly<
  { is: "private"; address: string | null; networks: readonly string[] | null } | { is: "public" }
>;

/** The lines that fetch it; `convert`: null where the cluster has no sign-in with Entra. `local`: whether it has local accounts. */
type KubeconfigFact = Az & Readonly<{ is: "lines"; signIn: string; convert: string | null; local: boolean }>;

type WithoutEntraFact = (Az & Readonly<{ is: "local" }>) | Readonly<{ is: "nothing" }>;

export type ClusterFacts = Readonly<{
  version: VersionFact;
  upgrades: UpgradesFact;
  autoUpgrade: AutoUpgradeFact;
  egress: EgressFact;
  apiServer: ApiServerFact;
  ranges: RangesFact;
  dnsZone: ZoneFact;
  nodePools: PoolsFact;
  power: PowerFact;
  clusterCertificates: CertificatesFact;
  maintenance: MaintenanceFact;
  everybody: EverybodyFact;
  nameLeadsTo: NameFact;
  kubeconfig: KubeconfigFact;
  runCommand: Readonly<{ is: "on" | "off" }>;
  withoutEntra: WithoutEntraFact;
}>;

export type FactId = keyof ClusterFacts;

/** `cluster`: its name. */
export type ClusterFact = {
  [Of in FactId]: Readonly<{ of: Of; cluster: string }> & ClusterFacts[Of];
}[FactId];
