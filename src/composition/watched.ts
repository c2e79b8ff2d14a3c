// What goes through a port, counted on its way: the ports themselves know nothing of it.
import type { CredentialResult, Credentials, RequesterCredential } from "../app/ports/azure.ts";
import type { Jobs, RunMove, Store } from "../app/ports/store.ts";
import type { Telemetry, WorkEnd } from "../app/ports/telemetry.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { requestOfKey } from "../core/delivery/message.ts";
import type { AttributesOf } from "../core/incident/instruments.ts";
import type { SignInFailure } from "../core/requester.ts";
import type { Run, RunState } from "../core/run/run.ts";
import type { TokenService } from "../doors/teams/port.ts";

type Kind = Run["task"]["kind"];

// Runs, changes and verdicts: where each is written, once it stands there.

export function watchedStore<S extends Pick<Store, "createRun" | "moveRun" | "stepRun">>(
  store: S,
  telemetry: Telemetry,
): S {
  const tell = (kind: Kind, status: RunState) => {
    const { state } = status;
    telemetry.count("runs_total", { kind, state });
    if (kind === "change" || kind === "fix") telemetry.count("changes_total", { kind, state });
    if (kind === "diagnose" && state === "succeeded" && status.diagnosis !== null)
      telemetry.count("verdicts_total", { verdict: status.diagnosis.verdict });
  };
  return {
    ...store,
    createRun: async (run, ...rest) => {
      const created = await store.createRun(run, ...rest);
      if (created === "created") tell(run.task.kind, run.status);
      return created;
    },
    moveRun: async (id, from, to, messages, audit) => {
      const moved = await store.moveRun(id, from, to, messages, audit);
      // Without an entry nothing was decided: it only says what it is at.
      const kind = audit && kindIn(audit);
      if (moved && kind) tell(kind, to);
      return moved;
    },
    stepRun: async <Said>(id: string, step: (run: Run) => RunMove<Said>) => {
      let made: Readonly<{ kind: Kind; to: RunState | null }> | null = null;
      const said = await store.stepRun(id, (run) => {
        const move = step(run);
        made = { kind: run.task.kind, to: move.to?.state === run.status.state ? null : move.to };
        return move;
      });
      const { kind, to } = (made as { kind: Kind; to: RunState | null } | null) ?? { kind: null, to: null };
      if (said !== null && kind !== null && to !== null) tell(kind, to);
      return said;
    },
  };
}

const kinds: Readonly<Record<Kind, Kind>> = {
  diagnose: "diagnose",
  access: "access",
  command: "command",
  change: "change",
  fix: "fix",
};

/** `diagnose.finish`: what it is an entry of. */
const kindIn = ({ action }: AuditEntry): Kind | undefined =>
  Object.entries(kinds).find(([name]) => action.startsWith(`${name}.`))?.[1];

// Sign-ins.

type Way = AttributesOf<"sign_ins_total">["way"];

/** The token service says whether there is one; what it throws is its own failure. */
export function watchedTokens(tokens: TokenService, telemetry: Telemetry): TokenService {
  const told = async (way: Way, asked: Promise<string | undefined>): Promise<string | undefined> => {
    const count = (ended: AttributesOf<"sign_ins_total">["ended"]) =>
      telemetry.count("sign_ins_total", { way, ended });
    try {
      const token = await asked;
      count(token ? "signedIn" : "refused");
      return token;
    } catch (error) {
      count("unavailable");
      throw error;
    }
  };
  return {
    ...tokens,
    token: (userId, code) => told(code === undefined ? "stored" : "code", tokens.token(userId, code)),
    exchange: (userId, clientToken) => told("silent", tokens.exchange(userId, clientToken)),
  };
}

/** A token for Azure, on behalf of whoever is signed in. */
export function watchedCredentials(credentials: Credentials, telemetry: Telemetry): Credentials {
  const count = (failure?: SignInFailure) => {
    const ended =
      failure === undefined ? "signedIn" : failure.code === "unavailable" ? failure.code : "refused";
    telemetry.count("sign_ins_total", { way: "onBehalfOf", ended });
  };
  const watched = (credential: RequesterCredential): RequesterCredential => ({
    ...credential,
    exchange: async (...asked) => {
      const result = await credential.exchange(...asked);
      count(result.ok ? undefined : result.failure);
      return result;
    },
  });
  return {
    ...credentials,
    forUser: async (...asked): Promise<CredentialResult> => {
      const result = await credentials.forUser(...asked);
      return result.ok ? { ok: true, credential: watched(result.credential) } : result;
    },
  };
}

// Jobs: what is done behind the doors, each for the request that it belongs to.

export type Handlers = Parameters<Jobs["start"]>[0];

const jobEnded =
  (job: AttributesOf<"job_duration_seconds">["job"]) =>
  ({ ok }: WorkEnd<unknown>) =>
    ({ job, ended: ok ? "done" : "failed" }) as const;

export const watchedJobs = (handlers: Handlers, telemetry: Telemetry): Handlers => ({
  ...handlers,
  execute: (runId) =>
    telemetry.during(
      { name: "job_duration_seconds", request: runId },
      () => handlers.execute(runId),
      jobEnded("execute"),
    ),
  recover: (runId) =>
    telemetry.during(
      { name: "job_duration_seconds", request: runId },
      () => handlers.recover(runId),
      jobEnded("recover"),
    ),
  deliver: async (delivery) => {
    const delivered = await telemetry.during(
      { name: "job_duration_seconds", request: requestOfKey(delivery.key) },
      () => handlers.deliver(delivery),
      jobEnded("deliver"),
    );
    telemetry.count("deliveries_total", { step: delivered.next.step });
    return delivered;
  },
});
