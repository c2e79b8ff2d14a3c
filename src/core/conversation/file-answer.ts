// What is said of a file that somebody sent.
import type { FileProblem } from "../command/change/file-problem.ts";
import type { SentFile } from "../command/change/sent-file.ts";

/** Why a file is not even looked into. */
type FileNotTaken = Readonly<
  /** Several at once. */
  | { is: "fileNotAlone" }
  /** It is sent again after a sign-in: where it can be read from holds for minutes. */
  | { is: "fileSignInFirst" }
  /** No rule lets its sender change anything by a file, on any cluster. */
  | { is: "fileNotAllowed" }
  /** Reading it took too long, or too many wait. */
  | { is: "fileNotReadNow" }
  /** Whoever runs the product has set no key to seal files with. */
  | { is: "fileNoKey" }
  /** Its address is none of Teams' own storage. */
  | { is: "fileFromElsewhere" }
  | { is: "fileNotGot"; code: string }
>;

export type FileAnswer = Readonly<
  /** A file that was sent, and may be named in a command until then. `until`: ISO time, UTC. */
  | { kind: "fileKept"; file: SentFile; until: string; unanswered?: true }
  /** `name`: as it was sent. */
  | { kind: "fileRefused"; name: string; why: FileProblem | FileNotTaken; unanswered?: true }
>;
