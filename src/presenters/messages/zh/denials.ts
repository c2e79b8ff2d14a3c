// Why the policy or the mode does not allow something, and what to ask instead.
import type { Read } from "../../../core/command/grammar/command-request.ts";
import { isCustom } from "../../../core/command/grammar/resources.ts";
import type { ModeForbids } from "../../../core/mode.ts";
import type { Approval, Deed, DenialReason, Instead, NoOperator } from "../../../core/policy/decision.ts";
import type { AccessPhrase } from "../../../core/policy/describe-access.ts";
import type { MembershipUnknown } from "../../../core/requester.ts";
import { withoutTrailing } from "../../../core/text/text.ts";
import { chinese } from "../catalogue.ts";
import { type Says, say } from "../says.ts";
import { utc } from "../time.ts";
import { sayApproval, sayConditions } from "./who-agrees.ts";
import { and, closeUp, list, or } from "./words.ts";

const { calledCluster } = chinese.speech;
const { saySignIn } = chinese.speech;

export const memberships: Says<MembershipUnknown> = {
  graphForbids: () => "Microsoft Graph 不允许机器人查看你的组：管理员必须授予它 GroupMember.Read.All。",
  graphThrottles: () => "Microsoft Graph 正在限制机器人：请一分钟后重试。",
  graphFailed: ({ status }) => `Microsoft Graph 未能说明你在哪些组中（HTTP ${status}）：请一分钟后重试。`,
  graphSilent: () => "Microsoft Graph 没有及时应答：请一分钟后重试。",
  noToken: ({ failure }) => saySignIn(failure),
};

function sayRead({ resource, scope }: Pick<Read, "resource" | "scope">): string {
  if (resource === "*") return "发行版包含的一切";
  switch (scope.kind) {
    case "cluster":
      return isCustom(resource) ? `${resource}（可能不属于任何命名空间）` : resource;
    case "allNamespaces":
      return `所有命名空间中的 ${resource}`;
    case "namespace":
      return `命名空间 ${scope.name} 中的 ${resource}`;
    case "namespaceObjects":
      return scope.names.length === 0 ? `${resource}（全部）` : `${resource} ${scope.names.join(" ")}`;
  }
}

/** Of a stored command that is not accepted any more no verb is known. */
const sayVerb = (verb: string): string =>
  verb.startsWith("helm ") ? verb : verb === "" ? "形式已不再接受的 kubectl" : `kubectl ${verb}`;

function sayDeed(deed: Deed): string {
  const cluster = calledCluster(deed.cluster);
  if (deed.kind === "fix") return closeUp(`在 Azure 中修复 ${cluster}`);
  if (deed.kind !== "run" && deed.kind !== "change") return closeUp(`对 ${cluster} 执行 ${deed.kind}`);
  const part = deed.kind === "run" ? deed.read : deed.of;
  const what = part === null ? "" : `，${deed.kind === "run" ? "读取" : "涉及"} ${sayRead(part)}`;
  return closeUp(`在 ${cluster} 上执行 ${sayVerb(deed.verb)}${what}`);
}

export const insteads: Says<Instead> = {
  perhapsOneNamespace: () => "；请用 -n 指定命名空间，也许会被允许",
  oneNamespace: ({ also }) =>
    also ? "；请用 -n 指定一个命名空间" : "（某个命名空间不允许，而 -A 会包含它）；请用 -n 指定一个命名空间",
  narrower: ({ command }) => `；\`${command}\` 会被允许`,
};

const sayInstead = (instead: Instead | null): string => (instead === null ? "" : say(insteads, instead));

function whoSetIt({ mode, setBy, since, reason }: Extract<ModeForbids, { is: "modeForbids" }>): string {
  const why = reason === null ? "没有说明原因" : `原因：${withoutTrailing(reason, ".!。！")}`;
  return `${setBy ?? "有人"} 于 ${utc(since)} 把模式设为 ${mode}；${why}`;
}

export const modeForbids: Says<ModeForbids> = {
  modeUnknown: () => "我的数据库没有告诉我当前模式，因此我什么也没做。请一分钟后重试。",
  modeForbids: (it) =>
    closeUp(`${it.mode === "off" ? "我已被关闭" : "目前不向集群发送命令"}：${whoSetIt(it)}。`),
  modeCloses: ({ mode }) =>
    closeUp(
      `${mode === "off" ? "我目前已被关闭" : "目前不向集群发送命令"}（模式 ${mode}）。由谁设置、为何设置，请登录后输入 \`mode\` 查看。`,
    ),
};

