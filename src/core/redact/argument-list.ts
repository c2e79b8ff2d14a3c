// Which of a container's arguments are secrets: a flag's value by the flag's name, the rest by what it looks like.
import { encodedSpans } from "./decode.ts";
import { isHarmless, isReference, type OwnWords } from "./harmless.ts";
import { isTellingVariable, wordsOf } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import type { Scalar, Span } from "./span.ts";

const shells = /(?:^|\/)(?:sh|bash|ash|dash|zsh|pwsh|powershell|cmd)(?:\.exe)?$/i;

/** Their `-p` has its value in the same word. */
const clients = /(?:^|\/)(?:mysql\w*|mariadb[\w-]*|sshpass)$/i;

/** One argument after another, since a flag says what the next one is. */
export function argumentSpans(args: readonly Scalar[], own: OwnWords): readonly Span[] {
  const found: Span[] = [];
  let flag = "";
  let shell = false;
  let client = false;
  for (const [at, argument] of args.entries()) {
    const text = argument.value.trim();
    if (client && /^-p[^\s$]/.test(text)) found.push(spanOf(argument));
    client ||= clients.test(text);
    // The program, or what it is to do.
    if (at === 0 && /^[a-z]{2,16}(?:[-_][a-z]{2,16})?$/.test(text)) {
      shell = shells.test(text);
      continue;
    }
    const isScript = (shell && /^-[a-z]*c$/.test(flag)) || /\s/.test(text);
    if (isScript && !isTellingVariable(flag) && !isTellingVariable(assigned(text)?.name ?? ""))
      found.push(...scriptSpans(argument, own));
    else found.push(...judged(argument, flag, own));
    shell ||= shells.test(text);
    flag = /^-{1,2}[A-Za-z][\w.-]*$/.test(text) ? text : "";
  }
  return found;
}

function judged(argument: Scalar, flag: string, own: OwnWords): readonly Span[] {
  const { name, value } = assigned(argument.value) ?? { name: flag, value: null };
  if (value !== null) {
    const part = { value, start: argument.end - value.length, end: argument.end };
    const secret =
      isLogin(name, value) || isTellingVariable(name)
        ? !isNoSecret(name, value)
        : !isHarmless(value, name, own);
    return secret ? [spanOf(exact(argument) ? part : argument)] : [];
  }
  if (isLogin(flag, argument.value)) return [spanOf(argument)];
  if (isTellingVariable(flag)) return isNoSecret(flag, argument.value) ? [] : [spanOf(argument)];
  return isHarmless(argument.value, flag, own) ? [] : [spanOf(argument)];
}

/** `--name=value`, `NAME=value` */
function assigned(text: string): Readonly<{ name: string; value: string }> | null {
  const [, name = "", value] = /^(-{0,2}[A-Za-z][\w./-]*)=([\s\S]*)$/.exec(text) ?? [];
  return value === undefined ? null : { name, value };
}

/** `curl -u user:password`; `1000:1000` and `nginx:nginx` are a user and a group. */
const isLogin = (flag: string, value: string): boolean =>
  /^(?:-u|--(?:[\w.-]{0,40}user(?:name)?|creds))$/.test(flag) &&
  /^(?!(.{1,128}):\1$)[^\s:]{1,128}:(?!\/\/|\d{1,9}$)\S/.test(value);

/** The value is in the text as it is, so that a part of it can be found there. */
const exact = ({ value, start, end }: Scalar): boolean => end - start === value.length;

const spanOf = ({ start, end }: Scalar): Span => ({ start, end, kind: "argument" });

/** Of a script the words that are not plain: what failed in it can be read. In quotes they are one word. Other text as a whole. */
function scriptSpans(argument: Scalar, own: OwnWords): readonly Span[] {
  const { value, start, decoded } = argument;
  const found = [...value.slice(0, longestScript + 1).matchAll(shellWord)].filter(
    ({ 0: word }) => !isReference(word) && !piecesOf(word).every((piece) => isPlainPiece(piece, own)),
  );
  if (found.length === 0 && value.length <= longestScript) return [];
  const isScript = /[\n;|&]|\$\(/.test(value);
  const isReadable = exact(argument) || decoded !== undefined;
  if (!isScript || !isReadable || value.length > longestScript) return [spanOf(argument)];
  const from = decoded === undefined ? start : 0;
  const spans = found.map(
    ({ 0: word, index }): Span => ({
      start: from + index,
      end: from + index + word.length,
      kind: "argument",
    }),
  );
  return decoded === undefined ? spans : encodedSpans(spans, decoded);
}

const shellWord = /(?:[^\s"']|"[^"\n]{0,1000}"|'[^'\n]{0,1000}'|["'])+/g;

const piecesOf = (word: string): readonly string[] =>
  word.split(/[\s;|&()<>`"'{}[\],]+/).filter((piece) => piece !== "");

const longestScript = 4_000;

const isPlainPiece = (piece: string, own: OwnWords): boolean =>
  /^[a-z]{1,14}$/.test(piece) || /^[\W_]{1,4}$/.test(piece) || /^\d{0,2}\$[\w#@?!*$-]{1,30}$/.test(piece)
    ? true
    : isHarmless(piece.replaceAll("*", "all"), "", own) ||
      (/^[A-Za-z-]+$/.test(piece) &&
        wordsOf(piece).length <= 2 &&
        piece.length <= 24 &&
        !/[a-z][A-Z]/.test(piece));
