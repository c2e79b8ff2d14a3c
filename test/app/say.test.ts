// Failures in sentences: what happened, that nothing was sent, and what to do.
import type { ArmFailure } from "../../src/app/ports.ts";
import { armFailure, signInFailure, unavailableFailure, unexpected } from "../../src/app/say.ts";
import { type UnavailableReason, unavailable } from "../../src/core/diagnosis/section.ts";
import type { SignInCode } from "../../src/core/requester.ts";

const scope = "/subscriptions/s/resourceGroups/rg";
const action = "Microsoft.Network/virtualNetworks/read";
const done = "Nothing was sent to the cluster.";
const askForRole = "Ask for the role below, then ask me again.";
const inAMinute = "Ask again in a minute.";
const signInAgain = "Write `sign in` in your chat with me, then ask again.";

test.each<[SignInCode, string]>([
  ["signInNeeded", signInAgain],
  ["expired", signInAgain],
  ["otherAccount", signInAgain],
  ["unavailable", inAMinute],
])("sign-in: %s", (code, next) => {
  expect(signInFailure({ code, message: "Entra says so." })).toEqual({
    code: `signIn.${code}`,
    happened: "Entra says so.",
    done,
    next,
  });
});

test.each<[string, Partial<ArmFailure>, string]>([
  ["a missing right", { status: 403, needs: { action, scope } }, askForRole],
  ["throttled", { status: 429, retryAfterSeconds: 17 }, "Azure asks to wait: try again in 17 s."],
  ["no answer", { status: null }, "Azure did not do it this time: ask again in a minute."],
  ["a fault of Azure", { status: 502 }, "Azure did not do it this time: ask again in a minute."],
  ["a bad request", { status: 400 }, "Put right what Azure says above, then ask again."],
  ["a conflict", { status: 409 }, "Put right what Azure says above, then ask again."],
])("Azure: %s", (_name, more, next) => {
  const failure = armFailure({ status: 400, code: "Code", message: "Azure says so.", ...more });
  expect(failure).toEqual({
    code: "Code",
    happened: "Azure says so.",
    done,
    next,
    ...(more.needs ? { needs: { action, scope, role: "Reader" } } : {}),
  });
});

test("Azure rejects the token: a matter of the sign-in", () => {
  const signIn = { code: "expired", message: "Your sign-in has expired." } as const;
  expect(armFailure({ status: 401, code: "X", message: "", signIn })).toEqual(signInFailure(signIn));
});

test.each<[UnavailableReason, readonly { action: string; scope: string }[], string]>([
  ["denied", [{ action, scope }], askForRole],
  ["denied", [], inAMinute],
  [
    "notVisible",
    [{ action, scope }],
    "Check its name and resource group; if they are right, ask for the role below.",
  ],
  ["notVisible", [], "Ask somebody who can see it."],
  ["timedOut", [], inAMinute],
])("not readable: %s, needs %j", (reason, needs, next) => {
  expect(unavailableFailure(unavailable(reason, "It could not be read.", needs))).toEqual({
    code: reason,
    happened: "It could not be read.",
    done,
    next,
    ...(needs.length > 0 ? { needs: { action, scope, role: "Reader" } } : {}),
  });
});

test("something of ours: with the id that finds its log line", () => {
  expect(unexpected("E-1", done)).toEqual({
    code: "unexpected",
    happened: "Something failed on my side.",
    done,
    next: "Ask again; if it happens twice, give E-1 to whoever runs me.",
  });
});
