// Written by `npm run messages` out of the JSON files of all languages: which texts there are, and what each takes.
import type { Formatted, Message, Said, Text, Texts } from "./formats.ts";

/** Each a file of every language. */
export const topics = {
  absences: "absences",
  alertReasons: "alert-reasons",
  alerts: "alerts",
  allowed: "allowed",
  approvalNotes: "approval-notes",
  approval: "approval",
  called: "called",
  changeObjects: "change-objects",
  changeRisks: "change-risks",
  changeStates: "change-states",
  changes: "changes",
  cliAnswers: "cli-answers",
  clientTest: "client-test",
  clusters: "clusters",
  command: "command",
  denials: "denials",
  diagnosis: "diagnosis",
  everyCard: "every-card",
  evidence: "evidence",
  facts: "facts",
  failures: "failures",
  files: "files",
  findings: {
    access: "findings/access",
    api: "findings/api",
    avd: "findings/avd",
    bastion: "findings/bastion",
    client: "findings/client",
    cloudshell: "findings/cloudshell",
    cluster: "findings/cluster",
    common: "findings/common",
    ddos: "findings/ddos",
    dns: "findings/dns",
    egress: "findings/egress",
    entra: "findings/entra",
    er: "findings/er",
    firewall: "findings/firewall",
    identity: "findings/identity",
    invoke: "findings/invoke",
    jit: "findings/jit",
    jump: "findings/jump",
    nsg: "findings/nsg",
    paw: "findings/paw",
    pe: "findings/pe",
    peering: "findings/peering",
    pool: "findings/pool",
    route: "findings/route",
    shared: "findings/shared",
    vnet: "findings/vnet",
    vpn: "findings/vpn",
  },
  fixAsk: "fix-ask",
  fixRun: "fix-run",
  fixes: "fixes",
  forgetMe: "forget-me",
  help: "help",
  hints: "hints",
  impact: "impact",
  inCluster: {
    admission: "in-cluster/admission",
    controlPlane: "in-cluster/control-plane",
    nodes: "in-cluster/nodes",
    shared: "in-cluster/shared",
    system: "in-cluster/system",
    verdict: "in-cluster/verdict",
    workloads: "in-cluster/workloads",
  },
  incident: "incident",
  lists: "lists",
  misread: "misread",
  notes: "notes",
  onCall: "on-call",
  operations: "operations",
  ownAddress: "own-address",
  podTrouble: "pod-trouble",
  refusals: "refusals",
  refusedByAzure: "refused-by-azure",
  refusedSignIn: "refused-sign-in",
  report: "report",
  rights: "rights",
  risks: "risks",
  runs: "runs",
  sections: "sections",
  sentFile: "sent-file",
  signIn: "sign-in",
  since: "since",
  states: "states",
  steps: "steps",
  stops: "stops",
  story: "story",
  subjects: "subjects",
  summary: "summary",
  tables: "tables",
  tested: "tested",
  times: "times",
  told: "told",
  undecided: "undecided",
  unread: "unread",
  waiting: "waiting",
  way: "way",
  waysIn: "ways-in",
  ways: "ways",
  week: "week",
  whatItDoes: "what-it-does",
  whoAgrees: "who-agrees",
};

/** Groups of texts that a message names as a format: where each stands. */
export const groups: Readonly<Record<string, readonly string[]>> = {
  "acting": ["findings","pe","acting"],
  "activate": ["approvalNotes","activate"],
  "addressSource": ["called","addressSource"],
  "answering": ["tested","answering"],
  "apiMode": ["evidence","apiMode"],
  "autoscalerStuck": ["inCluster","system","autoscalerStuck"],
  "because": ["refusals","because"],
  "beyond": ["summary","beyond"],
  "blockedPart": ["subjects","blockedPart"],
  "changeTime": ["findings","cluster","changeTime"],
  "circuitPath": ["findings","er","circuitPath"],
  "claimTrouble": ["inCluster","workloads","claimTrouble"],
  "clusterRight": ["inCluster","shared","clusterRight"],
  "commandFault": ["findings","invoke","commandFault"],
  "conditions": ["whoAgrees","conditions"],
  "dayNames": ["whoAgrees","dayNames"],
  "earlier": ["since","earlier"],
  "escalate": ["whoAgrees","escalate"],
  "evictionLack": ["inCluster","workloads","evictionLack"],
  "exit": ["findings","api","exit"],
  "exitBy": ["evidence","exitBy"],
  "exitKind": ["findings","api","exitKind"],
  "exitOf": ["facts","exitOf"],
  "exposure": ["findings","api","exposure"],
  "firewallDoubt": ["undecided","firewallDoubt"],
  "flow": ["findings","nsg","flow"],
  "hints": ["hints"],
  "insidePart": ["inCluster","shared","insidePart"],
  "insteads": ["denials","insteads"],
  "lacks": ["refusals","lacks"],
  "lastWindow": ["findings","jit","lastWindow"],
  "limit": ["summary","limit"],
  "locked": ["findings","shared","locked"],
  "meanings": ["refusals","meanings"],
  "memberships": ["denials","memberships"],
  "needed": ["summary","needed"],
  "noRunner": ["failures","noRunner"],
  "notMade": ["inCluster","workloads","notMade"],
  "notSeen": ["failures","notSeen"],
  "oneOf": ["subjects","oneOf"],
  "part": ["undecided","part"],
  "passage": ["findings","common","passage"],
  "poolImage": ["facts","poolImage"],
  "poolSaid": ["facts","poolSaid"],
  "poolVersion": ["findings","cluster","poolVersion"],
  "provisioningError": ["findings","cluster","provisioningError"],
  "pullTrouble": ["inCluster","workloads","pullTrouble"],
  "reporter": ["inCluster","workloads","reporter"],
  "requesterPlace": ["summary","requesterPlace"],
  "resource": ["subjects","resource"],
  "right": ["findings","shared","right"],
  "rightScope": ["inCluster","shared","rightScope"],
  "roleMissing": ["summary","roleMissing"],
  "roleOn": ["findings","access","roleOn"],
  "ruleDoubt": ["undecided","ruleDoubt"],
  "runState": ["states","runState"],
  "runSteps": ["waiting","runSteps"],
  "schedule": ["evidence","schedule"],
  "schedulingLack": ["inCluster","workloads","schedulingLack"],
  "setting": ["since","setting"],
  "settingOff": ["way","settingOff"],
  "tally": ["notes","tally"],
  "touched": ["changeObjects","touched"],
  "trafficPath": ["evidence","trafficPath"],
  "unjudged": ["summary","unjudged"],
  "unread": ["unread"],
  "unsaidKind": ["findings","common","unsaidKind"],
  "versionSupport": ["facts","versionSupport"],
  "warnedOf": ["inCluster","workloads","warnedOf"],
  "wayTitle": ["waysIn","wayTitle"],
  "whatToRead": ["refusals","whatToRead"],
  "whyNoPod": ["podTrouble","whyNoPod"],
  "whyNotLooked": ["inCluster","verdict","whyNotLooked"],
  "whyNotRead": ["inCluster","shared","whyNotRead"],
  "wordKind": ["findings","common","wordKind"],
};

