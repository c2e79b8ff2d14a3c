// Label and field selectors as the API server reads them from a query.

import { type KubeObject, text } from "./kube-object.ts";
import type { ResourceType } from "./resource-types.ts";

export type Predicate = (object: KubeObject) => boolean;
export type ParsedSelector = { ok: true; matches: Predicate } | { ok: false; reason: string };

const key = "[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?";
const requirementForms: { pattern: RegExp; test: (label: string | undefined, values: string) => boolean }[] =
  [
    { pattern: new RegExp(`^(${key})$`), test: (label) => label !== undefined },
    { pattern: new RegExp(`^!\\s*(${key})$`), test: (label) => label === undefined },
    { pattern: new RegExp(`^(${key})\\s*==?\\s*([^=!<>()]*)$`), test: (label, value) => label === value },
    { pattern: new RegExp(`^(${key})\\s*!=\\s*([^=!<>()]*)$`), test: (label, value) => label !== value },
    {
      pattern: new RegExp(`^(${key})\\s+in\\s*\\(([^()]*)\\)$`),
      test: (label, values) => label !== undefined && split(values).includes(label),
    },
    {
      pattern: new RegExp(`^(${key})\\s+notin\\s*\\(([^()]*)\\)$`),
      test: (label, values) => label === undefined || !split(values).includes(label),
    },
  ];

/** `app=web,tier!=db`, `env in (a,b)`, `env notin (a)`, `key`, `!key`: all must hold. Empty selects everything. */
export function parseLabelSelector(selector: string): ParsedSelector {
  const predicates: Predicate[] = [];
  for (const requirement of splitOutsideParentheses(selector)) {
    const predicate = labelPredicate(requirement);
    if (predicate === null) return { ok: false, reason: `unable to parse requirement: ${requirement}` };
    predicates.push(predicate);
  }
  return { ok: true, matches: (object) => predicates.every((predicate) => predicate(object)) };
}

function labelPredicate(requirement: string): Predicate | null {
  for (const { pattern, test } of requirementForms) {
    const found = pattern.exec(requirement);
    if (found === null) continue;
    const [, name = "", values = ""] = found;
    return (object) => test(object.metadata.labels?.[name], values.trim());
  }
  return null;
}

/** `status.phase=Running,spec.nodeName!=node-1` over the fields that the kind supports, as Kubernetes limits them. */
export function parseFieldSelector(type: ResourceType, selector: string): ParsedSelector {
  const supported = new Set(["metadata.name", "metadata.namespace", ...type.fields]);
  const predicates: Predicate[] = [];
  for (const term of split(selector)) {
    const found = /^([^=!]+)(!=|==?)(.*)$/.exec(term);
    if (found === null) {
      return { ok: false, reason: `invalid selector: '${selector}'; can't understand '${term}'` };
    }
    const [, field = "", operator, value = ""] = found;
    if (!supported.has(field)) return { ok: false, reason: `field label not supported: ${field}` };
    predicates.push((object) => (fieldValue(object, field) === value) === (operator !== "!="));
  }
  return { ok: true, matches: (object) => predicates.every((predicate) => predicate(object)) };
}

/** The name that a field selector pins the list to; the API server authorizes such a list by that name. */
export function selectedName(selector: string): string {
  const term = split(selector).find((candidate) => /^metadata\.name==?[^=]/.test(candidate));
  return term?.replace(/^metadata\.name==?/, "") ?? "";
}

const falseWhenAbsent = new Set(["spec.unschedulable", "spec.hostNetwork"]);

function fieldValue(object: KubeObject, field: string): string {
  if (field === "source") return text(object, "source.component") || text(object, "reportingComponent");
  if (field === "status.successful") return text(object, "status.succeeded", "0");
  return text(object, field, falseWhenAbsent.has(field) ? "false" : "");
}

function split(values: string): string[] {
  return values
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function splitOutsideParentheses(selector: string): string[] {
  const withoutInner = selector.replace(/\([^)]*\)/g, (inner) => inner.replaceAll(",", "\u0000"));
  return split(withoutInner).map((requirement) => requirement.replaceAll("\u0000", ","));
}
