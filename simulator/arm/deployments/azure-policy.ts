// What Azure Policy denies of a write: assignments with their definitions, as a scenario states them.
// https://learn.microsoft.com/azure/governance/policy/concepts/definition-structure-policy-rule
import { isObject, type Json, type JsonObject, listOf, objectOf, sameJson, textOf } from "../../json.ts";
import type { World } from "../../world.ts";
import { isWithin, parseArmPath } from "../arm-path.ts";
import { evaluate } from "./evaluate.ts";

/** The body that is to be PUT at this id. */
type Write = { id: string; body: JsonObject };

type Denial = { assignment: JsonObject; definition: JsonObject };

export function denialOf(world: World, write: Write): Denial | null {
  for (const assignment of world.store.all().filter(({ type }) => /\/policyAssignments$/i.test(type))) {
    const scope = assignment.id.split(/\/providers\/Microsoft\.Authorization\//i)[0] ?? "";
    const definition = world.store.get(textOf(assignment.properties.policyDefinitionId));
    if (definition === undefined || !isWithin(scope, write.id)) continue;
    const { policyRule, parameters } = definition.properties;
    const rule = resolved(
      objectOf(policyRule),
      objectOf(parameters),
      objectOf(assignment.properties.parameters),
    );
    if (textOf(objectOf(rule.then).effect).toLowerCase() !== "deny") continue;
    if (holds(objectOf(rule.if), write)) return { assignment, definition };
  }
  return null;
}

function resolved(rule: JsonObject, declared: JsonObject, given: JsonObject): JsonObject {
  const parameters = Object.fromEntries(
    Object.entries(declared).map(([name, item]) => [
      name,
      objectOf(given[name]).value ?? objectOf(item).defaultValue ?? null,
    ]),
  );
  const around = { subscription: {}, resourceGroup: null, reference: () => null, variables: () => null };
  return objectOf(evaluate(rule, { ...around, parameters }));
}

function holds(condition: JsonObject, write: Write): boolean {
  if (condition.not !== undefined) return !holds(objectOf(condition.not), write);
  if (condition.allOf !== undefined)
    return listOf(condition.allOf).every((each) => holds(objectOf(each), write));
  if (condition.anyOf !== undefined)
    return listOf(condition.anyOf).some((each) => holds(objectOf(each), write));
  const found = fieldOf(textOf(condition.field), write);
  const among = (items: Json | undefined): boolean => listOf(items).some((item) => same(item, found));
  if (condition.equals !== undefined) return same(condition.equals, found);
  if (condition.notEquals !== undefined) return !same(condition.notEquals, found);
  if (condition.in !== undefined) return among(condition.in);
  if (condition.notIn !== undefined) return !among(condition.notIn);
  return condition.exists !== undefined && (found !== undefined) === (String(condition.exists) === "true");
}

/** Of texts, the case does not count. */
const same = (wanted: Json | undefined, found: Json | undefined): boolean =>
  typeof wanted === "string" && typeof found === "string"
    ? wanted.toLowerCase() === found.toLowerCase()
    : sameJson(wanted, found);

/** `type`, `location`, `tags['x']`, or an alias: the type and the path below its properties. */
function fieldOf(field: string, { id, body }: Write): Json | undefined {
  const { type } = parseArmPath(id);
  if (field === "type") return type;
  const tag = /^tags\['?([^'\]]+)'?\]$/.exec(field)?.[1];
  if (tag !== undefined) return objectOf(body.tags)[tag];
  if (!field.includes("/")) return body[field];
  if (!field.toLowerCase().startsWith(`${type.toLowerCase()}/`)) return undefined;
  return field
    .slice(type.length + 1)
    .split(".")
    .reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), objectOf(body.properties));
}

/** https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy */
export function disallowed(name: string, { assignment, definition }: Denial): JsonObject {
  const shown = (item: JsonObject) => ({
    name: textOf(objectOf(item.properties).displayName) || textOf(item.name),
    id: textOf(item.id),
  });
  const info = { policyAssignment: shown(assignment), policyDefinition: shown(definition) };
  return {
    code: "RequestDisallowedByPolicy",
    target: name,
    message: `Resource '${name}' was disallowed by policy. Policy identifiers: '${JSON.stringify([info])}'.`,
    additionalInfo: [
      {
        type: "PolicyViolation",
        info: {
          policyDefinitionDisplayName: info.policyDefinition.name,
          policyAssignmentId: info.policyAssignment.id,
          policyAssignmentDisplayName: info.policyAssignment.name,
          policyDefinitionId: info.policyDefinition.id,
          policyDefinitionEffect: "deny",
        },
      },
    ],
  };
}
