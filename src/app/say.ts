// Sentences for failures, in one place: what happened, what was and was not done, what to do.
import { smallestRole } from "../core/access/roles.ts";
import type { Unavailable } from "../core/diagnosis/section.ts";
import type { SignInFailure } from "../core/requester.ts";
import type { RunFailure } from "../core/run/run.ts";
import type { ArmFailure } from "./ports.ts";

const nothingSent = "Nothing was sent to the cluster.";

export const signInFailure = (failure: SignInFailure): RunFailure => ({
  code: `signIn.${failure.code}`,
  happened: failure.message,
  done: nothingSent,
  next:
    failure.code === "unavailable"
      ? "Ask again in a minute."
      : "Write `sign in` in your chat with me, then ask again.",
});

export const armFailure = (failure: ArmFailure): RunFailure => {
  if (failure.signIn) return signInFailure(failure.signIn);
  return {
    code: failure.code,
    happened: failure.message,
    done: nothingSent,
    next: nextStep(failure),
    ...(failure.needs ? { needs: { ...failure.needs, role: smallestRole(failure.needs.action) } } : {}),
  };
};

export const unavailableFailure = (section: Unavailable): RunFailure => {
  const [needs] = section.needs;
  return {
    code: section.reason,
    happened: section.message,
    done: nothingSent,
    next: nextReading(section),
    ...(needs ? { needs: { ...needs, role: smallestRole(needs.action) } } : {}),
  };
};

function nextReading({ reason, needs, retryAfterSeconds }: Unavailable): string {
  if (retryAfterSeconds !== undefined) return `Azure asks to wait: ask again in ${retryAfterSeconds} s.`;
  if (needs.length > 0 && reason === "denied") return "Ask for the role below, then ask me again.";
  if (needs.length > 0 && reason === "notVisible")
    return "Check its name and resource group; if they are right, ask for the role below.";
  return reason === "notVisible" ? "Ask somebody who can see it." : "Ask again in a minute.";
}

function nextStep(failure: ArmFailure): string {
  if (failure.needs) return "Ask for the role below, then ask me again.";
  if (failure.retryAfterSeconds !== undefined)
    return `Azure asks to wait: try again in ${failure.retryAfterSeconds} s.`;
  if (failure.status === null || failure.status >= 500)
    return "Azure did not do it this time: ask again in a minute.";
  return "Put right what Azure says above, then ask again.";
}

/** `reason`: the sentence that says who set the mode, when and why, or that it could not be read. */
export const closedFailure = (reason: string): RunFailure => ({
  code: "mode",
  happened: reason,
  done: nothingSent,
  next: "`mode` shows what is in force now: ask again once it allows this.",
});

/** An exception of ours or an outage: `id` finds the log line. */
export const unexpected = (id: string, done: string): RunFailure => ({
  code: "unexpected",
  happened: "Something failed on my side.",
  done,
  next: `Ask again; if it happens twice, give ${id} to whoever runs me.`,
});
