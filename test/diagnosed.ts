// A diagnosis as people read it, for tests of judgement and words at once.
import type { AccessPath } from "../src/core/access/access-path.ts";
import { diagnose as judge } from "../src/core/diagnosis/diagnose.ts";
import type { Diagnosis } from "../src/core/diagnosis/diagnosis.ts";
import type { Fix } from "../src/core/fix/write/fix.ts";
import type { CheckResult, Fact, Outcome } from "../src/core/outcome/check.ts";
import type { ClusterSnapshot } from "../src/core/snapshot/snapshot.ts";
import {
  type SaidCheck,
  type SaidDiagnosis,
  type SaidFix,
  type SaidPath,
  sayCheck,
  sayDiagnosis,
  sayFix,
  sayPath,
} from "../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../src/presenters/messages/messages.ts";

const texts = messages();

export const inWords = (diagnosis: Diagnosis): SaidDiagnosis => sayDiagnosis(diagnosis, texts);
export const diagnose = (snapshot: ClusterSnapshot): SaidDiagnosis => inWords(judge(snapshot));
export const checkInWords = (check: CheckResult): SaidCheck => sayCheck(check, texts);
export const fixInWords = (fix: Fix): SaidFix => sayFix(fix, texts);

export const pathInWords = (path: AccessPath): SaidPath => sayPath(path, texts);

/** What the finding of that id says. */
export const outcomeInWords = (id: string, outcome: Outcome<Fact>): SaidCheck =>
  checkInWords({ id, severity: "info", ...outcome });
