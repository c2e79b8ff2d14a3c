// Who has to agree to a change.
import type { Approval } from "../../../core/policy/decision.ts";
import type { Catalogue } from "../catalogue/texts.ts";

export const whoAgreesSpeech = ({ whoAgrees: texts }: Catalogue) => ({
  saySpan: (minutes: number): string =>
    minutes % 60 === 0 ? texts.hours({ count: minutes / 60 }) : texts.minutes({ count: minutes }),
  /** Behind "approved by". */
  sayApproval: (approval: Approval): string =>
    approval.by === "requester" ? texts.requester : texts.others(approval),
});