export interface Catalogue {
  readonly absences: {
    readonly noBastion: string;
    readonly bastionElsewhere: Message<{ bastion: Text; network: Text | null | undefined; developer: boolean }>;
    readonly noGateway: Message<{ type: "Vpn" | "ExpressRoute" }>;
  };
  readonly alertReasons: {
    /** Of a metric, or of a query, which may be about a column. */
    readonly measured: Message<{ aggregation: string | null | undefined; source: string; called: Text | null | undefined; value: Text | null | undefined; threshold: Text | null | undefined; operator: string | null | undefined; window: Text | null | undefined; where: Texts | null | undefined; more: number }>;
    readonly ruleFires: Message<{ said: Text | null | undefined; expression: Text | null | undefined; value: Text | null | undefined; held: Text | null | undefined }>;
    readonly health: Message<{ title: Text | null | undefined; change: Texts }>;
    /** A part of what health says, as are was and cause. */
    readonly now: Message<{ now: Text | null | undefined }>;
    readonly was: Message<{ was: Text | null | undefined }>;
    readonly cause: {
      readonly azure: string;
      readonly user: string;
    };
    readonly operation: Message<{ operation: Text | null | undefined; caller: Text | null | undefined; status: Text | null | undefined }>;
    readonly serviceHealth: Message<{ incidentType: Text | null | undefined; title: Text | null | undefined; where: Texts | null | undefined; stage: Text | null | undefined }>;
    /** Of a rule of Prometheus or Grafana; values: what it found, or its expression. */
    readonly labelled: Message<{ said: Text | null | undefined; values: Texts | null | undefined; where: Texts | null | undefined }>;
    readonly urgency: Message<{ urgency: "high" | "low" | null | undefined; priority: Text | null | undefined }>;
  };
  readonly alerts: {
    /** Answered to whoever delivers what is no alert. */
    readonly notAnAlert: {
      readonly azureMonitor: Message<{ field: Text | null | undefined }>;
      readonly alertmanager: Message<{ field: Text | null | undefined }>;
      readonly grafana: Message<{ field: Text | null | undefined }>;
      readonly pagerDuty: Message<{ field: Text | null | undefined }>;
    };
    readonly watch: {
      readonly titles: {
        readonly added: Message<{ cluster: Text }>;
        readonly already: Message<{ cluster: Text }>;
        readonly changed: Message<{ cluster: Text }>;
        readonly muted: Message<{ cluster: Text }>;
        readonly unmuted: Message<{ cluster: Text }>;
        readonly removed: Message<{ cluster: Text }>;
        readonly notWatched: Message<{ cluster: Text }>;
      };
      readonly texts: {
        readonly added: string;
        readonly already: string;
        readonly changed: string;
        readonly muted: string;
        readonly unmuted: string;
        readonly removed: string;
        readonly notWatched: string;
      };
      readonly list: Message<{ count: number }>;
      readonly listNone: string;
      readonly listSome: string;
      readonly from: Message<{ severity: string }>;
      readonly muted: Message<{ of: string; until: Formatted["utc"]; readAt: Formatted["utc"] | null | undefined; name: Text; state: Text; because: Text | null | undefined }>;
      readonly quiet: Message<{ name: Text; hours: Texts }>;
      readonly noQuiet: string;
      readonly planned: Message<{ at: Formatted["utc"]; name: Text }>;
      readonly plannedUnread: string;
      readonly by: Message<{ time: Text; name: Text }>;
      readonly more: Message<{ count: Text }>;
      readonly elsewhere: string;
      readonly elsewhereText: string;
      readonly volunteer: string;
      readonly stands: Message<{ name: Text; until: Formatted["utc"] }>;
      readonly add: string;
      readonly end: string;
      readonly offers: {
        readonly unmute: string;
        readonly mute: string;
        readonly unwatch: string;
      };
      readonly pattern: {
        readonly titles: {
          readonly watched: Message<{ count: number; pattern: Text }>;
          readonly removed: Message<{ count: number; pattern: Text }>;
        };
        readonly none: {
          readonly watched: string;
          readonly removed: string;
        };
        readonly tooMany: Message<{ count: Text; most: Text }>;
        readonly parts: {
          readonly added: Message<{ names: Text }>;
          readonly changed: Message<{ names: Text }>;
          readonly already: Message<{ names: Text }>;
          readonly removed: Message<{ names: Text }>;
          readonly denied: Message<{ names: Text }>;
          readonly stays: Message<{ names: Text }>;
          readonly unread: Message<{ names: Text }>;
          readonly plannedUnread: Message<{ names: Text }>;
        };
        readonly names: Message<{ names: Texts; more: number }>;
        readonly gaps: Message<{ problem: Text }>;
        readonly later: string;
      };
    };
  };
  readonly allowed: {
    readonly openToAll: Message<{ cluster: Text }>;
    readonly inRanges: Message<{ ranges: Texts }>;
    readonly inNone: string;
    readonly inPart: Message<{ mayBeMore: boolean; parts: Texts }>;
    readonly perhapsInTag: string;
    readonly ownOutbound: string;
    readonly perhapsOwnOutbound: string;
    readonly onlyOwnOutbound: Message<{ ips: Texts }>;
    readonly privateSpace: string;
    readonly nowhereNear: Message<{ mayBeLearned: boolean; cluster: Text }>;
    readonly inNoSubnet: Message<{ network: Text }>;
    readonly wayThrough: Message<{ cluster: Text }>;
    readonly wayStopped: Message<{ cluster: Text }>;
    readonly wayOpen: Message<{ cluster: Text }>;
    readonly rangeNotWalked: Message<{ cluster: Text }>;
    readonly unread: Message<{ cluster: Text }>;
  };
  readonly approvalNotes: {
    readonly changeApproved: Message<{ missing: number }>;
    readonly approvedBefore: string;
    readonly runnerLacks: Message<{ action: Text; scope: Formatted["nameOf"]; activate?: Said<Catalogue["approvalNotes"]["activate"]> | null | undefined }>;
    readonly activate: {
      readonly each: Message<{ role: Text; scope: Formatted["nameOf"] }>;
    };
    readonly runnerUnknown: Message<{ said: Said<Catalogue["unread"]> }>;
    readonly runnerDenied: Message<{ rule: Text }>;
    readonly notAllSeen: string;
    readonly changeRejected: string;
    readonly changeWithdrawn: string;
    readonly ownRequest: string;
    readonly notApprover: Message<{ groups: Texts }>;
    readonly notYourRequest: string;
    readonly changeNotYet: string;
    readonly noSuchChange: string;
    readonly changeOver: Message<{ state: Said<Catalogue["states"]["runState"]> }>;
    readonly proposalOutdated: string;
  };
  readonly approval: {
    /** Titles of at most 12 characters: two fit on a phone. */
    readonly buttons: {
      readonly review: string;
      readonly approve: string;
      readonly reject: string;
      readonly rejectNow: string;
      readonly withdraw: string;
      readonly doIt: string;
      readonly look: string;
    };
    /** As kubectl calls the verb and the first object; `more`: so many others. */
    readonly deed: Message<{ verb: Text; what: Text; more: number }>;
    readonly title: Message<{ state: Text; what: Text; cluster: Text }>;
    readonly needed: string;
    readonly confirm: string;
    readonly wanted: string;
    readonly agreed: string;
    readonly nothingWouldChange: string;
    readonly emergency: Message<{ title: Text }>;
    readonly asks: Message<{ reason: Text | null | undefined; name: Text }>;
    readonly ranBy: Message<{ reason: Text | null | undefined; name: Text; by: Text }>;
    readonly where: string;
    readonly place: Message<{ namespace: Text | null | undefined; cluster: Text }>;
    readonly runsAs: string;
    readonly requesterRights: Message<{ name: Text }>;
    readonly approverRights: Message<{ name: Text }>;
    readonly runsAsApprover: string;
    readonly approverRightsInCluster: Message<{ name: Text }>;
    readonly runsInClusterAsApprover: string;
    readonly adminRights: Message<{ name: Text }>;
    readonly needs: string;
    readonly members: Message<{ count: number; groups: Texts }>;
    readonly requesterAlone: Message<{ name: Text }>;
    readonly askedToo: string;
    readonly groups: Message<{ groups: Texts }>;
    readonly approved: string;
    readonly people: Message<{ names: Texts }>;
    readonly approver: Message<{ name: Text; at: Formatted["utc"] }>;
    readonly nobodyYet: string;
    readonly until: string;
    readonly nothingYet: string;
    readonly returned: Message<{ name: Text; why: string }>;
    readonly confirmFirst: Message<{ name: Text }>;
    /** The label of the field; hidden until somebody wants to reject. */
    readonly word: string;
    readonly tooLong: string;
    /** Follow the names of those who are asked. */
    readonly asksYou: Message<{ by: Text; until: Formatted["utc"] }>;
    readonly asksGroups: Message<{ by: Text; groups: Texts; until: Formatted["utc"] }>;
    readonly wantedFooter: Message<{ run: Text }>;
    /** Behind `emergency`. */
    readonly usedRule: Message<{ name: Text; cluster: Text }>;
    /** Behind `emergency`, where nothing came of it. */
    readonly wantedRule: Message<{ name: Text; cluster: Text }>;
    readonly notSent: string;
    readonly rule: string;
    readonly sentOnce: string;
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
  readonly changeObjects: {
    readonly wouldChange: Message<{ seenAt: Formatted["utc"] }>;
    readonly approved: Message<{ seenAt: Formatted["utc"] }>;
    readonly object: Message<{ namespace: Text | null | undefined; what: Text }>;
    /** What a change does to an object. */
    readonly touched: {
      readonly change: string;
      readonly create: string;
      readonly delete: string;
      readonly restart: string;
      readonly evict: string;
    };
    /** `pods`: so many end with it; 0 where that is not known, or none does. */
    readonly does: Message<{ does: Said<Catalogue["changeObjects"]["touched"]>; pods: number }>;
    readonly actedOn: string;
    readonly nothingDiffers: string;
    /** In place of a value. */
    readonly notSet: string;
    readonly moreFields: Message<{ count: number }>;
    readonly moreObjects: Message<{ count: number }>;
    readonly noPreview: string;
    readonly valuesHidden: string;
  };
  readonly changeRisks: {
    readonly production: string;
    readonly clusterAdmin: string;
    readonly drainsNode: string;
    readonly forced: string;
    readonly irreversible: string;
    readonly deletesNamespace: string;
    readonly deletesVolume: string;
    readonly severalObjects: string;
    readonly stops: string;
    readonly system: string;
    readonly widensRights: string;
  };
  readonly changeStates: {
    readonly next: Message<{ name: Text }>;
    readonly waitsForSignIn: Message<{ name: Text }>;
    readonly applying: Message<{ name: Text }>;
    readonly goesOn: Message<{ at: Formatted["utc"] }>;
    readonly done: Message<{ name: Text }>;
    readonly failed: string;
    readonly exitUnknown: string;
    readonly printed: Message<{ tool: Text }>;
    readonly lookFirst: string;
    readonly findOut: string;
    readonly see: string;
    readonly atStart: string;
    readonly atEnd: string;
    readonly rejected: Message<{ word: Text | null | undefined; name: Text }>;
    readonly withdrawn: Message<{ name: Text }>;
    readonly nothingChanged: string;
    readonly askAnew: string;
    readonly expiredUnapproved: Message<{ expiresAt: Formatted["utc"] }>;
    readonly expiredInPart: Message<{ given: Text; needed: Text; expiresAt: Formatted["utc"] }>;
    readonly expiredUndone: Message<{ expiresAt: Formatted["utc"] }>;
    readonly seen: string;
    readonly changed: Message<{ at: Formatted["utc"] }>;
    readonly unchanged: Message<{ at: Formatted["utc"] }>;
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
      readonly write: Message<{ thing: Text }>;
      readonly delete: Message<{ thing: Text }>;
      readonly start: Message<{ thing: Text }>;
      readonly stop: Message<{ thing: Text }>;
      readonly restart: Message<{ thing: Text }>;
      readonly deallocate: Message<{ thing: Text }>;
      readonly poweroff: Message<{ thing: Text }>;
      readonly redeploy: Message<{ thing: Text }>;
      readonly abort: Message<{ thing: Text }>;
      readonly reset: Message<{ thing: Text }>;
      readonly rotateclustercertificates: Message<{ thing: Text }>;
      readonly rotateserviceaccountsigningkeys: Message<{ thing: Text }>;
      readonly resetserviceprincipalprofile: Message<{ thing: Text }>;
      readonly resetaadprofile: Message<{ thing: Text }>;
      readonly upgradenodeimageversion: Message<{ thing: Text }>;
    };
    /** Its name is a GUID: only what it is on is named. */
    readonly roleAssignment: Message<{ on: Text }>;
    /** {of}: what it is a part of. */
    readonly thing: Message<{ kind: Text; name: Text; of: Text | null | undefined }>;
    /** A sentence, as it stands behind a time. */
    readonly by: Message<{ who: string; name: Text; done: Text }>;
    /** Behind the sentence of a change. `known`: one of `client`, which are the applications of Microsoft that people use, by their ids. */
    readonly doneWith: Message<{ who: string; known: Text | null | undefined; id: Text | null | undefined }>;
    readonly client: {
      readonly "c44b4083-3bb0-49c1-b47d-974e53cbdf3c": string;
      readonly "04b07795-8ddb-461a-bbee-02f9e1bf7b46": string;
      readonly "1950a258-227b-4e31-a9cf-717495945fc2": string;
    };
  };
  readonly cliAnswers: {
    readonly verdicts: {
      readonly stopped: string;
      readonly reachable: string;
      readonly well: string;
      readonly wrongInside: string;
      readonly degraded: string;
      readonly broken: string;
      readonly unknown: string;
    };
    readonly paths: {
      readonly available: string;
      readonly probable: string;
      readonly blocked: string;
      readonly notConfigured: string;
    };
    readonly statuses: {
      readonly fail: string;
      readonly warn: string;
      readonly notAssessed: string;
      readonly pass: string;
      readonly notConfigured: string;
      readonly notApplicable: string;
    };
    readonly diagnosis: Message<{ cluster: Text; verdict: Text; summary: Text }>;
    readonly cause: string;
    readonly why: Message<{ page: Text }>;
    readonly needs: Message<{ action: Text; scope: Text }>;
    /** Below the results: the checks by what came of them, and what Azure was asked. */
    readonly counts: Message<{ pass: Text; fail: Text; warn: number; open: Text; off: number; requests: number; levels: number; ms: Text }>;
    readonly access: Message<{ cluster: Text; usable: number; isStopped: boolean }>;
    /** Of an address or a range. */
    readonly allowed: {
      readonly yes: string;
      readonly partly: string;
      readonly no: string;
      readonly unknown: string;
    };
    readonly isAllowed: Message<{ cluster: Text; of: Text; said: Text; why: Text }>;
    /** Where no way was judged. */
    readonly accessUnjudged: Message<{ cluster: Text; summary: Text }>;
  };
  readonly clientTest: {
    /** {place}: the address or network that was told. */
    readonly head: Message<{ place: Text | null | undefined }>;
    readonly button: string;
    readonly paste: string;
    readonly pasteCli: string;
    readonly windows: Message<{ target: Text }>;
  };
  readonly clusters: {
    readonly clusterGaps: {
      readonly notListed: Message<{ unlisted: number; subscriptions: Text; said: readonly (Said<Catalogue["unread"]>)[] | null | undefined }>;
      readonly unread: Message<{ said: Said<Catalogue["unread"]> }>;
      readonly noSubscription: string;
    };
    readonly clusters: {
      readonly title: Message<{ count: number }>;
      readonly none: string;
      readonly noneText: string;
      readonly incomplete: Message<{ problem: Text }>;
      readonly name: string;
      readonly where: string;
      readonly version: Message<{ version: Text; support: Said<Catalogue["facts"]["versionSupport"]> | null | undefined }>;
      readonly state: string;
      readonly stateText: Message<{ power: Text | null | undefined; isPrivate: boolean }>;
      readonly more: Message<{ count: Text }>;
      readonly pick: string;
      readonly pickError: string;
      readonly pickPlaceholder: string;
      readonly choice: Message<{ name: Text; where: Texts }>;
    };
    readonly pickCluster: {
      readonly title: Message<{ wanted: Text | null | undefined }>;
      readonly subtitle: {
        readonly name: Message<{ count: Text }>;
        readonly beginning: Message<{ count: Text }>;
        readonly line: Message<{ count: Text }>;
        readonly paste: Message<{ count: Text }>;
        readonly any: Message<{ count: Text }>;
        readonly followed: Message<{ count: Text }>;
      };
      /** On a button, where the name does not fit or several have it. */
      readonly number: Message<{ row: Text }>;
      readonly choice: Message<{ name: Text; group: Text; subscription: Text }>;
    };
    /** A word of a command that may be a cluster. Nothing is run before one of the buttons is pressed. */
    readonly whichCluster: {
      readonly title: string;
      readonly visible: Message<{ words: Texts }>;
      /** Another name of a cluster, behind a word that leads to a namespace as well. */
      readonly space: Message<{ words: Texts }>;
      readonly unlisted: Message<{ words: Texts; why: Text }>;
      readonly word: Message<{ cluster: Text; where: Text }>;
      readonly remembered: Message<{ cluster: Text }>;
      readonly button: {
        readonly title: Message<{ cluster: Text }>;
        readonly number: Message<{ index: Text }>;
      };
      readonly footer: string;
    };
    /** First of all, where nobody named the cluster. */
    readonly remembered: Message<{ cluster: Text }>;
    readonly onlyOne: Message<{ cluster: Text }>;
    readonly clusterUnknown: {
      readonly title: Message<{ wanted: Text }>;
      readonly subtitle: string;
      readonly closest: string;
    };
  };
  readonly command: {
    readonly commandResult: {
      readonly exit: Message<{ exitCode: number; cluster: Text }>;
      readonly exitUnknown: Message<{ cluster: Text }>;
      readonly code: Message<{ exitCode: Text | null | undefined }>;
      readonly ran: Message<{ took: Text }>;
      readonly empty: string;
      readonly lines: Message<{ first: Text; last: Text; total: Text }>;
      readonly page: Message<{ page: Text; pages: Text }>;
      readonly truncated: string;
      readonly leftOut: Message<{ characters: number }>;
      /** Lines of a log that kubectl did not print. */
      readonly lastLines: Message<{ lines: Text }>;
      readonly lastOfEach: string;
      readonly between: Message<{ first: Text; last: Text }>;
      readonly none: Message<{ what: Text; where: Text | null | undefined; cluster: Text }>;
      readonly noRow: Message<{ words: Texts; where: Text | null | undefined; cluster: Text }>;
      readonly listed: Message<{ what: Text }>;
      readonly inNamespace: Message<{ namespace: Text }>;
      readonly inAllNamespaces: string;
      readonly inCluster: string;
      readonly kubectlSays: Message<{ text: Text }>;
      readonly noneMatch: string;
      readonly noneOrNoNamespace: string;
      readonly masked: Message<{ count: number }>;
      readonly cutLines: Message<{ count: number }>;
      readonly risk: Message<{ text: Text }>;
      readonly clusterAdmin: string;
    };
    readonly forbidden: {
      readonly title: Message<{ cluster: Text }>;
      readonly subtitle: Message<{ verb: Text; what: Text; where: Text }>;
      readonly inNamespace: Message<{ namespace: Text }>;
      readonly inCluster: string;
      readonly others: Message<{ count: number }>;
      readonly reached: string;
      readonly missing: string;
      readonly whoMay: string;
      readonly next: string;
      readonly kubernetesRight: Message<{ verb: Text; what: Text }>;
      readonly whoMayByAzure: Message<{ role: Text }>;
      readonly whoMayByAction: Message<{ action: Text }>;
      readonly whoMayByBinding: Message<{ namespace: Text }>;
      readonly whoMayByClusterBinding: string;
      readonly nextByAzure: string;
      readonly nextByBinding: string;
      readonly nextNarrower: string;
      readonly said: string;
    };
    readonly unmasked: {
      /** Stands in the overflow menu, where there is room. */
      readonly button: string;
      readonly asked: Message<{ asked: Text }>;
      readonly title: Message<{ heading: Text }>;
      readonly warning: string;
      readonly cut: Message<{ lines: number; total: Text }>;
      readonly footer: Message<{ run: Text; name: Text }>;
    };
    readonly sentPrivately: {
      readonly title: string;
      readonly subtitle: Message<{ name: Text }>;
    };
    readonly refused: {
      readonly instead: string;
      readonly ask: string;
      readonly title: string;
      readonly beyond: string;
      readonly subtitle: string;
    };
  };
  readonly denials: {
    readonly denials: {
      readonly modeUnknown: string;
      readonly modeForbids: Message<{ mode: string; setBy: Text | null | undefined; since: Formatted["utc"]; reason: Text | null | undefined }>;
      readonly modeCloses: Message<{ mode: string }>;
      readonly membershipUnknown: Message<{ why: Said<Catalogue["denials"]["memberships"]> }>;
      readonly inNoGroup: Message<{ deed: Formatted["action"] }>;
      readonly noRule: Message<{ groups: Texts; deed: Formatted["action"]; instead: Said<Catalogue["denials"]["insteads"]> | null | undefined }>;
      readonly ruleForbids: Message<{ rule: Text; deed: Formatted["action"]; instead: Said<Catalogue["denials"]["insteads"]> | null | undefined }>;
      readonly clusterAdmin: Message<{ cluster: Text; groups: Texts }>;
      readonly alsoReads: Message<{ verb: Formatted["toolVerb"]; read: Formatted["readOf"]; rule: Text | null | undefined; groups: Texts; closed: Texts | null | undefined; cluster: Formatted["calledCluster"]; instead: Said<Catalogue["denials"]["insteads"]> | null | undefined }>;
      readonly approvalsContradict: Message<{ rules: Texts; deed: Formatted["action"] }>;
      readonly emergencyOnly: Message<{ rule: Text; deed: Formatted["action"] }>;
      readonly noIncident: Message<{ rule: Text; least: Text; cluster: Formatted["calledCluster"]; known: boolean; deed: Formatted["action"] }>;
      readonly outsideHours: Message<{ rule: Text; deed: Formatted["action"]; opens: Formatted["utc"] | null | undefined }>;
      readonly tagsUnknown: Message<{ rule: Text; cluster: Formatted["calledCluster"]; deed: Formatted["action"] }>;
    };
    /** Behind what is denied: what to ask instead. */
    readonly insteads: {
      readonly perhapsOneNamespace: string;
      readonly oneNamespace: Message<{ also: boolean }>;
      readonly narrower: Message<{ command: Text }>;
    };
    readonly memberships: {
      readonly graphForbids: string;
      readonly graphThrottles: string;
      readonly graphFailed: Message<{ status: Text }>;
      readonly graphSilent: string;
      readonly noToken: Message<{ failure: Formatted["signInFailure"] }>;
    };
    /** What was asked for. */
    readonly actions: {
      readonly fix: Message<{ cluster: Formatted["calledCluster"] }>;
      readonly command: Message<{ verb: Formatted["toolVerb"]; part: Formatted["readOf"] | null | undefined; cluster: Formatted["calledCluster"]; kind: string }>;
      readonly plain: Message<{ kind: Text; cluster: Formatted["calledCluster"] }>;
    };
    /** What a command reads. */
    readonly reads: {
      readonly release: string;
      readonly cluster: Message<{ isCustom: boolean; resource: Text }>;
      readonly allNamespaces: Message<{ resource: Text }>;
      readonly namespace: Message<{ resource: Text; name: Text }>;
      readonly namespaceObjects: Message<{ name: Text | null | undefined; resource: Text }>;
    };
    /** Of a stored command that is not accepted any more no verb is known. */
    readonly formerVerb: string;
    readonly noOperator: {
      readonly noOperators: string;
      readonly onlyOperators: Message<{ groups: Texts }>;
    };
    /** What a rule lets somebody do, or never. */
    readonly accessPhrases: {
      readonly clusters: Message<{ never: boolean; clusters: Texts | null | undefined; approval?: Formatted["whoAgrees"] | null | undefined; only?: readonly (Said<Catalogue["whoAgrees"]["conditions"]>)[] | null | undefined }>;
      readonly changes: Message<{ never: boolean; verbs: Texts | null | undefined; resources: Texts | null | undefined; names: Texts | null | undefined; namespaces: Texts | null | undefined; clusterScoped: boolean; clusters: Texts | null | undefined; withoutEntra: boolean; approval?: Formatted["whoAgrees"] | null | undefined; only?: readonly (Said<Catalogue["whoAgrees"]["conditions"]>)[] | null | undefined }>;
      readonly commands: Message<{ never: boolean; verbs: Texts | null | undefined; resources: Texts | null | undefined; namespaces: Texts | null | undefined; clusterScoped: boolean; clusters: Texts | null | undefined; withoutEntra: boolean; only?: readonly (Said<Catalogue["whoAgrees"]["conditions"]>)[] | null | undefined }>;
    };
  };
  readonly diagnosis: {
    readonly title: Message<{ verdict: Text; cluster: Text }>;
    readonly mayNotReach: Message<{ ip: Text | null | undefined; cluster: Text }>;
    /** Beside the title, as are the warnings. */
    readonly failedChecks: Message<{ count: number }>;
    readonly warnings: Message<{ count: number }>;
    readonly confidence: {
      readonly certain: string;
      readonly likely: string;
    };
    readonly changed: Message<{ time: Formatted["utc"]; ago: Text | null | undefined; what: Text }>;
    readonly unchanged: string;
    /** What the answer begins with, where something was asked: whether it is down, who changed something, what happened. */
    readonly asked: {
      readonly pasted: Message<{ pasted: Said<Catalogue["hints"]> }>;
      readonly down: {
        readonly stopped: Message<{ cluster: Text }>;
        readonly gone: Message<{ cluster: Text }>;
        readonly looking: Message<{ cluster: Text }>;
        readonly unknown: Message<{ cluster: Text }>;
        readonly up: Message<{ cluster: Text }>;
        readonly upButCut: Message<{ cluster: Text }>;
        readonly upWithFaults: Message<{ cluster: Text; count: number }>;
        readonly cut: Message<{ cluster: Text }>;
        readonly open: Message<{ cluster: Text }>;
        readonly faulty: Message<{ cluster: Text }>;
      };
      readonly lastChange: Message<{ ago: Text; what: Text; more: number }>;
      readonly changeBefore: Message<{ ago: Text; what: Text }>;
      readonly noChange: string;
    };
    readonly noCause: string;
    readonly problems: string;
    readonly alsoProblems: string;
    /** What a requirement says, met or not. */
    readonly needs: {
      readonly "nodes.api": string;
      readonly "api.nodes": string;
      readonly "nodes.nodes": string;
      readonly "pods.dns": string;
      readonly "nodes.dns": string;
      readonly "nodes.egress": string;
      readonly "people.api": string;
      readonly "container.api": string;
      readonly "shell.api": string;
      readonly "desktop.api": string;
      readonly "gateway.api": string;
      readonly "gateway.name": string;
      readonly "bastion.jump": string;
      readonly "jump.entry": string;
      readonly "bastion.api": string;
      readonly "nodes.services": string;
    };
    readonly result: string;
    readonly finding: string;
    readonly moreProblems: Message<{ count: number }>;
    readonly consequences: Message<{ count: number }>;
    readonly fix: string;
    /** In place of a fix, where no command is one. */
    readonly remedy: string;
    readonly risk: Message<{ disruptive: boolean; risk: Text }>;
    /** Without a role of Azure's the lines are kubectl's. */
    readonly who: Message<{ role: Text | null | undefined }>;
    /** Leads to the page that says why something is the rule. */
    readonly why: string;
    readonly likely: string;
    readonly ways: string;
    readonly none: string;
    readonly noWays: string;
    readonly waysUnknown: string;
    readonly waysUnread: string;
    readonly noWaysStopped: Message<{ cluster: Text }>;
    readonly waysHealthy: string;
    /** Of the run command, where it is the best way: whoever reads this card is in the chat that it works in. */
    readonly wayHere: Message<{ state: string }>;
    readonly wayText: Message<{ title: Text; reason: Text }>;
    readonly perhapsWays: Message<{ titles: Texts }>;
    readonly blockedWays: Message<{ titles: Texts }>;
    readonly offWays: Message<{ titles: Texts }>;
    /** How to see one's own address stands behind it. */
    readonly askAddress: Message<{ cluster: Text }>;
    readonly ownSide: string;
    readonly unknown: string;
    readonly unknownText: Message<{ roles: Texts; scope: Text; checks: Texts }>;
    readonly unknownOther: Message<{ checks: Texts; why: Text }>;
    readonly unknownMore: Message<{ count: Text }>;
    readonly details: Message<{ total: Text }>;
    readonly nobodysRights: string;
    readonly groups: {
      readonly cluster: string;
      readonly inside: string;
      readonly name: string;
      readonly network: string;
      readonly rules: string;
      readonly nodes: string;
      readonly entry: string;
      readonly run: string;
      readonly rights: string;
      readonly other: string;
    };
    /** How many checks of a group came to what. */
    readonly counted: {
      readonly fail: Message<{ count: number }>;
      readonly warn: Message<{ count: number }>;
      readonly notAssessed: Message<{ count: number }>;
      readonly pass: Message<{ count: number }>;
      readonly notConfigured: Message<{ count: number }>;
    };
    readonly listed: Message<{ names: Texts }>;
    readonly more: string;
    readonly fixLine: string;
    readonly lessEvidence: {
      readonly all: string;
      readonly problems: string;
      readonly counts: string;
      readonly trouble: string;
      readonly none: string;
    };
    readonly from: Message<{ place: Text }>;
    readonly askIfStill: string;
    readonly askPlace: string;
    readonly places: {
      readonly internet: string;
      readonly gateway: string;
      readonly azure: string;
    };
    readonly placeButtons: {
      readonly internet: string;
      readonly gateway: string;
      readonly azure: string;
    };
    readonly saidEarlier: Message<{ place: Text; at: Formatted["utc"] }>;
    readonly fromPlace: Message<{ end: string; place: Text }>;
    readonly wasCause: string;
    readonly wasRight: string;
  };
  readonly everyCard: {
    /** Titles of at most 12 characters: two fit on a phone. */
    readonly buttons: {
      readonly checkAgain: string;
      readonly diagnose: string;
      readonly ways: string;
      readonly details: string;
      readonly command: string;
      readonly evidence: string;
      readonly pods: string;
      readonly events: string;
      readonly otherWays: string;
      readonly help: string;
      readonly clusters: string;
      readonly status: string;
      readonly mode: string;
      readonly signIn: string;
      readonly openChat: string;
      readonly answerChallenge: string;
      readonly choose: string;
      readonly next: string;
      readonly previous: string;
      readonly runAgain: string;
      readonly asText: string;
      readonly asTable: string;
      readonly refresh: string;
      readonly yes: string;
      readonly no: string;
      readonly forgetMe: string;
      readonly forgetPlace: string;
      readonly whoAmI: string;
      readonly incidents: string;
      readonly watches: string;
      readonly week: string;
    };
    readonly footer: {
      readonly run: Message<{ run: Text; isReader: boolean; name: Text; at: Formatted["utc"]; took: Text | null | undefined; readBefore: number }>;
      readonly logId: Message<{ id: Text }>;
    };
    readonly tooBig: {
      readonly entries: Message<{ count: number }>;
      readonly characters: Message<{ count: number }>;
      /** `canAskLess`: a smaller question is answered whole. */
      readonly shortened: Message<{ leftOut: Texts; canAskLess: boolean }>;
      readonly command: Message<{ characters: Text }>;
    };
    /** Where a card was not taken or could not be made. */
    readonly short: {
      readonly title: string;
      readonly text: string;
      readonly elsewhere: string;
    };
    readonly failure: {
      readonly title: string;
      readonly notDone: string;
      readonly done: string;
      readonly next: string;
    };
    readonly pressRefused: {
      readonly title: string;
    };
    readonly noted: {
      readonly title: string;
      /** Below a title that says which incident was merged into which. */
      readonly merged: Message<{ into: Text }>;
      /** The title above the note of that. */
      readonly notShown: Message<{ cluster: Text }>;
    };
    /** After the name of the person, in a new message: an edit notifies nobody. */
    readonly mention: {
      readonly done: string;
      readonly failed: string;
      readonly made: string;
      readonly rejected: string;
      readonly expired: string;
    };
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
    readonly clash: Message<{ one: Text; other: Text }>;
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
  readonly facts: {
    readonly version: {
      readonly supported: Message<{ cluster: Text; version: Text; until: Text; behind: readonly (Said<Catalogue["findings"]["cluster"]["poolVersion"]>)[] | null | undefined }>;
      readonly ended: Message<{ cluster: Text; version: Text; since: Text | null | undefined; longTerm: Text | null | undefined; behind: readonly (Said<Catalogue["findings"]["cluster"]["poolVersion"]>)[] | null | undefined }>;
      readonly supportUnknown: Message<{ cluster: Text; version: Text; behind: readonly (Said<Catalogue["findings"]["cluster"]["poolVersion"]>)[] | null | undefined }>;
      readonly unsaid: Message<{ cluster: Text; az: Text }>;
    };
    readonly upgrades: {
      readonly from: Message<{ cluster: Text; az: Text; version: Text | null | undefined; support: Said<Catalogue["facts"]["versionSupport"]> | null | undefined; channel: Text | null | undefined }>;
    };
    readonly versionSupport: {
      readonly until: Message<{ date: Text }>;
      readonly ended: Message<{ date: Text }>;
    };
    readonly autoUpgrade: {
      readonly upgraded: Message<{ running: Text | null | undefined; cluster: Text; channel: Text | null | undefined; nodeChannel: Text | null | undefined; lastAt: Formatted["utc"]; last: Formatted["change"]; images: readonly (Said<Catalogue["facts"]["poolImage"]>)[] | null | undefined }>;
      readonly notUpgraded: Message<{ running: Text | null | undefined; cluster: Text; channel: Text | null | undefined; nodeChannel: Text | null | undefined; isLogRead: boolean; images: readonly (Said<Catalogue["facts"]["poolImage"]>)[] | null | undefined }>;
    };
    readonly poolImage: {
      readonly each: Message<{ pool: Text; image: Text }>;
    };
    readonly egress: {
      readonly isolated: Message<{ cluster: Text; type: Text }>;
      readonly addresses: Message<{ ips: Texts | null | undefined; cluster: Text; by: readonly (Said<Catalogue["facts"]["exitOf"]>)[]; type: Text; why: Said<Catalogue["unread"]> | null | undefined; az: Text }>;
    };
    readonly exitOf: {
      readonly loadBalancer: string;
      readonly natGateway: string;
      readonly firewall: string;
    };
    readonly apiServer: {
      readonly private: Message<{ cluster: Text; name: Text | null | undefined; address: Text | null | undefined; publicName: Text | null | undefined }>;
      readonly public: Message<{ cluster: Text; name: Text | null | undefined; ranges: number }>;
    };
    readonly ranges: {
      readonly listed: Message<{ cluster: Text; ranges: Texts; more: number; az: Text }>;
      readonly open: Message<{ cluster: Text; az: Text }>;
      readonly private: Message<{ cluster: Text }>;
    };
    readonly dnsZone: {
      readonly linked: Message<{ cluster: Text; zone: Text; networks: Texts | null | undefined }>;
      readonly none: Message<{ cluster: Text }>;
      readonly missing: Message<{ cluster: Text }>;
      readonly public: Message<{ cluster: Text }>;
      readonly unread: Message<{ cluster: Text; why: Said<Catalogue["unread"]>; az: Text }>;
    };
    readonly nodePools: {
      readonly pools: Message<{ cluster: Text; pools: readonly (Said<Catalogue["facts"]["poolSaid"]>)[] }>;
      readonly automatic: Message<{ cluster: Text }>;
    };
    readonly poolSaid: {
      readonly each: Message<{ pool: Text; isStopped: boolean; count: number | null | undefined; most: Text | null | undefined; least: Text; isAtMost: boolean }>;
    };
    readonly power: {
      readonly running: Message<{ cluster: Text }>;
      readonly stopped: Message<{ cluster: Text }>;
      readonly other: Message<{ cluster: Text; power: Text; state: Text }>;
    };
    readonly clusterCertificates: {
      readonly notSaid: Message<{ cluster: Text; rotatedAt: Formatted["utc"] | null | undefined; createdAt: Formatted["utc"] | null | undefined; az: Text; secret: Text | null | undefined }>;
    };
    readonly maintenance: {
      readonly open: Message<{ cluster: Text; until: Formatted["utc"]; window: Text; next: Formatted["utc"] | null | undefined }>;
      readonly next: Message<{ cluster: Text; from: Formatted["utc"]; until: Formatted["utc"]; window: Text; more: number }>;
      readonly none: Message<{ cluster: Text }>;
      readonly unknown: Message<{ cluster: Text; az: Text }>;
      readonly unread: Message<{ cluster: Text; why: Said<Catalogue["unread"]>; az: Text }>;
    };
    readonly everybody: {
      readonly all: Message<{ cluster: Text }>;
      readonly some: Message<{ cluster: Text }>;
      readonly you: Message<{ cluster: Text }>;
      readonly cluster: Message<{ cluster: Text }>;
      readonly nobody: Message<{ cluster: Text }>;
      readonly unknown: Message<{ cluster: Text }>;
    };
    readonly nameLeadsTo: {
      readonly private: Message<{ cluster: Text; address: Text | null | undefined; networks: Texts | null | undefined }>;
      readonly public: Message<{ cluster: Text }>;
    };
    readonly kubeconfig: {
      readonly lines: Message<{ cluster: Text; signIn: Text; az: Text; convert: Text | null | undefined; local: boolean }>;
    };
    readonly runCommand: {
      readonly on: Message<{ cluster: Text }>;
      readonly off: Message<{ cluster: Text }>;
    };
    readonly withoutEntra: {
      readonly local: Message<{ cluster: Text; az: Text }>;
      readonly nothing: Message<{ cluster: Text }>;
    };
  };
  readonly failures: {
    readonly happened: {
      readonly noLongerAllowed: Message<{ why: Text }>;
      readonly noLongerHere: string;
      readonly standsNoMore: string;
      readonly readerStopped: Message<{ why: string }>;
      readonly noLongerUnmasked: Message<{ why: Text }>;
      readonly unexpected: string;
      readonly clusterStopped: Message<{ cluster: Text }>;
      readonly runCommandDisabled: Message<{ cluster: Text }>;
      readonly identityChanged: string;
      readonly commandNotRun: Message<{ trouble: Said<Catalogue["podTrouble"]["whyNoPod"]> | null | undefined; said: Text | null | undefined }>;
      readonly commandGone: string;
      readonly outputWithheld: string;
      readonly stillRunning: string;
      readonly noAnswerAfterSending: Message<{ failure: Formatted["whyRefused"] }>;
      readonly stoppedWhileSending: string;
      readonly noPersonalChat: Message<{ unmasked: boolean }>;
      readonly noChatForFile: string;
      readonly outputNotTaken: string;
      readonly outputPerhapsTaken: string;
      readonly outputNotShown: string;
      readonly answerPerhapsTaken: string;
      readonly restarted: string;
      readonly restartedWhileShowing: string;
      readonly restartedWhileDeciding: string;
      readonly signInServiceSilent: string;
      readonly databaseSilent: string;
      readonly resultGone: string;
      readonly objectChanged: Message<{ objects: Texts }>;
      readonly changedSinceFix: Message<{ objects: Texts }>;
      readonly madeSince: Message<{ objects: Texts }>;
      readonly otherCause: string;
      readonly objectNotFound: Message<{ names: Texts }>;
      readonly dryRunRefused: Message<{ said: Text | null | undefined }>;
      readonly notAllSeen: Message<{ unseen: readonly (Said<Catalogue["failures"]["notSeen"]>)[] | null | undefined }>;
      readonly nothingToChange: Message<{ objects: Texts }>;
      readonly lookUnreadable: string;
      readonly approvalUnconfirmed: Message<{ person: Text }>;
      readonly runnerMayNot: Message<{ person: Text; why: Said<Catalogue["failures"]["noRunner"]> }>;
      readonly approvalExpired: string;
      readonly approvalOtherwise: string;
      readonly approvalTooFew: Message<{ groups: Texts; count: Text; given: Text }>;
      readonly objectsUnread: string;
      readonly changeUnanswered: Message<{ failure: Formatted["whyRefused"] }>;
      readonly changeInterrupted: string;
      readonly changeUnreadable: string;
      readonly sentFileGone: Message<{ name: Text }>;
      readonly needsThread: string;
      readonly emergencyUnheard: Message<{ because: "botAlone" | "nobodyElse" | "notTaken" }>;
    };
    readonly noRunner: {
      readonly runnerLacks: Message<{ action: Text; scope: Formatted["nameOf"] }>;
      readonly runnerUnknown: Message<{ said: Said<Catalogue["unread"]> }>;
      readonly runnerDenied: Message<{ rule: Text }>;
    };
    /** What would be written, and nobody could see. */
    readonly notSeen: {
      readonly hidden: Message<{ why: string; path: Text; object: Text }>;
      readonly leftOut: Message<{ fields: number; object: Text }>;
      readonly tooLong: string;
    };
    /** What to do. */
    readonly next: {
      readonly signIn: Message<{ code: string }>;
      readonly unread: Message<{ needs: readonly unknown[]; reason: string }>;
      readonly byMode: string;
      readonly noLongerAllowed: string;
      readonly noLongerHere: string;
      readonly standsNoMore: string;
      readonly readerStopped: Message<{ why: string }>;
      readonly noLongerUnmasked: string;
      readonly unexpected: Message<{ id: Text }>;
      readonly clusterStopped: Message<{ cluster: Text }>;
      readonly runCommandDisabled: Message<{ cluster: Text }>;
      readonly identityChanged: string;
      readonly outputWithheld: string;
      readonly stillRunning: string;
      readonly noAnswerAfterSending: string;
      readonly stoppedWhileSending: string;
      readonly noPersonalChat: Message<{ url: Text; unmasked: boolean }>;
      readonly noChatForFile: Message<{ url: Text }>;
      readonly outputNotTaken: string;
      readonly outputPerhapsTaken: string;
      readonly outputNotShown: string;
      readonly answerPerhapsTaken: string;
      readonly restarted: string;
      readonly restartedWhileShowing: string;
      readonly restartedWhileDeciding: string;
      readonly signInServiceSilent: string;
      readonly databaseSilent: string;
      readonly resultGone: string;
      readonly objectChanged: string;
      readonly changedSinceFix: string;
      readonly madeSince: string;
      readonly otherCause: string;
      readonly objectNotFound: string;
      readonly dryRunRefused: string;
      readonly notAllSeen: string;
      readonly nothingToChange: string;
      readonly lookUnreadable: string;
      readonly approvalUnconfirmed: string;
      readonly runnerMayNot: string;
      readonly approvalExpired: string;
      readonly approvalOtherwise: string;
      readonly approvalTooFew: string;
      readonly objectsUnread: string;
      readonly changeUnanswered: string;
      readonly changeInterrupted: string;
      readonly changeUnreadable: string;
      readonly sentFileGone: string;
      readonly needsThread: string;
      readonly emergencyUnheard: Message<{ because: string }>;
    };
    /** What was and was not done. */
    readonly done: {
      readonly nothingSent: string;
      readonly nothingSentAnywhere: string;
      readonly nothingSentForIt: string;
      readonly nothingSentUnlessSaid: string;
      readonly partlyMade: string;
      readonly nothingChanged: string;
      readonly perhapsSent: string;
      readonly sentBefore: string;
      readonly sentOutputUnread: string;
      readonly sentOutputNotKept: string;
      readonly sentPerhapsRunning: string;
      readonly sentUnknown: string;
      readonly podRefused: string;
      readonly podTried: string;
      readonly noOutput: string;
      readonly unknown: string;
      readonly ranAgain: string;
      readonly perhapsRanAgain: string;
      readonly notPostedAgain: string;
      readonly nothingRemoved: string;
      readonly signInRemoved: string;
      readonly ran: string;
    };
  };
  readonly files: {
    readonly file: {
      readonly button: string;
      readonly summary: Message<{ name: Text }>;
      /** On Teams' own card, beside its buttons. */
      readonly description: Message<{ asked: Text; kilobytes: Text }>;
      readonly sent: Message<{ name: Text }>;
    };
    readonly fileNotes: {
      readonly offeringFile: string;
      readonly noFilesHere: string;
      readonly fileGone: string;
      readonly fileDeclined: string;
      readonly fileElsewhere: string;
      readonly fileNotTaken: Message<{ code: Text }>;
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
      readonly "access.locks": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly noneReadOnly: string;
          readonly clusterLocked: Message<{ lock: Text; on: Text; cluster: Text }>;
          readonly nodesLocked: Message<{ lock: Text; on: Text; cluster: Text }>;
          readonly levelStrange: Message<{ lock: Text; on: Text; level: Text }>;
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
          readonly perhapsInTag: Message<{ ip: Text; tag: Text; location: Text }>;
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
          readonly perhapsInTag: Message<{ exits: readonly (Said<Catalogue["findings"]["api"]["exit"]>)[]; tag: Text; location: Text }>;
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
          readonly onlyTag: Message<{ tag: Text }>;
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
          readonly newest: Message<{ change: Said<Catalogue["findings"]["cluster"]["changeTime"]> & Formatted["change"]; of: number; doubt: Said<Catalogue["unread"]> | null | undefined }>;
        };
      };
      readonly "cluster.resource-health": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly available: string;
          readonly incident: string;
          readonly answersYet: Message<{ state: Text }>;
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
    readonly common: {
      /** What many findings say alike. */
      readonly facts: {
        readonly strangeWord: Message<{ of: Formatted["genitive"]; kind: Said<Catalogue["findings"]["common"]["wordKind"]>; word: Text }>;
        readonly changeCanceled: Message<{ of: Formatted["genitive"] }>;
        readonly changeFailed: Message<{ of: Formatted["genitive"] }>;
        readonly inState: Message<{ of: Formatted["thing"]; state: Text; isNamed: boolean }>;
        readonly notWhilePassing: Message<{ passage: Said<Catalogue["findings"]["common"]["passage"]> }>;
        readonly notWhileStopped: string;
        readonly aboutNobody: string;
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
        readonly startUnlisted: Message<{ network: Text; bastion: Text }>;
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
        readonly each: Message<{ unread?: Said<Catalogue["unread"]> | null | undefined; ended?: Text | null | undefined }>;
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
          readonly deniesOther: Message<{ rule: Text; priority: Text; group: Text; service: Text }>;
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
          readonly failed: Message<{ of: Formatted["genitive"] }>;
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
          readonly allThere: Message<{ network: Text }>;
          readonly subnetsGone: Message<{ network: Text; subnets: Texts }>;
          readonly noSubnet: Message<{ network: Text }>;
        };
      };
      readonly "vnet.peer-state": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
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
          readonly failed: Message<{ gateway: Text }>;
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
  readonly fixAsk: {
    readonly button: Message<{ name: Text }>;
    /** Beside the roles that the fix takes. */
    readonly may: Message<{ name: Text }>;
    readonly groupMay: Message<{ name: Text }>;
    readonly wasAsked: Message<{ name: Text; askedAt: Formatted["utc"] }>;
    readonly summary: Message<{ by: Text; name: Text; cluster: Text }>;
    /** Follows the name of whoever is asked. */
    readonly asks: Message<{ by: Text }>;
    readonly takes: Message<{ role: Text }>;
    readonly untilThen: string;
    readonly wayHere: Message<{ isSure: boolean }>;
    readonly footer: Message<{ run: Text; finishedAt: Formatted["utc"]; name: Text }>;
  };
  readonly fixRun: {
    /** At most 16 characters: it stands alone. */
    readonly request: string;
    readonly requestChange: string;
    /** On the card of a diagnosis, or of a fix, once something was done about it. */
    readonly stamp: {
      readonly fixed: Message<{ at: Formatted["utc"]; by: Text }>;
      readonly made: Message<{ at: Formatted["utc"]; by: Text }>;
      readonly undone: Message<{ at: Formatted["utc"]; by: Text }>;
    };
    readonly title: Message<{ state: Text; cluster: Text }>;
    readonly undoTitle: Message<{ state: Text; cluster: Text }>;
    /** `does`: what the fix has done, a sentence. */
    readonly takesBack: Message<{ run: Text; does: Text }>;
    readonly asks: Message<{ name: Text }>;
    readonly breaksAgain: string;
    readonly place: Message<{ cluster: Text; groups: Texts }>;
    readonly failed: string;
    readonly provedBy: string;
    readonly wayNow: string;
    readonly wayBefore: string;
    /** In place of the button: who is missing. */
    readonly notOffered: {
      readonly alone: Message<{ groups: Texts }>;
      readonly tooFew: Message<{ count: number; groups: Texts; here: number }>;
      readonly noAsker: Message<{ groups: Texts }>;
      readonly mayNotSend: Message<{ action: Text }>;
    };
    /** What came of it, by what stands first in the diagnosis that was made afterwards. */
    readonly came: {
      readonly reachable: string;
      readonly well: string;
      readonly degraded: string;
      readonly broken: string;
      readonly unknown: string;
      readonly stopped: string;
      readonly wrongInside: string;
      readonly outside: string;
      readonly cutOff: string;
    };
    readonly fixed: Message<{ word: Text; cluster: Text }>;
    readonly undone: string;
    readonly takenBack: Message<{ word: Text; cluster: Text }>;
    readonly notKept: string;
    readonly made: string;
    readonly madeOf: Message<{ made: Text; all: Text; names: Texts }>;
    /** The one write that nobody has heard of. */
    readonly open: string;
    readonly notAgain: string;
    readonly seenMade: Message<{ name: Text; at: Formatted["utc"] }>;
    readonly seenNotMade: Message<{ name: Text; at: Formatted["utc"] }>;
    readonly nothingChanged: string;
    readonly findOut: string;
    readonly lines: string;
    readonly activate: Message<{ role: Text; scope: Formatted["nameOf"] }>;
    readonly undo: string;
    readonly undoUntil: Message<{ until: Formatted["utc"] }>;
    readonly noUndoAhead: string;
    readonly noUndo: {
      readonly cutsOff: string;
      readonly noStateBefore: string;
      readonly oneWay: string;
      readonly stays: string;
      readonly notKept: string;
    };
  };
  readonly fixes: {
    readonly place: {
      readonly cluster: string;
      readonly linkedNetworks: string;
      readonly zoneGroup: string;
    };
    /** {besides}: a role that is held besides. */
    readonly role: Message<{ role: Text; on: Texts; besides: Text | null | undefined; orOwnWith: Text | null | undefined }>;
  };
  readonly forgetMe: {
    readonly forgetMe: {
      readonly title: string;
      readonly subtitle: string;
      readonly goes: string;
      readonly goesText: string;
      readonly stays: string;
      readonly staysText: Message<{ days: number }>;
    };
    readonly forgotten: {
      readonly title: string;
      readonly subtitle: string;
      readonly removed: string;
      readonly removedText: Message<{ requests: number; feedback: number; conversations: number; questions: number; watches: number }>;
      readonly stays: string;
      readonly staysText: Message<{ until: Formatted["utc"] }>;
      readonly running: string;
      readonly runningText: Message<{ count: number }>;
    };
  };
  readonly help: {
    /** Where no cluster is known yet. */
    readonly exampleCluster: string;
    readonly help: {
      readonly welcome: string;
      readonly title: string;
      readonly subtitle: string;
      readonly rights: string;
      readonly also: Message<{ lines: Texts }>;
      readonly say: string;
      readonly happens: string;
      readonly plainWords: string;
      /** In place of what is written. */
      readonly pasted: string;
      readonly does: {
        readonly diagnose: string;
        readonly access: string;
        readonly command: string;
        readonly pasted: string;
        readonly change: string;
        readonly canI: string;
        readonly watch: string;
        readonly diagnoseFrom: string;
        readonly withoutInside: string;
        readonly clusters: string;
        readonly watches: string;
        readonly onCall: string;
        readonly status: string;
        readonly whoAmI: string;
        readonly signOut: string;
        readonly mode: string;
        readonly forgetMe: string;
        readonly incident: string;
        readonly incidents: string;
        readonly pastIncidents: string;
        readonly take: string;
        readonly handOver: string;
        readonly severity: string;
        readonly note: string;
        readonly close: string;
        readonly merge: string;
        readonly split: string;
        readonly mute: string;
        readonly week: string;
        readonly weekly: string;
        readonly owner: string;
      };
    };
    readonly askBack: {
      readonly title: string;
      readonly subtitle: string;
      readonly unread: Message<{ words: Texts }>;
      readonly ask: string;
      readonly footer: string;
    };
    readonly notUnderstood: {
      readonly title: string;
      readonly examples: string;
      readonly suggestions: string;
      readonly ask: Message<{ number: Text }>;
      readonly suggestionsFooter: string;
      readonly alsoTitle: string;
      readonly also: string;
      readonly foundTitle: string;
      readonly found: string;
      readonly whichTitle: string;
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
    readonly imageNotPulled: string;
    readonly restartLoop: string;
    readonly outOfMemory: string;
    readonly noNodeForPod: string;
    readonly probeFails: string;
    readonly proxyAnswers: string;
    readonly ownMachine: string;
    readonly resetBetween: string;
    readonly notAssigned: string;
    readonly consentMissing: string;
    readonly accountRefused: string;
  };
  readonly impact: {
    /** The subject of the sentences below, always plural. */
    readonly who: {
      readonly nodes: {
        readonly all: Message<{ cluster: Text }>;
        readonly system: Message<{ cluster: Text }>;
        readonly some: Message<{ cluster: Text }>;
        readonly pools: Message<{ cluster: Text; names: Texts }>;
        readonly subnets: Message<{ cluster: Text; names: Texts }>;
        readonly nodes: Message<{ cluster: Text; names: Texts }>;
      };
      readonly pods: {
        readonly all: Message<{ cluster: Text }>;
        readonly some: Message<{ cluster: Text }>;
        readonly pools: Message<{ cluster: Text; names: Texts }>;
        readonly subnets: Message<{ cluster: Text; names: Texts }>;
        readonly namespaces: Message<{ names: Texts; cluster: Text }>;
      };
    };
    readonly apiServer: {
      readonly exist: Message<{ cluster: Text }>;
      readonly run: Message<{ cluster: Text }>;
      readonly answer: Message<{ cluster: Text }>;
      readonly beReady: Message<{ cluster: Text }>;
      readonly getAddress: Message<{ cluster: Text }>;
      readonly beReached: Message<{ cluster: Text }>;
    };
    readonly nodes: {
      readonly reachApi: Message<{ who: Text }>;
      readonly resolveNames: Message<{ who: Text }>;
      readonly reachOutside: Message<{ who: Text }>;
      readonly beReached: Message<{ who: Text }>;
      readonly reachEachOther: Message<{ who: Text }>;
      readonly beReady: Message<{ who: Text }>;
      readonly report: Message<{ who: Text }>;
      readonly run: Message<{ who: Text }>;
      readonly haveRoom: Message<{ who: Text }>;
      readonly beWell: Message<{ who: Text }>;
      readonly takePods: Message<{ who: Text }>;
      readonly beSupported: Message<{ who: Text }>;
    };
    readonly pods: {
      readonly resolveNames: Message<{ who: Text }>;
      readonly reachApi: Message<{ who: Text }>;
      readonly reachOtherNodes: Message<{ who: Text }>;
      readonly beCreated: Message<{ who: Text }>;
      readonly findNode: Message<{ who: Text }>;
      readonly pullImages: Message<{ who: Text }>;
      readonly start: Message<{ who: Text }>;
      readonly getVolumes: Message<{ who: Text }>;
      readonly keepRunning: Message<{ who: Text }>;
      readonly beReady: Message<{ who: Text }>;
      readonly stayOnNode: Message<{ who: Text }>;
      readonly finish: Message<{ who: Text }>;
    };
    readonly operations: {
      readonly changeAzure: Message<{ cluster: Text }>;
      readonly addNodes: Message<{ cluster: Text }>;
      readonly finishUpdate: Message<{ cluster: Text }>;
      readonly serveApis: Message<{ cluster: Text }>;
      readonly measure: Message<{ cluster: Text }>;
      readonly renew: Message<{ cluster: Text }>;
      readonly beChanged: Message<{ cluster: Text }>;
    };
    readonly people: {
      readonly everyone: Message<{ cluster: Text }>;
      readonly some: Message<{ cluster: Text }>;
      readonly at: Message<{ at: Texts; cluster: Text }>;
      readonly bastion: Message<{ cluster: Text }>;
      readonly jumpHost: Message<{ cluster: Text }>;
      readonly runCommand: Message<{ cluster: Text }>;
      readonly cloudShell: Message<{ cluster: Text }>;
      readonly desktop: Message<{ cluster: Text }>;
      readonly vpn: Message<{ cluster: Text }>;
      readonly expressRoute: Message<{ cluster: Text }>;
    };
    /** Without a name: said to the person who asked. */
    readonly requester: {
      readonly reachApi: Message<{ person: Text | null | undefined; cluster: Text; place: Text | null | undefined }>;
      readonly beListed: Message<{ person: Text | null | undefined; cluster: Text; place: Text }>;
      readonly signIn: Message<{ person: Text | null | undefined; cluster: Text }>;
      readonly useKubernetes: Message<{ person: Text | null | undefined; cluster: Text }>;
      readonly useRunCommand: Message<{ person: Text | null | undefined; cluster: Text }>;
      readonly useBastion: Message<{ person: Text | null | undefined; cluster: Text }>;
      readonly useDesktop: Message<{ person: Text | null | undefined; cluster: Text }>;
    };
    /** Behind one of the sentences about people. */
    readonly works: {
      readonly workloads: Message<{ hurt: Text }>;
      readonly nodes: Message<{ hurt: Text }>;
    };
    /** Before the sentence, by how many are hurt. */
    readonly signs: {
      readonly all: Message<{ said: Text }>;
      readonly part: Message<{ said: Text }>;
      readonly requester: Message<{ said: Text }>;
      readonly stopped: Message<{ said: Text }>;
    };
  };
  readonly inCluster: {
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
          readonly backendUnread: Message<{ services: Texts; why: Said<Catalogue["inCluster"]["shared"]["whyNotRead"]>; needs: readonly (Said<Catalogue["inCluster"]["shared"]["clusterRight"]>)[] | null | undefined }>;
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
          readonly lacks: Message<{ needs: readonly (Said<Catalogue["inCluster"]["shared"]["clusterRight"]>)[] }>;
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
      readonly rightTo: Message<{ needs: readonly (Said<Catalogue["inCluster"]["shared"]["clusterRight"]>)[] }>;
      readonly facts: {
        readonly unread: Message<{ parts: readonly (Said<Catalogue["inCluster"]["shared"]["insidePart"]>)[]; why: Said<Catalogue["inCluster"]["shared"]["whyNotRead"]>; needs: readonly (Said<Catalogue["inCluster"]["shared"]["clusterRight"]>)[] | null | undefined }>;
        readonly noSuchKind: Message<{ part: Said<Catalogue["inCluster"]["shared"]["insidePart"]> }>;
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
        readonly lastWords: string;
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
        readonly each: Message<{ resource: Text; scope: Said<Catalogue["inCluster"]["shared"]["rightScope"]> }>;
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
          readonly stuck: Message<{ by: Said<Catalogue["inCluster"]["system"]["autoscalerStuck"]> }>;
          readonly backsOff: string;
          readonly unwell: string;
          readonly none: string;
        };
      };
    };
    readonly verdict: {
      /** Beside the name of a cluster that can be reached. */
      readonly wrongInside: Message<{ count: number }>;
      /** Behind the pod's namespace/name and a dash. */
      readonly failing: Message<{ container: Text; why: Text; ended: Text | null | undefined; exitCode: Text | null | undefined; restarts: number; said: Text | null | undefined; more: number }>;
      /** Below the line of that pod. */
      readonly remedyOfCrash: {
        readonly memory: string;
        readonly killed: string;
        readonly start: string;
        readonly said: string;
        readonly ended: string;
        readonly silent: string;
      };
      readonly verdict: {
        readonly looking: string;
        readonly reachableAndWell: string;
        readonly reachableWithFaults: Message<{ faults: readonly unknown[] | null | undefined; follows: number; unread: readonly unknown[] }>;
        readonly reachableNotAllSeen: Message<{ unread: readonly unknown[] }>;
        readonly notLookedInside: Message<{ why: Said<Catalogue["inCluster"]["verdict"]["whyNotLooked"]> }>;
      };
      readonly whyNotLooked: {
        readonly leftOut: string;
        readonly notNeeded: string;
        readonly readOnly: string;
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
          readonly notMade: Message<{ count: number; workloads: Formatted["first"]; why: readonly (Said<Catalogue["inCluster"]["workloads"]["notMade"]>)[]; by: Formatted["first"] | null | undefined }>;
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
          readonly unbound: Message<{ count: number; claims: Formatted["first"]; why: readonly (Said<Catalogue["inCluster"]["workloads"]["claimTrouble"]>)[]; classes: Formatted["first"] | null | undefined }>;
        };
      };
      readonly "k8s.pending-pods": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly none: string;
          readonly pending: Message<{ count: number; inSystem: number; pods: Formatted["first"]; missing: readonly (Said<Catalogue["inCluster"]["workloads"]["schedulingLack"]>)[] }>;
        };
      };
      readonly "k8s.sched-events": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly few: Message<{ count: number; by: readonly (Said<Catalogue["inCluster"]["workloads"]["reporter"]>)[] }>;
          readonly many: Message<{ count: number; by: readonly (Said<Catalogue["inCluster"]["workloads"]["reporter"]>)[] }>;
          readonly inSystem: Message<{ count: number; by: readonly (Said<Catalogue["inCluster"]["workloads"]["reporter"]>)[] }>;
        };
      };
      readonly "k8s.image-pull": {
        readonly title: string;
        readonly why: string;
        readonly remediation: string;
        readonly facts: {
          readonly allPulled: string;
          readonly ownImages: Message<{ pods: number; why: readonly (Said<Catalogue["inCluster"]["workloads"]["pullTrouble"]>)[] | null | undefined }>;
          readonly notPulled: Message<{ pods: number; registries: Formatted["first"] | null | undefined; why: readonly (Said<Catalogue["inCluster"]["workloads"]["pullTrouble"]>)[] | null | undefined }>;
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
          readonly evicted: Message<{ count: number; pods: Formatted["first"]; lacks: readonly (Said<Catalogue["inCluster"]["workloads"]["evictionLack"]>)[] }>;
          readonly evictedBefore: Message<{ count: number; pods: Formatted["first"]; lacks: readonly (Said<Catalogue["inCluster"]["workloads"]["evictionLack"]>)[] }>;
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
          readonly warned: Message<{ reasons: readonly (Said<Catalogue["inCluster"]["workloads"]["warnedOf"]>)[] }>;
        };
      };
    };
  };
  readonly incident: {
    /** `severity`: Sev 0 to Sev 4, or nothing. `headline`: who is hurt, or what the alert says. */
    readonly title: Message<{ state: string; took: Text | null | undefined; by: string; mark: Text; severity: Text | null | undefined; headline: Text }>;
    /** What the alert or a person says, where nobody knows yet who is hurt. */
    readonly told: Message<{ cluster: Text; what: Text }>;
    /** In the title, where a diagnosis could not see enough. */
    readonly hurtUnknown: Message<{ cluster: Text }>;
    readonly reachedAgain: Message<{ cluster: Text }>;
    readonly wellAgain: Message<{ cluster: Text }>;
    readonly mayComeBack: Message<{ cluster: Text }>;
    readonly mark: {
      readonly high: string;
      readonly middle: string;
      readonly low: string;
    };
    readonly summary: Message<{ title: Text; cluster: Text | null | undefined }>;
    /** Below the title: the cluster, and what is known of the impact. */
    readonly about: Message<{ cluster: Text | null | undefined; impact: Text | null | undefined }>;
    /** Below the title of one that is repaired. */
    readonly stillOpen: Message<{ open: number }>;
    readonly cause: string;
    /** What may have led there, below the cause. */
    readonly changed: Message<{ ago: Text; what: Text }>;
    /** Below the cause. `abouts`: what alerts speak of, each one of `topics`. */
    readonly explained: {
      readonly explains: Message<{ abouts: Texts }>;
      readonly not: Message<{ abouts: Texts }>;
      readonly elsewhere: Message<{ abouts: Texts }>;
      readonly unknown: Message<{ others: boolean; count: number }>;
    };
    readonly topics: {
      readonly apiServer: string;
      readonly apiServerLoad: string;
      readonly clusterHealth: string;
      readonly nodesReady: Message<{ node: Text | null | undefined }>;
      readonly nodesRoom: Message<{ node: Text | null | undefined }>;
      readonly nodesCpu: Message<{ node: Text | null | undefined }>;
      readonly names: string;
      readonly restarts: Message<{ namespace: Text | null | undefined }>;
      readonly podsReady: Message<{ namespace: Text | null | undefined }>;
      readonly podsPending: Message<{ namespace: Text | null | undefined }>;
      readonly images: Message<{ namespace: Text | null | undefined }>;
      readonly volumes: Message<{ namespace: Text | null | undefined }>;
      readonly jobs: Message<{ namespace: Text | null | undefined }>;
    };
    readonly fix: string;
    /** In place of a fix, where a right is missing. */
    readonly nextRead: string;
    readonly declared: Message<{ name: Text; because: Text }>;
    /** What became of the newest change of the thread. */
    readonly progress: {
      readonly queued: Message<{ name: Text; what: Text }>;
      readonly pendingApproval: Message<{ name: Text; what: Text; groups: Texts | null | undefined }>;
      readonly approved: Message<{ subject: Text; name: Text }>;
      readonly applying: Message<{ subject: Text; name: Text }>;
      readonly succeeded: Message<{ subject: Text; name: Text; approvers: Texts | null | undefined; ranBy: Text | null | undefined; at: Formatted["utc"]; does: Text | null | undefined }>;
      readonly rejected: Message<{ subject: Text; name: Text; by: Text; word: Text | null | undefined }>;
      readonly undone: Message<{ subject: Text; name: Text }>;
    };
    /** What became of a change, where something else was found after it. */
    readonly earlier: Message<{ text: Text }>;
    readonly what: {
      readonly fix: string;
      readonly undo: string;
      readonly change: string;
    };
    readonly whatCap: {
      readonly fix: string;
      readonly undo: string;
      readonly change: string;
    };
    readonly stepsHead: string;
    /** On the card of one that is repaired or over, each behind its time. */
    readonly steps: {
      readonly alert: Message<{ rule: Text; more: number }>;
      readonly diagnosed: Message<{ name: Text }>;
      readonly taken: Message<{ name: Text }>;
      readonly asked: Message<{ name: Text; what: Text }>;
      readonly approved: Message<{ name: Text }>;
      readonly made: Message<{ isGreen: boolean }>;
      readonly resolved: Message<{ into: Text | null | undefined; name: Text | null | undefined }>;
    };
    readonly owner: string;
    readonly ownerText: Message<{ name: Text; since: Formatted["utc"] }>;
    readonly nobody: string;
    /** Those on call who were called: one `callText` for each time. */
    readonly called: string;
    readonly callText: Message<{ at: Formatted["utc"]; schedules: Texts | null | undefined; people: Texts | null | undefined }>;
    readonly next: string;
    readonly nextText: Message<{ schedules: Texts; at: Formatted["utc"] }>;
    readonly ended: Message<{ severity: Text | null | undefined; at: Formatted["utc"]; name: Text | null | undefined; into: Text | null | undefined; because: Text | null | undefined; open: number }>;
    readonly alerts: string;
    readonly alertsText: Message<{ some: string; open: Text; resolved: Text; first: Formatted["utc"] | null | undefined; later: Text | null | undefined }>;
    readonly noAlerts: string;
    /** nth: 0 where it began more than a day before it was opened again last. */
    readonly again: Message<{ nth: number; count: number }>;
    readonly muted: string;
    readonly mutedText: Message<{ until: Formatted["utc"]; of: string; name: Text; readAt: Formatted["utc"] | null | undefined; state: Text; because: Text | null | undefined }>;
    readonly during: string;
    readonly duringText: Message<{ state: Text; seenAt: Formatted["utc"]; name: Text; until: Formatted["utc"] }>;
    readonly reopened: string;
    readonly firing: Message<{ severity: Text }>;
    readonly fired: Message<{ rule: Text; where: Text | null | undefined; time: Formatted["utc"] }>;
    readonly over: Message<{ rule: Text; where: Text | null | undefined; time: Formatted["utc"] }>;
    readonly more: string;
    readonly moreText: Message<{ count: number }>;
    readonly description: string;
    readonly cluster: string;
    readonly byName: string;
    readonly source: string;
    readonly sources: {
      readonly azureMonitor: string;
      readonly alertmanager: string;
      readonly grafana: string;
      readonly pagerDuty: string;
    };
    readonly sourceText: Message<{ name: Text; service: Text | null | undefined }>;
    /** Titles of at most 12 characters. */
    readonly take: string;
    readonly resolve: string;
    readonly reopen: string;
    readonly list: string;
    readonly open: string;
    readonly footer: Message<{ id: Text; name: Text | null | undefined; isReader: boolean; at: Formatted["utc"]; stands: boolean }>;
    /** A short post beside the card: an edit notifies nobody. */
    readonly ring: {
      readonly worse: Message<{ mark: Text; severity: Text; told: Text }>;
      readonly reopened: Message<{ mark: Text; nth: number; severity: Text; told: Text }>;
      readonly text: Message<{ at: Formatted["utc"]; heldSince: Formatted["utc"] | null | undefined; isOver: boolean; owner: Text | null | undefined; id: Text }>;
      readonly over: Message<{ state: string; told: Text }>;
    };
    readonly causeAt: Message<{ at: Formatted["utc"]; gone: Formatted["utc"] | null | undefined }>;
    readonly sameCause: Message<{ incident: Text; cluster: Text; state: string; owner: Text | null | undefined }>;
    readonly sameEvent: Message<{ incident: Text; cluster: Text; state: string; owner: Text | null | undefined }>;
    readonly sameRegion: Message<{ region: Text; cluster: Text; incident: Text; state: string; owner: Text | null | undefined }>;
    readonly splitFrom: Message<{ by: Text; incident: Text; state: string; owner: Text | null | undefined; rules: Texts }>;
    readonly splitInto: Message<{ by: Text; incident: Text; state: string; owner: Text | null | undefined; rules: Texts }>;
    /** Below the title of one that is over, behind when and how it ended. */
    readonly mayReturn: Message<{ outcome: string }>;
    /** In place of seenBefore, where no cause is known. */
    readonly firedBefore: Message<{ incidents: number; rule: Text; at: Formatted["utc"]; incident: Text; cause: Text | null | undefined; endedBy: string; because: Text | null | undefined }>;
    readonly seenBefore: Message<{ times: number; at: Formatted["utc"]; incident: Text; endedBy: string; because: Text | null | undefined }>;
    readonly alert: string;
    readonly alertText: Message<{ severity: Text; rule: Text; reason: Text | null | undefined; firedAt: Formatted["utc"] | null | undefined }>;
    readonly past: {
      readonly title: Message<{ count: number; cluster: Text | null | undefined; month: boolean }>;
      readonly text: Message<{ counts: Texts | null | undefined; more: number }>;
      readonly severity: Message<{ severity: Text | null | undefined; count: Text }>;
      readonly ended: Message<{ name: Text | null | undefined; into: Text | null | undefined; took: Text; because: Text | null | undefined }>;
    };
    readonly listed: {
      readonly title: Message<{ count: number }>;
      readonly text: string;
      /** As the title of a card, without what it is about. */
      readonly row: Message<{ state: string; mark: Text; severity: Text | null | undefined; cluster: Text }>;
      readonly ended: Message<{ name: Text | null | undefined; into: Text | null | undefined; took: Text }>;
      readonly owned: Message<{ state: string; cluster: Text; owner: Text | null | undefined }>;
      readonly who: Message<{ owner: Text | null | undefined; open: number; resolved: Text }>;
      readonly footer: Message<{ id: Text; at: Formatted["utc"] }>;
    };
    readonly rules: {
      readonly title: Message<{ fits: string; written: Text | null | undefined }>;
      readonly text: Message<{ cluster: Text; incident: Text }>;
      readonly row: Message<{ number: Text; open: number; resolved: Text }>;
      readonly split: Message<{ number: Text }>;
      readonly more: Message<{ count: number }>;
    };
    readonly handed: {
      readonly title: Message<{ cluster: Text }>;
      /** Behind the mention of a person. */
      readonly asks: Message<{ by: Text; cluster: Text }>;
      readonly summary: Message<{ by: Text; cluster: Text; name: Text }>;
    };
    readonly escalated: {
      readonly title: Message<{ cluster: Text }>;
      /** Behind the mentions of people. */
      readonly asks: Message<{ people: number; cluster: Text; minutes: number }>;
      readonly nobody: Message<{ cluster: Text; minutes: number }>;
      readonly others: Message<{ people: Texts; more: number }>;
      readonly elsewhere: Message<{ people: Texts; more: number }>;
      readonly readAs: Message<{ name: Text }>;
      readonly unread: Message<{ schedules: Texts }>;
      readonly unattended: Message<{ schedules: Texts; cluster: Text }>;
      readonly before: Message<{ calls: Text }>;
      readonly next: Message<{ schedules: Texts; at: Formatted["utc"] }>;
      readonly summary: Message<{ cluster: Text }>;
    };
  };
  readonly lists: {
    /** The first three names of a list that is longer than four. */
    readonly few: Message<{ names: Texts; more: Text }>;
    readonly quoted: Message<{ name: Text }>;
    readonly between: {
      readonly and: string;
      readonly or: string;
      readonly semicolon: string;
      readonly clause: string;
    };
  };
  readonly misread: {
    readonly unknown: Message<{ written: Text }>;
    readonly didYouMean: Message<{ phrase: Text }>;
    readonly unsure: string;
    readonly muteLength: string;
    readonly tooLong: Message<{ length: Text; longest: Text }>;
    readonly invisible: Message<{ codePoint: Text }>;
    readonly severalLines: Message<{ count: Text }>;
    readonly unclosedQuote: string;
    readonly notAlone: Message<{ phrase: Text; extra: Text }>;
    readonly afterCluster: Message<{ extra: Text; verb: Text }>;
    readonly clauseUnknown: Message<{ written: Text; insideToo: boolean }>;
    readonly symptomUnused: Message<{ verb: Text }>;
    readonly clauseTwice: Message<{ keyword: Text }>;
    readonly fromAndFor: string;
    readonly fromMissing: Message<{ ownAddress: Text }>;
    readonly symptomUnquoted: string;
    readonly commandMissing: Message<{ verb: Text }>;
    readonly commandEnd: Message<{ verb: Text }>;
    readonly clusterTwice: Message<{ cluster: Text }>;
    readonly clusterFlagTwice: string;
    readonly noCluster: Message<{ written: Text; letter: Text | null | undefined }>;
    readonly noClusterInFlag: Message<{ written: Text }>;
    readonly noMode: Message<{ written: Text }>;
    readonly modeReasonMissing: Message<{ mode: Text }>;
    readonly modeReasonTooLong: Message<{ length: Text; longest: Text }>;
    readonly textTooLong: Message<{ length: Text; longest: Text }>;
    readonly noteMissing: string;
    readonly personMissing: string;
    readonly noSeverity: Message<{ written: Text }>;
    readonly noQuietHours: Message<{ written: Text }>;
    readonly noTimeZone: Message<{ written: Text | null | undefined }>;
    readonly incidentReasonMissing: string;
    readonly addressRange: Message<{ written: Text; ownAddress: Text }>;
    readonly severalAddresses: Message<{ addresses: Texts }>;
    readonly noAddress: Message<{ written: Text }>;
    readonly addressIpv6: Message<{ written: Text; ownAddress: Text }>;
    readonly noPlace: Message<{ written: Text }>;
  };
  readonly notes: {
    readonly notes: {
      readonly started: string;
      readonly alreadyOnIt: string;
      readonly takesLonger: string;
      readonly tooManyWait: string;
      readonly outdated: string;
      readonly notHere: string;
      readonly notYourChoice: string;
      readonly notYourWish: string;
      readonly signInFirst: string;
      readonly sendingSignIn: string;
      readonly signInBelow: string;
      readonly tooManyGuesses: string;
      readonly removing: string;
      readonly runningAgain: string;
      readonly maskedOnly: string;
      readonly inPrivateOnly: string;
      readonly azureUnknown: Message<{ said: Said<Catalogue["unread"]> }>;
      readonly azureForbids: Message<{ action: Text; cluster: Text }>;
      readonly feedbackTaken: Message<{ answer: string; tally: Said<Catalogue["notes"]["tally"]> }>;
      readonly fixAsked: Message<{ person: Text }>;
      readonly fixAskGone: Message<{ person: Text }>;
      readonly fixAskedBefore: Message<{ person: Text }>;
      readonly fixIsYours: string;
      readonly lookingAtFix: string;
      readonly fixRequestedBefore: Message<{ person: Text; run: Text }>;
      readonly noSuchFix: string;
      readonly fixTooOld: string;
      readonly placeForgotten: string;
      readonly answeredElsewhere: Message<{ run: Text }>;
      readonly answeredBeside: string;
      readonly incidentElsewhere: Message<{ incident: Text }>;
      readonly incidentNotShown: Message<{ incident: Text; cluster: Text }>;
      readonly incidentActed: Message<{ act: string }>;
      readonly incidentHandedOver: Message<{ to: Text }>;
      readonly volunteering: Message<{ cluster: Text; until: Formatted["utc"] }>;
      readonly volunteeringEnded: Message<{ cluster: Text }>;
      readonly notVolunteering: string;
      readonly volunteerReplaced: Message<{ by: Text; cluster: Text; person: Text }>;
      readonly volunteerCannot: Message<{ person: Text; because: string }>;
      readonly incidentAsItWas: Message<{ why: string }>;
      readonly incidentMerged: Message<{ cluster: Text; from: Text; into: Text; by: Text | null | undefined }>;
      readonly incidentSplit: Message<{ rule: Text; from: Text; into: Text }>;
      readonly splitBefore: Message<{ rule: Text; into: Text }>;
      readonly incidentNoted: string;
      readonly incidentDeclared: Message<{ incident: Text; cluster: Text }>;
      readonly incidentGoesOn: Message<{ cluster: Text; incident: Text; noted: boolean }>;
      readonly incidentWhich: Message<{ open: Texts }>;
      readonly noIncidentHere: Message<{ cluster: Text | null | undefined }>;
      readonly noIncidentOfId: Message<{ incident: Text }>;
      readonly nobodyCalled: Message<{ name: Text; people: Texts }>;
      readonly severalCalled: Message<{ name: Text; people: Texts }>;
      readonly rosterUnread: string;
      readonly removed: string;
    };
    readonly tally: {
      readonly each: Message<{ yes: Text; no: Text }>;
    };
  };
  readonly onCall: {
    readonly title: Message<{ count: number; name: Text; cluster: Text | null | undefined }>;
    readonly nobody: Message<{ cluster: Text | null | undefined }>;
    readonly unknown: Message<{ cluster: Text | null | undefined }>;
    readonly noSchedule: Message<{ cluster: Text | null | undefined }>;
    readonly noScheduleText: string;
    readonly beside: {
      readonly later: string;
      readonly phone: string;
      readonly tier: string;
      readonly byName: string;
      readonly escalate: string;
    };
    readonly incomplete: Message<{ count: number }>;
    readonly noneRead: string;
    readonly schedule: Message<{ name: Text; source: Text }>;
    readonly sources: {
      readonly group: string;
      readonly pagerduty: string;
      readonly opsgenie: string;
      readonly shifts: string;
      readonly ical: string;
    };
    readonly people: Message<{ names: Texts; more: number; until: Text | null | undefined }>;
    readonly nobodyNow: string;
    readonly notRead: Message<{ why: Text }>;
    readonly scheduleUnread: {
      readonly notConfigured: Message<{ setting: Text }>;
      readonly calendarUnknown: Message<{ calendar: Text }>;
      readonly refused: Message<{ status: Text }>;
      readonly notFound: string;
      readonly throttled: string;
      readonly failed: Message<{ status: Text }>;
      readonly redirected: string;
      readonly silent: string;
      readonly tooLarge: string;
      readonly unreadable: string;
      readonly zoneUnknown: Message<{ zone: Text }>;
      readonly noToken: string;
    };
    readonly refusedToYou: Message<{ status: Text }>;
    readonly chat: string;
  };
  readonly operations: {
    readonly closed: {
      readonly title: string;
      readonly next: string;
      readonly nextText: string;
    };
    readonly mode: {
      readonly title: Message<{ mode: Text }>;
      readonly changed: Message<{ mode: Text }>;
      readonly unchanged: string;
      readonly unknown: string;
      readonly unknownText: string;
      readonly does: {
        readonly full: string;
        readonly diagnose: string;
        readonly off: string;
      };
      readonly inForce: string;
      readonly setBy: string;
      readonly since: string;
      readonly reason: string;
      readonly noReason: string;
      readonly policy: string;
      readonly policyText: Message<{ others: Texts | null | undefined; version: Text }>;
      readonly newerPolicy: string;
      readonly newerPolicyText: Message<{ problems: number; first: Text }>;
      readonly sent: string;
      /** On other cards, as long as the mode is not `full`. */
      readonly line: Message<{ mode: string; name: Text; since: Formatted["utc"]; reason: Text | null | undefined }>;
      /** The same for whoever is not signed in. */
      readonly shortLine: Message<{ mode: string }>;
      readonly unknownLine: string;
    };
    readonly auditHead: {
      readonly title: Message<{ seq: Text }>;
      readonly subtitle: string;
      readonly line: string;
      readonly waiting: string;
      readonly waitingText: Message<{ count: number }>;
    };
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
  readonly refusals: {
    readonly refusals: {
      readonly notKubectl: Message<{ tool: Text }>;
      readonly verbMissing: Message<{ tool: string }>;
      readonly verbBehind: Message<{ word: Text }>;
      readonly verbUnknown: Message<{ tool: Text; verb: Text; near: Texts | null | undefined; known: Texts }>;
      readonly verbIncomplete: Message<{ command: Text; forms: Texts }>;
      readonly knownAndRefused: Message<{ word: Text; because: Said<Catalogue["refusals"]["because"]> }>;
      readonly changeNowhere: string;
      readonly wouldChange: string;
      readonly changeLacks: Message<{ what: Said<Catalogue["refusals"]["lacks"]> }>;
      readonly logLacksSpace: string;
      readonly beyond: string;
      readonly emergencyUnexplained: string;
      readonly nameInAllNamespaces: string;
      readonly flagUnknown: Message<{ command: Text; flag: Text; near: Texts | null | undefined; known: Texts }>;
      readonly dashAlone: string;
      readonly containerTwice: string;
      readonly switchWithOddValue: Message<{ flag: Text }>;
      readonly valueMissing: Message<{ flag: Text; wants: Formatted["wanted"] }>;
      readonly valueWrong: Message<{ flag: Text; wants: Formatted["wanted"]; given: Text }>;
      readonly resourceMissing: Message<{ what: Said<Catalogue["refusals"]["whatToRead"]>; example: Text }>;
      readonly resourceUnknown: Message<{ type: Text; near: Texts | null | undefined }>;
      readonly rawPath: Message<{ path: Text; known: Texts }>;
      readonly rawWithOthers: string;
      readonly conditionMissing: Message<{ example: Text }>;
      readonly resourceNotOfVerb: Message<{ command: Text; accepted: Texts; resource: Text; example: Text }>;
      readonly nameUntyped: Message<{ word: Text }>;
      readonly nameInvalid: Message<{ name: Text }>;
      readonly argumentTooMany: Message<{ word: Text; command: Text; example: Text }>;
      readonly accessQuestion: Message<{ example: Text }>;
      readonly changeFiltered: Message<{ command: Text }>;
      readonly changeUnnamed: Message<{ command: Text; example: Text }>;
      readonly changeOfSeveralTypes: Message<{ types: Texts; example: Text }>;
      readonly changeUnsaid: Message<{ command: Text; example: Text }>;
      readonly changeWord: Message<{ word: Text; command: Text; example: Text }>;
      readonly changeFlagMissing: Message<{ flags: Texts; example: Text }>;
      readonly changeTwice: Message<{ word: Text }>;
      readonly changeOfMany: Message<{ most: Text; named: Text }>;
      readonly changeOfSecret: string;
      readonly changeWithSecret: string;
      readonly changeOnlyFromFile: Message<{ word: Text; command: Text; example: Text }>;
      readonly fileOne: Message<{ command: Text; example: Text }>;
      readonly fileUnknown: Message<{ name: Text }>;
      readonly fileElsewhere: Message<{ name: Text; says: Text; typed: Text }>;
      readonly fileHalfPlaced: Message<{ name: Text; says: Text }>;
      readonly patchCopy: string;
      readonly patchNumber: Message<{ number: Text }>;
      readonly patchPath: Message<{ path: Text }>;
      readonly patchUnread: Message<{ wantsList: boolean }>;
      readonly secretFormat: Message<{ format: Text }>;
      readonly secretSorting: string;
      readonly secretWaiting: string;
      readonly valueFilter: string;
      readonly typedSecretInWord: string;
      readonly typedSecretInFlag: Message<{ flag: Text }>;
      readonly typedSecretInGrep: string;
      readonly templateFormat: Message<{ format: Text }>;
      readonly templateMissing: Message<{ format: Text }>;
      readonly templateFunction: Message<{ name: Text; known: Texts }>;
      readonly templateNested: Message<{ name: Text }>;
      readonly templatePrintf: Message<{ format: Text }>;
      readonly templateUnread: string;
      readonly masked: string;
      readonly empty: string;
      readonly pipeEmpty: string;
      readonly tooLong: Message<{ length: Text; longest: Text }>;
      readonly severalLines: string;
      readonly invisible: Message<{ codePoint: Text }>;
      readonly halfCharacter: string;
      /** What a shell would do with it, and what to write instead. No name is given of a backtick, which cannot stand between two. */
      readonly metacharacter: Message<{ character: Text | null | undefined; meaning: Said<Catalogue["refusals"]["meanings"]> }>;
      readonly unclosedQuote: Message<{ quote: Text }>;
      readonly filterUnknown: Message<{ tool: Text }>;
      readonly grepOption: Message<{ option: Text }>;
      readonly grepWords: string;
      readonly grepPattern: Message<{ special: Text; pattern: Text }>;
      readonly lineCount: Message<{ tool: Text }>;
    };
    /** Behind the word that is refused. */
    readonly because: {
      readonly write: string;
      readonly interactive: string;
      readonly copy: string;
      readonly local: string;
      readonly compare: string;
      readonly charts: string;
      readonly jobByHand: string;
      readonly newObjects: string;
      readonly editor: string;
      readonly otherWrite: string;
      readonly releaseWrite: string;
      readonly kubeconfig: string;
      readonly dump: string;
      readonly help: string;
      readonly identity: string;
      readonly target: string;
      readonly trust: string;
      readonly raw: string;
      readonly file: string;
      readonly watch: string;
      readonly follow: string;
      readonly verbosity: string;
      readonly machine: string;
      readonly dryRun: string;
      readonly emptyDir: string;
    };
    /** What a value has to be. In German, in the accusative. */
    readonly wantedKind: {
      readonly number: string;
      readonly duration: string;
      readonly typeAndName: string;
      readonly labelSelector: string;
      readonly fieldSelector: string;
      readonly field: string;
      readonly word: string;
      readonly words: string;
      readonly namespace: string;
      readonly container: string;
      readonly lines: string;
      readonly time: string;
      readonly condition: string;
      readonly waitingTime: string;
      readonly path: string;
      readonly template: string;
      readonly amounts: string;
      readonly patch: string;
      readonly fileName: string;
      readonly eventTypes: string;
    };
    readonly wantedEither: Message<{ either: Texts }>;
    /** Of a value that is one of a few words. */
    readonly wantedOneOf: Message<{ oneOf: Texts }>;
    /** Behind a character that means something to a shell. */
    readonly meanings: {
      readonly startsCommand: string;
      readonly readsFile: string;
      readonly writesFile: string;
      readonly runsCommand: string;
      readonly isReplaced: string;
      readonly groupsCommands: string;
      readonly isHomeFolder: string;
      readonly repeatsCommand: string;
      readonly isLiveInQuotes: string;
      readonly continuesLine: string;
    };
    readonly whatToRead: {
      readonly objects: string;
      readonly release: string;
      readonly log: string;
      readonly field: string;
    };
    readonly lacks: {
      readonly name: string;
      readonly each: string;
      readonly node: string;
      readonly namespace: string;
      readonly type: string;
      readonly replicas: string;
      readonly image: string;
      readonly quantity: string;
    };
    readonly risks: {
      readonly logs: string;
      readonly configMaps: string;
      readonly releases: string;
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
  readonly report: {
    readonly title: Message<{ id: Text }>;
    /** `end`: how far it is. `what`: what was reported, where nobody knows more. */
    readonly headline: Message<{ end: string; took: Text; by: string; cluster: Text; again: string; isWell: boolean; name: Text; what: Text; into: Text; count: number; attended: string }>;
    /** Below the headline. `why`: a change of the activity log, or the restarts of a container. */
    readonly began: Message<{ why: string; took: Text; at: Formatted["second"] }>;
    readonly place: string;
    readonly placeText: Message<{ is: string; isGeneral: boolean; channel: Text | null | undefined; team: Text }>;
    readonly cluster: string;
    readonly severity: string;
    readonly state: string;
    readonly stateText: Message<{ end: string; at: Formatted["second"]; resolvedAt: Formatted["second"] | null | undefined; name: Text | null | undefined; into: Text | null | undefined; because: Text | null | undefined }>;
    readonly first: Message<{ by: string }>;
    readonly owner: string;
    readonly nobody: string;
    readonly ownerText: Message<{ name: Text; since: Formatted["second"] }>;
    readonly called: string;
    readonly calledText: Message<{ at: Formatted["second"]; who: Texts | null | undefined; people: number; schedules: Text | null | undefined; answered: Texts | null | undefined; named: number; also: Texts | null | undefined; elsewhere: number; absent: Texts | null | undefined; unread: Text | null | undefined }>;
    readonly notCalled: string;
    readonly alerts: string;
    readonly alertsText: Message<{ count: number; open: Text; resolved: Text; most: Text | null | undefined }>;
    readonly acknowledged: string;
    readonly explained: string;
    readonly waited: string;
    readonly waitedText: Message<{ took: Text; share: Text | null | undefined }>;
    readonly mitigated: string;
    readonly mitigatedText: Message<{ took: Text; until: string }>;
    readonly resolved: Message<{ end: string }>;
    readonly never: Message<{ isOver: boolean }>;
    readonly clusterText: Message<{ name: Text; group: Text | null | undefined }>;
    readonly severityText: Message<{ severity: Text }>;
    readonly timesText: Message<{ at: Formatted["second"]; by: string }>;
    readonly impact: string;
    readonly found: Message<{ at: Formatted["second"]; said: Text }>;
    readonly alertSaid: Message<{ rule: Text; said: Text }>;
    readonly declaredSaid: Message<{ name: Text; said: Text }>;
    readonly applications: Message<{ areWell: boolean }>;
    readonly pods: Message<{ more: number }>;
    readonly reported: Message<{ name: Text; at: Formatted["second"]; text: Text }>;
    readonly customers: string;
    readonly lasted: Message<{ end: string; from: Formatted["second"]; by: string; until: Formatted["second"]; took: Text }>;
    readonly lastedWhole: Message<{ took: Text }>;
    readonly lastedCrash: Message<{ least: Text; restarts: Text; at: Formatted["second"] }>;
    readonly beganUnknown: string;
    readonly cause: string;
    readonly noCause: Message<{ diagnosed: boolean }>;
    readonly causeFound: Message<{ said: Text }>;
    readonly changed: Message<{ when: string; took: Text; by: string; at: Formatted["second"]; what: Text }>;
    readonly sameMinute: Message<{ name: Text; text: Text }>;
    readonly alsoChanged: Message<{ changes: Texts }>;
    readonly bySame: Message<{ changes: Texts }>;
    readonly noneBySame: string;
    readonly notSearched: string;
    readonly late: Message<{ window: Text; took: Text }>;
    readonly changeInside: string;
    readonly noChange: string;
    readonly whatItExplained: {
      readonly explains: Message<{ abouts: Texts }>;
      readonly not: Message<{ abouts: Texts }>;
      readonly elsewhere: Message<{ abouts: Texts; ended: Formatted["second"] | null | undefined }>;
      readonly unknown: Message<{ abouts: Texts; isOfPeople: boolean }>;
    };
    readonly seen: Message<{ check: Text; times: number; each: Texts }>;
    readonly seenOne: Message<{ incident: Text; at: Formatted["second"]; cause: Text | null | undefined; endedBy: string; because: Text | null | undefined; changed: Text | null | undefined; isSame: boolean }>;
    readonly neverSeen: string;
    readonly firedBefore: Message<{ rule: Text; incidents: number; each: Texts }>;
    readonly seenAbove: Message<{ incident: Text; at: Formatted["second"] }>;
    readonly neverFired: Message<{ count: number }>;
    readonly fix: string;
    readonly fixProposed: Message<{ fix: Text }>;
    readonly line: Message<{ line: Text }>;
    readonly reasonText: Message<{ name: Text; reason: Text }>;
    readonly madeText: Message<{ name: Text; what: Text; asked: Formatted["second"]; approvers: Texts | null | undefined; approved: Formatted["second"]; wait: Text; made: Formatted["second"]; runner: Text; does: Text | null | undefined }>;
    readonly executed: Message<{ kind: string; count: number }>;
    readonly result: Message<{ exitCode: Text; output: Text | null | undefined }>;
    readonly taken: Message<{ count: number }>;
    readonly checked: Message<{ at: Formatted["second"]; took: Text; verdict: Text; inside: string | null | undefined }>;
    readonly chosen: string;
    readonly others: Message<{ count: number }>;
    readonly nothingMade: Message<{ isOver: boolean }>;
    readonly alertsStopped: Message<{ into: Text | null | undefined; source: Text; at: Formatted["second"] }>;
    readonly open: string;
    readonly openText: Message<{ count: number }>;
    readonly splitOpen: Message<{ count: number }>;
    readonly causeLeft: string;
    readonly alertLeft: Message<{ alerts: Texts; count: number }>;
    readonly alertLeftOne: Message<{ rule: Text; where: Texts }>;
    readonly causeSays: Message<{ said: Text }>;
    readonly causeUnknown: string;
    readonly recurs: Message<{ times: number }>;
    readonly askWhy: Message<{ name: Text }>;
    readonly looked: Message<{ at: Formatted["second"] | null | undefined }>;
    readonly noted: Message<{ count: number; notes: Text }>;
    readonly noteText: Message<{ text: Text; name: Text; at: Formatted["second"] }>;
    readonly nextStep: Message<{ name: Text; at: Formatted["second"]; text: Text; count: number; tickets: Texts }>;
    readonly followUp: Message<{ noted: boolean; owner: Text | null | undefined }>;
    readonly terms: {
      readonly apiServer: {
        readonly word: string;
        readonly means: string;
      };
      readonly node: {
        readonly word: string;
        readonly means: string;
      };
      readonly pod: {
        readonly word: string;
        readonly means: string;
      };
      readonly container: {
        readonly word: string;
        readonly means: string;
      };
      readonly namespace: {
        readonly word: string;
        readonly means: string;
      };
      readonly dnsZone: {
        readonly word: string;
        readonly means: string;
      };
      readonly network: {
        readonly word: string;
        readonly means: string;
      };
      readonly jumpHost: {
        readonly word: string;
        readonly means: string;
      };
      readonly peering: {
        readonly word: string;
        readonly means: string;
      };
      readonly webhook: {
        readonly word: string;
        readonly means: string;
      };
      readonly restart: {
        readonly word: string;
        readonly means: string;
      };
      readonly crashLoop: {
        readonly word: string;
        readonly means: string;
      };
    };
    readonly termsText: Message<{ terms: Texts }>;
    readonly termText: Message<{ word: Text; means: Text }>;
    readonly timeline: string;
    readonly time: string;
    readonly who: string;
    readonly what: string;
    readonly goesOn: Message<{ id: Text }>;
    readonly rights: string;
    readonly rightsText: Message<{ used: boolean }>;
    readonly proof: string;
    readonly proofText: Message<{ head: unknown; seq: Text; hash: Text; id: Text }>;
  };
  readonly rights: {
    /** What a right is held on. */
    readonly scopes: {
      readonly subscription: Message<{ id: Text }>;
      readonly resourceGroup: Message<{ name: Text }>;
    };
    /** How a missing right is given. */
    readonly grant: {
      readonly line: string;
      /** It looks the cluster up by its name. */
      readonly lineByName: string;
      readonly noLine: Message<{ cluster: Text; role: Text }>;
    };
    readonly denied: {
      readonly title: Message<{ cluster: Formatted["calledCluster"] }>;
      readonly subtitle: string;
      readonly why: string;
      readonly wouldAllow: string;
      /** `known`: whoever reads it is in none of them; else that could not be found out. */
      readonly whoMay: Message<{ names: Texts | null | undefined; known: boolean }>;
    };
    readonly azureDenied: {
      readonly title: Message<{ cluster: Text }>;
      readonly subtitle: string;
      readonly action: string;
      readonly scope: string;
      /** Where Azure shows no cluster at all. */
      readonly anyScope: Message<{ cluster: Text }>;
      readonly role: string;
      /** Stands where the object id of the person would be. */
      readonly someone: string;
    };
    readonly whoAmI: {
      readonly title: Message<{ name: Text }>;
      readonly objectId: string;
      readonly tenant: string;
      readonly groups: string;
      readonly noGroups: string;
      readonly groupsUnknown: Message<{ reason: Text }>;
      readonly diagnose: string;
      readonly lookInside: string;
      readonly watch: string;
      readonly volunteer: string;
      readonly run: string;
      readonly change: string;
      readonly fix: string;
      readonly nothing: string;
      readonly rest: string;
    };
    readonly canI: {
      /** Who has to agree. */
      readonly approval: string;
      readonly yes: Message<{ cluster: Text }>;
      readonly no: Message<{ cluster: Text }>;
      readonly maybe: Message<{ cluster: Text }>;
      readonly bothOpen: string;
      readonly onlyReads: string;
      readonly modeShut: string;
      readonly mode: string;
      readonly policyShut: string;
      readonly azureShut: string;
      readonly azureUnknown: string;
      readonly policy: string;
      readonly policyAllows: Message<{ rule: Text }>;
      readonly policyPersonal: string;
      readonly output: string;
      readonly outputThread: string;
      readonly azure: string;
      readonly azureAllows: string;
      readonly azureMissing: Message<{ action: Text; scope: Text }>;
      readonly need: Message<{ action: Text; scope: Text }>;
      readonly azureOpen: Message<{ needs: Texts | null | undefined }>;
      readonly role: string;
    };
  };
  readonly risks: {
    readonly addressLetIn: string;
    readonly apiOpened: string;
    readonly bastionNeedsOpened: string;
    readonly flowOpened: Message<{ protocol: Text; port: Text; source: Text; destination: Text }>;
    readonly ruleMoved: Message<{ rule: Text; group: Text; from: Text; to: Text }>;
    readonly windowOpened: Message<{ port: Text; machine: Text; source: Text; until: Text }>;
    readonly rulesRemoved: Message<{ rules: Texts; group: Text }>;
    readonly firewallAllocated: string;
    readonly firewallLetsConnection: Message<{ sources: Texts }>;
    readonly firewallLetsNames: Message<{ tag: Text; sources: Texts }>;
    readonly sourcesTranslated: string;
    readonly proxyEnabled: string;
    readonly proxyEnabledByPolicy: string;
    readonly routedToGateway: Message<{ prefix: Text; table: Text }>;
    readonly routeRemoved: string;
    readonly leavesByRoute: string;
    readonly tableApplies: string;
    readonly interfaceForwards: string;
    readonly forwardedLetIn: string;
    readonly networksJoined: string;
    readonly peeringMade: string;
    readonly peeringLeftover: Message<{ network: Text }>;
    readonly networkDecrypted: string;
    readonly rangesSynced: string;
    readonly transitOpened: string;
    readonly clientsDrop: string;
    readonly registeredNamesGone: string;
    readonly privatePeeringOn: string;
    readonly tunnelsDrop: string;
    readonly leavesByNatGateway: string;
    readonly natGatewayCosts: string;
    readonly natGatewayReaddressed: string;
    readonly natGatewayReapplied: string;
    readonly portsShared: string;
    readonly linkAdded: string;
    readonly serversOfNetwork: string;
    readonly linkRemade: string;
    readonly recordAdded: string;
    readonly recordChanged: string;
    readonly zoneMade: string;
    readonly zoneAdded: string;
    readonly apiAddressMayMove: string;
    readonly apiNamePublic: string;
    readonly apiOpenedToAddress: string;
    readonly apiOpenedToEgress: string;
    readonly apiSubnetDelegated: string;
    readonly certificatesRotated: string;
    readonly clusterReapplied: string;
    readonly commandsEnabled: string;
    readonly endpointApproved: string;
    readonly endpointMoved: string;
    readonly nodeCosts: string;
    readonly nodesCost: string;
    readonly upgradesOneByOne: string;
    readonly vaultRecovered: string;
    readonly vaultOpened: string;
    readonly bastionRouted: string;
    readonly bastionUpdated: string;
    readonly bastionStandardCosts: string;
    readonly containersCost: string;
    readonly machineCosts: string;
    readonly machineRestarted: string;
    readonly providerRegistered: string;
    readonly relayApproved: string;
    readonly subnetLetIn: string;
    readonly serviceEndpointAdded: string;
    readonly desktopGranted: string;
    readonly serviceGranted: string;
    readonly adminToo: string;
    readonly lockLoosened: Message<{ on: Text }>;
    readonly identityGranted: Message<{ role: Text }>;
    readonly kubeconfigGranted: string;
    readonly kubeconfigReplaced: string;
    readonly kubernetesReadable: string;
    readonly machineShown: string;
    readonly scopesShown: string;
    readonly nodesTakePods: string;
    readonly podsReplaced: string;
    readonly policiesDeleted: Message<{ policies: Texts }>;
  };
  readonly runs: {
    readonly progress: {
      readonly queued: string;
      readonly ahead: Message<{ count: number }>;
      readonly diagnose: Message<{ cluster: Text }>;
      readonly diagnoseText: string;
      readonly access: Message<{ cluster: Text }>;
      readonly accessText: string;
      readonly command: Message<{ cluster: Text }>;
      readonly commandText: string;
      readonly change: Message<{ cluster: Text }>;
      readonly changeText: string;
      readonly fix: Message<{ cluster: Text }>;
      readonly fixText: string;
      readonly clusterAdmin: string;
    };
    readonly runProblem: {
      readonly title: Message<{ state: Text; cluster: Text }>;
      readonly done: string;
      readonly next: string;
      readonly action: string;
      readonly scope: string;
      readonly role: string;
    };
    readonly status: {
      readonly title: Message<{ count: number }>;
      readonly running: Message<{ count: number }>;
      readonly waiting: Message<{ count: number }>;
      readonly own: string;
      readonly askedBy: Message<{ name: Text }>;
      readonly more: Message<{ count: Text }>;
      readonly elsewhere: string;
      readonly none: string;
      /** The number of its row, so that no two buttons have one name. */
      readonly open: Message<{ row: Text }>;
      readonly ways: Message<{ count: number }>;
      readonly perhapsWays: Message<{ count: number }>;
      readonly allowed: {
        readonly yes: string;
        readonly partly: string;
        readonly no: string;
        readonly unknown: string;
      };
      readonly outOfReach: Message<{ perhaps: boolean }>;
      readonly exit: Message<{ exitCode: number }>;
      /** For operators: alerts that reached no channel. */
      readonly strays: Message<{ count: number; rule: Text; source: Text; time: Formatted["utc"]; named: Text | null | undefined }>;
      readonly updated: Message<{ now: Formatted["utc"] }>;
    };
  };
  readonly sections: {
    readonly managedCluster: string;
    readonly permissions: string;
    readonly resourceHealth: string;
    readonly locks: string;
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
  readonly sentFile: {
    readonly fileProblems: {
      readonly fileEnding: string;
      readonly fileTooLong: Message<{ most: Formatted["kilobytes"] }>;
      readonly fileNoText: string;
      readonly fileNoYaml: Message<{ line: Text | null | undefined }>;
      readonly fileAlias: Message<{ line: Text }>;
      readonly fileTwoReadings: Message<{ word: Text; line: Text }>;
      readonly fileNumber: Message<{ number: Text }>;
      readonly fileTooDeep: string;
      readonly fileEmpty: string;
      readonly fileNoObject: Message<{ at: Text; lacks: Text }>;
      readonly fileName: Message<{ name: Text }>;
      readonly fileNamespace: Message<{ namespace: Text }>;
      readonly fileKind: Message<{ kind: Text }>;
      readonly fileSecretKind: string;
      readonly fileItems: Message<{ kind: Text }>;
      readonly fileWithSecret: Message<{ line: Text }>;
      readonly fileTwice: Message<{ object: Text }>;
      readonly fileOfMany: Message<{ most: Text; holds: Text }>;
      readonly fileOfSeveralNamespaces: Message<{ namespaces: Texts }>;
      readonly fileSignInFirst: string;
      readonly fileNotAllowed: string;
      readonly fileNotReadNow: string;
      readonly fileNotAlone: string;
      readonly fileNoKey: string;
      readonly fileFromElsewhere: string;
      readonly fileNotGot: Message<{ code: Text }>;
    };
    readonly sentFile: {
      readonly kept: Message<{ name: Text }>;
      readonly nothingSent: Message<{ until: Formatted["utc"] }>;
      readonly holds: string;
      readonly objects: Message<{ names: Texts }>;
      readonly hash: string;
      readonly next: string;
      readonly example: Message<{ name: Text }>;
      readonly refused: Message<{ name: Text | null | undefined }>;
      /** Besides what is said of the file. */
      readonly unanswered: string;
      readonly notKept: string;
      /** On the card of a change. `hash`: the beginning of it. */
      readonly file: string;
      readonly fileValue: Message<{ name: Text; hash: Text }>;
    };
  };
  readonly signIn: {
    /** Said to a guest whom Teams names no account of. */
    readonly nameless: string;
    readonly signInElsewhere: {
      readonly title: string;
      readonly subtitle: string;
    };
    readonly signInFailed: {
      readonly title: string;
      readonly code: string;
      readonly api: string;
      readonly apis: {
        readonly arm: string;
        readonly kubernetes: string;
        readonly graph: string;
      };
      readonly admin: string;
      readonly challenged: Message<{ api: Text }>;
    };
    readonly signedIn: {
      readonly title: Message<{ name: Text }>;
      readonly resumed: string;
      readonly ready: string;
      readonly late: string;
    };
    readonly signedOut: {
      readonly title: string;
      readonly subtitle: string;
    };
    /** Around the sign-in button, in the personal chat. */
    readonly signIn: {
      readonly summary: string;
      readonly text: string;
      readonly goOn: Message<{ asked: Text }>;
      readonly button: string;
    };
    readonly challengePage: {
      readonly titles: {
        readonly asks: string;
        readonly answered: string;
        readonly ended: string;
        readonly refused: string;
        readonly otherPerson: string;
      };
      readonly says: {
        readonly asks: string;
        readonly answered: string;
        readonly ended: string;
        readonly refused: string;
        readonly otherPerson: string;
      };
      readonly button: string;
    };
  };
  readonly since: {
    readonly setting: {
      readonly access: string;
      readonly addresses: string;
      readonly addressPrefixes: string;
      readonly adminRules: string;
      readonly basePolicy: string;
      readonly circuit: string;
      readonly circuitPeering: string;
      readonly connectionState: string;
      readonly destinations: string;
      readonly direction: string;
      readonly dnsProxy: string;
      readonly dnsServers: string;
      readonly domain: string;
      readonly endpointPolicies: string;
      readonly forwards: string;
      readonly gatewayTransit: string;
      readonly httpsProxy: string;
      readonly leadsOut: string;
      readonly localGateway: string;
      readonly natGateway: string;
      readonly networks: string;
      readonly nextHop: string;
      readonly outboundByDefault: string;
      readonly outboundType: string;
      readonly policy: string;
      readonly ports: string;
      readonly powerState: string;
      readonly priority: string;
      readonly privateDnsZone: string;
      readonly protocol: string;
      readonly providerState: string;
      readonly publicAddresses: string;
      readonly ranges: string;
      readonly reaches: string;
      readonly refusesLearned: string;
      readonly remoteGateways: string;
      readonly routeTable: string;
      readonly runCommandOff: string;
      readonly securityGroup: string;
      readonly sourcePorts: string;
      readonly sources: string;
      readonly state: string;
      readonly subnet: string;
      readonly sync: string;
    };
    /** How an earlier diagnosis ended. */
    readonly earlier: {
      readonly healthy: string;
      readonly degraded: string;
      readonly broken: string;
      readonly unknown: string;
    };
    /** Of a switch, as is off. */
    readonly on: string;
    readonly off: string;
    /** Of a setting that is no switch; there may be none. */
    readonly value: Message<{ items: Texts | null | undefined }>;
    readonly firewallRule: Message<{ name: Text }>;
    /** access Allow → Deny */
    readonly changed: Message<{ setting: Said<Catalogue["since"]["setting"]>; before: Text; after: Text }>;
    readonly difference: {
      readonly added: Message<{ thing: Text }>;
      readonly gone: Message<{ thing: Text }>;
      readonly changed: Message<{ thing: Text; changes: Texts }>;
    };
    /** {better}: the cluster is better off now. */
    readonly since: Message<{ better: boolean; verdict: Said<Catalogue["since"]["earlier"]>; at: Formatted["utc"]; told: Texts; more: number }>;
  };
  readonly states: {
    readonly checkStatus: {
      readonly pass: string;
      readonly warn: string;
      readonly fail: string;
      readonly notAssessed: string;
      readonly notApplicable: string;
      readonly notConfigured: string;
    };
    readonly pathState: {
      readonly available: string;
      readonly probable: string;
      readonly blocked: string;
      readonly notConfigured: string;
    };
    readonly verdict: {
      readonly reachable: string;
      readonly well: string;
      readonly wrongInside: string;
      readonly degraded: string;
      readonly broken: string;
      readonly unknown: string;
      readonly stopped: string;
    };
    readonly runState: {
      readonly queued: string;
      readonly running: string;
      readonly succeeded: string;
      readonly failed: string;
      readonly denied: string;
      readonly timedOut: string;
      readonly lost: string;
      readonly pendingApproval: string;
      readonly approved: string;
      readonly applying: string;
      readonly rejected: string;
      readonly withdrawn: string;
      readonly expired: string;
    };
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
    readonly gatewayState: Message<{ state: string; thing: Text }>;
    readonly gatewayMissing: Message<{ network: Text }>;
    readonly gatewayUnjoined: Message<{ thing: Text }>;
    readonly beyondGateway: Message<{ thing: Text }>;
    readonly hopForwards: Message<{ address: Text | null | undefined; thing: Text }>;
    readonly hopDown: Message<{ thing: Text; address: Text; state: Formatted["downState"] }>;
    readonly hopNotForwarding: Message<{ thing: Text; address: Text }>;
    readonly hopNobody: Message<{ beyond: Text | null | undefined; route: Text | null | undefined; thing: Text; address: Text }>;
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
    readonly sentence: Message<{ isNameless: boolean; clause: Text }>;
  };
  readonly story: {
    readonly title: Message<{ id: Text; cluster: Text }>;
    readonly about: Message<{ count: number; at: Formatted["utc"]; title: Text }>;
    readonly more: Message<{ count: number }>;
    readonly report: string;
    readonly timeline: string;
    readonly system: string;
    readonly source: string;
    readonly unknown: string;
    readonly events: {
      readonly fired: Message<{ severity: Text; rule: Text; where: Texts | null | undefined; into: Text | null | undefined; count: number }>;
      readonly resolved: Message<{ severity: Text; rule: Text; where: Texts | null | undefined; into: Text | null | undefined; count: number }>;
      readonly declared: Message<{ because: Text }>;
      readonly posted: string;
      readonly taken: string;
      readonly handedOver: Message<{ to: Text }>;
      readonly escalated: Message<{ step: number; schedules: Text | null | undefined; who: Texts | null | undefined; people: number; named: number; elsewhere: number }>;
      readonly severity: Message<{ severity: Text }>;
      readonly ended: Message<{ because: Text | null | undefined }>;
      readonly merged: Message<{ from: Text }>;
      readonly splitInto: Message<{ rule: Text; into: Text }>;
      readonly splitFrom: Message<{ from: Text; rule: Text }>;
      readonly reopened: string;
      readonly note: Message<{ text: Text }>;
      readonly operation: Message<{ what: string; state: Text }>;
      readonly planned: Message<{ configurations: number }>;
      readonly diagnosed: Message<{ verdict: Text; cause: Text | null | undefined }>;
      readonly commanded: Message<{ does: Text }>;
      readonly asked: Message<{ requested: Text }>;
      readonly waits: Message<{ requested: Text }>;
      readonly approved: Message<{ requested: Text }>;
      readonly rejected: Message<{ requested: Text }>;
      readonly expired: Message<{ requested: Text }>;
      readonly withdrawn: Message<{ requested: Text }>;
      readonly made: Message<{ outcome: string; requested: Text }>;
      readonly notDone: Message<{ requested: Text }>;
      readonly checked: Message<{ requested: Text; name: Text; verdict: Text }>;
    };
    /** What the events of a request are about. */
    readonly requested: {
      readonly fix: Message<{ does: Text }>;
      readonly undo: Message<{ does: Text }>;
      readonly change: Message<{ does: Text }>;
    };
    readonly something: string;
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
      readonly locks: Message<{ name: Text }>;
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
    readonly ofGroup: Message<{ called: Text; group: Text }>;
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
      readonly halfPeerings: string;
      readonly inPeeredNetworks: string;
      readonly interfaceOfEndpoint: string;
      readonly jitPolicies: string;
      readonly keyVaults: string;
      readonly loadBalancers: string;
      readonly locks: string;
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
  readonly summary: {
    /** Sentences end with a full stop. */
    readonly said: {
      readonly throttled: Message<{ open: number; cluster: Text; seconds: Text }>;
      readonly told: Message<{ told: Formatted["found"] }>;
      /** Two of the roles that are missing are named, further ones counted. */
      readonly lockedOut: Message<{ cluster: Text; lack: Formatted["found"]; open: number; grants: readonly (Said<Catalogue["summary"]["roleMissing"]>)[] }>;
      readonly place: Message<{ fine: boolean; place: Said<Catalogue["summary"]["requesterPlace"]> }>;
      readonly notProved: Message<{ cluster: Text; doubt: Formatted["step"] | null | undefined; missing: Said<Catalogue["summary"]["needed"]> | null | undefined }>;
      readonly openChecks: Message<{ cluster: Text; open: number; missing: Said<Catalogue["summary"]["needed"]> | null | undefined; first: Formatted["found"] | null | undefined }>;
      readonly lackOnly: Message<{ cluster: Text; lack: Formatted["found"] }>;
      readonly hint: Message<{ limits: readonly (Said<Catalogue["summary"]["beyond"]>)[] | null | undefined; cluster: Text; hint: Said<Catalogue["hints"]> }>;
      readonly sound: Message<{ apart: boolean; cluster: Text; unjudged: readonly (Said<Catalogue["summary"]["unjudged"]>)[] | null | undefined; limits: readonly (Said<Catalogue["summary"]["beyond"]>)[] | null | undefined }>;
      readonly noWay: Message<{ cluster: Text; reason: Formatted["wayReason"] }>;
      readonly fault: Message<{ cluster: Text }>;
      readonly warning: Message<{ place: Said<Catalogue["summary"]["requesterPlace"]> | null | undefined; cluster: Text; told: Formatted["found"] }>;
    };
    /** What is not known about where the requester sits, with what to do or to say. */
    readonly requesterPlace: {
      readonly unasked: Message<{ cluster: Text; ownAddress: Text }>;
      readonly outside: Message<{ cluster: Text; ip: Text | null | undefined; mayBeLearned: boolean; canRun: boolean; entries: Texts }>;
    };
    /** The right that would settle it. */
    readonly needed: {
      readonly each: Message<{ action: Text; scope: Formatted["nameOf"] }>;
    };
    readonly roleMissing: {
      readonly each: Message<{ role: Text; scope: Formatted["nameOf"] }>;
    };
    /** In English and Chinese inside a sentence. */
    readonly unjudged: {
      readonly firewallRules: string;
      readonly ownServers: string;
    };
    /** What stays open although nothing is wrong. */
    readonly beyond: {
      readonly doubt: Message<{ doubt: Formatted["step"] | null | undefined }>;
      readonly limit: Message<{ limit: Said<Catalogue["summary"]["limit"]> }>;
      readonly way: Message<{ reason: Formatted["wayReason"] }>;
    };
    /** What Azure cannot show. */
    readonly limit: {
      readonly step: Message<{ step: Formatted["step"] }>;
      readonly managerRules: string;
    };
    /** Who can look there. */
    readonly canLook: {
      readonly component: Message<{ name: Text }>;
      readonly farSide: string;
      readonly right: Message<{ action: Text; scope: Text }>;
    };
  };
  readonly tables: {
    /** A type of Kubernetes; one that is not here is called as kubectl calls it. */
    readonly noun: {
      readonly persistentvolumeclaims: Message<{ count: number }>;
      readonly persistentvolumes: Message<{ count: number }>;
      readonly horizontalpodautoscalers: Message<{ count: number }>;
      readonly objects: Message<{ count: number }>;
      readonly pods: Message<{ count: number }>;
      readonly nodes: Message<{ count: number }>;
      readonly deployments: Message<{ count: number }>;
      readonly replicasets: Message<{ count: number }>;
      readonly statefulsets: Message<{ count: number }>;
      readonly daemonsets: Message<{ count: number }>;
      readonly jobs: Message<{ count: number }>;
      readonly cronjobs: Message<{ count: number }>;
      readonly services: Message<{ count: number }>;
      readonly endpoints: Message<{ count: number }>;
      readonly ingresses: Message<{ count: number }>;
      readonly events: Message<{ count: number }>;
      readonly namespaces: Message<{ count: number }>;
    };
    /** As kubectl calls it: one, and several. */
    readonly otherNoun: Message<{ count: number; one: Text; several: Text }>;
    readonly counted: Message<{ count: Text; noun: Text }>;
    /** Types, for a sentence about several of each. */
    readonly several: Message<{ nouns: Texts }>;
    readonly state: {
      readonly word: Message<{ word: Text }>;
      readonly notReady: string;
      readonly partlyReady: string;
      readonly restarted: string;
      readonly pending: string;
      readonly rollingOut: string;
      readonly scaledToZero: string;
      readonly noAddress: string;
      readonly noEndpoints: string;
      readonly notComplete: string;
      readonly suspended: string;
      readonly noMetric: string;
      readonly atMaximum: string;
      readonly cpuFull: string;
      readonly memoryFull: string;
      readonly ready: string;
    };
    readonly marks: {
      readonly broken: string;
      readonly warning: string;
      readonly unknown: string;
      readonly moving: string;
      readonly fine: string;
      readonly plain: string;
    };
    readonly looks: {
      readonly describe: string;
      readonly logs: string;
      readonly previous: string;
      readonly events: string;
    };
    /** What a cell says, by its column. */
    readonly fact: {
      readonly READY: Message<{ value: Text }>;
      readonly RESTARTS: Message<{ count: number | null | undefined; value: Text; last: Text | null | undefined }>;
      readonly AGE: Message<{ value: Text }>;
      readonly NODE: Message<{ value: Text }>;
      readonly MESSAGE: Message<{ value: Text }>;
      readonly "LAST SEEN": Message<{ last: Text; often: Text | null | undefined }>;
      readonly "UP-TO-DATE": Message<{ value: Text }>;
      readonly DESIRED: Message<{ value: Text }>;
      readonly COMPLETIONS: Message<{ value: Text }>;
      readonly DURATION: Message<{ value: Text }>;
      readonly ROLES: Message<{ value: Text }>;
      readonly VERSION: Message<{ value: Text }>;
      readonly TYPE: Message<{ value: Text }>;
      readonly "CLUSTER-IP": Message<{ value: Text }>;
      readonly "EXTERNAL-IP": Message<{ value: Text }>;
      readonly "PORT(S)": Message<{ value: Text }>;
      readonly CAPACITY: Message<{ value: Text }>;
      readonly STORAGECLASS: Message<{ value: Text }>;
      readonly REPLICAS: Message<{ value: Text }>;
      readonly MAXPODS: Message<{ value: Text }>;
      readonly "CPU(cores)": Message<{ value: Text }>;
      readonly "MEMORY(bytes)": Message<{ value: Text }>;
      readonly "CPU%": Message<{ value: Text }>;
      readonly "CPU(%)": Message<{ value: Text }>;
      readonly "MEMORY%": Message<{ value: Text }>;
      readonly "MEMORY(%)": Message<{ value: Text }>;
    };
    /** Of a column that has no words of its own. */
    readonly otherFact: Message<{ column: Text; value: Text }>;
    readonly inNamespace: Message<{ namespace: Text }>;
    readonly wrong: Message<{ mark: Text; wrong: number; all: Text; cluster: Text }>;
    readonly one: Message<{ mark: Text; name: Text; cluster: Text; state: Text }>;
    readonly unknown: Message<{ unknown: Text; all: Text; cluster: Text }>;
    readonly noneWrong: Message<{ all: Text; cluster: Text }>;
    readonly unjudged: Message<{ all: Text; cluster: Text }>;
    readonly counts: Message<{ parts: Texts }>;
    readonly count: Message<{ count: Text; state: Text }>;
    readonly otherStates: Message<{ count: Text }>;
    readonly others: Message<{ count: number }>;
    readonly wrongBelow: Message<{ more: number }>;
    readonly notShown: Message<{ left: number; total: Text }>;
    readonly filtered: string;
    readonly cut: string;
    readonly alsoPrinted: string;
    readonly also: Message<{ line: Text }>;
    readonly assumedNamespace: Message<{ namespace: Text }>;
    readonly waitShortened: Message<{ waitAsked: Text }>;
  };
  readonly tested: {
    /** Who answered with what; null where nothing says so, or where it is the machine itself. */
    readonly answering: {
      readonly each: Message<{ server: Text | null | undefined; kind: string }>;
    };
    readonly shown: {
      readonly answers: Message<{ status: number }>;
      readonly nameRight: Message<{ asked: Said<Catalogue["tested"]["answering"]>; address: Text }>;
      readonly nameAnswered: Message<{ asked: Said<Catalogue["tested"]["answering"]>; address: Text }>;
      readonly nameOther: Message<{ asked: Said<Catalogue["tested"]["answering"]>; address: Text; wanted: Text }>;
      readonly namePublic: Message<{ asked: Said<Catalogue["tested"]["answering"]>; address: Text; cluster: Text }>;
      readonly noName: Message<{ server: Text | null | undefined; kind: string; name: Text }>;
      readonly answerDropped: Message<{ asked: Said<Catalogue["tested"]["answering"]> }>;
      readonly serverFails: Message<{ server: Text | null | undefined; kind: string; name: Text }>;
      readonly noServer: Message<{ server: Text | null | undefined }>;
      readonly opens: Message<{ address: Text | null | undefined }>;
      readonly timedOut: Message<{ address: Text | null | undefined }>;
      readonly refused: Message<{ address: Text | null | undefined }>;
      readonly reset: Message<{ address: Text | null | undefined }>;
      readonly insideOnly: Message<{ address: Text }>;
      readonly inspected: Message<{ issuer: Text }>;
      readonly expired: Message<{ on: Text }>;
      readonly tlsSilent: string;
      readonly proxied: Message<{ proxy: Text | null | undefined; status: Text | null | undefined }>;
      readonly otherCluster: Message<{ asked: Text; cluster: Text; name: Text }>;
      /** The last letters of their ids. */
      readonly otherTenant: Message<{ own: Text; cluster: Text; trusted: Text }>;
    };
    /** Who has to mend it, where a name is not known or known wrongly. */
    readonly forward: Message<{ kind: string; server: Text; cluster: Text }>;
    /** What to do then, where anything is to be done. {placed}: the requester told where they are. */
    readonly next: {
      readonly answers: Message<{ status: number }>;
      readonly nameRight: string;
      readonly nameAnswered: string;
      readonly nameOther: Message<{ kind: string; server: Text }>;
      readonly noName: string;
      readonly answerDropped: string;
      readonly serverFails: Message<{ server: Text | null | undefined; kind: string }>;
      readonly noServer: string;
      readonly opens: string;
      readonly timedOut: Message<{ isPrivate: boolean; placed: boolean; cluster: Text; ownAddress: Text }>;
      readonly refused: string;
      readonly reset: string;
      readonly insideOnly: string;
      readonly inspected: string;
      readonly expired: string;
      readonly tlsSilent: string;
      readonly proxied: string;
      readonly otherCluster: string;
      readonly otherTenant: Message<{ trusted: Text }>;
    };
    /** The requester comes from there, from where no way is known, and gets there all the same. */
    readonly outside: Message<{ outside: Text; cluster: Text }>;
    /** Behind a cause, before what was shown: it shows the same, another thing, or that the requester gets there. */
    readonly leads: {
      readonly same: string;
      readonly beside: string;
      readonly against: string;
    };
  };
  readonly times: {
    readonly days: Message<{ count: number }>;
    readonly hours: Message<{ count: Text }>;
    readonly minutes: Message<{ count: Text }>;
    readonly seconds: Message<{ count: Text }>;
    readonly tenths: Message<{ count: Text }>;
  };
  readonly told: {
    readonly approve: {
      readonly title: string;
      readonly text: string;
    };
    readonly approvers: {
      readonly title: string;
      readonly text: string;
    };
    readonly azure: {
      readonly title: string;
      readonly text: string;
    };
    readonly emergency: {
      readonly title: string;
      readonly text: string;
    };
    readonly exec: {
      readonly title: string;
      readonly text: string;
    };
    readonly file: {
      readonly title: string;
      readonly text: string;
    };
    readonly fix: {
      readonly title: string;
      readonly text: string;
    };
    readonly impact: {
      readonly title: string;
      readonly text: string;
    };
    readonly job: {
      readonly title: string;
      readonly text: string;
    };
    readonly press: {
      readonly title: string;
      readonly text: string;
    };
    readonly roles: {
      readonly title: string;
      readonly text: string;
    };
    readonly terms: {
      readonly title: string;
      readonly text: string;
    };
    readonly upgrades: {
      readonly title: string;
      readonly text: string;
    };
    readonly volume: {
      readonly title: string;
      readonly text: string;
    };
    readonly who: {
      readonly title: string;
      readonly text: string;
    };
    readonly data: {
      readonly title: string;
      readonly text: string;
    };
    readonly address: {
      readonly title: string;
      readonly text: string;
    };
    readonly identity: {
      readonly title: string;
      readonly text: string;
    };
    readonly hello: {
      readonly title: string;
      readonly text: string;
    };
    readonly incident: {
      readonly title: string;
      readonly text: string;
    };
    readonly settings: {
      readonly title: string;
      readonly text: string;
    };
    readonly policy: {
      readonly title: string;
      readonly text: string;
    };
    readonly outage: {
      readonly title: string;
      readonly text: string;
    };
    readonly shown: {
      readonly title: string;
      readonly text: string;
    };
    readonly bot: {
      readonly title: string;
      readonly text: string;
    };
    readonly reject: {
      readonly title: string;
      readonly text: string;
    };
    readonly merge: {
      readonly title: string;
      readonly text: string;
    };
    readonly cards: {
      readonly title: string;
      readonly text: string;
    };
    readonly reading: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertRule: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertRestarts: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertPods: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertPending: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertJobs: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertVolumes: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertNodes: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertNodeRoom: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertNames: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertApi: {
      readonly title: string;
      readonly text: string;
    };
    readonly alertLimits: {
      readonly title: string;
      readonly text: string;
    };
    readonly place: {
      readonly title: string;
      readonly text: string;
    };
    readonly private: {
      readonly title: string;
      readonly text: string;
    };
    readonly alone: {
      readonly title: string;
      readonly text: string;
    };
    readonly expires: {
      readonly title: string;
      readonly text: string;
    };
    readonly freeze: {
      readonly title: string;
      readonly text: string;
    };
    readonly muteOne: {
      readonly title: string;
      readonly text: string;
    };
    readonly withdraw: {
      readonly title: string;
      readonly text: string;
    };
    readonly certificates: {
      readonly title: string;
      readonly text: string;
    };
    readonly names: {
      readonly title: string;
      readonly text: string;
    };
    readonly secrets: {
      readonly title: string;
      readonly text: string;
    };
    readonly sorry: {
      readonly title: string;
      readonly text: string;
    };
    readonly calls: {
      readonly title: string;
      readonly text: string;
    };
    readonly languages: {
      readonly title: string;
      readonly text: string;
    };
    readonly more: {
      readonly title: string;
      readonly text: string;
    };
    readonly remind: {
      readonly title: string;
      readonly text: string;
    };
    readonly shift: {
      readonly title: string;
      readonly text: string;
    };
    readonly team: {
      readonly title: string;
      readonly text: string;
    };
    readonly asOfNow: {
      readonly title: string;
      readonly text: string;
    };
    readonly device: {
      readonly title: string;
      readonly text: string;
    };
    readonly otherPerson: {
      readonly title: string;
      readonly text: string;
    };
    readonly payload: {
      readonly title: string;
      readonly text: string;
    };
    readonly records: {
      readonly title: string;
      readonly text: string;
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
      readonly groupUnread: Message<{ rule: Text; group: Text; why: Said<Catalogue["unread"]> }>;
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
    readonly subscriptionsSkipped: Message<{ subscriptions: Text; read: Text }>;
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
    readonly notAsked: Message<{ what: Formatted["subject"] }>;
    readonly resourceNotAsked: Message<{ name: Text }>;
    readonly connectionEndUnsaid: string;
    readonly networkNotPeered: Message<{ network: Text }>;
    readonly bastionNowhere: Message<{ bastion: Text }>;
    readonly bastionNotHeld: Message<{ network: Text }>;
    readonly gatewayNowhere: Message<{ gateway: Text }>;
    readonly gatewayOfType: Message<{ gateway: Text; type: Text }>;
    readonly mayOwnAddress: Message<{ name: Text; subnet: Text }>;
    readonly stateUnknown: Message<{ state: Text }>;
    readonly lastChangeFailed: string;
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
  readonly waiting: {
    readonly title: string;
    readonly steps: {
      readonly earlier: string;
      readonly signIn: string;
      readonly token: string;
      readonly groups: string;
      readonly clusters: string;
      readonly cluster: string;
      readonly rights: string;
      readonly chat: string;
    };
    /** Where nobody outside is waited for. */
    readonly noStep: string;
    readonly soFar: Message<{ seconds: number; doing: Text }>;
    readonly runSteps: {
      readonly cluster: string;
      readonly around: string;
      readonly asking: string;
      readonly sending: string;
      readonly inCluster: string;
    };
    readonly runStep: Message<{ number: Text; all: Text; step: Said<Catalogue["waiting"]["runSteps"]>; seconds: Text }>;
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
    readonly saidPart: Message<{ thing: Text; state: Text; why: Text | null | undefined }>;
    readonly said: Message<{ parts: Text }>;
    /** Between the parts of what is said of a way. */
    readonly apart: string;
  };
  readonly waysIn: {
    /** What a way is called, and what stands on it. */
    readonly wayTitle: {
      readonly P01: string;
      readonly P02: string;
      readonly P03: string;
      readonly P04: string;
      readonly P05: string;
      readonly P06: string;
      readonly P07: string;
      readonly P08: string;
      readonly P09: string;
      readonly P10: string;
      readonly P11: string;
      readonly P12: string;
      readonly P13: string;
      readonly P14: string;
      readonly P15: string;
      readonly P16: string;
      readonly bastion: string;
      readonly jumpHost: string;
    };
    /** Why a way is as it is. */
    readonly fact: {
      readonly notNeeded: Message<{ what: Said<Catalogue["waysIn"]["wayTitle"]> }>;
      readonly apiPrivate: string;
      readonly shellNotNear: string;
      readonly authorizedOnly: string;
      readonly noneAuthorized: string;
      readonly noHostBeside: string;
      readonly noHostInPeers: string;
      readonly noFurtherEndpoint: string;
      readonly browserOnly: Message<{ bastion: Text }>;
      readonly usesNoGateway: Message<{ network: Text }>;
      readonly noContainer: string;
      readonly noShell: string;
      readonly noDesktop: string;
      readonly openToAll: string;
      readonly openToShell: string;
      readonly addressAuthorized: string;
      readonly overHostBeside: string;
      readonly overHostInPeer: string;
      readonly overBastion: string;
      readonly overBastionSsh: string;
      readonly overBastionTunnel: string;
      readonly overContainer: string;
      readonly overGateway: Message<{ from: Formatted["called"]; to: Text }>;
      readonly overShell: Message<{ subnet: Text }>;
      readonly overDesktop: Message<{ pool: Text }>;
      readonly runByAzure: string;
      readonly hostUnknown: string;
      readonly hostWithoutSignIn: Message<{ host: Formatted["called"]; name: Text }>;
      readonly notWalked: string;
      readonly shellAddressChanges: string;
      readonly endpointUnjudged: string;
      readonly previewUnjudged: string;
      readonly bastionAddressUnknown: Message<{ bastion: Text }>;
      readonly bastionNotAuthorized: Message<{ ip: Text; bastion: Text }>;
      readonly containerUnknown: string;
      readonly vpnUnjudged: string;
      readonly circuitUnjudged: string;
      readonly shellUnjudged: string;
      readonly desktopUnjudged: string;
      readonly clusterLocked: Message<{ by: Said<Catalogue["findings"]["shared"]["locked"]> }>;
      readonly containerOff: Message<{ container: Text }>;
      readonly subnetNotDelegated: Message<{ subnet: Text }>;
      readonly desktopsClosed: Message<{ machine: Text; status: Text }>;
    };
    /** Of the run command. {clause}: where the pod's way ends. */
    readonly podStopped: Message<{ clause: Text }>;
    /** Before lines to copy. */
    readonly instruction: {
      readonly leaveOpen: string;
      readonly openShell: string;
      readonly openShellWith: Message<{ resourceGroup: Text; profile: Text }>;
      readonly connectInPortal: Message<{ host: Text }>;
      readonly orSsh: Message<{ host: Text; line: Text }>;
      readonly inTunnelShell: string;
      readonly inContainer: string;
      readonly connectVpn: Message<{ gateway: Text }>;
      readonly fromBehind: Message<{ gateway: Text }>;
      readonly openDesktop: Message<{ pool: Text }>;
    };
  };
  readonly ways: {
    /** Of an address or a range. */
    readonly allowed: {
      readonly yes: Message<{ of: Text; cluster: Text }>;
      readonly partly: Message<{ of: Text; cluster: Text }>;
      readonly no: Message<{ of: Text; cluster: Text }>;
      readonly unknown: Message<{ of: Text; cluster: Text }>;
    };
    readonly titleUnread: Message<{ cluster: Text }>;
    readonly title: Message<{ available: number; probable: number; cluster: Text }>;
    readonly best: Message<{ title: Text }>;
    readonly none: string;
    readonly way: Message<{ rank: Text; title: Text }>;
    readonly lines: string;
    readonly further: string;
    readonly closed: string;
    readonly stopped: Message<{ cluster: Text }>;
    readonly from: Message<{ place: Text }>;
    readonly symptomUnused: string;
    /** How to see one's own address stands behind it. */
    readonly fromUnknown: Message<{ cluster: Text }>;
  };
  readonly week: {
    readonly title: Message<{ count: number }>;
    readonly about: Message<{ clusters: Texts; from: Formatted["utc"]; to: Formatted["utc"]; before: number }>;
    readonly bySeverity: string;
    readonly severity: Message<{ severity: Text | null | undefined; count: Text }>;
    readonly severities: Message<{ counts: Texts }>;
    /** Behind these stands how long it took; the first two are what people did. */
    readonly acknowledged: string;
    readonly mitigated: string;
    readonly resolved: string;
    /** `of`: how many incidents came that far. */
    readonly took: Message<{ took: Text | null | undefined; opened: Text; of: Text }>;
    readonly explained: string;
    readonly explainedText: Message<{ count: Text; opened: Text; percent: Text }>;
    readonly calls: string;
    readonly callsText: Message<{ count: number }>;
    readonly alerts: string;
    readonly alertsText: Message<{ fired: Text; alone: number }>;
    readonly causes: string;
    readonly cause: Message<{ title: Text; on: Formatted["nameOf"] | null | undefined; cluster: Text; count: number }>;
    readonly rules: string;
    /** Behind the name of an alert rule. */
    readonly rule: Message<{ cluster: Text; severity: Text; fired: Text; alone: Text }>;
    /** `line`: what a person writes. `severity`: the least severe that is still heard. */
    readonly quieter: Message<{ line: Text; cluster: Text; severity: Text }>;
    readonly change: string;
    readonly alone: string;
    readonly footer: Message<{ weekly: boolean }>;
    readonly set: {
      readonly on: string;
      readonly alreadyOn: string;
      readonly off: string;
      readonly alreadyOff: string;
    };
    readonly setText: {
      readonly on: Message<{ next: Formatted["utc"] }>;
      readonly alreadyOn: Message<{ next: Formatted["utc"] }>;
      readonly off: string;
      readonly alreadyOff: string;
    };
  };
  readonly whatItDoes: {
    /** Of one step. */
    readonly effect: {
      readonly uncordons: Message<{ name: Text }>;
      readonly removesPolicy: Message<{ name: Text }>;
      readonly waits: string;
      readonly waitsUntilDown: Message<{ name: Text }>;
      readonly signsIn: string;
      readonly starts: Message<{ name: Text }>;
      readonly restarts: Message<{ name: Text }>;
      readonly startsInstance: Message<{ instances: Text; name: Text }>;
      readonly restartsInstance: Message<{ instances: Text; name: Text }>;
      readonly scales: Message<{ name: Text; count: Text }>;
      readonly startsContainers: Message<{ name: Text }>;
      readonly changes: Message<{ name: Text }>;
      readonly sets: Message<{ setting: Text; name: Text }>;
      readonly reapplies: Message<{ name: Text }>;
      readonly approves: Message<{ name: Text }>;
      readonly registersProvider: Message<{ name: Text }>;
      readonly loosensLock: Message<{ name: Text }>;
      readonly givesRole: Message<{ role: Text; on: Text }>;
      readonly asksForAccess: Message<{ name: Text }>;
      readonly rotatesCertificates: Message<{ name: Text }>;
      readonly fetchesKubeconfig: Message<{ name: Text }>;
      readonly switchesRunCommandOn: Message<{ name: Text }>;
      readonly authorizesAddresses: Message<{ addresses: Texts; name: Text }>;
      readonly givesAddresses: Message<{ name: Text; count: Text }>;
      readonly keepsPorts: Message<{ count: Text; name: Text }>;
      readonly addsPool: Message<{ name: Text }>;
      readonly startsPool: Message<{ name: Text }>;
      readonly scalesPool: Message<{ name: Text; count: Text }>;
      readonly surgesByOne: Message<{ name: Text }>;
      readonly movesLimits: Message<{ name: Text }>;
      readonly recoversVault: Message<{ name: Text }>;
      readonly opensVault: Message<{ name: Text }>;
      readonly createsZone: string;
      readonly linksZone: Message<{ name: Text }>;
      readonly removesLink: Message<{ name: Text }>;
      readonly endsRegistration: Message<{ name: Text }>;
      readonly setsRecord: Message<{ record: Text; address: Text }>;
      readonly addsToRecord: Message<{ address: Text; record: Text }>;
      readonly removesFromRecord: Message<{ address: Text; record: Text }>;
      readonly createsEndpoint: Message<{ name: Text }>;
      readonly removesEndpoint: Message<{ name: Text }>;
      readonly addsRule: Message<{ name: Text; of: Text }>;
      readonly removesRule: Message<{ name: Text; of: Text }>;
      readonly movesRule: Message<{ name: Text; of: Text; to: Text }>;
      readonly addsRules: Message<{ name: Text; of: Text }>;
      readonly turnsProxyOn: Message<{ name: Text }>;
      readonly translates: Message<{ name: Text }>;
      readonly letsSubnetIn: Message<{ subnet: Text; account: Text }>;
      readonly createsTable: Message<{ name: Text }>;
      readonly addsRoute: Message<{ name: Text; of: Text }>;
      readonly removesRoute: Message<{ name: Text; of: Text }>;
      readonly attachesTable: Message<{ name: Text; of: Text }>;
      readonly detachesTable: Message<{ name: Text; of: Text }>;
      readonly servesStorage: Message<{ name: Text; of: Text }>;
      readonly givesNatGateway: Message<{ name: Text; of: Text; to: Text }>;
      readonly delegates: Message<{ name: Text; of: Text; to: Text }>;
      readonly endsEncryption: Message<{ name: Text }>;
      readonly createsAddress: Message<{ name: Text }>;
      readonly createsNatGateway: Message<{ name: Text }>;
      readonly changesNatGateway: Message<{ name: Text }>;
      readonly forwards: Message<{ name: Text }>;
      readonly dropsServers: Message<{ name: Text }>;
      readonly makesPeering: Message<{ one: Text; other: Text }>;
      readonly removesPeering: Message<{ name: Text; of: Text }>;
      readonly syncsPeering: Message<{ name: Text; of: Text }>;
      readonly setsOnPeering: Message<{ setting: Text; name: Text; of: Text }>;
      readonly switchesPeeringOn: Message<{ name: Text; of: Text }>;
      readonly changesGateway: Message<{ name: Text }>;
      readonly restartsGateway: Message<{ name: Text }>;
    };
    /** Two steps, one after the other; {before} may be several. */
    readonly then: Message<{ before: Text; next: Text; isLast: boolean }>;
    readonly fix: {
      readonly peeringAgain: Message<{ one: Text; other: Text; both: boolean }>;
      readonly steps: Message<{ steps: Formatted["upperFirst"] }>;
    };
  };
  readonly whoAgrees: {
    /** This and the next stand behind "approved by". */
    readonly requester: string;
    readonly others: Message<{ count: Text; groups: Texts; escalate?: Said<Catalogue["whoAgrees"]["escalate"]> | null | undefined; minutes: Formatted["span"]; runAs?: unknown }>;
    /** Whom else is asked after some time. */
    readonly escalate: {
      readonly each: Message<{ groups: Texts; afterMinutes: Formatted["span"] }>;
    };
    readonly minutes: Message<{ count: number }>;
    readonly hours: Message<{ count: number }>;
    /** When a rule counts at all. */
    readonly conditions: {
      readonly hours: Message<{ days: readonly (Said<Catalogue["whoAgrees"]["dayNames"]>)[] | null | undefined; from: Text; to: Text; timeZone: Text }>;
      readonly incidentOnly: Message<{ least: Text }>;
      readonly emergencyOnly: string;
      readonly tag: Message<{ name: Text; value: Text }>;
    };
    readonly dayNames: {
      readonly mon: string;
      readonly tue: string;
      readonly wed: string;
      readonly thu: string;
      readonly fri: string;
      readonly sat: string;
      readonly sun: string;
    };
  };
}
