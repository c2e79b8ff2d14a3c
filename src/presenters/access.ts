// The ways in to a cluster, best first, each with the lines to copy.
import template from "../../cards/access.json" with { type: "json" };
import type { AccessPath } from "../core/access/access-path.ts";
import { type Diagnosis, placeDoubt } from "../core/diagnosis/diagnosis.ts";
import type { Run } from "../core/run/run.ts";
import { arrange, askAgain } from "./button.ts";
import { shellCode } from "./code.ts";
import { usableWays } from "./diagnosis-data.ts";
import type { Messages } from "./messages/messages.ts";
import type { Style } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { placeOf, runFooter } from "./run-texts.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";
import { wayPart } from "./way.ts";

/** Ways shown with their steps; a tired reader tries the first two or three. */
const OPEN_WAYS = 3;

function styleOf(available: number, probable: number): Style {
  if (available > 0) return "good";
  return probable > 0 ? "warning" : "attention";
}

const toWay = (path: AccessPath, messages: Messages) => ({
  word: plain(messages.pathState[path.state]),
  title: plain(path.title),
  reason: plain(path.reason),
});

/** Blocked before not set up: the first can be repaired now. */
function closedWays(paths: readonly AccessPath[], usable: readonly AccessPath[]): readonly AccessPath[] {
  const inState = (state: AccessPath["state"]) => paths.filter((path) => path.state === state);
  return [...usable.slice(OPEN_WAYS), ...inState("blocked"), ...inState("notConfigured")];
}

export function presentAccess(run: Run, diagnosis: Diagnosis, messages: Messages): Presented {
  const { access: texts, buttons } = messages;
  const usable = usableWays(diagnosis.accessPaths);
  const available = usable.filter(({ state }) => state === "available").length;
  const probable = usable.length - available;
  const title = texts.title(available, probable, diagnosis.cluster.name);
  const [best] = usable;
  const subtitle = best === undefined ? texts.none : texts.best(best.title);
  const client = run.task.kind === "command" ? {} : run.task.client;
  const place = placeOf(client);
  const { waySaid, ...way } = wayPart(diagnosis, client, messages);
  // Where nothing is open, another place is not what is missing.
  const askPlace = best === undefined ? "" : texts.fromUnknown(diagnosis.cluster.name);
  const closed = closedWays(diagnosis.accessPaths, usable);
  const data = {
    ...way,
    style: styleOf(available, probable),
    title: plain(title),
    subtitle: plain(subtitle),
    ways: usable.slice(0, OPEN_WAYS).map((path, index) => ({
      ...toWay(path, messages),
      title: plain(texts.way(index + 1, path.title)),
      steps: path.steps.length === 0 ? [] : [shellCode(path.steps)],
    })),
    place: plain(place === "" ? askPlace : `${texts.from(place)} ${placeDoubt(diagnosis)}`.trim()),
    closedHead: plain(texts.closed),
    closedButton: buttons.otherWays,
    closed: closed.map((path) => toWay(path, messages)),
    links: [],
    buttons: arrange(
      [askAgain(buttons.diagnose, "diagnose", run), askAgain(buttons.checkAgain, "access", run)],
      closed.length > 0 ? 1 : 0,
    ),
    footer: plain(runFooter(run, messages)),
  };
  return render(template, `${title}. ${subtitle}`, data, waySaid);
}
