// A run that takes its time: its card says which step it is at and how long it has been, and is edited as it goes on.
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import { redact } from "../core/redact/redact.ts";
import type { Run, RunState } from "../core/run/run.ts";
import type { RunStep } from "../core/run/run-step.ts";
import type { Services } from "./services.ts";
import { runMessage } from "./tell.ts";

/** Milliseconds from the beginning: Teams counts an edit like a message, so there are eight at most. */
const toldAt = [3_000, 6_000, 10_000, 15_000, 25_000, 45_000, 90_000, 180_000] as const;

type Running = Extract<RunState, { state: "running" }>;

export type RunProgress = Readonly<{
  at(step: RunStep): void;
  /** Its card shows this while the look inside goes on, and no step any more. */
  showWay(way: Diagnosis): Promise<void>;
  /** Resolves once it is stored: by it the command is found again. */
  sentAs(operationId: string): Promise<void>;
  /** Tells as long as `act` goes on; once it has ended nothing more is written. */
  through<T>(act: () => Promise<T>): Promise<T>;
}>;

/** `begun`: as the run is stored. */
export function progressOf(services: Services, run: Run, begun: Running, first: RunStep): RunProgress {
  const { store, clock, later, log } = services;
  let running = begun;
  let step = first;
  let cancel: readonly (() => void)[] = [];
  const quiet = () => {
    for (const each of cancel) each();
  };
  // One write after the other, so that no older state is written over a newer one.
  let writing: Promise<unknown> = Promise.resolve();
  const write = (change: Partial<Running>, isTold: boolean): Promise<unknown> => {
    running = { ...running, ...change };
    const [to, messages] = [running, isTold ? [runMessage(run, "running")] : []];
    const written = writing.then(() => store.moveRun(run.id, ["running"], to, messages, null));
    writing = written.catch(() => {});
    return written;
  };
  const tell = () =>
    void write({ step: { is: step, at: clock.now().toISOString() } }, true).catch((error: unknown) =>
      log.warn("it was not said that a run goes on", {
        runId: run.id,
        error: redact(String(error)).text,
      }),
    );
  return {
    at: (next) => {
      step = next;
    },
    showWay: async (diagnosis) => {
      quiet();
      await write({ diagnosis }, true);
    },
    sentAs: async (operationId) => {
      await write({ operationId }, false);
    },
    through: async (act) => {
      cancel = toldAt.map((milliseconds) => later(milliseconds, tell));
      return act().finally(async () => {
        quiet();
        await writing;
      });
    },
  };
}
