// Whether a card offers to have its fix made: it is proved, each of its lines may be made, and the policy lets somebody.
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { Run } from "../../core/run/run.ts";
import { policyFor } from "../authorize-action.ts";
import type { RequesterCredential } from "../ports.ts";
import type { Services } from "../services.ts";
import { fixIn } from "./request-fix.ts";

export async function mayBeFixed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
): Promise<boolean> {
  const { cluster } = run;
  const found: Run["status"] = { state: "succeeded", finishedAt: "", result: null, diagnosis };
  if (fixIn({ ...run, status: found }) === null) return false;
  const decision = (await policyFor(services, credential, cluster))({ kind: "fix", cluster });
  return decision.effect === "allow" || decision.wouldAllow.length > 0;
}
