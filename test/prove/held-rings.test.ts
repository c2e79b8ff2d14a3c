// Whatever mutes, ends, fires and is done, in any order: a post that calls people is never lost, and comes once. Held against a
// model that knows of each mute only from when until when it mutes, and of an incident only what people have heard.
import fc from "fast-check";
import type { Store } from "../../src/app/ports/store.ts";
import type { AlertSeverity } from "../../src/core/alert/alert.ts";
import { incidentKey } from "../../src/core/delivery/message.ts";
import type { IncidentAct } from "../../src/core/incident/incident.ts";
import { backends, openedFor } from "../store/backends.ts";
import { actOn, auditEntry, candidate, clock, minutesPass, place, unique } from "../store/samples.ts";
import { draws } from "./sample.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const minute = 60_000;

type Command =
  | Readonly<{ do: "fire"; severity: number }>
  /** Of those that are open, counted from the first. */
  | Readonly<{ do: "end"; which: number }>
  | Readonly<{ do: "see"; state: string | null }>
  | Readonly<{ do: "mute" | "quiet"; minutes: number }>
  | Readonly<{ do: "act"; act: "take" | "resolve" | "reopen" }>
  | Readonly<{ do: "grade"; severity: number }>
  | Readonly<{ do: "pass"; minutes: number }>;

// Mild ones more often, so that there is something worse.
const severity = fc.constantFrom(0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4);
const drawn = <Do extends Command["do"]>(
  weight: number,
  fields: Readonly<{
    [Field in keyof Extract<Command, { do: Do }>]: fc.Arbitrary<Extract<Command, { do: Do }>[Field]>;
  }>,
) => ({ weight, arbitrary: fc.record<Record<string, unknown>>(fields) as unknown as fc.Arbitrary<Command> });
const command = fc.oneof(
  drawn<"fire">(8, { do: fc.constant("fire"), severity }),
  drawn<"end">(2, { do: fc.constant("end"), which: fc.nat(3) }),
  drawn<"see">(4, { do: fc.constant("see"), state: fc.constantFrom("Upgrading", "Scaling", null) }),
  drawn<"mute">(2, { do: fc.constant("mute"), minutes: fc.constantFrom(0, 5, 30) }),
  drawn<"quiet">(3, { do: fc.constant("quiet"), minutes: fc.constantFrom(0, 5, 30, 90) }),
  drawn<"act">(2, { do: fc.constant("act"), act: fc.constantFrom("take", "resolve", "resolve", "reopen") }),
  drawn<"grade">(1, { do: fc.constant("grade"), severity }),
  // No sum of these is a time at which something ends.
  drawn<"pass">(4, { do: fc.constant("pass"), minutes: fc.constantFrom(3.3, 3.3, 11.7, 35.1, 61.9, 200.3) }),
);

/** What people hear of one cluster in one channel: the card, or a post beside it. */
type Heard = "card" | "ring";

