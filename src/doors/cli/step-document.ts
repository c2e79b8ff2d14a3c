// One step of a walk in the answer of `diagnose --json`. Whoever reads it has no catalogue: what is data in a reason is
// words there.
import type { Component, Reason, Step } from "../../core/network/step.ts";
import { thingOf } from "../../core/way/part-of-step.ts";
import { inGroup, sayComponent } from "../../presenters/messages/en/called.ts";
import { sayStep } from "../../presenters/messages/en/steps.ts";
import {
  sayDownState,
  sayFirewallDoubt,
  sayPart,
  sayPartState,
  sayRuleDoubt,
} from "../../presenters/messages/en/undecided.ts";
import { sayUnread } from "../../presenters/messages/en/unread.ts";

const componentOf = (component: Component) => {
  const { kind, id } = component;
  return { kind, name: sayComponent(component), id };
};

/** What is data in a reason, in words; the rest as it is. */
function reasonOf(reason: Reason): object {
  switch (reason.is) {
    case "zoneLinked":
    case "zoneNotLinked":
    case "linkUnfinished":
    case "recordMissing": {
      const { group, ...rest } = reason;
      return { ...rest, zone: inGroup(reason.zone, group) };
    }
    case "ruleUndecided":
      return { ...reason, because: sayRuleDoubt(reason.because) };
    case "firewallUndecided":
      return { ...reason, because: sayFirewallDoubt(reason.because) };
    case "circuitWorks":
      return { ...reason, part: sayPart(reason.part) };
    case "circuitDown":
    case "circuitUnsure":
      return { ...reason, part: sayPart(reason.part), state: sayPartState(reason.state) };
    case "hopDown":
      return { ...reason, state: sayDownState(reason.state) };
    case "hopOpen":
      return { ...reason, because: sayUnread(reason.because) };
    case "unread":
      return { ...reason, message: sayUnread(reason.message) };
    default:
      return reason;
  }
}

export function stepOf(step: Step) {
  const { component, state, reason, needs } = step;
  const rule = "rule" in reason ? reason.rule : null;
  return {
    component: componentOf(component),
    does: thingOf(step),
    state,
    ...(rule === null ? {} : { rule }),
    why: sayStep(step),
    readFrom: component.id,
    reason: reasonOf(reason),
    needs,
  };
}
