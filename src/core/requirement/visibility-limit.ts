// What Azure shows of nodes' way out ends at appliances, gateways and proxies of others: a way that is open for nothing
// else is met as far as anybody can read.
import type { Step } from "../network/model/step.ts";
import type { RequirementResult } from "./requirement.ts";

const beyond: readonly Step["reason"]["is"][] = ["hopRulesUnread", "beyondGateway", "proxyUnseen"];

export const isOpenOnlyFor = (
  { walks }: Pick<RequirementResult, "walks">,
  isBeyond: (reason: Step["reason"]) => boolean,
): boolean =>
  walks
    .flatMap(({ trace }) => trace.steps)
    .every(({ state, reason }) => state === "passes" || isBeyond(reason));

export const isBeyondVisibility = (each: RequirementResult): boolean =>
  each.id === "nodes.egress" &&
  each.end === "unknown" &&
  isOpenOnlyFor(each, ({ is }) => beyond.includes(is));
