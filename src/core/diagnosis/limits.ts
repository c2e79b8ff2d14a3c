// What Azure cannot show, whoever asks: who can look, and what shows it from the client's side.

import { sayStep } from "../network/said-of-step.ts";
import type { Reason, Step } from "../network/step.ts";
import type { Requirement, Walked } from "../requirement/requirement.ts";

export type Limit = Readonly<{ what: string; who: string; tell: string }>;

type Kind = Readonly<{
  who: (step: Step) => string;
  tell: (walked: Walked, step: Step) => string;
}>;

const port = ({ service }: Walked): string => /\d+$/.exec(service ?? "")?.[0] ?? "443";
const connects = (walked: Walked): string => `nc -vz ${walked.to} ${port(walked)}`;
const asks = ({ to }: Walked, { component }: Step): string => `nslookup ${to} ${component.name}`;
const runs = ({ component }: Step): string => `whoever runs ${component.name}`;
const farSide = (): string => "whoever runs the router on the other side";

const kinds: Partial<Record<Reason["is"], Kind>> = {
  farRangesLearned: { who: farSide, tell: connects },
  connectionSkipped: { who: farSide, tell: connects },
  listenerUnseen: { who: runs, tell: connects },
  serverForwardsUnseen: { who: runs, tell: asks },
  serverUnknown: { who: runs, tell: asks },
  beyondGateway: { who: farSide, tell: connects },
  hopRulesUnread: { who: runs, tell: connects },
  proxyUnseen: { who: runs, tell: connects },
};

/** Each once, however many walks meet it. */
export function limitsOf(requirements: readonly Requirement[]): readonly Limit[] {
  const limits = requirements
    .flatMap(({ walks }) => walks)
    .flatMap((walked) =>
      walked.trace.steps.flatMap((step): readonly Limit[] => {
        const kind = step.state === "unknown" ? kinds[step.reason.is] : undefined;
        return kind === undefined
          ? []
          : [{ what: sayStep(step), who: kind.who(step), tell: kind.tell(walked, step) }];
      }),
    );
  return [...new Map(limits.map((limit) => [limit.what, limit])).values()];
}
