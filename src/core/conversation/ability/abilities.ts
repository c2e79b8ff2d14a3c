// What can be asked for in plain words: each ability with what it leads to. The examples say how people ask for each.

import type { FactId } from "../../diagnosis/fact.ts";
import type { Ability } from "../examples.ts";
import type { Intent } from "../intent.ts";
import type { Deed } from "../plain-words/languages/language.ts";
import type { Topic } from "../topic.ts";

/** Where an ability leads. */
type Asks = Readonly<
  /** A verb that takes nothing but its own name. */
  | { asks: "intent"; intent: Exclude<Intent, { cluster: unknown }> }
  /** A sentence about the bot itself. */
  | { asks: "topic"; topic: Topic }
  /** A change, which is asked back as its command. `deed`: what is done; `type`: to what, where no word says it. */
  | { asks: "change"; deed: Deed; type?: string }
  /** A change whose own words say what is done. */
  | { asks: "ownChange" }
  /** A fact of the cluster, which a diagnosis reads. */
  | { asks: "fact"; fact: FactId }
  /** A command that reads. */
  | { asks: "look" }
  /** The words around it decide. */
  | { asks: "words" }
  /** Nothing: people talk, or write a command. */
  | { asks: "nothing" }
>;

type Traits = Asks &
  Readonly<{
    /** It would change something, though it leads to a sentence. */
    isChange?: true;
    /** It is done at once and is no look, so it has to be certain. */
    isDoneAtOnce?: true;
    /** Together with another look nothing says which of them is wanted more. */
    isEitherLook?: true;
    /** It can be asked of a node pool. */
    ofPools?: true;
    /** Beside something else in the same line it says little. */
    saysLittle?: true;
    /** It says nothing of what is wanted, so a wish may stand beside it. */
    isVague?: true;
  }>;

