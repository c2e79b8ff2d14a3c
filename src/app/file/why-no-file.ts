// Whether somebody may send a file at all: it is asked before anything of it is fetched, read or kept.
import { fileVerbs } from "../../core/command/change/change-verbs.ts";
import { describeAccess } from "../../core/policy/describe-access.ts";
import { membershipOf } from "../membership.ts";
import type { RequesterCredential } from "../ports.ts";
import type { Services } from "../services.ts";

/** A rule lets them change something by a file, on some cluster. */
export async function mayChangeByFile(services: Services, credential: RequesterCredential): Promise<boolean> {
  const membership = await membershipOf(services, credential);
  if (membership.status !== "known") return false;
  return describeAccess(services.policy(), membership.groupIds).mayChange.some(
    (phrase) =>
      phrase.is === "changes" &&
      !phrase.never &&
      (phrase.verbs === "all" || phrase.verbs.some((verb) => fileVerbs.includes(verb))),
  );
}
