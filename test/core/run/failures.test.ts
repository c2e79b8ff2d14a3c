// Failures, and what people read of them: what happened, that nothing was sent, and what to do.

import type { SignInCode } from "../../../src/core/requester.ts";
import { armFailure, signInFailure, unavailableFailure, unexpected } from "../../../src/core/run/failure.ts";
import type { Answered, ArmFailure, UnavailableReason } from "../../../src/core/snapshot/section.ts";
import { failureInWords, saidFailure } from "../../said.ts";
import { unavailable } from "../../unavailable.ts";

const scope = "/subscriptions/s/resourceGroups/rg";
const action = "Microsoft.Network/virtualNetworks/read";
const done = "Nothing was sent to the cluster.";
const askForRole = "Ask for the role below, then ask me again.";
const words = "The name is too long.";
const inAMinute = "Ask again in a minute.";
const signInAgain = "Write `sign in` in your chat with me, then ask again.";

test.each<[SignInCode, string]>([
  ["signInNeeded", signInAgain],
  ["expired", signInAgain],
  ["otherAccount", signInAgain],
  ["unavailable", inAMinute],
])("sign-in: %s", (code, next) => {
  const failure = signInFailure({ code, why: "signInNeeded" });
  expect(failure.code).toBe(`signIn.${code}`);
  expect(saidFailure(failure)).toEqual({ happened: "Your sign-in is needed: sign in again.", done, next });
});

test.each<[string, Partial<ArmFailure>, string, string]>([
  [
    "a missing right",
    { status: 403, needs: { action, scope } },
    `you lack ${action} on ${scope}.`,
    askForRole,
  ],
  [
    "throttled",
    { status: 429, retryAfterSeconds: 17 },
    "for 17 s.",
    "Azure asks to wait: ask again in 17 s.",
  ],
  ["no answer", { status: null }, "Code.", "Azure did not do it this time: ask again in a minute."],
  ["a fault of Azure", { status: 502 }, words, "Azure did not do it this time: ask again in a minute."],
  [
    "a bad request",
    { status: 400 },
    words,
    "Put right what Azure says above; asked again it would answer the same.",
  ],
])("Azure: %s", (_name, more, ending, next) => {
  const failure = armFailure({ status: 400, code: "Code", message: words, ...more });
  expect(failureInWords(failure)).toEqual({
    code: "Code",
    happened: expect.stringMatching(/^Azure /),
    done,
    next,
    ...(more.needs ? { needs: { action, scope, role: "Reader" } } : {}),
  });
  expect(saidFailure(failure).happened.endsWith(ending)).toBe(true);
});

test("Azure rejects the token: a matter of the sign-in", () => {
  const signIn = { code: "expired", why: "expired" } as const;
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
  ["notVisible", [], inAMinute],
  ["timedOut", [], inAMinute],
])("not readable: %s, needs %j", (reason, needs, next) => {
  expect(failureInWords(unavailableFailure(unavailable(reason, "It could not be read.", needs)))).toEqual({
    code: reason,
    happened: "It could not be read.",
    done,
    next,
    ...(needs.length > 0 ? { needs: { action, scope, role: "Reader" } } : {}),
  });
});

test.each<[string, Answered, string]>([
  [
    "a conflict",
    { status: 409, code: "C", message: words },
    "Put right what Azure says above; where it is another",
  ],
  [
    "a precondition",
    { status: 412, code: "PreconditionFailed", message: "" },
    "Ask again: then it is read anew.",
  ],
  [
    "a bad request without a word",
    { status: 400, code: "C", message: "" },
    "Azure gives no reason but C: look",
  ],
  [
    "a policy",
    { status: 403, code: "RequestDisallowedByPolicy", message: "" },
    "No role changes that: ask whoever",
  ],
  ["nothing there", { status: 404, code: "NotFound", message: "" }, "Ask somebody who can see it."],
])("not readable: what to do is what it takes for %s", (_name, answered, next) => {
  const section = { ...unavailable("failed", "It could not be read."), answered };
  expect(saidFailure(unavailableFailure(section)).next).toContain(next);
});

test("something of ours: with the id that finds its log line", () => {
  expect(failureInWords(unexpected("E-1", "nothingSent"))).toEqual({
    code: "unexpected",
    happened: "Something failed on my side.",
    done,
    next: "Ask again; if it happens twice, give E-1 to whoever runs me.",
  });
});
