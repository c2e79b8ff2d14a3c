// What compares values, in a filter of a template or to wait for one: which objects pass tells what is masked in them,
// letter by letter.
import { readsValues } from "../redact/template-fields.ts";
import type { Flags } from "./read-flags.ts";
import { type Refusal, refuse } from "./refusal.ts";

/** From `?(` to its end; what stands in quotes may hold anything. */
const filter = /\?\(((?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^"')])*)(\)?)/g;
const literal = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** `?(@.name=="a")` and numbers are compared as ever. */
export function refuseValueFilters(flags: Flags): Refusal | null {
  const templates = [flags.get("output"), flags.get("sort-by")];
  const awaited = flags.get("for") ?? "";
  const compares =
    templates.some((template) => template !== undefined && comparesValues(template)) ||
    (/^jsonpath=/i.test(awaited) && isMasked(awaited));
  if (!compares) return null;
  return refuse("secret-values", { is: "valueFilter" });
}

function comparesValues(template: string): boolean {
  // ['value'] is .value
  const text = template.replace(/[[,]\s*(["'])([^"']*)\1(?=\s*[,\]])/g, ".$2");
  return [...text.matchAll(filter)].some(({ 1: inside = "", 2: end, index }) => {
    if (end !== ")") return true;
    const fields = inside.replace(literal, " ");
    if (!/[<>=!]/.test(fields) || /[<>=]\s*-?\d+(?:\.\d+)?\s*$/.test(fields)) return false;
    const path = /@(?![.[])/.test(fields) ? text.slice(0, index) + fields : fields;
    return isMasked(path);
  });
}

const isMasked = (path: string): boolean => readsValues(path) || path.includes("last-applied-configuration");
