// A command that changes something, with why: `run COMMAND on NAME because REASON`, in an emergency said so before it. A fix
// is asked for likewise: `fix R-… because REASON`.
import { parseKubectl } from "../../command/parse-command.ts";
import type { Intent } from "../intent.ts";
import { splitWords } from "../split-words.ts";

const emergency = /^(?:emergency|break[- ]glass|notfall|紧急)[\s:,.!：，。]+/i;
/** What nobody can see says nothing. */
const isSaid = /[[\p{L}\p{N}]--\p{Default_Ignorable_Code_Point}]/v;
/** `weilheim` and `because-1` are names; Chinese stands without spaces. */
const because = /^(?:(?:because|weil)(?:[:,：，]|$)|因为[:,：，]?)/i;

/** What is no change needs no emergency: the line without the word. Null where there is none, or one more. */
export function withoutEmergency(text: string): string | null {
  const urgent = emergency.exec(text.trim());
  const line = text.trim().slice(urgent?.[0].length ?? 0);
  return urgent === null || emergency.test(line) ? null : line;
}

const isChange = (asked: Intent): boolean =>
  asked.kind === "run" ? !parseKubectl(asked.command).ok : asked.kind === "fix" || asked.kind === "undo";

/**
 * `read`: what the line means without it. Null where nothing of that is said, or nothing is changed: then the line means
 * what it means without. A command that only reads needs no reason, and is read without the one that was given.
 */
export function changeLine(text: string, read: (line: string) => Intent | null): Intent | null {
  const said = takeReason(text);
  const asked = said && read(said.line);
  if (asked === null) return null;
  if (!isChange(asked)) return asked.kind === "run" && said?.why.breakGlass === undefined ? asked : null;
  return { ...asked, ...said?.why };
}

/** The line without its reason and the word for an emergency, and those; null where it has neither, or one more of them. */
export function takeReason(
  text: string,
): Readonly<{ line: string; why: Readonly<{ reason?: string; breakGlass?: true }> }> | null {
  const urgent = emergency.exec(text.trim());
  const line = text.trim().slice(urgent?.[0].length ?? 0);
  // Each of many would be read twice, and so would what stands behind it.
  if (emergency.test(line)) return null;
  const why = splitWords(line).words.find(({ raw }) => because.test(raw));
  if (why === undefined && urgent === null) return null;
  const [led = ""] = because.exec(why?.raw ?? "") ?? [];
  const reason = why === undefined ? "" : line.slice(why.start + led.length).trim();
  return {
    line: line.slice(0, why?.start).replace(/[\s,;，]+$/, ""),
    why: { ...(isSaid.test(reason) && { reason }), ...(urgent !== null && { breakGlass: true }) },
  };
}
