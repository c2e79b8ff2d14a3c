// Finds out what is wrong from what Entra answers to a refused exchange.
// Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import type { Resource, SignInCode, SignInFailure, SignInReason } from "../../core/requester.ts";

type Evidence = Readonly<{ words: readonly string[]; numbers: readonly string[]; claims: string }>;

type Rule = Readonly<{
  code: SignInCode;
  words: readonly string[];
  numbers: readonly string[];
  why: SignInReason;
}>;

/** First match decides. Consent stands first: Entra reports it as an interaction that is required, too. */
const rules: readonly Rule[] = [
  {
    code: "consentMissing",
    words: ["consent_required"],
    numbers: ["65001", "65004", "90094"],
    why: "consentMissing",
  },
  {
    code: "otherTenant",
    words: [],
    numbers: ["50020", "50034", "90072"],
    why: "otherDirectory",
  },
  {
    code: "expired",
    words: [],
    numbers: ["500133", "50132", "50133", "50173", "70043", "70044", "700082", "700084"],
    why: "expired",
  },
  {
    code: "unavailable",
    words: ["invalid_client", "unauthorized_client"],
    numbers: ["50013", "500011", "500131", "700016", "700027", "7000215", "7000222"],
    why: "botRefused",
  },
  {
    code: "conditionalAccess",
    words: ["interaction_required", "basic_action", "additional_action", "message_only"],
    numbers: ["50005", "50072", "50074", "50076", "50079", "53000", "53001", "53002", "53003", "53004"],
    why: "conditionalAccess",
  },
  {
    code: "signInNeeded",
    words: ["login_required"],
    numbers: [],
    why: "signInNeeded",
  },
];

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Collects the codes of an error and its causes; `claims` in one of them is a challenge. */
const evidenceOf = (error: unknown): Evidence => {
  const words: string[] = [];
  const numbers: string[] = [];
  let claims = "";
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const fields = new Map<string, unknown>(Object.entries(current));
    words.push(textOf(fields.get("errorCode")), textOf(fields.get("subError")));
    for (const match of current.message.matchAll(/AADSTS(\d+)/g)) numbers.push(match[1] ?? "");
    numbers.push(textOf(fields.get("errorNo")));
    claims ||= textOf(fields.get("claims"));
    current = current.cause;
  }
  return { words: words.filter(Boolean), numbers: numbers.filter(Boolean), claims };
};

/**
 * The failure of an exchange for `resource`. Whatever is not recognised counts as Entra being unavailable. `asked`: the claims
 * that the resource itself has challenged for.
 */
export const signInFailureOf = (error: unknown, resource: Resource, asked = ""): SignInFailure => {
  const { words, numbers, claims } = evidenceOf(error);
  const rule =
    rules.find((each) => each.numbers.some((number) => numbers.includes(number))) ??
    rules.find((each) => each.words.some((word) => words.includes(word))) ??
    (claims !== "" ? rules.find((each) => each.code === "conditionalAccess") : undefined);
  const number = numbers[0];
  const challenge = rule?.code === "conditionalAccess" ? claims || asked : "";
  const detail = number === undefined ? words[0] : `AADSTS${number}`;
  return {
    code: rule?.code ?? "unavailable",
    why: rule?.why ?? "entraSilent",
    resource,
    ...(detail === undefined ? {} : { detail }),
    ...(challenge === "" ? {} : { claims: challenge }),
  };
};

/** Entra took too long. */
export const entraTimedOut = (resource: Resource): SignInFailure => ({
  code: "unavailable",
  why: "entraSilent",
  resource,
  detail: "timeout",
});