/** Times are in milliseconds. Severities are numbers: 0 is the worst. */
function model() {
  let mute = 0;
  let quiet = { from: 0, until: 0 };
  let operation: Readonly<{ state: string; since: number; isOver: boolean }> | null = null;
  let state: "none" | "open" | "resolved" = "none";
  let endedAt = 0;
  let isTaken = false;
  /** How often it was opened. */
  let opening = 0;
  let fired: number[] = [];
  /** All that ever did. */
  let heard: number[] = [];
  let graded: number | null = null;
  let isPosted = false;
  /**
   * What people do not know and would have heard; `known`: the worst that they know of. `flap`: they heard that it is over, and
   * hear that it is not if it stays open so long, and nobody is on it.
   */
  let owed: Readonly<{
    why: "worse" | "reopened";
    known: number;
    flap?: Readonly<{ opening: number; until: number }>;
  }> | null = null;

  const worst = () => Math.min(9, ...fired);
  const grade = () => graded ?? worst();
  const isMuted = (of: number, now: number): boolean => {
    const mutes = operation !== null && now < operation.since + 60 * minute;
    return (of > 0 && now < mute) || (of > 1 && (mutes || (now >= quiet.from && now < quiet.until)));
  };
  const fire = (of: number, now: number): readonly Heard[] => {
    if (state === "none" || (state === "resolved" && now - endedAt > 180 * minute)) {
      [state, isTaken, fired, heard, graded, isPosted, owed] = ["open", false, [of], [of], null, false, null];
      return [];
    }
    const [isReopened, isFlap, known] = [state === "resolved", now - endedAt < 10 * minute, grade()];
    const isNews = of < (isReopened ? (graded ?? Math.min(...heard)) : known);
    const isWorse = isNews && (!isReopened || isFlap);
    const why = isWorse ? "worse" : isReopened ? "reopened" : null;
    if (graded !== null && of < graded) graded = null;
    if (isReopened) [opening, isTaken] = [opening + 1, false];
    [state, fired, heard] = ["open", [...fired, of], [...heard, of]];
    // The card calls people by itself.
    if (!isPosted) return isMuted(Math.min(of, grade()), now) ? [] : post();
    if (why === null) return [];
    if (why === "reopened" && isFlap) {
      if (owed === null || owed.flap) owed = { why, known, flap: { opening, until: now + 10 * minute } };
      return [];
    }
    if (isMuted(of, now)) {
      owed = why === "worse" && owed !== null ? { why: owed.why, known: owed.known } : { why, known };
      return [];
    }
    owed = null;
    return ["ring"];
  };
  const post = (): readonly Heard[] => {
    isPosted = true;
    return ["card"];
  };
  const ends = (now: number): void => {
    [state, endedAt] = ["resolved", now];
  };
  /** What the product does by itself, every few seconds. */
  const look = (now: number): readonly Heard[] => {
    if (operation !== null && now >= operation.since + 60 * minute)
      operation = { ...operation, isOver: true };
    if (state !== "open" || isMuted(grade(), now)) return [];
    if (!isPosted) return post();
    const debt = owed;
    if (debt?.flap && now < debt.flap.until) return [];
    owed = null;
    if (debt?.flap && (isTaken || debt.flap.opening !== opening)) return [];
    const isNews = debt?.why === "reopened" ? fired.length > 0 : debt !== null && worst() < debt.known;
    return isNews ? ["ring"] : [];
  };
  const obey = (what: Command, now: number): readonly Heard[] => {
    switch (what.do) {
      case "fire":
        return fire(what.severity, now);
      case "end":
        // An incident that a person re-opened has no alert whose end could resolve it.
        if (fired.length === 0) break;
        fired.splice(what.which % fired.length, 1);
        if (fired.length === 0 && state === "open") ends(now);
        break;
      case "see":
        if (what.state === null) operation = null;
        else if (operation === null || (operation.isOver && operation.state !== what.state))
          operation = { state: what.state, since: now, isOver: false };
        else operation = { ...operation, state: what.state };
        break;
      case "mute":
        mute = now + what.minutes * minute;
        break;
      case "quiet":
        quiet = { from: floor(now), until: floor(now + what.minutes * minute) };
        break;
      case "act":
        if (what.act === "take" && state === "open") isTaken = true;
        if (what.act === "resolve" && state === "open") ends(now);
        if (what.act === "reopen" && state === "resolved")
          [state, isTaken, opening] = ["open", false, opening + 1];
        break;
      case "grade":
        if (state !== "none") graded = what.severity;
    }
    return [];
  };
  return { obey, look };
}

/** Hours begin and end with a minute. */
const floor = (time: number): number => Math.floor(time / minute) * minute;
const clockAt = (time: number): string => new Date(time).toISOString().slice(11, 16);

