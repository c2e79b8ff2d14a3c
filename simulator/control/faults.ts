// Faults for tests: what a matching request gets instead of its answer, or how much later it gets it.
import { z } from "zod";
import type { Call, Reply } from "../http.ts";

const faultSchema = z.strictObject({
  match: z.strictObject({
    method: z.string().optional(),
    /** Regular expression over path and query, whatever the case. */
    path: z.string().optional(),
    /** Object id of the caller. */
    caller: z.string().optional(),
  }),
  /** Left out: the request is only delayed, or hung up on. */
  status: z.number().int().min(100).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.json().optional(),
  /** How often it happens; always when left out. */
  times: z.number().int().min(1).optional(),
  /** Milliseconds to wait first. */
  delay: z.number().min(0).optional(),
  /** The connection ends without an answer. */
  reset: z.literal(true).optional(),
  /** What was asked is done all the same, before anything of this happens: only its answer is late, another, or lost. */
  taken: z.literal(true).optional(),
});
export const faultsSchema = z.array(faultSchema);
export type Fault = z.infer<typeof faultSchema>;

export type Faults = {
  set(faults: readonly Fault[]): void;
  /** The first fault that matches, counted as used. */
  take(call: Call, caller: string | null): Fault | undefined;
};

export function createFaults(): Faults {
  let active: { fault: Fault; left: number }[] = [];
  return {
    set: (faults) => {
      active = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }));
    },
    take: (call, caller) => {
      const found = active.find(({ fault, left }) => left > 0 && matches(fault, call, caller));
      if (found !== undefined) found.left -= 1;
      return found?.fault;
    },
  };
}

function matches({ match }: Fault, call: Call, caller: string | null): boolean {
  const target = call.query.size === 0 ? call.path : `${call.path}?${call.query}`;
  return (
    (match.method === undefined || match.method.toUpperCase() === call.method) &&
    (match.path === undefined || new RegExp(match.path, "i").test(target)) &&
    (match.caller === undefined || match.caller.toLowerCase() === caller?.toLowerCase())
  );
}

/** The fault's own reply, or `null` where it only delays. */
export function faultReply({ status, headers, body, reset }: Fault): Reply | null {
  if (reset) return { status: 0, hungUp: true };
  if (status === undefined) return null;
  return { status, ...(headers === undefined ? {} : { headers }), ...(body === undefined ? {} : { body }) };
}