export const denials: Says<DenialReason> = {
  ...modeForbids,
  membershipUnknown: ({ why }) =>
    `未能读取你的组成员身份，因此什么都不能允许：${withoutTrailing(say(memberships, why), "。")}。`,
  inNoGroup: ({ deed }) => `你不在策略指定的任何组中，而只有这些组可以：${sayDeed(deed)}。`,
  noRule: ({ groups, deed, instead }) =>
    `没有规则允许 ${and(groups)} 执行此操作：${sayDeed(deed)}${sayInstead(instead)}。`,
  ruleForbids: ({ rule, deed, instead }) => `规则 \`${rule}\` 禁止${sayDeed(deed)}${sayInstead(instead)}。`,
  clusterAdmin: ({ cluster, groups }) =>
    `${cluster} 没有 Entra 集成，因此命令会以 cluster-admin 身份运行，而没有规则允许 ${and(groups)} 这样做。`,
  alsoReads: ({ verb, read, cluster, groups, rule, closed, instead }) => {
    const where = closed.length === 0 ? "" : `命名空间 ${list(closed)} 中的`;
    const forbidden =
      rule === null ? `没有规则允许 ${and(groups)} 这样做` : `规则 \`${rule}\` 禁止${where}这一读取`;
    return closeUp(
      `在 ${calledCluster(cluster)} 上，${sayVerb(verb)} 还会读取 ${sayRead(read)}，而${forbidden}${sayInstead(instead)}。`,
    );
  },
  approvalsContradict: ({ rules, deed }) =>
    `规则 ${list(rules)} 只有合在一起才允许此操作，而没有一个组可以为所有这些规则批准：${sayDeed(deed)}。`,
  emergencyOnly: ({ rule, deed }) =>
    `规则 \`${rule}\` 只在紧急情况下允许：${sayDeed(deed)}。如果确实紧急，请重新提问，在前面加 \`emergency:\`，在后面加 \`because\` 和原因。`,
  noIncident: ({ rule, deed, least, known }) =>
    closeUp(
      `规则 \`${rule}\` 只在有规则设在 ${calledCluster(deed.cluster)} 上、级别为 ${least} 或更严重的未解决警报时允许，而${known ? "目前没有" : "未能得知目前是否有"}：${sayDeed(deed)}。`,
    ),
  outsideHours: ({ rule, deed, opens }) =>
    `规则 \`${rule}\` 在其他时间允许：${sayDeed(deed)}。${opens === null ? "" : `下次开始于 ${utc(opens)}。`}`,
  tagsUnknown: ({ rule, deed }) =>
    closeUp(
      `规则 \`${rule}\` 依据 Azure 中的标记，而未能读取 ${calledCluster(deed.cluster)} 的标记：${sayDeed(deed)}。`,
    ),
};

export const noOperator: Says<NoOperator> = {
  noOperators: () => "没有人可以设置模式：策略没有指定 `operators`。",
  membershipUnknown: denials.membershipUnknown,
  onlyOperators: ({ groups }) => `只有 ${or(groups)} 的成员可以设置模式。`,
};

type Some = AccessPhrase["clusters"];
const onClusters = (clusters: Some): string => (clusters === "all" ? "所有集群" : list(clusters));

const onlyThen = (only: AccessPhrase["only"] = []): string =>
  only.length === 0 ? "" : `（${sayConditions(only)}）`;
const approvedBy = (approval: Approval | undefined): string =>
  approval === undefined ? "" : `，批准：${sayApproval(approval)}`;

export const access: Says<AccessPhrase> = {
  clusters: ({ never, clusters, approval, only }) =>
    `${never ? "禁止：" : ""}${onClusters(clusters)}${approvedBy(approval)}${onlyThen(only)}`,
  changes: ({ never, clusters, verbs, resources, namespaces, names, clusterScoped, ...it }) =>
    [
      `${never ? "禁止：" : ""}${verbs === "all" ? (never ? "任何更改" : "所有更改") : list(verbs)}`,
      resources === "all" ? "所有资源" : `资源 ${list(resources)}`,
      ...(names === "all" ? [] : [`名称 ${or(names)}`]),
      `${namespaces === "all" ? "所有命名空间" : `命名空间 ${list(namespaces)}`}${clusterScoped ? "及集群范围" : ""}`,
      `${clusters === "all" ? "所有集群" : `集群 ${list(clusters)}`}${it.withoutEntra ? "（包括没有 Entra 的）" : ""}${approvedBy(it.approval)}${onlyThen(it.only)}`,
    ].join("，"),
  commands: ({ never, clusters, verbs, resources, namespaces, clusterScoped, withoutEntra, only }) =>
    [
      `${never ? "禁止：" : ""}${verbs === "all" ? (never ? "任何命令" : "所有读取命令") : list(verbs)}`,
      resources === "all" ? "所有资源" : `资源 ${list(resources)}`,
      `${namespaces === "all" ? "所有命名空间" : `命名空间 ${list(namespaces)}`}${clusterScoped ? "及集群范围" : ""}`,
      `${clusters === "all" ? "所有集群" : `集群 ${list(clusters)}`}${withoutEntra ? "（包括没有 Entra 的）" : ""}${onlyThen(only)}`,
    ].join("，"),
};

export const denialTexts = { denials, memberships, noOperator, accessPhrases: access };
