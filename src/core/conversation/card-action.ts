// What the buttons of our cards may bring: each verb with its data. A new verb needs a handler before it compiles.
import { z } from "zod";
import { locationKinds } from "../snapshot/snapshot.ts";
import { lookUp } from "../text/look-up.ts";

/** A name of an object of Kubernetes, or of its namespace. */
const objectName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/);

/** In UTF-16 units. */
const longestWord = 1_000;

const id = z.string().max(40);

/** Everything that a card may bring. A known field of another type makes the whole action invalid. */
const fields = z.object({
  run: id,
  page: z.number().int().min(1).max(10_000),
  cluster: z.string().max(500),
  pending: id,
  answer: z.enum(["yes", "no"]),
  incident: id,
  place: z.enum(locationKinds),
  /** The object of a row. */
  namespace: objectName,
  name: objectName,
  /** One of its containers; all of them where none is named. */
  container: objectName,
  /** A whole line, as if the person who presses had typed it. */
  say: z.string().max(300),
  /** Of what stood on the card of a change. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Why a change is rejected, as it was typed. */
  word: z.string().max(longestWord),
});

const nothing = fields.pick({});
const run = fields.pick({ run: true });
const row = fields.pick({ run: true, namespace: true, name: true });
const log = row.extend({ container: objectName.optional() });
const choice = fields.pick({ pending: true, cluster: true });
const beside = fields.pick({ cluster: true, run: true }).partial();
const decision = fields.pick({ run: true, hash: true }).partial({ hash: true });
/** Nobody is kept from stopping something by what they say besides: a word that does not fit is cut, or dropped. */
const rejection = decision.extend({
  word: z
    .string()
    .transform((text) => text.slice(0, longestWord))
    .optional()
    .catch(undefined),
});

type Traits = Readonly<{
  /** What is answered where the action lacks what its verb needs. */
  ifMissing: "outdated" | "notHere" | "noSuchChange" | "notYourWish";
  /** It only reads, so it is neither claimed nor held back as a second click. */
  isRead: boolean;
  /** The client sends it by itself when it shows an old card, so a wrong id is no guess. */
  byClient: boolean;
  /** What its answer may have been, where the process ended before that was given. */
  interrupted: "answer" | "decision" | "unmaskedOutput";
}>;

const usual: Traits = { ifMissing: "outdated", isRead: false, byClient: false, interrupted: "answer" };
const ofChange = { ifMissing: "noSuchChange", interrupted: "decision" } as const;

const action = <Data extends z.ZodObject>(data: Data, traits: Partial<Traits> = {}) => ({
  data,
  /** The same, with every other field that a card may bring. */
  brought: fields.extend(data.shape).partial(),
  ...usual,
  ...traits,
});

const cardActions = {
  diagnose: action(beside),
  access: action(beside),
  "look.pods": action(beside),
  "look.events": action(beside),
  clusters: action(nothing),
  help: action(nothing),
  status: action(nothing),
  "sign-in": action(nothing),
  "run.show": action(run, { ifMissing: "notHere", isRead: true, byClient: true }),
  "run.page": action(fields.pick({ run: true, page: true }).partial({ page: true }), {
    ifMissing: "notHere",
    isRead: true,
  }),
  "run.told": action(run, { ifMissing: "notHere", isRead: true }),
  "run.file": action(run.partial()),
  "run.unmasked": action(run, { ifMissing: "notHere", interrupted: "unmaskedOutput" }),
  "run.again": action(run),
  "row.describe": action(row),
  "row.events": action(row),
  "row.logs": action(row),
  "row.previous": action(log),
  "incident.show": action(fields.pick({ incident: true }), { isRead: true, byClient: true }),
  "incident.diagnose": action(fields.pick({ incident: true })),
  "incident.take": action(fields.pick({ incident: true })),
  "incident.resolve": action(fields.pick({ incident: true })),
  "incident.reopen": action(fields.pick({ incident: true })),
  "incident.timeline": action(fields.pick({ incident: true })),
  "incident.report": action(fields.pick({ incident: true })),
  "watch.volunteer": action(fields.pick({ cluster: true })),
  "watch.release": action(fields.pick({ cluster: true })),
  pick: action(choice),
  "pick.word": action(choice),
  "pick.typed": action(choice),
  say: action(fields.pick({ say: true })),
  feedback: action(fields.pick({ run: true, answer: true })),
  place: action(fields.pick({ run: true, place: true })),
  "place.forget": action(run),
  forget: action(fields.pick({ pending: true }), { ifMissing: "notYourWish" }),
  "fix.ask": action(run),
  "fix.request": action(run),
  "fix.undo": action(run),
  "change.request": action(run),
  "change.review": action(run, ofChange),
  "change.view": action(run, { ...ofChange, isRead: true, byClient: true }),
  "change.approve": action(decision, ofChange),
  "change.reject": action(rejection, ofChange),
  "change.withdraw": action(run, ofChange),
};

export type CardVerb = keyof typeof cardActions;

/** As JSON has it: a field is there or not, and no field is unknown. */
type Given<T> = { readonly [K in keyof T as string extends K ? never : K]: Exclude<T[K], undefined> };

export type CardActionOf<Verb extends CardVerb> = Readonly<{ verb: Verb }> &
  Given<z.infer<(typeof cardActions)[Verb]["data"]>>;

export type CardAction = { [Verb in CardVerb]: CardActionOf<Verb> }[CardVerb];

/** An action that cannot be done: its verb is none of ours, or it lacks what the verb needs. `hasId`: it names something. */
type IncompleteAction = Readonly<{ verb: string; missing: Traits["ifMissing"]; hasId: boolean }>;

/** What stands in the data of a button. */
export type ReadAction = CardAction | IncompleteAction;

export const isComplete = (read: ReadAction): read is CardAction => !("missing" in read);

/** The ids of what an action looks up, so that they could be tried out. */
export const namesId = (read: ReadAction): boolean =>
  "missing" in read ? read.hasId : "run" in read || "incident" in read || "pending" in read;

/** What is known of a verb, also of one that is none of ours. */
export const traitsOf = (verb: string): Traits => lookUp<Traits>(cardActions, verb) ?? usual;

const envelope = z.object({ v: z.literal(1), verb: z.string().max(40) });

/** Null where `value` is no action of a card of ours. It is untrusted: anything but known fields is ignored. */
export function readCardAction(value: unknown): ReadAction | null {
  const verb = envelope.safeParse(value).data?.verb;
  if (verb === undefined) return null;
  const known = lookUp<ReturnType<typeof action>>(cardActions, verb);
  const brought = (known?.brought ?? fields.partial()).safeParse(value);
  if (!brought.success) return null;
  const data = known?.data.safeParse(value);
  if (data?.success) return { verb, ...data.data } as CardAction;
  return { verb, missing: traitsOf(verb).ifMissing, hasId: namesId({ verb, ...brought.data } as CardAction) };
}
