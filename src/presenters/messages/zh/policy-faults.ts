// What is wrong with a policy file, for whoever writes it.
import type { ExpectedApproval, PolicyFault, Unfit } from "../../../core/policy/fault.ts";
import { withoutTrailing } from "../../../core/text/without-trailing.ts";
import { type Says, say } from "../says.ts";
import { denialTexts } from "./denials.ts";
import { didYouMean, refusalTexts } from "./refusals.ts";
import { sayApproval } from "./who-agrees.ts";
import { closeUp, list, or } from "./words.ts";

export const kinds: Readonly<Record<string, string>> = {
  array: "列表",
  object: "映射",
  record: "映射",
  string: "文本",
  number: "数字",
  boolean: "true 或 false",
};

const ofGroup = "集群新增的类型要带上其组来写，例如 `certificates.cert-manager.io`。";

export const unfit: Readonly<Record<Unfit, string>> = {
  groupId: "必须是 Entra 中组的对象 ID，例如 5e0d3c9a-71b4-4d28-8f6e-c3a9b2e41d70。",
  ruleId: "只能包含小写字母、数字和短横线。",
  clusterPattern: "不能匹配任何集群：请写名称，用 * 代表任意字符，或写资源 ID 的开头加 *。",
  clusterName: "不能是集群的名称：请写集群的名称、group/name 或其资源 ID。",
  namespacePattern: "不能匹配任何命名空间：请写小写字母、数字和短横线，用 * 代表任意字符。",
  namePattern: "不能是任何对象的名称：请写小写字母、数字、点和短横线，用 * 代表任意字符。",
  verb: "不是可以允许的 kubectl 动词。",
  changeVerb: "不是可以允许的更改动词。",
  duration: "必须是分钟或小时，例如 30m 或 2h，最长 24h。",
  count: "必须是 1 到 10 的整数。",
  timeOfDay: '必须是加引号的时刻，从 "00:00" 到 "24:00"。',
  timeZone: "不是时区：请写 Europe/Berlin 或 Etc/UTC 这样的时区。",
  time: "必须是带时区的时间，例如 2026-11-25T03:00:00Z。",
  tags: "至少要写一个标记。",
  resource: "不是资源类型的全名。",
};

const place = (at: string): string => (at === "" ? "策略" : `\`${at}\``);

type TestFails = Extract<PolicyFault, { is: "testFails" }>;

function answerOf({ decision, withheld }: TestFails): string {
  if (decision.effect === "deny") return `deny：${say(denialTexts.denials, decision.reason)}`;
  return `${withheld ? "deny：只能遮盖" : "allow"}（\`${decision.rule}\`）`;
}

function sayExpected(expected: ExpectedApproval): string {
  if (expected === "requester") return sayApproval({ by: "requester", minutes: 0 });
  const { count, groups = [] } = expected;
  return closeUp(`${groups.length === 0 ? "" : `${or(groups)} 中的 `}${count ?? "若干"} 人`);
}

