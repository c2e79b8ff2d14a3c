// One step of a walk in the answer of `diagnose --json`. Whoever reads it has no catalogue: what is data in a reason is
// words there.
import type { Component, Reason, Step } from "../../core/network/model/step.ts";
import { thingOf } from "../../core/path-diagram/part-of-step.ts";
import { messages } from "../../presenters/messages/messages.ts";

const texts = messages("en");

const componentOf = (component: Component) => {
  const { kind, id } = component;
  return { kind, name: texts.sayComponent(component), id };
};

/** What is data in a reason, in words; the rest as it is. */
function reasonOf(reason: Reason): object {
  switch (reason.is) {
    case "zoneLinked":
    case "zoneNotLinked":
    case "linkUnfinished":
    case "recordMissing": {
      const { group, ...rest } = reason;
      return { ...rest, zone: texts.inGroup(reason.zone, group) };
    }
    case "ruleUndecided":
      return { ...reason, because: texts.sayRuleDoubt(reason.because) };
    case "firewallUndecided":
      return { ...reason, because: texts.sayFirewallDoubt(reason.because) };
    case "circuitWorks":
      return { ...reason, part: texts.sayPart(reason.part) };
    case "circuitDown":
    case "circuitUnsure":
      return { ...reason, part: texts.sayPart(reason.part), state: texts.sayPartState(reason.state) };
    case "hopDown":
      return { ...reason, state: texts.sayDownState(reason.state) };
    case "hopOpen":
      return { ...reason, because: texts.sayUnread(reason.because) };
    case "unread":
      return { ...reason, message: texts.sayUnread(reason.message) };
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
    why: texts.sayStep(step),
    readFrom: component.id,
    reason: reasonOf(reason),
    needs,
  };
}
