// How the words of one language are written down: data in one shape, so that another language is another folder of it.
import type { StandingWords } from "../../location-words.ts";

// How words and phrases are written down.

/**
 * A phrase is words in their order, with others between them or none: `a|b` is one word of several, `^` before the first
 * says that a part of the sentence begins with it, `$` behind the last that the line ends with it, `~` before one that
 * it may hold a typing mistake, `*` that it is the end of a longer one, `…` that any number of words stands before it,
 * `<address>` an IPv4 address or range, `<number>` a number. Words are in small letters, without apostrophes: `cant`.
 */
export type Phrases = readonly string[];

/** Words separated by spaces, whatever their order. */
export type Words = string;

// How the words for a look into a cluster are written down, in any language.

/** What is read in a cluster, and what may stand beside it. */
export type LookWords = Readonly<{
  logs: Words;
  describe: Words;
  namespaces: Words;
  previous: Words;
  /** The same of a container: "the last one". */
  past: Phrases;
  /** What a Deployment tells of itself. */
  ofDeployment: Words;
  /** What only a description of a node tells. */
  ofNode: Words;
  /** What is said of pods instead of what kubectl prints, by its beginning. */
  states: Readonly<Record<string, Phrases>>;
  /** Said of pods that are asked for because they do not run. */
  notRunning: Phrases;
  /** The same of volume claims that have no volume. */
  notBound: Phrases;
  lines: Words;
  minutes: Words;
  hours: Words;
  half: Words;
  /** Of an hour: the last one. */
  one: Words;
  /** One, two, three, in their order. */
  numbers: Words;
  /** What such a question begins with, where no cluster tells that it is one. */
  begins: Words;
  /** Before a namespace. */
  inside: Words;
  /** The same, where a name stands beside it: words that lead to a cluster as well. */
  within: Words;
  /** Before a namespace, and before the name of what is read. */
  of: Words;
  /** Before a name: "called". */
  named: Words;
  /** Behind a namespace, and behind the name of what is read. */
  behind: Words;
  /** Between a name and its pods: the name may be that of their workload as well as of their namespace. */
  owns: Words;
  /** "This", between a name and its type. */
  points: Words;
  /** The type, where no namespace is named. */
  spaces: Words;
  /** Nouns have a capital letter: in the middle of a sentence such a word is no name. */
  capitals: boolean;
  /** Short names of types that are words of a sentence first. */
  noTypes: Words;
  /** By Kubernetes' type, its names in this language. */
  types: Readonly<Record<string, Words>>;
}>;

/** "May I?": asked without anything being run. */
type MayWords = Readonly<{
  phrases: Phrases;
  beside: Words;
  /** "May she?": with what such a question begins, and what she would do, besides the verbs of a change. */
  ofOthers: Words;
  doing: Words;
}>;

/** What would change something. */
type ChangeWords = Readonly<{
  verbs: Words;
  /** By kubectl's verb, for the question whether somebody may. */
  kubectl: Readonly<Record<string, Words>>;
}>;

