// Which values of an object are secrets, whatever notation it was read from: scanners tell what opens, stands and closes.
import { argumentSpans } from "./argument-list.ts";
import { isHarmless } from "./harmless.ts";
import { isTelling, isTellingVariable, meaningOf, wordsOf } from "./names.ts";
import { isNoSecret } from "./no-secret.ts";
import type { Scalar, SecretKind, Span } from "./span.ts";

export type ObjectReader = Readonly<{
  /** A map or a list begins below `key`, or as an item of a list when `key` is null. */
  open(key: string | null): void;
  scalar(key: string | null, scalar: Scalar): void;
  /** Ends what was opened last; with nothing open, the document. */
  close(): void;
  /** Whether the reader will look at the whole value of `key`, or an item when null, so that its end must be found. */
  looksAt(key: string | null): boolean;
  depth(): number;
  /** Nothing says what values mean here. */
  isPlain(): boolean;
  /** Closes what is open and judges. Once, at the end. */
  spans(): readonly Span[];
}>;

/** What values mean in here; `pair` is an item `{name, value}` of an environment, `values` are such values alone. */
type Role = "plain" | "environment" | "pair" | "values" | "arguments" | "data" | "secrets";

type Frame = {
  readonly role: Role;
  readonly key: string;
  kind: string;
  /** An `apiVersion` stands here, so it is an object of Kubernetes. */
  isObject: boolean;
  name: string;
  values: Scalar[];
  readonly data: Scalar[];
  readonly args: Scalar[];
};

/** Judged at the end, when the names of all objects are known. */
type Doubt = Readonly<{ scalar: Scalar; name: string; kind: SecretKind }>;

export function createObjectReader(): ObjectReader {
  const frames: Frame[] = [newFrame("plain", "")];
  const found: Span[] = [];
  const doubts: Doubt[] = [];
  const lists: (readonly Scalar[])[] = [];
  const own = new Set<string>();
  const top = () => frames.at(-1) ?? newFrame("plain", "");

  function flush(frame: Frame): void {
    for (const scalar of frame.values) {
      if (frame.role === "pair" || frame.role === "environment") judgeVariable(frame.name, scalar, found, doubts);
      else if (isTellingVariable(frame.name)) maskNamed(frame.name, scalar, "named", found);
    }
    frame.values = [];
  }

  function close(): void {
    const frame = frames.pop() ?? newFrame("plain", "");
    if (frames.length === 0) frames.push(newFrame("plain", ""));
    end(frame, top());
  }

  function end(frame: Frame, parent: Frame): void {
    flush(frame);
    if (frame.args.length > 0) lists.push(frame.args);
    if (frame.role === "data") for (const scalar of frame.data) parent.data.push(scalar);
    else if (frame.kind === "Secret") {
      for (const { start, end: to } of frame.data) found.push({ start, end: to, kind: "secretObject" });
    }
  }

  function scalar(key: string | null, value: Scalar): void {
    const frame = top();
    if (key !== null) noteName(frame, key, value.value, own);
    if (frame.role === "arguments" || (key !== null && roleOf(key) === "arguments")) return void frame.args.push(value);
    if (frame.role === "data" && key !== null) frame.data.push(value);
    if (frame.role === "secrets" && (key === null || /^(?:value|content|plaintext)$/i.test(key)))
      return maskNamed("secret", value, "named", found);
    if (frame.role === "environment" && !isPairKey(frame, key)) return readVariable(key, value, found, doubts);
    if (key === null) {
      if (frame.role === "values") doubts.push({ scalar: value, name: "", kind: "environment" });
      return;
    }
    const field = key.toLowerCase();
    if (field === "name" || field === "key") {
      if (frame.name !== "" && frame.values.length > 0) flush(frame);
      frame.name = value.value;
    } else if (field === "value") frame.values.push(value);
    else if (field === "kind") frame.kind = value.value;
    else if (field === "apiversion") frame.isObject = true;
    if (frame.role === "data" ? isTellingVariable(key) : isTelling(key)) maskNamed(key, value, "named", found);
  }

  return {
    open: (key) => void frames.push(newFrame(roleBelow(top(), key), key ?? top().key)),
    scalar,
    close,
    looksAt: (key) =>
      top().role !== "plain" || (key !== null && (key.toLowerCase() === "value" || roleOf(key) !== "plain" || isTelling(key))),
    depth: () => frames.length - 1,
    isPlain: () => top().role === "plain",
    spans() {
      for (let open = frames.length; open > 0; open -= 1) {
        // The output was cut before its `kind`, which kubectl writes behind the data.
        if (top().isObject && top().kind === "") top().kind = "Secret";
        close();
      }
      for (const { scalar, name, kind } of doubts) {
        if (!isHarmless(scalar.value, name, own)) found.push({ start: scalar.start, end: scalar.end, kind });
      }
      for (const list of lists) for (const span of argumentSpans(list, own)) found.push(span);
      return found;
    },
  };
}

