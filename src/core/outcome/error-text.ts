// The text of an error: what of it is JSON, what a page calls itself, and Azure's words as one short line.
import { redact } from "../redact/redact.ts";
import type { Answered } from "../snapshot/section.ts";

/** A body that is longer is no error of ARM's, so its JSON may be cut. */
const longestBody = 65_536;

/** An object, a list or a quoted text; undefined where it is none. */
function parsed(text: string): unknown {
  if (!/^[{["]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const longestHead = 4_096;

/** What a gateway's page calls itself, such as `Service Unavailable`. */
function pageTitle(page: string): string {
  const title = /<title>([^<]*)/i.exec(page.slice(0, longestHead))?.[1] ?? "";
  return title.replace(/^\s*\d{3}\s*-?/, "").trim();
}

const longestWords = 300;

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** One line of at most 300 characters. */
export function shortLine(text: string): string {
  const line = oneLine(text);
  return line.length > longestWords
    ? `${line
        .slice(0, longestWords - 1)
        .toWellFormed()
        .trimEnd()}…`
    : line;
}

/** What the body of an error says: a sentence, or what the policy is called that forbade it. */
export type AzureSaid = string | Readonly<{ policy: string }>;

/** ARM lists every policy and its definition by id after this; `additionalInfo` names it. */
const policyIds = /Policy identifiers:/i;

const withoutIds = (said: AzureSaid): AzureSaid =>
  typeof said === "string" ? (said.split(policyIds)[0]?.trim() ?? "") : said;

/** Of which kind it is says the outermost; what exactly was wrong, often only the next one. */
function telling(all: readonly AzureSaid[]): readonly AzureSaid[] {
  const [first = "", ...inner] = all.map(withoutIds);
  const isMore = (said: AzureSaid): boolean =>
    typeof said === "string"
      ? said !== "" && !(typeof first === "string" && first.includes(said))
      : typeof first === "string";
  return [first, inner.find(isMore) ?? ""];
}

const masked = (text: string): string => oneLine(redact(text).text);

/** Free text that somebody wrote into Azure: one line, masked and short. */
export const maskedLine = (text: string): string => shortLine(masked(text));

/** Each one line, masked and short; empty where Azure said nothing. Behind words that are cut no policy is named. */
export function azureWords(all: readonly AzureSaid[]): Pick<Answered, "message" | "policy"> {
  const told = telling(all);
  const words = masked(told.filter((said) => typeof said === "string").join(" "));
  const [policy] = told.flatMap((said) => (typeof said === "string" ? [] : [said.policy]));
  const isNamed = policy !== undefined && words.length <= longestWords;
  return { message: shortLine(words), ...(isNamed && { policy: maskedLine(policy) }) };
}

// What the body of an ARM error says, in whichever shape it comes: `error{}` or bare, camel or Pascal case, OData, JSON
// inside of a message, plain text, or a page that some gateway made. Codes and what they say only, the outermost first.

type ErrorBody = Readonly<{ codes: readonly string[]; said: readonly AzureSaid[] }>;

const nothing: ErrorBody = { codes: [], said: [] };

/** Errors in errors: what lies deeper is a stack trace, or somebody's joke. */
const deepest = 6;
const mostParts = 5;

const together = (parts: readonly ErrorBody[]): ErrorBody => ({
  codes: parts.flatMap(({ codes }) => codes),
  said: parts.flatMap(({ said }) => said),
});

type Fields = ReadonlyMap<string, unknown>;

/** By its name in lower case: `Code`, `code` and `ErrorCode` all occur. */
const fieldsOf = (value: object): Fields =>
  new Map(Object.entries(value).map(([name, field]) => [name.toLowerCase(), field]));

/** A number of three digits repeats the status; everything else is a name. */
const codeIn = (value: unknown): readonly string[] => {
  const text = typeof value === "number" ? String(value) : typeof value === "string" ? value.trim() : "";
  return text === "" || text.length > 100 || /^\d{3}$/.test(text) ? [] : [text];
};

const wrappers = ["error", "odata.error", "errorresponse"];
const codeNames = ["code", "errorcode", "subcode"];
const sentenceNames = ["message", "error_description", "detail", "title"];
const innerNames = ["details", "innererror", "innererrors", "errors"];

const firstOf = (fields: Fields, names: readonly string[]): unknown =>
  names
    .map((name) => fields.get(name))
    .find((value) => value !== undefined && value !== null && value !== "");

/** OData writes a message with its language. */
function sentenceIn(value: unknown, depth: number): ErrorBody {
  if (typeof value === "string") return textBody(value, depth);
  const text = typeof value === "object" && value !== null ? fieldsOf(value).get("value") : undefined;
  return typeof text === "string" ? textBody(text, depth) : nothing;
}

/** `info` holds an error of the provider's own, or says which policy it was. */
function extraIn(value: unknown, depth: number): ErrorBody {
  if (!Array.isArray(value)) return nothing;
  const infos = value.slice(0, mostParts).flatMap((each) => {
    const info = typeof each === "object" && each !== null ? fieldsOf(each).get("info") : null;
    return typeof info === "object" && info !== null ? [info] : [];
  });
  return together(
    infos.map((info) => {
      const fields = fieldsOf(info);
      const policy = firstOf(fields, ["policyassignmentdisplayname", "policydefinitiondisplayname"]);
      return together([
        typeof policy === "string" ? { codes: [], said: [{ policy }] } : nothing,
        objectBody(info, depth + 1),
      ]);
    }),
  );
}

function objectBody(value: object, depth: number): ErrorBody {
  const fields = fieldsOf(value);
  const own = [
    ...wrappers
      .map((name) => fields.get(name))
      .map((inner) =>
        typeof inner === "string" ? { codes: codeIn(inner), said: [] } : bodyOf(inner, depth + 1),
      ),
    { codes: codeNames.flatMap((name) => codeIn(fields.get(name))), said: [] },
    sentenceIn(firstOf(fields, sentenceNames), depth),
  ];
  const inner = innerNames.map((name) => bodyOf(fields.get(name), depth + 1));
  return together([...own, extraIn(fields.get("additionalinfo"), depth), ...inner]);
}

function bodyOf(value: unknown, depth: number): ErrorBody {
  if (depth > deepest || value === null || value === undefined) return nothing;
  if (typeof value === "string") return textBody(value, depth);
  if (Array.isArray(value)) return together(value.slice(0, mostParts).map((each) => bodyOf(each, depth + 1)));
  return typeof value === "object" ? objectBody(value, depth) : nothing;
}

function textBody(text: string, depth: number): ErrorBody {
  const trimmed = text.trim();
  if (trimmed === "") return nothing;
  if (trimmed.startsWith("<")) {
    const title = pageTitle(trimmed);
    return title === "" ? nothing : { codes: [], said: [title] };
  }
  const json = depth < deepest ? parsed(trimmed) : undefined;
  return json === undefined ? { codes: [], said: [trimmed] } : bodyOf(json, depth + 1);
}

/** Never throws, whatever it is given. */
export function parseErrorBody(text: string | null | undefined): ErrorBody {
  const { codes, said } = textBody((text ?? "").slice(0, longestBody), 0);
  return { codes: [...new Set(codes)], said: [...new Set(said)] };
}
