// Azure wants a longer wait than a piece of work has left.

/** Thrown in place of a wait that could only end in a timeout. No RestError, so that no SDK retries it. */
export class ThrottledError extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`Azure asks to wait ${retryAfterSeconds} s.`);
    this.name = "ThrottledError";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
