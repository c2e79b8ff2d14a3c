// What holds for any text: it is refused, or what is sent is exactly what was understood.
import fc from "fast-check";
import { commandText, textAgain } from "../../../src/core/command/grammar/command-request.ts";
import { everyVerbFlags } from "../../../src/core/command/grammar/flags.ts";
import { verbs } from "../../../src/core/command/grammar/verbs.ts";
import { parseKubectl } from "../../../src/core/command/parse-command.ts";
import { quoteArgv } from "../../../src/core/text/marked.ts";
import { draws } from "../../prove/sample.ts";
import { saidRefusal } from "../../said.ts";

/** Words that commands are made of, whole and broken. */
const word = fc.constantFrom(
  ..."kubectl get describe logs top pods nodes events rollout status history auth can-i explain secrets all delete".split(
    " ",
  ),
  ..."exec pods,svc deploy/api pod/a a -n -A -npay -o wide yaml -oyaml -o=json -l app=x -w -f --raw --as --token=x".split(
    " ",
  ),
  ..."-- - -c --tail=5 -p --all-containers --sort-by=.metadata.name --field-selector=a!=b -Aowide --namespace=pay".split(
    " ",
  ),
  ..."jsonpath='{.a}' 'a b' \"a\" | grep head -5 ; $(id) ` && # ' \" \\ ” — —namespace –n ../x {} * default".split(
    " ",
  ),
);
const beginning = fc.constantFrom(
  ..."get;get pods;get po,svc;describe deploy/api;logs a;top pods;events;auth can-i;rollout status;".split(
    ";",
  ),
);
const commandLike = fc
  .tuple(beginning, fc.array(word, { maxLength: 5 }))
  .map(([start, words]) => ["kubectl", start, ...words].join(" "));
const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => Buffer.from(array).toString("latin1"));
const anyText = fc.string({ unit: "binary", maxLength: 60 });
const mutated = fc
  .tuple(commandLike, fc.nat(200), fc.string({ unit: "binary", minLength: 1, maxLength: 1 }))
  .map(([text, at, character]) => text.slice(0, at) + character + text.slice(at));

const allowedFlags = new Set(
  verbs.flatMap(({ flags, always = [] }) => [
    ...[...flags, ...everyVerbFlags].map(({ long }) => `--${long}`),
    ...always.map((flag) => flag.split("=")[0] ?? ""),
  ]),
);

/** True when the text was accepted, so that a run can show that it did not only see refusals. */
function holdsFor(text: string): boolean {
  const parsed = parseKubectl(text);
  if (!parsed.ok) {
    expect(parsed.code).toMatch(/^[a-z-]+$/);
    expect(saidRefusal(parsed.reason)).toMatch(/\.$|\?$/);
    return false;
  }
  const { argv, access } = parsed.request;
  expect(argv[0]).toBe("kubectl");
  expect(access).toBe("read");
  for (const flag of argv.filter((argument) => argument.startsWith("-"))) {
    expect(allowedFlags).toContain(flag.split("=")[0]);
  }
  // Written anew, the namespace is named.
  const { namespaceAssumed: _, ...request } = parsed.request;
  expect(parseKubectl(quoteArgv(argv))).toEqual({ ok: true, request: { ...request, filters: [] } });
  expect(parseKubectl(commandText(parsed.request))).toEqual({ ok: true, request });
  expect(parseKubectl(textAgain(parsed.request))).toEqual(parsed);
  return true;
}

test.each([
  ["random bytes", bytes, draws(1_000, 10_000)],
  ["random text", anyText, draws(500, 5_000)],
  ["a command with one character too many", mutated, draws(1_000, 5_000)],
] as const)("%s never throw, and are refused or fully understood", (_, texts, numRuns) => {
  fc.assert(
    fc.property(texts, (text) => {
      holdsFor(text);
    }),
    { numRuns, seed: 42 },
  );
});

test("words of commands in any order are refused or fully understood", () => {
  const accepted = fc.sample(commandLike, { numRuns: draws(2_000, 10_000), seed: 42 }).filter(holdsFor);
  expect(accepted.length).toBeGreaterThan(draws(100, 500));
});
