// The lines of `doctor`, for itself and for the end of `install`.
import type { DoctorLine } from "../../core/doctor/line.ts";
import { doctorSays, type SaidLine, sayLine } from "../../presenters/messages/operator/doctor.ts";
import type { OutputLine, OutputStyle } from "./io.ts";

const styles: Readonly<Record<DoctorLine["state"], OutputStyle>> = {
  right: "green",
  wrong: "red",
  unknown: "cyan",
};

export const doctorText = (lines: readonly DoctorLine[]): readonly OutputLine[] =>
  lines.map(sayLine).flatMap(linesOf);

/** What is right takes one line; the rest says what to do. */
function linesOf({ state, what, found, expected, who, command }: SaidLine): readonly OutputLine[] {
  const { signs, mends, ...words } = doctorSays;
  const head: OutputLine = [[styles[state], signs[state]], ` ${what}`, ["dim", `: ${found}`]];
  if (state === "right") return [head];
  return [
    head,
    ...(expected === "" ? [] : [[`    ${words.expected}: ${expected}`]]),
    [`    ${mends[state]}: ${who}`],
    ...(command === "" ? [] : [[`    ${words.command}:`], { command, indent: 6 }]),
  ];
}
