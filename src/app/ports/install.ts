// One thing that `install` makes, and how it is told what becomes of it.
import type { Answers } from "../../core/install/answers.ts";
import type { Made, Permission, Stays, StepName } from "../../core/install/made.ts";
import type { Refused } from "../../core/install/refused.ts";

export type Looked = Readonly<
  /** As it is wanted; `made` has the ids that were read. */
  | { is: "there"; made: Made }
  /** `how`: what Azure foresees, in a line for each thing; else what the step makes is said. */
  | { is: "missing"; how?: readonly string[] }
  /** `how`: the fields that are otherwise, in Azure's own names. */
  | { is: "differs"; how: readonly string[]; made: Made }
>;

export interface Step {
  readonly name: StepName;
  /** What its calls need, the least that Microsoft documents for each. */
  readonly needs: readonly Permission[];
  /** Left out where these answers do not ask for it. */
  isFor?(answers: Answers): boolean;
  /** `takeBack` goes by marks alone: what `look` is refused does not stop it. */
  readonly byMarksAlone?: true;
  /** What it makes, in Azure's own names; what is not known yet is left open. Asks nobody. */
  makes(made: Made): readonly string[];
  /** Reads only. What it stands on may not be there yet: then it is missing. */
  look(made: Made): Promise<Looked>;
  /** Killed anywhere and called again it ends the same. */
  make(made: Made): Promise<Made>;
  /**
   * Deletes what carries the mark of this installation, and nothing else. It may be gone already, or in part. Left out where
   * nothing is made, or where it goes with another step's.
   */
  takeBack?(made: Made): Promise<void>;
  /** Whose `takeBack` deletes it too. */
  readonly goesWith?: StepName;
  /** What would be deleted now, and what stays. Reads only. Left out where that is what `look` finds. */
  deletes?(made: Made): Promise<Deletion>;
  /** The line that takes it back by hand; null where nothing was made. */
  undo(made: Made): string | null;
}

/** `gone`: in Azure's own names. */
export type Deletion = Readonly<{ gone: readonly string[]; stays: readonly Stays[] }>;

/** Where an installation is written down between two runs. */
export interface InstallFile {
  write(made: Made): Promise<void>;
  remove(): Promise<void>;
}

/** A file of text beside the answers, which `install` writes once, and whoever looks after the bot edits. */
export interface TextFile {
  readonly name: string;
  /** Null where there is none. */
  read(): Promise<string | null>;
  write(text: string): Promise<void>;
  remove(): Promise<void>;
}

/** The Teams package as a file. */
export interface PackageFile {
  readonly name: string;
  /** The same settings give the same bytes; `problems`: what Teams would not take. */
  build(
    of: Readonly<{ appId: string; website: string }>,
  ): Promise<Readonly<{ ok: true; zip: Uint8Array } | { ok: false; problems: readonly string[] }>>;
  read(): Promise<Uint8Array | null>;
  write(zip: Uint8Array): Promise<void>;
  remove(): Promise<void>;
}

export type StepNews = Readonly<
  | { is: "planned" | "making"; step: Step; looked: Looked; made: Made }
  | { is: "there" | "made"; step: Step; made: Made }
  | ({ is: "toDelete" | "deleted"; step: Step } & Deletion)
>;

export type InstallEnd = Readonly<
  | { ok: true; made: Made }
  | { ok: false; refused: Refused; at: Step; made: Made; done: readonly Step[]; left: readonly Step[] }
>;
