// Somebody was asked to make the fix of a diagnosis.

/** One a run and person. `askedAt`: ISO time, UTC. */
export type FixAsk = Readonly<{ runId: string; objectId: string; askedAt: string }>;
