// Turns what Entra answers to a refused exchange into one sentence that says what is wrong and who can help.
// Codes: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import type { Resource, SignInCode, SignInFailure } from "../../core/requester.ts";

type Evidence = Readonly<{ words: readonly string[]; numbers: readonly string[]; challenged: boolean }>;

const apis: Readonly<Record<Resource, Readonly<{ name: string; permission: string }>>> = {
  arm: { name: "Azure Resource Manager", permission: "Azure Service Management: user_impersonation" },
  kubernetes: {
    name: "Azure Kubernetes Service",
    permission: "Azure Kubernetes Service AAD Server: user.read",
  },
  graph: { name: "Microsoft Graph", permission: "Microsoft Graph: User.Read and GroupMember.Read.All" },
};

type Rule = Readonly<{
  code: SignInCode;
  words: readonly string[];
  numbers: readonly string[];
  message: (api: Readonly<{ name: string; permission: string }>) => string;
}>;

/** First match decides. Consent stands first: Entra reports it as an interaction that is required, too. */
const rules: readonly Rule[] = [
  {
    code: "consentMissing",
    words: ["consent_required"],
    numbers: ["65001", "65004", "90094"],
    message: (api) =>
      `AKS On-Call may not call ${api.name} for you yet: an Entra administrator has to grant it the permission "${api.permission}".`,
  },
  {
    code: "otherTenant",
    words: [],
    numbers: ["50020", "50034", "90072"],
    message: () => "Your account does not belong to the directory of this bot: sign in with one that does.",
  },
  {
    code: "expired",
    words: [],
    numbers: ["500133", "50132", "50133", "50173", "70043", "70044", "700082", "700084"],
    message: () => "Your sign-in has expired or was revoked: sign in again.",
  },
  {
    code: "unavailable",
    words: ["invalid_client", "unauthorized_client"],
    numbers: ["50013", "500011", "500131", "700016", "700027", "7000215", "7000222"],
    message: (api) =>
      `Entra refuses the bot's own registration for ${api.name}: an administrator has to check its secret or certificate and its API permissions.`,
  },
  {
    code: "conditionalAccess",
    words: ["interaction_required", "basic_action", "additional_action", "message_only"],
    numbers: ["50005", "50072", "50074", "50076", "50079", "53000", "53001", "53002", "53003", "53004"],
    message: (api) =>
      `Conditional Access wants more from you for ${api.name} (multi-factor authentication or a managed device) than this sign-in has shown: sign out here, sign in again, and if it comes back ask the administrator of the policy.`,
  },
  {
    code: "signInNeeded",
    words: ["login_required"],
    numbers: [],
    message: () => "Your sign-in is needed: sign in again.",
  },
];

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Collects the codes of an error and its causes; `claims` in one of them is a challenge. */
const evidenceOf = (error: unknown): Evidence => {
  const words: string[] = [];
  const numbers: string[] = [];
  let challenged = false;
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const fields = new Map<string, unknown>(Object.entries(current));
    words.push(textOf(fields.get("errorCode")), textOf(fields.get("subError")));
    for (const match of current.message.matchAll(/AADSTS(\d+)/g)) numbers.push(match[1] ?? "");
    numbers.push(textOf(fields.get("errorNo")));
    challenged ||= textOf(fields.get("claims")) !== "";
    current = current.cause;
  }
  return { words: words.filter(Boolean), numbers: numbers.filter(Boolean), challenged };
};

const unreachable = (api: Readonly<{ name: string }>): string =>
  `Microsoft Entra did not answer when a token for ${api.name} was asked for: try again in a minute.`;

/** The failure of an exchange for `resource`. Whatever is not recognised counts as Entra being unavailable. */
export const signInFailureOf = (error: unknown, resource: Resource): SignInFailure => {
  const { words, numbers, challenged } = evidenceOf(error);
  const rule =
    rules.find((each) => each.numbers.some((number) => numbers.includes(number))) ??
    rules.find((each) => each.words.some((word) => words.includes(word))) ??
    (challenged ? rules.find((each) => each.code === "conditionalAccess") : undefined);
  const number = numbers[0];
  const detail = number === undefined ? words[0] : `AADSTS${number}`;
  return {
    code: rule?.code ?? "unavailable",
    message: (rule?.message ?? unreachable)(apis[resource]),
    resource,
    ...(detail === undefined ? {} : { detail }),
  };
};

/** Entra took too long. */
export const entraTimedOut = (resource: Resource): SignInFailure => ({
  code: "unavailable",
  message: unreachable(apis[resource]),
  resource,
  detail: "timeout",
});
