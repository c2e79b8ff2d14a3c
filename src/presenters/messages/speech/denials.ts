// Why the policy or the mode does not allow something, and what a rule lets somebody do.
import type { Read } from "../../../core/command/grammar/command-request.ts";
import { isCustom } from "../../../core/command/grammar/resources.ts";
import type { Approval, Deed, DenialReason, NoOperator } from "../../../core/policy/decision.ts";
import type { AccessPhrase } from "../../../core/policy/describe-access.ts";
import type { Window } from "../../../core/policy/window.ts";
import type { Says } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Some = AccessPhrase["clusters"];
type Scoped = Exclude<AccessPhrase, Readonly<{ is: "clusters" }>>;

/** What is said of all stands in place of a list that is missing. */
const unlessAll = (some: Some): Exclude<Some, "all"> | null => (some === "all" ? null : some);

const scopeOf = <It extends Scoped>(it: It) => ({
  ...it,
  clusters: unlessAll(it.clusters),
  verbs: unlessAll(it.verbs),
  resources: unlessAll(it.resources),
  namespaces: unlessAll(it.namespaces),
});

function accessSpeech({ denials: { accessPhrases: texts } }: Catalogue): Says<AccessPhrase> {
  return {
    clusters: (it) => texts.clusters({ ...it, clusters: unlessAll(it.clusters) }),
    changes: (it) => texts.changes({ ...scopeOf(it), names: unlessAll(it.names) }),
    commands: (it) => texts.commands(scopeOf(it)),
  };
}

export function denialSpeech(catalogue: Catalogue) {
  const { actions, denials: reasons, formerVerb, noOperator, reads } = catalogue.denials;

  const sayRead = ({ resource, scope }: Pick<Read, "resource" | "scope">): string => {
    if (resource === "*") return reads.release;
    const name = "names" in scope ? scope.names.join(" ") : "name" in scope ? scope.name : "";
    return reads[scope.kind]({ resource, name, isCustom: isCustom(resource) });
  };
  const sayVerb = (verb: string): string =>
    verb === "" ? formerVerb : verb.startsWith("helm ") ? verb : `kubectl ${verb}`;
  const sayAction = (deed: Deed): string => {
    if (deed.kind === "fix") return actions.fix(deed);
    if (deed.kind !== "run" && deed.kind !== "change") return actions.plain(deed);
    return actions.command({ ...deed, part: deed.kind === "run" ? deed.read : deed.of });
  };

  const denials = {
    ...reasons,
    noIncident: (it) => reasons.noIncident({ ...it, cluster: it.deed.cluster }),
    tagsUnknown: (it) => reasons.tagsUnknown({ ...it, cluster: it.deed.cluster }),
  } satisfies Says<DenialReason>;
  const whyNoOperator: Says<NoOperator> = { ...noOperator, membershipUnknown: reasons.membershipUnknown };
  return {
    sayRead,
    sayVerb,
    sayAction,
    denials,
    noOperator: whyNoOperator,
    accessPhrases: accessSpeech(catalogue),
  };
}

// Who has to agree to a change.

export const whoAgreesSpeech = ({ whoAgrees: texts }: Catalogue) => ({
  saySpan: (minutes: number): string =>
    minutes % 60 === 0 ? texts.hours({ count: minutes / 60 }) : texts.minutes({ count: minutes }),
  sayHours: ({ days, ...hours }: Window): string => texts.conditions.hours({ ...hours, days: days ?? null }),
  /** Behind "approved by". */
  sayApproval: (approval: Approval): string =>
    approval.by === "requester" ? texts.requester : texts.others(approval),
});
