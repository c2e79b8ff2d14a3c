// Why ARM did not do what was asked, as a value: which right is missing, or what else went wrong.
import { isRestError, type RestError } from "@azure/arm-containerservice";
import type { ArmFailure } from "../app/ports.ts";
import {
  type Permission,
  type Unavailable,
  type UnavailableReason,
  unavailable,
} from "../core/diagnosis/section.ts";
import { redact } from "../core/redact/redact.ts";
import type { SignInFailure } from "../core/requester.ts";
import { ThrottledError } from "./throttled-error.ts";
import { SignInError } from "./token-credential.ts";

/** Names what was asked for, for the sentence; and the right it takes, for a 403 that does not say. */
export type Subject = Readonly<{ what: string; needs: Permission }>;

const timedOutCode = "TimedOut";

/**
 * The action and scope in ARM's sentence, the linked one where it names two. Covers `AuthorizationFailed`
 * ("perform action 'A' over scope 'S'") and `LinkedAuthorizationFailed` ("perform action(s) 'A' on the linked scope(s) 'S'").
 */
export const missingPermission = (message: string): Permission | null => {
  const sentence = /perform action(?:\(s\))? '([^']+)' (?:over|on the linked) scope(?:\(s\))? '([^']+)'/g;
  const last = [...message.matchAll(sentence)].at(-1);
  const [action, scope] = [last?.[1]?.split(",")[0], last?.[2]?.split(",")[0]];
  return action !== undefined && scope !== undefined ? { action: action.trim(), scope: scope.trim() } : null;
};

const retryAfter = (error: RestError): number | undefined => {
  const seconds = Number(error.response?.headers.get("retry-after"));
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
};

/** The resource belongs to another tenant than the person's token: a peering may cross that border, reading does not. */
const otherTenantCode = "InvalidAuthenticationTokenTenant";

const httpFailure = (error: RestError, known: Permission): ArmFailure => {
  const status = error.statusCode ?? null;
  const seconds = retryAfter(error);
  const code = error.code ?? (status === null ? "NoAnswer" : `Http${status}`);
  return {
    status,
    code,
    message: said(error),
    ...(status === 401 && code !== otherTenantCode ? { signIn: rejectedSignIn(code) } : {}),
    ...(status === 403 ? { needs: missingPermission(error.message) ?? known } : {}),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  };
};

/**
 * Azure's own words, cut and masked: the SDK quotes the body of an answer that it cannot parse, and in a command's
 * result that is output of the cluster.
 */
const said = (error: RestError): string =>
  error.code === "PARSE_ERROR" ? "Azure's answer was cut off or is not JSON." : brief(error.message);

const brief = (text: string): string => redact(text).text.slice(0, maximumMessage);
const maximumMessage = 500;

/** ARM knows the token but takes it no more (revoked, or out of time): only a new sign-in helps. */
const rejectedSignIn = (code: string): SignInFailure => ({
  code: "expired",
  message: "Azure no longer accepts your sign-in: sign in again.",
  resource: "arm",
  detail: code,
});

/** The failure behind an exception of an SDK call. `known` is the right that the call takes. */
export const armFailureOf = (error: unknown, known: Permission): ArmFailure => {
  if (error instanceof SignInError)
    return { status: null, code: error.failure.code, message: error.message, signIn: error.failure };
  if (isRestError(error)) return httpFailure(error, known);
  if (error instanceof ThrottledError) {
    const { message, retryAfterSeconds } = error;
    return { status: 429, code: "Throttled", message, retryAfterSeconds };
  }
  if (error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name))
    return { status: null, code: timedOutCode, message: "Azure did not answer in time." };
  // An SDK throws a plain error where the body of an answer is nothing it knows, for example a proxy's HTML page.
  const reason = error instanceof Error ? error.message : String(error);
  return {
    status: null,
    code: "UnexpectedAnswer",
    message: `Azure's answer was not understood: ${brief(reason)}`,
  };
};

const reasonOf = (failure: ArmFailure): UnavailableReason => {
  if (failure.signIn !== undefined || failure.status === 403) return "denied";
  if (failure.status === 404 || failure.code === otherTenantCode) return "notVisible";
  if (failure.status === 429) return "throttled";
  return failure.code === timedOutCode || failure.status === 408 || failure.status === 504
    ? "timedOut"
    : "failed";
};

const explain = (failure: ArmFailure, reason: UnavailableReason): string => {
  if (failure.signIn !== undefined) return failure.signIn.message;
  if (failure.needs !== undefined) return `you lack ${failure.needs.action} on ${failure.needs.scope}.`;
  if (failure.code === otherTenantCode)
    return "it lies in another tenant, where your sign-in does not count.";
  if (reason === "notVisible") return "it does not exist or is not visible to you.";
  if (reason === "throttled") {
    const wait = failure.retryAfterSeconds === undefined ? "" : ` for ${failure.retryAfterSeconds} s`;
    return `Azure is throttling you${wait}.`;
  }
  if (reason === "timedOut") return "Azure did not answer in time.";
  return `Azure answered ${failure.code}${failure.status === null ? "" : ` (HTTP ${failure.status})`}.`;
};

/** The section that could not be read, with one sentence that says why. */
export const unavailableFrom = (failure: ArmFailure, subject: Subject): Unavailable => {
  const reason = reasonOf(failure);
  const needs = failure.status === 404 ? [subject.needs] : failure.needs === undefined ? [] : [failure.needs];
  const section = unavailable(reason, `Could not read ${subject.what}: ${explain(failure, reason)}`, needs);
  const { retryAfterSeconds } = failure;
  return retryAfterSeconds === undefined ? section : { ...section, retryAfterSeconds };
};