describe.each(backends.filter(([name]) => name === "PGlite"))("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  /** The same, asked of the store. */
  function night() {
    const where = place();
    const isHere = ({ conversation }: Pick<typeof where, "conversation">) =>
      conversation.key === where.conversation.key;
    let keys: string[] = [];
    let id = "";
    let isPosted = false;
    const deliver = async (key: string, of: AlertSeverity | null, now: string) => {
      const one = candidate({
        ...where,
        alert: { ...candidate().alert, severity: of ?? "Sev4", firedAt: now },
      });
      const facts = { key, id: key, origin: null, resolvedAt: null, targets: [], setOn: [], names: [] };
      const condition = of === null ? ("resolved" as const) : ("fired" as const);
      const sender = { by: "token", appId: "sender", tenantId: "tenant" } as const;
      await store.takeAlerts([{ alert: { ...one.alert, ...facts, condition }, sender, receivedAt: now }]);
      await store.joinAlerts((_, watches) => {
        const muting = watches.find(isHere) ?? {};
        return { candidates: of === null ? [] : [{ ...one, muting }], audit: [] };
      });
      if (of === null || (await store.incident(one.id)) === null) return;
      [id, keys, isPosted] = [one.id, [key], false];
    };
    /** It is known by when it was posted. */
    const ring = async (at: string): Promise<readonly Heard[]> =>
      isPosted && (await store.adoptMessage(`ring|${id}|${at}`, unique("ring"))) === "adopted"
        ? ["ring"]
        : [];
    /** It is posted as soon as nothing holds it back. */
    const card = async (at: string): Promise<readonly Heard[]> => {
      const incident = isPosted ? null : await store.incident(id);
      if (incident === null || incident.status.state === "resolved") return [];
      if (incident.muted !== undefined && incident.muted.until > at) return [];
      await store.adoptMessage(incidentKey(id), unique("card"));
      isPosted = true;
      return ["card"];
    };
    const act = (what: IncidentAct) => (id === "" ? null : actOn(store, id, what, alex));
    const quiet = (from: number, until: number) => ({
      by: alex,
      windows: [{ from: clockAt(from), to: clockAt(until), timeZone: "Etc/UTC" }],
    });
    const watch = (now: number, minutes: number) => {
      const [from, until] = [floor(now), floor(now + minutes * minute)];
      const hours = { severity: null, quiet: until > from ? quiet(from, until) : null };
      return store.addWatch(
        { ...where, by: alex, since: new Date(now).toISOString(), ...hours },
        auditEntry(),
      );
    };
    const does = async (what: Command, time: number, now: string): Promise<unknown> => {
      switch (what.do) {
        case "fire":
          keys = [...keys, unique("alert")];
          return deliver(keys.at(-1) ?? "", `Sev${what.severity}` as AlertSeverity, now);
        case "end": {
          const [key] = keys.length === 0 ? [] : keys.splice(what.which % keys.length, 1);
          return key === undefined ? null : deliver(key, null, now);
        }
        case "see":
          return store.seeOperation(
            where,
            what.state === null ? null : { by: alex, state: what.state },
            now,
            () => auditEntry(),
          );
        case "mute": {
          const until = new Date(time + what.minutes * minute).toISOString();
          const mute =
            what.minutes === 0 ? null : ({ of: "person", by: alex, until, because: null } as const);
          return store.setMute(where, mute, now, auditEntry());
        }
        case "quiet":
          return watch(time, what.minutes);
        case "act":
          return act(what.act === "resolve" ? { act: "resolve", because: null } : { act: what.act });
        case "grade":
          return act({ act: "setSeverity", severity: `Sev${what.severity}` as AlertSeverity });
        case "pass":
          return minutesPass(what.minutes);
      }
    };
    const obey = async (what: Command, time: number): Promise<readonly Heard[]> => {
      const now = new Date(time).toISOString();
      await does(what, time, now);
      return what.do === "fire" ? [...(await ring(now)), ...(await card(now))] : [];
    };
    const look = async (time: number): Promise<readonly Heard[]> => {
      const now = new Date(time).toISOString();
      await store.endOperations(now, () => auditEntry());
      await store.ringOwed(now);
      return [...(await ring(now)), ...(await card(now))];
    };
    return { obey, look, begin: () => watch(clock.now().getTime(), 0) };
  }

  const allEnds: readonly Command[] = [
    { do: "see", state: null },
    { do: "mute", minutes: 0 },
    { do: "quiet", minutes: 0 },
  ];
  const time = () => clock.now().getTime();

  test("what is to call people does so once, as soon as nothing mutes it", async () => {
    const sequence = fc.array(command, { minLength: 30, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(sequence, async (commands) => {
        const [wanted, found] = [model(), night()];
        await found.begin();
        for (const [step, what] of [...commands, ...allEnds].entries()) {
          const at = time();
          const expected = what.do === "pass" ? [] : wanted.obey(what, at);
          const heard = await found.obey(what, at);
          const later = time();
          expect({ step, heard: [...heard, ...(await found.look(later))] }).toEqual({
            ...{ step, heard: [...expected, ...wanted.look(later)] },
          });
        }
      }),
      { numRuns: draws(10, 500), ...(process.env.SEED && { seed: Number(process.env.SEED) }) },
    );
  });
});
