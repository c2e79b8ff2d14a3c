// The template functions that are known here, as Azure documents them:
// https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions
import { createHash } from "node:crypto";
import { isObject, type Json, type JsonObject, parseJson } from "../../json.ts";
import { TemplateError } from "./parse-expression.ts";

/** What a template is evaluated in. */
export type Surroundings = {
  subscription: JsonObject;
  /** Null: the deployment is one of a subscription. */
  resourceGroup: JsonObject | null;
  parameters: JsonObject;
  variables: (name: string) => Json;
  /** What is deployed of a resource, by its id. */
  reference: (id: string) => Json;
};

type TemplateFunction = (given: readonly Json[], around: Surroundings) => Json;

const textIn = (value: Json | undefined): string =>
  typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
const texts = (given: readonly Json[]): string[] => given.map(textIn);

const isEmpty = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === "" ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** A type and names, as they stand in an id: `ns/a/b` and `x`, `y` are `ns/a/x/b/y`. */
export function typedPath(type: string, names: readonly string[]): string {
  const [namespace = "", ...types] = type.split("/");
  if (types.length !== names.length)
    throw new TemplateError(
      `A nested resource type must have identical number of segments as its resource name: type '${type}', name '${names.join("/")}'.`,
    );
  return `providers/${[namespace, ...types.flatMap((each, index) => [each, names[index] ?? ""])].join("/")}`;
}

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/i.test(text);

function resourceId(given: readonly Json[], { subscription, resourceGroup }: Surroundings): string {
  const parts = texts(given);
  const at = parts.findIndex((part) => part.includes("/"));
  const before = parts.slice(0, at);
  const ownSubscription = before.length > 0 && isId(before[0] ?? "") ? before.shift() : undefined;
  const group = before[0] ?? resourceGroup?.name;
  const scope = `/subscriptions/${ownSubscription ?? subscription.subscriptionId}`;
  const path = typedPath(parts[at] ?? "", parts.slice(at + 1));
  return group === undefined ? `${scope}/${path}` : `${scope}/resourceGroups/${group}/${path}`;
}

/** The same for the same input; Azure computes another one. */
const hashed = (given: readonly Json[]): Buffer =>
  createHash("sha256").update(texts(given).join("-")).digest();

function uniqueString(given: readonly Json[]): string {
  const letters = "abcdefghijklmnopqrstuvwxyz234567";
  return [...hashed(given).subarray(0, 13)].map((byte) => letters[byte % 32]).join("");
}

function guid(given: readonly Json[]): string {
  const hex = hashed(given).toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`];
  return [...parts, hex.slice(20, 32)].join("-");
}

function given(values: JsonObject, name: string, what: string): Json {
  const key = Object.keys(values).find((each) => each.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : values[key];
  if (value === undefined) throw new TemplateError(`The template ${what} '${name}' is not found.`);
  return value;
}

function groupOf({ resourceGroup }: Surroundings): JsonObject {
  if (resourceGroup !== null) return resourceGroup;
  throw new TemplateError(
    "The template function 'RESOURCEGROUP' is not expected at this location: a subscription is deployed to.",
  );
}

/** `if` stands beside them: only what is chosen is evaluated. */
export const templateFunctions: Readonly<Record<string, TemplateFunction>> = {
  concat: (all) => (all.every(Array.isArray) ? all.flat() : texts(all).join("")),
  createarray: (all) => [...all],
  createobject: (all) =>
    Object.fromEntries(
      all.flatMap((key, index) => (index % 2 === 0 ? [[textIn(key), all[index + 1] ?? null]] : [])),
    ),
  empty: ([value]) => isEmpty(value),
  equals: ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
  extensionresourceid: ([scope, type, ...names]) =>
    `${textIn(scope)}/${typedPath(textIn(type), texts(names))}`,
  format: ([form, ...values]) =>
    textIn(form).replace(/\{(\d+)\}/g, (_, index: string) => textIn(values[Number(index)])),
  guid,
  json: ([text]) => parseJson(textIn(text)) ?? null,
  not: ([value]) => value !== true,
  parameters: ([name], { parameters }) => given(parameters, textIn(name), "parameter"),
  reference: ([id], { reference }) => reference(textIn(id)),
  resourcegroup: (_, around) => groupOf(around),
  resourceid: resourceId,
  subscription: (_, { subscription }) => subscription,
  subscriptionresourceid: (all, around) => resourceId(all, { ...around, resourceGroup: null }),
  tolower: ([text]) => textIn(text).toLowerCase(),
  uniquestring: uniqueString,
  variables: ([name], { variables }) => variables(textIn(name)),
};
