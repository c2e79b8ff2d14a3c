// A request of `install` that was not done. Steps do not catch it: the run does, in one place, and stops there with a
// sentence. A step may catch the ones that it knows how to go on from.

export class Refused extends Error {
  /** As the service said it; status 0 where nothing answered. */
  readonly said: Readonly<{ request: string; status: number; code: string; message: string }>;

  constructor(said: Refused["said"]) {
    super(`${said.request}: ${said.status} ${said.code} ${said.message}`);
    this.name = "Refused";
    this.said = said;
  }
}

export const isRefused = (error: unknown, status: number): error is Refused =>
  error instanceof Refused && error.said.status === status;
