// Whether a card offers to have its fix made: it is proved, and the policy and Azure let whoever asked make each of its
// lines. Where they do not, the card names somebody who may.
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { Run } from "../../core/run/run.ts";
import { authorize } from "../identity/authorize.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { missingRight } from "./missing-right.ts";
import { fixIn } from "./request-fix.ts";

export async function mayBeFixed(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  diagnosis: Diagnosis,
): Promise<boolean> {
  const { cluster } = run;
  const found: Run["status"] = { state: "succeeded", finishedAt: "", result: null, diagnosis };
  const fix = fixIn({ ...run, status: found });
  if (fix === null) return false;
  const right = await authorize(services, credential, { kind: "fix", cluster }, "offer");
  return right.ok && (await missingRight(services, credential, fix)) === null;
}
