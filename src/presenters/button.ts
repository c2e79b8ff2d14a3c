// Buttons as data. A press carries a verb and opaque ids; the server looks everything up again.
import type { FeedbackAnswer } from "../core/run/feedback.ts";
import type { Standing } from "../core/snapshot/standing.ts";
import type { Look } from "../core/table/looks.ts";
import type { Messages } from "./messages/messages.ts";

/** Verbs that a press may carry, each with the ids that it needs. */
export type Press =
  /** `run`: as that one was asked, from its place and with its error text. */
  | Readonly<{ verb: "diagnose" | "access"; cluster: string; run?: string }>
  | Readonly<{ verb: "look.pods" | "look.events"; cluster: string; run: string }>
  | Readonly<{ verb: "clusters" | "help" | "status" | "sign-in" }>
  | Readonly<{ verb: "run.page"; run: string; page: number }>
  | Readonly<{ verb: "run.again" | "run.told" | "run.unmasked" | "run.file"; run: string }>
  | Readonly<{ verb: "fix.ask" | "fix.request" | "fix.undo"; run: string }>
  | Readonly<{ verb: `row.${Look}`; run: string; namespace: string; name: string }>
  | Readonly<{ verb: "pick" | "pick.word" | "pick.typed"; pending: string; cluster: string }>
  | Readonly<{ verb: "feedback"; run: string; answer: FeedbackAnswer }>
  | Readonly<{ verb: "place"; run: string; place: Standing }>
  | Readonly<{ verb: "place.forget"; run: string }>
  | Readonly<{ verb: "forget"; pending: string }>
  | Readonly<{ verb: "incident.diagnose"; incident: string }>
  | Readonly<{ verb: "change.review" | "change.withdraw"; run: string }>
  /** `hash`: of what the card shows, so that nothing else is approved by it. */
  | Readonly<{ verb: "change.approve"; run: string; hash: string }>
  /** The line is put as if the presser had typed it. */
  | Readonly<{ verb: "say"; say: string }>;

/** A form's press gets `cluster` from the picker of the card, `change.reject` the `word` that was written. */
type FormPress = Readonly<
  | { verb: "diagnose" | "access" }
  | { verb: "pick"; pending: string }
  | { verb: "change.reject"; run: string; hash: string }
>;

export type Button = Readonly<{
  title: string;
  mode: "primary" | "secondary";
  verb: string;
  inputs: "none" | "auto";
  data: Readonly<Record<string, string | number>>;
}>;

/** Two fit beside each other on a phone; the rest goes to the overflow menu. */
const VISIBLE = 2;

export const press = (title: string, { verb, ...ids }: Press): Button => ({
  title,
  mode: "primary",
  verb,
  inputs: "none",
  data: { v: 1, verb, ...ids },
});

export const submit = (title: string, { verb, ...ids }: FormPress): Button => ({
  title,
  mode: "primary",
  verb,
  inputs: "auto",
  data: { v: 1, verb, ...ids },
});

/** In order of use. `taken` counts visible buttons that the template brings itself. */
export const arrange = (buttons: readonly Button[], taken = 0): readonly Button[] =>
  buttons.map((button, index) => ({ ...button, mode: index + taken < VISIBLE ? "primary" : "secondary" }));

/** Behind the overflow menu, whatever else there is: nothing to press by mistake. */
export const showUnmasked = (messages: Messages, run: string): Button => ({
  ...press(messages.unmasked.button, { verb: "run.unmasked", run }),
  mode: "secondary",
});

type About = Readonly<{ id: string; cluster: Readonly<{ id: string }> }>;

/** From where it was asked before. */
export const askAgain = (title: string, verb: "diagnose" | "access", { id, cluster }: About): Button =>
  press(title, { verb, cluster: cluster.id, run: id });

export const signIn = (messages: Messages): Button => press(messages.buttons.signIn, { verb: "sign-in" });

export const help = (messages: Messages): Button => press(messages.buttons.help, { verb: "help" });
