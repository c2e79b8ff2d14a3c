// What Azure cannot show, whoever asks: who can look, and what shows it from the client's side.
import type { Reason, Step } from "../network/model/step.ts";
import type { RequirementResult, Walked } from "../requirement/requirement-result.ts";
import type { Permission } from "../snapshot/rights.ts";

/** Who can look, by what they run. */
type Whoever = Readonly<{ runs: "component"; name: string } | { runs: "farSide" }>;

/** `tell`: a line that shows it from the client's side. */
export type Limit = Readonly<
  | { is: "step"; step: Step; who: Whoever; tell: string }
  /** A network manager's rules, which this person may not be told. */
  | { is: "managerRules"; missing: Permission; tell: string }
>;

type Kind = Readonly<{
  who: (step: Step) => Whoever;
  tell: (walked: Walked, step: Step) => string;
  /** Azure shows it nobody, however much they may read: it is no doubt where people have another path. */
  shownToNobody?: true;
}>;

const port = ({ service }: Walked): string => /\d+$/.exec(service ?? "")?.[0] ?? "443";
const connects = (walked: Walked): string => `nc -vz ${walked.to} ${port(walked)}`;
const asks = ({ to }: Walked, { component }: Step): string => `nslookup ${to} ${component.name}`;
const runs = ({ component }: Step): Whoever => ({ runs: "component", name: component.name });
const farSide = (): Whoever => ({ runs: "farSide" });

const kinds: Partial<Record<Reason["is"], Kind>> = {
  farRangesLearned: { who: farSide, tell: connects, shownToNobody: true },
  connectionSkipped: { who: farSide, tell: connects, shownToNobody: true },
  listenerUnseen: { who: runs, tell: connects },
  serverForwardsUnseen: { who: runs, tell: asks },
  serverUnknown: { who: runs, tell: asks },
  beyondGateway: { who: farSide, tell: connects },
  hopRulesUnread: { who: runs, tell: connects },
  proxyUnseen: { who: runs, tell: connects },
};

export const shownToNobody = (reason: Reason): boolean => kinds[reason.is]?.shownToNobody === true;

const keyOf = ({ component, reason }: Step): string => JSON.stringify([component.name, reason]);

/** Each once, however many walks meet it. */
export function limitsOf(requirements: readonly RequirementResult[]): readonly Limit[] {
  const limits = requirements
    .flatMap(({ walks }) => walks)
    .flatMap((walked) =>
      walked.trace.steps.flatMap((step): readonly (readonly [string, Limit])[] => {
        const kind = step.state === "unknown" ? kinds[step.reason.is] : undefined;
        return kind === undefined
          ? []
          : [[keyOf(step), { is: "step", step, who: kind.who(step), tell: kind.tell(walked, step) }]];
      }),
    );
  return [...new Map(limits).values()];
}

// A network manager whose rules this person may not be told. Most networks have none, so that is no doubt about the
// cluster; and yet a rule of it would come before every security group.
// https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins

/** One limit, however many subscriptions and networks it is about. */
export function unseenRules(refused: readonly Permission[]): readonly Limit[] {
  const [missing] = refused;
  if (missing === undefined) return [];
  const tell =
    "az network manager list-effective-security-admin-rule --resource-group GROUP --virtual-network-name NETWORK";
  return [{ is: "managerRules", missing, tell }];
}
