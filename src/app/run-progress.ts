// A run that reads or waits for an answer: its card says which step it is at and how long it has been.
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import type { Run, RunState } from "../core/run/run.ts";
import type { RunStep } from "../core/run/run-step.ts";
import { goingOn } from "./going-on.ts";
import type { Services } from "./services.ts";

/** Milliseconds from the first telling: Teams counts an edit like a message, so there are eight at most. */
const toldAfter = [0, 3_000, 7_000, 12_000, 22_000, 42_000, 87_000, 177_000] as const;

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
  let step = first;
  const toldAt = toldAfter.map((milliseconds) => services.patience.progress + milliseconds);
  const going = goingOn(services, run, begun, toldAt, () => ({
    step: { is: step, at: services.clock.now().toISOString() },
  }));
  return {
    at: (next) => {
      step = next;
    },
    showWay: async (diagnosis) => {
      going.quiet();
      await going.write({ diagnosis }, true);
    },
    sentAs: async (operationId) => {
      await going.write({ operationId }, false);
    },
    through: going.through,
  };
}
