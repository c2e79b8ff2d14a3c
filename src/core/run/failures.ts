// Failures as data, in one place: what happened, what was and was not done, and what is missing.
import { smallestRole } from "../access/roles.ts";
import type { SignInFailure } from "../requester.ts";
import type { ArmFailure } from "../snapshot/arm-failure.ts";
import type { Permission } from "../snapshot/rights.ts";
import type { Unavailable } from "../snapshot/section.ts";
import type { Done, RunFailure } from "./failure.ts";

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
