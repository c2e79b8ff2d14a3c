// Where nobody knows what became of a change, its objects are looked at: do they differ from what was approved?
import type { ChangeTask } from "../../core/change/agreed-task.ts";
import { checkLine, readCheck } from "../../core/change/apply-line.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { followRaw, sendLine } from "../run/run-command.ts";
import { newNonce } from "./dry-run-change.ts";

type Seen = NonNullable<Extract<RunState, { state: "lost" }>["seen"]>;

/** It only reads, so a look that Azure did not take may be sent again. Milliseconds before each. */
const pauses = [0, 2_000, 5_000];

/** Null where that could not be told either; never throws. */
export async function probeChangeOutcome(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  task: ChangeTask,
  proposed: Proposed,
): Promise<Seen | null> {
  for (const pause of pauses) {
    if (pause > 0) await services.clock.sleep(pause);
    const seen = await lookOnce(services, credential, run, task, proposed);
    if (seen !== "notTaken") return seen;
  }
  return null;
}

async function lookOnce(
  services: Services,
  credential: RequesterCredential,
  run: Run,
  { request, clusterAdmin }: ChangeTask,
  { proposal }: Proposed,
): Promise<Seen | "notTaken" | null> {
  try {
    const nonce = newNonce();
    const line = checkLine(request, nonce);
    const sent = await sendLine(services, credential, run, { line, clusterAdmin }, async () => null);
    if ("ended" in sent) return "notTaken";
    const followed = await followRaw(services, credential, run, sent.operationId);
    if ("ended" in followed) return null;
    const versions = proposal.objects.map(({ version }) => version);
    const { is } = readCheck(request, versions, nonce, followed.raw.output);
    return is === "unreadable" ? null : { is, at: services.clock.now().toISOString() };
  } catch (error) {
    services.log.warn("a change was not looked at afterwards", {
      runId: run.id,
      error: redact(String(error)).text,
    });
    return null;
  }
}
