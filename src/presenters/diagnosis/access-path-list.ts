// The access paths on a diagnosis card: the ones to try, the rest by name; where it is the run command, buttons that use it.

import { isRunCommand } from "../../core/access/path-registry.ts";
import { headlineOf } from "../../core/diagnosis/diagnosis.ts";
import { isDisabledOnPurpose } from "../../core/diagnosis/problem.ts";
import type { Run } from "../../core/run/run.ts";
import { actionButton, type Button } from "../card/button.ts";
import { plain } from "../card/text.ts";
import type { Messages } from "../messages/messages.ts";
import { type SaidDiagnosis, type SaidPath, usablePaths } from "./localize-diagnosis.ts";

const WAYS = 3;

/** The run command: this bot goes that way itself. */
export const isHere = (path: SaidPath): boolean => isRunCommand(path);

/** What one press shows, by this bot and as whoever presses. */
export const lookButtons = ({ id: run, cluster }: Run, { buttons }: Messages): readonly Button[] => [
  actionButton(buttons.pods, { verb: "look.pods", cluster: cluster.id, run }),
  actionButton(buttons.events, { verb: "look.events", cluster: cluster.id, run }),
];

const isSwitchedOff = ({ blockedBy }: SaidPath): boolean =>
  blockedBy.length > 0 && blockedBy.every((id) => isDisabledOnPurpose({ id }));

const titlesOf = (paths: readonly SaidPath[]): readonly string[] => paths.map(({ title }) => title);

function notesOf(diagnosis: SaidDiagnosis, messages: Messages): readonly string[] {
  const texts = messages.diagnosis;
  const inState = (state: SaidPath["state"]) => diagnosis.accessPaths.filter((path) => path.state === state);
  // Beside a way that works, one that perhaps does is worth its name only.
  const perhaps = inState("available").length > 0 ? titlesOf(inState("probable")) : [];
  const blocked = titlesOf(inState("blocked").filter((path) => !isSwitchedOff(path)));
  const off = titlesOf(inState("blocked").filter(isSwitchedOff));
  return [
    perhaps.length === 0 ? "" : texts.perhapsWays({ titles: perhaps }),
    blocked.length === 0 ? "" : texts.blockedWays({ titles: blocked }),
    off.length === 0 ? "" : texts.offWays({ titles: off }),
  ];
}

/** Of a cluster that could not be read not one way was judged, and that is not the same as none. */
function noPath(diagnosis: SaidDiagnosis, { diagnosis: texts }: Messages) {
  const { accessPaths, cluster } = diagnosis;
  const none =
    headlineOf(diagnosis) === "stopped" ? texts.noWaysStopped({ cluster: cluster.name }) : texts.noWays;
  const isUnread = accessPaths.length === 0 && diagnosis.rootCause?.check !== "cluster.exists";
  const [word, text] = isUnread ? [texts.waysUnknown, texts.waysUnread] : [texts.none, none];
  return { word: plain(word), text: plain(text), looks: [] };
}

export function waysPart(run: Run, diagnosis: SaidDiagnosis, messages: Messages) {
  const texts = messages.diagnosis;
  const { accessPaths, verdict } = diagnosis;
  const isStopped = headlineOf(diagnosis) === "stopped";
  const usable = usablePaths(accessPaths);
  const sure = usable.filter(({ state }) => state === "available");
  const shown = (sure.length > 0 ? sure : usable).slice(0, WAYS);
  const lines = shown.map((path) => ({
    word: plain(messages.pathState[path.state]),
    text: plain(isHere(path) ? texts.wayHere(path) : texts.wayText(path)),
    looks: isHere(path) ? lookButtons(run, messages) : [],
  }));
  return {
    waysHead: plain(verdict === "healthy" ? texts.waysHealthy : texts.ways),
    ways: lines.length > 0 ? lines : [noPath(diagnosis, messages)],
    // Of a stopped cluster all are blocked, and for one reason.
    waysNote: isStopped ? "" : plain(messages.sentences(notesOf(diagnosis, messages))),
  };
}

// Where the requester is, under the access paths: it decides which of them is theirs.

/** How the path from there ends; of a place that was said with an earlier question, what keeps them from there. */
function fromPlaceSaid(
  { fromPlace, outside, accessPaths, cluster }: SaidDiagnosis,
  messages: Messages,
): string {
  const { diagnosis: texts, sayPlaceDoubt } = messages;
  if (outside?.isRemembered === true) {
    const canRun = usablePaths(accessPaths).some(isHere);
    return sayPlaceDoubt({ is: "outside", canRun, ...outside }, cluster.name);
  }
  return fromPlace === undefined
    ? ""
    : texts.fromPlace({ place: texts.places[fromPlace.stands], end: fromPlace.end });
}

/** Asked once, where it decides; and how the way ends from where the requester said to be. */
export function placePart(run: Run, diagnosis: SaidDiagnosis, messages: Messages) {
  const { asks = [], verdict } = diagnosis;
  const texts = messages.diagnosis;
  return {
    fromPlace: plain(fromPlaceSaid(diagnosis, messages)),
    askPlace: plain(verdict === "healthy" ? texts.askIfStill : texts.askPlace),
    places: asks.map((place) =>
      actionButton(texts.placeButtons[place], { verb: "place", run: run.id, place }),
    ),
  };
}
