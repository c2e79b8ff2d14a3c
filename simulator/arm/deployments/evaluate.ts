// Templates' values with their expressions evaluated.
import { isObject, type Json, type JsonObject } from "../../json.ts";
import { type Surroundings, templateFunctions } from "./functions.ts";
import { type Expression, parseExpression, TemplateError } from "./parse-expression.ts";

/** In a value, every text in brackets is an expression, also where it is a key; `[[` begins one that is not. */
export function evaluate(value: Json, around: Surroundings): Json {
  if (typeof value === "string") return evaluateText(value, around);
  if (Array.isArray(value)) return value.map((item) => evaluate(item, around));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [String(evaluateText(key, around)), evaluate(item, around)]),
  );
}

export const evaluateObject = (value: JsonObject, around: Surroundings): JsonObject => {
  const evaluated = evaluate(value, around);
  return isObject(evaluated) ? evaluated : {};
};

/** Thrown by a `reference` that cannot be answered yet: the whole text stays as it is, as what-if shows it. */
export class NotThereYet extends Error {}

/** A `reference` may answer it where only the ids matter that it is asked for; so is every property of it. */
export const anything: JsonObject = {};

function evaluateText(text: string, around: Surroundings): Json {
  if (text.startsWith("[[")) return text.slice(1);
  if (!text.startsWith("[") || !text.endsWith("]")) return text;
  try {
    return run(parseExpression(text.slice(1, -1)), around);
  } catch (error) {
    if (error instanceof NotThereYet) return text;
    throw error;
  }
}

function run(expression: Expression, around: Surroundings): Json {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "member":
      return memberOf(run(expression.of, around), run(expression.key, around));
    case "call":
      return call(expression, around);
  }
}

function call({ name, given }: Extract<Expression, { kind: "call" }>, around: Surroundings): Json {
  const lower = name.toLowerCase();
  if (lower === "if") {
    const [condition, yes, no] = given;
    const chosen = condition !== undefined && run(condition, around) === true ? yes : no;
    return chosen === undefined ? null : run(chosen, around);
  }
  const known = templateFunctions[lower];
  if (known === undefined) throw new TemplateError(`The template function '${name}' is not valid.`);
  return known(
    given.map((each) => run(each, around)),
    around,
  );
}

function memberOf(of: Json, key: Json): Json {
  if (of === anything) return anything;
  if (Array.isArray(of) && typeof key === "number") return of[key] ?? null;
  const found = isObject(of)
    ? Object.keys(of).find((name) => name.toLowerCase() === String(key).toLowerCase())
    : undefined;
  if (isObject(of) && found !== undefined) return of[found] ?? null;
  throw new TemplateError(
    `The language expression property '${String(key)}' doesn't exist, available properties are '${isObject(of) ? Object.keys(of).join(", ") : ""}'.`,
  );
}
