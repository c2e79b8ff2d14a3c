// What becomes possible or impossible by another policy, one sentence for all that is alike.
import { severities } from "../../../core/alert/alert.ts";
import {
  type Dimension,
  everywhere,
  type Merged,
  nowhere,
  type Outcome,
  other,
  otherOutside,
  together,
} from "../../../core/policy/diff/difference.ts";
import type { cliDiff as en } from "../en/cli-diff.ts";
import { sayApproval } from "./who-agrees.ts";
import { and, closeUp, list } from "./words.ts";

const openAlerts = Object.fromEntries(severities.map((each) => [each, `有 ${each} 的未解决警报时`]));

type Part = Merged["in"][Dimension];

/** Empty where it is said of all, or matters to none. */
const named = (part: Part, words: Readonly<Record<string, string>>): string =>
  part === "all" ? "" : list(part.map((label) => words[label] ?? label).filter((word) => word !== ""));
const around = (before: string, said: string): string => (said === "" ? "" : `${before} ${said}`);

function sayVerbs({ kind, in: { verbs } }: Merged): string {
  if (kind === "fix") return "让修复在 Azure 中执行";
  if (kind === "mode") return "切换模式";
  if (kind !== "run" && kind !== "change") return kind;
  if (verbs === "all") return kind === "run" ? "所有读取命令" : "所有更改";
  const ofKubectl = verbs.filter((verb) => verb !== other && !verb.startsWith("helm "));
  return list([
    ofKubectl.length === 0 ? "" : `kubectl ${list(ofKubectl)}`,
    ...verbs.filter((verb) => verb.startsWith("helm ")),
    verbs.includes(other) ? "其他动词" : "",
  ]);
}

function sayWhen({ kind, in: { hours, incident, emergency, tags, withoutEntra } }: Merged): string {
  const isCommand = kind === "run" || kind === "change" || kind === "diagnose-inside";
  return [
    isCommand && withoutEntra === "all"
      ? "包括没有 Entra 的集群"
      : named(withoutEntra, { yes: "在没有 Entra 的集群上", no: "" }),
    around("标记", named(tags, { [other]: "均不符" })),
    around("时间", named(hours, { [other]: "其余时间" })),
    named(incident, { ...openAlerts, no: "没有未解决的警报时" }),
    named(emergency, { yes: "紧急情况下", no: "非紧急情况下" }),
  ]
    .filter((each) => each !== "")
    .map((each) => `，${each}`)
    .join("");
}

function sayOutcome(outcome: Outcome): string {
  if (outcome.effect === "deny") return "不可以";
  const { approval, show, unmasked } = outcome;
  const seen = show === "personal" ? "仅请求者可见" : "会话中所有人可见";
  const plain = approval === undefined || show === "personal" ? [seen] : [];
  const agreed = approval === undefined ? [] : [`批准：${sayApproval(approval)}`];
  return [...agreed, ...plain, ...(unmasked ? ["可按要求显示机密"] : [])].join("，");
}

function sentence(it: Merged): string {
  const { before, after, kind } = it;
  const { groups, resources, namespaces, names, clusters } = it.in;
  const who =
    groups === "all"
      ? "所有组"
      : and(groups.map((each) => (each === together ? "同时属于所有组的人" : each)));
  const may = before.effect === "deny" ? "现在可以" : after.effect === "deny" ? "不再可以" : "仍可以";
  const what = [
    sayVerbs(it),
    named(resources, { [other]: "其他类型", [otherOutside]: "命名空间之外的其他类型" }),
    around("名称", named(names, { [other]: "其他", [nowhere]: "" })),
    around("命名空间", named(namespaces, { [other]: "其他", [nowhere]: "", [everywhere]: "同时全部" })),
    around("集群", named(clusters, { [other]: "其他" })),
  ]
    .filter((each) => each !== "")
    .join("，");
  if (kind === "mode") return closeUp(`${who} ${may}：${what}`);
  const now = after.effect === "deny" ? "" : `，${sayOutcome(after)}`;
  return closeUp(`${who} ${may}：${what}${sayWhen(it)}${now}（之前：${sayOutcome(before)}）`);
}

export const cliDiff: typeof en = {
  nothing: "所询问的操作中，没有任何一项变为可以或不可以。",
  sentence,
};