/** What is done to something in a cluster. */
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
type TalkWords = Readonly<{
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
  /** Before a cluster that is not meant. */
  except: Words;
  places: StandingWords;
  /** Said without a word before it. */
  placesAlone: StandingWords;
  /** Machines that stand anywhere: beside a place somebody may say that it works there, and not here. */
  machines: Words;
  /** Behind a place, where somebody is connected to it. */
  connected: Words;
  /** The same, at the end of what is said. */
  connectedAtEnd: Words;
  /** Behind the word for a place: it is said of an address, and of nobody. */
  ofAddress: Words;
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

/** Whether a line orders what it speaks of. Strings are alternatives of a regular expression, and are read together. */
export type OrderWords = Readonly<{
  /** Not to be done, reported, or asked about. */
  notOrdered: readonly RegExp[];
  /** The same, unless somebody is asked for it. */
  unlessAsked: readonly RegExp[];
  asked: RegExp;
  /** Whatever it is, it is not to be done. */
  not: RegExp;
  /** Words that tell somebody to do something, besides the verbs of a change. */
  orders?: string;
  /** What was done, and behind it how that ended: a report. */
  changes?: string;
  outcomes?: string;
  /** What stands before a comma and names nobody; behind a name and a comma, what that person is asked for. */
  greetings?: string;
  requests?: string;
  /** Of a sign-in, or of a channel: what people do, and say to each other. */
  told: RegExp;
  /** At its end it is the order itself. */
  notAnyMore?: RegExp;
  /** More than the one command that would be made of it can say. */
  saysMore: readonly RegExp[];
  /** Something is done, then something else. */
  first?: string;
  joins?: string;
  second?: string;
  /** When it is to be done. */
  times: RegExp;
}>;

/** What says by itself what a line is about, whatever it is taken for. Those of all languages are looked for. */
export type AboutWords = Readonly<{
  /** All clusters, and not the one that was spoken of. */
  everyCluster: RegExp;
  /** Who or what changed it. */
  changed: RegExp;
  /** Beside a range that is let in: whose it is, and since when. */
  whoseRange: RegExp;
  /** A range that is not to be let in any more. */
  takenOut: RegExp;
  /** The same, where nothing but an address is named. */
  revoked: RegExp;
  /** A name leads to another address than it should. */
  resolves: RegExp;
  /** Whether a port of the API server is open. */
  port: RegExp;
  /** Which fix we propose. */
  proposal: RegExp;
  /** Something does not work. */
  failing: RegExp;
  /** Whoever writes is not allowed something. */
  denied: RegExp;
  /** Who is allowed something, or whether somebody else is. */
  othersRights: RegExp;
  /** Whether something can be broken here. */
  harm: RegExp;
  /** A cluster that is not there yet. */
  newCluster: RegExp;
  /** Somebody gets to the API server, or does not; what else is named says from where, or what that stops. */
  reaches: RegExp;
  /** Whoever or whatever it is, it does not get to the API server. */
  shutOut: RegExp;
  /** The cluster, or its API server, without its name. */
  itself: RegExp;
  /** Something ends again and again. */
  crashes: RegExp;
  /** What nothing here does. */
  beyond: RegExp;
  /** What only the logs of others tell: who looked, signed in, or had a right. */
  trail: RegExp;
  /** What is private about a cluster, as a notion. */
  private: RegExp;
  /** Whether an address is let in: what is asked of it, and what would rather let it in. */
  letIn: RegExp;
  putsIn: RegExp;
  /** Whether somebody has to agree. */
  approval: RegExp;
  /** What is not to be heard is less than a cluster: one rule, one namespace, all but something, or one person's ears. */
  oneAlert: RegExp;
  /** An alert of something, whatever is wanted of it, and that something is not to be heard. */
  alertOf: RegExp;
  mutes: RegExp;
  /** Nothing of a cluster is to be posted any more; behind a "not" it is the opposite. */
  unfollows: RegExp;
  /** Beside one cluster and one channel: all but one, another one, another channel; or it goes on as it is. */
  besidesOne: RegExp;
  /** Of several clusters: somebody or some place that is named. */
  namesPlace: RegExp;
  /** The words that end an incident, and those that say no more than that it is over. */
  closes: RegExp;
  isOver: RegExp;
  /** Something to read for people who were not there. */
  report: RegExp;
  /** Of those on call: how they are called, and which line they are. */
  phone: RegExp;
  tier: RegExp;
  /** Beside what changed: by whom. */
  byWhom: RegExp;
  /** Another cluster than the one of the answer was meant. */
  otherCluster: RegExp;
  // Whole lines that say nothing of their own.
  /** More of what was shown. */
  more: RegExp;
  /** A word or two that lean on the line before: `which one`, `and then`. */
  bare: RegExp;
  /** A greeting of sorts: `lol`, `test`. */
  noise: RegExp;
  /** The answer was no good. */
  scolds: RegExp;
  /** What is not to go on. */
  stops: RegExp;
  sinceWhen: RegExp;
  /** The same of another: `and on stage`. */
  alsoOn: RegExp;
  // What is asked of the bot itself, or of the people around it.
  bot: RegExp;
  data: RegExp;
  languages: RegExp;
  team: RegExp;
  calls: RegExp;
  remind: RegExp;
  shift: RegExp;
  /** A cluster is to get a newer version. */
  upgrade: RegExp;
  /** Somebody higher up is to hear of it. */
  escalates: RegExp;
  /** Thanks, with what it was. */
  solved: RegExp;
  /** Who was on call at some time. */
  wasOnCall: RegExp;
  /** That an address is let in, or no more: nothing that a sentence does. */
  letsIn: RegExp;
  /** Of an incident that is over, or may have been there earlier: whether it is closed, and how long it took. */
  before: RegExp;
  /** Whether the bot does something without being asked. */
  alone: RegExp;
  /** Whether changes are frozen, or allowed at some time. */
  freeze: RegExp;
  /** When a request ends, and that one that has ended is asked for again. */
  expires: RegExp;
  /** What somebody wants to know, and not what they did. */
  wish: RegExp;
  // Of ways in, what a fact of the cluster answers: where its kubeconfig comes from, its run command, Entra that is not
  // there, a name that leads to a public address, and the address of its API server.
  kubeconfig: RegExp;
  runCommand: RegExp;
  withoutEntra: RegExp;
  publicAnswer: RegExp;
  apiAddress: RegExp;
  /** How one gets in, whatever else is said. */
  howIn: RegExp;
  /** Who has to agree, and what they are asked. */
  whoApproves: RegExp;
  /** What people did through us, or outside, in some time: for auditors and the curious. */
  records: RegExp;
  /** What the policy says of something. */
  rule: RegExp;
  // Beside what is asked of a way in, what it does not depend on here: from which machine somebody comes, how things would
  // be, a path that is to be left out, somebody else who gets in, and what users' traffic passes.
  device: RegExp;
  supposed: RegExp;
  leftPath: RegExp;
  otherPerson: RegExp;
  payload: RegExp;
  /** Two places or people beside each other. */
  compares: RegExp;
}>;

export type Language = Readonly<{
  about: AboutWords;
  sentence: SentenceWords;
  talk: TalkWords;
  /** Of any sentence about clusters: no beginning of a cluster's name, unless a word leads to it. */
  common: Words;
  /** Others that people use: none of these is a slip in another. */
  known: Words;
  may: MayWords;
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
  order: OrderWords;
  look: LookWords;
  command: CommandWords;
}>;
