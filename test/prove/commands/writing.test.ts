// Lines by chance that change something: what is taken for a read never writes; of a change everything that the real
// kubectl reads and writes is declared, and what is sent does what was typed. PROVE=1: 10 000 lines; else a thousand, of which sixty are run.
import { isDeepStrictEqual } from "node:util";
import { findKubectl } from "../../../simulator/kubernetes/kubectl.ts";
import type { ChangeRequest } from "../../../src/core/command/change/change-request.ts";
import { parseChange, parseChangeArgv } from "../../../src/core/command/change/parse-change.ts";
import type { CommandRequest } from "../../../src/core/command/grammar/command-request.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { quoteArgv } from "../../../src/core/text/marked.ts";
import { isWithin, isWrite, isWriteDeclared, readsThatCount, writesIn } from "../../kubectl/declared.ts";
import { type Recorded, type Run, recordRuns } from "../../kubectl/record.ts";
import { makeWritingLines } from "./writing.ts";
import { writtenBy } from "./written-by.ts";

const seed = Number(process.env.SEED ?? 11);
const all = process.env.PROVE === "1";
const lines = makeWritingLines(all ? 10_000 : 1_000, seed);

/** Of what is wrong, so much that it can be read. */
const shown = 12;

const understood = lines.map(({ text, words }) => {
  const [read, change] = [parseKubectl(text), parseChange(text)];
  return {
    ...{ text, words },
    read: read.ok ? read.request : null,
    change: change.ok ? change.request : null,
  };
});
const changes = understood.flatMap(({ change, ...line }) => (change === null ? [] : [{ ...line, change }]));

test("no line is taken for both", () => {
  expect(understood.filter(({ read, change }) => read !== null && change !== null)).toEqual([]);
});

test("what is sent is understood as what was typed", () => {
  const differing = changes.flatMap(({ text, change: { namespaceAssumed: _, ...change } }) => {
    const again = [parseChange(quoteArgv(change.argv)), parseChangeArgv(change.argv)];
    return again.every((parsed) => parsed.ok && isDeepStrictEqual(parsed.request, change))
      ? []
      : [{ text, change, again }];
  });
  expect(differing.slice(0, shown)).toEqual([]);
});

let kubectl: string;
beforeAll(async () => {
  const found = await findKubectl();
  if (found === null) throw new Error("these tests need kubectl");
  kubectl = found;
});

test("what is taken for a read writes nothing", async () => {
  const runs = understood.flatMap(({ text, words, read }): Run<CommandRequest>[] =>
    read === null ? [] : [{ text, request: read, argv: words ?? read.argv }],
  );
  const recorded = await recordRuns(kubectl, runs, ["full"]);
  expect(recorded.filter(({ reads }) => writesIn(reads).length > 0).map(({ text }) => text)).toEqual([]);
  expect(runs.length).toBeGreaterThan(lines.length / 50);
});

describe("a change", () => {
  let pairs: readonly Readonly<{ typed: Recorded<ChangeRequest>; sent: Recorded<ChangeRequest> }>[];
  beforeAll(async () => {
    // Each is run as it was typed and as it is sent.
    const taken = all ? changes : changes.slice(0, 60);
    const runs = taken.flatMap(({ text, words, change: request }): Run<ChangeRequest>[] => [
      { text, request, argv: words ?? request.argv },
      { text, request, argv: request.argv },
    ]);
    const recorded = await recordRuns(kubectl, runs, ["full"]);
    pairs = recorded.flatMap((typed, at) => {
      const sent = recorded[at + 1];
      return at % 2 === 0 && sent !== undefined ? [{ typed, sent }] : [];
    });
  });
  const each = () => pairs.flatMap(({ typed, sent }) => [typed, sent]);

  test("declares everything that kubectl writes", () => {
    const undeclared = each().flatMap(({ text, request, reads }) =>
      writesIn(reads)
        .filter((written) => !request.writes.some((declared) => isWriteDeclared(written, declared)))
        .map((written) => [text, written]),
    );
    expect(undeclared.slice(0, shown)).toEqual([]);
  });

  test("declares everything that kubectl reads", () => {
    const undeclared = each().flatMap(({ text, request, reads }) =>
      readsThatCount(
        reads.filter((read) => !isWrite(read)),
        request,
      )
        .filter((read) => !request.reads.some((declared) => isWithin(read, declared)))
        .map((read) => [text, read]),
    );
    expect(undeclared.slice(0, shown)).toEqual([]);
  });

  test("does what was typed, no more and no less", () => {
    const differing = pairs
      .filter(({ typed }) => !isNotUnderstood(typed))
      .filter(({ typed, sent }) => !isDeepStrictEqual(writtenBy(typed), writtenBy(sent)));
    expect(
      differing.slice(0, shown).map(({ typed, sent }) => ({
        ...{ text: typed.text, argv: sent.request.argv.join(" ") },
        ...{ typed: writtenBy(typed), sent: writtenBy(sent), errors: [typed.errors, sent.errors] },
      })),
    ).toEqual([]);
    const writing = pairs.filter(({ sent }) => writesIn(sent.reads).length > 0).length;
    console.log(
      `${lines.length} lines, ${changes.length} changes; of ${pairs.length} ${writing} wrote something`,
    );
    expect(changes.length).toBeGreaterThan(lines.length * 0.4);
    expect(writing).toBeGreaterThan(pairs.length * 0.5);
  });
});

/**
 * What kubectl refuses before it asks for anything, and is understood here: a type in capitals, as a phone writes it, and
 * nodes to taint with their type before a slash, as `-o name` prints them, or with it spelled twice.
 */
const isNotUnderstood = ({ reads, errors }: Recorded<ChangeRequest>): boolean =>
  reads.length === 0 &&
  /doesn't have a resource type "(?:[A-Z]+"|[Nn]o(?:des?)?\/)|in action: U\+002C/.test(errors);
