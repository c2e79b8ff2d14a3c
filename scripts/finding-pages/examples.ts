// What a finding says, by the rows of its own test: each is a cluster with one thing changed, judged now.
import type { Check } from "../../src/core/finding/kit/define-check.ts";
import { type Walks, walksOf } from "../../src/core/finding/kit/walks.ts";
import type { InClusterFinding } from "../../src/core/in-cluster/findings/define-finding.ts";
import type { Step } from "../../src/core/network/model/step.ts";
import type { Fact, Outcome } from "../../src/core/outcome/check.ts";
import type { ClusterSnapshot } from "../../src/core/snapshot/snapshot.ts";
import { type SaidCheck, sayCheck } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { messages } from "../../src/presenters/messages/messages.ts";
import { allRows } from "../../test/core/finding/rows/all-rows.ts";
import { insideRows } from "../../test/core/in-cluster/rows/all-rows.ts";

const texts = messages("en");

/** Rows of several findings share snapshots. */
function walkedOnce(): (snapshot: ClusterSnapshot) => Walks {
  const known = new Map<ClusterSnapshot, Walks>();
  return (snapshot) => {
    const walks = known.get(snapshot) ?? walksOf(snapshot);
    known.set(snapshot, walks);
    return walks;
  };
}

const statuses = ["fail", "warn", "notAssessed", "pass", "notConfigured", "notApplicable"] as const;

/** The one fact of a step is what decided there. */
const kindOf = (fact: Fact & Readonly<{ step?: Step }>): string => `${fact.is} ${fact.step?.reason.is ?? ""}`;

/** Said of every finding alike. */
const isUnread = ({ facts }: Outcome<Fact>): boolean => facts.some((fact) => /unread/.test(kindOf(fact)));

/** One of each kind, the gravest first. */
function oneOfEach(
  { id, severity }: Pick<Check, "id" | "severity">,
  outcomes: readonly Outcome<Fact>[],
): readonly SaidCheck[] {
  const kinds = Map.groupBy(
    outcomes.filter((each) => !isUnread(each)),
    ({ status, facts }) => [status, ...facts.map(kindOf)].join(),
  );
  return [...kinds.values()]
    .flatMap(([first]) => (first === undefined ? [] : sayCheck({ id, severity, ...first }, texts)))
    .toSorted((one, other) => statuses.indexOf(one.status) - statuses.indexOf(other.status));
}

export function examplesFor(): (check: Check) => readonly SaidCheck[] {
  const walks = walkedOnce();
  return (check) => {
    const rows = allRows[check.id] ?? [];
    return oneOfEach(
      check,
      rows.map(({ snapshot }) => check.evaluate(snapshot, walks(snapshot))),
    );
  };
}

/** Of what stands inside a cluster. */
export function examplesInside(finding: InClusterFinding): readonly SaidCheck[] {
  const rows = insideRows[finding.id] ?? [];
  return oneOfEach(
    finding,
    rows.map(({ model, azure }) => finding.evaluate({ now: model.began, azure, model })),
  );
}
