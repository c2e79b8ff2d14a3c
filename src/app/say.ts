// Failures as data, in one place: what happened, what was and was not done, and what is missing.
import { smallestRole } from "../core/access/roles.ts";
import type { ModeForbids } from "../core/mode/mode.ts";
import type { SignInFailure } from "../core/requester.ts";
import type { Done, RunFailure } from "../core/run/failure.ts";
import type { ArmFailure } from "../core/snapshot/arm-failure.ts";
import type { Permission } from "../core/snapshot/permission.ts";
import type { Unavailable } from "../core/snapshot/section.ts";

export const signInFailure = (failure: SignInFailure, done: Done = "nothingSent"): RunFailure => ({
  code: `signIn.${failure.code}`,
  happened: { is: "signIn", failure },
  done,
});

const withRole = ({ action, scope }: Permission) => ({
  needs: { action, scope, role: smallestRole(action) },
});

export const armFailure = (failure: ArmFailure, done: Done = "nothingSent"): RunFailure =>
  failure.signIn
    ? signInFailure(failure.signIn, done)
    : {
        code: failure.code,
        happened: { is: "azureRefused", failure },
        done,
        ...(failure.needs ? withRole(failure.needs) : {}),
      };

export const unavailableFailure = ({ status: _, ...section }: Unavailable): RunFailure => {
  const [needs] = section.needs;
  return {
    code: section.reason,
    happened: { is: "unread", section },
    done: "nothingSent",
    ...(needs ? withRole(needs) : {}),
  };
};

export const closedFailure = (why: ModeForbids, done: Done = "nothingSent"): RunFailure => ({
  code: "mode",
  happened: { is: "byMode", why },
  done,
});

/** An exception of ours or an outage: `id` finds the log line. */
export const unexpected = (id: string, done: Done): RunFailure => ({
  code: "unexpected",
  happened: { is: "unexpected", id },
  done,
});

/** A failure of which nothing more is known than its name. */
export const plainFailure = (code: string, is: PlainHappened, done: Done): RunFailure => ({
  code,
  happened: { is },
  done,
});
type PlainHappened =
  Extract<RunFailure["happened"], Readonly<{ is: string }>> extends infer Each
    ? Each extends Readonly<{ is: infer Is }>
      ? Exclude<keyof Each, "is"> extends never
        ? Is
        : never
      : never
    : never;
