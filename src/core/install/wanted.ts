// What is wanted of an object of Microsoft Graph, held against what is there. More may be there than is wanted, such as a
// second redirect URI of somebody: it is no difference, and it stays.

type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };
export type Fields = { readonly [name: string]: Json | undefined };

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** What tells the items of a list apart. */
const keyOf = (item: Json): Json | undefined =>
  isFields(item) ? (item.id ?? item.appId ?? item.resourceAppId) : item;
const like = (item: Json, all: readonly Json[]): Json | undefined =>
  all.find((each) => keyOf(each) === keyOf(item));

/** Names of the fields that are otherwise: `api.requestedAccessTokenVersion`. */
export const differences = (wanted: Fields, there: Fields): readonly string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    const has = there[name];
    if (isFields(value))
      return differences(value, isFields(has) ? has : {}).map((inner) => `${name}.${inner}`);
    return holds(value, has) ? [] : [name];
  });

function holds(wanted: Json | undefined, there: Json | undefined): boolean {
  if (isList(wanted)) return isList(there) && wanted.every((item) => holds(item, like(item, there)));
  return isFields(wanted) ? isFields(there) && differences(wanted, there).length === 0 : wanted === there;
}

/** The fields that are wanted, with what else is there in them. */
export const withWanted = (wanted: Fields, there: Fields): Fields =>
  Object.fromEntries(Object.entries(wanted).map(([name, value]) => [name, joined(value, there[name])]));

function joined(wanted: Json | undefined, there: Json | undefined): Json | undefined {
  if (isFields(wanted)) return isFields(there) ? { ...there, ...withWanted(wanted, there) } : wanted;
  if (!isList(wanted) || !isList(there)) return wanted;
  const kept = there.filter((item) => like(item, wanted) === undefined);
  return [...kept, ...wanted.map((item) => joined(item, like(item, there)) ?? item)];
}
