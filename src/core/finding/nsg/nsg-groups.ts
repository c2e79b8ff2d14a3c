// What one network security group, as it was read or not, means for flows that have to get through.

import { decideFlow, type NsgDecision } from "../../network/nsg.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { type Blocked, type GroupMend, openFlows } from "../../repair/nsg-repair.ts";
import type { ById } from "../../snapshot/listing.ts";
import { idKey, nameOf } from "../../snapshot/resource-id.ts";
import { type Section, unavailable } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../snapshot/security.ts";

/** A flow in words, such as from "jump-1" to "10.0.0.4", with the rule that would let it through. */
export type Wanted = Blocked & Readonly<{ from: string; to: string }>;

export function groupIn(groups: ById<NetworkSecurityGroup>, id: string): Section<NetworkSecurityGroup> {
  const needs = [{ action: "Microsoft.Network/networkSecurityGroups/read", scope: id }];
  return (
    groups[idKey(id)] ??
    unavailable("notReached", `The network security group ${nameOf(id)} was not read.`, needs)
  );
}

type Decided = Readonly<{ wanted: Wanted; decision: NsgDecision }>;
type Denied = Readonly<{ wanted: Wanted; rule: SecurityRule }>;

const flowText = ({ from, to, flow }: Wanted): string =>
  `${flow.protocol.toUpperCase()} ${flow.port} from ${from} to ${to}`;

const ruleText = (group: NetworkSecurityGroup, { name, priority, access }: SecurityRule): string =>
  `${group.name}  ${name}  priority ${priority}  ${access}`;

const evidenceOf = (group: NetworkSecurityGroup, decided: readonly Decided[]): readonly string[] => [
  ...new Set(decided.flatMap(({ decision: { rule } }) => (rule === null ? [] : [ruleText(group, rule)]))),
];

/** A sentence is read on a phone: what goes beyond is only counted. */
const mostFlows = 3;
const listed = (flows: readonly string[]): string =>
  [
    ...flows.slice(0, mostFlows),
    ...(flows.length > mostFlows ? [`${flows.length - mostFlows} more`] : []),
  ].join(" and ");

/** One sentence a rule, however many flows it denies. */
function denySentences(group: NetworkSecurityGroup, denied: readonly Denied[]): string {
  const rules = [...new Set(denied.map(({ rule }) => rule))];
  return rules
    .map((rule) => {
      const flows = denied.filter((each) => each.rule === rule).map(({ wanted }) => flowText(wanted));
      return `Rule ${rule.name} (priority ${rule.priority}) of ${group.name} denies ${listed([...new Set(flows)])}.`;
    })
    .join(" ");
}

/** Every flow must get through. `works` is said when all do. */
export function judgeFlows(
  group: NetworkSecurityGroup,
  all: readonly Wanted[],
  works: string,
  mend: GroupMend = openFlows,
): Outcome {
  const decided = all.map((wanted): Decided => ({ wanted, decision: decideFlow(group, wanted.flow) }));
  const denied = decided.flatMap(({ wanted, decision }): readonly Denied[] =>
    decision.access === "deny" ? [{ wanted, rule: decision.rule }] : [],
  );
  const evidence = evidenceOf(group, decided);
  if (denied.length > 0)
    return fail(denySentences(group, denied), { resourceId: group.id, evidence, fix: mend(group, all) });
  for (const { wanted, decision } of decided)
    if (decision.access === "undecided")
      return notAssessed(
        `Whether ${group.name} lets ${flowText(wanted)} through is open: ${decision.reason}.`,
      );
  return pass(works, evidence);
}

export function judgeGroup(
  id: string,
  groups: ById<NetworkSecurityGroup>,
  all: readonly Wanted[],
  works: (group: NetworkSecurityGroup) => string,
): Outcome {
  const section = groupIn(groups, id);
  return section.status === "unavailable"
    ? unread(section)
    : judgeFlows(section.data, all, works(section.data));
}
