// What the steps of a fix do, as data: an id for each thing that is told, and its values.

type Does<Is extends string, Values = unknown> = Is extends string ? Readonly<{ is: Is } & Values> : never;

/** Of one step. `name`: of what is changed. `of`: what that is a part of. */
export type CommandEffect =
  | Does<"waits" | "signsIn" | "createsZone">
  | Does<
      | "starts"
      | "restarts"
      | "waitsUntilDown"
      | "rotatesCertificates"
      | "reapplies"
      | "changes"
      | "approves"
      | "fetchesKubeconfig"
      | "switchesRunCommandOn"
      | "addsPool"
      | "startsPool"
      | "surgesByOne"
      | "movesLimits"
      | "recoversVault"
      | "opensVault"
      | "endsEncryption"
      | "translates"
      | "turnsProxyOn"
      | "startsContainers"
      | "linksZone"
      | "endsRegistration"
      | "removesLink"
      | "createsEndpoint"
      | "removesEndpoint"
      | "createsAddress"
      | "createsNatGateway"
      | "changesNatGateway"
      | "forwards"
      | "dropsServers"
      | "createsTable"
      | "changesGateway"
      | "restartsGateway"
      | "uncordons"
      | "removesPolicy"
      | "registersProvider"
      | "loosensLock"
      | "asksForAccess",
      { name: string }
    >
  | Does<
      | "addsRule"
      | "removesRule"
      | "addsRules"
      | "addsRoute"
      | "removesRoute"
      | "switchesPeeringOn"
      | "removesPeering"
      | "syncsPeering"
      | "detachesTable"
      | "attachesTable"
      | "servesStorage",
      { name: string; of: string }
    >
  | Does<"setsRecord" | "addsToRecord" | "removesFromRecord", { record: string; address: string }>
  | Does<"givesNatGateway" | "delegates" | "movesRule", { name: string; of: string; to: string }>
  | Does<"scales" | "scalesPool" | "keepsPorts" | "givesAddresses", { name: string; count: string }>
  | Does<"startsInstance" | "restartsInstance", { name: string; instances: string }>
  | Does<"authorizesAddresses", { name: string; addresses: readonly string[] }>
  | Does<"sets", { name: string; setting: string }>
  | Does<"setsOnPeering", { name: string; of: string; setting: string }>
  | Does<"makesPeering", { one: string; other: string }>
  | Does<"letsSubnetIn", { subnet: string; account: string }>
  | Does<"givesRole", { role: string; on: string }>;

/** Of a whole fix. `peeringAgain`: of all its steps together; `both`: from either side. */
export type FixEffect =
  | Does<"peeringAgain", { one: string; other: string; both: boolean }>
  | Does<"steps", { effects: readonly CommandEffect[] }>;
