// What a template says is to be there: its parameters checked, its resources with their ids, in an order that may be made.
// https://learn.microsoft.com/azure/azure-resource-manager/templates/syntax
import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from "../../json.ts";
import { sameId } from "../arm-path.ts";
import { anything, evaluate, evaluateObject } from "./evaluate.ts";
import { type Surroundings, typedPath } from "./functions.ts";
import { TemplateError } from "./parse-expression.ts";

type Reference = Surroundings["reference"];

export type Planned = {
  id: string;
  type: string;
  name: string;
  apiVersion: string;
  /** What is PUT there. */
  body(reference: Reference): JsonObject;
};

export type Plan = {
  /** Each behind all that it depends on. */
  resources: Planned[];
  /** With their types, as a deployment shows them. */
  parameters: JsonObject;
  outputs(reference: Reference): JsonObject;
};

export type Where = Pick<Surroundings, "subscription" | "resourceGroup"> & {
  /** The group of this name, as it is or is to be: a template may deploy into one that it makes. */
  groupNamed(name: string): JsonObject;
};

/** Throws a TemplateError that says what is wrong. */
export function planOf(template: JsonObject, given: JsonObject, where: Where): Plan {
  if (!Array.isArray(template.resources)) throw new TemplateError("The template has no list of resources.");
  const parameters = parametersOf(objectOf(template.parameters), given, where);
  const values = Object.fromEntries(
    Object.entries(parameters).map(([name, item]) => [name, objectOf(item).value ?? null]),
  );
  const around = (reference: Reference): Surroundings => surroundings(template, values, where, reference);
  const recorded: string[] = [];
  const looking = around((id) => {
    recorded.push(id);
    return anything;
  });
  const isWanted = (resource: JsonObject) => evaluate(resource.condition ?? true, looking) !== false;
  const all = template.resources.map(objectOf);
  // What depends on something that is not to be there does not wait for it.
  const unwanted = all.filter((each) => !isWanted(each)).map((each) => plannedOf(each, looking, around).id);
  const found = all.filter(isWanted).map((resource) => {
    const planned = plannedOf(resource, looking, around);
    recorded.length = 0;
    planned.body(looking.reference);
    const named = listOf(evaluate(resource.dependsOn ?? [], looking))
      .map(textOf)
      .map(groupId)
      .filter((id) => !unwanted.some((each) => sameId(each, id)));
    const inside = isNested(planned)
      ? nestedIn(planned, evaluate(resource.resourceGroup ?? "", looking), where)
      : [];
    return { planned, inside, named, after: [...named, ...recorded] };
  });
  return {
    resources: inOrder(found),
    parameters,
    outputs: (reference) => outputsOf(objectOf(template.outputs), around(reference)),
  };
}

function surroundings(
  template: JsonObject,
  parameters: JsonObject,
  where: Where,
  reference: Reference,
): Surroundings {
  const around: Surroundings = {
    ...where,
    parameters,
    reference,
    variables: (name) => {
      const value = objectOf(template.variables)[name];
      if (value === undefined) throw new TemplateError(`The template variable '${name}' is not found.`);
      return evaluate(value, around);
    },
  };
  return around;
}

const ofTypes: Readonly<Record<string, (value: Json) => boolean>> = {
  string: (value) => typeof value === "string",
  securestring: (value) => typeof value === "string",
  int: (value) => Number.isInteger(value),
  bool: (value) => typeof value === "boolean",
  array: Array.isArray,
  object: isObject,
  secureobject: isObject,
};

function parametersOf(declared: JsonObject, given: JsonObject, where: Where): JsonObject {
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (unknown.length > 0)
    throw new TemplateError(
      `The following parameters were supplied, but do not correspond to any parameters defined in the template: '${unknown.join(", ")}'.`,
    );
  const around = surroundings({}, {}, where, () => null);
  return Object.fromEntries(
    Object.entries(declared).map(([name, item]) => {
      const said = objectOf(item);
      const value =
        objectOf(given[name]).value ??
        (said.defaultValue === undefined ? undefined : evaluate(said.defaultValue, around));
      if (value === undefined)
        throw new TemplateError(
          `The value for the template parameter '${name}' is not provided. Please see https://aka.ms/arm-create-parameter-file for usage details.`,
        );
      checkParameter(name, said, value);
      return [name, { type: typeNameOf(textOf(said.type)), value }];
    }),
  );
}

const typeNameOf = (type: string): string => `${type.charAt(0).toUpperCase()}${type.slice(1)}`;

