// Files by chance that somebody sends and has written: everything that the real kubectl asks for is declared, it writes the
// objects that were understood and no others, and reads in the file itself what was read in it here. PROVE=1: 1 500
// files and 6 000 of single words; else a sample.
import { isDeepStrictEqual } from "node:util";
import { findKubectl } from "../../../simulator/kubernetes/kubectl.ts";
import { fileOf } from "../../../src/app/run/sent-file.ts";
import { namedObjects } from "../../../src/core/change/named-objects.ts";
import type { ChangeRequest } from "../../../src/core/command/change/change-request.ts";
import { parseChange } from "../../../src/core/command/change/parse-change.ts";
import { readSentFile } from "../../../src/core/command/change/read-sent-file.ts";
import {
  isWithin,
  isWrite,
  isWriteDeclared,
  nameWritten,
  readsThatCount,
  writesIn,
} from "../../kubectl/declared.ts";
import { type Recorded, type Run, recordRuns } from "../../kubectl/record.ts";
import { filesOfWords } from "./words-in-places.ts";
import { makeFiles, type NamedFile } from "./writing-files.ts";
import { writtenBy } from "./written-by.ts";

const seed = Number(process.env.SEED ?? 5);
const all = process.env.PROVE === "1";
const files = makeFiles(all ? 1_500 : 80, seed);

/** All of them, or one in so many. */
const takeSample = (texts: readonly string[]): readonly string[] =>
  all ? texts : texts.filter((_, nth) => nth % 11 === seed % 11);

/** Of what is wrong, so much that it can be read. */
const shown = 12;

type Taken = Readonly<{ given: NamedFile; sent: string; request: ChangeRequest }>;
type NotTaken = Readonly<{ why: string }>;

function taken(given: NamedFile): Taken | NotTaken {
  const read = fileOf(given.name, readSentFile(given.text));
  if (!read.ok) return { why: read.why.is };
  const { file, text } = read.sent;
  const parsed = parseChange(given.words.join(" "), file);
  return parsed.ok ? { given, sent: text, request: parsed.request } : { why: parsed.reason.is };
}

const read = files.map(taken);
const changes = read.filter((each) => "request" in each);

test("a third of the files is taken, and of the others it is said why", () => {
  const reasons = Object.groupBy(
    read.flatMap((each) => ("why" in each ? [each.why] : [])),
    (why) => why,
  );
  const counted = Object.entries(reasons).map(([why, times = []]) => [why, times.length] as const);
  const rows = [["taken", changes.length] as const, ...counted.toSorted(([, a], [, b]) => b - a)];
  console.log(rows.map(([why, times]) => `${String(times).padStart(5)} ${why}`).join("\n"));
  expect(changes.length).toBeGreaterThan(files.length / 3);
});

const placeSaid = ({ file, scope }: ChangeRequest): readonly string[] =>
  scope.kind === "namespace" && file?.objects.some(({ namespace }) => namespace !== null)
    ? [`--namespace=${scope.name}`]
    : [];

type Pair = Readonly<{ given: Recorded<ChangeRequest>; sent: Recorded<ChangeRequest> }>;
let kubectl: string;
let pairs: readonly Pair[];
beforeAll(async () => {
  const found = await findKubectl();
  if (found === null) throw new Error("these tests need kubectl");
  kubectl = found;
  // Each is run with the file as it was given and as it is sent.
  const runs = changes.flatMap(({ given, sent, request }): Run<ChangeRequest>[] => {
    const { name, text } = given;
    const line = `${given.words.join(" ")}\n${text.length > 3_000 ? `${text.slice(0, 3_000)}…` : text}`;
    return [
      // What it holds against the fields is not looked at, so it takes more. Where some objects say a namespace, the others
      // go there too, which is for `-n` to say where kubectl is asked.
      {
        text: line,
        request,
        argv: [...given.words, ...placeSaid(request), "--validate=false"],
        files: { [name]: text },
      },
      { text: line, request, argv: request.argv, files: { [name]: sent } },
    ];
  });
  const recorded = await recordRuns(kubectl, runs, ["full"]);
  pairs = recorded.flatMap((given, at) => {
    const sent = recorded[at + 1];
    return at % 2 === 0 && sent !== undefined ? [{ given, sent }] : [];
  });
});
const each = () => pairs.flatMap(({ given, sent }) => [given, sent]);

test("everything that kubectl writes is declared", () => {
  const undeclared = each().flatMap(({ text, request, reads }) =>
    writesIn(reads)
      .filter((written) => !request.writes.some((declared) => isWriteDeclared(written, declared)))
      .map((written) => [text, written]),
  );
  expect(undeclared.slice(0, shown)).toEqual([]);
});

