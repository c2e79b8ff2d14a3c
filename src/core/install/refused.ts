// A request of `install` that was not done. Steps do not catch it: the run does, in one place, and stops there with a
// sentence. A step may catch the ones that it knows how to go on from.

export type RefusedWhy = Readonly<
  /** `status`, `code` and `message`: the service's own. */
  | { is: "service"; request: string; status: number; code: string; message: string }
  | { is: "silent"; request: string; message: string }
  | { is: "signIn"; why: string }
  | { is: "subscriptionUnknown"; subscriptionId: string }
  | { is: "regionUnknown"; region: string; regions: readonly string[] }
  /** In Entra. `has`: the names of those that this person holds. */
  | { is: "roleMissing"; has: readonly string[] }
  /** In Azure, at this scope. */
  | { is: "rightsMissing"; scope: string; actions: readonly string[] }
  /** The policy would not be taken. */
  | { is: "policyRefused"; problems: readonly string[] }
  | { is: "groupUnknown"; written: string }
  | { is: "groupAmbiguous"; written: string; ids: readonly string[] }
  /** Something of this name is there, and does not carry the mark of this installation. */
  | { is: "notOurs"; what: string }
  /** Of this release, for Container Apps: the answers do not say where it is. */
  | { is: "imageMissing" }
  /** Teams would not take the package. */
  | { is: "packageRefused"; problems: readonly string[] }
  /** It was there, and went while it was made. */
  | { is: "gone"; what: string }
>;

export class Refused extends Error {
  readonly why: RefusedWhy;

  constructor(why: RefusedWhy) {
    super(JSON.stringify(why));
    this.name = "Refused";
    this.why = why;
  }
}

export const isRefused = (error: unknown, status: number): boolean =>
  error instanceof Refused && error.why.is === "service" && error.why.status === status;
