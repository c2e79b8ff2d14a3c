// How the words of one language are written down: data in one shape, so that another language is another folder of it.
import type { StandingWords } from "../standing-words.ts";
import type { LookWords } from "./look-words.ts";
import type { Phrases, Words } from "./phrases.ts";

export type AbilityWords = Readonly<{
  /** Each is enough, also where no cluster is named. */
  phrases: Phrases;
  /** Enough only where the line names a cluster that can be seen: people say as much of anything. */
  withCluster?: Phrases;
  /** Enough in a question about a named cluster. */
  ifAsked?: Phrases;
  /** Words that often stand beside these and change nothing. */
  beside: Words;
  /** The same where the line names a cluster. */
  besideCluster?: Words;
}>;

export type AbilityId =
  | "access"
  | "canI"
  | "clusters"
  | "diagnose"
  | "forgetMe"
  | "forgetPlace"
  | "help"
  | "mode"
  | "signIn"
  | "signOut"
  | "status"
  | "unwatch"
  | "watch"
  | "watches"
  | "whatMayI"
  | "whoAmI";

/** What would change something. */
export type ChangeWords = Readonly<{
  verbs: Words;
  phrases: Phrases;
  /** The same, unless it is a question. */
  unlessAsked: Phrases;
  /** What lies in a cluster and has no name of a type. */
  inside: Words;
  /** Beside these nothing in Kubernetes changes: `start a diagnosis`. */
  never: Words;
  /** A clause tells what somebody did, or asks why something is so: nothing in it is to be done. */
  noOrder: Phrases;
  /** Nobody says these of anything else: enough without a cluster. */
  alone: Words;
  /** The verbs that kubectl has, for the question whether somebody may. */
  kubectl: Readonly<Record<string, string>>;
}>;

/** What is done to something in a cluster, in the order in which it is looked for: `roll back` before `roll`. */
export type Deed =
  | "resize"
  | "undo"
  | "image"
  | "autoscale"
  | "limits"
  | "suspend"
  | "resume"
  | "scale"
  | "restart"
  | "uncordon"
  | "cordon"
  | "drain"
  | "pause"
  | "delete";

/** How people talk to each other, about clusters too: a line like that is no question to the bot. */
export type TalkWords = Readonly<{
  /** Whatever else the line says. */
  always: Phrases;
  /** Only where the line asks nothing. */
  unlessAsked: Phrases;
  /** Whatever else the line says, this is asked of whoever can tell. */
  never: Phrases;
  /** It does not work, whatever was done about it: no report of what was done. */
  still: Phrases;
  /** All is well, said of something. */
  well: Phrases;
  /** A line that begins with one of these asks something. */
  asking: Words;
  /** With these a part of the line begins that asks for something, whatever stands before it. */
  pleads: Words;
  /** With these a question begins, also in the middle of a line. */
  questions: Words;
  /** What a line may begin with before it comes to what it wants. */
  opening: Words;
  /** "Could you", behind whose name a person is meant. */
  request: Phrases;
  /** What a person is told to do, behind their name and a comma. */
  orders: Words;
  /** Words like any other, which are no slip in one of those above. */
  ordinary: Words;
}>;

/** What holds a sentence together. */
export type SentenceWords = Readonly<{
  /** Of the grammar alone: nothing in a cluster is called so. */
  small: Words;
  /** Say nothing of what is asked for. */
  fillers: Words;
  /** A cluster or a place is named behind them. */
  leads: Words;
  /** The same, and rather a place. */
  placeLeads: Words;
  /** May stand between such a word and the name. */
  articles: Words;
  /** The same between a type and a name: "this", "that". */
  joins: Words;
  /** Behind a name, where it is a cluster's. */
  behindName: Words;
  /** The ways to say "not", as in a phrase. */
  not: string;
  and: Words;
  but: Words;
  /** Behind everything that is said. */
  polite: Words;
  /** Of those: what stands behind is a place rather than a cluster. */
  from: Words;
  /** An address right behind these is where somebody is. */
  fromAddress: Phrases;
  /** The same, with a word between: "my IP is". */
  myAddress: Phrases;
  /** Before these: "working from home". */
  sitting: Words;
  /** Before a cluster that is not meant. */
  except: Words;
  places: StandingWords;
  /** Said without a word before it. */
  placesAlone: StandingWords;
  /** Behind a place, where somebody is connected to it. */
  connected: Words;
  /** A way that is taken, where somebody asks for one: no place. */
  via: Words;
}>;

/** What stands around a command. */
export type CommandWords = Readonly<{
  before: Words;
  behind: Words;
  /** Nothing but a cluster stands behind these. */
  leads: Words;
  /** Whoever says these before a command speaks of it. */
  never: Words;
  /** Before a command: it is not to be run. */
  forbids: Words;
}>;

export type Language = Readonly<{
  sentence: SentenceWords;
  talk: TalkWords;
  abilities: Readonly<Record<AbilityId, AbilityWords>>;
  /** The cause is asked for, before a way in is: `why can't I get into prod-1`. */
  causeFirst: Phrases;
  /** A way in is asked for, whatever does not work: `VPN is down, how do I get in`. */
  wayFirst: Phrases;
  /** Whole lines that ask why the last answer is as it is. */
  why: Phrases;
  /** Beside these an address is asked about, and no place, also where it stands behind "from". */
  allows: Words;
  /** The address is turned away: it is asked about, and no place. */
  turnedAway: Phrases;
  /**
   * Whether the address is let in is not asked: it is where something goes to, or it goes to something inside.
   * `<cluster>` stands where the cluster is named.
   */
  notLetIn: Phrases;
  /** Nothing is to be sent into the cluster for the answer. */
  leavesOut: Phrases;
  change: ChangeWords;
  deeds: Readonly<Record<Deed, Phrases>>;
  /** What nothing here does, whoever asks. */
  beyond: Phrases;
  /** The same, whatever else the line says. */
  topics: Phrases;
  look: LookWords;
  command: CommandWords;
}>;
