// A run that reads or waits for an answer: its card says which step it is at and how long it has been.

import type { AuditEntry } from "../../core/audit/audit-event.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Run, RunState, RunStep } from "../../core/run/run.ts";
import { runMessage } from "../delivery/outbox-messages.ts";
import type { Services } from "../ports/services.ts";

// A run that takes its time: its card is edited as it goes on, and no older state is written over a newer one.

type Going = Extract<RunState, { state: "running" | "applying" }>;

export type ProgressReporter<State extends Going> = Readonly<{
  /** False where the run is in other hands by now. `isTold`: its card says it. */
  write(change: Partial<State>, isTold: boolean, audit?: (to: State) => AuditEntry): Promise<boolean>;
  /** From now on the time alone is no reason to write. */
  quiet(): void;
  /** Tells as long as `act` goes on; once it has ended nothing more is written. */
  through<T>(act: () => Promise<T>): Promise<T>;
}>;

/** `begun`: as the run is stored. `toldAt`: milliseconds from now, when its card is told what `now` gives. */
export function progressReporter<State extends Going>(
  services: Services,
  run: Run,
  begun: State,
  toldAt: readonly number[],
  now: () => Partial<State>,
): ProgressReporter<State> {
  const { store, later, log } = services;
  let state = begun;
  let cancel: readonly (() => void)[] = [];
  const quiet = () => {
    for (const each of cancel) each();
  };
  // One write after the other.
  let writing: Promise<unknown> = Promise.resolve();
  const write: ProgressReporter<State>["write"] = (change, isTold, audit) => {
    const to: State = { ...state, ...change };
    state = to;
    const messages = isTold ? [runMessage(run, to.state)] : [];
    const written = writing.then(() => store.moveRun(run.id, [to.state], to, messages, audit?.(to) ?? null));
    writing = written.catch(() => {});
    return written;
  };
  const tell = () =>
    void write(now(), true).catch((error: unknown) =>
      log.warn("it was not said that a run goes on", {
        runId: run.id,
        error: redact(String(error)).text,
      }),
    );
  return {
    write,
    quiet,
    through: async (act) => {
      cancel = toldAt.map((milliseconds) => later(milliseconds, tell));
      return act().finally(async () => {
        quiet();
        await writing;
      });
    },
  };
}

/** Milliseconds from the first telling: Teams counts an edit like a message, so there are eight at most. */
const toldAfter = [0, 3_000, 7_000, 12_000, 22_000, 42_000, 87_000, 177_000] as const;

type Running = Extract<RunState, { state: "running" }>;

export type RunProgress = Readonly<{
  at(step: RunStep): void;
  /** Its card shows this while the look inside goes on, and no step any more. `offersFix`: its proved repair may be made. */
  showWay(way: Diagnosis, offersFix: boolean): Promise<void>;
  /** Resolves once it is stored: by it the command is found again. */
  sentAs(operationId: string): Promise<void>;
  /** Tells as long as `act` goes on; once it has ended nothing more is written. */
  through<T>(act: () => Promise<T>): Promise<T>;
}>;

/** `begun`: as the run is stored. */
export function progressOf(services: Services, run: Run, begun: Running, first: RunStep): RunProgress {
  let step = first;
  const toldAt = toldAfter.map((milliseconds) => services.timeouts.progress + milliseconds);
  const going = progressReporter(services, run, begun, toldAt, () => ({
    step: { is: step, at: services.clock.now().toISOString() },
  }));
  return {
    at: (next) => {
      step = next;
    },
    showWay: async (diagnosis, offersFix) => {
      going.quiet();
      await going.write({ diagnosis, ...(offersFix && { offersFix }) }, true);
    },
    sentAs: async (operationId) => {
      await going.write({ operationId }, false);
    },
    through: going.through,
  };
}
