// Words that people write of any cluster: they are no beginning of one's name, unless a word leads to them.

import { findResource } from "../../command/grammar/resources.ts";
import type { AbilityWords } from "./ability.ts";
import { accessWords } from "./en/access.ts";
import { canIWords } from "./en/can-i.ts";
import { changeWords } from "./en/change.ts";
import { clustersWords } from "./en/clusters.ts";
import { diagnoseWords } from "./en/diagnose.ts";
import { isFiller, wordsOf } from "./en/fillers.ts";
import { helpWords } from "./en/help.ts";
import { besideLook } from "./en/look.ts";
import { statusWords } from "./en/status.ts";
import { unwatchWords } from "./en/unwatch.ts";
import { watchWords } from "./en/watch.ts";

const all: readonly AbilityWords[] = [
  accessWords,
  canIWords,
  changeWords,
  clustersWords,
  diagnoseWords,
  helpWords,
  statusWords,
  unwatchWords,
  watchWords,
];

const wordsIn = ({
  phrases,
  withCluster = [],
  beside,
  besideCluster = "",
}: AbilityWords): readonly string[] => [
  ...[...phrases, ...withCluster].flatMap((phrase) => phrase.replace(/[\^~]/g, "").split(/[ |]/)),
  ...wordsOf(`${beside} ${besideCluster}`),
];

const common = new Set([...all.flatMap(wordsIn), ...besideLook]);

export const isCommon = (word: string): boolean =>
  isFiller(word) || common.has(word) || findResource(word) !== undefined;
