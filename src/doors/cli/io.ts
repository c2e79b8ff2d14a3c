// Everything that a verb may touch of the terminal that it runs in.
import type { Variables } from "../../config/config.ts";
import type { Messages } from "../../presenters/messages/messages.ts";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";

export type Io = Readonly<{
  /** Writes one line, or several, to standard output. */
  out(text: string): void;
  err(text: string): void;
  /** Standard input, line by line. */
  lines(): AsyncIterable<string>;
  /** Leaves the text as it is where colours are not wanted. */
  paint(style: Style, text: string): string;
  variables: Variables;
  /** In the language of the shell: of what `diagnose` and `access` find. All else on the command line is English. */
  texts: Messages;
}>;
