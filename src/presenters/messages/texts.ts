// Written by `npm run messages` out of the JSON files beside this one: which texts there are, and what each takes.
import type { Formatted, Message, Text, Texts } from "./formats.ts";

/** Each a file of every language. */
export const topics: readonly string[] = [
  "alerts",
  "findings/pool",
  "lists",
  "undecided",
];

/** Groups of texts that a message names as a format: where each stands. */
export const groups: Readonly<Record<string, readonly string[]>> = {
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
  readonly lists: {
    /** The first three names of a list that is longer than four. */
    readonly few: Message<{ names: Texts; more: Text }>;
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
