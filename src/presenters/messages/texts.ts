// Written by `npm run messages` out of the JSON files beside this one: which texts there are, and what each takes.
import type { Formatted, Message, Said, Text, Texts } from "./formats.ts";

/** Each a file of every language. */
export const topics: readonly string[] = [
  "absences",
  "alerts",
  "called",
  "changes",
  "evidence",
  "findings/common",
  "findings/pool",
  "hints",
  "lists",
  "own-address",
  "pod-trouble",
  "refused-by-azure",
  "refused-sign-in",
  "sections",
  "steps",
  "stops",
  "subjects",
  "undecided",
  "unread",
  "way",
];

/** Groups of texts that a message names as a format: where each stands. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  "addressSource": ["called","addressSource"],
  "apiMode": ["evidence","apiMode"],
  "blockedPart": ["subjects","blockedPart"],
  "exitBy": ["evidence","exitBy"],
  "firewallDoubt": ["undecided","firewallDoubt"],
  "oneOf": ["subjects","oneOf"],
  "part": ["undecided","part"],
  "passage": ["findings","common","passage"],
  "resource": ["subjects","resource"],
  "ruleDoubt": ["undecided","ruleDoubt"],
  "schedule": ["evidence","schedule"],
  "settingOff": ["way","settingOff"],
  "trafficPath": ["evidence","trafficPath"],
  "unread": ["unread"],
  "unsaidKind": ["findings","common","unsaidKind"],
  "wordKind": ["findings","common","wordKind"],
};

export interface Catalogue {
  readonly absences: {
    readonly noBastion: string;
    readonly bastionElsewhere: Message<{ bastion: Text; network: Text | null | undefined; developer: boolean }>;
    readonly noGateway: Message<{ type: "Vpn" | "ExpressRoute" }>;
  };
  readonly alerts: {
    /** Answered to whoever delivers what is no alert. */
    readonly notAnAlert: Message<{ field: Text | null | undefined }>;
    readonly watch: {
      readonly titles: {
        readonly added: Message<{ cluster: Text }>;
        readonly already: Message<{ cluster: Text }>;
        readonly removed: Message<{ cluster: Text }>;
        readonly notWatched: Message<{ cluster: Text }>;
      };
      readonly texts: {
        readonly added: string;
        readonly already: string;
        readonly removed: string;
        readonly notWatched: string;
      };
      readonly list: Message<{ count: number }>;
      readonly listNone: string;
      readonly listSome: string;
      readonly by: Message<{ time: Text; name: Text }>;
      readonly more: Message<{ count: Text }>;
      readonly elsewhere: string;
      readonly elsewhereText: string;
    };
    readonly incident: {
      readonly title: Message<{ mark: Text; severity: Text; cluster: Text }>;
      readonly fired: {
        readonly high: string;
        readonly middle: string;
        readonly low: string;
      };
      readonly resolved: string;
      readonly severity: {
        readonly fired: Message<{ level: Text }>;
        readonly resolved: Message<{ level: Text }>;
      };
      readonly summary: Message<{ title: Text; rule: Text }>;
      readonly several: Message<{ rule: Text; more: number; open: number; all: Text }>;
      readonly joined: Message<{ severity: Text }>;
      readonly joinedFired: Message<{ rule: Text; time: Text }>;
      readonly joinedResolved: Message<{ rule: Text; time: Text }>;
      readonly joinedMore: string;
      readonly joinedCount: Message<{ count: number }>;
      readonly reason: string;
      readonly description: string;
      readonly cluster: string;
      readonly byName: string;
      readonly since: string;
      readonly until: string;
      readonly untilText: Message<{ took: Text | null | undefined; time: Text }>;
      readonly source: string;
      readonly sourceText: Message<{ service: Text }>;
      readonly open: string;
      readonly footer: Message<{ id: Text }>;
    };
  };
  readonly called: {
    /** What people gave no name. */
    readonly unnamed: {
      readonly apiServer: string;
      readonly azureDns: string;
      readonly azureMetadata: string;
      readonly azureBalancer: string;
      readonly cloudShellIn: Message<{ subnet: Text }>;
      readonly podsIn: Message<{ subnet: Text }>;
      readonly podsOn: Message<{ nodes: Formatted["called"] }>;
      readonly nodesIn: Message<{ pools: Texts | null | undefined; subnet: Text }>;
      readonly proxy: Message<{ machine: Text }>;
      readonly behind: Message<{ range: Text | null | undefined; connection: Text }>;
      readonly clientsOf: Message<{ range: Text | null | undefined; gateway: Text }>;
      readonly overGateway: Message<{ network: Text }>;
    };
    readonly nodesUnread: Message<{ subnet: Text }>;
    /** Inside a sentence, where the name of a subnet alone would be nobody; German: behind "von". */
    readonly nodes: Message<{ nodes: Formatted["called"] }>;
    /** Where another one has the same name. */
    readonly inGroup: Message<{ group?: Text | null | undefined; name: Text }>;
    /** Behind an article. There is one private DNS zone with a number for a name. */
    readonly zone: Message<{ isNumbered: boolean; name: Text }>;
    /** What says where the API server stands, behind "from". */
    readonly addressSource: {
      readonly interface: string;
      readonly endpoint: string;
      readonly balancer: string;
      readonly record: string;
    };
    /** German: behind "von". Without a name, the one that was last spoken of. */
    readonly cluster: Message<{ name: Text | null | undefined }>;
  };
  readonly changes: {
    readonly kind: {
      readonly "microsoft.containerservice/managedclusters": string;
      readonly "microsoft.containerservice/managedclusters/agentpools": string;
      readonly "microsoft.containerservice/managedclusters/privateendpointconnections": string;
      readonly "microsoft.network/azurefirewalls": string;
      readonly "microsoft.network/bastionhosts": string;
      readonly "microsoft.network/connections": string;
      readonly "microsoft.network/connections/sharedkey": string;
      readonly "microsoft.network/dnsforwardingrulesets": string;
      readonly "microsoft.network/dnsforwardingrulesets/forwardingrules": string;
      readonly "microsoft.network/dnsresolvers": string;
      readonly "microsoft.network/dnsresolvers/inboundendpoints": string;
      readonly "microsoft.network/dnsforwardingrulesets/virtualnetworklinks": string;
      readonly "microsoft.network/expressroutecircuits": string;
      readonly "microsoft.network/expressroutecircuits/peerings": string;
      readonly "microsoft.network/firewallpolicies": string;
      readonly "microsoft.network/firewallpolicies/rulecollectiongroups": string;
      readonly "microsoft.network/ipgroups": string;
      readonly "microsoft.network/localnetworkgateways": string;
      readonly "microsoft.network/loadbalancers": string;
      readonly "microsoft.network/natgateways": string;
      readonly "microsoft.network/networkinterfaces": string;
      readonly "microsoft.network/networksecuritygroups": string;
      readonly "microsoft.network/networksecuritygroups/securityrules": string;
      readonly "microsoft.network/privatednszones": string;
      readonly "microsoft.network/privatednszones/a": string;
      readonly "microsoft.network/privatednszones/virtualnetworklinks": string;
      readonly "microsoft.network/privateendpoints": string;
      readonly "microsoft.network/privateendpoints/privatednszonegroups": string;
      readonly "microsoft.network/publicipaddresses": string;
      readonly "microsoft.network/routetables": string;
      readonly "microsoft.network/routetables/routes": string;
      readonly "microsoft.network/virtualhubs": string;
      readonly "microsoft.network/virtualhubs/hubroutetables": string;
      readonly "microsoft.network/virtualhubs/hubvirtualnetworkconnections": string;
      readonly "microsoft.network/virtualnetworkgateways": string;
      readonly "microsoft.network/virtualnetworks": string;
      readonly "microsoft.network/virtualnetworks/subnets": string;
      readonly "microsoft.network/virtualnetworks/virtualnetworkpeerings": string;
      readonly "microsoft.compute/virtualmachines": string;
      readonly "microsoft.compute/virtualmachinescalesets": string;
      readonly "microsoft.authorization/roleassignments": string;
    };
    /** Of a kind that is not known. */
    readonly resource: string;
    /** What was done to {thing}. */
    readonly deed: {
      readonly write: Message<{ thing: Formatted["words"] }>;
      readonly delete: Message<{ thing: Formatted["words"] }>;
      readonly start: Message<{ thing: Formatted["words"] }>;
      readonly stop: Message<{ thing: Formatted["words"] }>;
      readonly restart: Message<{ thing: Formatted["words"] }>;
      readonly deallocate: Message<{ thing: Formatted["words"] }>;
      readonly poweroff: Message<{ thing: Formatted["words"] }>;
      readonly redeploy: Message<{ thing: Formatted["words"] }>;
      readonly abort: Message<{ thing: Formatted["words"] }>;
      readonly reset: Message<{ thing: Formatted["words"] }>;
      readonly rotateclustercertificates: Message<{ thing: Formatted["words"] }>;
      readonly rotateserviceaccountsigningkeys: Message<{ thing: Formatted["words"] }>;
      readonly resetserviceprincipalprofile: Message<{ thing: Formatted["words"] }>;
      readonly resetaadprofile: Message<{ thing: Formatted["words"] }>;
      readonly upgradenodeimageversion: Message<{ thing: Formatted["words"] }>;
    };
    /** Its name is a GUID: only what it is on is named. */
    readonly roleAssignment: Message<{ on: Text }>;
    /** {of}: what it is a part of. */
    readonly thing: Message<{ kind: Text; name: Text; of: Text | null | undefined }>;
    readonly by: Message<{ done: Text; isPerson: boolean; name: Text }>;
  };
  readonly evidence: {
    readonly label: {
      readonly address: string;
      readonly agent: string;
      readonly apiServer: string;
      readonly application: string;
      readonly capacity: string;
      readonly client: string;
      readonly cluster: string;
      readonly code: string;
      readonly delegations: string;
      readonly eligible: string;
      readonly endpoint: string;
      readonly error: string;
      readonly expected: string;
      readonly group: string;
      readonly holds: string;
      readonly id: string;
      readonly interface: string;
      readonly inUse: string;
      readonly loadBalancer: string;
      readonly message: string;
      readonly missing: string;
      readonly mode: string;
      readonly name: string;
      readonly names: string;
      readonly network: string;
      readonly on: string;
      readonly pool: string;
      readonly pools: string;
      readonly prefix: string;
      readonly privateEndpoint: string;
      readonly public: string;
      readonly ranges: string;
      readonly since: string;
      readonly state: string;
      readonly status: string;
      readonly subnet: string;
      readonly subnets: string;
      readonly target: string;
      readonly version: string;
      readonly you: string;
      readonly zone: string;
    };
    readonly column: {
      readonly addressFrom: Message<{ address: Text; from: Said<Catalogue["called"]["addressSource"]> }>;
      readonly apiMode: Message<{ mode: Said<Catalogue["evidence"]["apiMode"]> }>;
      readonly deniedBy: Message<{ rule: Text }>;
      readonly down: string;
      readonly drained: string;
      readonly exit: Message<{ by: Said<Catalogue["evidence"]["exitBy"]> }>;
      readonly inUse: Message<{ used: Text; limit: Text }>;
      readonly leads: Message<{ from: Text; to: Text }>;
      readonly listed: Message<{ names: Texts | null | undefined }>;
      readonly nodes: Message<{ count: number | null | undefined }>;
      readonly noDnsServer: string;
      readonly noOutboundRule: string;
      readonly noScaleSet: string;
      readonly noSku: string;
      readonly noSuchName: string;
      readonly notJudged: Message<{ range: Text }>;
      readonly notKnown: string;
      readonly notNamed: string;
      readonly notRead: string;
      readonly on: Message<{ what: Text; scope: Text }>;
      readonly ports: Message<{ each: Text; nodes: number; addresses: number }>;
      readonly priority: Message<{ priority: Text }>;
      readonly routes: Message<{ count: number }>;
      readonly schedule: Message<{ of: Said<Catalogue["evidence"]["schedule"]> }>;
      readonly sources: Message<{ sources: Texts }>;
      readonly taints: Message<{ taints: Texts | null | undefined }>;
      readonly traffic: Message<{ path: Said<Catalogue["evidence"]["trafficPath"]>; bits: Text }>;
      readonly until: Message<{ time: Text }>;
      readonly up: string;
      readonly zoneOfAks: string;
    };
    readonly line: {
      readonly way: Message<{ service: Text | null | undefined; from: Formatted["called"]; to: Text }>;
      readonly noErrorNamed: string;
    };
    readonly ranged: Message<{ of: Formatted["thing"]; range: Text }>;
    readonly clash: Message<{ one: Formatted["words"]; other: Formatted["words"] }>;
    readonly apiMode: {
      readonly "public-open": string;
      readonly "public-ranges": string;
      readonly "private-link": string;
      readonly "vnet-public": string;
      readonly "vnet-private": string;
    };
    readonly exitBy: {
      readonly loadBalancer: string;
      readonly natGateway: string;
      readonly firewall: string;
    };
    readonly schedule: {
      readonly daily: string;
      readonly weekly: string;
      readonly absoluteMonthly: string;
      readonly relativeMonthly: string;
      readonly other: string;
    };
    readonly trafficPath: {
      readonly primary: string;
      readonly secondary: string;
    };
  };
  readonly findings: {
    readonly common: {
      /** What many findings say alike. */
      readonly facts: {
        readonly strangeWord: Message<{ of: Formatted["genitive"]; kind: Said<Catalogue["findings"]["common"]["wordKind"]>; word: Text }>;
        readonly changeCanceled: Message<{ of: Formatted["genitive"] }>;
        readonly inState: Message<{ of: Formatted["thing"]; state: Text; isNamed: boolean }>;
        readonly notWhilePassing: Message<{ passage: Said<Catalogue["findings"]["common"]["passage"]> }>;
        readonly notWhileStopped: string;
        readonly apiPublic: string;
        readonly apiInNetwork: string;
        readonly apiNotInNetwork: string;
        readonly namePublic: string;
        readonly noZone: string;
        readonly nodesUseAddress: string;
        readonly step: Message<{ step: Formatted["step"] }>;
        readonly endsBefore: Message<{ step: Formatted["step"] }>;
        readonly noneOnTheWay: string;
        readonly noStart: string;
        readonly startUnread: Message<{ bastion: Text }>;
        readonly startsInside: string;
        readonly noPeer: string;
        readonly networkNeeded: string;
      };
      /** With its article, at the end of a sentence's first half. {isOf}: whose something is, in German in the genitive. */
      readonly things: {
        readonly agent: Message<{ name: Text; isOf: boolean }>;
        readonly apiBalancer: Message<{ name: Text; isOf: boolean }>;
        readonly bastion: Message<{ name: Text; isOf: boolean }>;
        readonly cluster: Message<{ isOf: boolean }>;
        readonly clusterBalancer: Message<{ isOf: boolean }>;
        readonly clusterNetwork: Message<{ name: Text | null | undefined; isOf: boolean }>;
        readonly clusterPods: Message<{ isOf: boolean }>;
        readonly clusterServices: Message<{ isOf: boolean }>;
        readonly endpoint: Message<{ name: Text | null | undefined; isOf: boolean }>;
        readonly endpointConnection: Message<{ isOf: boolean }>;
        readonly endpointInterface: Message<{ name: Text; isOf: boolean }>;
        readonly endpointsSubnet: Message<{ name: Text; isOf: boolean }>;
        readonly furtherEndpoint: Message<{ name: Text; isOf: boolean }>;
        readonly named: Message<{ name: Text; isOf: boolean }>;
        readonly natGateway: Message<{ name: Text; isOf: boolean }>;
        readonly network: Message<{ name: Text; isOf: boolean }>;
        readonly nodesBalancer: Message<{ name: Text; isOf: boolean }>;
        readonly nodesSubnet: Message<{ name: Text; isOf: boolean }>;
        readonly pool: Message<{ name: Text; isOf: boolean }>;
        readonly systemPool: Message<{ name: Text; isOf: boolean }>;
        readonly vpnClients: Message<{ name: Text; isOf: boolean }>;
        readonly vpnGateway: Message<{ name: Text; isOf: boolean }>;
        readonly zone: Message<{ name: Text; isOf: boolean }>;
      };
      readonly wordKind: {
        readonly health: string;
        readonly mode: string;
        readonly networkPolicy: string;
        readonly nodeProvisioning: string;
        readonly outboundType: string;
        readonly plugin: string;
        readonly pluginMode: string;
        readonly powerState: string;
        readonly priority: string;
        readonly sku: string;
        readonly state: string;
        readonly system: string;
        readonly zoneMode: string;
      };
      /** What Azure does not say. German: in the accusative. */
      readonly unsaidKind: {
        readonly health: string;
        readonly mode: string;
        readonly networkPolicy: string;
        readonly nodeProvisioning: string;
        readonly outboundType: string;
        readonly plugin: string;
        readonly pluginMode: string;
        readonly powerState: string;
        readonly priority: string;
        readonly sku: string;
        readonly state: string;
        readonly system: string;
        readonly zoneMode: string;
      };
      /** Where Azure says no word at all. */
      readonly unsaidWord: Message<{ kind: Said<Catalogue["findings"]["common"]["unsaidKind"]>; of: Formatted["genitive"] }>;
      /** Inside a sentence. */
      readonly operation: Message<{ of: Formatted["thing"]; state: Text }>;
      /** What happens to the cluster. */
      readonly passage: {
        readonly creating: string;
        readonly starting: string;
        readonly stopping: string;
        readonly deleting: string;
      };
      /** And what to wait for. */
      readonly passing: {
        readonly creating: Message<{ cluster: Text }>;
        readonly starting: Message<{ cluster: Text }>;
        readonly stopping: Message<{ cluster: Text }>;
        readonly deleting: Message<{ cluster: Text }>;
      };
      /** Behind a sentence: the rights that would settle it. */
      readonly withNeeds: Message<{ said: Text; needs: Text }>;
      readonly need: Message<{ action: Text; scope: Text }>;
      readonly needAnd: Message<{ before: Text; need: Text; isLast: boolean }>;
    };
    readonly pool: {
      readonly shared: {
        readonly noPools: Message<{ cluster: Text }>;
        readonly nodesUncounted: Message<{ of: Formatted["thing"] }>;
      };
      readonly "pool.provisioning": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly operationFailed: Message<{ pool: Text }>;
          readonly operationCanceled: Message<{ pool: Text }>;
          readonly noneFailed: string;
          readonly scaleSetGone: Message<{ pool: Text; from: Text }>;
        };
      };
      readonly "pool.power": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allRun: string;
          readonly someStopped: Message<{ pools: Texts }>;
          readonly allStopped: Message<{ pools: Texts }>;
        };
      };
      readonly "pool.subnet-ip-free": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noRoom: Message<{ subnet: Text; free: number; oneNode: Text; hasFailed: boolean }>;
          readonly saidFull: Message<{ subnet: Text }>;
          readonly tooSmall: Message<{ subnet: Text; size: Text; need: Text }>;
          readonly noRoomForSurge: Message<{ subnet: Text; free: number; surge: Text }>;
          readonly noRoomToGrow: Message<{ subnet: Text; free: number; growth: Text }>;
          readonly hasRoom: Message<{ subnet: Text; free: number }>;
          readonly roomByCount: Message<{ subnet: Text }>;
          readonly useUnsaid: Message<{ subnet: Text }>;
          readonly noSubnet: string;
        };
      };
      readonly "pool.vm-instances": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothingSuggests: string;
          readonly allRun: Message<{ machines: number; pool: Text }>;
          readonly someDown: Message<{ wanted: Text; pool: Text; running: number }>;
          readonly someFailed: Message<{ failed: Texts; pool: Text }>;
          readonly noneRuns: Message<{ pool: Text }>;
          readonly noneListed: Message<{ pool: Text }>;
          readonly stateUnsaid: Message<{ machine: Text; pool: Text }>;
        };
      };
      readonly "pool.zones": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly spread: Message<{ zones: Texts }>;
          readonly oneZone: Message<{ zone: Text }>;
          readonly noZones: Message<{ region: Text }>;
          readonly noSystemPool: string;
        };
      };
      readonly "pool.system-ready": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly madeOnesUnlisted: Message<{ cluster: Text }>;
          readonly noneRunsYet: Message<{ operation: Formatted["operation"] }>;
          readonly hosted: Message<{ cluster: Text }>;
          readonly noSystemPool: string;
          readonly scaleSetsGone: Message<{ pools: Texts; from: Text }>;
          readonly noneRuns: string;
          readonly onlyOneRuns: string;
          readonly run: Message<{ nodes: number }>;
        };
      };
    };
  };
  readonly hints: {
    readonly olderCertificate: string;
    readonly expiredCertificate: string;
    readonly kubernetesRefuses: string;
    readonly noLocalAccounts: string;
    readonly nodeUnreached: string;
    readonly proxyBetween: string;
    readonly tlsUnanswered: string;
    readonly kubeloginMissing: string;
    readonly kubeloginFails: string;
    readonly signInAgain: string;
    readonly tenantOfAnother: string;
    readonly tokenRefused: string;
    readonly secretExpired: string;
    readonly conditionalAccess: string;
    readonly identityLacksRole: string;
    readonly subnetFull: string;
    readonly policyDenies: string;
    readonly workloadRefused: string;
    readonly componentRefused: string;
    readonly quotaReached: string;
    readonly podSecurity: string;
    readonly ruleDenies: string;
    readonly kubeconfigMissing: string;
    readonly serverBusy: string;
    readonly storeFull: string;
    readonly webhookUnreached: string;
    readonly tlsTooOld: string;
    readonly cloudShellSignIn: string;
  };
  readonly lists: {
    /** The first three names of a list that is longer than four. */
    readonly few: Message<{ names: Texts; more: Text }>;
  };
  readonly ownAddress: {
    /** Behind "with". */
    readonly place: Message<{ site: Text }>;
    /** A sentence of its own. */
    readonly shown: Message<{ site: Text }>;
  };
  readonly podTrouble: {
    /** Without a full stop. */
    readonly whyNoPod: {
      readonly webhook: Message<{ name: Text | null | undefined }>;
      readonly image: string;
      readonly noNode: string;
      readonly quota: string;
      readonly notInTime: string;
    };
    readonly afterNoPod: {
      readonly webhook: string;
      readonly image: string;
      readonly noNode: string;
      readonly quota: string;
      readonly notInTime: string;
    };
  };
  readonly refusedByAzure: {
    /** Goes on behind "Could not read the cluster prod-1: ". {andSaid}: a full stop, or what Azure says behind it. */
    readonly why: {
      readonly otherTenant: string;
      readonly rightMissing: Message<{ action: Text | null | undefined; andSaid: Text; scope: Text }>;
      readonly policyDenied: Message<{ andSaid: Text }>;
      readonly denyAssigned: Message<{ andSaid: Text }>;
      readonly forbidden: Message<{ answer: Text; andSaid: Text }>;
      readonly locked: Message<{ andSaid: Text }>;
      readonly subscriptionOff: Message<{ andSaid: Text }>;
      readonly notRegistered: Message<{ andSaid: Text }>;
      readonly gone: string;
      readonly busy: Message<{ andSaid: Text }>;
      readonly changed: Message<{ andSaid: Text }>;
      readonly podNotStarted: Message<{ trouble: Text; andSaid: Text }>;
      readonly throttled: Message<{ retryAfterSeconds?: Text | null | undefined }>;
      readonly timedOut: string;
      readonly badRequest: Message<{ answer: Text; andSaid: Text }>;
      readonly noCluster: Message<{ message: Text }>;
      readonly noOperation: string;
      readonly conflict: Message<{ answer: Text; andSaid: Text }>;
      readonly refused: Message<{ answer: Text; andSaid: Text }>;
      readonly azureFailed: Message<{ answer: Text; andSaid: Text }>;
      readonly noAnswer: Message<{ code: Text }>;
      readonly notUnderstood: Message<{ isCutOff: boolean; answer: Text; andSaid: Text }>;
    };
    readonly next: {
      readonly signIn: string;
      readonly otherTenant: string;
      readonly rightMissing: Message<{ action: unknown }>;
      readonly policyDenied: string;
      readonly denyAssigned: string;
      readonly forbidden: string;
      readonly locked: string;
      readonly subscriptionOff: string;
      readonly notRegistered: string;
      readonly gone: Message<{ action: unknown }>;
      readonly busy: string;
      readonly changed: string;
      readonly throttled: string;
      readonly timedOut: string;
      readonly badRequest: string;
      readonly noCluster: string;
      readonly noOperation: string;
      readonly conflict: string;
      readonly refused: string;
      readonly azureFailed: string;
      readonly noAnswer: string;
      readonly notUnderstood: string;
    };
    /** Ends a sentence. */
    readonly andSaid: Message<{ said: Text | null | undefined; isSentence: boolean }>;
    /** What Azure said, with the name of the policy. */
    readonly ofPolicy: Message<{ said: Text; policy: Text }>;
    /** In place of `next`, where Azure gave no more than a code. */
    readonly noReason: Message<{ code: Text }>;
    readonly wait: Message<{ seconds: Text }>;
    /** A sentence of its own around what is none. */
    readonly refused: Message<{ why: Text }>;
  };
  readonly refusedSignIn: {
    /** One sentence: what is wrong, and who can help. */
    readonly why: {
      readonly consentMissing: Message<{ api: Text; permission: Text }>;
      readonly otherDirectory: string;
      readonly otherTenant: string;
      readonly otherAccount: string;
      readonly expired: string;
      readonly ranOut: string;
      readonly armRejects: string;
      readonly botRefused: Message<{ api: Text }>;
      readonly wrongAudience: string;
      readonly conditionalAccess: Message<{ api: Text }>;
      readonly signInNeeded: string;
      readonly notSignedIn: string;
      readonly cancelled: string;
      readonly entraSilent: Message<{ api: Text }>;
      readonly serviceSilent: string;
      readonly machineNobody: string;
      readonly machineUnclear: string;
      readonly machineRefused: Message<{ api: Text; detail?: Text | null | undefined; advice: Text }>;
    };
    readonly permission: {
      readonly arm: string;
      readonly kubernetes: string;
      readonly graph: string;
    };
    /** What helps on a machine; whatever else Entra wants of a person, it asks for it in the sign-in. */
    readonly advice: {
      readonly consentMissing: string;
      readonly unavailable: string;
      /** For every other code. */
      readonly other: string;
    };
  };
  readonly sections: {
    readonly managedCluster: string;
    readonly permissions: string;
    readonly resourceHealth: string;
    readonly privateEndpointConnections: string;
    readonly privateEndpoint: string;
    readonly privateEndpointNic: string;
    readonly privateDnsZone: string;
    readonly privateDnsLinks: string;
    readonly apiServerRecord: string;
    readonly otherZones: string;
    readonly clusterNetwork: string;
    readonly peerNetworks: string;
    readonly scaleSets: string;
    readonly nodeMachines: string;
    readonly networkSecurityGroups: string;
    readonly adminRules: string;
    readonly adminRulesRefused: string;
    readonly routeTables: string;
    readonly jumpHosts: string;
    readonly natGateways: string;
    readonly publicIpAddresses: string;
    readonly loadBalancers: string;
    readonly firewalls: string;
    readonly firewallPolicies: string;
    readonly bastionHosts: string;
    readonly containerGroups: string;
    readonly networkProfiles: string;
    readonly shellProviders: string;
    readonly relays: string;
    readonly relayZones: string;
    readonly shellStorage: string;
    readonly serviceRoles: string;
    readonly desktopGroups: string;
    readonly sessionHosts: string;
    readonly jitPolicies: string;
    readonly virtualNetworkGateways: string;
    readonly gatewayConnections: string;
    readonly localNetworkGateways: string;
    readonly expressRouteCircuits: string;
    readonly dnsInboundEndpoints: string;
    readonly dnsRulesets: string;
    readonly subnetUsages: string;
    readonly clusterDeletions: string;
    readonly eligibleRoles: string;
    readonly identityRoles: string;
    readonly maintenance: string;
    readonly kmsVaults: string;
    readonly deletedVaults: string;
    readonly nodeInstances: string;
    readonly jumpScaleSets: string;
    readonly ipGroups: string;
    readonly policyAssignments: string;
    readonly virtualHubs: string;
    readonly expressRoutePorts: string;
    readonly bgpPeers: string;
    readonly circuitTraffic: string;
    readonly recentChanges: string;
  };
  readonly steps: {
    readonly asksAzure: Message<{ network: Text }>;
    readonly asksOwnServers: Message<{ machine: Text; servers: Texts }>;
    readonly ownServersUnseen: Message<{ machine: Text; servers: Texts }>;
    readonly ownServersLack: Message<{ machine: Text; servers: Texts; othersKnow: boolean }>;
    readonly asksServers: Message<{ network: Text; servers: Texts }>;
    /** Here and below, {thing} is what the step is about. */
    readonly zoneLinked: Message<{ zoneCalled: Text; network: Text }>;
    readonly zoneNotLinked: Message<{ zoneCalled: Text; network: Text }>;
    readonly linkUnfinished: Message<{ zoneCalled: Text; network: Text; state: Text }>;
    readonly ruleForwards: Message<{ rule: Text; ruleset: Text; servers: Texts | null | undefined }>;
    readonly zoneMissing: Message<{ name: Text }>;
    readonly recordFound: Message<{ name: Text; addresses: Texts }>;
    readonly recordMissing: Message<{ zoneCalled: Text }>;
    readonly serverForwardsUnseen: Message<{ server: Text }>;
    readonly serverDown: Message<{ server: Text; state: Text }>;
    readonly serverUnknown: Message<{ server: Text }>;
    readonly serverPublic: Message<{ server: Text; name: Text }>;
    readonly proxyOff: Message<{ firewall: Text }>;
    readonly answerStale: Message<{ zoneId?: unknown; thing: Text; zoneCalled: Text; addresses: Texts; wanted: Text }>;
    readonly answerRight: Message<{ wanted: Text }>;
    readonly answerElsewhere: Message<{ thing: Text; addresses: Texts; endpoint: Text }>;
    readonly publicAnswer: Message<{ name: Text }>;
    readonly ruleAllows: Message<{ group: Text; rule: Text }>;
    readonly ruleDenies: Message<{ isJit: boolean; rule: Text; priority: Text; group: Text }>;
    readonly ruleUndecided: Message<{ group: Text; because: Said<Catalogue["undecided"]["ruleDoubt"]> }>;
    readonly adminAllows: Message<{ rule: Text; manager: Text }>;
    readonly adminDenies: Message<{ rule: Text; priority: Text; manager: Text }>;
    readonly adminUndecided: Message<{ rule: Text; manager: Text }>;
    readonly routeLeads: Message<{ own: boolean; prefix: Text; thing: Text; nextHop: Text }>;
    readonly routeDrops: Message<{ own: boolean; prefix: Text; thing: Text; address?: Text | null | undefined }>;
    readonly routesRefused: Message<{ thing: Text; prefix: Text }>;
    readonly routeUnknown: Message<{ isBlank: boolean; thing: Text; prefix: Text | null | undefined; nextHop: Text | null | undefined }>;
    readonly routeMayDrop: Message<{ name: Text; prefix: Text; thing: Text }>;
    readonly noWayOut: Message<{ route: Text | null | undefined; thing: Text }>;
    readonly noPublicAddress: Message<{ thing: Text }>;
    readonly sourceKept: Message<{ firewall: Text }>;
    readonly natGatewayBare: Message<{ thing: Text; subnet: Text }>;
    readonly hopWithoutWayOut: Message<{ thing: Text; address: Text; subnetName: Text }>;
    readonly peeringConnected: Message<{ from: Text; to: Text }>;
    readonly peeringMissing: Message<{ from: Text; to: Text }>;
    readonly peeringState: Message<{ from: Text; to: Text; state: Text }>;
    readonly peeringForbids: Message<{ from: Text; to: Text; setting: Text }>;
    readonly peeringStale: Message<{ from: Text; to: Text; address: Text }>;
    readonly peeringPartial: Message<{ from: Text; to: Text }>;
    readonly transitOpen: Message<{ network: Text; hub: Text }>;
    readonly transitMissing: Message<{ network: Text; hub: Text; settings: Texts }>;
    readonly connectionUp: Message<{ thing: Text }>;
    readonly connectionDown: Message<{ thing: Text; state: Text }>;
    readonly connectionUnsure: Message<{ state: Text | null | undefined; thing: Text }>;
    readonly connectionSkipped: Message<{ thing: Text }>;
    readonly connectionStrange: Message<{ thing: Text; type: Text }>;
    readonly farRangeHolds: Message<{ address: Text; thing: Text }>;
    readonly farRangeLacks: Message<{ address: Text; thing: Text }>;
    readonly farRangesLearned: Message<{ connection: Text }>;
    readonly nothingTaught: Message<{ thing: Text; connection: Text }>;
    readonly farRangeTaken: Message<{ address: Text; network: Text }>;
    readonly selectorsJoin: Message<{ thing: Text; from: Text; to: Text }>;
    readonly selectorsUnsure: Message<{ thing: Text; from: Text; to: Text }>;
    readonly selectorsLack: Message<{ thing: Text; from: Text; to: Text }>;
    readonly circuitWorks: Message<{ thing: Text; part: Said<Catalogue["undecided"]["part"]>; isWhole: boolean }>;
    readonly circuitDown: Message<{ thing: Text; part: Said<Catalogue["undecided"]["part"]>; state: Text | null | undefined; isWhole: boolean }>;
    readonly circuitUnsure: Message<{ thing: Text; part: Said<Catalogue["undecided"]["part"]>; state: Text; isWhole: boolean }>;
    readonly gatewayWorks: Message<{ thing: Text }>;
    readonly gatewayState: Message<{ thing: Text; state: Text }>;
    readonly gatewayMissing: Message<{ network: Text }>;
    readonly gatewayUnjoined: Message<{ thing: Text }>;
    readonly beyondGateway: Message<{ thing: Text }>;
    readonly hopForwards: Message<{ address: Text | null | undefined; thing: Text }>;
    readonly hopDown: Message<{ thing: Text; address: Text; state: Formatted["downState"] }>;
    readonly hopNotForwarding: Message<{ thing: Text; address: Text }>;
    readonly hopNobody: Message<{ route: Text | null | undefined; thing: Text; address: Text }>;
    readonly hopOpen: Message<{ thing: Text; because: Said<Catalogue["unread"]> }>;
    readonly hopRulesUnread: Message<{ firewall: Text }>;
    readonly proxyUnseen: Message<{ proxy: Text }>;
    readonly firewallAllows: Message<{ firewall: Text; rule: Text }>;
    readonly firewallDenies: Message<{ before?: Text | null | undefined; rule: Text; collection: Text; firewall: Text }>;
    readonly firewallOpensTls: Message<{ rule: Text; collection: Text; firewall: Text }>;
    readonly firewallNoRule: Message<{ firewall: Text; to: Text; service: Text }>;
    readonly firewallUndecided: Message<{ firewall: Text; because: Said<Catalogue["undecided"]["firewallDoubt"]> }>;
    readonly loops: Message<{ address: Text }>;
    readonly otherAppliance: Message<{ there: Text | null | undefined; back: Text | null | undefined }>;
    readonly targetReached: Message<{ address: Text; port: Text }>;
    readonly targetGone: Message<{ thing: Text; address: Text }>;
    readonly listenerUnseen: Message<{ thing: Text; port: Text }>;
    readonly leavesStraight: Message<{ thing: Text }>;
    readonly targetUnknown: Message<{ address: Text }>;
    readonly unread: Message<{ message: Said<Catalogue["unread"]> }>;
  };
  readonly stops: {
    /** Who does not get where, and what stops it; inside a sentence. The only private name that anything asks for is the API server's, and nobody reads it. */
    readonly clause: Message<{ from: Formatted["who"]; service: Text | null | undefined; isApi: boolean; to: Text; step: Formatted["step"] }>;
    /** Who begins it is called by a name, which stays as it is; only pods and nodes have none. */
    readonly sentence: Message<{ isNameless: boolean; clause: Formatted["words"] }>;
  };
  readonly subjects: {
    /** What is asked of Azure, as it stands behind "Could not read" or "Azure does not say". */
    readonly resource: {
      readonly cluster: string;
      readonly expressRouteCircuit: string;
      readonly expressRoutePort: string;
      readonly firewallPolicy: string;
      readonly ipGroup: string;
      readonly loadBalancer: string;
      readonly localNetworkGateway: string;
      readonly natGateway: string;
      readonly networkSecurityGroup: string;
      readonly privateDnsZone: string;
      readonly publicIpAddress: string;
      readonly publicIpPrefix: string;
      readonly routeTable: string;
      readonly virtualNetwork: string;
    };
    /** With its article: one of many. German: in the accusative. */
    readonly oneOf: {
      readonly cluster: string;
      readonly expressRouteCircuit: string;
      readonly expressRoutePort: string;
      readonly firewallPolicy: string;
      readonly ipGroup: string;
      readonly loadBalancer: string;
      readonly localNetworkGateway: string;
      readonly natGateway: string;
      readonly networkSecurityGroup: string;
      readonly privateDnsZone: string;
      readonly publicIpAddress: string;
      readonly publicIpPrefix: string;
      readonly routeTable: string;
      readonly virtualNetwork: string;
    };
    readonly groupList: {
      readonly activityLog: string;
      readonly bastionHosts: string;
      readonly containerGroups: string;
      readonly dnsResolvers: string;
      readonly dnsRulesets: string;
      readonly firewalls: string;
      readonly gatewayConnections: string;
      readonly jitPolicies: string;
      readonly keyVaults: string;
      readonly loadBalancers: string;
      readonly natGateways: string;
      readonly networkInterfaces: string;
      readonly networkProfiles: string;
      readonly networkSecurityGroups: string;
      readonly privateDnsZones: string;
      readonly privateEndpoints: string;
      readonly publicIpAddresses: string;
      readonly relays: string;
      readonly routeTables: string;
      readonly scaleSets: string;
      readonly storageAccounts: string;
      readonly virtualNetworkGateways: string;
      readonly virtualNetworks: string;
    };
    readonly other: {
      readonly addressesInUse: Message<{ name: Text }>;
      readonly adminRules: Message<{ name: Text }>;
      readonly bastionSubnet: Message<{ name: Text }>;
      readonly hubConnections: Message<{ name: Text }>;
      readonly virtualHubs: Message<{ name: Text }>;
      readonly bgpPeers: Message<{ name: Text }>;
      readonly circuitTraffic: Message<{ name: Text }>;
      readonly connectionState: Message<{ name: Text }>;
      readonly connectionsOfGateway: Message<{ name: Text }>;
      readonly containersRun: Message<{ name: Text }>;
      readonly firewallRules: Message<{ name: Text }>;
      readonly maintenance: Message<{ name: Text }>;
      readonly machinesOf: Message<{ name: Text }>;
      readonly policyDefinition: Message<{ name: Text }>;
      readonly powerState: Message<{ name: Text }>;
      readonly provider: Message<{ name: Text }>;
      readonly roleAssignments: Message<{ name: Text }>;
      readonly rulesetLinks: Message<{ name: Text }>;
      readonly scaleSetInstances: Message<{ name: Text }>;
      readonly scaleSetInterfaces: Message<{ name: Text }>;
      readonly rulesetRules: Message<{ name: Text }>;
      readonly sessionHosts: Message<{ name: Text }>;
      readonly zoneLinks: Message<{ name: Text }>;
      readonly zoneRecords: Message<{ name: Text }>;
      readonly clusterHealth: string;
      readonly desktopGroups: string;
      readonly endpointConnections: string;
      readonly hostPools: string;
      readonly inboundEndpoints: string;
      readonly networkManagers: string;
      readonly permissions: string;
      readonly policyAssignments: string;
      readonly subscriptions: string;
      readonly aRecord: Message<{ name: Text }>;
      readonly record: Message<{ name: Text }>;
      readonly clustersOfSubscription: Message<{ name: Text }>;
      readonly deletedVaults: Message<{ name: Text }>;
      readonly vaultsOfSubscription: Message<{ name: Text }>;
      readonly zonesOfSubscription: Message<{ name: Text }>;
      readonly identityRoles: Message<{ name: Text }>;
      readonly gatewayIn: Message<{ name: Text }>;
      readonly network: Message<{ name: Text }>;
    };
    readonly ofResource: Message<{ called: Text; name: Text }>;
    readonly ofGroup: Message<{ called: Formatted["words"]; group: Text }>;
    /** What was not looked for, at the beginning of a sentence. */
    readonly blockedPart: {
      readonly apiRecord: string;
      readonly bastionHosts: string;
      readonly clusterNetwork: string;
      readonly clusterPeers: string;
      readonly connections: string;
      readonly containerGroups: string;
      readonly dnsResolvers: string;
      readonly dnsRulesets: string;
      readonly endpoint: string;
      readonly endpointConnections: string;
      readonly endpointInterface: string;
      readonly firewalls: string;
      readonly inPeeredNetworks: string;
      readonly interfaceOfEndpoint: string;
      readonly jitPolicies: string;
      readonly keyVaults: string;
      readonly loadBalancers: string;
      readonly maintenance: string;
      readonly machines: string;
      readonly networkProfiles: string;
      readonly nodeInstances: string;
      readonly nodeInterfaces: string;
      readonly otherZones: string;
      readonly peerNetworks: string;
      readonly policyAssignments: string;
      readonly recentChanges: string;
      readonly scaleSets: string;
      readonly sessionHosts: string;
      readonly desktopGroups: string;
      readonly shellParts: string;
      readonly usedAddresses: string;
      readonly virtualNetworkGateways: string;
      readonly zone: string;
      readonly zoneLinks: string;
    };
  };
  readonly undecided: {
    /** Inside a sentence, as is firewallDoubt. */
    readonly ruleDoubt: {
      readonly ruleOpen: Message<{ rule: Text; priority: Text }>;
      readonly ruleStrange: Message<{ rule: Text; priority: Text; kind: Text; word: Text }>;
      readonly accessStrange: Message<{ rule: Text; word: Text }>;
      readonly noRule: string;
      readonly tagOpen: string;
      readonly nothingAsked: string;
      readonly policiesStrange: Message<{ word: Text }>;
    };
    readonly firewallDoubt: {
      readonly ruleOpen: Message<{ rule: Text }>;
      readonly groupUnread: Message<{ rule: Text; group: Text }>;
      readonly kindStrange: Message<{ rule: Text | null | undefined }>;
      readonly actionStrange: Message<{ collection: Text; word: Text }>;
      readonly opensTls: Message<{ rule: Text }>;
    };
    readonly down: {
      readonly deallocated: string;
      readonly noMachineRuns: string;
      readonly noInterface: string;
      readonly noConnection: string;
    };
    /** Of an ExpressRoute circuit. */
    readonly part: {
      readonly circuit: string;
      readonly provider: string;
      readonly privatePeering: string;
    };
    readonly noPart: string;
  };
  readonly unread: {
    readonly refused: Message<{ what: Formatted["subject"]; failure: Formatted["whyRefused"] }>;
    readonly oddForm: Message<{ what: Formatted["subject"] }>;
    readonly oddItem: Message<{ name: Text | null | undefined; what: Formatted["subject"] }>;
    readonly oddConnection: string;
    readonly unsaid: Message<{ what: Formatted["subject"] }>;
    readonly tooSlow: Message<{ what: Formatted["subject"] }>;
    readonly networkCutShort: Message<{ network: Text }>;
    readonly scaleSetCutShort: Message<{ scaleSet: Text }>;
    readonly noNetworkInGroup: Message<{ group: Text }>;
    readonly noZoneInGroup: Message<{ group: Text }>;
    readonly referenceGone: Message<{ of: Said<Catalogue["subjects"]["resource"]>; id: Text; group: Text }>;
    readonly groupsSkipped: Message<{ groups: Text; read: Text }>;
    readonly poolsSkipped: Message<{ pools: Text; read: Text }>;
    readonly peersSkipped: Message<{ peers: Text; read: Text; left: Text }>;
    readonly connectionsSkipped: Message<{ read: Text }>;
    readonly machinesSkipped: Message<{ asked: Text }>;
    readonly blocked: Message<{ what: Said<Catalogue["subjects"]["blockedPart"]>; cause: Said<Catalogue["unread"]> }>;
    readonly notAnId: Message<{ id: Text; of: Said<Catalogue["subjects"]["oneOf"]> }>;
    readonly overVirtualHub: string;
    readonly noBastionHost: string;
    readonly containersTakeNoSsh: string;
    readonly addressesDoNotMatter: string;
    readonly noPolicyAddon: string;
    readonly noPrivateName: string;
    readonly zoneHoldsNot: Message<{ zone: Text; name: Text }>;
    readonly nameIsPublic: string;
    readonly clusterWithoutZone: string;
    readonly endpointOfPublic: string;
    readonly endpointOfIntegrated: string;
    readonly notRead: Message<{ what: Formatted["subject"] }>;
    readonly resourceNotRead: Message<{ name: Text }>;
    readonly connectionEndNotRead: string;
    readonly apiPlaceNotRead: string;
    readonly networkNotPeered: Message<{ network: Text }>;
    readonly bastionNowhere: Message<{ bastion: Text }>;
    readonly bastionNotHeld: Message<{ network: Text }>;
    readonly gatewayNowhere: Message<{ gateway: Text }>;
    readonly gatewayOfType: Message<{ gateway: Text; type: Text }>;
    readonly mayOwnAddress: Message<{ name: Text; subnet: Text }>;
    readonly stateUnknown: Message<{ state: Text }>;
    readonly connectionStateUnknown: Message<{ state: Text }>;
    readonly nobodyBehind: Message<{ balancer: Text }>;
    readonly nobodyReadBehind: Message<{ address: Text; balancer: Text }>;
    readonly notAllForward: Message<{ balancer: Text; machines: Texts }>;
    readonly scaleSetBehind: Message<{ balancer: Text }>;
    readonly interfaceBehind: Message<{ name: Text; balancer: Text }>;
    readonly proxyOfParent: Message<{ firewall: Text }>;
    readonly ownAncestor: Message<{ policy: Text }>;
    readonly endpointWithoutAddress: string;
    readonly balancerWithoutAddress: string;
    readonly zoneWithoutAddress: string;
    readonly publicIpWithoutAddress: Message<{ name: Text }>;
    readonly firewallWithoutAddress: Message<{ firewall: Text }>;
    readonly applianceAddressUnread: Message<{ ip: Text }>;
    readonly routeAddressUnread: Message<{ route: Text; nextHopType: Text }>;
    readonly wayOutUnknown: Message<{ subnet: Text }>;
  };
  readonly way: {
    readonly things: {
      readonly you: string;
      readonly start: string;
      readonly nodes: string;
      readonly bastion: string;
      readonly jumpHost: string;
      readonly name: string;
      readonly dnsServer: string;
      readonly rules: string;
      readonly route: string;
      readonly peering: string;
      readonly network: string;
      readonly appliance: string;
      readonly firewall: string;
      readonly connection: string;
      readonly circuit: string;
      readonly gateway: string;
      readonly wayOut: string;
      readonly ranges: string;
      readonly apiServer: string;
      readonly internet: string;
    };
    readonly called: Message<{ names: readonly (Formatted["called"])[] }>;
    readonly marks: {
      readonly passes: string;
      readonly stops: string;
      readonly unknown: string;
      readonly notReached: string;
    };
    readonly states: {
      readonly passes: string;
      readonly stops: string;
      readonly unknown: string;
      readonly notReached: string;
    };
    /** Short: seven of them stand beside each other on a desktop. What passes needs no words. */
    readonly reasons: {
      readonly zoneNotLinked: Message<{ network: Text }>;
      readonly linkUnfinished: Message<{ state: Text }>;
      readonly zoneMissing: string;
      readonly recordMissing: string;
      readonly serverForwardsUnseen: string;
      readonly serverDown: Message<{ state: Text }>;
      readonly serverUnknown: string;
      readonly ownServersLack: string;
      readonly ownServersUnseen: string;
      readonly serverPublic: string;
      readonly proxyOff: string;
      readonly answerStale: Message<{ addresses: Texts }>;
      readonly answerElsewhere: Message<{ endpoint: Text }>;
      readonly publicAnswer: string;
      readonly ruleDenies: Message<{ rule: Text; protocol: Text; port: Text }>;
      readonly ruleUndecided: string;
      readonly adminDenies: Message<{ manager: Text }>;
      readonly adminUndecided: string;
      readonly routeDrops: Message<{ prefix: Text }>;
      readonly routesRefused: Message<{ prefix: Text }>;
      readonly routeUnknown: string;
      readonly noPublicAddress: string;
      readonly sourceKept: string;
      readonly natGatewayBare: string;
      readonly peeringMissing: string;
      readonly peeringState: Message<{ state: Text }>;
      readonly peeringForbids: Message<{ setting: Said<Catalogue["way"]["settingOff"]> }>;
      readonly peeringStale: string;
      readonly peeringPartial: string;
      readonly transitMissing: string;
      readonly connectionDown: Message<{ state: Text }>;
      readonly connectionUnsure: string;
      readonly connectionSkipped: string;
      readonly connectionStrange: string;
      readonly farRangeLacks: Message<{ address: Text }>;
      readonly farRangesLearned: string;
      readonly nothingTaught: string;
      readonly farRangeTaken: string;
      readonly selectorsUnsure: string;
      readonly selectorsLack: string;
      readonly circuitDown: Message<{ part: Said<Catalogue["undecided"]["part"]> }>;
      readonly circuitUnsure: Message<{ part: Said<Catalogue["undecided"]["part"]> }>;
      readonly gatewayState: Message<{ state: Text }>;
      readonly gatewayMissing: string;
      readonly gatewayUnjoined: string;
      readonly beyondGateway: string;
      readonly hopDown: Message<{ state: Formatted["downState"] }>;
      readonly hopNotForwarding: string;
      readonly hopWithoutWayOut: string;
      readonly hopNobody: string;
      readonly hopOpen: string;
      readonly hopRulesUnread: string;
      readonly firewallDenies: Message<{ rule: Text }>;
      readonly firewallOpensTls: string;
      readonly firewallNoRule: string;
      readonly firewallUndecided: string;
      readonly loops: string;
      readonly otherAppliance: string;
      readonly targetGone: string;
      readonly listenerUnseen: Message<{ port: Text }>;
      readonly targetUnknown: string;
      readonly unread: string;
    };
    readonly settingOff: {
      readonly allowVirtualNetworkAccess: string;
      readonly allowForwardedTraffic: string;
    };
    /** Where a check says it: by its id, else by its id and state. */
    readonly checks: {
      readonly "jump.power": string;
      readonly "peering.both-sides": string;
      readonly "dns.link-client": string;
      readonly "dns.link-cluster": string;
      readonly "dns.link-resolver": string;
      readonly "dns.a-record-match": string;
      readonly "dns.a-record-present": string;
      readonly "dns.zone-exists": string;
      readonly "dns.custom-servers": string;
      readonly "pe.exists": string;
      readonly "pe.connection-approved": string;
      readonly "firewall.state": string;
      readonly "route.next-hop-alive": string;
      readonly "egress.nat-gateway": string;
      readonly "egress.outbound-consistent": string;
    };
    readonly checksByState: {
      readonly "api.authorized-ip-client stops": string;
      readonly "api.authorized-ip-client unknown": string;
      readonly "api.authorized-ip-egress stops": string;
      readonly "client.network stops": string;
      readonly "client.network unknown": string;
    };
    /** Above a way on which the verdict does not hang. */
    readonly own: string;
    readonly head: string;
    readonly saidPart: Message<{ thing: Formatted["words"]; state: Text; why: Text | null | undefined }>;
    readonly said: Message<{ parts: Text }>;
    /** Between the parts of what is said of a way. */
    readonly apart: string;
  };
}
