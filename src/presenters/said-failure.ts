// A failure in words: what happened, what was and was not done, what to do.
import type { RunFailure } from "../core/run/failure.ts";
import type { Messages } from "./messages/messages.ts";
import { say } from "./messages/says.ts";

type Said = Readonly<{ happened: string; done: string; next: string }>;

export function sayFailure(failure: RunFailure, messages: Messages): Said {
  const { happened, next, done } = messages.failures;
  return {
    happened: say(happened, failure.happened),
    done: done[failure.done] ?? failure.done,
    next: say(next, failure.happened),
  };
}
