// What Entra's refusals mean to the person who asked.
import { entraTimedOut, signInFailureOf } from "../../../src/azure/entra/entra-failure.ts";
import { messages } from "../../../src/presenters/messages/messages.ts";

const { saySignIn } = messages();

type Msal = Readonly<{ errorCode?: string; subError?: string; errorNo?: string; claims?: string }>;

/** The shape of @azure/identity 4.14: its own error, with MSAL's as the cause. */
const refused = (message: string, fields: Msal = {}): Error =>
  new Error(message, { cause: Object.assign(new Error(message), fields) });

describe("signInFailureOf", () => {
  test.each([
    [
      "consent, in Entra's words",
      refused("x", { errorCode: "invalid_grant", subError: "consent_required" }),
      "consentMissing",
    ],
    ["consent, by number", refused("AADSTS65001: The user has not consented"), "consentMissing"],
    [
      "consent, reported as an interaction",
      refused("AADSTS65001: …", { errorCode: "interaction_required" }),
      "consentMissing",
    ],
    [
      "multi-factor authentication",
      refused("AADSTS50076: …", { errorCode: "interaction_required" }),
      "conditionalAccess",
    ],
    [
      "registration for it",
      refused("AADSTS50079: …", { errorCode: "invalid_grant", subError: "basic_action" }),
      "conditionalAccess",
    ],
    ["a policy that blocks", refused("AADSTS53003: …"), "conditionalAccess"],
    [
      "a challenge without a known number",
      refused("x", { errorCode: "invalid_grant", claims: '{"access_token":{}}' }),
      "conditionalAccess",
    ],
    [
      "an assertion past its time",
      refused("AADSTS500133: Assertion is not within its valid time range."),
      "expired",
    ],
    ["a revoked session", refused("AADSTS50173: …", { errorCode: "invalid_grant" }), "expired"],
    ["an account of elsewhere", refused("AADSTS50020: …"), "otherTenant"],
    ["a guest that was never invited", refused("AADSTS90072: …"), "otherTenant"],
    ["login_required", refused("x", { errorCode: "login_required" }), "signInNeeded"],
    ["the bot's own secret", refused("AADSTS7000215: Invalid client secret"), "unavailable"],
    ["no network", Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }), "unavailable"],
    ["something that is no error", "boom", "unavailable"],
  ] as const)("%s", (_case, error, code) => {
    expect(signInFailureOf(error, "arm")).toMatchObject({ code, resource: "arm" });
  });

  test.each([
    ["arm", "Azure Resource Manager", "user_impersonation"],
    ["kubernetes", "Azure Kubernetes Service", "user.read"],
    ["graph", "Microsoft Graph", "GroupMember.Read.All"],
  ] as const)(
    "missing consent for %s names the API and the permission to grant",
    (resource, name, permission) => {
      const message = saySignIn(signInFailureOf(refused("AADSTS65001"), resource));
      expect(message).toContain(name);
      expect(message).toContain(permission);
      expect(message).toContain("administrator");
    },
  );

  test("the detail is Entra's own number, not its text", () => {
    const failure = signInFailureOf(refused("AADSTS53003: alexw@contoso.example is blocked"), "kubernetes");
    expect(failure.detail).toBe("AADSTS53003");
    expect(JSON.stringify(failure)).not.toContain("alexw");
  });

  test("a wrong secret is told apart from Entra being away", () => {
    const secret = signInFailureOf(refused("AADSTS7000215"), "arm");
    expect([secret.why, signInFailureOf(new Error("ECONNREFUSED"), "arm").why]).toEqual([
      "botRefused",
      "entraSilent",
    ]);
    expect(saySignIn(secret)).toContain("secret or certificate");
  });

  test("a timeout is Entra being away", () => {
    expect(entraTimedOut("arm")).toMatchObject({ code: "unavailable", resource: "arm", detail: "timeout" });
  });
});
