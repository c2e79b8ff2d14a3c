// What follows `diagnose` and `access`: the cluster, where the requester sits, what they see.
import type { Client } from "../snapshot/snapshot.ts";
import { parsePlace } from "./client-place.ts";
import { foreignLetter, parseClusterName } from "./cluster-name.ts";
import { brief } from "./reasons.ts";
import { isWord, splitWords, unquoted, type Word } from "./words.ts";

export type Target =
  | Readonly<{ ok: true; cluster: string | null; client: Client }>
  | Readonly<{ ok: false; reason: string }>;

/** `[the] [cluster] [NAME] [from IP|VNET] [with "text"]`, the last two in either order. */
export function parseTarget(text: string, takesSymptom: boolean): Target {
  const { words } = splitWords(text);
  const named = takeCluster(words);
  if (!named.ok) {
    return named;
  }
  let client: Client = {};
  let rest = named.rest;
  while (rest.length > 0) {
    const clause = parseClause(rest, takesSymptom);
    if (!clause.ok) {
      return clause;
    }
    const again = Object.keys(clause.client).some((key) => key in client);
    if (again) {
      return { ok: false, reason: `Write "${rest[0]?.raw}" only once.` };
    }
    client = { ...client, ...clause.client };
    rest = rest.slice(2);
  }
  return { ok: true, cluster: named.cluster, client };
}

type Named = Readonly<{ ok: true; cluster: string | null; rest: readonly Word[] }>;
type Problem = Readonly<{ ok: false; reason: string }>;

/** Takes the cluster from the front of the words; `null` when none is named. */
export function takeCluster(words: readonly Word[]): Named | Problem {
  const rest = words.slice(wordsBeforeName(words));
  const [first] = rest;
  if (first === undefined || isWord(first, "from") || isWord(first, "with")) {
    return { ok: true, cluster: null, rest };
  }
  const cluster = bareValue(first);
  if (parseClusterName(cluster) === null) {
    const letter = foreignLetter(cluster);
    const why = letter === null ? "" : `it holds the letter ${letter}, and names of clusters only a to z; `;
    const forms = `${why}write its name (prod-1), group/name or its resource id`;
    return { ok: false, reason: `"${brief(cluster)}" cannot be the name of a cluster: ${forms}.` };
  }
  return { ok: true, cluster, rest: rest.slice(1) };
}

/** `the cluster in prod-1`, `on prod-1`. A lead with nothing to lead to is a name: a cluster may be called `at`. */
function wordsBeforeName(words: readonly Word[]): number {
  const isEnd = (word: Word | undefined) =>
    word === undefined || isWord(word, "from") || isWord(word, "with");
  const isOf = (at: number, ...leads: readonly string[]) => leads.some((lead) => isWord(words[at], lead));
  let count = isOf(0, "the") ? 1 : 0;
  if (isOf(count, "cluster")) count += 1;
  if (isOf(count, "on", "in", "at") && !isEnd(words[count + 1])) count += 1;
  return count;
}

function parseClause(
  [keyword, value]: readonly Word[],
  takesSymptom: boolean,
): Readonly<{ ok: true; client: Client }> | Problem {
  if (isWord(keyword, "from")) {
    return value === undefined
      ? {
          ok: false,
          reason: 'Write an IPv4 address or a virtual network after "from", like 20.50.0.9 or vnet-hub.',
        }
      : parsePlace(bareValue(value));
  }
  if (takesSymptom && isWord(keyword, "with")) {
    return value?.quoted && unquoted(value) !== ""
      ? { ok: true, client: { symptom: unquoted(value) } }
      : { ok: false, reason: 'Put the error that you see in quotes after "with", like with "i/o timeout".' };
  }
  const clauses = takesSymptom ? 'from 20.50.0.9 or with "i/o timeout"' : "from 20.50.0.9";
  return {
    ok: false,
    reason: `"${brief(keyword?.raw ?? "")}" was not understood: after the cluster only ${clauses} may follow.`,
  };
}

/** Punctuation after a word belongs to the sentence, as does an `@` before it. */
function bareValue(word: Word): string {
  return unquoted(word)
    .replace(/[,.:;!?]$/, "")
    .replace(/^@/, "");
}
