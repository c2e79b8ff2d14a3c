// The access paths to a cluster, best first, each with the lines to copy.

import template from "../../../cards/access.json" with { type: "json" };
import type { Allowed } from "../../core/access/allowed.ts";
import { headlineOf, placeDoubt } from "../../core/diagnosis/diagnosis.ts";
import { clientOf, type Run } from "../../core/run/run.ts";
import { arrange, askAgain } from "../card/button.ts";
import type { Style } from "../card/notice.ts";
import { type Presented, renderCard } from "../card/presented.ts";
import { placeOf, runFooter } from "../card/run-texts.ts";
import { plain, shellCode } from "../card/text.ts";
import { say } from "../messages/catalogue/says.ts";
import type { Messages } from "../messages/messages.ts";
import { isHere, lookButtons } from "./access-path-list.ts";
import { fixPart } from "./fix.ts";
import { type SaidDiagnosis, type SaidPath, usablePaths } from "./localize-diagnosis.ts";
import { noPath, wayPart } from "./path-diagram.ts";

/** Ways shown with their steps; a tired reader tries the first two or three. */
const OPEN_WAYS = 3;

function styleOf(available: number, probable: number, isUnread: boolean): Style {
  if (isUnread) return "emphasis";
  if (available > 0) return "good";
  return probable > 0 ? "warning" : "attention";
}

const toWay = (path: SaidPath, messages: Messages) => {
  const [title, reason] = [plain(path.title), plain(path.reason)];
  const word = plain(messages.pathState[path.state]);
  return { word, title, reason, said: messages.labelled(title, reason) };
};

/** Blocked before not set up: the first can be repaired now. */
function closedWays(paths: readonly SaidPath[]): readonly SaidPath[] {
  const inState = (state: SaidPath["state"]) => paths.filter((path) => path.state === state);
  return [...inState("blocked"), ...inState("notConfigured")];
}

/** In chat the run command is a press, and no line to copy. */
const toOpenWay = (run: Run, path: SaidPath, rank: number, messages: Messages) => ({
  ...toWay(path, messages),
  title: plain(messages.access.way({ rank, title: path.title })),
  id: `w${rank}`,
  // The best way is to be read at once, and the others take a screen each on a phone.
  isOpen: rank === 1,
  linesTitle: messages.access.lines,
  steps: isHere(path) || path.steps.length === 0 ? [] : [shellCode(path.steps)],
  looks: isHere(path) ? lookButtons(run, messages) : [],
});

const allowedStyles: Readonly<Record<Allowed["is"], Style>> = {
  yes: "good",
  partly: "warning",
  no: "attention",
  unknown: "emphasis",
};

/** Where it is asked of an address, that answer comes first. Of a stopped cluster nobody is let in. */
function headPart(diagnosis: SaidDiagnosis, usable: readonly SaidPath[], messages: Messages) {
  const head = waysHead(diagnosis, usable, messages);
  const { allowed, cluster, accessPaths } = diagnosis;
  if (allowed === undefined || accessPaths.length === 0) return head;
  const subtitle = messages.sentences([
    say(messages.whyAllowed, { ...allowed.fact, cluster: cluster.name }),
    head.subtitle,
  ]);
  if (headlineOf(diagnosis) === "stopped") return { ...head, subtitle };
  const title = messages.access.allowed[allowed.is]({ of: allowed.of, cluster: cluster.name });
  return { ...head, style: allowedStyles[allowed.is], title, subtitle };
}

/** Where nothing is open, what would open it: the cause and its fix. */
function waysHead(diagnosis: SaidDiagnosis, usable: readonly SaidPath[], messages: Messages) {
  const { access: texts } = messages;
  const { accessPaths, cluster, rootCause } = diagnosis;
  const available = usable.filter(({ state }) => state === "available").length;
  const [best] = usable;
  const isStopped = headlineOf(diagnosis) === "stopped";
  // Of a cluster that could not be read not one way was judged.
  const isUnread = accessPaths.length === 0;
  const named = { cluster: cluster.name };
  const title = isUnread
    ? texts.titleUnread(named)
    : texts.title({ ...named, available, probable: usable.length - available });
  const cause = rootCause === null && !isUnread ? texts.none : diagnosis.summary;
  return {
    style: styleOf(available, usable.length - available, isUnread),
    title: isStopped ? texts.stopped(named) : title,
    subtitle: best === undefined ? cause : texts.best(best),
    ...(best === undefined
      ? fixPart(diagnosis, messages)
      : fixPart({ ...diagnosis, rootCause: null }, messages)),
  };
}

export function presentAccess(run: Run, diagnosis: SaidDiagnosis, messages: Messages): Presented {
  const { access: texts, buttons } = messages;
  const usable = usablePaths(diagnosis.accessPaths);
  const { title, subtitle, ...head } = headPart(diagnosis, usable, messages);
  const client = clientOf(run);
  const place = placeOf(client, messages);
  // Nobody is in a range that is asked about.
  const isRange = diagnosis.allowed !== undefined && client.ip === undefined;
  const { waySaid, ...way } = isRange ? noPath : wayPart(diagnosis, client, messages);
  // Where nothing is open, another place is not what is missing.
  const asksPlace = place === "" && usable.length > 0 && !isRange;
  const from = asksPlace
    ? [texts.fromUnknown({ cluster: diagnosis.cluster.name }), messages.ownAddressShown()]
    : place === ""
      ? []
      : [texts.from({ place }), placeDoubt(diagnosis)?.summary ?? ""];
  const unused = client.symptom === undefined ? "" : texts.symptomUnused;
  const [further, closed] = [usable.slice(OPEN_WAYS), closedWays(diagnosis.accessPaths)];
  const others = further.length + closed.length > 0;
  const data = {
    ...way,
    ...head,
    title: plain(title),
    subtitle: plain(subtitle),
    ways: usable.slice(0, OPEN_WAYS).map((path, index) => toOpenWay(run, path, index + 1, messages)),
    place: plain(messages.sentences([...from, unused])),
    others: others ? [{}] : [],
    furtherHead: plain(texts.further),
    further: further.map((path) => toWay(path, messages)),
    closedHead: plain(texts.closed),
    closedButton: buttons.otherWays,
    closed: closed.map((path) => toWay(path, messages)),
    links: [],
    buttons: arrange(
      [askAgain(buttons.diagnose, "diagnose", run), askAgain(buttons.checkAgain, "access", run)],
      others ? 1 : 0,
    ),
    footer: plain(runFooter(run, messages)),
  };
  return renderCard(template, messages.headed(title, subtitle), data, waySaid);
}
