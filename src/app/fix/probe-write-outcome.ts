// Where nobody knows what became of a write, what stands there is looked at, for as long as Azure works on it.
import type { ArmWrite } from "../../core/fix/write/arm-write.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { Looked } from "../ports/arm-writer.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";

type Seen = NonNullable<Extract<RunState, { state: "lost" }>["seen"]>;

const waitsMilliseconds = 30_000;
/** As long as the longest of what Azure does for a fix. */
const longestMilliseconds = 60 * 60_000;

/** It only reads. Null where that could not be told either; never throws. */
export async function probeWriteOutcome(
  services: Services,
  run: Run,
  credential: RequesterCredential,
  write: ArmWrite,
): Promise<Seen | null> {
  const { clock, log } = services;
  try {
    const end = clock.now().getTime() + longestMilliseconds;
    let looked = await services.armWriter.look(credential, write);
    if (looked.status === "unreadable" && looked.failure.signIn !== undefined)
      looked = await lookAnew(services, run, write);
    while (looked.status === "underWay" && clock.now().getTime() < end) {
      await clock.sleep(waitsMilliseconds);
      looked = await lookAnew(services, run, write);
    }
    const is = whatIs(looked);
    return is && { is, at: clock.now().toISOString() };
  } catch (error) {
    const said = redact(String(error)).text;
    log.warn("a write of a fix was not looked at afterwards", { runId: run.id, error: said });
    return null;
  }
}

/** A sign-in may end before Azure does. */
async function lookAnew(
  { credentials, armWriter }: Services,
  { conversation, requester }: Run,
  write: ArmWrite,
): Promise<Looked> {
  const signedIn = await credentials.forUser(conversation.userId, requester);
  return signedIn.ok ? armWriter.look(signedIn.credential, write) : { status: "cannotTell" };
}

function whatIs({ status }: Looked): Seen["is"] | null {
  if (status === "made") return "changed";
  return status === "notMade" ? "unchanged" : null;
}
