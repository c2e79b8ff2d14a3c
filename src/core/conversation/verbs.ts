// What can be asked in a chat: one entry a verb. The grammar, help, suggestions and what a use case may count on come from it;
// how people ask for it in plain words stands in the examples of `ability`, and who answers it in `app`.
import type { ChatVerb } from "./chat-verb.ts";
import { incidentVerbs, reading, signedIn, toChannel, toRequester } from "./incident-verbs.ts";
import type { IntentKind } from "./intent.ts";

/** In every mode, for whoever asks. */
const open = { activity: null, needsSignIn: false } as const;
/** Its own use case asks for the sign-in, once the command is known to be one. */
const commanding = { activity: "command", needsSignIn: false } as const;

export const chatVerbs = {
  help: {
    ...open,
    grammar: { reads: "anything", phrases: { en: "help|hi|hello" } },
    line: "help",
    near: ["help"],
    menu: ["own", "shared"],
  },
  clusters: {
    ...reading,
    grammar: { reads: "nothing", phrases: { en: "(?:list )?clusters" } },
    line: "clusters",
    near: ["clusters", "list clusters"],
    help: [{ line: "clusters", write: "clusters", place: 10 }],
    menu: ["own"],
  },
  diagnose: {
    ...reading,
    grammar: {
      reads: "target",
      phrases: {
        en: "diagnose|check|what(?: is|'?s) wrong with|why (?:(?:can'?t|cannot|can not) (?:i|we)|can (?:i|we) not) reach",
      },
    },
    line: "diagnose",
    near: ["diagnose", "check"],
    help: [
      { line: "diagnose", write: "diagnose NAME", place: 1 },
      { line: "pasted", write: null, place: 4 },
      { line: "diagnoseFrom", write: 'diagnose NAME from 20.50.0.9 with "i/o timeout"', place: 8 },
      { line: "withoutInside", write: "diagnose NAME without inside", place: 9 },
    ],
    example: "diagnose NAME",
    menu: ["own", "shared"],
  },
  access: {
    ...reading,
    grammar: { reads: "target", phrases: { en: "access(?: to)?|ways in(?: ?to)?" } },
    line: "access",
    near: ["access", "ways in"],
    help: [{ line: "access", write: "access NAME", place: 2 }],
    example: "access NAME from 20.50.0.9",
    menu: ["own", "shared"],
  },
  watch: {
    ...reading,
    grammar: { reads: "cluster", phrases: { en: "watch", de: "beobachten?", zh: "关注" } },
    line: "watch",
    near: ["watch"],
    help: [{ line: "watch", write: "watch NAME", place: 7 }],
    ...toChannel,
    menu: ["shared"],
  },
  unwatch: {
    ...signedIn,
    grammar: { reads: "cluster", phrases: { en: "unwatch" } },
    line: "unwatch",
    near: ["unwatch"],
    ...toChannel,
  },
  watches: {
    ...signedIn,
    grammar: { reads: "nothing", phrases: { en: "watches" } },
    line: "watches",
    near: ["watches"],
    help: [{ line: "watches", write: "watches", place: 11 }],
    ofChannel: true,
    menu: ["shared"],
  },
  ...incidentVerbs,
  /** A name alone follows `oncall`; behind the sentence it is led in, so that no other word of it is taken for one. */
  onCall: {
    ...reading,
    grammar: {
      reads: "cluster",
      phrases: {
        en: "oncall(?: for)?|who(?: is|'?s| are) on(?: |-)?call(?: (?:right )?now| tonight| today)?(?= (?:for|on|of) |\\W*$)(?: (?:for|on|of))?",
        zh: "(?:现在|今晚|今天)?谁(?:在)?值班",
      },
    },
    line: "who is on call",
    near: ["oncall", "who is on call"],
    help: [{ line: "onCall", write: "who is on call for NAME", place: 12 }],
    menu: ["shared"],
  },
  run: {
    ...commanding,
    grammar: { reads: "command", phrases: { en: "run" }, tools: "kubectl|helm" },
    near: ["run"],
    help: [
      { line: "command", write: "kubectl get pods -n web on NAME", place: 3 },
      {
        line: "change",
        write: "kubectl rollout restart deployment/api -n web on NAME because REASON",
        place: 5,
      },
    ],
    example: "kubectl get pods -n web on NAME",
    menu: ["own", "shared"],
  },
  canI: {
    ...{ activity: "read", needsSignIn: false },
    grammar: { reads: "command", phrases: { en: "can(?: |-)i(?: run)?" } },
    near: ["can-i"],
    help: [{ line: "canI", write: "can-i kubectl get nodes on NAME", place: 6 }],
    menu: ["own"],
  },
  review: {
    ...open,
    grammar: {
      reads: "request",
      phrases: { en: "approve|reject|review", de: "genehmigen?|ablehnen", zh: "批准|拒绝" },
      isTalkedOf: true,
    },
  },
  withdraw: {
    ...open,
    grammar: {
      reads: "request",
      phrases: { en: "withdraw|cancel", de: "zurückziehen", zh: "撤回" },
      isTalkedOf: true,
    },
  },
  resume: { ...commanding, grammar: { reads: "request", phrases: { en: "resume" } } },
  fix: { ...commanding, grammar: { reads: "request", phrases: { en: "fix" } } },
  undo: { ...commanding, grammar: { reads: "request", phrases: { en: "undo" } } },
  status: {
    ...open,
    grammar: { reads: "nothing", phrases: { en: "status" } },
    line: "status",
    near: ["status"],
    help: [{ line: "status", write: "status", place: 13 }],
    menu: ["own", "shared"],
  },
  whoAmI: {
    ...signedIn,
    grammar: { reads: "nothing", phrases: { en: "whoami|who am i" }, named: "whoami" },
    line: "who am i",
    near: ["whoami"],
    help: [{ line: "whoAmI", write: "who am I", place: 14 }],
    menu: ["own"],
  },
  signIn: {
    ...signedIn,
    grammar: { reads: "nothing", phrases: { en: "(?:sign|log)(?: |-)?in" } },
    line: "sign in",
    near: ["login", "sign in"],
    menu: ["own"],
  },
  signOut: {
    ...open,
    grammar: { reads: "nothing", phrases: { en: "(?:sign|log)(?: |-)?out" } },
    line: "sign out",
    near: ["logout", "sign out"],
    help: [{ line: "signOut", write: "sign out", place: 15 }],
    ...toRequester,
    menu: ["own"],
  },
  /** A mode is set by whoever is signed in, also where Azure gives no token: its own use case asks. */
  mode: {
    ...open,
    grammar: { reads: "mode", phrases: { en: "mode" } },
    line: "mode",
    near: ["mode"],
    help: [{ line: "mode", write: "mode", place: 16 }],
    menu: ["own"],
  },
  told: { ...open, grammar: { reads: "topic", phrases: { en: "about" } } },
  forgetPlace: {
    ...open,
    grammar: { reads: "nothing", phrases: { en: "forget my place" } },
    line: "forget my place",
    isDoneAtOnce: true,
  },
  forgetMe: {
    ...open,
    grammar: { reads: "nothing", phrases: { en: "forget(?: |-)me" } },
    line: "forget me",
    near: ["forget me"],
    help: [{ line: "forgetMe", write: "forget me", place: 17 }],
    ...toRequester,
    menu: ["own"],
  },
  why: { ...open, grammar: null },
  again: { ...signedIn, grammar: null },
  askBack: { activity: "command", needsSignIn: true, grammar: null, onlyOrdered: true },
  change: { ...open, grammar: null },
  logs: { ...open, grammar: null },
  beyond: { ...open, grammar: null },
} as const satisfies Readonly<Record<IntentKind, ChatVerb>>;

export const verbOf = (kind: IntentKind): ChatVerb => chatVerbs[kind];

/** In the order in which they are tried, and suggested. */
export const verbEntries = Object.entries(chatVerbs) as readonly (readonly [IntentKind, ChatVerb])[];

type Rows = Extract<(typeof chatVerbs)[IntentKind], { help: unknown }>["help"][number];

/** What help says a text about. */
export type HelpLine = Rows["line"];

/** Rows of help, by what is asked most. */
export const helpRows: readonly Rows[] = Object.values(chatVerbs)
  .flatMap((verb): readonly Rows[] => ("help" in verb ? verb.help : []))
  .sort((one, other) => one.place - other.place);
