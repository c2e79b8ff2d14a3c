// What one network security group, as it was read or not, means for flows that have to get through.
import { type Blocked, type GroupMend, openFlows } from "../../fix/security-group.ts";
import { decideFlow, type NsgDecision, type NsgFlow } from "../../network/filter/nsg.ts";
import { groupIn } from "../../network/filter/security-rules.ts";
import {
  type Fact,
  fail,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import type { ById } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";

/** The ends of a flow as people call them, such as from "jump-1" to "10.0.0.4". */
type Ends = Readonly<{ from: string; to: string }>;

/** With the rule that would let it through. */
export type Wanted = Blocked & Ends;

type AskedFlow = Ends & Pick<NsgFlow, "protocol" | "port">;

export type GroupFact = Readonly<
  /** One for each rule, however many flows it denies. */
  | { is: "groupDenies"; group: string; rule: string; priority: number; flows: readonly AskedFlow[] }
  | {
      is: "groupOpen";
      group: string;
      flow: AskedFlow;
      because: Extract<NsgDecision, Readonly<{ access: "undecided" }>>["reason"];
    }
>;

type Decided = Readonly<{ wanted: Wanted; decision: NsgDecision }>;
type Denied = Readonly<{ wanted: Wanted; rule: SecurityRule }>;

const asked = ({ from, to, flow: { protocol, port } }: Wanted): AskedFlow => ({ protocol, port, from, to });

const lineOf = (group: NetworkSecurityGroup, { name, priority, access }: SecurityRule): Columns =>
  columns(group.name, name, { is: "priority", priority }, access);

const evidenceOf = (group: NetworkSecurityGroup, decided: readonly Decided[]): readonly Columns[] =>
  [...new Set(decided.flatMap(({ decision: { rule } }) => rule ?? []))].map((rule) => lineOf(group, rule));

const denials = (group: NetworkSecurityGroup, denied: readonly Denied[]): readonly GroupFact[] =>
  [...Map.groupBy(denied, ({ rule }) => rule)].map(([{ name, priority }, all]) => ({
    ...{ is: "groupDenies", group: group.name, rule: name, priority },
    flows: all.map(({ wanted }) => asked(wanted)),
  }));

/** Every flow must get through. `works` is said when all do. */
function judgeFlows<F extends Fact>(
  group: NetworkSecurityGroup,
  all: readonly Wanted[],
  works: F,
  mend: GroupMend = openFlows,
): Outcome<F | GroupFact> {
  const decided = all.map((wanted): Decided => ({ wanted, decision: decideFlow(group, wanted.flow) }));
  const denied = decided.flatMap(({ wanted, decision }): readonly Denied[] =>
    decision.access === "deny" ? [{ wanted, rule: decision.rule }] : [],
  );
  const evidence = evidenceOf(group, decided);
  if (denied.length > 0)
    return fail(denials(group, denied), { resourceId: group.id, evidence, fix: mend(group, all) });
  for (const { wanted, decision } of decided)
    if (decision.access === "undecided")
      return notAssessed({
        ...{ is: "groupOpen", group: group.name },
        ...{ flow: asked(wanted), because: decision.reason },
      });
  return pass(works, evidence);
}

export function judgeGroup<F extends Fact>(
  id: string,
  groups: ById<NetworkSecurityGroup>,
  all: readonly Wanted[],
  works: (group: NetworkSecurityGroup) => F,
): Outcome<F | GroupFact | SharedFact> {
  const section = groupIn(groups, id);
  return section.status === "unavailable"
    ? unread(section)
    : judgeFlows(section.data, all, works(section.data));
}