test("everything that kubectl reads is declared", () => {
  const undeclared = each().flatMap(({ text, request, reads }) =>
    readsThatCount(
      reads.filter((one) => !isWrite(one)),
      request,
    )
      .filter((one) => !request.reads.some((declared) => isWithin(one, declared)))
      .map((one) => [text, one]),
  );
  expect(undeclared.slice(0, shown)).toEqual([]);
});

test("no Secret is read or written", () => {
  const secrets = each().filter(({ reads }) => reads.some(({ resource }) => resource.startsWith("secrets")));
  expect(secrets.map(({ text }) => text).slice(0, shown)).toEqual([]);
});

const objectsNamed = (request: ChangeRequest): readonly string[] =>
  namedObjects(request).map(({ type, name, namespace }) => `${namespace ?? ""} ${type}/${name}`);

const objectsWritten = ({ reads }: Recorded<ChangeRequest>): readonly string[] => [
  ...new Set(writesIn(reads).map((one) => `${one.namespace} ${one.resource}/${nameWritten(one)}`)),
];

test("the objects that were understood are written, and no others", () => {
  const wrong = pairs
    .map(({ sent }) => ({ sent, wrote: objectsWritten(sent), named: objectsNamed(sent.request) }))
    .filter(({ sent, wrote, named }) =>
      isRefused(sent)
        ? wrote.some((one) => !named.includes(one))
        : wrote.toSorted().join() !== named.toSorted().join(),
    )
    .map(({ sent, wrote, named }) => ({ text: sent.text, errors: sent.errors, wrote, named }));
  expect(wrong.slice(0, shown)).toEqual([]);
});

test("kubectl reads in the file what was read in it here, or does not take it", () => {
  const differing = pairs
    .map((pair) => ({ ...pair, lines: [writtenBy(pair.given), writtenBy(pair.sent)] as const }))
    .filter(
      ({ given, sent, lines: [before, after] }) =>
        (!isRefused(given) && hasMore(after, before)) || (!isRefused(sent) && hasMore(before, after)),
    )
    .map(({ given, sent, lines: [before, after] }) => ({
      ...{ text: given.text, given: before, sent: after, errors: [given.errors, sent.errors] },
    }));
  expect(differing.slice(0, shown)).toEqual([]);
  const writing = pairs.filter(({ sent }) => !isRefused(sent)).length;
  const both = pairs.filter(({ given, sent }) => !isRefused(given) && !isRefused(sent)).length;
  console.log(
    `${files.length} files, ${pairs.length} taken; ${writing} written, ${both} of them in either form`,
  );
  expect(writing).toBeGreaterThan(pairs.length * 0.9);
  expect(both).toBeGreaterThan(pairs.length * 0.8);
});

test("kubectl reads each word in each place as it was read here, or does not take the file", async () => {
  const words = takeSample(filesOfWords);
  const taken = words.flatMap((text) => {
    const read = fileOf("web.yaml", readSentFile(text));
    return read.ok ? [{ name: read.sent.file.objects[0]?.name ?? "", text, sent: read.sent.text }] : [];
  });
  // As many at once as a command line holds: an error in one leaves the others.
  const batches = Array.from({ length: Math.ceil(taken.length / 150) }, (_, nth) =>
    taken.slice(nth * 150, (nth + 1) * 150),
  );
  const runs = batches.map((batch) => {
    const argv = [
      "kubectl",
      "create",
      "--validate=false",
      ...batch.flatMap(({ name }) => ["-f", `${name}.yaml`]),
    ];
    const files = Object.fromEntries(batch.map(({ name, text }) => [`${name}.yaml`, text]));
    return { text: "", request: { tool: "kubectl" as const, argv }, argv, files };
  });
  const recorded = await recordRuns(kubectl, runs, ["full"]);
  const created = new Map(
    recorded.flatMap(({ reads }) =>
      writesIn(reads).map((one) => [nameWritten(one), bodyOf(one.sent ?? "")] as const),
    ),
  );
  const both = taken.filter(({ name }) => created.has(name));
  const differing = both
    .map(({ name, text, sent }) => ({ text, given: created.get(name), sent: bodyOf(sent) }))
    .filter(({ given, sent }) => !isDeepStrictEqual(given, sent));
  expect(differing.slice(0, shown)).toEqual([]);
  console.log(`${words.length} files of words, ${taken.length} taken, ${both.length} by kubectl too`);
  expect(both.length).toBeGreaterThan(words.length / 2);
});

/** Without the namespace into which kubectl puts it, and with one zero. */
function bodyOf(sent: string): unknown {
  const object = JSON.parse(sent.slice(sent.indexOf("{")), (_, value) => (value === 0 ? 0 : value));
  delete object.metadata.namespace;
  return object;
}

const hasMore = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((line) => !others.includes(line));

/** kubectl said that it does not take it, or a part of it. */
const isRefused = ({ errors }: Recorded<ChangeRequest>): boolean =>
  /^(?:error|Error from server)\b/m.test(errors);
