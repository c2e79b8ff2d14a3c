// For which request something is done: known to all that is called meanwhile, however long it waits.
import { AsyncLocalStorage } from "node:async_hooks";
import type { Telemetry } from "../app/ports/telemetry.ts";

/** `span`: what a trace has of it, where traces are made. */
export type RequestScope = Readonly<{ request: string | null; span?: object }>;

const scopes = new AsyncLocalStorage<RequestScope>();

export const currentScope = (): RequestScope => scopes.getStore() ?? { request: null };
export const within = <T>(scope: RequestScope, act: () => T): T => scopes.run(scope, act);

/** Nothing is told to anybody; requests have their ids all the same. */
export const silent: Telemetry = {
  count: () => {},
  during: ({ request }, act) => (request === undefined ? act() : within({ request }, act)),
  request: () => currentScope().request,
};
