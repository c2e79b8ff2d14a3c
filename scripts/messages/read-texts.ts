// The texts of a language as they stand in its JSON files, and the values that each of them names.
import { readdirSync, readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";

export type Group = { readonly [key: string]: string | Group };

/** By topic, which is the path of its file without its ending. */
export type Topics = ReadonlyMap<string, Group>;

export function readTopics(folder: URL): Topics {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  return new Map(
    files
      .toSorted()
      .map((file) => [
        file.replace(/\.json$/, ""),
        JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Group,
      ]),
  );
}

/** How a message names a value: shown or formatted, as the number of a plural, or to choose by. */
export type Use = Readonly<
  | { kind: "shown" | "plural"; field: string; formats: readonly string[] }
  | {
      kind: "choice";
      field: string;
      formats: readonly string[];
      options: readonly string[];
      hasOther: boolean;
    }
>;

type Part = Readonly<{
  value: string;
  type: number;
  pluralType?: string;
  options?: Readonly<Record<string, { readonly value: readonly Part[] }>>;
}>;
const [literal, pound] = [0, 7];

function usesOf(parts: readonly Part[]): readonly Use[] {
  return parts.flatMap((part): readonly Use[] => {
    if (part.type === literal || part.type === pound) return [];
    const [field = "", ...formats] = part.value.split("_");
    if (part.options === undefined) return [{ kind: "shown", field, formats }];
    const within = Object.values(part.options).flatMap((option) => usesOf(option.value));
    if (part.pluralType !== undefined) return [{ kind: "plural", field, formats }, ...within];
    const options = Object.keys(part.options).filter((option) => option !== "other");
    const hasOther = part.options.other?.value.length !== 0;
    return [{ kind: "choice", field, formats, options, hasOther }, ...within];
  });
}

/** Fails where the message is not well formed. */
export const usesIn = (icu: string): readonly Use[] =>
  usesOf(new IntlMessageFormat(icu, "en", undefined, { ignoreTag: true }).getAst() as readonly Part[]);

/** Where an apostrophe before a brace makes a letter of more than that brace. */
export const quotesMore = (icu: string): boolean =>
  [...icu.replaceAll("''", "").matchAll(/'[{}][^']*('|$)/g)].some(([quoted]) => !/^'[{}]+'$/.test(quoted));
