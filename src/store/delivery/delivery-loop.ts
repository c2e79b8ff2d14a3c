// The loop that shows what stands in the outbox: takes what is due, lets it be shown, writes down what became of it.
import { setTimeout as sleep } from "node:timers/promises";
import type { Delivered } from "../../app/ports/outbox.ts";
import type { Delivery } from "../../core/delivery/message.ts";
import type { StoreLog } from "../kit/connection.ts";
import { createWake } from "../kit/timers.ts";
import type { BotPace } from "./bot-pace.ts";
import type { Outbox } from "./outbox.ts";

const atOnceHere = 64;
/** What waits for its time, for its place's pace, or was written by another process. */
const lookMilliseconds = 250;
/** Between looks for what was taken and is in nobody's inFlight. */
const giveBackMilliseconds = 5_000;
const againMilliseconds = 1_000;
const stopMilliseconds = 3_000;

type Taken = Pick<Outbox, "takeMessages" | "settleMessage" | "giveBackMessages">;

type DeliveryLoop = Readonly<{ wake(): void; stop(): Promise<void> }>;

/** `deliver` never throws. Works until it is stopped; what is under way then is settled, or given back by another. */
export function deliverMessages(
  outbox: Taken,
  deliver: (delivery: Delivery) => Promise<Delivered>,
  pace: BotPace,
  log: StoreLog,
): DeliveryLoop {
  const wake = createWake();
  let stopping = false;
  let gaveBackAt = 0;
  const settle = settling(outbox, () => stopping, log);
  const inFlight = trackInFlight(deliver, settle, wake.up);

  const take = async (): Promise<readonly Delivery[]> => {
    if (performance.now() - gaveBackAt > giveBackMilliseconds) {
      await outbox.giveBackMessages(inFlight.keys());
      gaveBackAt = performance.now();
    }
    const free = Math.min(atOnceHere - inFlight.size(), pace.room());
    return free > 0 ? outbox.takeMessages(free) : [];
  };
  const look = async (): Promise<void> => {
    let failing = false;
    while (!stopping) {
      try {
        const taken = await take();
        failing = false;
        for (const delivery of taken) {
          pace.take();
          inFlight.begin(delivery);
        }
        if (taken.length === 0) await wake.orAfter(lookMilliseconds);
      } catch (error) {
        if (!failing) log.warn("messages could not be looked for", { error: String(error) });
        failing = true;
        await sleep(againMilliseconds, null, { ref: false });
      }
    }
  };
  const looking = look();
  return {
    wake: wake.up,
    stop: async () => {
      stopping = true;
      wake.up();
      // What a take that is under way still brings is begun, and waited for as well.
      await Promise.race([looking.then(inFlight.emptied), sleep(stopMilliseconds, null, { ref: false })]);
    },
  };
}

type InFlight = Readonly<{
  size(): number;
  keys(): readonly string[];
  begin(delivery: Delivery): void;
  /** Resolves once nothing is under way. */
  emptied(): Promise<void>;
}>;

type Settle = (delivery: Delivery, delivered: Delivered, isInFlight: () => boolean) => Promise<void>;

/** What was taken and has not become anything yet. `done` is called whenever one of them has. */
function trackInFlight(
  deliver: (delivery: Delivery) => Promise<Delivered>,
  settle: Settle,
  done: () => void,
): InFlight {
  const running = new Set<Promise<void>>();
  const taken = new Map<string, Delivery>();
  return {
    size: () => running.size,
    keys: () => [...taken.keys()],
    begin: (delivery) => {
      const isInFlight = () => taken.get(delivery.key) === delivery;
      taken.set(delivery.key, delivery);
      const work = deliver(delivery)
        .then((delivered) => settle(delivery, delivered, isInFlight))
        .finally(() => {
          running.delete(work);
          if (isInFlight()) taken.delete(delivery.key);
          done();
        });
      running.add(work);
    },
    emptied: async () => {
      while (running.size > 0) await Promise.allSettled(running);
    },
  };
}

/** The outcome is known here alone: it is kept until the database has it. */
const settling =
  (outbox: Taken, isStopping: () => boolean, log: StoreLog): Settle =>
  async (delivery, delivered, isInFlight) => {
    // Taken again meanwhile: so it was written down, and only that answer was lost.
    for (let failing = false; isInFlight(); failing = true) {
      try {
        return await outbox.settleMessage(delivery, delivered);
      } catch (error) {
        if (!failing) log.warn("what became of a message is not written down yet", { error: String(error) });
        if (isStopping()) return;
        await sleep(againMilliseconds, null, { ref: false });
      }
    }
  };
