// Why ARM did not do what was asked, as a value: out of what an SDK throws, and into a section that was not read.
import { isRestError, type RestError } from "@azure/core-rest-pipeline";
import { azureWords } from "../../core/outcome/error-text.ts";
import { kindOf, reasonOf } from "../../core/outcome/refusal.ts";
import type { SignInFailure } from "../../core/requester.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import {
  type Answered,
  type ArmFailure,
  type Unavailable,
  unavailable,
} from "../../core/snapshot/section.ts";
import type { Subject } from "../../core/snapshot/subject.ts";
import { SignInError } from "../entra/token-credential.ts";
import { ThrottledError } from "./budget.ts";
import { saidBy } from "./request-policies.ts";

/** What is asked for, and the right it takes, for a 403 that does not say. */
export type Query = Readonly<{ what: Subject; needs: Permission }>;

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

/** ARM knows the token but takes it no more (revoked, or out of time): only a new sign-in helps. */
const rejectedSignIn = (code: string): SignInFailure => ({
  code: "expired",
  why: "armRejects",
  resource: "arm",
  detail: code,
});

/** The missing right: as ARM says it, else the one that the call takes, where nothing but a right is meant. */
const needsOf = (failure: ArmFailure, error: RestError, known: Permission): Permission | null => {
  if (failure.status !== 403) return null;
  const said = missingPermission(error.message);
  return said ?? (kindOf(failure) === "rightMissing" ? known : null);
};

/** A body that is cut off or no JSON is quoted by the SDK, and in a command's result that is output of the cluster. */
const wordsOf = (error: RestError): Pick<Answered, "message" | "policy"> =>
  error.code === "PARSE_ERROR" ? { message: "" } : azureWords(saidBy(error));

const httpFailure = (error: RestError, known: Permission): ArmFailure => {
  const status = error.statusCode ?? null;
  const code = error.code ?? (status === null ? "UnexpectedAnswer" : `Http${status}`);
  const failure: ArmFailure = { status, code, ...wordsOf(error) };
  const seconds = retryAfter(error);
  const needs = needsOf(failure, error, known);
  return {
    ...failure,
    ...(kindOf(failure) === "signIn" ? { signIn: rejectedSignIn(code) } : {}),
    ...(needs === null ? {} : { needs }),
    ...(seconds === undefined ? {} : { retryAfterSeconds: seconds }),
  };
};

/** The failure behind an exception of an SDK call. `known` is the right that the call takes. */
export const armFailureOf = (error: unknown, known: Permission): ArmFailure => {
  if (error instanceof SignInError)
    return { status: null, code: error.failure.code, message: "", signIn: error.failure };
  if (isRestError(error)) return httpFailure(error, known);
  if (error instanceof ThrottledError) {
    const { retryAfterSeconds } = error;
    return { status: 429, code: "Throttled", message: "", retryAfterSeconds };
  }
  if (error instanceof Error && ["AbortError", "TimeoutError"].includes(error.name))
    return { status: null, code: "TimedOut", message: "" };
  // An SDK throws a plain error where the body of an answer is nothing it knows, for example a proxy's HTML page.
  const reason = error instanceof Error ? error.message : String(error);
  return { status: null, code: "UnexpectedAnswer", ...azureWords([reason]) };
};

/** The section that could not be read. */
export const unavailableFrom = (failure: ArmFailure, { what }: Query): Unavailable => {
  const needs = failure.needs === undefined ? [] : [failure.needs];
  const { status, code, message, policy, retryAfterSeconds } = failure;
  return {
    ...unavailable(reasonOf(failure), { is: "refused", what, failure }, needs),
    answered: { status, code, message, ...(policy !== undefined && { policy }) },
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
};

// Whether a failure proves that what was sent was not accepted. Anything else may have been done.

/** The connection was never made or never trusted, so nothing was sent. */
const neverSent = new Set([
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

export const wasNotAccepted = (error: unknown): boolean => {
  if (error instanceof SignInError || error instanceof ThrottledError) return true;
  if (!isRestError(error)) return false;
  const { statusCode } = error;
  if (statusCode === undefined) return neverSent.has(error.code ?? "");
  return statusCode >= 400 && statusCode < 500 && statusCode !== 408;
};