function checkParameter(name: string, said: JsonObject, value: Json): void {
  const fits = ofTypes[textOf(said.type).toLowerCase()];
  if (fits === undefined || !fits(value))
    throw new TemplateError(`The value of the template parameter '${name}' is not of type '${said.type}'.`);
  const allowed = listOf(said.allowedValues);
  if (allowed.length > 0 && !allowed.includes(value))
    throw new TemplateError(
      `The provided value for the template parameter '${name}' is not valid. The value '${String(value)}' is not part of the allowed value(s): '${allowed.join(",")}'.`,
    );
  const size = typeof value === "string" ? value.length : typeof value === "number" ? value : null;
  const least = typeof value === "string" ? said.minLength : said.minValue;
  const most = typeof value === "string" ? said.maxLength : said.maxValue;
  if (size !== null && (size < Number(least ?? size) || size > Number(most ?? size)))
    throw new TemplateError(
      `The provided value for the template parameter '${name}' is not valid: ${size} is not from ${least ?? 0} to ${most ?? "any"}.`,
    );
}

function plannedOf(
  resource: JsonObject,
  looking: Surroundings,
  around: (reference: Reference) => Surroundings,
): Planned {
  const { type: kind, apiVersion, name: _name, dependsOn: _after, condition: _if, scope, ...body } = resource;
  const type = textOf(kind);
  const name = textOf(evaluate(resource.name ?? "", looking));
  if (type === "" || name === "" || textOf(apiVersion) === "")
    throw new TemplateError(
      `A resource of the template has no type, name or apiVersion: '${type}' '${name}'.`,
    );
  const { subscription, resourceGroup } = looking;
  const own = `/subscriptions/${subscription.subscriptionId}`;
  const home = resourceGroup === null ? own : textOf(resourceGroup.id);
  const base = scope === undefined ? home : textOf(evaluate(scope, looking));
  const isGroup = sameId(type, "Microsoft.Resources/resourceGroups");
  return {
    id: isGroup ? `${own}/resourceGroups/${name}` : `${base}/${typedPath(type, name.split("/"))}`,
    type,
    name,
    apiVersion: textOf(apiVersion),
    // A nested template is the inner deployment's to evaluate.
    body: (reference) => {
      if (!isNested({ type })) return evaluateObject(body, around(reference));
      const { template = {}, ...properties } = objectOf(body.properties);
      const evaluated = evaluateObject({ ...body, properties }, around(reference));
      return { ...evaluated, properties: { ...objectOf(evaluated.properties), template } };
    },
  };
}

/** The functions of templates know a group as a resource of a provider. */
const groupId = (id: string): string =>
  id.replace(/\/providers\/Microsoft\.Resources\/resourceGroups\//i, "/resourceGroups/");

const isNested = ({ type }: Pick<Planned, "type">): boolean =>
  sameId(type, "Microsoft.Resources/deployments");

/** A deployment in a deployment, with a template of its own in which its own parameters count alone (scope `inner`). */
function nestedIn(planned: Planned, group: Json, where: Where): Planned[] {
  const { template, parameters, expressionEvaluationOptions } = objectOf(
    planned.body(() => anything).properties,
  );
  if (textOf(objectOf(expressionEvaluationOptions).scope).toLowerCase() !== "inner")
    throw new TemplateError(
      `Of the nested deployment '${planned.name}' only the scope 'inner' is known here.`,
    );
  const resourceGroup = textOf(group) === "" ? where.resourceGroup : where.groupNamed(textOf(group));
  return planOf(objectOf(template), objectOf(parameters), { ...where, resourceGroup }).resources;
}

type Found = { planned: Planned; inside: Planned[]; named: string[]; after: string[] };

function inOrder(found: readonly Found[]): Planned[] {
  const isThere = (id: string): boolean => found.some(({ planned }) => sameId(planned.id, id));
  const missing = found.flatMap(({ named }) => named).find((id) => !isThere(id));
  if (missing !== undefined)
    throw new TemplateError(
      `The resource '${missing}' is not defined in the template. Please see https://aka.ms/arm-syntax for usage details.`,
    );
  const done: Planned[] = [];
  let left = [...found];
  while (left.length > 0) {
    const waits = (id: string): boolean => left.some(({ planned }) => sameId(planned.id, id));
    const ready = left.filter(({ after }) => !after.some(waits));
    if (ready.length === 0)
      throw new TemplateError(
        `Circular dependency detected on resource: '${left[0]?.planned.id}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      );
    done.push(...ready.flatMap(({ planned, inside }) => (isNested(planned) ? inside : [planned])));
    left = left.filter((each) => !ready.includes(each));
  }
  return done;
}

const outputsOf = (declared: JsonObject, around: Surroundings): JsonObject =>
  Object.fromEntries(
    Object.entries(declared).map(([name, item]) => [
      name,
      {
        type: typeNameOf(textOf(objectOf(item).type)),
        value: evaluate(objectOf(item).value ?? null, around),
      },
    ]),
  );
