// What a rule says of commands that change something: which of them, and who has to agree.
import { z } from "zod";
import { writeVerbs } from "../command/change/change-verbs.ts";
import type { Fault, FaultPath, PolicyFault } from "./fault.ts";
import { fitting, list, namePattern, namespacePattern, oneOf, resource, yes } from "./policy-words.ts";
import { isEmpty, windowSchema } from "./window.ts";

// How long something may take, as a policy writes it: `30m`, `2h`.

const longest = 24 * 60;

/** In minutes, from 1 to those of a day; null for what is not written so. */
export function minutesOf(text: string): number | null {
  const [, number = "", unit] = /^(\d{1,4})([mh])$/.exec(text) ?? [];
  const minutes = Number(number) * (unit === "h" ? 60 : 1);
  return minutes >= 1 && minutes <= longest ? minutes : null;
}

const verb = oneOf("changeVerb", ["*", ...writeVerbs]);

export const changeSchema = z.strictObject({
  verbs: list(verb),
  /** A type covers its sub-resources. Secrets and what gives rights are never meant by `*`. */
  resources: list(resource),
  /** Patterns. What acts in all namespaces at once, such as drain, needs `*`. */
  namespaces: list(namespacePattern),
  /** Patterns on the names that a command names; any where they are left out. */
  names: list(namePattern).optional(),
  clusterScoped: yes.optional(),
});

export const duration = fitting("duration", (text) => minutesOf(text) !== null);
const mostApprovals = 10;
const count = z
  .number()
  .refine((number) => Number.isInteger(number) && number >= 1 && number <= mostApprovals, {
    params: { unfit: "count" },
  })
  .meta({ type: "integer", minimum: 1, maximum: mostApprovals });

export const othersSchema = z.strictObject({
  count,
  groups: list(z.string()),
  /** How long it may wait for them. */
  expires: duration,
  /** Whom else to ask, and after how long. */
  escalate: z.strictObject({ after: duration, groups: list(z.string()) }).optional(),
  /**
   * Whose rights it is made with where Azure or Kubernetes does not let whoever asked: `requester`, nobody's. Of a change
   * only where a diagnosis proposed it.
   */
  runAs: z.enum(["requester", "approver"]).optional(),
});

/** `requester`: nobody else, once they have seen what it does. */
export const approvalSchema = z.union([z.literal("requester"), othersSchema]);

/** What a test expects of it; what is left out may be anything. */
export const expectedSchema = z.strictObject({
  count: count.optional(),
  groups: list(z.string()).optional(),
  runAs: z.enum(["requester", "approver"]).optional(),
});

export type ChangeScope = z.infer<typeof changeSchema>;
export type ApprovalRule = z.infer<typeof approvalSchema>;

// What a schema cannot see of rules that let something be changed: somebody has to agree, and an emergency opens nothing
// that needs no emergency.

export const anything = z.unknown().optional();
/** Each of them is one thing that a rule may be about, or a test may ask. */
export const asking = {
  ...{ diagnose: anything, "diagnose-inside": anything, watch: anything },
  ...{ volunteer: anything, reader: anything, run: anything, change: anything, fix: anything },
};
const outline = z.object({
  ...{ id: anything, effect: anything, groups: z.array(z.unknown()).catch([]) },
  ...asking,
  ...{ approval: anything, breakGlass: anything, when: anything },
});
type Outline = z.infer<typeof outline>;

/** Of rules in any shape; what is not well formed is left to the schema. */
export function checkChanges(rules: readonly unknown[]): readonly Fault[] {
  const all = rules.map((rule) => outline.safeParse(rule).data ?? null);
  return all.flatMap((rule, index) => (rule === null ? [] : faultsOf(rule, ["rules", index], all)));
}

function faultsOf(rule: Outline, path: FaultPath, all: readonly (Outline | null)[]): readonly Fault[] {
  return [
    ...checkWindow(rule, [...path, "when"]),
    ...(rule.effect === "allow" ? [...checkApproval(rule, path), ...checkBreakGlass(rule, path, all)] : []),
  ];
}

const changes = ({ change, fix }: Outline): boolean => change !== undefined || fix !== undefined;

function checkWindow({ when }: Outline, path: FaultPath): readonly Fault[] {
  const { data } = windowSchema.safeParse(when);
  return data !== undefined && isEmpty(data) ? [{ path, fault: { is: "windowEmpty" } }] : [];
}

function checkApproval(rule: Outline, path: FaultPath): readonly Fault[] {
  const name = String(rule.id);
  if (rule.approval === undefined)
    return changes(rule) ? [{ path, fault: { is: "approvalMissing", rule: name } }] : [];
  const at = [...path, "approval"];
  if (!changes(rule)) return [{ path: at, fault: { is: "approvalUnused", rule: name } }];
  const { data } = othersSchema.safeParse(rule.approval);
  if (data?.escalate === undefined) return [];
  const [after, expires] = [minutesOf(data.escalate.after), minutesOf(data.expires)];
  const late = after !== null && expires !== null && after >= expires;
  return late ? [{ path: [...at, "escalate", "after"], fault: { is: "escalatesLate" } }] : [];
}

function checkBreakGlass(rule: Outline, path: FaultPath, all: readonly (Outline | null)[]): readonly Fault[] {
  if (rule.breakGlass === undefined) return [];
  const name = String(rule.id);
  const at = [...path, "breakGlass"];
  const faults: PolicyFault[] = [];
  const others = [rule.diagnose, rule["diagnose-inside"], rule.watch, rule.volunteer, rule.reader, rule.run];
  if (others.some((other) => other !== undefined)) faults.push({ is: "breakGlassReads", rule: name });
  else if (!changes(rule)) faults.push({ is: "breakGlassUnused", rule: name });
  else if (asksNoLess(rule, all)) faults.push({ is: "breakGlassAsksNoLess", rule: name });
  return faults.map((fault) => ({ path: at, fault }));
}

/** Of what the same people may do without an emergency. Where they may do nothing, any is less. */
function asksNoLess(rule: Outline, all: readonly (Outline | null)[]): boolean {
  const needed = approvalsOf(rule);
  const ordinary = all.filter(
    (other) =>
      other !== null &&
      other.effect === "allow" &&
      other.breakGlass === undefined &&
      changes(other) &&
      other.groups.some((group) => rule.groups.includes(group)),
  );
  return (
    needed > 0 && ordinary.length > 0 && ordinary.every((other) => other && approvalsOf(other) <= needed)
  );
}

function approvalsOf({ approval }: Outline): number {
  const { data } = othersSchema.safeParse(approval);
  return data?.count ?? 0;
}
