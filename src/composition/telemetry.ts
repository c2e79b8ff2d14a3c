// Who is told how the product does: nobody, until settings say so.

import type { Log } from "../app/ports/services.ts";
import type { Store } from "../app/ports/store.ts";
import type { Telemetry } from "../app/ports/telemetry.ts";
import type { TelemetryConfig } from "../config/telemetry.ts";
import { type Samples, samplesOf } from "../core/incident/numbers.ts";
import type { HttpServer } from "../doors/http/http.ts";
import { watchedRoutes } from "../doors/http/http.ts";
import { metricsRoute } from "../doors/http/metrics.ts";
import { serve } from "../doors/http/restify/serve.ts";
import type { TokenService } from "../doors/teams/port.ts";
import { instrumentsHelp } from "../presenters/messages/operator/numbers.ts";
import type { OpenedStore } from "../store/open-store.ts";
import { silent } from "../telemetry/request-scope.ts";
import { version } from "./release.ts";
import { type Handlers, watchedJobs, watchedStore, watchedTokens } from "./watched.ts";

type Watching = Readonly<{
  telemetry: Telemetry;
  /** The same ports, counted on their way. */
  watched: Readonly<{
    store(store: Store): Store;
    tokens(tokens: TokenService): TokenService;
    jobs: (handlers: Handlers) => Handlers;
  }>;
  /** Where Prometheus asks; null: nowhere. */
  server: HttpServer | null;
  /** Sends what is left. */
  stop(): Promise<void>;
}>;

type Counted = Readonly<{ store: Pick<OpenedStore["store"], "problem">; numbers: OpenedStore["numbers"] }>;

/** Its packages are loaded only where they are used. */
export async function startWatching(
  { door, traces, metrics }: TelemetryConfig,
  counted: Counted,
  log: Log,
): Promise<Watching> {
  if (door === null && traces.url === null && metrics.url === null)
    return { ...watchingWith(silent), server: null, stop: async () => {} };
  const { openTelemetry } = await import("../telemetry/open-telemetry.ts");
  const opened = openTelemetry(
    { release: version, traces, metrics, text: door !== null },
    {
      help: instrumentsHelp,
      numbers: lately(counted, log),
      failed: (problem) => log.warn("telemetry was not sent", { problem }),
    },
  );
  const server = door && serve(watchedRoutes(opened, [metricsRoute(door.tokens, opened.text)]), log);
  return { ...watchingWith(opened), server, stop: opened.stop };
}

const watchingWith = (telemetry: Telemetry): Pick<Watching, "telemetry" | "watched"> => ({
  telemetry,
  watched: {
    store: (store) => watchedStore(store, telemetry),
    tokens: (tokens) => watchedTokens(tokens, telemetry),
    jobs: (handlers) => watchedJobs(handlers, telemetry),
  },
});

/** Several may ask, every few seconds: what was counted stands for so long. */
const freshMilliseconds = 15_000;

/**
 * Where it cannot be counted, whether the store can be written is told all the same. `now`: a clock that is never set, in
 * milliseconds.
 */
export function lately(
  { store, numbers }: Counted,
  log: Log,
  now = () => performance.now(),
): () => Promise<Samples> {
  let counted: Promise<Samples> = Promise.resolve({});
  let freshUntil = Number.NEGATIVE_INFINITY;
  const count = async (): Promise<Samples> => {
    if ((await store.problem()) !== null) return { store_writable: [{ labels: {}, value: 0 }] };
    const writable = { store_writable: [{ labels: {}, value: 1 }] };
    try {
      return { ...samplesOf(await numbers()), ...writable };
    } catch (error) {
      log.warn("what metrics tell could not be counted", { error: String(error) });
      return writable;
    }
  };
  return () => {
    if (now() >= freshUntil) {
      freshUntil = now() + freshMilliseconds;
      counted = count();
    }
    return counted;
  };
}