const table = {
  access: { asks: "words" },
  again: { asks: "words" },
  alertMeaning: { asks: "words" },
  apiServer: { asks: "fact", fact: "apiServer" },
  apply: { asks: "topic", topic: "file", isChange: true },
  approve: { asks: "words" },
  approvers: { asks: "topic", topic: "approvers" },
  autoUpgrade: { asks: "fact", fact: "autoUpgrade" },
  beyond: { asks: "intent", intent: { kind: "beyond" }, saysLittle: true },
  blocked: { asks: "look" },
  bot: { asks: "topic", topic: "bot", saysLittle: true },
  canI: { asks: "words" },
  cards: { asks: "topic", topic: "cards" },
  certificate: { asks: "look" },
  closeIncident: { asks: "words" },
  clusterCertificates: { asks: "fact", fact: "clusterCertificates" },
  clusterPower: { asks: "topic", topic: "azure" },
  clusters: { asks: "intent", intent: { kind: "clusters" } },
  command: { asks: "nothing", saysLittle: true },
  complaint: { asks: "topic", topic: "sorry", saysLittle: true, isVague: true },
  compare: { asks: "look" },
  config: { asks: "look", ofPools: true },
  confirm: { asks: "topic", topic: "press" },
  cordon: { asks: "change", deed: "cordon" },
  courtesy: { asks: "topic", topic: "hello", saysLittle: true, isVague: true },
  data: { asks: "topic", topic: "data" },
  declareIncident: { asks: "words" },
  deleteNamespace: { asks: "ownChange" },
  deleteObject: { asks: "change", deed: "delete" },
  deletePod: { asks: "change", deed: "delete", type: "pods" },
  deprecatedApis: { asks: "topic", topic: "upgrades" },
  describe: { asks: "look", ofPools: true, isEitherLook: true },
  dnsZone: { asks: "fact", fact: "dnsZone" },
  drain: { asks: "change", deed: "drain" },
  earlier: { asks: "words" },
  egress: { asks: "fact", fact: "egress" },
  emergency: { asks: "topic", topic: "emergency" },
  events: { asks: "look" },
  everybody: { asks: "fact", fact: "everybody" },
  everyCluster: { asks: "intent", intent: { kind: "clusters" } },
  exec: { asks: "topic", topic: "exec" },
  fix: { asks: "topic", topic: "fix" },
  forgetMe: { asks: "intent", intent: { kind: "forgetMe" }, isDoneAtOnce: true },
  forgetPlace: { asks: "intent", intent: { kind: "forgetPlace" }, isDoneAtOnce: true },
  growVolume: { asks: "change", deed: "resize" },
  help: { asks: "intent", intent: { kind: "help" }, saysLittle: true },
  handOver: { asks: "words" },
  history: { asks: "look" },
  identity: { asks: "topic", topic: "identity" },
  image: { asks: "look" },
  impact: { asks: "topic", topic: "impact" },
  incidents: { asks: "intent", intent: { kind: "incidents" } },
  killed: { asks: "look", isEitherLook: true },
  label: { asks: "ownChange" },
  list: { asks: "look", ofPools: true },
  logs: { asks: "look" },
  logsBefore: { asks: "look" },
  maintenance: { asks: "fact", fact: "maintenance" },
  many: { asks: "ownChange" },
  merge: { asks: "words" },
  mode: { asks: "intent", intent: { kind: "mode", set: null } },
  mute: { asks: "words" },
  names: { asks: "topic", topic: "names" },
  nodePool: { asks: "topic", topic: "azure" },
  nodePools: { asks: "fact", fact: "nodePools" },
  note: { asks: "words" },
  onCall: { asks: "words" },
  otherChange: { asks: "ownChange" },
  outage: { asks: "topic", topic: "outage" },
  owner: { asks: "words" },
  pause: { asks: "change", deed: "pause" },
  ranges: { asks: "fact", fact: "ranges" },
  reopen: { asks: "words" },
  place: { asks: "words" },
  power: { asks: "fact", fact: "power" },
  policy: { asks: "topic", topic: "policy" },
  private: { asks: "topic", topic: "private" },
  restart: { asks: "change", deed: "restart" },
  reading: { asks: "topic", topic: "reading" },
  resume: { asks: "change", deed: "resume" },
  resumeJob: { asks: "change", deed: "resume" },
  roles: { asks: "topic", topic: "roles" },
  rollback: { asks: "change", deed: "undo" },
  rollout: { asks: "look" },
  runJob: { asks: "topic", topic: "job" },
  scale: { asks: "change", deed: "scale" },
  secretValues: { asks: "topic", topic: "secrets" },
  setEnv: { asks: "ownChange" },
  setImage: { asks: "change", deed: "image" },
  setResources: { asks: "change", deed: "limits" },
  setSeverity: { asks: "words" },
  settings: { asks: "topic", topic: "settings" },
  signIn: { asks: "intent", intent: { kind: "signIn" } },
  signOut: { asks: "intent", intent: { kind: "signOut" }, isDoneAtOnce: true },
  split: { asks: "words" },
  status: { asks: "intent", intent: { kind: "status" } },
  story: { asks: "words" },
  suspendJob: { asks: "change", deed: "suspend" },
  talk: { asks: "nothing", saysLittle: true, isVague: true },
  takeIncident: { asks: "words", isDoneAtOnce: true },
  terms: { asks: "topic", topic: "terms" },
  uncordon: { asks: "change", deed: "uncordon" },
  unmute: { asks: "words" },
  unwatch: { asks: "words" },
  upgrades: { asks: "fact", fact: "upgrades" },
  usage: { asks: "look", isEitherLook: true },
  version: { asks: "look", ofPools: true },
  volume: { asks: "topic", topic: "volume" },
  watch: { asks: "words" },
  watches: { asks: "intent", intent: { kind: "watches" } },
  week: { asks: "intent", intent: { kind: "week" } },
  whoAmI: { asks: "intent", intent: { kind: "whoAmI" } },
  whoChanged: { asks: "topic", topic: "who" },
  why: { asks: "words", saysLittle: true, isVague: true },
  withdraw: { asks: "topic", topic: "withdraw" },
} as const satisfies Readonly<Record<Ability, Traits>>;

/** The abilities that lead to one of these. */
export type AbilityThat<Kind extends Asks["asks"]> = {
  [Each in Ability]: (typeof table)[Each] extends { asks: Kind } ? Each : never;
}[Ability];

export const traitsOf = (ability: Ability): Traits => table[ability];

export const isChange = (ability: Ability): boolean => {
  const { asks, isChange: changes } = traitsOf(ability);
  return asks === "change" || asks === "ownChange" || changes === true;
};

export const isLook = (ability: Ability): ability is AbilityThat<"look"> => table[ability].asks === "look";
