// Data of the core in the words that people read, for tests of both at once.
import type { TrailFault } from "../src/core/audit/audit-event.ts";
import type { RefusalReason } from "../src/core/command/grammar/refusal.ts";
import type { Answer } from "../src/core/conversation/answer.ts";
import type { ClusterGaps } from "../src/core/conversation/cluster-answer.ts";
import type { Notice } from "../src/core/conversation/notice.ts";
import type { ParseError } from "../src/core/conversation/parse-error.ts";
import type { Called } from "../src/core/outcome/called.ts";
import type { Decision, DenialReason } from "../src/core/policy/decision.ts";
import type { AccessPhrase } from "../src/core/policy/describe-access.ts";
import type { PolicyProblem } from "../src/core/policy/fault.ts";
import type { Membership } from "../src/core/requester.ts";
import type { RunFailure } from "../src/core/run/failure.ts";
import type { Unavailable } from "../src/core/snapshot/section.ts";
import { sayFailure } from "../src/presenters/card/notice.ts";
import { say } from "../src/presenters/messages/catalogue/says.ts";
import { messages } from "../src/presenters/messages/messages.ts";
import { policyFaults } from "../src/presenters/messages/operator/policy-faults.ts";
import { trailFaults } from "../src/presenters/messages/operator/trail.ts";

const texts = messages();

export const saidUnread = ({ message }: Pick<Unavailable, "message">): string => texts.sayUnread(message);
export const saidGaps = (gaps: ClusterGaps): string => say(texts.clusterGaps, gaps);

const isUnread = (value: object): value is Unavailable => "status" in value && value.status === "unavailable";

/** The same, where each section in it that could not be read says why in words. */
export function unreadInWords(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(unreadInWords);
  if (isUnread(value)) return { ...value, message: saidUnread(value) };
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unreadInWords(each)]));
}

export const saidRefusal = (reason: RefusalReason): string => say(texts.refusals, reason);
export const saidMisread = (reason: ParseError): string => say(texts.misread, reason);
export const saidDenial = (reason: DenialReason): string => say(texts.denials, reason);
export const saidNote = (note: Notice): string => say(texts.notes, note);
export const saidSource = texts.sayAddressSource;
export const saidCalled = (...names: readonly Called[]): string => texts.way.called({ names });
export const saidFailure = (failure: RunFailure) => sayFailure(failure, texts);

/** `line:column message` */
export const saidProblem = ({ line, column, fault }: PolicyProblem): string =>
  `${line}:${column} ${say(policyFaults, fault)}`;

type Refused<Reason> = Readonly<{ ok: false; reason: Reason }>;

/** What was refused, with its reason in words; what was taken, as it is. */
export const inWords =
  <Reason>(said: (reason: Reason) => string) =>
  <Taken extends Readonly<{ ok: true }>>(result: Taken | Refused<Reason>) =>
    result.ok ? result : { ...result, reason: said(result.reason) };
/** What a trail proves, or what was done to it in words. */
export const trailInWords = inWords((fault: TrailFault) => say(trailFaults, fault));
export const refusedInWords = inWords(saidRefusal);
export const misreadInWords = inWords(saidMisread);

/** A decision with its reason in words. */
export const decisionInWords = (decision: Decision) =>
  decision.effect === "allow" ? decision : { ...decision, reason: saidDenial(decision.reason) };

/** A failure with what people read of it. */
export const failureInWords = (failure: RunFailure) => ({ ...failure, ...saidFailure(failure) });

const accessInWords = (phrases: readonly AccessPhrase[]) =>
  phrases.map((phrase) => say(texts.accessPhrases, phrase));

const membershipInWords = (membership: Membership) =>
  membership.status === "known"
    ? membership
    : { ...membership, reason: say(texts.memberships, membership.reason) };

/** An answer as a person reads it: each reason in it as its sentence. */
export function answerInWords(answer: Answer): object {
  switch (answer.kind) {
    case "refused":
      return { ...answer, refusal: refusedInWords(answer.refusal) };
    case "notUnderstood":
      return { ...answer, reason: saidMisread(answer.reason) };
    case "closed":
      return { ...answer, reason: saidDenial(answer.reason) };
    case "denied": {
      return { ...answer, decision: decisionInWords(answer.decision) };
    }
    case "canI":
      return "refusal" in answer
        ? { ...answer, refusal: refusedInWords(answer.refusal) }
        : { ...answer, decision: decisionInWords(answer.decision) };
    case "mode":
      return { ...answer, refused: answer.refused && say(texts.noOperator, answer.refused) };
    case "whoAmI":
      return {
        ...answer,
        membership: membershipInWords(answer.membership),
        mayDiagnose: accessInWords(answer.mayDiagnose),
        mayLookInside: accessInWords(answer.mayLookInside ?? []),
        mayWatch: accessInWords(answer.mayWatch),
        mayVolunteer: accessInWords(answer.mayVolunteer),
        mayRun: accessInWords(answer.mayRun),
        mayChange: accessInWords(answer.mayChange ?? []),
        mayFix: accessInWords(answer.mayFix ?? []),
      };
    case "failure":
      return { ...answer, failure: failureInWords(answer.failure) };
    case "noted":
      return { ...answer, text: saidNote(answer.text) };
    case "pressRefused":
      return { ...answer, reason: saidNote(answer.reason) };
    default:
      return answer;
  }
}
