// Why a sent file is not taken. Its words stand in the catalogue; nothing of what a file holds but names and one word.

export type FileProblem = Readonly<
  /** Neither YAML nor JSON by its name. */
  | { is: "fileEnding" }
  | { is: "fileTooLong"; most: number }
  /** It is no text in UTF-8, or holds characters that nobody sees. */
  | { is: "fileNoText" }
  /** `line`: from 1; null where a parser does not say. */
  | { is: "fileNoYaml"; line: number | null }
  | { is: "fileAlias"; line: number }
  /** A word that means one thing in YAML 1.1, which kubectl reads, and another in 1.2. */
  | { is: "fileTwoReadings"; line: number; word: string }
  | { is: "fileNumber"; number: string }
  | { is: "fileTooDeep" }
  | { is: "fileEmpty" }
  /** `at`: which of its objects, from 1. */
  | { is: "fileNoObject"; at: number; lacks: "apiVersion" | "kind" | "metadata" | "metadata.name" }
  | { is: "fileName"; name: string }
  | { is: "fileNamespace"; namespace: string }
  | { is: "fileKind"; kind: string }
  | { is: "fileSecretKind" }
  /** It has a field in which another reader looks for objects. */
  | { is: "fileItems"; kind: string }
  /** `line`: the line in which it looks as if one was, without it. */
  | { is: "fileWithSecret"; line: string }
  | { is: "fileTwice"; object: string }
  | { is: "fileOfMany"; most: number; holds: number }
  | { is: "fileOfSeveralNamespaces"; namespaces: readonly string[] }
>;

export const problem = <Problem extends FileProblem>(
  why: Problem,
): Readonly<{ ok: false; why: Problem }> => ({
  ok: false,
  why,
});

export type NotTaken = Readonly<{ ok: false; why: FileProblem }>;