const newFrame = (role: Role, key: string): Frame => ({
  role,
  key,
  kind: "",
  isObject: false,
  name: "",
  values: [],
  data: [],
  args: [],
});

function roleBelow(parent: Frame, key: string | null): Role {
  if (parent.role === "environment") return key === null ? "pair" : "plain";
  if (parent.role === "arguments" || parent.role === "secrets" || parent.role === "values") return key === null ? parent.role : "plain";
  return key === null ? "plain" : roleOf(key);
}

/** By the last word of the field's name: `env`, `extraEnv`, `args`, `command`, `data`. */
function roleOf(key: string): Role {
  const words = wordsOf(key);
  const last = words.at(-1) ?? "";
  if (last === "env" || last === "environment" || (last === "vars" && words.at(-2) === "env")) return "environment";
  if (last === "args" || last === "arguments" || last === "command" || last === "argv") return "arguments";
  if (/^values?$/i.test(key)) return "values";
  if (/^(?:data|stringData)$/i.test(key.replaceAll(" ", ""))) return "data";
  return meaningOf(key) === "secret" && words.length > 0 && last !== "secret" ? "secrets" : "plain";
}

/** `kubectl describe` prints the items of a list one below the other: `Name:` and `Value:` are a pair again. */
const isPairKey = (frame: Frame, key: string | null): boolean =>
  key === "Name" || (key === "Value" && frame.name !== "");

/** What names an object, a label or an image is readable anyway. */
function noteName(frame: Frame, key: string, value: string, own: Set<string>): void {
  const field = key.toLowerCase();
  const names =
    (/^(?:name|namespace|image|app|component|servicename|generatename)$/.test(field) && frame.role === "plain") ||
    /^(?:labels|matchlabels|selector)$/i.test(frame.key);
  if (!names || value.length > 200) return;
  for (const word of wordsOf(value)) if (/^[a-z]{3,}$/.test(word)) own.add(word);
}

/** `NAME: value` below `env`, or an item `NAME=value`. */
function readVariable(key: string | null, scalar: Scalar, found: Span[], doubts: Doubt[]): void {
  if (key !== null) return judgeVariable(key, scalar, found, doubts);
  const at = scalar.value.indexOf("=");
  const start = scalar.start + at + 1;
  judgeVariable(
    scalar.value.slice(0, Math.max(0, at)),
    { value: scalar.value.slice(at + 1), start, end: scalar.end },
    found,
    doubts,
  );
}

function judgeVariable(name: string, scalar: Scalar, found: Span[], doubts: Doubt[]): void {
  if (isTellingVariable(name)) maskNamed(name, scalar, "environment", found);
  else doubts.push({ scalar, name, kind: "environment" });
}

function maskNamed(name: string, scalar: Scalar, kind: SecretKind, found: Span[]): void {
  const { value, start, end } = scalar;
  if (!isNoSecret(name, value)) found.push({ start, end, kind });
}
