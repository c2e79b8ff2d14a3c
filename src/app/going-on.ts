// A run that takes its time: its card is edited as it goes on, and no older state is written over a newer one.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { redact } from "../core/redact/redact.ts";
import type { Run, RunState } from "../core/run/run.ts";
import type { Services } from "./services.ts";
import { runMessage } from "./tell.ts";

type Going = Extract<RunState, { state: "running" | "applying" }>;

export type GoingOn<State extends Going> = Readonly<{
  /** False where the run is in other hands by now. `isTold`: its card says it. */
  write(change: Partial<State>, isTold: boolean, audit?: (to: State) => AuditEntry): Promise<boolean>;
  /** From now on the time alone is no reason to write. */
  quiet(): void;
  /** Tells as long as `act` goes on; once it has ended nothing more is written. */
  through<T>(act: () => Promise<T>): Promise<T>;
}>;

/** `begun`: as the run is stored. `toldAt`: milliseconds from now, when its card is told what `now` gives. */
export function goingOn<State extends Going>(
  services: Services,
  run: Run,
  begun: State,
  toldAt: readonly number[],
  now: () => Partial<State>,
): GoingOn<State> {
  const { store, later, log } = services;
  let state = begun;
  let cancel: readonly (() => void)[] = [];
  const quiet = () => {
    for (const each of cancel) each();
  };
  // One write after the other.
  let writing: Promise<unknown> = Promise.resolve();
  const write: GoingOn<State>["write"] = (change, isTold, audit) => {
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
