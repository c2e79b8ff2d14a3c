// `--context NAME` and `--cluster NAME`: how kubectl itself names a cluster. Taken out of the command, since no
// kubeconfig stands behind it here.
import { parseClusterName } from "../../cluster-name.ts";
import { type ParseError, written } from "../parse-error.ts";
import { splitWords, unquoted } from "../split-words.ts";

type ClusterFlag = Readonly<
  { ok: true; command: string; cluster: string | null } | { ok: false; reason: ParseError }
>;

const flag = /^--(?:context|cluster)(?:=(.*))?$/i;

/** `cluster` is null, and the command as it was, where neither flag stands in it. */
export function takeClusterFlag(command: string): ClusterFlag {
  const { words } = splitWords(command);
  const uses = words.flatMap(({ raw, start, end }, index) => {
    const [whole, attached] = flag.exec(raw) ?? [];
    if (whole === undefined) return [];
    const next = attached === undefined ? words[index + 1] : undefined;
    const written = attached?.replace(/^(["'])(.*)\1$/, "$2") ?? (next === undefined ? "" : unquoted(next));
    return [{ written, start, end: next?.end ?? end }];
  });
  const [use, second] = uses;
  if (use === undefined) return { ok: true, command, cluster: null };
  if (second !== undefined) return { ok: false, reason: { is: "clusterFlagTwice" } };
  const name = use.written.replace(/[,.:;!?]$/, "");
  if (parseClusterName(name) === null) {
    return { ok: false, reason: { is: "noClusterInFlag", ...written(use.written) } };
  }
  const before = command.slice(0, use.start).trimEnd();
  return { ok: true, command: `${before} ${command.slice(use.end).trimStart()}`.trim(), cluster: name };
}
