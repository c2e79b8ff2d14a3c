// Whose request goes out next: Azure's budget kept ahead of time, so that nobody is refused for asking too fast.
// Azure gives each person a bucket of requests for each subscription and kind, refilled every second, and says with
// every answer what is left in it. What it says counts: other replicas and the person's own tools empty it too.
// https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling

// Azure wants a longer wait than a piece of work has left.

/** Thrown in place of a wait that could only end in a timeout. No RestError, so that no SDK retries it. */
export class ThrottledError extends Error {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(`Azure asks to wait ${retryAfterSeconds} s.`);
    this.name = "ThrottledError";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type RequestKind = "reads" | "writes" | "deletes";

/** `subscription`: null for what lies above all of them. `since`, `deadline`: of the piece of work, in the clock's milliseconds. */
export type Errand = Readonly<{
  person: string;
  subscription: string | null;
  kind: RequestKind;
  since: number;
  deadline: number;
}>;

/** What an answer says: requests left in the bucket, and how long to leave it alone, in milliseconds. */
export type RateLimitHeaders = Readonly<{ left: number | null; holdMs: number }>;

/** Milliseconds that only go forward. `after` returns what calls it off. */
export type BudgetClock = Readonly<{
  now(): number;
  after(milliseconds: number, call: () => void): () => void;
}>;

export type ArmBudget = Readonly<{
  /**
   * Sends when it is this errand's turn: older pieces of work first, so that some are done in time when not all can
   * be. Throws `ThrottledError` where its turn does not come before its deadline.
   */
  send<T>(errand: Errand, send: () => Promise<T>, read: (answer: T) => RateLimitHeaders): Promise<T>;
}>;

/** Azure's own numbers: what a bucket holds, and what flows into it each second. */
const sizes: Readonly<Record<RequestKind, Readonly<{ size: number; perSecond: number }>>> = {
  reads: { size: 250, perSecond: 25 },
  writes: { size: 200, perSecond: 10 },
  deletes: { size: 200, perSecond: 10 },
};
/** This part of a bucket is left to the person's own tools, and to what other replicas have under way. */
const margin = 0.1;
/**
 * Requests of one kind under way for one person, however many questions they have open. What changes something or sends
 * a command draws on another bucket of Azure's, so it does not stand in line with the reads of the same question.
 */
const atOnce = 12;

type Waiting = Readonly<{ errand: Errand; start(): void }>;
/** `left`: null until Azure has said it; before that only `atOnce` holds requests back. `waiting`: oldest work first. */
type Bucket = {
  readonly kind: RequestKind;
  readonly waiting: Waiting[];
  left: number | null;
  at: number;
  heldUntil: number;
  underWay: number;
};
type Lane = { readonly buckets: Map<string, Bucket>; stopTimer: () => void };

const underWay = ({ buckets }: Lane, kind?: RequestKind): number =>
  [...buckets.values()]
    .filter((bucket) => kind === undefined || bucket.kind === kind)
    .reduce((sum, bucket) => sum + bucket.underWay, 0);

const refill = (bucket: Bucket, now: number): void => {
  const { size, perSecond } = sizes[bucket.kind];
  if (bucket.left !== null)
    bucket.left = Math.min(size, bucket.left + ((now - bucket.at) / 1000) * perSecond);
  bucket.at = now;
};

/** Milliseconds until the bucket has enough for the `place`-th request in its queue; 0: it has. */
const readyIn = (bucket: Bucket, now: number, place = 1): number => {
  refill(bucket, now);
  const { size, perSecond } = sizes[bucket.kind];
  const held = Math.max(0, bucket.heldUntil - now);
  if (bucket.left === null) return held;
  const missing = size * margin + place - bucket.left;
  return missing <= 0 ? held : Math.max(held, Math.ceil((missing / perSecond) * 1000));
};

/** Never up: an answer that was overtaken by others may still speak of a fuller bucket. */
const learn = (bucket: Bucket, { left, holdMs }: RateLimitHeaders, now: number): void => {
  if (left === null) return;
  refill(bucket, now);
  // What else is under way may not be counted yet; the one that was answered is.
  const counted = left - (bucket.underWay - 1);
  bucket.left = Math.min(bucket.left ?? counted, counted);
  if (left <= 0) bucket.heldUntil = Math.max(bucket.heldUntil, now + holdMs);
};

/** Nothing under way, and every bucket full again: forgetting it changes nothing. */
const isIdle = (lane: Lane, now: number): boolean =>
  underWay(lane) === 0 &&
  [...lane.buckets.values()].every(({ kind, at, heldUntil, waiting }) => {
    const fullAt = at + (sizes[kind].size / sizes[kind].perSecond) * 1000;
    return waiting.length === 0 && now > Math.max(heldUntil, fullAt);
  });

/** The bucket whose first in the queue goes out next: of those that may, the oldest. */
const nextOf = (lane: Lane, now: number): Bucket | null =>
  [...lane.buckets.values()]
    .filter(({ kind, waiting }) => waiting.length > 0 && underWay(lane, kind) < atOnce)
    .filter((bucket) => readyIn(bucket, now) === 0)
    .reduce<Bucket | null>((oldest, each) => (sinceOf(each) < sinceOf(oldest) ? each : oldest), null);

const sinceOf = (bucket: Bucket | null): number =>
  bucket?.waiting[0]?.errand.since ?? Number.POSITIVE_INFINITY;

/** Starts whatever may start now, and comes back when a bucket has something again. */
const advance = (lane: Lane, clock: BudgetClock): void => {
  lane.stopTimer();
  const now = clock.now();
  for (let bucket = nextOf(lane, now); bucket !== null; bucket = nextOf(lane, now)) {
    if (bucket.left !== null) bucket.left -= 1;
    bucket.underWay += 1;
    bucket.waiting.shift()?.start();
  }
  const waits = [...lane.buckets.values()]
    .filter(({ waiting }) => waiting.length > 0)
    .map((bucket) => readyIn(bucket, now))
    .filter((wait) => wait > 0);
  if (waits.length > 0) lane.stopTimer = clock.after(Math.min(...waits), () => advance(lane, clock));
};

/** Why its turn did not come: Azure's budget, with the time until the queue is through; or only our own bound. */
const tooLate = (lane: Lane, bucket: Bucket, place: number, now: number): Error =>
  underWay(lane, bucket.kind) < atOnce || readyIn(bucket, now, place) > 0
    ? new ThrottledError(Math.max(1, Math.ceil(readyIn(bucket, now, bucket.waiting.length) / 1000)))
    : timeIsUp();

const timeIsUp = (): Error =>
  Object.assign(new Error("Azure did not answer in time."), { name: "TimeoutError" });

/** Resolves when the request may go out: after all that is older, and all of the same age that came before it. */
const turn = (lane: Lane, bucket: Bucket, errand: Errand, clock: BudgetClock): Promise<void> =>
  new Promise((resolve, reject) => {
    const giveUp = () => {
      const place = bucket.waiting.indexOf(waiting) + 1;
      reject(tooLate(lane, bucket, place, clock.now()));
      bucket.waiting.splice(place - 1, 1);
    };
    const stopWaiting = clock.after(Math.max(0, errand.deadline - clock.now()), giveUp);
    const start = () => {
      stopWaiting();
      resolve();
    };
    const waiting: Waiting = { errand, start };
    const older = bucket.waiting.findLastIndex((each) => each.errand.since <= errand.since);
    bucket.waiting.splice(older + 1, 0, waiting);
    advance(lane, clock);
  });

const bucketOf = (lane: Lane, { subscription, kind }: Errand, now: number): Bucket => {
  const key = `${subscription ?? ""}/${kind}`.toLowerCase();
  const fresh = { kind, waiting: [], left: null, at: now, heldUntil: 0, underWay: 0 };
  const bucket = lane.buckets.get(key) ?? fresh;
  lane.buckets.set(key, bucket);
  return bucket;
};

export const createArmBudget = (clock: BudgetClock): ArmBudget => {
  const lanes = new Map<string, Lane>();
  const laneOf = (person: string): Lane => {
    const found = lanes.get(person);
    if (found !== undefined) return found;
    for (const [key, lane] of lanes) if (isIdle(lane, clock.now())) lanes.delete(key);
    const lane: Lane = { buckets: new Map(), stopTimer: () => {} };
    lanes.set(person, lane);
    return lane;
  };
  return {
    async send(errand, send, read) {
      const lane = laneOf(errand.person);
      const bucket = bucketOf(lane, errand, clock.now());
      await turn(lane, bucket, errand, clock);
      try {
        const answer = await send();
        learn(bucket, read(answer), clock.now());
        return answer;
      } finally {
        bucket.underWay -= 1;
        advance(lane, clock);
      }
    },
  };
};
