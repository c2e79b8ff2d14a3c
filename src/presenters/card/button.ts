// Buttons as data. A press carries a verb and opaque ids; the server looks everything up again.
import type { CardAction, CardActionOf } from "../../core/conversation/card-action.ts";
import type { Messages } from "../messages/messages.ts";

/** A form's press gets what its card has an input for: the `cluster` of a picker, the `word` of a rejection. */
type FormAction = Exclude<CardAction, { verb: "pick" }> | Omit<CardActionOf<"pick">, "cluster">;

export type Button = Readonly<{
  title: string;
  mode: "primary" | "secondary";
  /** Where two stand beside each other that must not be taken for each other. */
  style: "default" | "positive" | "destructive";
  verb: string;
  inputs: "none" | "auto";
  data: Readonly<Record<string, string | number>>;
}>;

/** Two fit beside each other on a phone; the rest goes to the overflow menu. */
const VISIBLE = 2;

export const actionButton = (title: string, { verb, ...ids }: CardAction): Button => ({
  title,
  mode: "primary",
  style: "default",
  verb,
  inputs: "none",
  data: { v: 1, verb, ...ids },
});

export const positive = (button: Button): Button => ({ ...button, style: "positive" });
export const destructive = (button: Button): Button => ({ ...button, style: "destructive" });

export const formButton = (title: string, { verb, ...ids }: FormAction): Button => ({
  title,
  mode: "primary",
  style: "default",
  verb,
  inputs: "auto",
  data: { v: 1, verb, ...ids },
});

/** In order of use; one for the menu stays there. `taken` counts visible buttons that the template brings itself. */
export const arrange = (buttons: readonly Button[], taken = 0): readonly Button[] =>
  buttons.map((button, index) => ({
    ...button,
    mode: index + taken < VISIBLE ? button.mode : "secondary",
  }));

/** Behind the overflow menu, whatever else there is: nothing to press by mistake. */
export const showUnmaskedButton = (messages: Messages, run: string): Button => ({
  ...actionButton(messages.unmasked.button, { verb: "run.unmasked", run }),
  mode: "secondary",
});

type About = Readonly<{ id: string; cluster: Readonly<{ id: string }> }>;

/** From where it was asked before. */
export const askAgain = (title: string, verb: "diagnose" | "access", { id, cluster }: About): Button =>
  actionButton(title, { verb, cluster: cluster.id, run: id });

export const signIn = (messages: Messages): Button =>
  actionButton(messages.buttons.signIn, { verb: "sign-in" });

export const helpButton = (messages: Messages): Button =>
  actionButton(messages.buttons.help, { verb: "help" });

// Examples are about a cluster that their reader knows; the catalogue writes NAME for it.

export const example = (text: string, { exampleCluster }: Pick<Messages, "exampleCluster">): string =>
  text.replaceAll("NAME", exampleCluster);
