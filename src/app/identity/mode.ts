// Setting the mode, which the policy's operators may, and showing it.
import { membershipUnknown, type RefusalAt } from "../../core/authorization/refusal.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import type { ModeInForce } from "../../core/mode.ts";
import type { NoOperator } from "../../core/policy/decision.ts";
import { redact } from "../../core/redact/redact.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import { modeAfterAll } from "../ports/mode-in-force.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { authorize } from "./authorize.ts";

export async function showMode(services: Services, asker: ConversationContext): Promise<void> {
  const mode = await modeAfterAll(services);
  await sayMode(services, asker, { mode, changed: false, refused: null });
}

/** In force for everyone at once; written down in the same transaction, as is a refusal. */
export async function setMode(
  services: Services,
  asker: ConversationContext,
  credential: RequesterCredential,
  set: Readonly<{ mode: ModeInForce["mode"]; reason: string | null }>,
): Promise<void> {
  const { store, clock } = services;
  const reason = set.reason === null ? null : redact(set.reason).text;
  const record = { action: "mode.set", detail: { mode: set.mode, reason } };
  const right = await authorize(services, credential, { kind: "setMode" }, "operate", { record });
  if (!right.ok) {
    const mode = await modeAfterAll(services);
    return sayMode(services, asker, { mode, changed: false, refused: whyNot(right.refusal) });
  }
  const mode = { mode: set.mode, setBy: asker.requester, since: clock.now().toISOString(), reason };
  await store.setMode(mode, right.entry);
  await sayMode(services, asker, { mode, changed: true, refused: null });
}

const whyNot = (refusal: RefusalAt<"operate">): NoOperator =>
  refusal.kind === "operator" ? refusal.reason : membershipUnknown(refusal);

async function sayMode(
  services: Services,
  asker: ConversationContext,
  said: Omit<Extract<Answer, { kind: "mode" }>, "kind" | "policy">,
): Promise<void> {
  const policy = services.policyVersion();
  await enqueueAnswer(services, asker, { kind: "mode", ...said, policy });
}
