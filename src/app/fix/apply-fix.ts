// The second step of a fix: its writes, one after the other, each once, and a diagnosis of what came of them. A write that
// was begun by a process that is gone is looked at and never made again.
import type { Allowed } from "../../core/authorization/refusal.ts";
import type { FixTask } from "../../core/change/agreed-task.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { ArmWrite } from "../../core/fix/write/arm-write.ts";
import { redact } from "../../core/redact/redact.ts";
import { armFailure, plainFailure, type RunFailure } from "../../core/run/failure.ts";
import { objectName } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import {
  type ApplyContext,
  type Applying,
  isOver,
  type Lost,
  lostBy,
  tooLate,
  whyNotStillAgreed,
  whyRunnerMayNot,
} from "../change/apply-context.ts";
import { runMessage } from "../delivery/outbox-messages.ts";
import { diagnoseAfter } from "../diagnosis/diagnose-cluster.ts";
import type { Applied, Looked } from "../ports/arm-writer.ts";
import type { RequesterCredential } from "../ports/azure.ts";
import type { Services } from "../ports/services.ts";
import { ended, entryOf, whyNotAllowed } from "../run/run-execution.ts";
import { type ProgressReporter, progressReporter } from "../run/run-progress.ts";
import { whyNotTheCause } from "./preview-fix.ts";

type MakingFix = ApplyContext<FixTask>;
type Versions = readonly (string | null)[];

export async function applyFix(making: MakingFix, allowed: Allowed): Promise<RunState | null> {
  const { services, run, proposed, hold } = making;
  const { store, clock } = services;
  const why = await whyNotTheCause(services, making.task, "nothingSent");
  if (why !== null) return ended(services, why);
  const applying: Applying = {
    ...{ state: "applying", startedAt: clock.now().toISOString(), nonce: "", made: 0 },
    ...proposed,
  };
  const started = entryOf(services, run, hold, "start", applying);
  const messages = [runMessage(run, "applying")];
  if (!(await store.moveRun(run.id, ["approved"], applying, messages, started))) return null;
  hold.from = ["applying"];
  const going = tellingOf(making, applying);
  return going.through(() => makeEach(making, allowed, going));
}

/** Milliseconds from the beginning: Azure takes minutes for a firewall, and up to an hour for a gateway. */
const toldAt = [30_000, 90_000, 180_000, 300_000, 600_000, 1_200_000, 1_800_000, 2_700_000] as const;

const tellingOf = ({ services, run }: MakingFix, applying: Applying): ProgressReporter<Applying> =>
  progressReporter(services, run, applying, toldAt, () => ({ goesOnAt: services.clock.now().toISOString() }));

async function makeEach(
  making: MakingFix,
  allowed: Allowed,
  going: ProgressReporter<Applying>,
): Promise<RunState | null> {
  const { services, run, task, hold } = making;
  const versions: (string | null)[] = [];
  for (const [at, write] of task.writes.entries()) {
    const applied = await makeOne(making, allowed, write, at);
    if (applied.status !== "done") return stopped(making, applied, at);
    versions.push(applied.versionAfter);
    const { correlationId } = applied;
    const change = { made: at + 1, ...(correlationId !== null && { correlationId }) };
    const isMine = await going.write(change, at + 1 < task.writes.length, (to) =>
      entryOf(services, run, hold, "sent", to),
    );
    // Whoever thought that this worker was gone has told its end: nothing more is sent.
    if (!isMine) return null;
  }
  return diagnosedAfter(making, versions);
}

