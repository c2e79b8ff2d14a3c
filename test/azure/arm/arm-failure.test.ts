// ARM's refusals as values.
import { RestError } from "@azure/arm-containerservice";
import { createHttpHeaders, createPipelineRequest } from "@azure/core-rest-pipeline";
import { armFailureOf, missingPermission, unavailableFrom } from "../../../src/azure/arm/arm-failure.ts";
import { SignInError } from "../../../src/azure/entra/token-credential.ts";
import { subject } from "../../../src/core/snapshot/subject.ts";
import { saidUnread, unreadInWords } from "../../said.ts";

const known = {
  action: "Microsoft.Network/virtualNetworks/read",
  scope: "/subscriptions/s/resourceGroups/known",
};
const query = { what: subject("virtualNetwork", "hub"), needs: known };

const answer = (statusCode: number, code?: string, message = "x", headers: Record<string, string> = {}) => {
  const request = createPipelineRequest({ url: "https://arm.example/" });
  return new RestError(message, {
    statusCode,
    ...(code === undefined ? {} : { code }),
    response: { status: statusCode, headers: createHttpHeaders(headers), request },
  });
};

const denied =
  "The client 'isaiahl@contoso.example' with object id '6e82' does not have authorization to perform action 'Microsoft.Network/privateEndpoints/read' over scope '/subscriptions/s/resourceGroups/MC_x' or the scope is invalid. If access was recently granted, please refresh your credentials.";
const linked =
  "The client has permission to perform action 'Microsoft.Network/virtualNetworks/subnets/write' on scope '/subscriptions/s/a'; however, it does not have permission to perform action(s) 'Microsoft.Network/routeTables/join/action' on the linked scope(s) '/subscriptions/s/b' (respectively) or the linked scope(s) are invalid.";

describe("missingPermission", () => {
  test.each([
    [
      "AuthorizationFailed",
      denied,
      { action: "Microsoft.Network/privateEndpoints/read", scope: "/subscriptions/s/resourceGroups/MC_x" },
    ],
    [
      "LinkedAuthorizationFailed",
      linked,
      { action: "Microsoft.Network/routeTables/join/action", scope: "/subscriptions/s/b" },
    ],
    ["another sentence", "Forbidden", null],
  ])("%s", (_case, message, expected) => {
    expect(missingPermission(message)).toEqual(expected);
  });
});

describe("armFailureOf", () => {
  test("a 403 names what ARM says is missing", () => {
    expect(armFailureOf(answer(403, "AuthorizationFailed", denied), known)).toMatchObject({
      status: 403,
      code: "AuthorizationFailed",
      needs: { action: "Microsoft.Network/privateEndpoints/read" },
    });
  });
  test("a 403 that does not say names the right the call takes", () => {
    expect(armFailureOf(answer(403), known)).toMatchObject({ code: "Http403", needs: known });
  });
  test("a 429 says how long to wait", () => {
    const failure = armFailureOf(answer(429, "Throttled", "x", { "retry-after": "17" }), known);
    expect(failure).toMatchObject({ status: 429, code: "Throttled", retryAfterSeconds: 17 });
  });
  test("a refused sign-in comes back out of the SDK", () => {
    const signIn = { code: "conditionalAccess", why: "conditionalAccess" } as const;
    expect(armFailureOf(new SignInError(signIn), known)).toMatchObject({ status: null, signIn });
  });
  test.each([
    [
      "a body that the SDK cannot read",
      new TypeError("Cannot read properties of undefined"),
      "UnexpectedAnswer",
    ],
    ["an abort", Object.assign(new Error("aborted"), { name: "AbortError" }), "TimedOut"],
    ["a broken connection", new RestError("hang up", { code: "ECONNRESET" }), "ECONNRESET"],
  ])("%s has no status", (_case, error, code) => {
    expect(armFailureOf(error, known)).toMatchObject({ status: null, code });
  });
});

describe("unavailableFrom", () => {
  test.each([
    [401, undefined, "denied"],
    [401, "InvalidAuthenticationTokenTenant", "notVisible"],
    [403, "AuthorizationFailed", "denied"],
    [404, "ResourceNotFound", "notVisible"],
    [408, undefined, "timedOut"],
    [429, "Throttled", "throttled"],
    [500, "InternalServerError", "failed"],
    [504, "GatewayTimeout", "timedOut"],
  ] as const)("HTTP %i %s is %s", (status, code, reason) => {
    expect(unavailableFrom(armFailureOf(answer(status, code), known), query).reason).toBe(reason);
  });

  test("denied: the sentence and the needs say what would settle it", () => {
    const section = unavailableFrom(armFailureOf(answer(403, "AuthorizationFailed", denied), known), query);
    expect(section.needs).toEqual([
      { action: "Microsoft.Network/privateEndpoints/read", scope: "/subscriptions/s/resourceGroups/MC_x" },
    ]);
    expect(saidUnread(section)).toBe(
      "Could not read the virtual network hub: you lack Microsoft.Network/privateEndpoints/read on /subscriptions/s/resourceGroups/MC_x.",
    );
  });
  test("not visible: no right is named, since none was refused", () => {
    expect(unavailableFrom(armFailureOf(answer(404, "ResourceNotFound"), known), query).needs).toEqual([]);
  });
  test("in another tenant: no right here and no new sign-in would show it", () => {
    const failure = armFailureOf(answer(401, "InvalidAuthenticationTokenTenant"), known);
    expect(failure).not.toHaveProperty("signIn");
    expect(unreadInWords(unavailableFrom(failure, query))).toMatchObject({
      message:
        "Could not read the virtual network hub: it lies in another tenant, where your sign-in does not count.",
      needs: [],
    });
  });
  test("a refused sign-in is denied, with its own sentence", () => {
    const signIn = { code: "expired", why: "ranOut" } as const;
    expect(unreadInWords(unavailableFrom(armFailureOf(new SignInError(signIn), known), query))).toMatchObject(
      {
        reason: "denied",
        message: "Could not read the virtual network hub: Your sign-in has expired: sign in again.",
      },
    );
  });
});
