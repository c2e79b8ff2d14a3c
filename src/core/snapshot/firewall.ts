// Azure Firewall as read: where it stands, and the rules by which it lets packets through, its own or a policy's.
import type { Section } from "./section.ts";

/** In a virtual hub it has no IP configurations of its own. */
export type Firewall = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  inVirtualHub: boolean;
  ipConfigurations: readonly Readonly<{
    privateIpAddress?: string;
    subnetId?: string;
    publicIpAddressId?: string;
  }>[];
  /** With a policy it has no rules of its own. */
  policyId?: string;
  /** Classic rules, without those that translate addresses. */
  collections: readonly FirewallCollection[];
  /** It answers names itself, so it knows which address a name has. With a policy that says so. */
  dnsProxy: boolean;
  /** Whom it asks for names; none: Azure. */
  proxyServers?: readonly string[];
}> &
  FirewallSettings;

/** What stands beside the rules: of the firewall itself with classic ones, else of its policy. */
type FirewallSettings = Readonly<{
  /** `Alert`, `Deny`, `Off`; absent where Azure does not say. */
  threatIntelligence?: string;
  /** The same words for what looks like an attack. */
  intrusionDetection?: string;
  /** To these addresses it sends on what network rules let through with the sender's own address. */
  untranslated?: readonly string[];
}>;

export type FirewallPolicy = Readonly<{
  id: string;
  name: string;
  /** Its parent: whose rules come first. */
  basePolicyId?: string;
  dnsProxy: boolean;
  /** Whom its firewalls ask for names; none: Azure. */
  proxyServers?: readonly string[];
  groups: Section<readonly FirewallGroup[]>;
}> &
  FirewallSettings;

/** Addresses and ranges under one name, for rules. */
export type IpGroup = Readonly<{ id: string; name: string; addresses: readonly string[] }>;

export type FirewallGroup = Readonly<{
  name: string;
  priority: number;
  collections: readonly FirewallCollection[];
}>;

/** `action` is a word that nobody knows where the kind of collection is none that is known. */
export type FirewallCollection = Readonly<{
  name: string;
  priority: number;
  action: string;
  rules: readonly FirewallRule[];
}>;

type From = Readonly<{
  name: string;
  sources: readonly string[];
  sourceGroupIds: readonly string[];
  /** It names more than is understood here, so it may match less than it seems. */
  isOdd: boolean;
}>;

export type FirewallNetworkRule = From &
  Readonly<{
    kind: "network";
    protocols: readonly string[];
    destinations: readonly string[];
    destinationGroupIds: readonly string[];
    fqdns: readonly string[];
    ports: readonly string[];
  }>;

export type FirewallApplicationRule = From &
  Readonly<{
    kind: "application";
    protocols: readonly Readonly<{ type: string; port: number }>[];
    destinations: readonly string[];
    fqdns: readonly string[];
    fqdnTags: readonly string[];
    /** Web categories and whole URLs, by which it matches as well. */
    others: readonly string[];
    terminatesTls: boolean;
  }>;

/** `unreadable`: one whose kind or shape is not known, so it may match anything. Its name is empty where it says none. */
export type FirewallRule =
  | FirewallNetworkRule
  | FirewallApplicationRule
  | Readonly<{ kind: "unreadable"; name: string }>;
