// What is said of a verb: its words, what may follow it, and what makes it end.
import type { FlagSpec } from "./flags.ts";

export type Tool = "kubectl" | "helm";

/** What may follow the verb besides flags. `fixed`: always the same objects, so nothing may follow. */
export type VerbTarget =
  | Readonly<{ kind: "objects"; types?: readonly string[] }>
  | Readonly<{ kind: "metrics"; type: "pods" | "nodes" }>
  | Readonly<{ kind: "fixed"; types: readonly string[]; namespace?: string }>
  /** One of Helm's by its name, or all of them. */
  | Readonly<{ kind: "release" | "releases" }>
  | Readonly<{ kind: "logs" | "fieldPath" | "accessQuestion" | "nothing" }>;

export type VerbSpec = Readonly<{
  tool?: Tool;
  /** As policies call it: its words, behind the tool where that is not kubectl. */
  verb: string;
  /** The words after the tool. The last may have other spellings. */
  words: readonly string[];
  spellings?: readonly string[];
  target: VerbTarget;
  flags: readonly FlagSpec[];
  /** Where it reads, when that is not said by `--namespace`. */
  namespaceFlag?: "namespaces";
  /** Added to every such command. */
  always?: readonly string[];
  /** So that it ends, and prints no more than can be shown: `flag`, added where none of `unless` is given. */
  bound?: Readonly<{ flag: string; value: string; unless: readonly string[] }>;
  /** What is longer than `within` is sent as `value`. */
  most?: Readonly<{ flag: string; value: string; within: RegExp }>;
  example: string;
}>;

export const toolOf = ({ tool = "kubectl" }: VerbSpec): Tool => tool;

/** As it is typed. */
export const commandOf = ({ tool = "kubectl", words }: VerbSpec): string => `${tool} ${words.join(" ")}`;

/** `words`, where they are not those of the verb. */
export const specOf = (
  verb: string,
  target: VerbTarget,
  flags: readonly FlagSpec[],
  example: string,
  more: Partial<VerbSpec> = {},
): VerbSpec => ({ verb, words: verb.split(" "), target, flags, example, ...more });
