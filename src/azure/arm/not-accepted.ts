// Whether a failure proves that what was sent was not accepted. Anything else may have been done.
import { isRestError } from "@azure/core-rest-pipeline";
import { SignInError } from "../entra/token-credential.ts";
import { ThrottledError } from "./throttled-error.ts";

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
