// What a schema cannot see of rules that let something be changed: somebody has to agree, and an emergency opens nothing
// that needs no emergency.
import { z } from "zod";
import { minutesOf, othersSchema } from "./change-schema.ts";
import type { PolicyFault } from "./fault.ts";
import { isEmpty, windowSchema } from "./window.ts";
import type { Fault, Path } from "./yaml-text.ts";

const outline = z.object({
  id: z.unknown().optional(),
  effect: z.unknown().optional(),
  groups: z.array(z.unknown()).catch([]),
  diagnose: z.unknown().optional(),
  "diagnose-inside": z.unknown().optional(),
  watch: z.unknown().optional(),
  run: z.unknown().optional(),
  change: z.unknown().optional(),
  fix: z.unknown().optional(),
  approval: z.unknown().optional(),
  breakGlass: z.unknown().optional(),
  when: z.unknown().optional(),
});
type Outline = z.infer<typeof outline>;

/** Of rules in any shape; what is not well formed is left to the schema. */
export function checkChanges(rules: readonly unknown[]): readonly Fault[] {
  const all = rules.map((rule) => outline.safeParse(rule).data ?? null);
  return all.flatMap((rule, index) => (rule === null ? [] : faultsOf(rule, ["rules", index], all)));
}

function faultsOf(rule: Outline, path: Path, all: readonly (Outline | null)[]): readonly Fault[] {
  return [
    ...checkWindow(rule, [...path, "when"]),
    ...(rule.effect === "allow" ? [...checkApproval(rule, path), ...checkBreakGlass(rule, path, all)] : []),
  ];
}

const changes = ({ change, fix }: Outline): boolean => change !== undefined || fix !== undefined;

function checkWindow({ when }: Outline, path: Path): readonly Fault[] {
  const { data } = windowSchema.safeParse(when);
  return data !== undefined && isEmpty(data) ? [{ path, fault: { is: "windowEmpty" } }] : [];
}

function checkApproval(rule: Outline, path: Path): readonly Fault[] {
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

function checkBreakGlass(rule: Outline, path: Path, all: readonly (Outline | null)[]): readonly Fault[] {
  if (rule.breakGlass === undefined) return [];
  const name = String(rule.id);
  const at = [...path, "breakGlass"];
  const faults: PolicyFault[] = [];
  const others = [rule.diagnose, rule["diagnose-inside"], rule.watch, rule.run];
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
