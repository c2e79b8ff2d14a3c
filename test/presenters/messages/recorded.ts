// Calls a text with values that tell where they are shown: each is text, number, list and object at once, and leaves its
// mark in the sentence. What else it may be, so that other branches are taken, is put in its place one at a time.

/** Where a value lies among the arguments: `0.asked.server`. */
export type Path = string;

export type Told = Readonly<{
  /** What came out, whatever it is, as text; null where the text cannot take these values. */
  said: string | null;
  /** In which of the ways it could take them. */
  way: number;
  /** Which values are in it. */
  shown: ReadonlySet<Path>;
  /** Which values were asked for. */
  read: ReadonlySet<Path>;
}>;

/** Marks and paths: alike in all calls, so that two languages can be compared. */
const paths: Path[] = [];
const numbers = new Map<Path, number>();

function numberOf(path: Path): number {
  const known = numbers.get(path);
  if (known !== undefined) return known;
  const fresh = 700_000 + paths.push(path) - 1;
  numbers.set(path, fresh);
  return fresh;
}

const shownIn = (said: string): ReadonlySet<Path> =>
  new Set((said.match(/7\d{5}/g) ?? []).map((mark) => paths[Number(mark) - 700_000] ?? mark));

/** Which of them have to be texts, and nothing else, is not known: `Intl.ListFormat` takes no other. */
type Plain = Readonly<{ arguments: boolean; fields: boolean; items: boolean }>;
const ways: readonly Plain[] = [
  { arguments: false, fields: false, items: true },
  { arguments: false, fields: false, items: false },
  { arguments: true, fields: false, items: true },
  { arguments: false, fields: true, items: true },
];

type Call = Readonly<{ set: ReadonlyMap<Path, unknown>; plain: Plain; read: Set<Path> }>;

const deepest = 4;
/** What is called like these is a value, as in `({ at, entries })`. */
const noMethods = new Set(["at", "entries", "find", "keys", "link", "search", "values", "with"]);
const isMethod = (of: object, key: string): boolean =>
  !noMethods.has(key) && typeof Reflect.get(of, key) === "function";

/** Items of a list count as the list: which of them are shown is a matter of its length. */
function anything(path: Path, call: Call): unknown {
  const mark = `${numberOf(path)}`;
  const items = () => [0, 1].map(() => (call.plain.items ? mark : anything(path, call)));
  const field = (key: string) =>
    path.split(".").length > deepest ? mark : valueAt(`${path}.${key}`, call, call.plain.fields);
  return new Proxy(() => {}, {
    get(_target, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === "string" ? mark : Number(mark));
      if (key === Symbol.iterator) return () => items()[Symbol.iterator]();
      if (typeof key === "symbol" || key === "then") return undefined;
      if (key === "toString" || key === "toJSON") return () => mark;
      if (key === "length") return 2;
      if (/^\d+$/.test(key)) return items()[Number(key)];
      if (isMethod(Array.prototype, key)) return Reflect.get(items(), key).bind(items());
      if (isMethod(String.prototype, key)) return Reflect.get(Object(mark), key).bind(mark);
      return field(key);
    },
    apply: () => field("()"),
    has: () => true,
  });
}

function valueAt(path: Path, call: Call, isPlain: boolean): unknown {
  call.read.add(path);
  if (call.set.has(path)) return call.set.get(path);
  return isPlain ? `${numberOf(path)}` : anything(path, call);
}

const textOf = (result: unknown): string =>
  typeof result === "object" && result !== null
    ? JSON.stringify(result, (_name, value) => (value === undefined ? "undefined" : value))
    : String(result);

const most = 4;

/** `set`: what stands at a path. */
export function tell(text: (...values: never[]) => unknown, set: ReadonlyMap<Path, unknown>): Told {
  const read = new Set<Path>();
  for (const [way, plain] of ways.entries()) {
    const call = { set, plain, read };
    try {
      const values = Array.from({ length: most }, (_, index) => valueAt(`${index}`, call, plain.arguments));
      const said = textOf(text(...(values as never[])));
      return { said, way, shown: shownIn(said), read };
    } catch {
      // Another way may do.
    }
  }
  return { said: null, way: -1, shown: new Set(), read };
}
