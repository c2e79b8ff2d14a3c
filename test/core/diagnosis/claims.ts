// What a diagnosis claims, sentence by sentence, as a subject and whether it holds: no two of one diagnosis may differ.
import { isReached } from "../../../src/core/client/client-test-result.ts";
import { type Diagnosis, headlineOf } from "../../../src/core/diagnosis/diagnosis.ts";
import type { Impact, NodesLoss } from "../../../src/core/diagnosis/impact.ts";
import type { RequirementId } from "../../../src/core/requirement/requirement.ts";

type Claim = Readonly<{ about: string; holds: boolean; saidBy: string }>;

const claim = (about: string, holds: boolean, saidBy: string): Claim => ({ about, holds, saidBy });

const answers = "the API server answers";
const nodesGet = "nodes reach the API server";
const areWell = "what runs in the cluster is well";
const requesterGets = "the requester reaches it from where they are";
const wayOpen = "a way in is open";
const direct = "a direct way in is left to somebody";
const exists = "the cluster is there";
const getFrom = (place: string): string => `people reach it from ${place}`;

function claimsOfImpact(impact: Impact): readonly Claim[] {
  const { works } = impact;
  const title = (about: string, holds: boolean): Claim => claim(about, holds, "title");
  const rest = works === null ? [] : [title(works === "nodes" ? nodesGet : areWell, true)];
  switch (impact.on) {
    case "apiServer":
      if (impact.cannot === "getAddress" || impact.cannot === "beReady") return rest;
      if (impact.cannot === "beReached") return [title(nodesGet, false), title(direct, false), ...rest];
      return [title(answers, false), title(wayOpen, false), ...rest];
    case "nodes":
      return impact.cannot === "reachApi" && impact.which.is === "all"
        ? [title(nodesGet, false), ...rest]
        : [...(isSeenInside(impact.cannot) ? [title(areWell, false)] : []), ...rest];
    case "pods":
      return [...(impact.cannot === "reachOtherNodes" ? [] : [title(areWell, false)]), ...rest];
    case "people":
      return [
        ...impact.at.map((place) => title(getFrom(place), false)),
        ...(impact.everyone ? [title(direct, false)] : []),
        ...rest,
      ];
    case "requester":
      return ["reachApi", "beListed"].includes(impact.cannot) ? [title(requesterGets, false), ...rest] : rest;
    case "operations":
      return rest;
  }
}

/** What a look sees of nodes; the rest a walk tells, of connections that are made anew. */
const isSeenInside = (cannot: NodesLoss): boolean =>
  ["beReady", "report", "haveRoom", "beWell", "takePods", "beSupported"].includes(cannot);

const ends: Partial<Record<RequirementId, string>> = { "nodes.api": nodesGet };

function claimsOfWalks({ requirements, fromPlace }: Diagnosis): readonly Claim[] {
  const walked = requirements.flatMap(({ id, end }) => {
    const about = ends[id];
    return about === undefined || end === "unknown" ? [] : [claim(about, end === "delivered", id)];
  });
  if (fromPlace === undefined || fromPlace.end === "unknown") return walked;
  const line = "the line about the place";
  return fromPlace.end === "delivered"
    ? [...walked, claim(requesterGets, true, line), claim(wayOpen, true, line)]
    : [...walked, claim(requesterGets, false, line)];
}

function claimsOfPaths({ accessPaths }: Diagnosis): readonly Claim[] {
  const usable = accessPaths.filter(({ state }) => state === "available" || state === "probable");
  const sure = usable.filter(({ state }) => state === "available");
  if (usable.length === 0 && accessPaths.length > 0) return [claim(wayOpen, false, "the access paths")];
  return sure.length === 0
    ? []
    : [wayOpen, answers, exists].map((about) => claim(about, true, "the access paths"));
}

function claimsOfInside({ inside }: Diagnosis): readonly Claim[] {
  if (inside === undefined || inside.found.is === "looking" || inside.found.is === "notLookedInside")
    return [];
  const line = "the line about the inside";
  return [
    claim(exists, true, line),
    claim(answers, true, line),
    ...(inside.found.is === "reachableAndWell" ? [claim(areWell, true, line)] : []),
    ...(inside.found.is === "reachableWithFaults" ? [claim(areWell, false, line)] : []),
  ];
}

function claimsOfTest({ shown = [] }: Diagnosis): readonly Claim[] {
  return isReached(shown) ? [claim(requesterGets, true, "the requester's test")] : [];
}

function claimsOfHeadline(diagnosis: Diagnosis): readonly Claim[] {
  if (diagnosis.impact !== null) return [];
  const headline = headlineOf(diagnosis);
  if (headline === "well") return [claim(areWell, true, "title")];
  return headline === "reachable" ? [claim(exists, true, "title"), claim(answers, true, "title")] : [];
}

/** What a card of it says, in the order in which it is read. */
export const claimsOf = (diagnosis: Diagnosis): readonly Claim[] => [
  ...(diagnosis.impact === null ? [] : claimsOfImpact(diagnosis.impact)),
  ...(diagnosis.impact?.on === "apiServer" && diagnosis.impact.cannot === "exist"
    ? [claim(exists, false, "title")]
    : []),
  ...claimsOfHeadline(diagnosis),
  ...claimsOfInside(diagnosis),
  ...claimsOfWalks(diagnosis),
  ...claimsOfPaths(diagnosis),
  ...claimsOfTest(diagnosis),
];

/** Pairs that exclude each other, in words; empty where the diagnosis agrees with itself. */
export function contradictionsIn(diagnosis: Diagnosis): readonly string[] {
  const claims = claimsOf(diagnosis);
  return claims.flatMap(({ about, holds, saidBy }) =>
    holds
      ? claims
          .filter((other) => other.about === about && !other.holds)
          .map((other) => `${about}: yes by ${saidBy}, no by ${other.saidBy}`)
      : [],
  );
}
