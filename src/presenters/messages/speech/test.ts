// A test from the asker's own place: how what it has shown and what to do then go together with a diagnosis.
import { type ClientTestResult, isForAll } from "../../../core/client/client-test-result.ts";
import type { Hint, Summary } from "../../../core/diagnosis/summary-data.ts";
import { type Says, say } from "../says.ts";

type Tested = Extract<Summary, Readonly<{ is: "tested" }>>;
type Told = Readonly<{ shown: string; next: string }>;

export type TestWords = Readonly<{
  shown: Says<ClientTestResult, [cluster: string]>;
  /** Empty where nothing is to be done. `placed`: the asker told where they are. */
  next: Says<ClientTestResult, [cluster: string, placed: boolean]>;
  /** The asker comes from `outside`, from where no way is known, and gets there all the same. */
  outside: (outside: string, cluster: string) => string;
  /** Before what was shown, behind a cause: it shows the same, another thing, or that the asker gets there. */
  leads: Readonly<Record<"same" | "beside" | "against", string>>;
  joined: (sentences: readonly string[]) => string;
}>;

/** These say themselves that the API server has answered, or that it was somebody else's turn. */
const sayAnswered: ReadonlySet<Hint> = new Set([
  "kubernetesRefuses",
  "tokenRefused",
  "policyDenies",
  "quotaReached",
  "podSecurity",
  "ruleDenies",
  "workloadRefused",
  "componentRefused",
]);

export function testSpeech(words: TestWords) {
  const { leads, joined } = words;

  /** A proved name stands beside what fails behind it; of more than that, the first says enough. */
  function told({ shown: all, placed }: Tested, cluster: string): Told {
    const [first, ...rest] = all;
    if (first === undefined) return { shown: "", next: "" };
    const name = rest.find(({ is }) => is === "nameRight" || is === "nameOther" || is === "noName");
    const isSaid = name === undefined || first.is === "answers";
    return {
      shown: joined([...(isSaid ? [] : [name]), first].map((each) => say(words.shown, each, cluster))),
      next: say(words.next, first, cluster, placed),
    };
  }

  /** Without a cause: both are said, and of two next steps one. */
  function alone(tested: Tested, test: Told, cluster: string, rest: string): string {
    const { shown, outside, rest: untested } = tested;
    if (outside !== null) return joined([test.shown, words.outside(outside, cluster), test.next]);
    // That a certificate is over keeps everyone out, whatever Azure shows.
    if (isForAll(shown) && untested.is === "sound") return joined([test.shown, test.next]);
    if (shown[0]?.is === "answers" && untested.is === "hint" && sayAnswered.has(untested.hint)) return rest;
    const hasNext = untested.is === "hint" || untested.is === "place";
    return joined([test.shown, rest, hasNext ? "" : test.next]);
  }

  /** `rest`: what is said without a test. */
  return (tested: Tested, cluster: string, rest: string): string => {
    const test = told(tested, cluster);
    switch (tested.bears) {
      case "told":
        return joined([rest, test.next]);
      case "same":
        return joined([rest, tested.shown[0]?.is === "answers" ? "" : leads.same, test.shown]);
      case "beside":
        return joined([rest, leads.beside, test.shown, test.next]);
      case "against":
        return joined([rest, leads.against, test.shown]);
      case "alone":
        return alone(tested, test, cluster, rest);
    }
  };
}
