// Reads a scenario: the file, its base and patch, relative times, and the checks that need the whole of it.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { parseArmPath, sameId } from "../arm/arm-path.ts";
import { identitiesOf } from "../arm/managed-identity.ts";
import { isObject, type Json, type JsonObject, objectOf } from "../json.ts";
import { applyPatch } from "./json-patch.ts";
import { type Scenario, type ScenarioInput, scenarioSchema, variationSchema } from "./schema.ts";

/** A scenario that cannot be used; `message` says what is wrong and where. */
export class ScenarioError extends Error {
  override name = "ScenarioError";
}

/** Loads a scenario from its file, or checks one that is given as a value. Throws ScenarioError. */
export async function loadScenario(source: ScenarioInput | string, now = new Date()): Promise<Scenario> {
  const isFile = typeof source === "string";
  const document = isFile ? await readDocument(path.resolve(source), []) : z.json().parse(source);
  const label = isFile ? source : "the scenario";
  const parsed = scenarioSchema.safeParse(absoluteTimes(document, now));
  if (!parsed.success) throw new ScenarioError(`${label}: ${z.prettifyError(parsed.error)}`);
  const problems = findProblems(parsed.data);
  if (problems.length > 0) throw new ScenarioError(`${label}:\n- ${problems.join("\n- ")}`);
  return parsed.data;
}

async function readDocument(file: string, seen: readonly string[]): Promise<Json> {
  if (seen.includes(file)) throw new ScenarioError(`${file}: a scenario cannot be its own base`);
  const text = await readFile(file, "utf8").catch((error: Error) => {
    throw new ScenarioError(`The scenario cannot be read: ${error.message}`);
  });
  let document: Json;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new ScenarioError(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (!isObject(document) || document.base === undefined) return document;
  return applyVariation(document, file, [...seen, file]);
}

async function applyVariation(document: JsonObject, file: string, seen: readonly string[]): Promise<Json> {
  const parsed = variationSchema.safeParse(document);
  if (!parsed.success) throw new ScenarioError(`${file}: ${z.prettifyError(parsed.error)}`);
  const { base, patch } = parsed.data;
  const { base: _base, patch: _patch, ...replaced } = document;
  const baseDocument = await readDocument(path.resolve(path.dirname(file), base), seen);
  try {
    return { ...objectOf(applyPatch(baseDocument, patch)), ...replaced };
  } catch (error) {
    throw new ScenarioError(`${file}: ${error instanceof Error ? error.message : error}`);
  }
}

// Only signed durations are relative times: "PT4H" may be a setting of a resource.
const relativeTime = /^([+-])P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Replaces every relative time (`-PT2H`) by an absolute one, seen from `now`. */
export function absoluteTimes(value: Json, now: Date): Json {
  if (typeof value === "string") return absoluteTime(value, now);
  if (Array.isArray(value)) return value.map((item) => absoluteTimes(item, now));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, absoluteTimes(item, now)]));
}

function absoluteTime(text: string, now: Date): string {
  const match = relativeTime.exec(text);
  if (match === null || /[PT]$/.test(text)) return text;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(2).map((part) => Number(part ?? 0));
  const offset = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
  const time = new Date(now.getTime() + (match[1] === "-" ? -offset : offset));
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}

function findProblems(scenario: Scenario): string[] {
  const subscriptions = new Set(scenario.subscriptions.map((item) => item.subscriptionId));
  const identities = new Set([...scenario.principals.map((p) => p.oid), ...scenario.groups.map((g) => g.id)]);
  for (const id of [scenario.appId, ...scenario.servicePrincipals.map((each) => each.id)]) identities.add(id);
  for (const id of scenario.resources.flatMap(identitiesOf)) identities.add(id.toLowerCase());
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const { id } of scenario.resources) {
    const subscription = parseArmPath(id).subscriptionId?.toLowerCase() ?? "";
    if (!subscriptions.has(subscription)) problems.push(`resource ${id}: its subscription is not listed`);
    if (seen.has(id.toLowerCase())) problems.push(`resource ${id} is there twice`);
    seen.add(id.toLowerCase());
  }
  for (const { principalId, scope } of scenario.roleAssignments) {
    if (!identities.has(principalId)) problems.push(`role assignment at ${scope}: nobody is ${principalId}`);
  }
  for (const group of scenario.groups) {
    for (const member of group.members) {
      if (!identities.has(member)) problems.push(`group ${group.displayName}: nobody is ${member}`);
    }
  }
  for (const id of Object.keys(scenario.kubernetes)) {
    if (!scenario.resources.some((item) => sameId(item.id, id)))
      problems.push(`kubernetes: no cluster ${id}`);
  }
  return problems;
}
