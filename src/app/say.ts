// Sentences for failures, in one place: what happened, what was and was not done, what to do.
import { smallestRole } from "../core/access/roles.ts";
import type { ArmFailure } from "../core/azure/refusal.ts";
import { nextAfter, sayRefusal } from "../core/azure/said-of-refusal.ts";
import type { SignInFailure } from "../core/requester.ts";
import type { RunFailure } from "../core/run/run.ts";
import type { Unavailable } from "../core/snapshot/section.ts";

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
    happened: sayRefusal(failure),
    done: nothingSent,
    next: nextAfter(failure),
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

/** Where Azure was not asked, what led there has said why. */
function nextReading({ reason, needs, retryAfterSeconds, answered }: Unavailable): string {
  const [missing] = needs;
  if (answered !== undefined)
    return nextAfter({
      ...answered,
      ...(missing && { needs: missing }),
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  if (missing === undefined) return "Ask again in a minute.";
  return reason === "notVisible"
    ? "Check its name and resource group; if they are right, ask for the role below."
    : "Ask for the role below, then ask me again.";
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