/** Whatever an exception has interrupted may have been made. */
async function makeOne(making: MakingFix, allowed: Allowed, write: ArmWrite, at: number): Promise<Applied> {
  const { services, credential, runner, run, proposed, hold } = making;
  const version = proposed.proposal.objects[at]?.version ?? null;
  const whyNotNow = async () => {
    if (at > 0)
      return whyNotAllowed(services, credential, run, hold, "partlyMade", (now) =>
        whyRunnerMayNot(making, now, "partlyMade"),
      );
    return isOver(services, proposed) ? tooLate : whyNotStillAgreed(making, allowed);
  };
  try {
    return await services.armWriter.apply(runner, write, version, whyNotNow);
  } catch (error) {
    note(services, run, "a write of a fix failed unexpectedly", error);
    return { status: "unknown", failure: noAnswer, correlationId: null };
  }
}

const noAnswer = { status: null, code: "UnexpectedAnswer", message: "" };

const note = ({ log }: Services, run: Run, message: string, error: unknown): void =>
  log.error(message, { runId: run.id, error: redact(String(error)).text });

/** What was made before stays made: the card says how far it came. */
async function stopped(
  making: MakingFix,
  applied: Exclude<Applied, { status: "done" }>,
  made: number,
): Promise<RunState> {
  const { services, task, proposed } = making;
  const done = made === 0 ? "nothingSent" : "partlyMade";
  const failed = (failure: RunFailure): RunState => ({ ...ended(services, failure), made });
  switch (applied.status) {
    case "changedSince": {
      const object = proposed.proposal.objects[made];
      const objects = object === undefined ? [] : [objectName(object.type, object.name)];
      return failed({ code: "objectChanged", happened: { is: "objectChanged", objects }, done });
    }
    case "refused":
      return failed(armFailure(applied.failure, done));
    case "withheld":
      return failed({ ...applied.failure, done });
    case "unknown": {
      const happened = { is: "changeUnanswered", failure: applied.failure } as const;
      const failure: RunFailure = { code: "lost", happened, done: "sentUnknown" };
      return lookedAt(making, { ...lostBy(services, failure), made }, task.writes[made]);
    }
  }
}

/** Its worker is gone: what it had begun is looked at. */
export async function recoverFix(making: MakingFix, applying: Applying): Promise<RunState> {
  const { services, task } = making;
  const { made = 0 } = applying;
  return tellingOf(making, applying).through(() =>
    // All of it was made, and nobody had looked at what came of it.
    made === task.writes.length
      ? diagnosedAfter(making, null)
      : lookedAt(making, { ...lostBy(services, interrupted), made }, task.writes[made]),
  );
}

const interrupted = plainFailure("lost", "changeInterrupted", "sentUnknown");

/** Its worker is gone, and whoever asked for it may not look at it by now: what the run itself knows stands. */
export function recoveredUnseen(
  services: Services,
  { writes }: FixTask,
  { made = 0 }: Applying,
  failure: RunFailure,
): RunState {
  return made === writes.length ? madeIt(services, null, null) : { ...lostBy(services, failure), made };
}

async function lookedAt(
  { services, credential, run }: MakingFix,
  lost: Lost,
  write: ArmWrite | undefined,
): Promise<RunState> {
  const seen = write === undefined ? null : await probeWriteOutcome(services, run, credential, write);
  return seen === null ? lost : { ...lost, seen };
}

const diagnosedAfter = async (
  { services, credential, run }: MakingFix,
  versions: Versions | null,
): Promise<RunState> => madeIt(services, await diagnoseAfter(services, credential, run), versions);

const madeIt = ({ clock }: Services, diagnosis: Diagnosis | null, versions: Versions | null): RunState => ({
  ...{ state: "succeeded", finishedAt: clock.now().toISOString(), result: null, diagnosis },
  ...(versions !== null && { versionsAfter: versions }),
});

// Where nobody knows what became of a write, what stands there is looked at, for as long as Azure works on it.

type Seen = NonNullable<Extract<RunState, { state: "lost" }>["seen"]>;

const waitsMilliseconds = 30_000;
/** As long as the longest of what Azure does for a fix. */
const longestMilliseconds = 60 * 60_000;

/** It only reads. Null where that could not be told either; never throws. */
async function probeWriteOutcome(
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