export const policyFaults: Says<PolicyFault> = {
  severalDocuments: () => "文件包含多个文档：请只保留一个。",
  notYaml: ({ said }) => `不是有效的 YAML：${said}`,
  alias: () => "不接受别名（`*name`）：请写出值，并给 `*` 这样的模式加引号。",

  missing: ({ at }) => closeUp(`${place(at)} 缺失。`),
  wrongType: ({ at, expected }) => closeUp(`${place(at)} 必须是 ${kinds[expected] ?? expected}。`),
  wrongValue: ({ at, accepted }) => closeUp(`${place(at)} 必须是 ${or(accepted)}。`),
  wrongEffect: ({ at }) => closeUp(`${place(at)} 必须是 allow 或 deny。`),
  wrongApproval: ({ at }) => closeUp(`${place(at)} 必须是 requester，或写明 count、groups 和 expires。`),
  isEmpty: ({ at }) => closeUp(`${place(at)} 不能为空。`),
  unfit: ({ at, given, unfit: what, near, full }) =>
    `${place(at)}（\`${given}\`）${unfit[what]}${full === undefined ? didYouMean(near) : `请写 \`${full}\`。`}${what === "resource" && full === undefined ? ofGroup : ""}`,
  otherwise: ({ at, given, said }) =>
    `${place(at)}（\`${given}\`）${said}${/[.?。？]$/.test(said) ? "" : "。"}`,
  keyOfAllow: ({ at, key }) => closeUp(`\`${key}\` 属于允许规则：请从 ${place(at)} 中去掉。`),
  keyUnknown: ({ at, key, near, known }) =>
    `${closeUp(`${place(at)} 中没有 \`${key}\` 这个键。`)}${didYouMean(near) || `已知的键有：${list(known)}。`}`,

  groupForAll: () => "`*` 代表所有人，不能用作组名。",
  groupTwice: ({ name, earlier }) => `\`${name}\` 与 \`${earlier}\` 的对象 ID 相同：一个组只用一个名称。`,
  groupUnknown: ({ name, near }) => `\`groups\` 下没有组 \`${name}\`。${didYouMean(near)}`,
  allInAllow: () => "代表所有人的 `*` 只能用在 deny 规则中：请写出组名。",
  ruleTwice: ({ rule }) => `规则 ID \`${rule}\` 使用了两次。`,
  ruleEmpty: ({ rule }) =>
    `规则 \`${rule}\` 没有内容：请添加 \`diagnose: true\`、\`diagnose-inside: true\`、\`watch: true\`、\`run:\`、\`change:\` 或 \`fix: true\`。`,
  ruleUnknown: ({ rule, near }) => `没有规则 \`${rule}\`。${didYouMean(near)}`,
  notClosed: ({ resource }) =>
    `\`${resource}\` 不属于任何命名空间，因此此规则没有禁止它们：请添加 \`clusterScoped: true\`。`,
  windowEmpty: () => '结束时刻就是开始时刻：请写另一个 `to`，例如 "24:00"。',
  approvalMissing: ({ rule }) =>
    `规则 \`${rule}\` 允许更改，因此必须写明由谁批准：请添加 \`approval: requester\` 或 \`approval: { count: 1, groups: [GROUP], expires: 30m }\`。`,
  approvalUnused: ({ rule }) =>
    `规则 \`${rule}\` 不允许任何更改，因此没有什么要批准：请去掉 \`approval\`，或添加 \`change:\` 或 \`fix: true\`。`,
  escalatesLate: () => "那时已不会再询问任何人：`after` 必须短于 `expires`。",
  breakGlassReads: ({ rule }) =>
    `规则 \`${rule}\` 用于紧急情况，而紧急情况只适用于 \`change\` 和 \`fix\`：请把其余内容移到另一条规则。`,
  breakGlassUnused: ({ rule }) =>
    `规则 \`${rule}\` 用于紧急情况，却不允许任何更改：请添加 \`change:\` 或 \`fix: true\`。`,
  breakGlassAsksNoLess: ({ rule }) =>
    `规则 \`${rule}\` 用于紧急情况，但要求的批准并不比相同组中没有 \`breakGlass\` 的规则少：请写 \`approval: requester\` 或更小的 \`count\`。`,

  testAsksOneThing: () =>
    "一个测试只问一件事：`diagnose: true`、`diagnose-inside: true`、`watch: true`、`run: kubectl …`、`change: kubectl …` 或 `fix: true`。",
  testUnmaskedWithoutRun: () => "`unmasked: true` 与命令的输出有关：请添加 `run: kubectl …`。",
  testOfChangeWithoutChange: () =>
    "`approval` 和 `breakGlass` 与更改有关：请添加 `change: kubectl …` 或 `fix: true`。",
  testOfFile: () =>
    "`holds` 说明 `change` 所提文件中的对象，且只与其一起使用：change: kubectl apply -f web.yaml, holds: [deployment/web]。",
  testNeedsId: ({ rules }) =>
    `仅凭名称无法决定此测试：${list(rules)} 按集群的资源 ID 区分。请在 \`cluster\` 之后写完整的 ID。`,
  testRefused: ({ reason }) =>
    `无论策略如何规定，测试的命令都会被拒绝：${say(refusalTexts.refusals, reason)}`,
  testFails: (fault) => {
    const by = fault.rule === null ? "" : `（\`${fault.rule}\`）`;
    return closeUp(
      `测试期望 ${fault.expected}${by}，而策略的答复是 ${withoutTrailing(answerOf(fault), "。")}。`,
    );
  },
  testApproval: ({ rule, expected, approval }) =>
    `测试期望的批准：${sayExpected(expected)}；而按规则 \`${rule}\`：${sayApproval(approval)}。`,
};

export const policyFaultTexts = { policyFaults };
