// A challenge of Conditional Access is answered on a page of ours: by the very person whose question it stopped, once, within
// ten minutes. The question then goes on by itself.
import { createHash, randomBytes } from "node:crypto";
import { auditEntry } from "../identity/authorize.ts";
import type { Challenge, Pending } from "../ports/outbox.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { completeSignIn } from "./complete-sign-in.ts";

const aliveMilliseconds = 10 * 60_000;

const notBefore = ({ clock }: Services): string =>
  new Date(clock.now().getTime() - aliveMilliseconds).toISOString();

const sha256 = (text: string) => createHash("sha256").update(text);
const secret = (): string => randomBytes(32).toString("base64url");

/** What the browser keeps until it comes back from Entra, and nobody else knows. */
export type BegunChallenge = Readonly<{ state: string; verifier: string; goTo: string }>;

/** Null: there is no such challenge, it has ended, or no page. Only the hash of the state is kept here. */
export async function beginChallenge(services: Services, id: string): Promise<BegunChallenge | null> {
  const { store, challengePage } = services;
  const state = secret();
  const verifier = secret();
  const pending = await store.beginChallenge(id, sha256(state).digest("hex"), notBefore(services));
  if (challengePage === null || pending?.challenge === undefined) return null;
  const { claims } = pending.challenge;
  const codeChallenge = sha256(verifier).digest("base64url");
  return { state, verifier, goTo: challengePage.authorizeUrl({ state, codeChallenge, claims }) };
}

export type AnsweredChallenge =
  /** `goOn` asks the question again. */
  | Readonly<{ is: "answered"; goOn: () => Promise<void> }>
  | Readonly<{ is: "ended" | "refused" | "otherPerson" }>;

/** `code`: null where Entra gave none. The state counts once, whatever comes of it. */
export async function endChallenge(
  services: Services,
  { state, verifier, code }: Readonly<{ state: string; verifier: string; code: string | null }>,
): Promise<AnsweredChallenge> {
  const { store, challengePage } = services;
  const pending = await store.takeState(sha256(state).digest("hex"), notBefore(services));
  if (challengePage === null || pending?.challenge === undefined) return { is: "ended" };
  const asker = askerOf(pending, pending.challenge);
  const assertion = code === null ? null : await challengePage.redeem(code, verifier);
  if (assertion === null) return refuse(services, asker, code === null ? "cancelled" : "unavailable");
  const held = await services.credentials.hold(asker.userId, asker.requester, assertion);
  if (!held.ok) return refuse(services, asker, held.failure.code);
  return { is: "answered", goOn: () => completeSignIn(services, asker, pending.id) };
}

const askerOf = ({ userId, conversation }: Pending, { requester }: Challenge): ConversationContext => ({
  ...{ userId, requester, conversation },
});

/** The question goes on waiting: whoever else opens the page does not take it from whom it belongs to. */
async function refuse(
  { store, clock }: Services,
  { requester }: ConversationContext,
  code: string,
): Promise<AnsweredChallenge> {
  const detail = { code, by: "conditionalAccess" };
  await store.appendAudit(auditEntry(clock, requester, { action: "signIn", outcome: "failed", detail }));
  const isOther = code === "otherAccount" || code === "otherTenant";
  return { is: isOther ? "otherPerson" : "refused" };
}
