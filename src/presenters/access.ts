// The ways in to a cluster, best first, each with the lines to copy.
import template from "../../cards/access.json" with { type: "json" };
import type { AccessPath } from "../core/access/access-path.ts";
import { type Diagnosis, placeDoubt } from "../core/diagnosis/diagnosis.ts";
import type { Run } from "../core/run/run.ts";
import { arrange, press } from "./button.ts";
import { shellCode } from "./code.ts";
import { usableWays } from "./diagnosis-data.ts";
import type { Messages } from "./messages/messages.ts";
import type { Style } from "./notice.ts";
import type { Presented } from "./presented.ts";
import { placeOf, runFooter } from "./run-texts.ts";
import { render } from "./template.ts";
import { plain } from "./text.ts";

/** Ways shown with their steps; a tired reader tries the first two or three. */
const OPEN_WAYS = 3;

function styleOf(available: number, probable: number, isUnread: boolean): Style {
  if (isUnread) return "emphasis";
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
  // Of a cluster that could not be read not one way was judged.
  const isUnread = diagnosis.accessPaths.length === 0;
  const { name } = diagnosis.cluster;
  const title = isUnread ? texts.titleUnread(name) : texts.title(available, probable, name);
  const [best] = usable;
  const none = isUnread ? diagnosis.summary : texts.none;
  const subtitle = best === undefined ? none : texts.best(best.title);
  const place = run.task.kind === "command" ? "" : placeOf(run.task.client);
  // Where nothing is open, another place is not what is missing.
  const askPlace = best === undefined ? "" : texts.fromUnknown(name);
  const closed = closedWays(diagnosis.accessPaths, usable);
  const ids = { cluster: diagnosis.cluster.id };
  return render(template, `${title}. ${subtitle}`, {
    style: styleOf(available, probable, isUnread),
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
      [
        press(buttons.diagnose, { verb: "diagnose", ...ids }),
        press(buttons.checkAgain, { verb: "access", ...ids }),
      ],
      closed.length > 0 ? 1 : 0,
    ),
    footer: plain(runFooter(run, messages)),
  });
}
