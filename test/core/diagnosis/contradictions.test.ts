// No diagnosis says two things that exclude each other: a sample of faults, places and looks; the rest in the properties.

import { diagnose } from "../../../src/core/diagnosis/diagnose.ts";
import { expectEach } from "../../each-holds.ts";
import { healthy } from "../../fixtures/healthy-snapshot.ts";
import { changed, setClient } from "../../fixtures/snapshot-changes.ts";
import { sampleBy } from "../../prove/sample.ts";
import { claimsOf, contradictionsIn } from "./claims.ts";
import { diagnosesOf } from "./every-view.ts";
import { faults } from "./faults.ts";

const snapshots = [
  ["healthy", healthy] as const,
  ...faults.map(([name, snapshot]) => [name, snapshot] as const),
];
const views = snapshots.flatMap(([name, snapshot]) => diagnosesOf(name, snapshot));

test("a diagnosis agrees with itself", () => {
  expectEach(
    sampleBy(views, ([name]) => name, "contradictions", 40).map(([name, judge]) => [name, judge()] as const),
    (diagnosis) => expect(contradictionsIn(diagnosis)).toEqual([]),
  );
});

test("what it claims is read off title, lines and access paths", () => {
  const fromHome = diagnose(changed(setClient({ ip: "20.50.0.9" })));
  expect(claimsOf(fromHome).map(({ saidBy }) => saidBy)).toEqual(
    expect.arrayContaining(["title", "nodes.api", "the access paths"]),
  );
  const boast = { ...fromHome, fromPlace: { stands: "internet", end: "delivered" } } as const;
  expect(contradictionsIn(boast)).toEqual([
    "the requester reaches it from where they are: yes by the line about the place, no by title",
  ]);
});
