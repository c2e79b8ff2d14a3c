// Which values of an object are secrets, whatever notation it was read from: scanners tell what opens, stands and closes.
import { argumentSpans } from "./argument-list.ts";
import { isHarmless, isHarmlessUnnamed } from "./harmless.ts";
import {
  isInnocent,
  isPassword,
  isTelling,
  isTellingVariable,
  meaningOf,
  type Role,
  roleBelow,
  roleOf,
  wordsOf,
} from "./names.ts";
import { isNoSecret, isObjectName, looksLikeKey } from "./no-secret.ts";
import type { Scalar, SecretKind, Span } from "./span.ts";

export type ObjectReader = Readonly<{
  /** A map or a list begins below `key`, or as an item of a list when `key` is null. */
  open(key: string | null): void;
  scalar(key: string | null, scalar: Scalar): void;
  /** Ends what was opened last; with nothing open, the document. */
  close(): void;
  /** Whether the whole value of `key`, or of an item when null, is looked at, so that its end must be found. */
  looksAt(key: string | null): boolean;
  depth(): number;
  /** Nothing says what values mean here. */
  isPlain(): boolean;
  /** Closes what is open and judges. Once, at the end. */
  spans(): readonly Span[];
}>;

type Frame = {
  readonly role: Role;
  readonly key: string;
  /** Below `secrets:`, at any depth. */
  readonly ofSecrets: boolean;
  kind: string;
  /** What stands under `key`: what it is says the name around it, unless it goes with a `name`. */
  ownKey: Scalar | null;
  /** An `apiVersion` stands here, so it is an object of Kubernetes. */
  isObject: boolean;
  name: string;
  hasName: boolean;
  values: Scalar[];
  readonly data: Scalar[];
  readonly args: Scalar[];
};

/** Judged at the end, when the names of all objects are known. */
type Doubt = Readonly<{ scalar: Scalar; name: string }>;

type Reading = Readonly<{
  frames: Frame[];
  found: Span[];
  doubts: Doubt[];
  lists: (readonly Scalar[])[];
  /** Words of the names of objects, labels and images: readable anyway. */
  own: Set<string>;
}>;

export function createObjectReader(): ObjectReader {
  const reading: Reading = {
    frames: [newFrame(null, null)],
    found: [],
    doubts: [],
    lists: [],
    own: new Set(),
  };
  const top = () => topOf(reading);
  return {
    open: (key) => void reading.frames.push(newFrame(top(), key)),
    scalar: (key, scalar) => readScalar(reading, top(), key, scalar),
    close: () => close(reading),
    looksAt: (key) => top().role !== "plain" || (key !== null && (roleOf(key) !== "plain" || isTelling(key))),
    depth: () => reading.frames.length - 1,
    isPlain: () => top().role === "plain",
    spans: () => spansOf(reading),
  };
}

const newFrame = (parent: Frame | null, key: string | null): Frame => ({
  role: parent === null ? "plain" : roleBelow(parent.role, key),
  key: key ?? parent?.key ?? "",
  ofSecrets: parent?.ofSecrets === true || severalSecrets.test(key ?? ""),
  kind: "",
  ownKey: null,
  isObject: false,
  name: "",
  hasName: false,
  values: [],
  data: [],
  args: [],
});

const topOf = ({ frames }: Reading): Frame => frames.at(-1) ?? newFrame(null, null);

function spansOf(reading: Reading): readonly Span[] {
  for (let open = reading.frames.length; open > 0; open -= 1) {
    // The output was cut before its `kind`, which kubectl writes behind the data.
    const top = topOf(reading);
    if (top.isObject && top.kind === "") top.kind = "Secret";
    close(reading);
  }
  const { found, doubts, lists, own } = reading;
  for (const { scalar, name } of doubts) {
    if (!isHarmless(scalar.value, name, own)) found.push(spanOf(scalar, "environment"));
  }
  for (const list of lists) for (const span of argumentSpans(list, own)) found.push(span);
  return found;
}

function close(reading: Reading): void {
  const frame = reading.frames.pop() ?? newFrame(null, null);
  if (reading.frames.length === 0) reading.frames.push(newFrame(null, null));
  endPair(reading, frame);
  endKey(reading, frame);
  if (frame.args.length > 0) reading.lists.push(frame.args);
  const parent = topOf(reading);
  // Of a SealedSecret, what it makes of itself stands below `spec.template`.
  if (frame.role === "data" || /^(?:spec|template)$/.test(frame.key))
    for (const scalar of frame.data) parent.data.push(scalar);
  else if (/^(?:Sealed)?Secret$/.test(frame.kind)) {
    for (const scalar of frame.data) reading.found.push(spanOf(scalar, "secretObject"));
  }
}

function readScalar(reading: Reading, frame: Frame, key: string | null, scalar: Scalar): void {
  if (key === null) readItem(reading, frame, scalar);
  else {
    noteName(reading, frame, key, scalar.value);
    if (frame.role === "environment" && !isPairKey(frame, key)) judgeVariable(reading, key, scalar);
    else readField(reading, frame, key, scalar);
  }
}

