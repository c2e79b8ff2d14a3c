// What is printed, before anybody knows whether the terminal has colours.
import type { Style } from "./io.ts";

/** A text, or a text with a style. */
export type Span = string | readonly [Style, string];
export type Line = readonly Span[];
