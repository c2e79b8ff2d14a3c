// Which of a container's arguments are secrets: a flag's value by the flag's name, the rest by what it looks like.
import { isHarmless, type OwnWords } from "./harmless.ts";
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
    const span =
      isScript && !isTellingVariable(flag) ? scriptSpan(argument, own) : judged(argument, flag, own);
    if (span !== null) found.push(span);
    shell ||= shells.test(text);
    flag = /^-{1,2}[A-Za-z][\w.-]*$/.test(text) ? text : "";
  }
  return found;
}

function judged(argument: Scalar, flag: string, own: OwnWords): Span | null {
  const [, name = "", value] = /^(-{0,2}[A-Za-z][\w./-]*)=([\s\S]*)$/.exec(argument.value) ?? [];
  if (value !== undefined) {
    const part = { value, start: argument.end - value.length, end: argument.end };
    const secret = isTellingVariable(name) ? !isNoSecret(name, value) : !isHarmless(value, name, own);
    return secret ? spanOf(exact(argument) ? part : argument) : null;
  }
  if (isLogin(flag, argument.value)) return spanOf(argument);
  if (isTellingVariable(flag)) return isNoSecret(flag, argument.value) ? null : spanOf(argument);
  return isHarmless(argument.value, flag, own) ? null : spanOf(argument);
}

/** `curl -u user:password`; `1000:1000` and `nginx:nginx` are a user and a group. */
const isLogin = (flag: string, value: string): boolean =>
  /^(?:-u|--user|--proxy-user|--creds)$/.test(flag) &&
  /^(?!(.{1,128}):\1$)[^\s:]{1,128}:(?!\/\/|\d{1,9}$)\S/.test(value);

/** The value is in the text as it is, so that a part of it can be found there. */
const exact = ({ value, start, end }: Scalar): boolean => end - start === value.length;

const spanOf = ({ start, end }: Scalar): Span => ({ start, end, kind: "argument" });

/** Words of a shell that carry no data, and plain words: a script is masked whole where something else is in it. */
function scriptSpan(argument: Scalar, own: OwnWords): Span | null {
  if (argument.value.length > longestScript) return spanOf(argument);
  const pieces = argument.value.split(/[\s;|&()<>`"'{}[\],]+/).filter((piece) => piece !== "");
  return pieces.every((piece) => isPlainPiece(piece, own)) ? null : spanOf(argument);
}

const longestScript = 4_000;

const isPlainPiece = (piece: string, own: OwnWords): boolean =>
  /^[a-z]{1,14}$/.test(piece) || /^[\W_]{1,4}$/.test(piece) || /^\d{0,2}\$[\w#@?!*$-]{1,30}$/.test(piece)
    ? true
    : isHarmless(piece, "", own) ||
      (/^[A-Za-z-]+$/.test(piece) &&
        wordsOf(piece).length <= 2 &&
        piece.length <= 24 &&
        !/[a-z][A-Z]/.test(piece));
