// Written by `npm run messages` out of the JSON files beside this one: which texts there are, and what each takes.
import type { Formatted, Message, Said, Text, Texts } from "./formats.ts";

/** Each a file of every language. */
export const topics: readonly string[] = [
  "alerts",
  "findings/access",
  "findings/api",
  "findings/avd",
  "findings/bastion",
  "findings/client",
  "findings/cloudshell",
  "findings/cluster",
  "findings/ddos",
  "findings/dns",
  "findings/egress",
  "findings/entra",
  "findings/er",
  "findings/firewall",
  "findings/identity",
  "findings/invoke",
  "findings/jit",
  "findings/jump",
  "findings/nsg",
  "findings/paw",
  "findings/pe",
  "findings/peering",
  "findings/pool",
  "findings/route",
  "findings/shared",
  "findings/vnet",
  "findings/vpn",
  "inside/admission",
  "inside/control-plane",
  "inside/nodes",
  "inside/shared",
  "inside/system",
  "inside/verdict",
  "inside/workloads",
  "lists",
  "undecided",
];

/** Groups of texts that a message names as a format: where each stands. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  "acting": ["findings","pe","acting"],
  "autoscalerStuck": ["inside","system","autoscalerStuck"],
  "changeTime": ["findings","cluster","changeTime"],
  "circuitPath": ["findings","er","circuitPath"],
  "claimTrouble": ["inside","workloads","claimTrouble"],
  "clusterRight": ["inside","shared","clusterRight"],
  "commandFault": ["findings","invoke","commandFault"],
  "evictionLack": ["inside","workloads","evictionLack"],
  "exit": ["findings","api","exit"],
  "exitKind": ["findings","api","exitKind"],
  "exposure": ["findings","api","exposure"],
  "flow": ["findings","nsg","flow"],
  "insidePart": ["inside","shared","insidePart"],
  "lastWindow": ["findings","jit","lastWindow"],
  "locked": ["findings","shared","locked"],
  "notMade": ["inside","workloads","notMade"],
  "poolVersion": ["findings","cluster","poolVersion"],
  "provisioningError": ["findings","cluster","provisioningError"],
  "pullTrouble": ["inside","workloads","pullTrouble"],
  "reporter": ["inside","workloads","reporter"],
  "right": ["findings","shared","right"],
  "rightScope": ["inside","shared","rightScope"],
  "roleOn": ["findings","access","roleOn"],
  "ruleDoubt": ["undecided","ruleDoubt"],
  "schedulingLack": ["inside","workloads","schedulingLack"],
  "warnedOf": ["inside","workloads","warnedOf"],
  "whyNotLooked": ["inside","verdict","whyNotLooked"],
  "whyNotRead": ["inside","shared","whyNotRead"],
};

export interface Catalogue {
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
  readonly findings: {
    readonly access: {
      readonly shared: {
      };
      readonly roleOn: {
        readonly each: Message<{ role: Text; on: Text }>;
      };
      readonly "access.arm-read": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly mayReadAll: string;
          readonly mayNotRead: Message<{ scopes: Texts }>;
        };
      };
      readonly "access.pim-eligible": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneFound: string;
          readonly mayActivate: Message<{ roles: readonly (Said<Catalogue["findings"]["access"]["roleOn"]>)[] }>;
        };
      };
      readonly "access.kubeconfig": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly mayFetch: string;
          readonly lacks: Message<{ action: Text; cluster: Text }>;
        };
      };
      readonly "access.kubernetes-role": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly mayRead: string;
          readonly byKubernetes: string;
          readonly noneOnCluster: Message<{ cluster: Text }>;
          readonly lacks: Message<{ verb: Text; what: Text; cluster: Text; action: Text }>;
          readonly notBound: Message<{ verb: Text; what: Text; cluster: Text }>;
          readonly holdsNow: Message<{ verb: Text; what: Text; cluster: Text }>;
        };
      };
    };
    readonly api: {
      readonly shared: {
        readonly withoutEffect: string;
        readonly openToAll: string;
      };
      readonly exposure: {
        readonly "public-open": string;
        readonly "public-ranges": string;
        readonly "private-link": string;
        readonly "vnet-public": string;
        readonly "vnet-private": string;
      };
      readonly exit: {
        readonly each: Message<{ ip: Text; by: Said<Catalogue["findings"]["api"]["exitKind"]> }>;
      };
      readonly exitKind: {
        readonly loadBalancer: string;
        readonly natGateway: string;
        readonly firewall: string;
      };
      readonly "api.authorized-ip-client": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly letIn: string;
          readonly addressUnsaid: string;
          readonly notIpv4: Message<{ ip: Text; cluster: Text }>;
          readonly privateAddress: Message<{ ip: Text; cluster: Text }>;
          readonly authorized: Message<{ ip: Text }>;
          readonly notAuthorized: Message<{ ip: Text; cluster: Text }>;
          readonly perhapsInTag: Message<{ ip: Text }>;
          readonly ownOutbound: Message<{ ip: Text }>;
          readonly perhapsOwnOutbound: Message<{ ip: Text }>;
        };
      };
      readonly "api.authorized-ip-egress": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly inNetwork: string;
          readonly noExit: string;
          readonly exitUnknown: string;
          readonly notAuthorized: Message<{ exits: readonly (Said<Catalogue["findings"]["api"]["exit"]>)[]; losesApi: boolean }>;
          readonly perhapsInTag: Message<{ exits: readonly (Said<Catalogue["findings"]["api"]["exit"]>)[] }>;
          readonly authorized: Message<{ exits: readonly (Said<Catalogue["findings"]["api"]["exit"]>)[] }>;
        };
      };
      readonly "api.authorized-ip-hygiene": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noRanges: string;
          readonly wellFormed: Message<{ count: number }>;
          readonly withoutEffect: string;
          readonly privateRanges: Message<{ ranges: Texts }>;
          readonly hostBits: Message<{ ranges: Texts }>;
          readonly nearlyFull: Message<{ count: Text; most: Text }>;
          readonly notStandard: Message<{ sku: Text }>;
          readonly loosePublicIps: Message<{ pools: Texts }>;
        };
      };
      readonly "api.mode": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noName: string;
          readonly exposed: Message<{ mode: Said<Catalogue["findings"]["api"]["exposure"]> }>;
        };
      };
      readonly "api.public-exposure": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly isPrivate: string;
          readonly openToAll: string;
          readonly wide: Message<{ ranges: Texts }>;
          readonly restricted: string;
        };
      };
      readonly "api.public-fqdn": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly needed: string;
          readonly published: Message<{ name: Text | null | undefined }>;
        };
      };
      readonly "api.vnetint-network": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly fits: Message<{ network: Text }>;
          readonly dualStack: string;
          readonly encryptedInVain: Message<{ network: Text }>;
          readonly sizeUnknown: Message<{ network: Text; pools: Texts | null | undefined }>;
          readonly encrypted: Message<{ network: Text; pools: Texts; failed: boolean }>;
        };
      };
      readonly "api.vnetint-ilb": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly absent: Message<{ resourceGroup: Text; balancer: Text }>;
          readonly failed: Message<{ balancer: Text }>;
          readonly noAddress: Message<{ balancer: Text }>;
          readonly outside: Message<{ ip: Text; subnet: Text }>;
          readonly standsAt: Message<{ ip: Text; balancer: Text }>;
        };
      };
      readonly "api.vnetint-nsg": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "api.vnetint-subnet": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly absent: Message<{ network: Text; wanted: Text | null | undefined }>;
          readonly notDelegated: Message<{ subnet: Text }>;
          readonly tooSmall: Message<{ subnet: Text; prefixes: Texts; leastBits: Text }>;
          readonly useUnsaid: Message<{ subnet: Text }>;
          readonly full: Message<{ subnet: Text }>;
          readonly nearlyFull: Message<{ subnet: Text; free: number }>;
          readonly hasRoom: Message<{ subnet: Text; free: number }>;
        };
      };
    };
    readonly avd: {
      readonly shared: {
      };
      readonly "avd.session-hosts": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly takesSessions: Message<{ machine: Text; pool: Text }>;
          readonly takesNone: Message<{ machine: Text; status: Text | null | undefined }>;
          readonly noneHere: string;
          readonly notSought: string;
        };
      };
      readonly "avd.host-pool": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noDesktop: string;
          readonly mayUse: Message<{ pool: Text; group: Text }>;
          readonly mayNotUse: Message<{ pool: Text; group: Text }>;
          readonly noDesktopGroup: Message<{ pool: Text }>;
        };
      };
      readonly "avd.reach": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noDesktop: string;
          readonly reaches: string;
        };
      };
    };
    readonly bastion: {
      readonly shared: {
        readonly inNoSubnet: Message<{ bastion: Text }>;
        readonly subnetUnlisted: Message<{ bastion: Text; network: Text }>;
        readonly noGroup: Message<{ subnet: Text }>;
      };
      readonly "bastion.client-address": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly letsIn: Message<{ group: Text; ip: Text; bastion: Text }>;
          readonly open: Message<{ group: Text; ip: Text; bastion: Text; because: Said<Catalogue["undecided"]["ruleDoubt"]> }>;
          readonly shutsOut: Message<{ group: Text; ranges: Texts | null | undefined; bastion: Text; ip: Text }>;
          readonly letsAllIn: Message<{ group: Text; bastion: Text }>;
          readonly namesNobody: Message<{ group: Text }>;
          readonly dependsOnAddress: Message<{ group: Text; bastion: Text; ranges: Texts }>;
        };
      };
      readonly "bastion.exists": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly found: Message<{ bastion: Text; network: Text | null | undefined }>;
        };
      };
      readonly "bastion.nsg-rules": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly deniesNeeded: Message<{ group: Text; bastion: Text; rules: Texts }>;
          readonly deniesWanted: Message<{ group: Text; bastion: Text; rules: Texts }>;
          readonly open: Message<{ group: Text; port: Text; rule: Text; bastion: Text; because: Said<Catalogue["undecided"]["ruleDoubt"]> }>;
          readonly letsThrough: Message<{ group: Text; bastion: Text }>;
        };
      };
      readonly "bastion.provisioning": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly changeFailed: Message<{ bastion: Text }>;
          readonly deleting: Message<{ bastion: Text }>;
          readonly provisioned: Message<{ bastion: Text }>;
        };
      };
      readonly "bastion.public-ip": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly hasNone: Message<{ bastion: Text }>;
          readonly notLookedAt: Message<{ bastion: Text }>;
          readonly fits: Message<{ address: Text }>;
          readonly ofOldKind: Message<{ address: Text; allocation: Text | null | undefined; sku: Text }>;
        };
      };
      readonly "bastion.reach": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "bastion.sku-features": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly browserOnly: Message<{ bastion: Text }>;
          readonly takesTools: Message<{ bastion: Text }>;
          readonly refusesTools: Message<{ bastion: Text; lack: string }>;
        };
      };
      readonly "bastion.subnet": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly sizeUnknown: Message<{ subnet: Text }>;
          readonly fits: Message<{ subnet: Text }>;
          readonly ofOldSize: Message<{ subnet: Text; bits: Text }>;
          readonly tooSmall: Message<{ subnet: Text; bits: Text }>;
          readonly hasRoutes: Message<{ table: Text; subnet: Text }>;
          readonly delegated: Message<{ subnet: Text; to: Texts }>;
        };
      };
      readonly "bastion.user-roles": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly lacks: Message<{ action: Text; machine: Text }>;
          readonly mayRead: Message<{ bastion: Text; machine: Text }>;
          readonly noMachine: string;
        };
      };
    };
    readonly client: {
      readonly shared: {
      };
      readonly "client.network": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly placeUnsaid: string;
          readonly outside: Message<{ ip: Text | null | undefined; entries: Texts }>;
          readonly behind: Message<{ entry: Text }>;
          readonly noSuchNetwork: Message<{ wanted: Text }>;
          readonly comesFrom: Message<{ networks: Texts }>;
        };
      };
    };
    readonly cloudshell: {
      readonly shared: {
      };
      readonly "cloudshell.network-profile": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly mayStart: Message<{ subnet: Text; profile: Text }>;
          readonly notDelegated: Message<{ profile: Text; subnet: Text }>;
          readonly noProfile: string;
        };
      };
      readonly "cloudshell.providers": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noShell: string;
          readonly registered: string;
          readonly notRegistered: Message<{ namespaces: Texts }>;
          readonly registering: Message<{ namespaces: Texts }>;
        };
      };
      readonly "cloudshell.relay": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noShell: string;
          readonly relayReady: Message<{ relay: Text }>;
          readonly noRelay: Message<{ group: Text }>;
          readonly relayFailed: Message<{ relay: Text; state: Text }>;
          readonly noEndpoint: Message<{ relay: Text }>;
          readonly endpointShut: Message<{ endpoint: Text; relay: Text; status: Text }>;
          readonly zoneElsewhere: string;
          readonly zoneNotLinked: Message<{ network: Text }>;
          readonly noRecord: Message<{ relay: Text }>;
        };
      };
      readonly "cloudshell.storage": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noShell: string;
          readonly letsIn: Message<{ account: Text; subnet: Text }>;
          readonly keepsOut: Message<{ account: Text; subnet: Text }>;
          readonly takesNoKeys: Message<{ account: Text }>;
          readonly byEndpoint: Message<{ account: Text }>;
          readonly noAccount: string;
        };
      };
      readonly "cloudshell.aci-roles": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noShell: string;
          readonly holdsRoles: Message<{ on: Texts }>;
          readonly lacksRoles: Message<{ on: Texts }>;
          readonly someoneHolds: Message<{ on: Texts }>;
        };
      };
      readonly "cloudshell.reach": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noShell: string;
          readonly reaches: string;
        };
      };
    };
    readonly cluster: {
      readonly shared: {
      };
      readonly provisioningError: {
        readonly subnetFull: string;
        readonly portsShort: string;
        readonly roleLacking: string;
        readonly loadUnreachable: string;
        readonly apiUnreachable: string;
        readonly nameUnknown: string;
        readonly podsKept: string;
      };
      readonly changeTime: {
        readonly each: Message<{ time: Formatted["utc"] }>;
      };
      readonly poolVersion: {
        readonly each: Message<{ pool: Text; version: Text }>;
      };
      readonly "cluster.api-certificate": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly ageUnsaid: string;
          readonly rotated: Message<{ at: Formatted["utc"] }>;
          readonly lasts: Message<{ createdAt: Formatted["utc"] }>;
          readonly old: Message<{ createdAt: Formatted["utc"] }>;
          readonly expired: Message<{ cluster: Text; createdAt: Formatted["utc"] }>;
          readonly saidExpired: string;
        };
      };
      readonly "cluster.compat-flags": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly open: string;
          readonly locked: Message<{ by: Said<Catalogue["findings"]["shared"]["locked"]> }>;
        };
      };
      readonly "cluster.credential-stale": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothingSaid: string;
          readonly sameName: Message<{ name: Text }>;
          readonly formerServer: Message<{ asked: Text; cluster: Text; now: Text }>;
          readonly rotatedSince: Message<{ cluster: Text; at: Formatted["utc"] }>;
          readonly notRotated: string;
        };
      };
      readonly "cluster.exists": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly deleted: Message<{ cluster: Text; by: Text | null | undefined; at: Formatted["utc"] }>;
          readonly deleting: Message<{ cluster: Text }>;
          readonly readable: Message<{ cluster: Text; location: Text }>;
        };
      };
      readonly "cluster.kms-key": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly off: string;
          readonly usable: Message<{ vault: Text }>;
          readonly deleted: Message<{ vault: Text; purgedAt: Formatted["utc"] | null | undefined }>;
          readonly gone: Message<{ vault: Text; mayBeBroughtBack: boolean }>;
          readonly closed: Message<{ vault: Text }>;
          readonly restricted: Message<{ vault: Text; letIn: number }>;
          readonly privateWithoutNetwork: Message<{ vault: Text }>;
          readonly notSeen: Message<{ vault: Text; needs: readonly (Said<Catalogue["findings"]["shared"]["right"]>)[] | null | undefined }>;
          readonly noVaultNamed: string;
        };
      };
      readonly "cluster.maintenance-window": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noOperation: string;
          readonly noWindow: string;
          readonly open: Message<{ window: Text; until: Formatted["utc"] }>;
          readonly closed: Message<{ windows: Texts }>;
          readonly unknown: Message<{ window: Text }>;
        };
      };
      readonly "cluster.operation-in-progress": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly running: Message<{ all: readonly (Formatted["operation"])[]; rotates: boolean }>;
        };
      };
      readonly "cluster.power-state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly stopped: Message<{ cluster: Text }>;
          readonly running: Message<{ cluster: Text }>;
          readonly unsaid: Message<{ cluster: Text }>;
        };
      };
      readonly "cluster.provisioning-failed": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly succeeded: string;
          readonly canceled: Message<{ cluster: Text }>;
          readonly failed: Message<{ cluster: Text; code: Text | null | undefined; meaning: Said<Catalogue["findings"]["cluster"]["provisioningError"]> | null | undefined }>;
          readonly notEnded: Message<{ state: Text }>;
        };
      };
      readonly "cluster.recent-change": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothing: string;
          readonly newest: Message<{ change: Formatted["change"] & Said<Catalogue["findings"]["cluster"]["changeTime"]>; of: number; doubt: Formatted["unread"] | null | undefined }>;
        };
      };
      readonly "cluster.resource-health": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly available: string;
          readonly incident: string;
          readonly unheard: string;
          readonly reported: Message<{ state: Text }>;
        };
      };
      readonly "cluster.version-skew": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noPools: string;
          readonly versionUnsaid: string;
          readonly same: Message<{ version: Text }>;
          readonly tooFar: Message<{ version: Text; pools: readonly (Said<Catalogue["findings"]["cluster"]["poolVersion"]>)[]; most: Text }>;
          readonly behind: Message<{ version: Text; pools: readonly (Said<Catalogue["findings"]["cluster"]["poolVersion"]>)[] }>;
        };
      };
      readonly "cluster.version-support": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly supported: Message<{ version: Text; until: Text }>;
          readonly endsSoon: Message<{ version: Text; until: Text; longTerm: Text | null | undefined }>;
          readonly ended: Message<{ version: Text; since: Text; longTerm: Text | null | undefined }>;
          readonly endedLongAgo: Message<{ version: Text }>;
          readonly unknownVersion: Message<{ version: Text }>;
          readonly calendarOld: Message<{ version: Text; calendarUntil: Text }>;
          readonly versionUnsaid: Message<{ cluster: Text }>;
        };
      };
    };
    readonly ddos: {
      readonly shared: {
      };
      readonly "ddos.perimeter": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noAddress: string;
          readonly notLookedAt: Message<{ network: Text }>;
          readonly planned: Message<{ network: Text }>;
          readonly protected: Message<{ addresses: Texts }>;
          readonly unprotected: Message<{ planned: boolean; addresses: Texts; network: Text }>;
        };
      };
    };
    readonly dns: {
      readonly shared: {
        readonly zoneGone: string;
      };
      readonly "dns.a-record-extra": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noRecord: string;
          readonly ofMachine: Message<{ record: Text }>;
          readonly oneAddress: string;
          readonly noneRight: string;
          readonly deadBeside: Message<{ ip: Text }>;
        };
      };
      readonly "dns.a-record-match": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.a-record-present": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.custom-servers": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.duplicate-zone": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.link-client": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.link-cluster": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.link-registration": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneRegisters: string;
          readonly registers: Message<{ links: Texts }>;
        };
      };
      readonly "dns.link-resolver": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.link-state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.onprem-forwarding": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noLookupPasted: Message<{ name: Text }>;
          readonly otherNamePasted: Message<{ name: Text }>;
          readonly serverInAzure: Message<{ server: Text }>;
          readonly serverPublic: Message<{ server: Text }>;
          readonly serverForwards: Message<{ server: Text; ip: Text }>;
          readonly serverForwardsNot: Message<{ server: Text; name: Text; to: Texts | null | undefined }>;
          readonly serverAnswersElse: Message<{ server: Text; addresses: Texts; to: Texts | null | undefined }>;
        };
      };
      readonly "dns.private-resolver": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "dns.zone-exists": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly absent: string;
          readonly changeFailed: Message<{ zone: Text }>;
          readonly exists: Message<{ zone: Text }>;
        };
      };
      readonly "dns.zone-name": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly fqdnUnknown: string;
          readonly fits: Message<{ zone: Text }>;
          readonly answeredBeside: Message<{ zone: Text; fqdn: Text; by: Text }>;
          readonly neverAsked: Message<{ zone: Text; fqdn: Text; expected: Text }>;
        };
      };
    };
    readonly egress: {
      readonly shared: {
      };
      readonly "egress.http-proxy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "egress.lb-outbound": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly gone: Message<{ from: Text }>;
          readonly noOutboundRule: string;
          readonly changeFailed: Message<{ balancer: Text }>;
          readonly portsShort: Message<{ ports: Text; nodes: Text; wanted: Text }>;
          readonly portsShortInUpgrade: Message<{ ports: Text; nodes: Text; wanted: Text }>;
          readonly setUp: string;
          readonly noBalancer: string;
        };
      };
      readonly "egress.nat-gateway": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly failed: Message<{ gateway: Text }>;
          readonly noAddress: Message<{ gateway: Text }>;
          readonly works: Message<{ gateway: Text }>;
          readonly noNatGateway: string;
        };
      };
      readonly "egress.outbound-consistent": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly skuUnlisted: Message<{ sku: Text }>;
          readonly addressesUnlisted: Message<{ cluster: Text }>;
          readonly hasAddress: string;
          readonly noAddress: string;
          readonly noNatGateway: Message<{ subnet: Text }>;
          readonly gatewayBare: Message<{ gateway: Text }>;
          readonly leavesBy: Message<{ subnet: Text; gateway: Text }>;
          readonly needsNone: string;
          readonly onlyRoutes: string;
          readonly byRoutes: string;
        };
      };
    };
    readonly entra: {
      readonly shared: {
      };
      readonly "entra.managed-aad": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly integrated: string;
          readonly notIntegrated: Message<{ cluster: Text }>;
          readonly legacy: Message<{ cluster: Text }>;
        };
      };
      readonly "entra.azure-rbac": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly notIntegrated: string;
          readonly byAzure: string;
          readonly byKubernetes: Message<{ cluster: Text }>;
          readonly byNobody: Message<{ cluster: Text }>;
        };
      };
      readonly "entra.local-accounts": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly off: string;
          readonly onlyWay: string;
          readonly backDoor: Message<{ cluster: Text }>;
          readonly nobody: Message<{ cluster: Text }>;
          readonly adminRefused: Message<{ cluster: Text }>;
        };
      };
      readonly "entra.tenant": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly notIntegrated: string;
          readonly trustedUnsaid: string;
          readonly ownUnknown: string;
          readonly trusted: string;
          readonly notTrusted: Message<{ own: Text; trusted: Text }>;
        };
      };
      readonly "entra.admin-group": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly notIntegrated: string;
          readonly byAzure: string;
          readonly set: Message<{ groups: number }>;
          readonly none: Message<{ cluster: Text }>;
        };
      };
    };
    readonly er: {
      readonly shared: {
      };
      readonly circuitPath: {
        readonly primary: string;
        readonly secondary: string;
      };
      readonly "er.bgp-routes": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly bothPathsUsed: Message<{ circuit: Text }>;
          readonly onePathSilent: Message<{ path: Said<Catalogue["findings"]["er"]["circuitPath"]>; circuit: Text }>;
          readonly bothPathsSilent: Message<{ circuit: Text }>;
        };
      };
      readonly "er.circuit-provisioned": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "er.encryption": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly macSec: Message<{ port: Text }>;
          readonly tunnelInside: Message<{ connection: Text }>;
          readonly notEncrypted: Message<{ circuits: Texts }>;
        };
      };
      readonly "er.fastpath": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly fastPathOff: Message<{ connections: Texts }>;
          readonly fastPathFits: Message<{ connection: Text }>;
          readonly gatewayTooSmall: Message<{ connection: Text; sku: Text }>;
          readonly providerCircuit: Message<{ connection: Text }>;
        };
      };
      readonly "er.gateway-connection": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "er.private-peering": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
    };
    readonly firewall: {
      readonly shared: {
      };
      readonly "firewall.aks-fqdns": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "firewall.network-rules": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "firewall.precedence": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly dropsSuspects: Message<{ firewall: Text }>;
        };
      };
      readonly "firewall.state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
    };
    readonly identity: {
      readonly shared: {
        readonly identityUnsaid: string;
        readonly rolesUnlisted: Message<{ on: Text }>;
        readonly may: Message<{ on: Text }>;
        readonly roleUnclear: Message<{ role: Text; on: Text }>;
        readonly failedFor: Message<{ action: Text; on: Text }>;
        readonly wasRefused: Message<{ on: Text }>;
      };
      readonly "identity.kind": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly managedIdentity: Message<{ kind: string }>;
          readonly servicePrincipal: Message<{ cluster: Text; application: Text }>;
          readonly secretExpired: Message<{ cluster: Text; application: Text }>;
          readonly secretUnsure: Message<{ application: Text; cluster: Text }>;
        };
      };
      readonly "identity.subnet-role": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothingBrought: string;
          readonly applicationUnknown: string;
          readonly lacks: Message<{ action: Text; on: Text }>;
        };
      };
      readonly "identity.dns-role": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothingBrought: string;
          readonly applicationUnknown: string;
          readonly lacks: Message<{ action: Text; on: Text }>;
        };
      };
      readonly "identity.route-role": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly nothingBrought: string;
          readonly applicationUnknown: string;
          readonly lacks: Message<{ action: Text; on: Text }>;
          readonly writesNone: string;
        };
      };
    };
    readonly invoke: {
      readonly shared: {
      };
      readonly commandFault: {
        readonly podNotPlaced: string;
        readonly policyDenied: string;
        readonly imageNotPulled: string;
        readonly mayNotRun: string;
        readonly mayNotInCluster: string;
        readonly switchedOff: string;
      };
      readonly "invoke.enabled": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly enabled: string;
          readonly disabled: Message<{ cluster: Text }>;
        };
      };
      readonly "invoke.identity": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly asYou: string;
          readonly asAdministrator: string;
        };
      };
      readonly "invoke.last-run": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly ended: string;
          readonly failed: Message<{ fault: Said<Catalogue["findings"]["invoke"]["commandFault"]> }>;
          readonly unclear: Message<{ exitCode: Text }>;
          readonly noText: string;
        };
      };
      readonly "invoke.policy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly denied: Message<{ policies: Texts | null | undefined }>;
          readonly mayDeny: Message<{ policies: Texts }>;
          readonly noneDenies: string;
          readonly noAddon: string;
        };
      };
      readonly "invoke.permission": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allowed: string;
          readonly mayNotRun: Message<{ missing: Texts; cluster: Text }>;
          readonly mayNotRead: Message<{ missing: Text; cluster: Text }>;
        };
      };
      readonly "invoke.schedulable-node": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly fits: string;
          readonly nodeMade: Message<{ cluster: Text }>;
          readonly hostedMayDo: Message<{ cluster: Text }>;
          readonly scaledToZero: string;
          readonly noNodeYet: Message<{ operation: Formatted["operation"] }>;
          readonly noNode: Message<{ lost: Texts | null | undefined; spot: Texts | null | undefined }>;
        };
      };
    };
    readonly jit: {
      readonly shared: {
      };
      readonly lastWindow: {
        readonly each: Message<{ unread?: Formatted["unread"] | null | undefined; ended?: Text | null | undefined }>;
      };
      readonly "jit.active-request": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noRule: string;
          readonly shut: Message<{ machine: Text; ended: Text | null | undefined; action: Text }>;
          readonly shutByRule: Message<{ port: Text; machine: Text; from: Formatted["called"]; rule: Text; last: Said<Catalogue["findings"]["jit"]["lastWindow"]>; action: Text }>;
          readonly openUntil: Message<{ port: Text; machine: Text; until: Text }>;
        };
      };
      readonly "jit.policy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noHost: string;
          readonly covered: Message<{ host: Text }>;
          readonly needsNone: Message<{ host: Text }>;
          readonly uncovered: Message<{ isPublic: boolean; host: Text }>;
          readonly overruled: Message<{ host: Text; rule: Text; priority: Text }>;
          readonly strangers: string;
        };
      };
    };
    readonly jump: {
      readonly shared: {
        readonly strangers: string;
      };
      readonly "jump.aci": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly running: Message<{ container: Text }>;
          readonly starting: Message<{ container: Text }>;
          readonly off: Message<{ container: Text }>;
          readonly noContainer: string;
          readonly noSubnet: string;
        };
      };
      readonly "jump.discovered": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly found: Message<{ count: number }>;
          readonly machinesFound: string;
          readonly setsFound: Message<{ sets: Texts }>;
          readonly noMachine: string;
          readonly serversOnly: string;
        };
      };
      readonly "jump.dns-servers": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "jump.health": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly notRunning: Message<{ host: Text }>;
          readonly noAgent: Message<{ host: Text }>;
          readonly ready: Message<{ host: Text }>;
          readonly silent: Message<{ host: Text; state: Text }>;
          readonly noHost: string;
        };
      };
      readonly "jump.placement": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noTable: Message<{ place: Text }>;
          readonly tableUnread: Message<{ table: Text; needs: readonly (Said<Catalogue["findings"]["shared"]["right"]>)[] | null | undefined }>;
          readonly leadsStraight: Message<{ place: Text; to: Text }>;
          readonly leadsElsewhere: Message<{ table: Text; place: Text; to: Text; nextHop: Text }>;
          readonly noHostHere: string;
        };
      };
      readonly "jump.public-ip": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noHost: string;
          readonly noneIsPublic: string;
          readonly arePublic: Message<{ hosts: Texts }>;
        };
      };
      readonly "jump.redundancy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noHost: string;
          readonly onlyOne: Message<{ host: Text }>;
          readonly sideBySide: Message<{ hosts: Texts }>;
          readonly apart: Message<{ hosts: Texts }>;
        };
      };
      readonly "jump.ssh-auth": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly takesKeys: Message<{ hosts: Texts }>;
          readonly takesPasswords: Message<{ hosts: Texts }>;
          readonly noneSays: string;
        };
      };
      readonly "jump.vmss": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noSet: string;
          readonly empty: Message<{ set: Text }>;
          readonly single: Message<{ set: Text }>;
          readonly filled: Message<{ set: Text; count: Text }>;
        };
      };
      readonly "jump.power": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly running: Message<{ host: Text }>;
          readonly changing: Message<{ host: Text; state: Text }>;
          readonly noneKnown: string;
          readonly off: Message<{ host: Text; state: Text; others: number }>;
          readonly noHost: string;
        };
      };
    };
    readonly nsg: {
      readonly shared: {
        readonly groupDenies: Message<{ rule: Text; priority: Text; group: Text; flows: readonly (Said<Catalogue["findings"]["nsg"]["flow"]>)[] }>;
        readonly groupOpen: Message<{ group: Text; flow: Said<Catalogue["findings"]["nsg"]["flow"]>; because: Said<Catalogue["undecided"]["ruleDoubt"]> }>;
        readonly groupLetsReach: Message<{ group: Text; place: Text; address: Text }>;
        readonly noGroup: Message<{ place: Text }>;
      };
      readonly flow: {
        readonly each: Message<{ protocol: Text; port: Text; from: Text; to: Text }>;
      };
      readonly "nsg.avnm-admin-rules": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.client-443": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.effective": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noHost: string;
          readonly provable: Message<{ groups: Texts; host: Text }>;
          readonly hostOff: Message<{ host: Text }>;
        };
      };
      readonly "nsg.intra-node": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.jump-inbound": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.node-egress": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.pe-inbound": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "nsg.ssh-internet": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly shut: string;
          readonly open: Message<{ rule: Text; priority: Text; group: Text; port: Text; place: Text }>;
          readonly reached: Message<{ rule: Text; priority: Text; group: Text; port: Text; place: Text }>;
        };
      };
    };
    readonly paw: {
      readonly shared: {
      };
      readonly "paw.device": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly notProduction: string;
          readonly deviceUnseen: string;
        };
      };
    };
    readonly pe: {
      readonly shared: {
      };
      readonly acting: {
        readonly neither: string;
        readonly both: string;
        readonly groups: string;
        readonly routes: string;
      };
      readonly "pe.connection-approved": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly approved: string;
          readonly carriesNothing: Message<{ state: Text }>;
          readonly disconnected: string;
          readonly ownUnknown: string;
          readonly noEndpoint: string;
        };
      };
      readonly "pe.exists": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly gone: Message<{ from: Text }>;
          readonly exists: Message<{ endpoint: Text }>;
        };
      };
      readonly "pe.extra-endpoint": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly approved: Message<{ endpoint: Text }>;
          readonly waits: Message<{ endpoint: Text }>;
          readonly cutOff: Message<{ endpoint: Text; state: Text }>;
          readonly onlyOwn: string;
        };
      };
      readonly "pe.ip": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noAddress: Message<{ endpoint: Text }>;
          readonly otherAddress: Message<{ address: Text; said: Texts }>;
          readonly outsideSubnet: Message<{ address: Text; subnet: Text }>;
          readonly known: Message<{ address: Text }>;
          readonly noEndpoint: string;
        };
      };
      readonly "pe.provisioning": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly failed: Message<{ of: Formatted["thing"]; state: Text }>;
          readonly provisioned: Message<{ of: Formatted["thing"] }>;
          readonly noEndpoint: string;
          readonly interfaceUnlisted: Message<{ endpoint: Text }>;
          readonly noInterface: Message<{ endpoint: Text }>;
        };
      };
      readonly "pe.subnet-policy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly acts: Message<{ what: Said<Catalogue["findings"]["pe"]["acting"]> }>;
          readonly subnetElsewhere: Message<{ network: Text }>;
          readonly noEndpoint: string;
        };
      };
    };
    readonly peering: {
      readonly shared: {
      };
      readonly "peering.address-overlap": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noOverlap: string;
          readonly overlapOnWay: Message<{ clashes: readonly (Formatted["clash"])[] }>;
          readonly overlap: Message<{ clashes: readonly (Formatted["clash"])[] }>;
        };
      };
      readonly "peering.both-sides": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.forwarded-traffic": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.gateway-transit": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.sync": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.vnet-access": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "peering.vwan-hub": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noVirtualHub: string;
          readonly hubJoins: Message<{ hub: Text; network: Text }>;
          readonly hubLacks: Message<{ hub: Text; network: Text }>;
          readonly hubConnectionFailed: Message<{ hub: Text; network: Text; state: Text }>;
          readonly hubConnectionUnsure: Message<{ hub: Text; network: Text; state: Text }>;
          readonly hubRoutesFailed: Message<{ hub: Text; state: Text }>;
          readonly hubRoutesUnsure: Message<{ hub: Text; state: Text }>;
        };
      };
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
    readonly route: {
      readonly shared: {
      };
      readonly "route.api-path": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "route.bgp-propagation": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "route.default": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "route.inside": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "route.kubenet-table": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly otherPlugin: string;
          readonly noTable: Message<{ subnet: Text }>;
          readonly noPodRoutes: string;
          readonly tooFewRoutes: Message<{ routed: number; nodes: Text }>;
          readonly allRouted: string;
        };
      };
      readonly "route.next-hop-alive": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
    };
    readonly shared: {
      /** A cluster that takes fewer ways in, in the middle of a sentence. */
      readonly locked: {
        readonly automatic: string;
        readonly nodeGroup: string;
      };
      readonly right: {
        readonly each: Message<{ action: Text; scope: Formatted["withoutIds"] }>;
      };
    };
    readonly vnet: {
      readonly shared: {
      };
      readonly "vnet.cluster-subnet": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly subnetFailed: Message<{ subnet: Text }>;
          readonly allThere: Message<{ network: Text }>;
          readonly subnetsGone: Message<{ network: Text; subnets: Texts }>;
          readonly noSubnet: Message<{ network: Text }>;
          readonly networkFailed: Message<{ network: Text }>;
        };
      };
      readonly "vnet.peer-state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly changeFailed: Message<{ network: Text }>;
          readonly setUp: string;
          readonly noneRead: string;
        };
      };
    };
    readonly vpn: {
      readonly shared: {
      };
      readonly "vpn.bgp-peers": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly bgpNotAsked: string;
          readonly sessionUp: Message<{ gateway: Text; routes: number; peer: Text }>;
          readonly sessionDown: Message<{ gateway: Text; peer: Text; state: Text }>;
          readonly noRoutes: Message<{ gateway: Text; peer: Text }>;
          readonly sessionLost: Message<{ gateway: Text; peer: Text; state: Text }>;
          readonly sessionUnsure: Message<{ gateway: Text; peer: Text; state: Text }>;
          readonly noPeers: Message<{ gateway: Text }>;
        };
      };
      readonly "vpn.connection-status": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
      readonly "vpn.gateway-state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly changeFailed: Message<{ gateway: Text }>;
          readonly provisioned: Message<{ gateway: Text }>;
          readonly onlyOneUp: Message<{ down: Text; ranges: Texts; left: Text }>;
        };
      };
      readonly "vpn.p2s-config": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noClients: Message<{ gateways: Texts }>;
          readonly clientsServed: Message<{ gateway: Text }>;
          readonly clientsUsePublicName: Message<{ gateway: Text }>;
          readonly poolOverlaps: Message<{ clashes: readonly (Formatted["clash"])[] }>;
          readonly needsOpenVpn: Message<{ gateway: Text; protocols: Texts }>;
          readonly noRootCertificate: Message<{ gateway: Text }>;
          readonly clientsGetNoServer: Message<{ network: Text; gateway: Text }>;
          readonly otherTenant: Message<{ gateway: Text }>;
          readonly profileMayBeOld: Message<{ network: Text; gateway: Text }>;
        };
      };
      readonly "vpn.redundancy": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly redundant: Message<{ gateway: Text }>;
          readonly alone: Message<{ gateway: Text; sku: Text | null | undefined }>;
        };
      };
      readonly "vpn.route-to-spoke": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
        };
      };
    };
  };
  readonly inside: {
    readonly admission: {
      readonly shared: {
      };
      readonly "k8s.webhook-backends": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allStand: Message<{ count: number }>;
          readonly down: Message<{ configurations: Texts; services: Texts }>;
          readonly backendUnread: Message<{ services: Texts; why: Said<Catalogue["inside"]["shared"]["whyNotRead"]>; needs: readonly (Said<Catalogue["inside"]["shared"]["clusterRight"]>)[] | null | undefined }>;
          readonly noneNeeded: string;
        };
      };
      readonly "k8s.webhooks": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly narrow: Message<{ count: number }>;
          readonly wide: Message<{ configurations: Texts }>;
        };
      };
      readonly "k8s.certificates": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allGood: Message<{ count: number }>;
          readonly bad: Message<{ behindWebhook: boolean; certificates: Texts }>;
          readonly endSoon: Message<{ certificates: Texts }>;
        };
      };
      readonly "k8s.apiservices": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allAnswer: Message<{ count: number }>;
          readonly down: Message<{ names: Texts }>;
        };
      };
      readonly "k8s.csr": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allSigned: Message<{ count: number }>;
          readonly denied: Message<{ requests: Texts }>;
          readonly waiting: Message<{ requests: Texts }>;
        };
      };
      readonly "k8s.gatekeeper": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneDenies: Message<{ count: number }>;
          readonly mayDeny: Message<{ constraints: Texts }>;
        };
      };
    };
    readonly controlPlane: {
      readonly shared: {
      };
      readonly "k8s.api-ready": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly ready: string;
          readonly notReady: Message<{ checks: Texts }>;
        };
      };
      readonly "k8s.version": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly fits: Message<{ server: Text; kubectl: Text }>;
          readonly apart: Message<{ server: Text; kubectl: Text }>;
        };
      };
      readonly "k8s.whoami": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly oneself: string;
          readonly administrator: string;
        };
      };
      readonly "k8s.can-i": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly all: string;
          readonly lacks: Message<{ needs: readonly (Said<Catalogue["inside"]["shared"]["clusterRight"]>)[] }>;
          readonly notTried: string;
        };
      };
      readonly "k8s.api-endpoint": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly same: Message<{ addresses: Texts }>;
          readonly differs: Message<{ addresses: Texts; expected: Texts }>;
          readonly none: string;
          readonly notKnown: string;
        };
      };
      readonly "k8s.aks-command": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly start: string;
          readonly noImage: Message<{ pods: Texts }>;
          readonly pending: Message<{ pods: Texts }>;
          readonly leftOver: Message<{ count: number }>;
        };
      };
    };
    readonly nodes: {
      readonly shared: {
      };
      readonly "k8s.nodes-ready": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allReady: Message<{ count: number }>;
          readonly someNotReady: Message<{ nodes: Texts; of: number; unknown: number }>;
          readonly noSystemReady: Message<{ nodes: Texts; of: number; unknown: number }>;
          readonly noNodes: string;
        };
      };
      readonly "k8s.node-pressure": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly onSystem: Message<{ conditions: Texts; nodes: Texts }>;
          readonly onOthers: Message<{ conditions: Texts; nodes: Texts }>;
          readonly problems: Message<{ nodes: Texts; conditions: Texts }>;
        };
      };
      readonly "k8s.node-cordoned": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly some: Message<{ nodes: Texts; byUpgrade: boolean }>;
          readonly all: Message<{ nodes: Texts; byUpgrade: boolean }>;
        };
      };
      readonly "k8s.node-lease": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allRenew: Message<{ count: number }>;
          readonly silent: Message<{ nodes: Texts; of: number }>;
          readonly noLease: string;
        };
      };
      readonly "k8s.node-version": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly same: string;
          readonly notSaid: string;
          readonly behind: Message<{ nodes: Texts; oldest: Text; server: Text }>;
          readonly unsupported: Message<{ nodes: Texts; oldest: Text; server: Text }>;
        };
      };
      readonly "k8s.kubelet-serving": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly all: string;
          readonly without: Message<{ nodes: Texts; of: number }>;
          readonly noNodes: string;
        };
      };
      readonly "k8s.invoke-capacity": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly hadRoom: string;
          readonly noRoom: string;
          readonly notTried: string;
        };
      };
    };
    readonly shared: {
      /** Behind "you", as a right. */
      readonly rightTo: Message<{ needs: readonly (Said<Catalogue["inside"]["shared"]["clusterRight"]>)[] }>;
      readonly facts: {
        readonly unread: Message<{ parts: readonly (Said<Catalogue["inside"]["shared"]["insidePart"]>)[]; why: Said<Catalogue["inside"]["shared"]["whyNotRead"]>; needs: readonly (Said<Catalogue["inside"]["shared"]["clusterRight"]>)[] | null | undefined }>;
        readonly noSuchKind: Message<{ part: Said<Catalogue["inside"]["shared"]["insidePart"]> }>;
      };
      /** Behind "The". */
      readonly insidePart: {
        readonly ready: string;
        readonly version: string;
        readonly whoami: string;
        readonly apiEndpoints: string;
        readonly nodes: string;
        readonly leases: string;
        readonly commandPods: string;
        readonly systemPods: string;
        readonly runningPods: string;
        readonly evictedPods: string;
        readonly workloads: string;
        readonly jobs: string;
        readonly claims: string;
        readonly storageClasses: string;
        readonly pods: string;
        readonly deployments: string;
        readonly daemonSets: string;
        readonly systemSlices: string;
        readonly customNames: string;
        readonly autoscaler: string;
        readonly networkPolicies: string;
        readonly nameErrors: string;
        readonly tunnel: string;
        readonly apiServices: string;
        readonly webhooks: string;
        readonly budgets: string;
        readonly signingRequests: string;
        readonly certificates: string;
        readonly constraints: string;
        readonly warnings: string;
      };
      readonly whyNotRead: {
        readonly forbidden: string;
        readonly byPolicy: string;
        readonly cut: string;
        readonly odd: string;
        readonly timedOut: string;
        readonly refused: string;
        readonly notRun: string;
      };
      readonly clusterRight: {
        readonly each: Message<{ resource: Text; scope: Said<Catalogue["inside"]["shared"]["rightScope"]> }>;
      };
      readonly rightScope: {
        readonly cluster: string;
        readonly namespace: Message<{ name: Text }>;
        readonly allNamespaces: string;
        readonly namespaceObjects: string;
      };
    };
    readonly system: {
      readonly shared: {
      };
      readonly autoscalerStuck: {
        readonly quota: string;
        readonly subnet: string;
        readonly capacity: string;
      };
      readonly "k8s.coredns": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly answers: Message<{ ready: number }>;
          readonly alone: string;
          readonly none: string;
        };
      };
      readonly "k8s.coredns-errors": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly silent: Message<{ servers: Texts; times: number }>;
          readonly refused: Message<{ times: number }>;
          readonly noLog: string;
        };
      };
      readonly "k8s.coredns-custom": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly harmless: string;
          readonly forwards: Message<{ servers: Texts }>;
          readonly hidesApi: Message<{ by: Texts; name: Text }>;
        };
      };
      readonly "k8s.konnectivity": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly connects: Message<{ ready: number }>;
          readonly fewer: Message<{ ready: number; wanted: Text }>;
          readonly none: string;
          readonly notUsed: string;
        };
      };
      readonly "k8s.tunnel-live": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly carries: Message<{ pods: number }>;
          readonly nodeSilent: Message<{ before: number; address: Text }>;
          readonly noAgent: Message<{ before: number }>;
          readonly unclear: string;
          readonly noPod: string;
        };
      };
      readonly "k8s.netpol": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly onlyAks: string;
          readonly cutsOff: Message<{ policies: Texts }>;
          readonly others: Message<{ policies: Texts }>;
        };
      };
      readonly "k8s.kube-system": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allRun: string;
          readonly componentsDown: Message<{ pods: Texts }>;
          readonly othersDown: Message<{ pods: Texts }>;
          readonly restarted: Message<{ pods: Texts }>;
        };
      };
      readonly "k8s.deployments": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allThere: Message<{ count: Text }>;
          readonly gone: Message<{ names: Texts }>;
          readonly fewer: Message<{ names: Texts }>;
          readonly noneSeen: string;
        };
      };
      readonly "k8s.daemonsets": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allThere: Message<{ count: Text }>;
          readonly gone: Message<{ names: Texts }>;
          readonly fewer: Message<{ names: Texts }>;
          readonly noneSeen: string;
        };
      };
      readonly "k8s.metrics-server": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly available: string;
          readonly down: Message<{ reason: Text | null | undefined }>;
          readonly none: string;
        };
      };
      readonly "k8s.autoscaler": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly well: string;
          readonly stuck: Message<{ by: Said<Catalogue["inside"]["system"]["autoscalerStuck"]> }>;
          readonly backsOff: string;
          readonly unwell: string;
          readonly none: string;
        };
      };
    };
    readonly verdict: {
      /** Beside the name of a cluster that can be reached. */
      readonly wrongInside: Message<{ count: number }>;
      readonly verdict: {
        readonly looking: string;
        readonly reachableAndWell: string;
        readonly reachableWithFaults: Message<{ faults: readonly unknown[] | null | undefined; follows: number; unread: readonly unknown[] }>;
        readonly reachableNotAllSeen: Message<{ unread: readonly unknown[] }>;
        readonly notLookedInside: Message<{ why: Said<Catalogue["inside"]["verdict"]["whyNotLooked"]> }>;
      };
      readonly whyNotLooked: {
        readonly leftOut: string;
        readonly notDeep: string;
        readonly byMode: string;
        readonly byPolicy: string;
        readonly asClusterAdmin: string;
        readonly notSignedIn: string;
        readonly unread: string;
        readonly mayNotRun: string;
        readonly switchedOff: string;
        readonly stopped: string;
        readonly podNotPlaced: string;
        readonly policyDenied: string;
        readonly imageNotPulled: string;
        readonly notInTime: string;
        readonly restarted: string;
        readonly rights: string;
        readonly nothingRead: string;
        readonly failed: string;
      };
    };
    readonly workloads: {
      readonly shared: {
      };
      readonly schedulingLack: {
        readonly taint: string;
        readonly cpu: string;
        readonly memory: string;
        readonly podSlots: string;
        readonly affinity: string;
        readonly volume: string;
        readonly addresses: string;
        readonly other: string;
      };
      readonly pullTrouble: {
        readonly mayNot: string;
        readonly noAnswer: string;
        readonly notThere: string;
        readonly other: string;
      };
      readonly notMade: {
        readonly quota: string;
        readonly quotaAsks: string;
        readonly limits: string;
        readonly policy: string;
        readonly podSecurity: string;
        readonly webhookSilent: string;
        readonly serviceAccount: string;
        readonly other: string;
      };
      readonly evictionLack: {
        readonly memory: string;
        readonly disk: string;
        readonly inodes: string;
        readonly processes: string;
        readonly ownLimit: string;
        readonly other: string;
      };
      readonly claimTrouble: {
        readonly noSuchClass: string;
        readonly noDefaultClass: string;
        readonly notProvided: string;
        readonly noVolume: string;
        readonly lost: string;
      };
      readonly reporter: {
        readonly each: Message<{ from: Text | null | undefined; count: Text }>;
      };
      readonly warnedOf: {
        readonly each: Message<{ reason: Text; count: Text }>;
      };
      readonly "k8s.pods-not-made": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allMade: string;
          readonly notMade: Message<{ count: number; workloads: Formatted["first"]; why: readonly (Said<Catalogue["inside"]["workloads"]["notMade"]>)[]; by: Formatted["first"] | null | undefined }>;
        };
      };
      readonly "k8s.container-config": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allStart: string;
          readonly notStarted: Message<{ count: number; pods: Formatted["first"]; missing: Formatted["first"] | null | undefined; keysIn: Formatted["first"] | null | undefined }>;
        };
      };
      readonly "k8s.claims": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allBound: string;
          readonly unbound: Message<{ count: number; claims: Formatted["first"]; why: readonly (Said<Catalogue["inside"]["workloads"]["claimTrouble"]>)[]; classes: Formatted["first"] | null | undefined }>;
        };
      };
      readonly "k8s.pending-pods": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly pending: Message<{ count: number; inSystem: number; pods: Formatted["first"]; missing: readonly (Said<Catalogue["inside"]["workloads"]["schedulingLack"]>)[] }>;
        };
      };
      readonly "k8s.sched-events": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly few: Message<{ count: number; by: readonly (Said<Catalogue["inside"]["workloads"]["reporter"]>)[] }>;
          readonly many: Message<{ count: number; by: readonly (Said<Catalogue["inside"]["workloads"]["reporter"]>)[] }>;
          readonly inSystem: Message<{ count: number; by: readonly (Said<Catalogue["inside"]["workloads"]["reporter"]>)[] }>;
        };
      };
      readonly "k8s.image-pull": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allPulled: string;
          readonly ownImages: Message<{ pods: number; why: readonly (Said<Catalogue["inside"]["workloads"]["pullTrouble"]>)[] | null | undefined }>;
          readonly notPulled: Message<{ pods: number; registries: Formatted["first"] | null | undefined; why: readonly (Said<Catalogue["inside"]["workloads"]["pullTrouble"]>)[] | null | undefined }>;
        };
      };
      readonly "k8s.crashloop": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly others: Message<{ count: number; outOfMemory: number; pods: Formatted["first"] }>;
          readonly components: Message<{ count: number; outOfMemory: number; pods: Formatted["first"] }>;
        };
      };
      readonly "k8s.pods-ready": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly notReady: Message<{ count: number; pods: Formatted["first"] }>;
        };
      };
      readonly "k8s.workloads": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allThere: string;
          readonly short: Message<{ count: number; workloads: Formatted["first"]; stuck: Formatted["first"] | null | undefined }>;
        };
      };
      readonly "k8s.jobs": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneFailed: string;
          readonly failed: Message<{ count: number; jobs: Formatted["first"] }>;
          readonly failedBefore: Message<{ count: number; jobs: Formatted["first"] }>;
          readonly retried: Message<{ count: number; jobs: Formatted["first"] }>;
        };
      };
      readonly "k8s.evicted-pods": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly evicted: Message<{ count: number; pods: Formatted["first"]; lacks: readonly (Said<Catalogue["inside"]["workloads"]["evictionLack"]>)[] }>;
          readonly evictedBefore: Message<{ count: number; pods: Formatted["first"]; lacks: readonly (Said<Catalogue["inside"]["workloads"]["evictionLack"]>)[] }>;
        };
      };
      readonly "k8s.pdb-blocking": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneBlocks: string;
          readonly blocks: Message<{ blocksNow: boolean; budgets: Texts }>;
        };
      };
      readonly "k8s.warning-events": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly warned: Message<{ reasons: readonly (Said<Catalogue["inside"]["workloads"]["warnedOf"]>)[] }>;
        };
      };
    };
  };
  readonly lists: {
    /** The first three names of a list that is longer than four. */
    readonly few: Message<{ names: Texts; more: Text }>;
    readonly between: {
      readonly and: string;
      readonly or: string;
      readonly semicolon: string;
      readonly clause: string;
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
    readonly downState: {
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
}
