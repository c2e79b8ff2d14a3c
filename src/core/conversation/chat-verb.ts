// What the registry of verbs says of each (verbs.ts).
import type { Activity } from "../mode.ts";

/** Regular expressions, each for the words of one language; a space in one stands for one or more. */
export type Phrases = Readonly<Partial<Record<"en" | "de" | "zh", string>>>;

/** `reads`: what may stand behind the phrase. `named`: how an error calls the phrase; its line where it says nothing else. */
export type VerbGrammar = Readonly<
  | { reads: "nothing"; phrases: Phrases; named?: string }
  /** Whatever stands behind it is not heeded. */
  | { reads: "anything"; phrases: Phrases }
  | { reads: "cluster" | "target" | "mode" | "topic"; phrases: Phrases }
  /** `tools`: a line that begins with one of them is the command itself. */
  | { reads: "command"; phrases: Phrases; tools?: string }
  /** `isTalkedOf`: more than its id may stand there, as people say it to each other. */
  | { reads: "request"; phrases: Phrases; isTalkedOf?: true }
  /** The whole of the line decides, also whether it is one of this verb at all (grammar/incident-line.ts). */
  | { reads: "sentence"; phrases: Phrases }
>;

/** A row of the help card: its text, what is written (null: nothing, it is pasted), and its place among the rows. */
type HelpRow = Readonly<{ line: string; write: string | null; place: number }>;

/** `own`: of one's own chat with the bot; `shared`: of channels and group chats. Each has room for twelve. */
type Menu = "own" | "shared";

export type ChatVerb = Readonly<{
  /** Null where only plain words ask for it. */
  grammar: VerbGrammar | null;
  /** The line that asks for it, where that is the same for everybody. */
  line?: string;
  /** What a slip may have meant. */
  near?: readonly string[];
  help?: readonly HelpRow[];
  /** In which menus of the app's manifest it stands; a test holds them against this. */
  menu?: readonly Menu[];
  /** Shown where a line was not understood. */
  example?: string;
  /** What the mode in force has to allow; null: it works in every mode. */
  activity: Activity | null;
  needsSignIn: boolean;
  /** It is about the channel that it is asked in. */
  ofChannel?: true;
  /** In plain words it is done only where it is ordered. */
  onlyOrdered?: true;
  /** It is done at once and to the requester: "don't" forbids it. */
  ofRequester?: true;
  /** It is done at once, and is neither a look nor asked back. */
  isDoneAtOnce?: true;
}>;
