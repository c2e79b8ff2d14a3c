// What the values below a field are: an environment, arguments, data. By the field's name alone, so that CRs and Helm's
// values are read like Pods.
import { meaningOf, wordsOf } from "./names.ts";

/** `pair` is an item `{name, value}` of an environment, `values` are such values without their names. */
export type Role = "plain" | "environment" | "pair" | "values" | "arguments" | "data" | "secrets";

/** Stands for the field's name where a template printed the values of an environment alone. */
export const namelessValues = "nameless values";

/** Items of a list (`key` null) are what the list is. */
export function roleBelow(parent: Role, key: string | null): Role {
  if (parent === "environment") return key === null ? "pair" : "plain";
  if (key !== null) return parent === "arguments" || parent === "values" ? "plain" : roleOf(key);
  return parent === "arguments" || parent === "secrets" || parent === "values" ? parent : "plain";
}

/** By the last word of the field's name: `env`, `extraEnv`, `args`, `command`, `data`; or by what the whole name tells. */
export function roleOf(key: string): Role {
  const meaning = meaningOf(key);
  if (meaning === "nothing" && !mayBeRole.test(key)) return "plain";
  const words = wordsOf(key);
  const last = words.at(-1) ?? "";
  if (last === "env" || last === "environment" || (last === "vars" && words.at(-2) === "env"))
    return "environment";
  if (last === "args" || last === "arguments" || last === "command" || last === "argv") return "arguments";
  if (words.join("") === "data" || words.join("") === "stringdata") return "data";
  if (key === namelessValues) return "values";
  if (severalSecrets.test(words.join(""))) return "secrets";
  // `secret:` of a volume holds a map of names.
  return meaning === "secret" && last !== "secret" ? "secrets" : "plain";
}

/** Those of others, as in `imagePullSecrets`, are names of objects. */
const severalSecrets = /^(?:client|api|app|shared|oauth|user|webhook)secrets$/;

/** Cheap look before the words are cut. */
const mayBeRole = /(?:secrets|env|environment|vars|args|arguments|command|argv|data|values?)$/i;