/** An item of a list. */
function readItem(reading: Reading, frame: Frame, scalar: Scalar): void {
  if (frame.role === "arguments") frame.args.push(scalar);
  else if (frame.role === "secrets") maskNamed(reading, "secret", scalar, "named");
  else if (frame.role === "values") reading.doubts.push({ scalar, name: "" });
  else if (frame.role === "environment") readAssignment(reading, scalar);
}

function readField(reading: Reading, frame: Frame, key: string, scalar: Scalar): void {
  if (frame.role === "data") frame.data.push(scalar);
  const field = key.toLowerCase();
  if (frame.role === "arguments" || roleOf(key) === "arguments") frame.args.push(scalar);
  else if (field === "name" || field === "key" || isPatchPath(frame, field, scalar.value)) {
    beginPair(reading, frame, scalar.value);
    if (field === "key") frame.ownKey = scalar;
    else frame.hasName = true;
  } else if (field === "value") frame.values.push(scalar);
  else if (field === "kind") frame.kind = scalar.value;
  else if (field === "apiversion") frame.isObject = true;
  const content = isContent(frame, field);
  const isSecret = frame.role === "data" ? isTellingVariable(key) : isTelling(key) || content;
  const mayBeKey = isTellingVariable(key) || (frame.role === "secrets" && field === "key");
  if (isSecret || (mayBeKey && looksLikeKey(scalar.value)))
    maskNamed(reading, content ? nameOf(frame) : key, scalar, "named");
  else if (frame.ofSecrets && meaningOf(key) === "nothing" && !aboutThem.test(key) && !isInnocent(key)) {
    const isName = isHarmlessUnnamed(scalar.value) || isObjectName(scalar.value);
    if (isPassword(frame.key)) maskNamed(reading, frame.key, scalar, "named");
    else if (!isName) reading.found.push(spanOf(scalar, "named"));
  }
}

/** `secrets: {stripe: x}` of Helm's values, `passwords: {admin: x}`; of a volume, `secret` holds a name and what it is mounted as. */
const severalSecrets =
  /^secrets?$|(?:passwords|credentials|tokens|apikeys)$|^users\.(?:ya?ml|properties|conf)$/i;
const aboutThem =
  /^(?:key|id)$|(?:name|namespace|provider|type|kind|engine|version|path|defaultmode|source|ref|vault|login|email|arn|issuer|checksum|iat|exp|nbf)$/i;

/** `api: {key: x}`; but `password: {name: x, key: password}` names the key of a Secret. */
function endKey(reading: Reading, { ownKey, hasName, role, key }: Frame): void {
  const name = `${key}-key`;
  if (ownKey !== null && !hasName && role !== "data" && isTelling(name))
    maskNamed(reading, name, ownKey, "named");
}

/** Of `clientSecrets: [{value: x}]`, each is one. */
const nameOf = ({ key }: Frame): string => (isTelling(key) ? key : "secret");

/** `password: {value: x}` */
const isContent = ({ role }: Frame, field: string): boolean =>
  role === "secrets" && /^(?:value|content|plaintext)$/.test(field);

/** `kubectl describe` prints the items of a list one below the other: `Name:` and `Value:` are a pair again. */
const isPairKey = (frame: Frame, key: string): boolean =>
  key === "Name" || (key === "Value" && frame.name !== "");

/** `{op, path: "/spec/password", value: x}` */
const isPatchPath = (frame: Frame, field: string, value: string): boolean =>
  field === "path" && frame.name === "" && value.startsWith("/");

function beginPair(reading: Reading, frame: Frame, name: string): void {
  if (frame.name !== "" && frame.values.length > 0) endPair(reading, frame);
  frame.name = name;
}

/** `{name, value}`: in an environment whatever the name, elsewhere where the name tells. */
function endPair(reading: Reading, frame: Frame): void {
  const inEnvironment = frame.role === "pair" || frame.role === "environment";
  for (const scalar of frame.values) {
    if (inEnvironment) judgeVariable(reading, frame.name, scalar);
    else if (isTellingVariable(frame.name)) maskNamed(reading, frame.name, scalar, "named");
  }
  frame.values = [];
}

/** What names an object, a label or an image is readable anyway. */
function noteName({ own }: Reading, frame: Frame, key: string, value: string): void {
  const isName = frame.role === "plain" && naming.test(key);
  if (value.length > 200 || !(isName || /^(?:labels|matchLabels|selector)$/i.test(frame.key))) return;
  for (const word of wordsOf(value)) if (/^[a-z]{3,}$/.test(word)) own.add(word);
}

const naming = /^(?:name|namespace|image|app|component|serviceName|generateName)$/i;

/** `NAME=value` as an item of a list. */
function readAssignment(reading: Reading, { value, start, end }: Scalar): void {
  const at = value.indexOf("=");
  const scalar = { value: value.slice(at + 1), start: start + at + 1, end };
  judgeVariable(reading, value.slice(0, Math.max(0, at)), scalar);
}

function judgeVariable(reading: Reading, name: string, scalar: Scalar): void {
  if (isTellingVariable(name)) maskNamed(reading, name, scalar, "environment");
  else reading.doubts.push({ scalar, name });
}

function maskNamed({ found }: Reading, name: string, scalar: Scalar, kind: SecretKind): void {
  if (!isNoSecret(name, scalar.value)) found.push(spanOf(scalar, kind));
}

const spanOf = ({ start, end }: Scalar, kind: SecretKind): Span => ({ start, end, kind });
