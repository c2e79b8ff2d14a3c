// A test from the requester's own place: how what it has shown and what to do then go together with a diagnosis.
import {
  type AskedServer,
  type ClientTestResult,
  isForAll,
} from "../../../core/client/client-test-result.ts";
import type { Hint, Summary } from "../../../core/diagnosis/summary-data.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Tested = Extract<Summary, Readonly<{ is: "tested" }>>;

/** `server` and `kind`: of the DNS server that was asked, where one was. `placed`: the requester told where they are. */
type Told = ClientTestResult &
  Readonly<{
    server: string;
    kind: AskedServer["kind"];
    cluster: string;
    placed: boolean;
    ownAddress: string;
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

const tail = (tenant: string): string => tenant.slice(-4);

const askedOf = (shown: ClientTestResult): AskedServer =>
  "asked" in shown && typeof shown.asked === "object" ? shown.asked : { server: null, kind: "unsaid" };

/** A proved name stands beside what fails behind it; of more than that, the first says enough. */
function toldFirst([first, ...rest]: readonly ClientTestResult[]): readonly ClientTestResult[] {
  if (first === undefined) return [];
  const name = rest.find(({ is }) => is === "nameRight" || is === "nameOther" || is === "noName");
  return name === undefined || first.is === "answers" ? [first] : [name, first];
}

type Test = Readonly<{ shown: string; next: string }>;

type Speech = Readonly<{ sentences: (all: readonly string[]) => string; ownAddress: () => string }>;

export function testSpeech({ tested: texts }: Catalogue, { sentences, ownAddress }: Speech) {
  const shownWords: Says<Told> = {
    ...texts.shown,
    otherTenant: (it) => texts.shown.otherTenant({ ...it, own: tail(it.own), trusted: tail(it.trusted) }),
  };
  /** Empty where nothing is to be done. */
  const nextWords: Says<Told> = {
    ...texts.next,
    namePublic: texts.forward,
    noName: (it) => (it.isPrivate ? texts.forward(it) : texts.next.noName),
  };

  function toldOf(shown: ClientTestResult, { placed }: Tested, cluster: string): Told {
    const { server, kind } = askedOf(shown);
    return { ...shown, server: server ?? "", kind, cluster, placed, ownAddress: ownAddress() };
  }

  function testOf(tested: Tested, cluster: string): Test {
    const [first] = tested.shown;
    if (first === undefined) return { shown: "", next: "" };
    const told = toldFirst(tested.shown).map((each) => say(shownWords, toldOf(each, tested, cluster)));
    return { shown: sentences(told), next: say(nextWords, toldOf(first, tested, cluster)) };
  }

  /** Without a cause: both are said, and of two next steps one. */
  function alone({ shown, outside, rest }: Tested, test: Test, cluster: string, said: string): string {
    if (outside !== null) return sentences([test.shown, texts.outside({ outside, cluster }), test.next]);
    // That a certificate is over keeps everyone out, whatever Azure shows.
    if (isForAll(shown) && rest.is === "sound") return sentences([test.shown, test.next]);
    if (shown[0]?.is === "answers" && rest.is === "hint" && sayAnswered.has(rest.hint)) return said;
    const hasNext = rest.is === "hint" || rest.is === "place";
    return sentences([test.shown, said, hasNext ? "" : test.next]);
  }

  /** `said`: what is said without a test. */
  return (tested: Tested, cluster: string, said: string): string => {
    const test = testOf(tested, cluster);
    const { leads } = texts;
    switch (tested.bears) {
      case "told":
        return sentences([said, test.next]);
      case "same":
        return sentences([said, tested.shown[0]?.is === "answers" ? "" : leads.same, test.shown]);
      case "beside":
        return sentences([said, leads.beside, test.shown, test.next]);
      case "against":
        return sentences([said, leads.against, test.shown]);
      case "alone":
        return alone(tested, test, cluster, said);
    }
  };
}
