// Where no rule allows something as things are: whether one would at another hour, while an alert is open, in an emergency.
import { type Severity, severities } from "../alert/alert.ts";
import type { Circumstances } from "./circumstances.ts";
import { decide } from "./decide.ts";
import type { PolicyAction } from "./decision.ts";
import type { Deed, PolicyDenies } from "./denial.ts";
import type { AllowRule, Policy } from "./policy.ts";
import { opensAt } from "./window.ts";

export type Asked = Readonly<{
  policy: Policy;
  /** Names of the person's groups in the policy. */
  groups: readonly string[];
  action: PolicyAction;
  circumstances: Circumstances;
}>;

/** Null where no rule would. The way that is open at once comes first. */
export function whyNotNow(asked: Asked, deed: Deed): PolicyDenies | null {
  const rule = urgently(asked);
  if (rule !== null) return { is: "emergencyOnly", rule, deed };
  const incident = inIncident(asked);
  if (incident !== null)
    return { is: "noIncident", ...incident, deed, known: asked.circumstances.incident !== null };
  const inHours = allowing(without(asked, "when"));
  if (inHours !== null)
    return { is: "outsideHours", ...(opening(asked) ?? { rule: inHours, opens: null }), deed };
  const withTags = asked.action.cluster.tags === undefined ? allowing(without(asked, "tags")) : null;
  return withTags === null ? null : { is: "tagsUnknown", rule: withTags, deed };
}

/** The least severe alert that would open it. */
function inIncident(asked: Asked): Readonly<{ rule: string; least: Severity }> | null {
  for (const least of severities.toReversed()) {
    const rule = allowing({ ...asked, circumstances: { ...asked.circumstances, incident: least } });
    if (rule !== null) return { rule, least };
  }
  return null;
}

function urgently(asked: Asked): string | null {
  const { action } = asked;
  if (action.kind !== "change" && action.kind !== "fix") return null;
  return allowing({ ...asked, action: { ...action, breakGlass: true } });
}

/** Ids of the rules that allow it; null where none does. */
function allowing({ policy, groups, action, circumstances }: Asked): string | null {
  const verdict = decide(policy, groups, action, circumstances);
  return verdict.effect === "allow" ? verdict.rule : null;
}

/** The same, if rules that allow did not ask for this. */
function without(asked: Asked, condition: "when" | "tags"): Asked {
  const rules = asked.policy.rules.map((rule) => {
    if (rule.effect === "deny") return rule;
    const { [condition]: _, ...rest } = rule;
    return rest satisfies AllowRule;
  });
  return { ...asked, policy: { ...asked.policy, rules } };
}

/** The next time at which some rule's hours begin and it is allowed then. ISO, UTC. */
function opening(asked: Asked): Readonly<{ rule: string; opens: string }> | null {
  const { now } = asked.circumstances;
  if (now === null) return null;
  const times = asked.policy.rules.flatMap(({ when }) => (when && opensAt(when, now)) ?? []);
  for (const time of times.toSorted((a, b) => a.getTime() - b.getTime())) {
    const rule = allowing({ ...asked, circumstances: { ...asked.circumstances, now: time } });
    if (rule !== null) return { rule, opens: time.toISOString() };
  }
  return null;
}
