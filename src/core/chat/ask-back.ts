// A change that was asked for in words, spelled out: the line that asks for it, with its cluster, to be pressed.
import type { Intent } from "./intent.ts";

export type AskBack = Extract<Intent, { kind: "askBack" }>;

export const lineOf = ({ command, reason, breakGlass }: AskBack, cluster: string): string =>
  `${breakGlass ? "emergency: " : ""}${command} on ${cluster}${reason === undefined ? "" : ` because ${reason}`}`;
